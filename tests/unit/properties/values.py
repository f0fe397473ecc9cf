"""Values of every kind, for property tests."""

from datetime import UTC, date, datetime
from enum import Enum
from uuid import UUID

from hypothesis import strategies as st


class Colour(Enum):
    RED = "red"
    TWO = 2


# Text that JSON and PostgreSQL can store: no surrogates, and no NUL.
texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
anything = st.one_of(
    plain,
    st.text(max_size=5),
    st.integers(),
    st.floats(),
    st.binary(max_size=3),
    st.datetimes(timezones=st.none() | st.just(UTC)),
    st.dates(),
    st.uuids(),
    st.sampled_from(Colour),
    st.sampled_from(
        [object(), object, len, {1: 2}, {(1,): 2}, {"a"}, (1, 2), [[]], [{}], "\ud800", ["\udfff"]]
    ),
    st.sampled_from([datetime.min.replace(tzinfo=UTC), date.min, UUID(int=0), range(3), iter(())]),
)
