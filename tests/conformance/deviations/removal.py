"""Deviations of removals: what goes along with an entity goes level by level."""

from conformance.deviations.deviation import FewerRequests

_TOGETHER = "Dependents are looked for and removed many in a request."

CASES = {
    # The link is found by its suggestion and by its fix, and goes once.
    "opportunity: remove does not rewind issues": FewerRequests(_TOGETHER, ["GET"] * 5 + ["DELETE"] * 4),
    "opportunity: remove takes suggestions and fixes": FewerRequests(_TOGETHER, ["GET"] * 5 + ["DELETE"] * 4),
}
