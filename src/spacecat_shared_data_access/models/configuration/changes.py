"""Changes to a configuration: functions that check their arguments and return the new values to store."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.arguments import has_method
from spacecat_shared_data_access.models.base.items import plain_value
from spacecat_shared_data_access.schema.validation import is_falsy, is_non_empty_map, text_length

_THRESHOLDS: Final = ("movingAvgThreshold", "percentageChangeThreshold")


def mapping(value: object, name: str) -> dict[str, Any]:
    """Return an argument as plain JSON. Raises ValidationError, which names it, if it is not a mapping."""
    if not isinstance(value, Mapping):
        raise ValidationError(f"{name} must be an object")
    return plain_value(name, value)  # type: ignore[no-any-return] # a dict


def mappings(value: object, name: str) -> list[dict[str, Any]]:
    """Return an argument as plain JSON. Raises ValidationError if it is not a list of mappings."""
    if not isinstance(value, list | tuple):
        raise ValidationError(f"{name} must be an array")
    return [mapping(item, f"{name}[{index}]") for index, item in enumerate(value)]


def text(value: object, name: str) -> str:
    """Return a string, UUID or enum member as text. Raises ValidationError if it is not a non-empty string."""
    given = plain_value(name, value)
    if not isinstance(given, str) or not given:
        raise ValidationError(f"{name} must be a non-empty string")
    return given


def check_flag(name: str, value: object) -> None:
    """Check that an argument is a boolean. Raises ValidationError, which names it, if not."""
    if not isinstance(value, bool):
        raise ValidationError(f"{name} must be a boolean")


def stored_object(value: object, name: str) -> dict[str, Any]:
    """Return a part of the stored document, or an empty dict if it is missing.

    Raises:
        ValidationError: The part, which the message names, is not an object.
    """
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise ValidationError(f"{name} must be an object")
    return value


def stored_list(value: object, name: str) -> list[Any]:
    """Return a part of the stored document, or an empty list if it is missing.

    Raises:
        ValidationError: The part, which the message names, is not an array.
    """
    if value is None:
        return []
    if not isinstance(value, list):
        raise ValidationError(f"{name} must be an array")
    return value


def stored_objects(value: object, name: str) -> list[dict[str, Any]]:
    """Return a part of the stored document as a new list.

    Raises:
        ValidationError: The part is not an array, or one of its items is not an object. The message names it.
    """
    items = stored_list(value, name)
    for index, item in enumerate(items):
        if not isinstance(item, dict):
            raise ValidationError(f"{name}[{index}] must be an object")
    return list(items)


def value_at(values: object, key: object) -> Any:
    """Return the value of a key in a section, or None. A key that is not a string has no value."""
    return values.get(key) if isinstance(values, Mapping) and isinstance(key, str) else None


def merged_queues(present: Mapping[str, Any] | None, queues: object, complaint: str) -> dict[str, Any]:
    """Return the queues with some of them replaced.

    Raises:
        ValidationError: The new queues are not a mapping, or are empty (`complaint`).
    """
    if not is_non_empty_map(queues):
        raise ValidationError(complaint)
    return {**stored_object(present, "queues"), **mapping(queues, "queues")}


def merged_handlers(present: Mapping[str, Any] | None, handlers: object) -> dict[str, Any]:
    """Return the handlers with properties of some of them replaced, and with new handlers added.

    Raises:
        ValidationError: The new handlers are not a mapping or are empty, or one of them is not a mapping.
    """
    if not isinstance(handlers, Mapping) or not handlers:
        raise ValidationError("Handlers must be a non-empty object if provided")
    merged = dict(stored_object(present, "handlers"))
    for type_, properties in handlers.items():
        name = f"handlers.{type_}"
        new = {} if properties is None else mapping(properties, name)
        merged[type_] = {**stored_object(merged.get(type_), name), **new}
    return merged


def merged_jobs(present: list[dict[str, Any]] | None, jobs: object) -> list[dict[str, Any]]:
    """Return the jobs with properties of some of them replaced, and with new jobs added.

    A job is identified by its type and group.

    Raises:
        ValidationError: The new jobs are not a list or are empty, or one of them is not a mapping.
    """
    if not isinstance(jobs, list) or not jobs:
        raise ValidationError("Jobs must be a non-empty array if provided")
    merged = stored_objects(present, "jobs")
    for number, job in enumerate(jobs):
        new = mapping(job, f"jobs[{number}]")
        matches = (index for index, each in enumerate(merged) if _job_key(each) == _job_key(new))
        index = next(matches, None)
        if index is None:
            merged.append(new)
        else:
            merged[index] = {**merged[index], **new}
    return merged


def lists_of(handler: Mapping[str, Any], name: str) -> dict[str, dict[str, Any]]:
    """Return the lists of a handler, named in errors, by ``disabled`` and ``enabled``; empty if it has none."""
    return {
        state: dict(stored_object(handler.get(state), f"{name}.{state}") or {"orgs": [], "sites": []})
        for state in ("disabled", "enabled")
    }


def with_lists(handler: Mapping[str, Any], data: Mapping[str, Any], name: str) -> dict[str, Any]:
    """Return a handler with some of its lists of sites and organizations replaced.

    Args:
        handler: The handler; not changed.
        data: Lists by ``enabled`` and ``disabled``, then by ``sites`` and ``orgs``.
        name: The handler's name in errors.

    Raises:
        ValidationError: A list is not a list.
    """
    changed = lists_of(handler, name)
    for state, lists in changed.items():
        given = data.get(state)
        for kind in ("sites", "orgs"):
            if isinstance(given, Mapping) and kind in given:
                if not isinstance(given[kind], list):
                    raise ValidationError(f"{state}.{kind} must be an array")
                lists[kind] = given[kind]
    return {**handler, **changed}


def with_id(handler: Mapping[str, Any], id_: str, kind: str, *, enabled: bool, name: str) -> dict[str, Any]:
    """Return a handler with an ID on one of its lists at most.

    Args:
        handler: The handler; not changed.
        id_: The ID of a site or an organization.
        kind: ``sites`` or ``orgs``.
        enabled: Whether the ID is enabled. If not, only a handler that is enabled by default lists it.
        name: The handler's name in errors.

    Raises:
        ValidationError: The handler's lists have a wrong shape.
    """
    changed = lists_of(handler, name)
    for state, lists in changed.items():
        part = f"{name}.{state}.{kind}"
        ids = stored_list(lists.get(kind), part)
        for index, each in enumerate(ids):
            if not isinstance(each, str):
                raise ValidationError(f"{part}[{index}] must be a string")
        if enabled == (state == "enabled"):
            if enabled or handler.get("enabledByDefault"):
                lists[kind] = list(dict.fromkeys([*ids, id_]))
        else:
            lists[kind] = [each for each in ids if each != id_]
    return {**handler, **changed}


def check_handler_properties(handlers: Mapping[str, Any], properties: Mapping[str, Any]) -> None:
    """Check the properties of a handler.

    Args:
        handlers: All handlers by type, among which the dependencies must be.
        properties: The properties, by JSON name.

    Raises:
        ValidationError: A product code, a dependency or a threshold is invalid.
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
    """Check that a value is a list of product codes.

    Raises:
        ValidationError: The value is not a list or is empty (`complaint`), or contains an unknown code.
    """
    # Imported here because most programs only read the configuration and do not need the entity.
    from spacecat_shared_data_access.models.entitlement import Entitlement  # noqa: PLC0415 - see above

    if not isinstance(codes, list) or not codes:
        raise ValidationError(complaint)
    if not all(code in tuple(Entitlement.ProductCode) for code in codes):
        raise ValidationError("Invalid product codes provided")


def check_audit_name(name: object, pattern: re.Pattern[str], max_length: int) -> None:
    """Check the name of a new audit. Raises ValidationError, which says what is wrong with it."""
    if not isinstance(name, str) or name.strip() == "":
        raise ValidationError("Audit type must be a non-empty string")
    if text_length(name) > max_length:
        raise ValidationError(f"Audit type must not exceed {max_length} characters")
    if pattern.fullmatch(name) is None:
        raise ValidationError("Audit type can only contain lowercase letters, numbers, and hyphens")


def check_dependencies(type_: str, owner: str, unmet: bool | list[str]) -> None:  # noqa: FBT001 - the result of is_handler_dependency_met_for_…
    """Check that a handler has no unmet dependencies. Raises ValidationError, which names them."""
    if isinstance(unmet, list):
        missing = ",".join(map(str, unmet))
        raise ValidationError(
            f"Cannot enable handler {type_} for {owner} because of missing dependencies: {missing}"
        )


def id_of(owner: object, getter: str = "get_id") -> Any:
    """Return the ID of a site or an organization. Raises ValidationError if the object is neither."""
    if not has_method(owner, getter):
        raise ValidationError(f"a site or an organization is needed, with {getter}()")
    return getattr(owner, getter)()


def job_index(jobs: list[dict[str, Any]], group: str, type_: str) -> int | None:
    """Return the position of the first job of a group and type, or None."""
    return next((index for index, job in enumerate(jobs) if _job_key(job) == (type_, group)), None)


def _job_key(job: Mapping[str, Any]) -> tuple[Any, Any]:
    return job.get("type"), job.get("group")


def _is_below_one(value: Any) -> bool:
    # As JavaScript compares: null counts as 0, and a value that is not a number is not below 1.
    try:
        return float(0 if is_falsy(value) else value) < 1
    except (TypeError, ValueError):
        return False
