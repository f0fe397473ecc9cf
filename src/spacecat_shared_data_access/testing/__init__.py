"""Helpers for tests of code that uses a data access: see docs/TESTING.md.

    with MockPostgrest() as postgrest:
        postgrest.on("Organization").reply({"name": "ACME"})
        data_access = create_data_access(postgrest_url=postgrest.url)

Under pytest there are fixtures: `mock_postgrest`, `mock_data_access`, `local_data_access` and others, see
`plugin.py`. All need the extra `testing`: pip install 'spacecat-shared-data-access[testing]'.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacecat_shared_data_access.testing.fits import assert_database_fits
    from spacecat_shared_data_access.testing.local import async_local_data_access, local_data_access
    from spacecat_shared_data_access.testing.mock import MockPostgrest, UnscriptedRequestError
    from spacecat_shared_data_access.testing.rows import row
    from spacecat_shared_data_access.testing.script import Script
    from spacecat_shared_data_access.testing.sent import SentRequest

_HOMES = {
    "MockPostgrest": "mock",
    "Script": "script",
    "SentRequest": "sent",
    "UnscriptedRequestError": "mock",
    "assert_database_fits": "fits",
    "async_local_data_access": "local",
    "local_data_access": "local",
    "row": "rows",
}

__all__ = [  # noqa: RUF022 - by subject
    "local_data_access",
    "async_local_data_access",
    "MockPostgrest",
    "Script",
    "SentRequest",
    "UnscriptedRequestError",
    "row",
    "assert_database_fits",
]


def __getattr__(name: str) -> Any:
    """Import a helper on first access, since every run of pytest imports this module."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    except ModuleNotFoundError as error:
        message = (
            f"the helpers for tests need the package {error.name}:"
            " pip install 'spacecat-shared-data-access[testing]'"
        )
        raise ModuleNotFoundError(message, name=error.name) from error
    globals()[name] = found
    return found
