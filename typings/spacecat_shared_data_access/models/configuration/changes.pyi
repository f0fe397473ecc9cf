"""Changes of a configuration: each checks what it is given, and gives what is to be stored."""

from collections.abc import Mapping
from typing import Any

def mapping(value: object, name: str) -> dict[str, Any]:
    """Give a mapping as plain JSON.

    Args:
        value: What should be a mapping.
        name: How the message calls it.

    Raises:
        ValidationError: It is none.
    """

def merged_queues(present: Mapping[str, Any] | None, queues: object, complaint: str) -> dict[str, Any]:
    """Give the queues with some of them replaced.

    Args:
        present: The queues by name.
        queues: The new ones.
        complaint: What the error says where there are none.

    Raises:
        ValidationError: There are none.
    """

def merged_handlers(present: Mapping[str, Any] | None, handlers: object) -> dict[str, Any]:
    """Give the handlers with properties of some of them replaced, and new ones added.

    Raises:
        ValidationError: There are none, or one of them is no mapping.
    """

def merged_jobs(present: list[dict[str, Any]] | None, jobs: object) -> list[dict[str, Any]]:
    """Give the jobs with properties of some of them replaced, and new ones added.

    A job is known by its type and group.

    Raises:
        ValidationError: There are none, or one of them is no mapping.
    """

def with_lists(handler: Mapping[str, Any], data: Mapping[str, Any]) -> dict[str, Any]:
    """Give a handler with lists of its sites and organizations replaced.

    Args:
        handler: The handler; not changed.
        data: Lists by ``enabled`` and ``disabled``, then by ``sites`` and ``orgs``.

    Raises:
        ValidationError: What should be a list is none.
    """

def check_handler_properties(handlers: Mapping[str, Any], properties: Mapping[str, Any]) -> None:
    """Refuse properties that a handler must not have.

    Args:
        handlers: All handlers by type, since a handler depends on others.
        properties: As they are to be stored.

    Raises:
        ValidationError: A product code, a dependency or a threshold is wrong.
    """

def check_product_codes(codes: object, complaint: str) -> None:
    """Refuse what is no list of product codes.

    Args:
        codes: What should be one.
        complaint: What the error says where it is no list, or empty.

    Raises:
        ValidationError: It is no list, is empty, or holds an unknown code.
    """
