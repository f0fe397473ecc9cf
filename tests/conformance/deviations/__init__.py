"""Intended differences from the recorded cases, each with its reason.

`everywhere` applies to all cases; `CASES` has the cases with a different outcome, and
the expected outcome. Each module in this package has the cases of some entities.
"""

import pkgutil
from importlib import import_module
from typing import Any

from conformance.deviations.deviation import Deviation, ExtraFilters, FewerRequests
from spacecat_shared_data_access.schema.values import normalize_timestamp

REASONS = {
    "null": "to_json() omits null values.",
    "config": "A configuration is a plain mapping, not wrapped as {'state': …}.",
    "names": "Messages use Python names, and the typo of 'Failed to to save' is fixed.",
    "dropped": "Brand is without pendingSemrushProvisioning, which 4.22.1 of the original drops.",
    "log": "A log line names the failed validation, not [object Object].",
    "stored": "save_many stores unchanged values exactly as they were read, microseconds included.",
    "narrow": ("The class of an error depends on its cause; each is a DataAccessError, as the original's."),
}

CASES: dict[str, Deviation | ExtraFilters | FewerRequests] = {}
for module in pkgutil.iter_modules(__path__, f"{__name__}."):
    CASES |= getattr(import_module(module.name), "CASES", {})


def as_recorded(requests: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return requests with the timestamps of whole rows in the form in which the original stores them."""
    return [
        {**request, "body": [_with_timestamps(row) for row in request["body"]]}
        if "on_conflict" in dict(request["query"]) and isinstance(request.get("body"), list)
        else request
        for request in requests
    ]


def _with_timestamps(row: dict[str, Any]) -> dict[str, Any]:
    return {
        column: normalize_timestamp(value) if isinstance(value, str) else value
        for column, value in row.items()
    }


def everywhere(value: Any) -> Any:
    """Return a recorded result as the port returns it: without nulls and with plain configurations."""
    if isinstance(value, list):
        return [everywhere(item) for item in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"state"}:
        return value["state"]
    if "$model" in value:
        json = {name: item for name, item in value["json"].items() if item is not None}
        if "config" in json:
            json["config"] = everywhere(json["config"])
        if value["$model"] == "Brand":
            json.pop("pendingSemrushProvisioning", None)
        return {**value, "json": json}
    return {name: everywhere(item) for name, item in value.items()}
