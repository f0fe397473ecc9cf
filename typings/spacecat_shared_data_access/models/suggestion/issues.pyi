"""The values that an issue in ``cwv`` data may have."""

from typing import Final

CWV_METRIC_TYPES: Final[tuple[str, ...]]
"The metrics that an issue may be about."
STATUSES: Final[tuple[str, ...]]
SKIP_REASONS: Final[tuple[str, ...]]
