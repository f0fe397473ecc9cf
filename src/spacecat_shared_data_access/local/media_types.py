"""Content negotiation."""

import re
from dataclasses import dataclass, replace

from spacecat_shared_data_access.local.errors import RequestError

_OBJECT = "application/vnd.pgrst.object"
_ARRAY = "application/vnd.pgrst.array"
_PLAN = "application/vnd.pgrst.plan"
_STRIPPED = "nulls=stripped"
_PLAN_OPTIONS = ("analyze", "verbose", "settings", "buffers", "wal")
# A parameter's value is quoted if it contains a semicolon.
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=("[^"]*"|[A-Za-z0-9|-]+)')


@dataclass(frozen=True, slots=True)
class MediaType:
    """The type of a response's body.

    Attributes:
        name: The media type without the charset.
        single: Whether it is one object instead of a list.
        strip_nulls: Whether keys with null values are left out.
        is_csv: Whether it is CSV, not JSON.
        explain: The options of EXPLAIN if the statement's plan is the body: `FORMAT JSON`, `ANALYZE`.
    """

    name: str
    single: bool = False
    strip_nulls: bool = False
    is_csv: bool = False
    explain: tuple[str, ...] = ()

    @property
    def content_type(self) -> str:
        """The Content-Type header."""
        return f"{self.name}; charset=utf-8"


JSON = MediaType("application/json")
CSV = MediaType("text/csv", is_csv=True)
OBJECT = MediaType(f"{_OBJECT}+json", single=True)
STRIPPED_OBJECT = MediaType(f"{_OBJECT}+json;{_STRIPPED}", single=True, strip_nulls=True)
_STRIPPED_ARRAY = MediaType(f"{_ARRAY}+json;{_STRIPPED}", strip_nulls=True)
OPENAPI = MediaType("application/openapi+json")


def negotiate(accept: str, *, root: bool = False, plans: bool = False) -> MediaType:
    """Return the media type of the response.

    Args:
        accept: The Accept header, or an empty string.
        root: Whether the request is for the document at `/`.
        plans: Whether the plans of statements may be shown.

    Raises:
        RequestError: PGRST107 if no media type is acceptable.
    """
    wanted = _by_preference(accept)
    for text in wanted:
        found = _root(text) if root else _rows(text, plans=plans)
        if found:
            return found
    names = ", ".join(map(_canonical, wanted))
    raise RequestError(406, "PGRST107", f"None of these media types are available: {names}")


def _by_preference(accept: str) -> list[str]:
    """Return the acceptable media types without blanks: by quality, and then the more specific ones first."""
    wanted: list[tuple[float, int, str]] = []
    for text in (accept or "*/*").replace(" ", "").split(","):
        media_type, _, rest = text.partition(";q=")
        quality = _quality(rest.partition(";")[0])
        wanted.append((quality, media_type.count(";") - media_type.count("*"), media_type))
    wanted.sort(key=lambda item: item[:2], reverse=True)
    return [media_type for *_, media_type in wanted]


def _quality(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 1.0


def _rows(text: str, *, plans: bool) -> MediaType | None:
    name, parameters = _parsed(text)
    strip = parameters.get("nulls") == "stripped"
    match name:
        case "*/*" | JSON.name:
            return JSON
        case CSV.name:
            return CSV
        case "application/vnd.pgrst.object" | OBJECT.name:
            return STRIPPED_OBJECT if strip else OBJECT
        case "application/vnd.pgrst.array" | "application/vnd.pgrst.array+json":
            return _STRIPPED_ARRAY if strip else JSON
        case _ if name in {_PLAN, f"{_PLAN}+text", f"{_PLAN}+json"}:
            of = _rows(parameters.get("for", JSON.name), plans=False)
            return _plan(name, of, parameters) if of and plans else None
    return None


def _parsed(text: str) -> tuple[str, dict[str, str]]:
    name, semicolon, rest = text.partition(";")
    parameters = _PARAMETER.findall(semicolon + rest)
    return name.lower(), {key.lower(): value.strip('"') for key, value in parameters}


def _plan(name: str, of: MediaType, parameters: dict[str, str]) -> MediaType:
    kind = "json" if name.endswith("+json") else "text"
    given = parameters.get("options", "").split("|")
    options = [option for option in _PLAN_OPTIONS if option in given]
    full = f'{_PLAN}+{kind}; for="{of.name}"' + (f"; options={'|'.join(options)}" if options else "")
    return replace(of, name=full, explain=(f"FORMAT {kind.upper()}", *(option.upper() for option in options)))


def _canonical(text: str) -> str:
    """Return how PostgREST writes a media type that it refused."""
    found = _rows(text, plans=True)
    return found.name if found else text


def _root(text: str) -> MediaType | None:
    return OPENAPI if _parsed(text)[0] in {"*/*", JSON.name, OPENAPI.name} else None
