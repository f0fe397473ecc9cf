"""The imports of a configuration."""

from collections.abc import Mapping
from typing import Any

from spacecat_shared_data_access.models.site_config.state import ConfigState

class Imports(ConfigState):
    """What a configuration says of imports."""

    __slots__ = ()

    def get_imports(self) -> list[dict[str, Any]] | None:
        """Give all imports."""

    def get_import_config(self, import_type: str) -> dict[str, Any] | None:
        """Give the import of a type, or None."""

    def is_import_enabled(self, import_type: str) -> bool:
        """Tell whether there is an import of a type that is enabled."""

    def update_imports(self, imports: list[dict[str, Any]]) -> None:
        """Replace all imports. They are not checked."""

    def enable_import(self, import_type: str, config: Mapping[str, Any] | None = None) -> None:
        """Add an import that is enabled, in place of the one of its type.

        Args:
            import_type: An `ImportType`.
            config: What differs from `DEFAULT_IMPORT_CONFIGS`.

        Raises:
            ValidationError: The type is unknown (``Unknown import type: …``), the import is not valid
                (``Invalid import config: …``), or the configuration as a whole would not be. It then
                stays as it is.
        """

    def disable_import(self, import_type: str) -> None:
        """Disable the imports of a type. Where there is none, they stay as they are.

        Raises:
            ValidationError: The configuration as a whole would not be valid. It then stays as it is.
        """
