"""`spacecat-data-access entities` and `describe`: the entities as text and as JSON."""

import argparse

def list_entities(arguments: argparse.Namespace) -> int:
    """Print every entity, its table and its summary."""

def describe(arguments: argparse.Namespace) -> int:
    """Print everything that one entity declares."""

def entities_spelt(name: str) -> list[str]:
    """Return the entities that a name may refer to.

    Args:
        name: The name of an entity, a collection or a table: in any case, in one word or several, singular
            or plural.
    """
