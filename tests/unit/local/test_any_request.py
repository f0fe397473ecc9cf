"""Any request becomes an error of PostgREST or a statement that contains no text of the request."""

import re
from urllib.parse import unquote

import pytest
from hypothesis import example, given

import malicious_requests as malicious
from hypothesis_profiles import examples
from spacecat_shared_data_access.local.catalog import (
    Catalog,
    CatalogColumn,
    CatalogTable,
    ForeignKey,
    Function,
    Parameter,
    relationships,
)
from spacecat_shared_data_access.local.errors import RequestError
from spacecat_shared_data_access.local.request import RawRequest, read_request
from spacecat_shared_data_access.local.resources import prepare
from spacecat_shared_data_access.local.responses import ApiResponse, Prepared, error_response
from statements import strangers


def table(name, key, /, **columns):
    given = {each: CatalogColumn(each, type_, None, type_) for each, type_ in columns.items()}
    return CatalogTable("public", name, given, primary_key=key, unique_keys=(frozenset(key),) if key else ())


def function(name, *parameters, volatility="i", returns="scalar", of=None):
    return Function(
        "public",
        name,
        tuple(Parameter(*each) for each in parameters),
        volatility,
        returns_set=returns == "set",
        returns_rows=returns in {"set", "row"},
        returns_void=returns == "void",
        returned_table=of,
    )


_TABLES = {
    each.name: each
    for each in (
        table("directors", ("id",), id="integer", name="text", born="date"),
        table(
            "films",
            ("id",),
            **{
                "id": "integer",
                "title": "text",
                "info": "jsonb",
                "tags": "text[]",
                "words": "tsvector",
                "director_id": "integer",
                "producer_id": "integer",
                "odd, 100% name": "text",
            },
        ),
        table("posters", ("film_id",), film_id="integer", url="text"),
        table("actors", ("id",), id="integer", name="text"),
        table("castings", ("film_id", "actor_id"), film_id="integer", actor_id="integer", part="text"),
        table("seats", ("hall", "number"), hall="text", number="integer", taken="boolean"),
        table("logs", (), line="text", at="integer"),
        CatalogTable(
            "public",
            "notes",
            {
                "id": CatalogColumn("id", "integer", "nextval('notes_id_seq'::regclass)", "integer"),
                "title": CatalogColumn("title", "character varying(10)", None, "character varying"),
                "body": CatalogColumn("body", "text", "'nothing'::text", "text"),
                "amount": CatalogColumn("amount", "numeric", "0", "numeric"),
            },
            primary_key=("id",),
        ),
    )
}
_KEYS = (
    ForeignKey("films_director_fkey", "films", "directors", (("director_id", "id"),)),
    ForeignKey("films_producer_fkey", "films", "directors", (("producer_id", "id"),)),
    ForeignKey("posters_film_id_fkey", "posters", "films", (("film_id", "id"),)),
    ForeignKey("castings_film_id_fkey", "castings", "films", (("film_id", "id"),)),
    ForeignKey("castings_actor_id_fkey", "castings", "actors", (("actor_id", "id"),)),
)
_FUNCTIONS = {
    "add": (function("add", ("a", "integer", True), ("b", "integer", False)),),
    "echo": (function("echo", ("", "json", True)),),
    "films_of": (function("films_of", ("director", "integer", True), returns="set", of="films"),),
    "joined": (function("joined", ("words", "text[]", True, True)),),
    "either": (function("either", ("a", "integer", True)), function("either", ("a", "text", True))),
    "write_log": (function("write_log", ("line", "text", True), volatility="v", returns="void"),),
    "pairs": (function("pairs", returns="set"),),
}
CATALOG = Catalog("public", _TABLES, _FUNCTIONS, relationships(_TABLES, _KEYS))


def raw(request):
    segments = tuple(unquote(each) for each in request.path.split("/") if each)
    headers = [(name.lower(), value.decode("latin-1")) for name, value in request.headers]
    return RawRequest(request.method, segments, request.query, headers, request.body)


def asked(method="GET", path="/films", query="", headers=(), body=b""):
    return malicious.Request(method, path, query, list(headers), body)


@examples(400)
@given(request=malicious.requests)
@example(request=asked(query="select=info" + "->a" * 2_000))
@example(request=asked(query="info" + "->a" * 2_000 + "=eq.1"))
@example(request=asked(query="and=(" + "or(" * 100 + "id.eq.1" + ")" * 100 + ")"))
@example(request=asked(headers=[("Prefer", b"handling=strict,max-affected=" + b"9" * 5_000)]))
@example(request=asked("POST", "/notes", body=b'{"\\ud800": 1}'))
@example(request=asked("POST", "/rpc/add", body=b'{"\\ud800": 1}'))
@example(request=asked("POST", "/notes", headers=[("Content-Type", b"text/csv")], body=b"x" * 200_000))
def test_gives_an_error_or_a_statement(request):
    try:
        read = read_request(raw(request), "public")
        read.preferences.check()
        assert read.preferences.max_affected is None or read.preferences.max_affected >= 0
        prepared = prepare(read, CATALOG) if read.name else None
    except UnicodeDecodeError:
        assert "%" in request.query  # what it stands for is not UTF-8
        return
    except RequestError as error:
        response = error_response(error)
        assert 300 <= response.status < 500
        assert response.body.startswith(b'{"code": "')
        return
    if isinstance(prepared, Prepared):
        statement = prepared.statement.as_string()
        assert strangers(statement) == []
        assert set(re.findall(r"%\((v[0-9]+)\)s", statement)) <= prepared.values.values.keys()
    else:
        assert prepared is None or isinstance(prepared, ApiResponse)


@pytest.mark.parametrize("text", ["x; DROP", "a -- b", "x()", "'x'", "1e3", '"a', "pg_sleep", "$1", "%s"])
def test_knows_a_stranger(text):
    assert strangers(f'SELECT "a" AS {text}') != []
