"""Names: how an entity, an attribute, a column, a table and an accessor are called.

The rules are the original's. A name is snake case in Python and in the database, camel case in JSON.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from pluralizer import Pluralizer

# The two names that no rule gives back from their snake case.
_JSON_NAMES: Final = {"base_url": "baseURL", "github_url": "gitHubURL"}
_PYTHON_NAMES: Final = {json_name: name for name, json_name in _JSON_NAMES.items()}

_TABLES: Final = {
    "LatestAudit": "audits",
    "SuggestionGrant": "suggestion_grants",
    "BrandSemrushProject": "brand_to_semrush_projects",
}

_HUMP = re.compile(r"([a-z0-9])([A-Z])")
_UNDERSCORE = re.compile(r"_([a-z0-9])")
_pluralizer = Pluralizer()  # type: ignore[no-untyped-call] # the library has no types


@cache
def camel_to_snake(name: str) -> str:
    """Give the snake case of a camel-cased name: ``ticketKey`` → ``ticket_key``."""
    return _PYTHON_NAMES.get(name) or _HUMP.sub(r"\1_\2", name).lower()


@cache
def snake_to_camel(name: str) -> str:
    """Give the camel case of a snake-cased name: ``ticket_key`` → ``ticketKey``."""
    return _JSON_NAMES.get(name) or _UNDERSCORE.sub(lambda match: match[1].upper(), name)


@cache
def singular(name: str) -> str:
    """Give the singular of a noun: ``Tickets`` → ``Ticket``."""
    return str(_pluralizer.singular(name))


@cache
def plural(name: str) -> str:
    """Give the plural of a noun: ``Ticket`` → ``Tickets``."""
    return str(_pluralizer.plural(name))


def decapitalize(name: str) -> str:
    """Lower a name's first letter: ``OAuthNonce`` → ``oAuthNonce``."""
    return name[:1].lower() + name[1:]


def entity_for(target: str) -> str:
    """Give the entity that a reference's target names: ``Tickets`` → ``Ticket``."""
    entity = singular(target)
    return entity[:1].upper() + entity[1:]


def id_name_for(entity: str) -> str:
    """Give an entity's id attribute: ``OAuthNonce`` → ``o_auth_nonce_id``."""
    return camel_to_snake(f"{decapitalize(singular(entity))}Id")


def table_for(entity: str) -> str:
    """Give an entity's table: ``OAuthNonce`` → ``oauth_nonces``."""
    return _TABLES.get(entity) or camel_to_snake(plural(entity))


def reference_getter_for(target: str, *, many: bool) -> str:
    """Give a reference accessor's name: ``Tickets`` → ``get_tickets`` or, for one, ``get_ticket``."""
    noun = plural(target) if many else singular(target)
    return f"get_{camel_to_snake(noun)}"


def with_keys(prefix: str, keys: Iterable[str]) -> str:
    """Join a prefix and key names to an accessor's name: ``all_by``, ``[a, b]`` → ``all_by_a_and_b``."""
    return f"{prefix}_{'_and_'.join(keys)}"
