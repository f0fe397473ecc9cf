"""Naming rules of entities, attributes, columns, tables and accessors.

The rules are the original's. Names are snake case in Python and in the database, camel case in JSON.
"""

from collections.abc import Iterable

def camel_to_snake(name: str) -> str:
    """Return a camel case name in snake case: ``ticketKey`` → ``ticket_key``."""

def snake_to_camel(name: str) -> str:
    """Return a snake case name in camel case: ``ticket_key`` → ``ticketKey``."""

def singular(name: str) -> str:
    """Return the singular of a noun: ``Tickets`` → ``Ticket``."""

def plural(name: str) -> str:
    """Return the plural of a noun: ``Ticket`` → ``Tickets``."""

def decapitalize(name: str) -> str:
    """Return a name with its first letter in lower case: ``OAuthNonce`` → ``oAuthNonce``."""

def entity_for(target: str) -> str:
    """Return the entity that a reference's target names: ``Tickets`` → ``Ticket``."""

def id_name_for(entity: str) -> str:
    """Return the name of an entity's ID attribute: ``OAuthNonce`` → ``o_auth_nonce_id``."""

def table_for(entity: str) -> str:
    """Return the name of an entity's table: ``OAuthNonce`` → ``oauth_nonces``."""

def reference_getter_for(target: str, *, many: bool) -> str:
    """Return the name of a reference's accessor: ``Tickets`` → ``get_tickets``, or ``get_ticket`` for one."""

def with_keys(prefix: str, keys: Iterable[str]) -> str:
    """Return the name of an accessor by keys: ``all_by``, ``[a, b]`` → ``all_by_a_and_b``."""
