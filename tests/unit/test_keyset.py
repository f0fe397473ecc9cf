import pytest

from spacecat_shared_data_access.postgrest.keyset import SortKey, filters_after

ROW = {"year": 1999, "title": "a,b", "seen_at": "2026-07-02T09:38:00.123456+00:00", "tags": ["x"], "id": "7"}


def after(*columns, ascending=False, **values):
    keys = [SortKey(column, ascending) for column in columns]
    return filters_after({**ROW, **values}, keys)


def test_a_unique_column_alone_is_compared():
    assert after("id") == (("id", "lt.7"),)
    assert after("id", ascending=True) == (("id", "gt.7"),)


def test_several_columns_are_compared_one_after_the_other():
    assert after("year", "id") == (("year", "lte.1999"), ("or", "(year.lt.1999,and(year.eq.1999,id.lt.7))"))
    assert after("year", "title", "id") == (
        ("year", "lte.1999"),
        (
            "or",
            '(year.lt.1999,and(year.eq.1999,title.lt."a,b"),and(year.eq.1999,title.eq."a,b",id.lt.7))',
        ),
    )


def test_a_text_that_begins_with_a_brace_is_quoted():
    assert after("title", "id", title="{a}b")[1] == (
        "or",
        '(title.lt."{a}b",and(title.eq."{a}b",id.lt.7))',
    )


def test_a_timestamp_keeps_its_microseconds():
    bound, _ = after("seen_at", "id")
    assert bound == ("seen_at", "lte.2026-07-02T09:38:00.123456+00:00")


def test_descending_nulls_come_first():
    assert after("year", "id", year=None) == (("or", "(year.not.is.null,and(year.is.null,id.lt.7))"),)
    assert after("year", "title", "id", title=None) == (
        ("year", "lte.1999"),
        (
            "or",
            "(year.lt.1999,and(year.eq.1999,title.not.is.null),and(year.eq.1999,title.is.null,id.lt.7))",
        ),
    )


def test_ascending_nulls_come_last():
    assert after("year", "id", ascending=True) == (
        ("year", "gte.1999"),
        ("or", "(year.gt.1999,and(year.eq.1999,id.gt.7))"),
    )
    assert after("year", "title", "id", ascending=True) == (
        ("year", "gte.1999"),
        (
            "or",
            (
                '(year.gt.1999,and(year.eq.1999,title.gt."a,b"),and(year.eq.1999,title.is.null),'
                'and(year.eq.1999,title.eq."a,b",id.gt.7))'
            ),
        ),
    )
    assert after("year", "id", ascending=True, year=None) == (
        ("year", "is.null"),
        ("or", "(and(year.is.null,id.gt.7))"),
    )


@pytest.mark.parametrize("value", [1.5, ["x"], {"a": 1}])
def test_columns_without_a_reliable_order_have_no_filters(value):
    assert after("year", "id", year=value) is None


def test_a_last_column_without_a_value_has_no_filters():
    assert after("year", "id", id=None) is None
