"""Helpers of the unit tests: the sync and async API in one case, a scripted server, and readers of requests."""

import inspect
import re
import ssl
from itertools import pairwise

import httpx

from spacecat_shared_data_access.testing import SentRequest

URL = "http://postgrest.test"
CLOCK = "2026-07-02T09:38:00.000Z"
ID = "0190a1b2-c3d4-7e5f-8a6b-000000000001"
OTHER_ID = "0190a1b2-c3d4-7e5f-8a6b-000000000002"
THIRD_ID = "0190a1b2-c3d4-7e5f-8a6b-000000000003"
PARENT_ID = "0190a1b2-c3d4-7e5f-8a6b-00000000000a"

ECHO = object()
"""A reply: the rows that were sent, as PostgREST returns them with ``return=representation``."""


async def maybe_await(value):
    """Await an awaitable and return its result; return anything else. One test covers both APIs."""
    return await value if inspect.isawaitable(value) else value


async def collect(items):
    """Return the items of a sync or async generator."""
    if hasattr(items, "__aiter__"):
        return [item async for item in items]
    return list(items)


def uuid(number):
    """Return the UUID with this number."""
    return f"0190a1b2-c3d4-7e5f-8a6b-{number:012d}"


def make_model(collection, row):
    """Create the model of a complete row; columns that are not given are null."""
    return collection.create_instance_from_row({**dict.fromkeys(collection.schema.stored_columns), **row})


def error_response(status, code=None, message="refused", details=None, hint=None):
    """Create an error response of PostgREST."""
    body = {"code": code, "message": message, "details": details, "hint": hint}
    return httpx.Response(status, json=body)


def params(request):
    """Return the query parameters of a request as pairs, in order."""
    return SentRequest(request).params


def page_of(rows, request):
    """Return the rows of the requested page, by offset or by the sort keys of the row before."""
    asked = dict(params(request))
    after = re.search(r"\bid(?:\.|', ')(?:lt|gt)\.([0-9a-f-]+)", str(params(request)))
    ids = [row["id"] for row in rows]
    start = ids.index(after[1]) + 1 if after else int(asked["offset"])
    return rows[start : start + int(asked["limit"])]


def filters(request):
    """Return the query parameters that filter rows."""
    return SentRequest(request).filters


def body(request):
    """Return the JSON body of a request, or None."""
    return SentRequest(request).body


class Server:
    """Responds with the scripted replies, repeating the last one, and records the requests."""

    def __init__(self, mock_postgrest):
        self._script = mock_postgrest.on_any()
        self.respond_with([])
        # Other URLs too: those of resolved sites.
        mock_postgrest.router.route().mock(side_effect=lambda sent: self._script.respond(SentRequest(sent)))

    def respond_with(self, *replies):
        """Set the replies: rows, a status, a response, an exception, ECHO, or a function of the request."""
        self._script.clear()
        for reply in replies:
            self._script.answer(lambda sent, reply=reply: response_of(reply, sent.http))

    @property
    def requests(self):
        return [sent.http for sent in self._script.requests]

    @property
    def last(self):
        return self.requests[-1]

    @property
    def methods(self):
        return [request.method for request in self.requests]

    @property
    def paths(self):
        return [request.url.path for request in self.requests]


def response_of(reply, request):
    """Return the response for a reply, or raise it if it is an exception."""
    if callable(reply) and not isinstance(reply, type):
        reply = reply(request)
    if reply is ECHO:
        sent = body(request)
        return httpx.Response(201, json=sent if isinstance(sent, list) else [sent])
    if isinstance(reply, Exception):
        raise reply
    if isinstance(reply, int):
        return httpx.Response(reply)
    if isinstance(reply, httpx.Response):
        return httpx.Response(reply.status_code, headers=reply.headers, content=reply.content)
    return httpx.Response(200, json=reply)


def certificate_error():
    """Return the error of a server whose certificate is not trusted."""
    error = ssl.SSLCertVerificationError(1, "certificate verify failed")
    error.verify_code, error.verify_message = 18, "self-signed certificate"
    return error


def chained(*errors):
    """Return the first error; each of the others is the cause of the one before."""
    for error, cause in pairwise(errors):
        error.__cause__ = cause
    return errors[0]


class Keys:
    """A function that returns the next key on each call, and the last one again and again."""

    def __init__(self, *keys):
        self.keys = list(keys)
        self.called = 0

    def __call__(self):
        key = self.keys[min(self.called, len(self.keys) - 1)]
        self.called += 1
        return key


def sent_keys(server):
    """Return the keys that were sent, as (apikey, Authorization values)."""
    return [(each.headers["apikey"], each.headers.get_list("Authorization")) for each in server.requests]
