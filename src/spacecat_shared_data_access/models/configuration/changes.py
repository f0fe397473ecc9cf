"""Changes of a configuration: each checks what it is given, and gives what is to be stored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.schema.validation import is_falsy, is_non_empty_map
from spacecat_shared_data_access.schema.values import to_jsonable

_THRESHOLDS: Final = ("movingAvgThreshold", "percentageChangeThreshold")


def mapping(value: object, name: str) -> dict[str, Any]:
    """Give a mapping as plain JSON.

    Args:
        value: What should be a mapping.
        name: How the message calls it.

    Raises:
        ValidationError: It is none.
    """
    if not isinstance(value, Mapping):
        raise ValidationError(f"{name} must be an object")
    given: dict[str, Any] = to_jsonable(value)
    return given


def mappings(value: object, name: str) -> list[dict[str, Any]]:
    """Return a list of mappings as plain JSON.

    Raises:
        ValidationError: It is not a list, or an item is not a mapping.
    """
    if not isinstance(value, list | tuple):
        raise ValidationError(f"{name} must be an array")
    return [mapping(item, f"{name}[{place}]") for place, item in enumerate(value)]


def text(value: object, name: str) -> str:
    """Return a text, such as the ID of a site or the type of a handler.

    Args:
        value: A text, a UUID or an enum member.
        name: How the message calls it.

    Raises:
        ValidationError: It is not a text, or is empty.
    """
    given = to_jsonable(value)
    if not isinstance(given, str) or not given:
        raise ValidationError(f"{name} must be a non-empty string")
    return given


def value_at(values: object, key: object) -> Any:
    """Return what a section holds under a key, or None. A key of another type than text is not there."""
    return values.get(key) if isinstance(values, Mapping) and isinstance(key, str) else None


def merged_queues(present: Mapping[str, Any] | None, queues: object, complaint: str) -> dict[str, Any]:
    """Give the queues with some of them replaced.

    Args:
        present: The queues by name.
        queues: The new ones.
        complaint: What the error says where there are none.

    Raises:
        ValidationError: There are none.
    """
    if not is_non_empty_map(queues):
        raise ValidationError(complaint)
    return {**(present or {}), **mapping(queues, "queues")}


def merged_handlers(present: Mapping[str, Any] | None, handlers: object) -> dict[str, Any]:
    """Give the handlers with properties of some of them replaced, and new ones added.

    Raises:
        ValidationError: There are none, or one of them is no mapping.
    """
    if not isinstance(handlers, Mapping) or not handlers:
        raise ValidationError("Handlers must be a non-empty object if provided")
    merged = dict(present or {})
    for type_, properties in handlers.items():
        new = {} if properties is None else mapping(properties, f"handlers.{type_}")
        merged[type_] = {**(merged.get(type_) or {}), **new}
    return merged


def merged_jobs(present: list[dict[str, Any]] | None, jobs: object) -> list[dict[str, Any]]:
    """Give the jobs with properties of some of them replaced, and new ones added.

    A job is known by its type and group.

    Raises:
        ValidationError: There are none, or one of them is no mapping.
    """
    if not isinstance(jobs, list) or not jobs:
        raise ValidationError("Jobs must be a non-empty array if provided")
    merged = list(present or [])
    for number, job in enumerate(jobs):
        new = mapping(job, f"jobs[{number}]")
        same = (place for place, each in enumerate(merged) if _identity(each) == _identity(new))
        place = next(same, None)
        if place is None:
            merged.append(new)
        else:
            merged[place] = {**merged[place], **new}
    return merged


def with_lists(handler: Mapping[str, Any], data: Mapping[str, Any]) -> dict[str, Any]:
    """Give a handler with lists of its sites and organizations replaced.

    Args:
        handler: The handler; not changed.
        data: Lists by ``enabled`` and ``disabled``, then by ``sites`` and ``orgs``.

    Raises:
        ValidationError: What should be a list is none.
    """
    changed = dict(handler)
    for which in ("enabled", "disabled"):
        lists = dict(changed[which] if is_non_empty_map(changed.get(which)) else {"orgs": [], "sites": []})
        given = data.get(which)
        for whose in ("sites", "orgs"):
            if isinstance(given, Mapping) and whose in given:
                if not isinstance(given[whose], list):
                    raise ValidationError(f"{which}.{whose} must be an array")
                lists[whose] = given[whose]
        changed[which] = lists
    return changed


def check_handler_properties(handlers: Mapping[str, Any], properties: Mapping[str, Any]) -> None:
    """Refuse properties that a handler must not have.

    Args:
        handlers: All handlers by type, since a handler depends on others.
        properties: As they are to be stored.

    Raises:
        ValidationError: A product code, a dependency or a threshold is wrong.
    """
    if "productCodes" in properties:
        check_product_codes(properties["productCodes"], "productCodes must be a non-empty array")
    dependencies = properties.get("dependencies")
    for number, dependency in enumerate(dependencies if isinstance(dependencies, list) else []):
        needed = mapping(dependency, f"dependencies[{number}]").get("handler")
        if not isinstance(needed, str) or handlers.get(needed) is None:
            name = "undefined" if needed is None else needed
            raise ValidationError(f'Dependency handler "{name}" does not exist in configuration')
    for name in _THRESHOLDS:
        if name in properties and _is_below_one(properties[name]):
            raise ValidationError(f"{name} must be greater than or equal to 1")


def check_product_codes(codes: object, complaint: str) -> None:
    """Refuse what is no list of product codes.

    Args:
        codes: What should be one.
        complaint: What the error says where it is no list, or empty.

    Raises:
        ValidationError: It is no list, is empty, or holds an unknown code.
    """
    # Another entity's module: a cold start that only reads the configuration does without.
    from spacecat_shared_data_access.models.entitlement import Entitlement  # noqa: PLC0415 - see above

    if not isinstance(codes, list) or not codes:
        raise ValidationError(complaint)
    if not all(code in tuple(Entitlement.ProductCode) for code in codes):
        raise ValidationError("Invalid product codes provided")


def _identity(job: Mapping[str, Any]) -> tuple[Any, Any]:
    return job.get("type"), job.get("group")


def _is_below_one(value: Any) -> bool:
    # As JavaScript compares: null counts as 0, and what says no number is not below anything.
    try:
        return float(0 if is_falsy(value) else value) < 1
    except (TypeError, ValueError):
        return False
