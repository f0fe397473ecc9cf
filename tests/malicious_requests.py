"""Requests to a PostgREST, half of them meant to do harm: valid pieces of the grammar mixed with others.

They are about the tables of data/cinema.sql.
"""

import json
from dataclasses import dataclass
from urllib.parse import quote, quote_plus

from hypothesis import strategies as st

TABLES = ("films", "directors", "posters", "actors", "castings", "notes", "seats", "logs", "vault")
VIEWS = ("recent_films", "film_years")
COLUMNS = (
    "id", "title", "year", "rating", "seen", "mood", "tags", "info", "screening", "words", "director_id",
    "producer_id", "odd, 100% name", "name", "born", "film_id", "actor_id", "part", "url", "body", "amount",
    "hall", "number", "taken", "line", "at", "*",
)  # fmt: skip
FUNCTIONS = (
    "add", "now_and_then", "films_of", "best_film", "pairs", "joined", "echo", "write_log", "either",
    "whoami",
)  # fmt: skip
ARGUMENTS = ("a", "b", "director", "words", "line")
OPERATORS = (
    "eq", "neq", "gt", "gte", "lt", "lte", "like", "ilike", "match", "imatch", "cs", "cd", "ov", "sl", "sr",
    "nxr", "nxl", "adj", "in", "is", "isdistinct", "fts", "plfts", "phfts", "wfts",
)  # fmt: skip
TYPES = ("text", "int", "integer", "jsonb", "double precision", "date", "boolean", "int[]", "regclass", "oid")

# What would be done if a text became part of a statement: tests look whether it was.
HARM = (
    "SELECT aviary.canary()",
    "DROP TABLE aviary.birds",
    "UPDATE aviary.birds SET sings = false",
    "SET ROLE postgres",
    "SET SESSION AUTHORIZATION postgres",
    "SELECT set_config('role', 'cinema_guest', false)",
    "COMMIT",
    "SELECT pg_sleep(600)",
    "COPY films TO PROGRAM 'true'",
)
_OUTBREAKS = (
    "'; {}; --",
    '"; {}; --',
    "'); {}; --",
    '"); {}; --',
    "1; {}",
    "') OR (SELECT 1 FROM ({}) x)=('1",
    '" FROM films; {}; --',
    "\\'; {}; --",
    '\\"; {}; --',
    "$$; {}; $$",
    "$1; {}",
    "*/ {} /*",
    "-- \n{}\n",
    "%(v0)s; {}; --",
    "(({}))",
    "{}",
    "x'::text; {}; --",
    'id" , aviary.canary() AS "x',
    "id, aviary.canary()",
    "aviary.canary()",
)
_TOKENS = (
    '"', "'", "\\", ";", "--", "/*", "*/", "$$", "$1", "%", "%s", "%(v0)s", "%%", "{}", "{0}", "(", ")", "[",
    "]", "{", "}", ",", ".", ":", "::", "->", "->>", "!", "*", "=", "&", "+", " ", "\t", "\n", "\r\n", "\0",
    "\x1a", "\u2028", "\ufeff", "\U0010ffff", "é", "İ", "٣", "not.", "and(", "or(", "in.(", "null", "0", "-1",
    "9" * 20, "9" * 5_000, "1e400", "NaN", "x" * 70, "...", "inner", "select", "id", "title", "info",
)  # fmt: skip


def _often(usual, rare, times=8):
    """Mostly the one, now and then the other: a request that is wrong in many places does not get far."""
    return st.integers(0, times).flatmap(lambda die: rare if die == times else usual)


outbreaks = st.builds(str.format, st.sampled_from(_OUTBREAKS), st.sampled_from(HARM))
texts = st.text(st.characters(codec="utf-8"), min_size=1, max_size=8)
injections = st.one_of(
    outbreaks,
    st.lists(st.sampled_from(_TOKENS) | texts, min_size=1, max_size=6).map("".join),
    texts,
)


def quoted(text):
    """Write a text in the double quotes of PostgREST's grammar."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _name(valid):
    bare = st.sampled_from(valid)
    return _often(bare.map(lambda name: name if name.isidentifier() or name == "*" else quoted(name)), wild)


# Without quotes little of it is read as one name; with them it goes all the way into a statement.
wild = _often(injections.map(quoted), injections, 3)
columns = _name(COLUMNS)
relations = _name((*TABLES, *VIEWS, "director_id", "films_director_fkey"))
steps = st.builds(
    "".join,
    st.tuples(st.sampled_from(["->", "->>"]), _often(st.sampled_from(["0", "-1", "runtime", "langs"]), wild)),
)
paths = _often(
    st.lists(steps, max_size=3).map("".join), st.integers(300, 700).map(lambda length: "->a" * length), 15
)
fields = st.builds("".join, st.tuples(columns, _often(st.just(""), paths)))
values = st.one_of(
    st.sampled_from(
        ["1", "3", "Cléo", "*e*", "tense", "true", "null", "{a,b}", "[1,5)", '{"a":1}', "2020-01-01"]
    ),
    wild,
)
casts = _often(st.sampled_from(TYPES), wild)


def _select_item(items):
    plain = st.builds(
        lambda alias, field, cast: f"{alias}{field}{cast}",
        _often(st.just(""), wild.map("{}:".format)),
        fields,
        _often(st.just(""), casts.map("::{}".format)),
    )
    embedded = st.builds(
        lambda spread, alias, relation, hints, inside: f"{spread}{alias}{relation}{hints}({inside})",
        st.sampled_from(["", "", "..."]),
        _often(st.just(""), wild.map("{}:".format)),
        st.sampled_from(["castings", "posters", "directors!films_director_fkey", "directors!producer_id"])
        | relations,
        st.lists(
            _often(st.sampled_from(["inner", "left"]), wild).map("!{}".format),
            max_size=1,
        ).map("".join),
        items,
    )
    return plain | embedded


selects = st.recursive(
    st.lists(fields, min_size=1, max_size=3).map(",".join) | st.just("*"),
    lambda items: st.lists(_select_item(items), min_size=1, max_size=3).map(",".join),
    max_leaves=4,
)
lists = st.lists(values.map(quoted), max_size=4).map(lambda items: f"({','.join(items)})")
operators = _often(st.sampled_from(OPERATORS), wild)
negations = st.sampled_from(["", "", "not."])


def _operations(operands):
    def with_operand(operator):
        modifiers = st.just("")
        if operator in {"eq", "gt", "like", "ilike", "match"}:
            modifiers = _often(st.just(""), st.sampled_from(["(any)", "(all)"]) | wild.map("({})".format), 3)
        elif operator.endswith("fts"):
            modifiers = st.sampled_from(["", "(english)"]) | wild.map("({})".format)
        operand = {"in": lists, "is": _truths}.get(operator, operands)
        return st.builds("{}{}{}.{}".format, negations, st.just(operator), modifiers, operand)

    return operators.flatmap(with_operand)


_truths = _often(st.sampled_from(["null", "not_null", "true", "false", "unknown"]), wild)
operations = _operations(values)
# In a tree a comma or parenthesis ends a value without quotes.
leaves = st.builds("{}.{}".format, fields, _operations(_often(values.map(quoted), values)))
trees = st.recursive(
    leaves,
    lambda inner: st.builds(
        lambda word, parts: f"{word}({','.join(parts)})",
        st.sampled_from(["and", "or", "not.and", "not.or"]),
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=3,
)
groups = st.lists(trees, min_size=1, max_size=2).map(lambda parts: f"({','.join(parts)})")
deep_groups = st.integers(20, 120).map(lambda depth: "(" + "and(" * depth + "id.eq.1" + ")" * depth + ")")
orders = st.lists(
    st.builds(
        lambda term, direction: f"{term}{direction}",
        fields | st.builds("{}({})".format, relations, fields),
        _often(
            st.sampled_from(["", ".asc", ".desc", ".desc.nullslast", ".nullsfirst"]), wild.map(".{}".format)
        ),
    ),
    min_size=1,
    max_size=3,
).map(",".join)
numbers = _often(
    st.sampled_from(["0", "1", "2", "3"]), st.sampled_from(["-1", "9" * 18, "9" * 19, "٣", "²"]) | wild
)
embedded = "id,title,castings(part,actors(name)),directors!films_director_fkey(name)"
prefixes = st.sampled_from(["castings.", "castings.actors.", "directors."]) | wild.map("{}.".format)
_words = st.sampled_from(["or", "and", "not.or", "not.and"])
filters = st.one_of(
    st.tuples(fields, operations),
    st.tuples(_words, groups),
    st.tuples(_words, _often(groups, deep_groups)),
)
below = st.one_of(
    st.tuples(st.builds("{}{}".format, prefixes, fields), operations),
    st.tuples(st.builds("{}{}".format, prefixes, _words), groups),
    st.tuples(prefixes.map("{}order".format), orders),
    st.tuples(prefixes.map("{}limit".format), numbers),
    st.tuples(prefixes.map("{}offset".format), numbers),
)
ranges = st.one_of(
    st.tuples(st.just("order"), orders),
    st.tuples(st.just("limit"), numbers),
    st.tuples(st.just("offset"), numbers),
)
selections = st.tuples(st.just("select"), selects)
column_lists = st.tuples(
    st.sampled_from(["columns", "on_conflict"]), st.lists(columns, min_size=1, max_size=3).map(",".join)
)
arguments = st.tuples(_often(st.sampled_from(ARGUMENTS), wild), values)


def _encoded(pairs, encode):
    return "&".join(f"{encode(key)}={encode(value)}" for key, value in pairs)


def _queries(*parts, most=3):
    encode = st.sampled_from([quote, quote_plus, lambda text: quote(text, safe=",.()*:!>")])
    return st.builds(_encoded, st.lists(st.one_of(*parts), max_size=most), encode)


_percent_signs = st.sampled_from(
    ["%", "%%", "%zz", "%ff", "%00", "%c3%28", "%ED%A0%80", "&&", "=", "a", "?", "#"]
)

names = st.sampled_from([*TABLES, *VIEWS]) | wild


def _path(segments):
    return "/" + "/".join(quote(each, safe="") for each in segments)


any_path = st.lists(wild | st.just("rpc") | names, max_size=3).map(_path)

keys = _often(
    st.sampled_from(["id", "title", "body", "amount", "film_id", "hall", "number", "a", "b", "line"]),
    injections,
)
surrogates = st.sampled_from(["\ud800", "a\udfff", "\0"])
scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3),
    st.integers(),
    st.floats(),
    injections,
    surrogates,
)
json_values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=5,
)
_notes = st.fixed_dictionaries(
    {"title": scalars}, optional={"body": scalars, "amount": scalars, "id": scalars}
)
_seats = st.fixed_dictionaries({"hall": scalars, "number": st.integers(0, 5)}, optional={"taken": scalars})
_called = st.sampled_from([{"a": 1}, {"a": 1, "b": 2}, {"director": 1}, {"words": ["a"]}, {"line": "x"}, {}])
rows = st.one_of(_notes, _seats, _called, st.dictionaries(_often(keys, surrogates), json_values, max_size=4))
json_bodies = st.one_of(
    rows, rows.flatmap(lambda row: st.just([row, row])), st.lists(rows, max_size=3), json_values
).map(lambda value: json.dumps(value).encode())
csv_bodies = st.lists(
    st.lists(keys | values, min_size=1, max_size=3).map(lambda cells: ",".join(map(quoted, cells))),
    max_size=3,
).map(lambda lines: "\n".join(lines).encode())
form_bodies = _queries(st.tuples(keys, values)).map(str.encode)
bodies = st.one_of(
    json_bodies,
    json_bodies,
    csv_bodies,
    form_bodies,
    st.binary(max_size=20),
    st.sampled_from(
        [
            b"",
            b"[" * 50_000,
            b'{"a":' * 50_000,
            b"[" + b"9" * 5_000 + b"]",
            b'{"id":' + b"9" * 5_000 + b"}",
            b'id\n"' + b"x" * 200_000 + b'"',
            b"\xef\xbb\xbf{}",
            b'{"id":1,"id":2}',
            b"\xff",
        ]
    ),
)

_preferences = st.one_of(
    st.sampled_from(
        [
            "return=representation",
            "return=minimal",
            "return=headers-only",
            "count=exact",
            "count=planned",
            "count=estimated",
            "resolution=merge-duplicates",
            "resolution=ignore-duplicates",
            "missing=default",
            "missing=null",
            "handling=strict",
            "handling=lenient",
            "tx=rollback",
            "max-affected=1",
            "max-affected=" + "9" * 5_000,
            "timezone=Europe/Paris",
            "timezone=/etc/passwd",
            "timezone=../x",
            "timezone=posix",
        ]
    ),
    st.builds("{}={}".format, st.sampled_from(["return", "count", "timezone", "max-affected", "tx"]), wild),
    wild,
)
_accepts = st.one_of(
    st.sampled_from(
        [
            "application/json",
            "text/csv",
            "*/*",
            "application/vnd.pgrst.object+json",
            "application/vnd.pgrst.array+json;nulls=stripped",
            "application/vnd.pgrst.plan+json",
            "application/geo+json",
            "text/html;q=nan, */*;q=0.1",
            "application/openapi+json",
        ]
    ),
    wild,
)
_content_types = st.sampled_from(
    [
        "application/json; charset=latin-1", "text/csv", "application/x-www-form-urlencoded",
        "application/octet-stream", "text/plain",
    ]
) | wild  # fmt: skip
_ranges = st.from_regex(r"(items=)?[0-9]{0,20}-[0-9]{0,20}", fullmatch=True) | wild
_profiles = _often(st.just("public"), st.sampled_from(["aviary", "pg_catalog", "Public", ""]) | wild)
headers = st.lists(
    st.one_of(
        st.tuples(st.just("Prefer"), st.lists(_preferences, min_size=1, max_size=3).map(", ".join)),
        st.tuples(st.just("Prefer"), st.lists(_preferences, min_size=1, max_size=3).map(", ".join)),
        st.tuples(st.just("Accept"), _accepts),
        st.tuples(st.just("Range"), _ranges),
        st.tuples(st.sampled_from(["Accept-Profile", "Content-Profile"]), _profiles),
        st.tuples(st.sampled_from(["Cookie", "X-Anything", "Authorization", "Host"]), wild),
        st.tuples(st.just("Authorization"), wild.map("Bearer {}".format)),
    ),
    max_size=2,
)


def field_value(text):
    """A text as a header can carry it (RFC 9110, 5.5), in UTF-8."""
    return "".join(character for character in text if character >= " " or character == "\t").strip().encode()


@dataclass(frozen=True)
class Request:
    """One request, as it goes over the wire."""

    method: str
    path: str
    query: str
    headers: list[tuple[str, bytes]]
    body: bytes

    @property
    def target(self) -> str:
        return f"{self.path}?{self.query}" if self.query else self.path


def _requests(methods, paths, queries, contents):
    """Requests whose body, if any, is of the type that its header says."""

    def make(method, path, query, fields, content):
        content_type, body = content
        if content_type:
            fields = [("Content-Type", content_type), *fields]
        return Request(method, path, query, [(name, field_value(text)) for name, text in fields], body)

    return st.builds(make, st.sampled_from(methods), paths, queries, headers, contents)


no_content = st.just(("", b""))
contents = st.one_of(
    st.tuples(st.just("application/json"), json_bodies),
    st.tuples(st.just("application/json"), json_bodies),
    st.tuples(st.just("text/csv"), csv_bodies),
    st.tuples(st.just("application/x-www-form-urlencoded"), form_bodies),
    st.tuples(_content_types, bodies),
)
_tables = _often(st.sampled_from(["films", "films", *TABLES, *VIEWS]), wild).map(lambda name: _path([name]))
_writable = _often(st.sampled_from(["notes", "seats", "logs"]), wild).map(lambda name: _path([name]))
_functions = _often(st.sampled_from(FUNCTIONS), wild).map(lambda name: _path(["rpc", name]))

reads = _requests(
    ["GET", "GET", "GET", "HEAD"], _tables, _queries(selections, filters, filters, ranges), no_content
)
nested_reads = _requests(
    ["GET"],
    st.just("/films"),
    _queries(below, below, filters, ranges).map(lambda query: f"select={quote(embedded)}&{query}"),
    no_content,
)
writes = _requests(
    ["POST", "POST", "PATCH", "PUT"], _writable, _queries(selections, filters, column_lists), contents
)
removals = _requests(["DELETE"], _writable, _queries(filters, filters, selections, ranges), no_content)
_right_calls = st.sampled_from(
    [
        ("add", "a"),
        ("joined", "words"),
        ("films_of", "director"),
        ("write_log", "line"),
        ("either", "a"),
        ("best_film", "limit"),
    ]
).flatmap(
    lambda call: st.one_of(
        _requests(
            ["GET", "GET", "HEAD"],
            st.just(_path(["rpc", call[0]])),
            st.builds(
                lambda value, query: f"{call[1]}={quote(value)}&{query}",
                values,
                _queries(filters, ranges, selections),
            ),
            no_content,
        ),
        _requests(
            ["POST"],
            st.just(_path(["rpc", call[0]])),
            _queries(filters, ranges, selections),
            scalars.map(lambda value: ("application/json", json.dumps({call[1]: value}).encode())),
        ),
    )
)
calls = st.one_of(
    _right_calls,
    _requests(["GET", "HEAD"], _functions, _queries(arguments, arguments, filters, selections), no_content),
    _requests(["POST"], _functions, _queries(filters, selections), contents),
)
chaos = _requests(
    ["GET", "POST", "PATCH", "PUT", "DELETE", "HEAD", "OPTIONS"],
    any_path | _tables | _functions,
    _queries(selections, filters, below, ranges, column_lists, arguments, most=5)
    | st.lists(_percent_signs, max_size=5).map("".join),
    contents,
)
requests = st.one_of(reads, reads, nested_reads, writes, writes, removals, calls, chaos)
