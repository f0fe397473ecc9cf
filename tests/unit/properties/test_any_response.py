"""For any response, a caller gets the documented result or a DataAccessError."""

import gzip
import json
import logging

import httpx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hypothesis_profiles import examples
from spacecat_shared_data_access import (
    BaseModel,
    CreateResult,
    DataAccessError,
    RetryPolicy,
    create_async_data_access,
    create_data_access,
)
from unit.helpers import ID, OTHER_ID, THIRD_ID, URL, collect, make_model, maybe_await

ORGANIZATION = {
    "name": "ACME",
    "ims_org_id": "0123456789ABCDEF01234567@AdobeOrg",
}
TICKET = {
    "organization_id": ID,
    "task_management_connection_id": OTHER_ID,
    "external_ticket_id": "10042",
    "ticket_key": "ASO-42",
    "ticket_url": "https://acme.atlassian.net/browse/ASO-42",
    "ticket_provider": "jira_cloud",
    "created_by": "somebody",
}


class Wire:
    """Sends the given response to a client without earlier responses."""

    def __init__(self):
        self.reply = None
        self.client = None

    def respond_with(self, reply):
        self.reply = reply
        self.client.cookies.clear()

    def __call__(self, _request):
        if isinstance(self.reply, Exception):
            raise self.reply
        status, headers, content = self.reply
        return httpx.Response(status, headers=headers, content=content)


@pytest.fixture
def wire():
    return Wire()


@pytest.fixture
async def data_access(api, wire):
    transport = httpx.MockTransport(wire)
    settings = {"postgrest_url": URL, "log": QUIET, "retry": RetryPolicy.off()}
    if api == "blocking":
        with httpx.Client(transport=transport) as wire.client:
            yield create_data_access(client=wire.client, **settings)
    else:
        async with httpx.AsyncClient(transport=transport) as wire.client:
            yield create_async_data_access(client=wire.client, **settings)


QUIET = logging.getLogger("quiet")
QUIET.disabled = True

texts = st.text(max_size=20)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=8,
)
stamps = st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}.{0,20}", fullmatch=True)
columns = st.sampled_from(
    [
        "id",
        "created_at",
        "updated_at",
        "organization_id",
        "connection_id",
        "provider",
        "ticket_provider",
        "status",
        "ticket_status",
        "metadata",
        "config",
        "expires_at",
        "revoked_count",
        "success",
    ]
)
ids = st.sampled_from([ID, OTHER_ID, THIRD_ID])
rows = st.dictionaries(columns | texts, json_values | stamps | ids, max_size=8)
error_bodies = st.fixed_dictionaries(
    {},
    optional={
        "code": json_values | st.sampled_from(["23505", "42501", "22P02", "PGRST116", "PGRST205", "57014"]),
        "message": json_values | texts,
        "details": json_values | texts,
        "hint": json_values | texts,
    },
)


def as_json(value):
    return json.dumps(value).encode()


bodies = st.one_of(
    st.just(b""),
    st.binary(max_size=60),
    st.lists(rows, min_size=1, max_size=1).map(as_json),
    st.lists(rows, max_size=4).map(as_json),
    rows.map(as_json),
    json_values.map(as_json),
    error_bodies.map(as_json),
    st.lists(rows, max_size=2).map(as_json).map(gzip.compress),
    st.lists(rows, min_size=1, max_size=2).map(as_json).map(lambda content: content[:-2]),
    st.sampled_from([b"[" * 100_000, b"[" + b"9" * 5_000 + b"]", b"\xef\xbb\xbf[]", b"<html>"]),
)
header_values = st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=30).map(
    lambda text: text.encode("latin-1")
)
content_ranges = st.one_of(
    st.from_regex(r"(?:[0-9]+-[0-9]+|\*)/(?:[0-9]+|\*)", fullmatch=True),
    st.integers(1, 6_000).map(lambda length: "*/" + "9" * length),
    st.sampled_from(["0-0/²", "*/٣", "0-1/2/3", "bytes 0-1/2", "*/-1"]),
).map(str.encode)
header_lists = st.lists(
    st.one_of(
        st.tuples(st.just("Content-Range"), content_ranges | header_values),
        st.tuples(
            st.just("Content-Type"),
            st.sampled_from([b"application/json", b"text/html; charset=utf-7", b"x; charset=\x00"])
            | header_values,
        ),
        st.tuples(
            st.just("Content-Encoding"),
            st.sampled_from([b"gzip", b"deflate", b"br", b"zstd", b"identity", b"gzip, deflate"]),
        ),
        st.tuples(
            st.just("Location"),
            st.sampled_from([b"/elsewhere", b"http://[", b"http://\xff", b"//", b"http://a:b", b":"])
            | header_values,
        ),
        st.tuples(
            st.sampled_from(["Set-Cookie", "Retry-After", "WWW-Authenticate", "X-Anything"]), header_values
        ),
    ),
    max_size=4,
    unique_by=lambda pair: pair[0],
)
statuses = st.one_of(
    st.sampled_from([200, 200, 200, 201, 204, 206]),
    st.sampled_from([301, 302, 307, 400, 401, 403, 404, 406, 409, 429, 500, 502, 503, 504]),
    st.integers(100, 999),
)
responses = st.tuples(statuses, header_lists, bodies)


def _exceptions():
    request = httpx.Request("GET", URL)
    for name in httpx.__all__:
        kind = getattr(httpx, name)
        if not (isinstance(kind, type) and issubclass(kind, Exception)):
            continue
        if kind is httpx.HTTPStatusError:
            yield kind("status", request=request, response=httpx.Response(500, request=request))
        elif kind in {httpx.ResponseNotRead, httpx.RequestNotRead, httpx.StreamConsumed, httpx.StreamClosed}:
            yield kind()
        else:
            yield kind("broken")


EXCEPTIONS = tuple(_exceptions())
replies = responses | st.sampled_from(EXCEPTIONS)


def is_model(found):
    if not isinstance(found, BaseModel):
        return False
    assert isinstance(found.to_json(), dict)
    assert isinstance(repr(found), str)
    for name in found.schema.attributes:
        getattr(found, f"get_{name}")()
    return True


def is_list_of_models(found):
    return isinstance(found, list) and all(map(is_model, found))


def is_created(found):
    return isinstance(found, CreateResult) and is_list_of_models(found.created_items)


def is_count(found):
    return isinstance(found, int) and found >= 0


def is_model_or_none(found):
    return found is None or is_model(found)


def is_tellable(error):
    parts = (error.code, error.details, error.hint)
    return isinstance(str(error), str) and all(isinstance(part, str | None) for part in parts)


def nothing(found):
    return found is None


def anything(_found):
    return True


def ticket(data_access):
    row = {"id": ID, "organization_id": ID, "connection_id": OTHER_ID, "ticket_status": "To Do"}
    return make_model(data_access.Ticket, row)


def site(data_access):
    return make_model(data_access.Site, {"id": ID, "base_url": "https://acme.test"})


CALLS = {
    "find_by_id": (lambda data: data.Ticket.find_by_id(ID), is_model_or_none),
    "exists_by_id": (lambda data: data.Ticket.exists_by_id(ID), lambda found: isinstance(found, bool)),
    "all": (lambda data: data.TaskManagementConnection.all(), is_list_of_models),
    "all, one": (lambda data: data.Organization.all(limit=1), is_model_or_none),
    "all, a page": (
        lambda data: data.Site.all(limit=2, return_cursor=True),
        lambda found: is_list_of_models(found.data),
    ),
    "iterate": (lambda data: collect(data.Ticket.iterate()), is_list_of_models),
    "batch_get_by_keys": (
        lambda data: data.Ticket.batch_get_by_keys([{"ticket_key": "a"}, {"ticket_key": "b"}]),
        lambda found: is_list_of_models(found.data),
    ),
    "count": (lambda data: data.Ticket.count(), is_count),
    "create": (lambda data: data.Ticket.create(TICKET), is_model),
    "upsert": (lambda data: data.Organization.create(ORGANIZATION, upsert=True), is_model),
    "create_many": (lambda data: data.Ticket.create_many([TICKET, TICKET]), is_created),
    "save": (lambda data: ticket(data).set_ticket_status("Done").save(), is_model),
    "save_many": (
        lambda data: data.Ticket.save_many([ticket(data).set_ticket_status("Done")]),
        nothing,
    ),
    "update_by_keys": (
        lambda data: data.Ticket.update_by_keys({"ticket_key": "a"}, {"ticket_status": "b"}),
        nothing,
    ),
    "remove": (lambda data: ticket(data).remove(), is_model),
    "remove, many levels": (lambda data: site(data).remove(), is_model),
    "remove_by_ids": (lambda data: data.Ticket.remove_by_ids([ID, OTHER_ID]), nothing),
    "remove_by_index_keys": (
        lambda data: data.Ticket.remove_by_index_keys([{"ticket_key": "a"}]),
        nothing,
    ),
    "a nonce's delete": (lambda data: data.OAuthNonce.delete(nonce="n"), anything),
    "rpc, grant": (
        lambda data: data.SuggestionGrant.invoke_grant_suggestions_rpc([ID], ID, "grant_cwv", "2026-07"),
        anything,
    ),
    "rpc, revoke": (lambda data: data.SuggestionGrant.revoke_suggestion_grant(ID), anything),
    "a parent": (lambda data: ticket(data).get_organization(), is_model_or_none),
    "children": (lambda data: ticket(data).get_ticket_suggestions(), is_list_of_models),
}


@pytest.mark.parametrize("name", CALLS)
@examples(30)
@given(reply=replies)
@example(reply=(200, [("Content-Range", b"*/" + b"9" * 5_000)], b""))
@example(reply=(200, [], b'[{"id": "1", "ticket_provider": [1]}]'))
@example(reply=(200, [], b'[{"id": []}, {"id": {}}]'))
@example(reply=(200, [], b'[{"id": "1", "opportunity_id": []}, {"id": "2", "opportunity_id": {}}]'))
@example(reply=(301, [("Location", b"/"), ("Set-Cookie", b"\x80")], b""))
async def test_returns_the_documented_result_or_raises_a_data_access_error(data_access, wire, name, reply):
    call, as_promised = CALLS[name]
    wire.respond_with(reply)
    try:
        found = await maybe_await(call(data_access))
    except DataAccessError as error:
        found = error
    assert is_tellable(found) if isinstance(found, DataAccessError) else as_promised(found), found


@pytest.mark.parametrize("error", EXCEPTIONS, ids=lambda error: type(error).__name__)
async def test_any_error_of_httpx_becomes_a_data_access_error(data_access, wire, error):
    wire.respond_with(error)
    with pytest.raises(DataAccessError):
        await maybe_await(data_access.Ticket.find_by_id(ID))
