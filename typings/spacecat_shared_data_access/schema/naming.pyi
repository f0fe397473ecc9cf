"""Names: how an entity, an attribute, a column, a table and an accessor are called.

The rules are the original's. A name is snake case in Python and in the database, camel case in JSON.
"""

from collections.abc import Iterable

def camel_to_snake(name: str) -> str:
    """Give the snake case of a camel-cased name: ``ticketKey`` → ``ticket_key``."""

def snake_to_camel(name: str) -> str:
    """Give the camel case of a snake-cased name: ``ticket_key`` → ``ticketKey``."""

def singular(name: str) -> str:
    """Give the singular of a noun: ``Tickets`` → ``Ticket``."""

def plural(name: str) -> str:
    """Give the plural of a noun: ``Ticket`` → ``Tickets``."""

def decapitalize(name: str) -> str:
    """Lower a name's first letter: ``OAuthNonce`` → ``oAuthNonce``."""

def entity_for(target: str) -> str:
    """Give the entity that a reference's target names: ``Tickets`` → ``Ticket``."""

def id_name_for(entity: str) -> str:
    """Give an entity's id attribute: ``OAuthNonce`` → ``o_auth_nonce_id``."""

def table_for(entity: str) -> str:
    """Give an entity's table: ``OAuthNonce`` → ``oauth_nonces``."""

def reference_getter_for(target: str, *, many: bool) -> str:
    """Give a reference accessor's name: ``Tickets`` → ``get_tickets`` or, for one, ``get_ticket``."""

def with_keys(prefix: str, keys: Iterable[str]) -> str:
    """Join a prefix and key names to an accessor's name: ``all_by``, ``[a, b]`` → ``all_by_a_and_b``."""
