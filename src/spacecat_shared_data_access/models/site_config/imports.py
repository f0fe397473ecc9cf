"""The imports of a configuration."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.site_config.import_types import DEFAULT_IMPORT_CONFIGS
from spacecat_shared_data_access.models.site_config.state import ConfigState, validate_configuration, value_of
from spacecat_shared_data_access.schema.validation import is_falsy
from spacecat_shared_data_access.schema.values import plain


class Imports(ConfigState):
    """What a configuration says of imports."""

    __slots__ = ()

    def get_imports(self) -> list[dict[str, Any]] | None:
        """Give all imports."""
        return self._at("imports")  # type: ignore[no-any-return] # a list where it is valid

    def get_import_config(self, import_type: str) -> dict[str, Any] | None:
        """Give the import of a type, or None."""
        return next((each for each in self._imports() if _is_of(each, plain(import_type))), None)

    def is_import_enabled(self, import_type: str) -> bool:
        """Tell whether there is an import of a type that is enabled."""
        found = self.get_import_config(import_type)
        return bool(found is not None and found.get("enabled"))

    def update_imports(self, imports: list[dict[str, Any]]) -> None:
        """Replace all imports. They are not checked."""
        self._data["imports"] = plain(imports)

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
        # See validate_configuration.
        from spacecat_shared_data_access.models.site_config.validation import (  # noqa: PLC0415 - see above
            check_import,
        )

        import_type = plain(import_type)
        if import_type not in DEFAULT_IMPORT_CONFIGS:
            raise ValidationError(f"Unknown import type: {import_type}")
        given = {} if config is None else plain(config)
        wished = {**DEFAULT_IMPORT_CONFIGS[import_type], **given, "type": import_type, "enabled": True}
        others = [each for each in self._imports() if not _is_of(each, import_type)]
        self._replace_imports([*others, check_import(import_type, wished)])

    def disable_import(self, import_type: str) -> None:
        """Disable the imports of a type. Where there is none, they stay as they are.

        Raises:
            ValidationError: The configuration as a whole would not be valid. It then stays as it is.
        """
        if is_falsy(self._at("imports")):
            return
        wanted = plain(import_type)
        self._replace_imports(
            [{**each, "enabled": False} if _is_of(each, wanted) else each for each in self._imports()]
        )

    def _imports(self) -> list[Any]:
        imports = self._at("imports")
        return imports if isinstance(imports, list) else []

    def _replace_imports(self, imports: list[Any]) -> None:
        validate_configuration({**self._data, "imports": imports})
        self._data["imports"] = imports


def _is_of(each: Any, import_type: str) -> bool:
    return bool(value_of(each, "type") == import_type)
