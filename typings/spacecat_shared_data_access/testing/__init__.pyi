"""Helpers for tests of code that uses a data access: see docs/TESTING.md.

    with MockPostgrest() as postgrest:
        postgrest.on("Organization").reply({"name": "ACME"})
        data_access = create_data_access(postgrest_url=postgrest.url)

Under pytest there are fixtures: `mock_postgrest`, `mock_data_access`, `local_data_access` and others, see
`plugin.py`. All need the extra `testing`: pip install 'spacecat-shared-data-access[testing]'.
"""

from spacecat_shared_data_access.testing.local import async_local_data_access, local_data_access
from spacecat_shared_data_access.testing.mock import MockPostgrest, UnscriptedRequestError
from spacecat_shared_data_access.testing.rows import row
from spacecat_shared_data_access.testing.script import Script
from spacecat_shared_data_access.testing.sent import SentRequest

__all__ = [
    "MockPostgrest",
    "Script",
    "SentRequest",
    "UnscriptedRequestError",
    "async_local_data_access",
    "local_data_access",
    "row",
]
