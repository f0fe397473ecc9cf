"""Content negotiation."""

from dataclasses import dataclass

from spacecat_shared_data_access.local.errors import PostgrestError

_OBJECT = "application/vnd.pgrst.object"
_ARRAY = "application/vnd.pgrst.array"
_STRIPPED = "nulls=stripped"
_ANY = frozenset({"*/*", "application/*"})


@dataclass(frozen=True, slots=True)
class MediaType:
    """The type of a response's body.

    Attributes:
        name: The media type without the charset.
        single: Whether it is one object instead of a list.
        strip_nulls: Whether keys with null values are left out.
    """

    name: str
    single: bool = False
    strip_nulls: bool = False

    @property
    def content_type(self) -> str:
        """The Content-Type header."""
        return f"{self.name}; charset=utf-8"


JSON = MediaType("application/json")
CSV = MediaType("text/csv")
OBJECT = MediaType(f"{_OBJECT}+json", single=True)
STRIPPED_OBJECT = MediaType(f"{_OBJECT}+json;{_STRIPPED}", single=True, strip_nulls=True)
_STRIPPED_ARRAY = MediaType(f"{_ARRAY}+json;{_STRIPPED}", strip_nulls=True)
OPENAPI = MediaType("application/openapi+json")


def negotiate(accept: str, *, root: bool = False) -> MediaType:
    """Return the media type of the response.

    Args:
        accept: The Accept header, or an empty string.
        root: Whether the request is for the document at `/`.

    Raises:
        PostgrestError: PGRST107 if no media type is acceptable.
    """
    wanted = _by_quality(accept)
    for name, parameters in wanted:
        found = _root(name) if root else _rows(name, parameters)
        if found:
            return found
    names = ", ".join(name for name, _ in wanted)
    raise PostgrestError(406, "PGRST107", f"None of these media types are available: {names}")


def _by_quality(accept: str) -> list[tuple[str, frozenset[str]]]:
    """Return the acceptable media types and their parameters, the preferred ones first."""
    wanted: list[tuple[float, str, frozenset[str]]] = []
    for text in (accept or "*/*").split(","):
        name, *parameters = (part.strip().lower() for part in text.split(";"))
        quality = next((_quality(part[2:]) for part in parameters if part.startswith("q=")), 1.0)
        wanted.append((quality, name, frozenset(parameters)))
    wanted.sort(key=lambda item: -item[0])
    return [(name, parameters) for _, name, parameters in wanted]


def _quality(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 1.0


def _rows(name: str, parameters: frozenset[str]) -> MediaType | None:
    if name in _ANY or name == JSON.name:
        return JSON
    if name == CSV.name:
        return CSV
    strip = _STRIPPED in parameters
    if name in {_OBJECT, OBJECT.name}:
        return STRIPPED_OBJECT if strip else OBJECT
    if name in {_ARRAY, f"{_ARRAY}+json"}:
        return _STRIPPED_ARRAY if strip else JSON
    return None


def _root(name: str) -> MediaType | None:
    return OPENAPI if name in _ANY or name in {JSON.name, OPENAPI.name} else None
