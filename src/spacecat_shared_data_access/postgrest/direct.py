"""Direct queries: the clients of the postgrest package, with requests that the service sends.

Client and builders are postgrest's own. They get a session that looks like an HTTP client, and passes each request
to the service: retries, deadline, checks and errors are those of entities.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

import httpx
import orjson
from postgrest import AsyncPostgrestClient, SyncPostgrestClient
from yarl import URL

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.postgrest.direct_builders import (
    AsyncCall,
    AsyncTable,
    SyncCall,
    SyncTable,
    sendable,
)
from spacecat_shared_data_access.postgrest.direct_errors import direct_errors
from spacecat_shared_data_access.postgrest.filters import chunks_of, encode_in
from spacecat_shared_data_access.postgrest.headers import check_sent_headers, check_sent_text
from spacecat_shared_data_access.postgrest.idempotency import changed_filters, has_values, keyed_insert
from spacecat_shared_data_access.postgrest.request import (
    Operation,
    Query,
    encoded_query,
    filters_of,
    is_call,
    operation_of,
    read_back_query,
    reports_rows,
)
from spacecat_shared_data_access.postgrest.response import (
    ambiguous_outcome,
    json_of,
    rows_of,
    total_of,
    unexpected_response,
)
from spacecat_shared_data_access.postgrest.rows import Row
from spacecat_shared_data_access.postgrest.sync_bridge import run_sync
from spacecat_shared_data_access.schema.values import to_jsonable

if TYPE_CHECKING:
    from spacecat_shared_data_access.postgrest.service import Service

_KEY: Final = ("id",)
_JSON: Final = "application/json"
_OBJECT: Final = "application/vnd.pgrst.object+json"
_LISTS: Final = frozenset({_JSON, "application/vnd.pgrst.array+json"})
_ONE_TYPE = re.compile(r"[^*,]+")
_REPRESENTATION: Final = "return=representation"
# A column that is added to what the caller selects, to bring rows into their order.
_KEY_ALIAS: Final = "spacecat_key"


class Session:
    """The part of an HTTP client that the builders of the postgrest package use.

    Args:
        service: Sends the requests.

    Attributes:
        service: Sends the requests.
        auth: What a builder passes on if it has no credentials of its own.
    """

    def __init__(self, service: Service) -> None:
        self.service = service
        self.auth = httpx.USE_CLIENT_DEFAULT

    async def send(self, method: str, url: str, *, auth: Any, **parts: Any) -> httpx.Response:
        """Send a request and return its response.

        Args:
            method: The HTTP method.
            url: The URL without parameters.
            auth: Signs the request; None if its headers do.
            **parts: Parameters, headers and content.

        Raises:
            DirectQueryError: The request failed.
        """
        with direct_errors():
            auth = self.resolve_auth(auth, parts["headers"])
            return await self._execute(encoded_query(method, url, auth=auth, **parts))

    def resolve_auth(self, auth: Any, headers: httpx.Headers) -> httpx.Auth | None:
        """Return what signs a request.

        Args:
            auth: What a builder passes on.
            headers: The request's headers.

        Returns:
            None for the service's own credentials.
        """
        own = self.service.client_headers.get("authorization")
        if auth is self.auth or (auth is None and headers.get("authorization") == own):
            return None
        # The caller's own credentials, in a header or here. httpx.Auth() itself adds none.
        return auth or httpx.Auth()

    async def _execute(self, query: Query) -> httpx.Response:
        read = partial(_checked, query)
        operation = _operation_of(query)
        if operation is Operation.KEYED_INSERT:
            sent = _sent_rows(query)
            found = await keyed_insert(self.service, query, sent, _KEY, read, _unchanged)
            return found if isinstance(found, httpx.Response) else await self._inserted(query, found)
        response, in_doubt = await self.service.request(query, read, operation)
        if in_doubt and operation is Operation.UPDATE and reports_rows(query) and _may_miss_rows(query):
            raise ambiguous_outcome()
        return response

    async def _inserted(self, query: Query, rows: list[Row]) -> httpx.Response:
        # The response to an insert whose own response was lost.
        select = query.request.params.get("select", "*")
        if select != "*" and _REPRESENTATION in _preferences(query):
            rows = await self._selected(query, select, [row["id"] for row in rows])
        content: Any = rows[0] if _media_type(query) == _OBJECT else rows
        return httpx.Response(
            201,
            content=orjson.dumps(content) if _REPRESENTATION in _preferences(query) else b"",
            headers={"Content-Type": _media_type(query), "Content-Range": f"*/{len(rows)}"},
            request=httpx.Request("POST", str(query.request.path), headers=query.request.headers),
        )

    async def _selected(self, query: Query, select: str, ids: list[Any]) -> list[Row]:
        found: dict[Any, Row] = {}
        for chunk in chunks_of(ids):
            again = read_back_query(query).filter("id", "in", encode_in(chunk))
            again.request.params = again.request.params.set("select", f"{select},{_KEY_ALIAS}:id")
            found |= {row.pop(_KEY_ALIAS): row for row in await self.service.rows(again)}
        return [found[each] for each in ids]


class _SyncSession(Session):
    def request(self, *args: Any, **kwargs: Any) -> httpx.Response:
        return run_sync(self.send(*args, **kwargs))


class _AsyncSession(Session):
    async def request(self, *args: Any, **kwargs: Any) -> httpx.Response:
        return await self.send(*args, **kwargs)


class _DirectClient:
    # What both clients override of the postgrest package's.
    base_url: URL
    headers: httpx.Headers
    basic_auth: Any
    session: Any

    _session_class: ClassVar[type[Session]]
    _table_class: ClassVar[Any]
    _call_class: ClassVar[Any]

    def __init__(self, service: Service, client: Any, schema: str, headers: Mapping[str, str]) -> None:
        super().__init__(  # type: ignore[call-arg] # of the postgrest package's client
            service.settings.url,
            schema=schema,
            headers=dict(headers),
            http_client=client,
            retry_enabled=False,
        )
        self._owns_session = False  # otherwise it closes the HTTP client
        self._service = service

    def from_(self, table: str) -> Any:
        """Return the builder of a table's queries."""
        self._check_headers()
        session = self._session_class(self._service)  # as much of an HTTP client as builders use
        path = self.base_url.joinpath(table)
        return self._table_class(session, path, self.headers, self.basic_auth, retry_enabled=False)

    def rpc(self, func: str, params: Mapping[str, Any], *args: Any, **kwargs: Any) -> Any:
        """Build a call of a database function."""
        self._check_headers()
        call: Any = super()
        with direct_errors():
            params = sendable(_checked_arguments(params))
        request = call.rpc(func, params, *args, **kwargs).request
        request.session = self._session_class(self._service)
        return self._call_class(request)

    def schema(self, schema: str) -> Any:
        """Return a client for another schema."""
        with direct_errors():
            if not isinstance(schema, str) or not schema:
                raise ValidationError("the schema must be a string that is not empty")
            check_sent_text("the schema", schema)
        other = type(self)(self._service, self.session, schema, _spelled(self.headers))
        other.basic_auth = self.basic_auth
        return other

    def auth(self, token: str | None, **password: Any) -> Any:
        """Use other credentials: a bearer token, or a username and a password."""
        client: Any = super()
        with direct_errors():
            try:
                if not isinstance(token, str | None):
                    raise TypeError  # noqa: TRY301 - the same as without a token
                check_sent_text("the token", token or "")
                return client.auth(token, **password)
            except (TypeError, ValueError):  # a UnicodeEncodeError too, which quotes the text
                message = "auth() takes a token, which is a string, or a username and a password"
                raise ValidationError(message) from None

    def _check_headers(self) -> None:
        # Before postgrest copies them, which fails if they cannot be decoded.
        with direct_errors():
            check_sent_headers(self.headers)


class SyncDirectClient(_DirectClient, SyncPostgrestClient):
    """A postgrest client whose requests a service sends.

    Args:
        service: Sends the requests.
        client: The service's HTTP client, as ``session``. The builders do not use it.
        schema: The database schema.
        headers: The headers of every request.
    """

    _session_class, _table_class, _call_class = _SyncSession, SyncTable, SyncCall


class AsyncDirectClient(_DirectClient, AsyncPostgrestClient):
    """The same for asyncio: see `SyncDirectClient`."""

    _session_class, _table_class, _call_class = _AsyncSession, AsyncTable, AsyncCall


async def call_function(service: Service, name: str, arguments: Mapping[str, Any] | None) -> Any:
    """Call a database function and return its result.

    Args:
        service: Sends the request.
        name: The function's name.
        arguments: The arguments by name; datetimes, UUIDs and enum members are accepted.

    Raises:
        DirectQueryError: The call failed.
    """
    with direct_errors():
        if not isinstance(name, str):
            raise ValidationError("the name of a database function must be a text")
        arguments = {} if arguments is None else _checked_arguments(arguments)
        return await service.rpc(name, to_jsonable(dict(arguments)))


def _checked_arguments(arguments: Mapping[str, Any]) -> Mapping[str, Any]:
    if not isinstance(arguments, Mapping):
        raise ValidationError("the arguments of a database function must be a mapping by name")
    return arguments


def _spelled(headers: httpx.Headers) -> dict[str, str]:
    # As in postgrest's constructor, whose own header it replaces.
    return {"X-Client-Info" if name == "x-client-info" else name: headers[name] for name in headers}


def _operation_of(query: Query) -> Operation:
    """Return the kind of operation of a query.

    An insert is keyed if all rows bring their ``id``, and an upsert can be repeated if all of them bring the columns
    that identify a row: otherwise a second attempt might insert them again.
    """
    operation = operation_of(query)
    preferences, params = _preferences(query), query.request.params
    if operation is Operation.UPSERT:
        on_conflict = params.get("on_conflict")
        target = [name.strip(' "') for name in on_conflict.split(",")] if on_conflict else _KEY
        # A row that is ignored is not returned: the second attempt would report nothing.
        reports = "resolution=ignore-duplicates" in preferences and reports_rows(query)
        return operation if has_values(_sent_rows(query), target) and not reports else Operation.INSERT
    if operation is Operation.INSERT and _media_type(query) in {_JSON, _OBJECT}:
        return Operation.KEYED_INSERT if has_values(_sent_rows(query), _KEY) else operation
    return operation


def _may_miss_rows(query: Query) -> bool:
    # Whether the first attempt of an update may have changed what its filters use, so that the second one did not
    # match all of its rows.
    values = orjson.loads(query.request.json)  # type: ignore[arg-type] # bytes: see encoded_query
    return changed_filters(filters_of(query), values) != set()


def _sent_rows(query: Query) -> list[Row]:
    sent = orjson.loads(query.request.json)  # type: ignore[arg-type] # bytes: see encoded_query
    rows = [sent] if isinstance(sent, dict) else sent
    return rows if isinstance(rows, list) and all(isinstance(row, dict) for row in rows) else [{}]


def _checked(query: Query, response: httpx.Response) -> httpx.Response:
    """Return a response if it is what the query asks for.

    Raises:
        PostgrestError: It is not.
    """
    method, media_type = str(query.request.http_method), _media_type(query)
    is_read = method in {"GET", "HEAD"}
    has_body = method == "GET" or _REPRESENTATION in _preferences(query)
    if method == "HEAD":
        pass
    elif media_type.endswith("json"):
        _check_json(response, media_type, has_body=has_body and not is_call(query))
    elif _ONE_TYPE.fullmatch(media_type) and media_type != _without_parameters(
        response.headers.get("Content-Type", "")
    ):
        raise unexpected_response(response, f"something other than {media_type}")
    if "count=" in _preferences(query) and (is_read or "Content-Range" in response.headers):
        total_of(response)
    return response


def _check_json(response: httpx.Response, media_type: str, *, has_body: bool) -> None:
    if not response.content and not has_body:
        return
    body = json_of(response)
    if not has_body:
        return
    if media_type in _LISTS:
        rows_of(response)
    elif media_type == _OBJECT and not isinstance(body, dict):
        raise unexpected_response(response, "JSON that is not an object")


def _preferences(query: Query) -> str:
    return str(query.request.headers.get("Prefer", ""))


def _media_type(query: Query) -> str:
    accepted = _without_parameters(query.request.headers.get("Accept", _JSON))
    return _JSON if accepted == "*/*" else accepted


def _without_parameters(header: str) -> str:
    return header.partition(";")[0].strip().lower()


def _unchanged(rows: list[Row]) -> httpx.Response | list[Row]:
    return rows
