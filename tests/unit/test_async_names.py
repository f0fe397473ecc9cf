"""A class whose calls can be awaited has an async name, for annotations: the same class at run time."""

import re
import sys
from importlib import import_module
from pathlib import Path

import pytest

import spacecat_shared_data_access as package
from spacecat_shared_data_access import BaseCollection, BaseModel, EntityRegistry
from spacecat_shared_data_access.models import ENTITY_MODULES
from spacecat_shared_data_access.models.base.async_names import with_async_name


def subclasses(cls):
    for each in cls.__subclasses__():
        yield each
        yield from subclasses(each)


@pytest.fixture(scope="module")
def own_classes():
    """Return the models and collections of the package, and their bases."""
    for entity in EntityRegistry.entity_names():
        import_module(f"{package.__name__}.models.{ENTITY_MODULES[entity]}")
    classes = [each for root in (BaseModel, BaseCollection) for each in (root, *subclasses(root))]
    # Classes that other tests created with `type` count as the metaclass's module's, but are not found there.
    return [each for each in classes if each.__module__.startswith(f"{package.__name__}.") and is_found(each)]


def is_found(cls):
    return getattr(sys.modules[cls.__module__], cls.__name__, None) is cls


def test_every_model_and_collection_has_an_async_name_where_it_is_defined(own_classes):
    assert len(own_classes) > 2 * len(EntityRegistry.entity_names()) - 2
    for cls in own_classes:
        assert getattr(sys.modules[cls.__module__], f"Async{cls.__name__}") is cls


@pytest.mark.parametrize("entity", sorted(ENTITY_MODULES))
def test_an_entity_and_its_async_names_come_from_the_module_in_the_list(entity):
    module = import_module(f"{package.__name__}.models.{ENTITY_MODULES[entity]}")
    for name in (entity, f"{entity}Collection"):
        assert getattr(package, name) is getattr(module, name)
        assert getattr(package, f"Async{name}") is getattr(module, f"Async{name}") is getattr(module, name)


def test_the_registry_has_the_entities_of_the_list():
    EntityRegistry.reset_entities()
    assert EntityRegistry.entity_names() == sorted(ENTITY_MODULES)


@pytest.mark.parametrize("name", ["base", "configuration", "fix_entity", "site", "suggestion"])
def test_a_package_exports_the_async_names_of_what_it_exports(name):
    module = import_module(f"{package.__name__}.models.{name}")
    namespace = {}
    exec(f"from {module.__name__} import *", namespace)  # noqa: S102 - a star import is possible at module level only
    awaited = {each for each in module.__all__ if f"Async{each}" in vars(module)}
    assert awaited
    for each in awaited:
        assert namespace[f"Async{each}"] is namespace[each]


def test_a_class_of_a_users_module_gets_no_second_name():
    class Note(BaseModel):
        ENTITY_NAME = "Note"

    assert with_async_name(Note) is Note
    assert not hasattr(sys.modules[__name__], "AsyncNote")


def test_a_class_keeps_its_own_name():
    assert package.AsyncTicket.__name__ == package.AsyncTicket.__qualname__ == "Ticket"


def test_objects_with_one_api_have_no_async_name():
    with pytest.raises(AttributeError, match="has no attribute 'AsyncDataAccessError'"):
        _ = package.AsyncDataAccessError


def test_async_names_are_written_nowhere_by_hand():
    sources = Path(package.__file__).parent.rglob("*.py")
    by_hand = [
        str(path)
        for path in sources
        if re.search(r"^Async(\w+) = \1$", path.read_text("utf-8"), re.MULTILINE)
    ]
    assert by_hand == []
