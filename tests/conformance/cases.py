"""The cases that were recorded at the original, and the means to compare with them."""

import gzip
import json
import re
from pathlib import Path

from spacecat_shared_data_access import EntityRegistry
from spacecat_shared_data_access.schema.naming import camel_to_snake

HERE = Path(__file__).parent
CLOCK = "2026-07-02T09:38:00.000Z"

# Words that are camel-cased in the original's messages and in ours: entities, and what JSON holds.
_KEPT = {"cloudId"} | {name[0].lower() + name[1:] for name in EntityRegistry.entity_names()}
# Both an entity and an attribute: the entity where one of these words comes before it.
_SHARED = {"pageIntent"}
_BEFORE_ENTITY = ("failed in ", "entity ", "[")
_CAMEL_CASED = re.compile(r"\b[a-z]+(?:[A-Z][a-z0-9]*)+\b")

# An attribute that 4.22.1 of the original drops; the port never had it.
_DROPPED = {"setPendingSemrushProvisioning", "getPendingSemrushProvisioning"}


def recorded_cases():
    """Every recorded case of the entities that are ported."""
    ported = set(EntityRegistry.entity_names())
    with gzip.open(HERE / "vectors.json.gz", "rt", encoding="utf-8") as file:
        return [case for case in json.load(file) if case["entity"] in ported and not _is_dropped(case)]


def _is_dropped(case):
    return any(method in _DROPPED for method, *_ in case["steps"])


def recorded_functions(*names):
    """Every recorded case of these exported functions."""
    with gzip.open(HERE / "functions.json.gz", "rt", encoding="utf-8") as file:
        return [case for case in json.load(file) if case["fn"] in names]


def in_python_names(message):
    """Return a message of the original with Python names in it."""
    if message.startswith("Invalid options: "):
        return message  # what follows are keys of JSON
    return _CAMEL_CASED.sub(
        lambda match: match[0] if _is_kept(match[0], message[: match.start()]) else camel_to_snake(match[0]),
        message,
    )


def _is_kept(word, before):
    return word in _KEPT and (word not in _SHARED or before.endswith(_BEFORE_ENTITY))


def masked(value):
    """Put ``<now>`` and ``<uuidv7>`` where a value was made by the clock or at random."""
    if isinstance(value, dict):
        return {key: masked(item) for key, item in value.items()}
    if isinstance(value, list):
        return [masked(item) for item in value]
    if isinstance(value, str):
        return _masked_text(value)
    return value


def _masked_text(text):
    if re.fullmatch(r"2026-07-02T09:38:0[0-2]\.\d{3}Z", text):
        return "<now>"
    # A UUIDv7 begins with the milliseconds of the clock: 2026-07-02T09:38:00.000Z.
    if re.fullmatch(r"019f2231-3cc0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", text):
        return "<uuidv7>"
    return re.sub(r"(?<=\.)2026-07-02T09:38:0[0-2]\.\d{3}Z", "<now>", text)


def normalized_query(pairs):
    """Return a query in a normal form: the order of filters, columns and list items does not matter."""
    return sorted(([name, _normalized_text(name, text)] for name, text in pairs), key=str)


def _normalized_text(name, text):
    if name == "columns":
        return ",".join(sorted(text.split(",")))
    match = re.fullmatch(r"in\.\((.*)\)", text, re.DOTALL)
    if match:
        # Quoting is up to the sender: `"a b"` and `a b` are the same value.
        values = re.findall(r'"((?:[^"\\]|\\.)*)"|([^,]+)', match[1])
        return ["in", *(re.sub(r"\\(.)", r"\1", quoted) if quoted else bare for quoted, bare in values)]
    return masked(text)
