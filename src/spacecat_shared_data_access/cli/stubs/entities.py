"""The stub code that a schema adds to its model and its collection."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from enum import StrEnum
from typing import Any, get_args

from spacecat_shared_data_access.cli.stubs.collections import (
    DOCUMENTED,
    KEYWORD_METHODS,
    NAMED_OPTIONS,
    RESULTS,
    WITH_KEYWORDS,
    alias_of,
    bound_collection,
    keyword_options,
    shared_methods,
    spelled_out,
    with_attribute_keywords,
)
from spacecat_shared_data_access.cli.stubs.mirror import Function, expression
from spacecat_shared_data_access.models.base.properties import attributes_without_property
from spacecat_shared_data_access.models.base.queries import Options
from spacecat_shared_data_access.models.base.registry import EntityRegistry
from spacecat_shared_data_access.schema import Attribute, Reference, ReferenceType, Schema
from spacecat_shared_data_access.schema.attribute import MISSING
from spacecat_shared_data_access.schema.naming import with_keys

_ITEM_TYPES = {"string": "str", "number": "float", "boolean": "bool", "map": "dict[str, Any]"}
_MOMENTS = ("_at", "_date", "_time")


class EntityStub:
    """The parts of an entity's stub that come from its schema.

    Args:
        schema: The entity's schema.
    """

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.name = schema.model_name
        self.needs: set[tuple[str, str]] = set()

    @property
    def home(self) -> str:
        """The module of its model and its types."""
        return self.schema.model_class.__module__

    @property
    def type_arguments(self) -> tuple[str, ...]:
        """The type arguments of the entity's collection, besides its model."""
        name, include = self.name, self.include_name[1]
        return f"_{name}Items", f"_{name}Keys", f"{name}Attributes", f"_{name}Name", include

    @property
    def option_arguments(self) -> str:
        """The type arguments of the entity's options."""
        return ", ".join(self.type_arguments[2:])

    @property
    def include_name(self) -> tuple[str, str]:
        """The module and name of the type of ``include``: that of the models that the collection returns."""
        schema = EntityRegistry.schema_of(self.schema.result_entity)
        return schema.model_class.__module__, f"_{schema.model_name}Include"

    @property
    def type_names(self) -> set[tuple[str, str]]:
        """The modules and names that `type_arguments` uses."""
        names = (f"_{self.name}Items", f"_{self.name}Keys", self.keywords)
        return {(self.home, name) for name in names} | self.option_names

    def declarations(self) -> str:
        """Return the entity's own types: items of ``create``, attribute names and columns."""
        attributes = self.schema.attributes.values()
        name = self.name
        names = ", ".join(f'"{each}"' for each in self.schema.attributes)
        without = attributes_without_property(self.schema)
        properties = [f"    {self._property(each)}" for each in attributes if each.name not in without]
        columns = "".join(f"\n    {each}: Column" for each in without)
        included = ", ".join(f'"{each}"' for each in included_paths(self.schema))
        parts = [
            f"_{name}Name: TypeAlias = Literal[{names}]",
            f"_{name}Include: TypeAlias = {f'Literal[{included}]' if included else 'Never'}",
            f"_{name}Items: TypeAlias = {name}Item | {name}JsonItem",
            f"_{name}Keys: TypeAlias = {name}Values | {name}JsonValues",
            *(
                f"{alias_of(f'_{name}', options)}: TypeAlias = {options}[{self.option_arguments}]"
                for options in NAMED_OPTIONS
            ),
        ]
        for kind, spelling in (("", "Python"), ("Json", "JSON")):
            needed: list[str] = []
            other: list[str] = []
            for each in attributes:
                line = f"    {each.json_name if kind else each.name}: {self._parameter_type(each)}"
                (needed if self._is_needed(each) else other).append(line)
            required = "\n".join(needed) or "    ..."
            optional = "\n".join(other)
            # Both have the attributes that are optional in an item.
            base = f"_{name}{kind}Optional"
            parts.append(f"@type_check_only\nclass {base}(TypedDict, total=False):\n{optional}")
            parts.append(
                f"@type_check_only\nclass {name}{kind}Item({base}):\n"
                f'    """An item of `create`, by {spelling} name."""\n\n{required}'
            )
            parts.append(
                f"@type_check_only\nclass {name}{kind}Values({base}, total=False):\n"
                f'    """Values of some attributes, by {spelling} name."""\n\n{required}'
            )
        parts.append("\n".join([f"class _{name}Properties:", *properties]))
        parts.append(
            f"@type_check_only\nclass {name}Attributes(_{name}Properties, EntityAttributes):\n"
            f'    """The ``attrs`` of a ``where`` callback."""{columns}'
        )
        if self.keywords != f"{name}Values":
            without_options = [each for each in attributes if each.name not in Options.__annotations__]
            parts.append(self._typed_dict(self.keywords, without_options))
        parts.append(keyword_options(name, self.option_arguments, self.keywords))
        if self._updated:
            parts.append(self._typed_dict(f"_{name}Updates", self._updated))
        return "\n\n".join(parts)

    def _typed_dict(self, name: str, attributes: Iterable[Attribute]) -> str:
        lines = [f"    {each.name}: {self._parameter_type(each)}" for each in attributes]
        return "\n".join([f"class {name}(TypedDict, total=False):", *lines])

    @property
    def keywords(self) -> str:
        """The TypedDict of the attributes that can be given by keyword: those not named like an option."""
        has_option = any(name in Options.__annotations__ for name in self.schema.attributes)
        return f"_{self.name}Keywords" if has_option else f"{self.name}Values"

    def shared_finders(self, base: ast.ClassDef) -> ast.ClassDef:
        """Return the class of the methods that take attributes by keyword, and of the generated finders.

        The collections of both APIs derive from it.

        Args:
            base: `BaseCollection`, as in its source.
        """
        cls = self.schema.collection_class
        own = [
            each
            for each in base.body
            if isinstance(each, Function) and each.name in KEYWORD_METHODS and each.name not in vars(cls)
        ]
        methods = ast.ClassDef("_", [], [], [_without_doc(each) for each in own], [])
        body = bound_collection(methods, self.type_arguments).body
        self.add_keywords(body)
        returned = [*_of_model(body, self.model), *self.finders()]
        shared = shared_methods(returned, self.model) or [ast.Expr(ast.Constant(...))]
        bases = [ast.Name(DOCUMENTED), expression(f"Generic[{', '.join(RESULTS)}]")]
        return ast.ClassDef(f"_{self.name}Finders", bases, [], shared, [])

    def add_keywords(self, body: list[ast.stmt]) -> None:
        """Add the entity's attributes to the keywords of a collection's methods. In place."""
        with_attribute_keywords(body, self.name, self.option_arguments, self.keywords)

    def added_items(self, parent: str, extra: str = "") -> str:
        """Return the types of the items that a parent's method adds; the foreign key is filled in.

        Args:
            parent: The parent's entity name.
            extra: Further keys of the items, as lines of a class body.
        """
        reference = self.schema.reference_to(ReferenceType.BELONGS_TO, parent)
        key = reference and reference.foreign_key
        parts = []
        for kind, spelling in (("", "Python"), ("Json", "JSON")):
            lines = []
            for each in self.schema.attributes.values():
                given = each.name == key or not self._is_needed(each)
                written = (
                    f"NotRequired[{self._parameter_type(each)}]" if given else self._parameter_type(each)
                )
                lines.append(f"    {each.json_name if kind else each.name}: {written}\n")
            parts.append(
                f"@type_check_only\nclass Added{self.name}{kind}Item(TypedDict):\n"
                f'    """An item for a new {self.name} of this {parent}, by {spelling} name."""\n\n'
                f"{''.join(lines)}{extra}"
            )
        return "\n\n".join(parts)

    def fields(self) -> str:
        """Return the class of the getters and setters, which are the same in the sync and the async API."""
        members = []
        cls = self.schema.model_class
        for name, attribute in self.schema.attributes.items():
            getter = getattr(cls, f"get_{name}")
            is_narrower = attribute.type == "string" and not _is_own(cls, f"get_{name}")
            if is_narrower or _is_generated(cls, f"get_{name}"):
                members.append(f"    def get_{name}(self) -> {self._result_type(attribute)}:")
                members.append(_docstring(getter.__doc__))
            if _is_generated(cls, f"set_{name}"):
                members.append(
                    f"    def set_{name}(self, value: {self._parameter_type(attribute)}) -> Self: ..."
                )
        return "\n".join([f"class _{self.name}Fields(_{self.name}Properties):", *members])

    def _property(self, attribute: Attribute) -> str:
        cls = self.schema.model_class
        name = attribute.name
        read = self._result_type(attribute)
        if _is_own(cls, f"get_{name}") and not _is_generated(cls, f"get_{name}"):
            read = str(getattr(cls, f"get_{name}").__annotations__.get("return", read))
        if not hasattr(cls, f"set_{name}"):
            return f"{name}: ReadOnly[{read}]"
        written = self._parameter_type(attribute)
        return f"{name}: Writable[{read}, {written}]"

    def update_method(self) -> list[ast.stmt]:
        """Return ``update`` with the attributes that can be updated; nothing if there are none."""
        cls: Any = self.schema.model_class
        if not cls.has_default("update") or not self._updated:
            return []
        text = f"async def update(self, **values: Unpack[_{self.name}Updates]) -> Self: ..."
        return ast.parse(text).body

    @property
    def _updated(self) -> list[Attribute]:
        model = self.schema.model_class
        return [each for each in self.schema.attributes.values() if hasattr(model, f"set_{each.name}")]

    def reference_getters(self) -> list[ast.stmt]:
        """Return the reference accessors, as ``async def``."""
        cls = self.schema.model_class
        members: dict[str, list[ast.stmt]] = {}
        for reference in self.schema.references:
            target = self._target(reference)
            for name, keys in [(reference.getter, ()), *self._sorted_getters(reference)]:
                if name in members or (name in dir(cls) and not _is_generated(cls, name)):
                    continue
                doc = _doc(cls, name, reference, keys)
                if not reference.is_child_reference:
                    include = "include: Sequence[str] = ()"
                    text = f"    async def {name}(self, *, {include}) -> {target.model} | None:\n{doc}"
                    self.needs.add(target.include_name)
                else:
                    is_listing = reference.type is ReferenceType.HAS_MANY
                    text = _finder(name, target.keys(keys), target.model, doc, is_listing=is_listing)
                    self.needs |= target.option_names
                members[name] = spelled_out(text, target.type_arguments)
                self.needs |= {*target.needs, target.model_name}
        return [each for member in members.values() for each in member]

    def finders(self) -> list[ast.stmt]:
        """Return the finders of the indexes, as ``async def``."""
        cls = self.schema.collection_class
        members: dict[str, list[ast.stmt]] = {}
        for name, keys in self.schema.finders():
            if name in members or not _is_generated(cls, name):
                continue
            doc = _docstring(getattr(cls, name).__doc__)
            is_listing = name.startswith("all_by_")
            text = _finder(name, self.keys(keys), self.model, doc, is_listing=is_listing)
            members[name] = spelled_out(text, self.type_arguments)
        return [each for member in members.values() for each in member]

    @property
    def model(self) -> str:
        """The class of the models that the collection returns."""
        return self.model_name[1]

    @property
    def model_name(self) -> tuple[str, str]:
        """The module and name of `model`. For latest audits it is `Audit`."""
        bases: Any = self.schema.collection_class
        found = [get_args(each)[0] for each in bases.__orig_bases__ if get_args(each)]
        model = found[0] if found and isinstance(found[0], type) else self.schema.model_class
        return model.__module__, model.__name__

    @property
    def option_names(self) -> set[tuple[str, str]]:
        """The modules and names that the entity's options use."""
        names = (f"{self.name}Attributes", *self.private_names)
        return {(self.home, name) for name in names} | {self.include_name}

    @property
    def private_names(self) -> set[str]:
        """The private names of its module that other stubs may import."""
        entity = f"_{self.name}"
        kinds = {f"{entity}{kind}" for kind in ("Name", "Include", "Items", "Keys")}
        aliases = [alias_of(entity, options) for options in WITH_KEYWORDS]
        return {*kinds, *aliases, *(f"{alias}By" for alias in aliases)} - {f"{entity}Page"}

    def _target(self, reference: Reference) -> EntityStub:
        is_own = reference.entity == self.name
        return self if is_own else EntityStub(EntityRegistry.schema_of(reference.entity))

    def _sorted_getters(self, reference: Reference) -> Iterator[tuple[str, tuple[str, ...]]]:
        # As `accessors.install_sorted_getters` installs them on first use.
        target = EntityRegistry.schema_of(reference.entity)
        back = (
            target.reference_to(ReferenceType.BELONGS_TO, self.name) if reference.is_child_reference else None
        )
        sort_keys = back.sort_keys if back else ()
        for length in range(1, len(sort_keys) + 1):
            keys = sort_keys[:length]
            yield with_keys(f"{reference.getter}_by", keys), keys

    def keys(self, keys: tuple[str, ...]) -> str:
        """Return the parameters of a finder by these attributes."""
        return "".join(f", {key}: {self._key(self.schema.attributes[key])}" for key in keys)

    def _key(self, attribute: Attribute) -> str:
        return self._parameter_type(attribute).removesuffix(" | None")

    def _is_needed(self, attribute: Attribute) -> bool:
        return attribute.required and attribute.default is MISSING and attribute.set is None

    def _result_type(self, attribute: Attribute) -> str:
        """Return the result type of a getter."""
        match attribute.type:
            case "any":
                return "Any"
            case "list" | "set":
                written = f"list[{self._item(attribute)}]"
            case str(kind):
                written = _ITEM_TYPES[kind]
            case _:
                written = self._enum(attribute)
        stored = attribute.required and not attribute.postgrest_ignore
        return written if stored else f"{written} | None"

    def _parameter_type(self, attribute: Attribute) -> str:
        """Return the parameter type of a setter."""
        item = self._item(attribute)
        match attribute.type:
            case "string" if self._is_id(attribute):
                written = "str | UUID"
            case "string" if attribute.name.endswith(_MOMENTS) or _checks_dates(attribute):
                written = "str | datetime"
            case "list":
                written = f"list[{item}] | tuple[{item}, ...]"
            case "set":
                written = f"list[{item}] | tuple[{item}, ...] | set[{item}] | frozenset[{item}]"
            case "map":
                written = "Mapping[str, Any]"
            case "any":
                return "Any"
            case str(kind):
                written = _ITEM_TYPES[kind]
            case _:
                written = self._enum(attribute)
        return written if attribute.required else f"{written} | None"

    def _is_id(self, attribute: Attribute) -> bool:
        keys = {reference.foreign_key for reference in self.schema.parents}
        validator = getattr(attribute.validate, "__name__", "")
        return attribute.is_id or attribute.name in keys or "uuid" in validator

    def _item(self, attribute: Attribute) -> str:
        kind = (attribute.items or {}).get("type", "any")
        return _ITEM_TYPES.get(kind, "Any") if isinstance(kind, str) else "str"

    def _enum(self, attribute: Attribute) -> str:
        # A stored value newer than the enum is returned as text, and any text is accepted and then validated.
        cls = attribute.type
        if not (isinstance(cls, type) and issubclass(cls, StrEnum)):
            return "str"
        model = self.schema.model_class
        own = next((name for name, member in vars(model).items() if member is cls), None)
        module, name = (
            (model.__module__, f"{model.__name__}.{own}") if own else (cls.__module__, cls.__qualname__)
        )
        self.needs.add((module, name.partition(".")[0]))
        return f"{name} | str"


def included_paths(schema: Schema) -> Iterator[str]:
    """Yield the paths of ``include`` that type checkers accept for an entity.

    These are the paths of one or two names, except those that lead back, and the paths of three names that lead
    only to parents or only to children.
    """
    for first, further in _related(schema):
        yield first.name
        for second, furthest in _related(further):
            if first.is_child_reference and not second.is_child_reference and furthest is schema:
                continue  # the entity itself
            yield f"{first.name}.{second.name}"
            for third, _ in _related(furthest):
                if len({each.is_child_reference for each in (first, second, third)}) == 1:
                    yield f"{first.name}.{second.name}.{third.name}"


def _related(schema: Schema) -> Iterator[tuple[Reference, Schema]]:
    for reference in schema.related.values():
        target = EntityRegistry.schema_of(reference.entity)
        yield reference, EntityRegistry.schema_of(target.result_entity)


def _checks_dates(attribute: Attribute) -> bool:
    return "iso_date" in getattr(attribute.validate, "__name__", "")


def _is_generated(cls: type, name: str) -> bool:
    return bool(getattr(getattr(cls, name, None), "is_generated", False))


def _without_doc(method: Function) -> Function:
    copy = deepcopy(method)
    copy.body = [ast.Expr(ast.Constant(...))]
    return copy


def _of_model(body: list[ast.stmt], model: str) -> list[ast.stmt]:
    # With the entity's model instead of the type parameter.
    for method in body:
        if isinstance(method, Function) and method.returns is not None:
            text = re.sub(r"\bM\b", model, ast.unparse(method.returns))
            method.returns = expression(text)
    return body


def _is_own(cls: type, name: str) -> bool:
    # Whether it is hand-written for the entity. The getters of `BaseModel` have narrower types by the schema.
    return any(
        name in vars(each) for each in cls.__mro__ if each.__module__.partition(".models.")[2][:5] != "base."
    )


def _doc(cls: type, name: str, reference: Reference, keys: tuple[str, ...]) -> str:
    first = getattr(cls, name, None) or getattr(cls, reference.getter)
    text = str(first.__doc__)
    if keys and " by " not in text:
        text = text.replace(". Takes", f" by {', '.join(keys)}. Takes")
    return _docstring(text)


def _docstring(text: Any) -> str:
    return f'        """{text}"""'


def _finder(name: str, keys: str, model: str, doc: str, *, is_listing: bool) -> str:
    listed = f"list[{model}] | {model} | Page[{model}]" if is_listing else model
    return f"    async def {name}(self{keys}, **options: Unpack[Options]) -> {listed} | None:\n{doc}"
