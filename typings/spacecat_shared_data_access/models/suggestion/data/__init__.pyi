"""What a suggestion's data may hold, by the type of its opportunity. Importing this imports pydantic."""

from collections.abc import Mapping
from typing import Any, Final

from spacecat_shared_data_access.schema.data_types import Data

MODELS: Final[Mapping[str, type[Data]]]
"The model for each type of opportunity whose suggestions' data are described."

def check_data(data: Any, opportunity_type: str) -> None:
    """Check a suggestion's data. See `Suggestion.validate_data`, which this is the inside of.

    Args:
        data: Plain JSON.
        opportunity_type: One of `MODELS`.
    """
