"""The opportunity types whose suggestion data has a schema."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from spacecat_shared_data_access.models.suggestion.projections import Projection

@dataclass(frozen=True, slots=True)
class DataSchema:
    """The schema of the suggestion data of one opportunity type.

    Attributes:
        opportunity_type: Such as ``cwv``.
        projections: The part of the data that each view shows.
    """

    opportunity_type: str
    projections: Mapping[str, Projection]

    def validate(self, data: Any) -> None:
        """Check a suggestion's data.

        Args:
            data: The data to be stored, a mapping.

        Raises:
            ValidationError: The data is invalid. The message gives the path to the first invalid value.
        """

DATA_SCHEMAS: Final[Mapping[str, DataSchema]]
"By opportunity type."
