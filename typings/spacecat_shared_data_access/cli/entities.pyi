"""`spacecat-data-access entities` and `describe`: what the entities are, for people and as JSON."""

import argparse

def list_entities(arguments: argparse.Namespace) -> int:
    """Print every entity, its table and what it is."""

def describe(arguments: argparse.Namespace) -> int:
    """Print all that is declared about one entity."""

def entities_spelt(name: str) -> list[str]:
    """Give the entities that a name may stand for.

    Args:
        name: An entity's, a collection's or a table's name, in any case, in one word or several, in
            singular or plural.
    """
