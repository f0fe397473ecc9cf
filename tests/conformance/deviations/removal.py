"""Deviations of removals: dependents are removed level by level."""

from conformance.deviations.deviation import FewerRequests

_TOGETHER = "Dependents are found and removed many per request."

CASES = {
    # The link is found by its suggestion and by its fix, and removed once.
    "opportunity: remove does not rewind issues": FewerRequests(_TOGETHER, ["GET"] * 5 + ["DELETE"] * 4),
    "opportunity: remove takes suggestions and fixes": FewerRequests(_TOGETHER, ["GET"] * 5 + ["DELETE"] * 4),
}
