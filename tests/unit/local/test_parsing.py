"""Parsing of query strings, without a database."""

from typing import Any

import pytest

from spacecat_shared_data_access.local.errors import RequestError
from spacecat_shared_data_access.local.parsing.filters import parse_filter, parse_logic
from spacecat_shared_data_access.local.parsing.query_string import parse_order, parse_query_string
from spacecat_shared_data_access.local.parsing.select import parse_select
from spacecat_shared_data_access.local.parsing.terms import (
    Field,
    Filter,
    JsonStep,
    Logic,
    OrderTerm,
    Range,
    SelectColumn,
    SelectEmbed,
)

A, B = Field("a"), Field("b")


class TestSelect:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("*", [SelectColumn(Field("*"))]),
            ("a,b", [SelectColumn(A), SelectColumn(B)]),
            ("x:a", [SelectColumn(A, "x")]),
            ("a::text", [SelectColumn(A, None, "text")]),
            ("a::double precision", [SelectColumn(A, None, "double precision")]),
            (
                "x:a->b->>0::int",
                [SelectColumn(Field("a", (JsonStep("->", "b"), JsonStep("->>", 0))), "x", "int")],
            ),
            ("a->-2", [SelectColumn(Field("a", (JsonStep("->", -2),)))]),
            ("a->1x", [SelectColumn(Field("a", (JsonStep("->", "1x"),)))]),
            (
                "a->!@#$%^&*_b-c::text",
                [SelectColumn(Field("a", (JsonStep("->", "!@#$%^&*_b-c"),)), None, "text")],
            ),
            ("a-b", [SelectColumn(Field("a-b"))]),
            ('"a,b":"c(d)"', [SelectColumn(Field("c(d)"), "a,b")]),
            (r'"say \"hi\" \\"', [SelectColumn(Field('say "hi" \\'))]),
            ("é b", [SelectColumn(Field("é b"))]),
            ("r()", [SelectEmbed("r", ())]),
            ("r(a)", [SelectEmbed("r", (SelectColumn(A),))]),
            ("x:r!h!inner(*)", [SelectEmbed("r", (SelectColumn(Field("*")),), "x", "h", inner=True)]),
            ("r!inner!h(a)", [SelectEmbed("r", (SelectColumn(A),), None, "h", inner=True)]),
            ("r!left(a)", [SelectEmbed("r", (SelectColumn(A),))]),
            ("...r(a)", [SelectEmbed("r", (SelectColumn(A),), spread=True)]),
            ("r( a , s( b ) )", [SelectEmbed("r", (SelectColumn(A), SelectEmbed("s", (SelectColumn(B),))))]),
            ("", []),
        ],
    )
    def test_is_read_as(self, text: str, expected: list[Any]) -> None:
        assert list(parse_select(text)) == expected

    @pytest.mark.parametrize(
        ("text", "column", "details"),
        [
            ("a,", 3, "unexpected end of input expecting field name (* or [a..z0..9_$])"),
            ("a b;", 4, 'unexpected ";" expecting ",", "(" or end of input'),
            ("r(a", 4, 'unexpected end of input expecting ",", ")" or end of input'),
            ("r!h", 4, 'unexpected end of input expecting "("'),
            ("a::", 4, "unexpected end of input expecting letter or digit"),
            ('"a', 1, 'unexpected """ expecting field name (* or [a..z0..9_$])'),
            ('""', 1, 'unexpected """ expecting field name (* or [a..z0..9_$])'),
            ("a.b", 4, 'unexpected end of input expecting "->", "::", "," or end of input'),
        ],
    )
    def test_says_where_it_cannot_be_read(self, text: str, column: int, details: str) -> None:
        with pytest.raises(RequestError) as caught:
            parse_select(text)
        assert (
            caught.value.message == f'"failed to parse select parameter ({text})" (line 1, column {column})'
        )
        assert caught.value.details == details


class TestFilters:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("eq.1", Filter(A, "eq", "1")),
            ("eq.", Filter(A, "eq", "")),
            ("not.eq.a.b,c", Filter(A, "eq", "a.b,c", negated=True)),
            ('eq."quoted"', Filter(A, "eq", '"quoted"')),
            ("like(any).{a*}", Filter(A, "like", "{a*}", modifier="any")),
            ("fts(english).x", Filter(A, "fts", "x", modifier="english")),
            ("in.(1,2)", Filter(A, "in", ("1", "2"))),
            ('in.("a,b","c\\"d",e"f)', Filter(A, "in", ("a,b", 'c"d', 'e"f'))),
            ('in.("a"b,c)', Filter(A, "in", ('"a"b', "c"))),
            ("in.(,)", Filter(A, "in", ("", ""))),
            ("in.()", Filter(A, "in", ())),
            ("in.( \ta, b)", Filter(A, "in", ("a", " b"))),
            ('in.( " a",b )', Filter(A, "in", (" a", "b "))),
            ("in.(a,b)c", Filter(A, "in", ("a", "b"))),
            ("in.(a))", Filter(A, "in", ("a",))),
            ("is.nullx", Filter(A, "is", "null")),
            ("is.NULL", Filter(A, "is", "null")),
            ("not.is.not_null", Filter(A, "is", "not_null", negated=True)),
        ],
    )
    def test_are_read_as(self, text: str, expected: Filter) -> None:
        assert parse_filter(A, text) == expected

    @pytest.mark.parametrize(
        ("text", "column", "details"),
        [
            ("same.x", 1, 'unexpected "s" expecting "not" or operator (eq, gt, ...)'),
            ("not.same.x", 5, 'unexpected "s" expecting operator (eq, gt, ...)'),
            ("", 1, 'unexpected end of input expecting "not" or operator (eq, gt, ...)'),
            ("eq", 3, "unexpected end of input expecting delimiter (.)"),
            ("neq(any).x", 4, 'unexpected "(" expecting delimiter (.)'),
            ("in.1", 4, 'unexpected "1" expecting "("'),
            ("in.(1", 6, 'unexpected end of input expecting "," or ")"'),
            ("is.x", 4, 'unexpected "x" expecting isVal: (null, not_null, true, false, unknown)'),
        ],
    )
    def test_say_where_they_cannot_be_read(self, text: str, column: int, details: str) -> None:
        with pytest.raises(RequestError) as caught:
            parse_filter(A, text)
        assert caught.value.message == f'"failed to parse filter ({text})" (line 1, column {column})'
        assert caught.value.details == details


class TestLogic:
    @pytest.mark.parametrize(
        ("operator", "text", "expected"),
        [
            ("or", "(a.eq.1,b.eq.2)", Logic("or", (Filter(A, "eq", "1"), Filter(B, "eq", "2")))),
            (
                "not.and",
                "(a.eq.1,not.or(b.eq.2))",
                Logic(
                    "and",
                    (Filter(A, "eq", "1"), Logic("or", (Filter(B, "eq", "2"),), negated=True)),
                    negated=True,
                ),
            ),
            (
                "and",
                '(a.eq."x,y)",b.cs.{1,2},a.in.(3,4))',
                Logic(
                    "and",
                    (Filter(A, "eq", "x,y)"), Filter(B, "cs", "{1,2}"), Filter(A, "in", ("3", "4"))),
                ),
            ),
            ("or", "(or.eq.1)", Logic("or", (Filter(Field("or"), "eq", "1"),))),
            ("or", "(a.cs.{1)", Logic("or", (Filter(A, "cs", "{1"),))),
        ],
    )
    def test_is_read_as(self, operator: str, text: str, expected: Logic) -> None:
        assert parse_logic(operator, text) == expected


class TestOrder:
    def test_is_read_as(self) -> None:
        assert parse_order("a, b.desc.nullslast ,a->b.asc,r(a).nullsfirst") == (
            OrderTerm(A),
            OrderTerm(B, None, descending=True, nulls_first=False),
            OrderTerm(Field("a", (JsonStep("->", "b"),)), None, descending=False),
            OrderTerm(A, "r", None, nulls_first=True),
        )


class TestQueryString:
    def test_each_parameter_goes_where_it_belongs(self) -> None:
        query = parse_query_string(
            "select=a&a=eq.%2B1+2&r.s.b=gt.2&or=(a.eq.1)&r.not.and=(b.eq.2)&order=a&r.order=b.desc"
            "&limit=2&offset=1&r.limit=3&columns=%22x,y%22,z,z&on_conflict=a,%20b&select=b&&"
        )
        assert query.select == (SelectColumn(A),)
        assert query.filters == (((), Filter(A, "eq", "+1 2")), (("r", "s"), Filter(B, "gt", "2")))
        assert query.logic == (
            ((), Logic("or", (Filter(A, "eq", "1"),))),
            (("r",), Logic("and", (Filter(B, "eq", "2"),), negated=True)),
        )
        assert query.orders == (((), (OrderTerm(A),)), (("r",), (OrderTerm(B, None, descending=True),)))
        assert query.ranges == {(): Range(1, 2), ("r",): Range(0, 3)}
        assert query.columns == ("x,y", "z")
        assert query.on_conflict == ("a", "b")

    def test_a_parameter_without_an_operator_is_an_argument(self) -> None:
        query = parse_query_string("a=1&b=eq.2&c=not.a&d=1.5&r.e=eq.1", arguments=True)
        assert query.arguments == (("a", "1"), ("c", "not.a"), ("d", "1.5"))
        assert query.filters == (((), Filter(B, "eq", "2")), (("r",), Filter(Field("e"), "eq", "1")))

    @pytest.mark.parametrize("text", ["x", "", "1.5", "--1", "\u0661"])
    def test_an_invalid_limit_is_ignored(self, text: str) -> None:
        assert parse_query_string(f"limit={text}").ranges == {}
