"""The types of opportunity whose suggestions' data are described."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from spacecat_shared_data_access.models.suggestion.projections import Projection

CWV_METRIC_TYPES: Final[tuple[str, ...]]
"What an issue of ``cwv`` data may be about."

@dataclass(frozen=True, slots=True)
class DataSchema:
    """What is known about the data of one type of opportunity's suggestions.

    Attributes:
        opportunity_type: Such as ``cwv``.
        projections: What each view shows of the data.
    """

    opportunity_type: str
    projections: Mapping[str, Projection]

    def validate(self, data: Any) -> None:
        """Check data.

        Args:
            data: A mapping, as it is to be stored.

        Raises:
            ValidationError: Names the first value that is wrong, by its path.
        """

DATA_SCHEMAS: Final[Mapping[str, DataSchema]]
"By type of opportunity."
