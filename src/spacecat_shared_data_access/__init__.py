"""SpaceCat's data-access layer for Python.

The names below are imported when they are first used, so that a program pays for no entity but its own.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from spacecat_shared_data_access._version import __version__

if TYPE_CHECKING:
    from spacecat_shared_data_access.config import DataAccessConfig
    from spacecat_shared_data_access.data_access import (
        AsyncDataAccess,
        DataAccess,
        create_async_data_access,
        create_data_access,
    )
    from spacecat_shared_data_access.errors import (
        AccessDeniedError,
        ConflictError,
        DataAccessError,
        ReferenceError,
        SchemaBuilderError,
        SchemaError,
        SchemaValidationError,
        UnavailableError,
        ValidationError,
    )
    from spacecat_shared_data_access.handler import data_access_wrapper
    from spacecat_shared_data_access.models.base import (
        BaseCollection,
        BaseModel,
        BatchResult,
        CreateResult,
        EntityRegistry,
        ErrorItem,
        Page,
    )
    from spacecat_shared_data_access.models.idempotency_key import IdempotencyKey, IdempotencyKeyCollection
    from spacecat_shared_data_access.models.oauth_nonce import OAuthNonce, OAuthNonceCollection
    from spacecat_shared_data_access.models.organization import Organization, OrganizationCollection
    from spacecat_shared_data_access.models.task_management_connection import (
        TaskManagementConnection,
        TaskManagementConnectionCollection,
        validate_metadata,
    )
    from spacecat_shared_data_access.models.ticket import Ticket, TicketCollection
    from spacecat_shared_data_access.models.ticket_suggestion import (
        TicketSuggestion,
        TicketSuggestionCollection,
    )
    from spacecat_shared_data_access.schema import Attribute, Index, Reference, Schema, SchemaBuilder

_MODULES: Final = {
    "config": ("DataAccessConfig",),
    "data_access": (
        "AsyncDataAccess",
        "DataAccess",
        "create_async_data_access",
        "create_data_access",
    ),
    "errors": (
        "AccessDeniedError",
        "ConflictError",
        "DataAccessError",
        "ReferenceError",
        "SchemaBuilderError",
        "SchemaError",
        "SchemaValidationError",
        "UnavailableError",
        "ValidationError",
    ),
    "handler": ("data_access_wrapper",),
    "models.base": (
        "BaseCollection",
        "BaseModel",
        "BatchResult",
        "CreateResult",
        "EntityRegistry",
        "ErrorItem",
        "Page",
    ),
    "models.idempotency_key": ("IdempotencyKey", "IdempotencyKeyCollection"),
    "models.oauth_nonce": ("OAuthNonce", "OAuthNonceCollection"),
    "models.organization": ("Organization", "OrganizationCollection"),
    "models.task_management_connection": (
        "TaskManagementConnection",
        "TaskManagementConnectionCollection",
        "validate_metadata",
    ),
    "models.ticket": ("Ticket", "TicketCollection"),
    "models.ticket_suggestion": ("TicketSuggestion", "TicketSuggestionCollection"),
    "schema": ("Attribute", "Index", "Reference", "Schema", "SchemaBuilder"),
}
_HOMES: Final = {name: module for module, names in _MODULES.items() for name in names}

__all__ = [
    "AccessDeniedError",
    "AsyncDataAccess",
    "Attribute",
    "BaseCollection",
    "BaseModel",
    "BatchResult",
    "ConflictError",
    "CreateResult",
    "DataAccess",
    "DataAccessConfig",
    "DataAccessError",
    "EntityRegistry",
    "ErrorItem",
    "IdempotencyKey",
    "IdempotencyKeyCollection",
    "Index",
    "OAuthNonce",
    "OAuthNonceCollection",
    "Organization",
    "OrganizationCollection",
    "Page",
    "Reference",
    "ReferenceError",
    "Schema",
    "SchemaBuilder",
    "SchemaBuilderError",
    "SchemaError",
    "SchemaValidationError",
    "TaskManagementConnection",
    "TaskManagementConnectionCollection",
    "Ticket",
    "TicketCollection",
    "TicketSuggestion",
    "TicketSuggestionCollection",
    "UnavailableError",
    "ValidationError",
    "__version__",
    "create_async_data_access",
    "create_data_access",
    "data_access_wrapper",
    "validate_metadata",
]


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
