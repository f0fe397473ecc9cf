"""Pydantic models of suggestion data. Imported on first use, because importing pydantic is slow."""

from collections.abc import Mapping
from typing import Any, Final

from spacecat_shared_data_access.schema.data_types import Data

MODELS: Final[Mapping[str, type[Data]]]
"By opportunity type, the model of its suggestions' data."

def check_data(data: Any, opportunity_type: str) -> None:
    """Check a suggestion's data for `Suggestion.validate_data`.

    Args:
        data: Plain JSON.
        opportunity_type: A key of `MODELS`.

    Raises:
        ValidationError: The data is invalid. The message gives the path to the first invalid value.
    """
