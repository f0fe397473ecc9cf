"""Replaying a recorded case: the calls, a stand-in PostgREST over a mocked wire, and the outcome."""

import inspect
import json
from dataclasses import fields, is_dataclass
from urllib.parse import parse_qsl

import httpx
import respx

from conformance.cases import masked, normalized_query
from conformance.listings import Listings
from spacecat_shared_data_access import (
    RetryPolicy,
    create_async_data_access,
    create_data_access,
    errors,
)
from spacecat_shared_data_access.models.base import BaseModel
from spacecat_shared_data_access.schema.naming import camel_to_snake, snake_to_camel

URL = "http://postgrest.test"
OPTIONS = {
    "order": "order",
    "orderBy": "order_by",
    "limit": "limit",
    "cursor": "cursor",
    "returnCursor": "return_cursor",
    "fetchAllPages": "fetch_all_pages",
    "attributes": "attributes",
    "between": "between",
    "where": "where",
    "index": "index",
    "upsert": "upsert",
    "onConflict": "on_conflict",
    "chunkSize": "chunk_size",
    "sortBy": "sort_by",
    "sortOrder": "sort_order",
    "createIfNotFound": "create_if_not_found",
    "total": "total",
    "tokenTypes": "token_types",
    "cycle": "cycle",
    "includeDeleted": "include_deleted",
}
OPERATORS = {"in": "in_", "is": "is_", "and": "and_"}


class StandIn:
    """Replies as the case says, and records the requests."""

    def __init__(self, replies):
        self._replies = {key: list(queue) for key, queue in replies.items()}
        self._one_page = {key for key, queue in replies.items() if len(queue) == 1}
        self._listings = Listings()
        self._pages = {}
        self.requests = []

    def __call__(self, request):
        table = request.url.path.lstrip("/")
        body = json.loads(request.content) if request.content else None
        query = parse_qsl(request.url.query.decode(), keep_blank_values=True)
        if request.method != "GET":
            return self._record(request, table, query, body)
        recorded = self._listings.as_recorded(table, query)
        if recorded is not None:
            self._pages[table] = self._record(request, table, recorded, body)
        page = self._pages[table]
        rows = page.json() if page.is_success and page.content else []
        self._listings.received(table, len(rows) if isinstance(rows, list) else 0)
        return page

    def _record(self, request, table, query, body):
        entry = {
            "method": request.method,
            "path": request.url.path,
            "query": normalized_query(query),
            "prefer": sorted(
                part.strip() for part in request.headers.get("Prefer", "").split(",") if part.strip()
            ),
            "profile": request.headers.get("Accept-Profile") or request.headers.get("Content-Profile"),
        }
        if body is not None:
            entry["body"] = masked(body)
        self.requests.append(entry)
        return self._answer(request.method, table, dict(query), body)

    def _answer(self, method, table, query, body):
        key = next((key for key in (f"{method} {table}", method) if key in self._replies), None)
        if key is None:
            return httpx.Response(200, json=[])
        queue = self._replies[key]
        if method == "GET" and key in self._one_page and int(query.get("offset", 0)) > 0:
            return httpx.Response(200, json=[])
        reply = queue.pop(0) if len(queue) > 1 else queue[0]
        content = reply.get("body")
        if content == "$echo":
            content = body if isinstance(body, list) else [body]
        status = reply.get("status") or 200
        if content is None:
            return httpx.Response(status)
        return httpx.Response(status, json=content)


async def replay(case, api):
    """Make the calls of a case with one API.

    Returns:
        The outcome, as a recorded result is written, and the requests.
    """
    stand_in = StandIn(case["replies"])
    with respx.mock(base_url=URL, assert_all_called=False) as router:
        router.route().mock(side_effect=stand_in)
        config = {"postgrestUrl": URL, "retry": RetryPolicy.off(), **(case.get("config") or {})}
        if api == "blocking":
            with create_data_access(config) as data_access:
                outcome = await _outcome(case, data_access)
        else:
            async with create_async_data_access(config) as data_access:
                outcome = await _outcome(case, data_access)
    return masked(outcome), stand_in.requests


async def _outcome(case, data_access):
    collection = getattr(data_access, case["entity"])
    result = collection
    try:
        for place, (method, *arguments) in enumerate(case["steps"]):
            target = collection if place == 0 or method.startswith("^") else result
            given, options = _arguments(method, arguments, result, data_access)
            # `0.remove` is the method of the first of several results.
            *places, method = method.removeprefix("^").split(".")  # noqa: PLW2901 - what is left of it
            for each in places:
                target = target[int(each)]
            result = getattr(target, python_name(method))(*given, **options)
            if inspect.isawaitable(result):
                result = await result
    except Exception as error:  # noqa: BLE001 - whatever it is, it is the outcome
        return described_error(error)
    return described(result)


def python_name(method):
    """Return the Python name of a method. In `allByBaseURLAndStatus` an acronym runs into the next word."""
    return camel_to_snake(method.replace("GitHubURL", "GithubUrl").replace("URL", "Url"))


def _arguments(method, arguments, result, data_access):
    options = {}
    if len(arguments) > 1 and arguments[-1] == {} and method != "updateByKeys":
        arguments = arguments[:-1]  # no options
    last = arguments[-1] if arguments else None
    if isinstance(last, dict) and last and last.keys() <= OPTIONS.keys():
        options = {OPTIONS[name]: _option(name, value) for name, value in last.items()}
        arguments = arguments[:-1]
    return [_argument(each, result, data_access) for each in arguments], options


def _argument(argument, result, data_access):
    if argument == "$result":
        return result
    if argument == "$result[]":
        return [result]
    if isinstance(argument, dict) and "$instance" in argument:
        collection = getattr(data_access, argument["$instance"])
        return collection.create_instance_from_row(argument["row"])
    if isinstance(argument, list):
        return [_argument(each, result, data_access) for each in argument]
    return argument


def _option(name, value):
    if name == "where":
        return lambda attrs, op: _condition(value["$where"], attrs, op)
    if name == "attributes":
        return [camel_to_snake(each) for each in value]
    if name == "orderBy":
        return {**value, "attribute": camel_to_snake(value["attribute"])}
    return value


def _condition(expression, attrs, op):
    operator, *operands = expression
    method = getattr(op, OPERATORS.get(operator, operator))
    if operator == "and":
        return method(*(_condition(each, attrs, op) for each in operands))
    return method(getattr(attrs, camel_to_snake(operands[0])), operands[1])


def described(value):
    """Write a result as the recorded ones are written."""
    match value:
        case BaseModel():
            return {"$model": value.schema.model_name, "json": value.to_json()}
        case errors.DataAccessError():
            return described_error(value)
        case _ if is_dataclass(value):
            return {snake_to_camel(each.name): described(getattr(value, each.name)) for each in fields(value)}
        case list():
            return [described(each) for each in value]
    return value


def described_error(error):
    """Write an error as the recorded ones are written."""
    if not isinstance(error, errors.DataAccessError):
        raise error
    description = {"$error": type(error).__name__, "message": error.message}
    if error.cause is not None:
        cause = error.cause
        description["cause"] = {
            "class": type(cause).__name__,
            "message": getattr(cause, "message", str(cause)),
        }
        if isinstance(cause, errors.PostgrestError) and cause.code is not None:
            description["cause"]["code"] = cause.code
    return description


def is_a(name, recorded_name):
    """Return whether an error class corresponds to the original's class of this name."""
    ours = errors.DataAccessError if recorded_name == "Error" else getattr(errors, recorded_name)
    return issubclass(getattr(errors, name), ours)
