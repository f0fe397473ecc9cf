"""`spacecat-data-access stubs`: the stub of a program's own entities."""

import ast
import sys

import pytest

from spacecat_shared_data_access import EntityRegistry
from spacecat_shared_data_access.cli import main

MODULE = '''
from __future__ import annotations

from typing import TYPE_CHECKING

from spacecat_shared_data_access import AsyncBaseCollection, AsyncBaseModel, BaseCollection, BaseModel, SchemaBuilder
from spacecat_shared_data_access import DataAccess, create_data_access
from {other} import Label

if TYPE_CHECKING:
    from spacecat_shared_data_access import AsyncTicket

NAMES = ("limit", "sizes")
mapping = dict(a=1)

class Parcel(AsyncBaseModel):
    ENTITY_NAME = "Parcel"

    if TYPE_CHECKING:

        def get_weight(self) -> int: ...

    async def deliver(self, ticket: "AsyncTicket") -> Parcel:
        """Deliver it."""
        return self

class ParcelCollection(AsyncBaseCollection["Parcel"]):
    COLLECTION_NAME = "ParcelCollection"

    def _on_create(self, model: Parcel) -> None:
        """Log it."""

def open_(data_access: DataAccess) -> None: ...

PARCEL = (
    SchemaBuilder(Parcel, ParcelCollection)
    .add_reference("belongs_to", "Organization")
    .add_reference("has_many", "Labels")
    .add_attribute("weight", type="number", required=True)
    .add_attribute("limit", type="string", postgrest_field="weight_limit")
    .build()
)
'''

OTHER = """
from spacecat_shared_data_access import BaseCollection, BaseModel, SchemaBuilder

class Label(BaseModel):
    ENTITY_NAME = "Label"

class LabelCollection(BaseCollection[Label]):
    COLLECTION_NAME = "LabelCollection"

LABEL = SchemaBuilder(Label, LabelCollection).add_reference("belongs_to", "Parcel").build()
"""


@pytest.fixture
def program(tmp_path, monkeypatch):
    """A folder with two modules that declare entities, and an empty one."""
    for name, text in {
        "parcels": MODULE.format(other="labels"),
        "labels": OTHER,
        "nothing": "x = 1\n",
    }.items():
        (tmp_path / f"{name}.py").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", list(sys.path))
    yield tmp_path
    for name in ("parcels", "labels", "nothing"):
        sys.modules.pop(name, None)
    EntityRegistry.reset_entities()


def classes_of(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name: ast.unparse(node) for node in tree.body if isinstance(node, ast.ClassDef)}


def test_the_stub_has_both_apis_and_the_accessors(program, capsys):
    assert main(["stubs", "parcels", "labels"]) == 0
    assert capsys.readouterr().out == f"{program / 'parcels.pyi'}\n{program / 'labels.pyi'}\n"
    classes = classes_of(program / "parcels.pyi")
    assert "def deliver(self, ticket: Ticket) -> Parcel:" in classes["Parcel"]
    assert "async def deliver(self, ticket: AsyncTicket) -> AsyncParcel:" in classes["AsyncParcel"]
    assert "def get_weight(self) -> float:" in classes["_ParcelFields"]
    assert "weight: Writable[float, float]" in classes["_ParcelProperties"]
    assert "def get_organization(self, *, include: " in classes["Parcel"]
    assert ") -> Organization | None:" in classes["Parcel"]
    assert (
        "async def get_labels(self, **options: Unpack[_LabelList]) -> list[AsyncLabel]:"
        in classes["AsyncParcel"]
    )
    assert "def all_by_organization_id(" in classes["_ParcelFinders"]
    assert "async def _on_create(self, model: AsyncParcel) -> None:" in classes["AsyncParcelCollection"]
    assert "def _on_create(self, model: Parcel) -> None:" in classes["ParcelCollection"]
    assert {"ParcelItem", "ParcelJsonItem", "ParcelValues", "ParcelAttributes"} <= set(classes)


def test_an_attribute_named_like_an_option_is_no_keyword(program):
    main(["stubs", "parcels"])
    classes = classes_of(program / "parcels.pyi")
    assert "limit: str | None" not in classes["_ParcelKeywords"]
    assert "weight: float" in classes["_ParcelKeywords"]


def test_the_data_access_knows_the_entities_of_the_module(program):
    main(["stubs", "parcels"])
    text = (program / "parcels.pyi").read_text(encoding="utf-8")
    classes = classes_of(program / "parcels.pyi")
    entities = classes["DataAccess"].splitlines()[1:]
    assert entities == ["    Label: LabelCollection", "    Parcel: ParcelCollection"]
    assert "Parcel: AsyncParcelCollection" in classes["AsyncDataAccess"]
    assert "def create_data_access(" in text
    assert "def create_async_data_access(" not in text  # the module does not have it
    assert "def open_(data_access: DataAccess) -> None" in text


def test_the_stub_is_valid_python_and_the_same_each_time(program):
    main(["stubs", "parcels"])
    first = (program / "parcels.pyi").read_text(encoding="utf-8")
    compile(first, "parcels.pyi", "exec")
    main(["stubs", "parcels"])
    assert (program / "parcels.pyi").read_text(encoding="utf-8") == first


@pytest.mark.parametrize(
    ("module", "message"),
    [
        ("nothing", "nothing declares no entities"),
        ("missing", "there is no module missing"),
        ("missing.part", "there is no module missing.part"),
        ("sys", "sys is not a module of a program"),
        ("spacecat_shared_data_access.models.ticket", "is not a module of a program"),
    ],
)
def test_what_has_no_entities_is_refused(program, capsys, module, message):
    assert main(["stubs", module]) == 1
    assert message in capsys.readouterr().err
    assert list(program.glob("*.pyi")) == []
