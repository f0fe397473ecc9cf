"""Deviations of listings that add a condition of their own."""

from conformance.deviations.deviation import ExtraFilters

_WHERE = "A caller's conditions apply too: the original silently drops them."

CASES = {
    "audit url: with an audit, the caller cannot filter": ExtraFilters(_WHERE, [["url", "eq.x"]]),
    "geo experiment: active, the caller cannot filter": ExtraFilters(_WHERE, [["status", "eq.FAILED"]]),
}
