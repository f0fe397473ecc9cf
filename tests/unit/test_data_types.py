import pytest
from pydantic import TypeAdapter, ValidationError

from spacecat_shared_data_access.schema.data_types import (
    Boolean,
    Data,
    Guid,
    LenientUrl,
    Moment,
    Number,
    Text,
    TextOrEmpty,
    Uri,
    UriOrEmpty,
    complaint,
)


def validation_error(type_, value):
    with pytest.raises(ValidationError) as raised:
        TypeAdapter(type_).validate_python(value)
    return complaint(raised.value)


def accepted(type_, value):
    return TypeAdapter(type_).validate_python(value)


@pytest.mark.parametrize("value", [None, 5, b"x", ["x"]])
def test_text_is_a_string(value):
    assert validation_error(Text, value) == '"value" must be a string'


def test_text_is_not_empty():
    assert accepted(Text, " ") == " "
    assert validation_error(Text, "") == '"value" is not allowed to be empty'
    assert accepted(TextOrEmpty, "") == ""


@pytest.mark.parametrize(
    "uri",
    [
        "https://a.com",
        "http://a.com/p?q=1#f",
        "HTTPS://A",
        "mailto:a@b",
        "urn:x:y",
        "javascript:alert(1)",
        "file:///a/b",
        "ftp:a",
        "x:/",
        "https://[::1]:80/a",
        "https://[v1.x]/",
        "https://u:p@a:80",
        "https://a.com/100%",
        "a+b-c.d:e",
    ],
)
def test_a_uri_is_absolute(uri):
    assert accepted(Uri, uri) == uri
    assert accepted(UriOrEmpty, uri) == uri


@pytest.mark.parametrize(
    "text",
    [
        "/a",
        "//a",
        "a/b",
        "nope",
        "1a:b",
        "https:",
        "https:/",
        "http://",
        "http:///a",
        "http:a",
        "https://a b",
        "https://a.com/ü",
        "https://a:b/",
        "https://[::g]/",
        "https://[fe80::1%25eth0]/",
        "https://a?b[]=1",
        "https://a#b#c",
        "https://a\n",
        "https://" + "a" * 256,
    ],
)
def test_an_invalid_uri_is_refused(text):
    assert validation_error(Uri, text) == '"value" must be a valid uri'


def test_a_uri_may_be_optional():
    assert accepted(UriOrEmpty, "") == ""
    assert validation_error(UriOrEmpty, "nope") == '"value" must be a valid uri'


def test_a_uri_check_is_quick_on_long_text():
    assert validation_error(Uri, "https://" + "a/" * 50_000 + "ü") == '"value" must be a valid uri'
    assert validation_error(Uri, "a" * 100_000) == '"value" must be a valid uri'


@pytest.mark.parametrize("url", ["/a", "http://a b", "HTTPS://A", "https://"])
def test_a_link_may_be_relative(url):
    assert accepted(LenientUrl, url) == url


@pytest.mark.parametrize("text", ["javascript:x", "data:x", "a", " https://a"])
def test_an_invalid_link_is_refused(text):
    assert validation_error(LenientUrl, text) == '"value" must start with http://, https://, or /'


@pytest.mark.parametrize(
    "guid",
    [
        "0190a1b2-c3d4-7e5f-8a6b-000000000001",
        "0190A1B2-C3D4-7E5F-8A6B-000000000001",
        "0190a1b2c3d47e5f8a6b000000000001",
        "0190a1b2:c3d4:7e5f:8a6b:000000000001",
        "{0190a1b2-c3d4-7e5f-8a6b-000000000001}",
        "00000000-0000-0000-0000-000000000000",
    ],
)
def test_a_guid_in_any_spelling(guid):
    assert accepted(Guid, guid) == guid


@pytest.mark.parametrize(
    "text",
    ["x", "{0190a1b2-c3d4-7e5f-8a6b-000000000001", "(0190a1b2-c3d4-7e5f-8a6b-000000000001]"],
)
def test_an_invalid_guid_is_refused(text):
    assert validation_error(Guid, text) == '"value" must be a valid GUID'


@pytest.mark.parametrize(
    "moment",
    [
        "2026",
        "2026-02",
        "2026-02-03",
        "2026-02-30",
        "2026-02-03T10:30",
        "2026-02-03 10:30:15",
        "2026-02-03T10:30:15.123456Z",
        "2026-02-03T24:00+0130",
        "+002026-02-03T10:30:15-23:59",
    ],
)
def test_a_timestamp_has_an_iso_8601_format_that_javascript_parses(moment):
    assert accepted(Moment, moment) == moment


@pytest.mark.parametrize(
    "text",
    ["now", "20260203", "2026-W05", "2026-034", "2026-13", "2026-02-32", "2026-02-03T10", "2026-02-03T25:00"],
)
def test_an_invalid_timestamp_is_refused(text):
    assert validation_error(Moment, text) == '"value" must be in iso format'


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (0, 0),
        (1.5, 1.5),
        (9007199254740991, 9007199254740991),
        (" 5 ", 5),
        ("+5.", 5),
        (".5", 0.5),
        ("1e3", 1000),
        ("0.1000", 0.1),
        ("0.00000012345678901234567", 1.2345678901234567e-07),
    ],
)
def test_a_number_may_be_a_string(value, number):
    assert accepted(Number, value) == number


@pytest.mark.parametrize("value", [None, True, "", "x", "0x10", "1_000", "NaN", float("nan"), []])
def test_an_invalid_number_is_refused(value):
    assert validation_error(Number, value) == '"value" must be a number'


def test_a_number_is_finite():
    assert validation_error(Number, float("inf")) == '"value" cannot be infinity'


@pytest.mark.parametrize(
    "value",
    [
        9007199254740992,
        -(2**60),
        1e300,
        "9007199254740993",
        "1e400",
        "1e-400",
        "1e99999999999999999999",
        "0.1234567890123456789",
    ],
)
def test_a_number_keeps_its_digits(value):
    assert validation_error(Number, value) == '"value" must be a safe number'


@pytest.mark.parametrize(
    ("value", "boolean"), [(True, True), (False, False), (" TRUE ", True), ("false", False)]
)
def test_a_boolean_may_be_a_string(value, boolean):
    assert accepted(Boolean, value) is boolean


@pytest.mark.parametrize("value", [None, 0, 1, "yes", ""])
def test_an_invalid_boolean_is_refused(value):
    assert validation_error(Boolean, value) == '"value" must be a boolean'


class Room(Data):
    lamps: list[Text]


class House(Data):
    rooms: list[Room]


def test_an_error_names_the_path_to_the_first_invalid_value():
    assert (
        validation_error(House, {"rooms": [{"lamps": []}, {"lamps": ["a", 5]}]})
        == '"rooms[1].lamps[1]" must be a string'
    )
    assert validation_error(House, {"rooms": [{}]}) == '"rooms[0].lamps" is required'
    assert validation_error(House, {"rooms": [5]}) == '"rooms[0]" must be of type object'
    assert validation_error(House, {"rooms": "x"}) == '"rooms" must be an array'
    assert validation_error(House, 5) == '"value" must be of type object'
