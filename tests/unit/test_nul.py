"""PostgreSQL stores no text with a NUL character, and PostgREST truncates a filter's value at one."""

import inspect

import pytest

from spacecat_shared_data_access import EntityRegistry, ValidationError
from spacecat_shared_data_access.postgrest.request import function_call
from spacecat_shared_data_access.postgrest.sync_bridge import run_sync
from unit.helpers import ID, collect, maybe_await

NUL = "a\0b"

READS = {
    "a key": lambda films: films.all({"title": NUL}),
    "a finder's key": lambda films: films.all_by_director_id(NUL),
    "one of two keys": lambda films: films.find_by_index_keys({"year": 1, "title": NUL}),
    "a key of a batch": lambda films: films.batch_get_by_keys([{"title": "a"}, {"title": NUL}]),
    "a key of a batch of several": lambda films: films.batch_get_by_keys([{"title": NUL, "year": 1}]),
    "the start of a range": lambda films: films.all(between=("title", NUL, "z")),
    "the end of a range": lambda films: films.count(between=("title", "a", NUL)),
    "a condition": lambda films: films.all(where=lambda attrs, op: op.eq(attrs.title, NUL)),
    "a list": lambda films: films.all(where=lambda attrs, op: op.in_(attrs.title, ["a", NUL])),
    "a pattern": lambda films: films.all(where=lambda attrs, op: op.like(attrs.title, f"{NUL}%")),
    "an array": lambda films: films.all(where=lambda attrs, op: op.contains(attrs.tags, ["a", NUL])),
    "a map": lambda films: films.all(where=lambda attrs, op: op.contains(attrs.credits, {"a": NUL})),
    "a map's key": lambda films: films.all(where=lambda attrs, op: op.contains(attrs.credits, {NUL: 1})),
    "a word": lambda films: films.all(where=lambda attrs, op: op.is_(attrs.in_colour, NUL)),
    "a raw column": lambda films: films.all(where=lambda attrs, op: op.eq(attrs["credits->>a\0b"], "a")),
    "a raw column's value": lambda films: films.all(where=lambda attrs, op: op.eq(attrs["title"], NUL)),
    "an id": lambda films: films.find_by_id(f"{ID}\0"),
    "an attribute to read": lambda films: films.all(attributes=["title\0"]),
    "an order": lambda films: films.all(order_by="title\0"),
    "an index": lambda films: films.all(index="primary\0"),
    "a cursor": lambda films: films.all(cursor="\0"),
    "what is counted": lambda films: films.count({"title": NUL}),
    "the first": lambda films: films.first({"title": NUL}),
    "a page": lambda films: films.page({"title": NUL}, limit=5),
    "what is iterated": lambda films: collect(films.iterate({"title": NUL})),
}

WRITES = {
    "an item": lambda films: films.create({"title": NUL}),
    "an item of many": lambda films: films.create_many([{"title": NUL}]),
    "an upserted item": lambda films: films.create({"title": NUL}, upsert=True),
    "a list in an item": lambda films: films.create({"title": "a", "tags": ["a", NUL]}),
    "a map in an item": lambda films: films.create({"title": "a", "credits": {"a": [{"b": NUL}]}}),
    "a map's key in an item": lambda films: films.create({"title": "a", "credits": {NUL: 1}}),
    "an attribute without a type": lambda films: films.create({"title": "a", "extra": {"a": NUL}}),
    "an updated value": lambda films: films.update_by_keys({"film_id": ID}, {"title": NUL}),
    "the key of an update": lambda films: films.update_by_keys({"title": NUL}, {"title": "a"}),
    "the id of a removal": lambda films: films.remove_by_ids([ID, f"{ID}\0"]),
    "the key of a removal": lambda films: films.remove_by_index_keys([{"title": NUL}]),
    "a key of removals": lambda films: films.remove_by_index_keys([{"title": "a"}, {"title": NUL}]),
    "keys of a removal": lambda films: films.remove_by_index_keys([{"title": NUL, "year": 1}]),
}


@pytest.mark.parametrize("call", READS.values(), ids=READS.keys())
async def test_a_filter_with_nul_is_refused(films, server, call):
    with pytest.raises(ValidationError):
        await maybe_await(call(films))
    assert server.requests == []


@pytest.mark.parametrize("call", WRITES.values(), ids=WRITES.keys())
async def test_a_value_with_nul_is_not_written(films, server, call):
    try:
        result = await maybe_await(call(films))
    except ValidationError:
        pass
    else:
        assert [type(each.error) for each in result.error_items] == [ValidationError]
    assert server.requests == []


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (READS["a key"], "title: "),
        (READS["a finder's key"], "director_id: "),
        (READS["a key of a batch"], "title: "),
        (READS["the end of a range"], "title: "),
        (READS["a condition"], "title: "),
        (READS["a list"], "title: "),
        (READS["an array"], "tags: "),
        (READS["a raw column's value"], "title: "),
        (WRITES["an item"], "title: "),
        (WRITES["a map's key in an item"], "credits: "),
        (WRITES["an updated value"], "title: "),
        (WRITES["the key of a removal"], "title: "),
    ],
)
async def test_the_error_names_the_attribute(films, call, name):
    with pytest.raises(ValidationError, match=f"{name}a text with a NUL character cannot be stored"):
        await maybe_await(call(films))


async def test_a_setter_refuses_nul(films, server):
    film = films.create_instance_from_row({"id": ID, "title": "a"})
    with pytest.raises(ValidationError, match=r"^Validation failed in film: title: a text with a NUL"):
        film.set_title(NUL)
    with pytest.raises(ValidationError, match="credits: a text with a NUL"):
        film.set_credits({"a": {"b": [NUL]}})
    await maybe_await(film.save())
    assert (film.get_title(), server.requests) == ("a", [])


@pytest.mark.parametrize("text", ["a\\u0000b", "a\\\\u0000b", "%00", "a%00b"])
async def test_an_escaped_nul_is_sent(films, server, text):
    await maybe_await(films.all({"title": text}, where=lambda attrs, op: op.ne(attrs.title, f"{text}!")))
    server.respond_with([{"id": ID, "title": text}])
    film = await maybe_await(films.create({"title": text, "credits": {text: [text]}}))
    assert film.get_title() == text
    assert len(server.requests) == 2


@pytest.mark.parametrize(
    "build",
    [
        lambda table: table.select().filter("title", "eq", NUL),
        lambda table: table.select().filter("title\0", "eq", "a"),
        lambda table: table.delete().filter("title", "eq", NUL),
        lambda table: table.insert({"title": NUL}),
        lambda table: table.insert([{"title": "a"}, {"title": {"a": ["b", NUL]}}]),
        lambda table: table.insert({NUL: "a"}),
        lambda table: table.update({"title": NUL}).filter("id", "eq", ID),
    ],
)
async def test_queries_built_by_entity_code_are_checked_too(films, server, api, build):
    sending = films.service.rows(build(films.table))
    with pytest.raises(ValidationError, match=r"^A text with a NUL character cannot be sent"):
        _ = run_sync(sending) if api == "blocking" else await sending
    assert server.requests == []


async def test_rpc_arguments_are_checked_too(films, server, api):
    sending = films.service.rpc("f", {"a": [NUL]})
    with pytest.raises(ValidationError, match="NUL"):
        _ = run_sync(sending) if api == "blocking" else await sending
    assert server.requests == []


@pytest.mark.parametrize("name", ["", "a\0b", "../tables", "a/b", ".", ".."])
def test_a_functions_name_is_one_part_of_a_path(films, name):
    with pytest.raises(ValidationError, match="the name of a database function"):
        function_call(films.service._base_url, name, {})


async def test_no_key_of_any_entity_accepts_nul(data_access, server):
    computed = {"Configuration", "KeyEvent", "LatestAudit"}  # they have no table of their own
    for name in set(EntityRegistry.entity_names()) - computed:
        collection = getattr(data_access, name)
        for attribute in collection.schema.attributes.values():
            if attribute.type == "string":
                with pytest.raises(ValidationError, match=f"^{attribute.name}: a text with a NUL"):
                    await maybe_await(collection.all_by_index_keys({attribute.name: NUL}))
    assert server.requests == []


def methods_written_by_hand():
    for name in sorted(EntityRegistry.entity_names()):
        if name in {"Configuration", "KeyEvent"}:
            continue
        cls = EntityRegistry.schema_of(name).collection_class
        for method, function in inspect.getmembers(cls, inspect.isfunction):
            home = inspect.unwrap(function).__module__
            is_own = ".models." in home and ".models.base." not in home and not method.startswith("_")
            texts = [
                each.name
                for each in inspect.signature(function).parameters.values()
                if each.kind is each.POSITIONAL_OR_KEYWORD and each.name not in {"self", *_NO_TEXTS}
            ]
            if is_own and texts:
                yield pytest.param(name, method, texts, id=f"{name}.{method}")


_NO_TEXTS = {
    "item",
    "new_items",
    "parent",
    "keys",
    "sort_keys",
    "order",
    "models",
    "audit_urls",
    "enrollment",
}


# These ignore a value that is not a list, or raise another error, whatever they get.
_HARMLESS = {
    ("SuggestionGrant", "find_by_suggestion_ids"),
    ("Consumer", "validate_capabilities"),
    ("LatestAudit", "remove_by_ids"),
    ("LatestAudit", "update_by_keys"),
}


@pytest.mark.parametrize(("name", "method", "names"), list(methods_written_by_hand()))
async def test_no_custom_method_accepts_nul(data_access, server, name, method, names):
    for value in (NUL, [NUL]):
        if (name, method) not in _HARMLESS:
            with pytest.raises((ValidationError, TypeError)):
                await maybe_await(getattr(getattr(data_access, name), method)(**dict.fromkeys(names, value)))
    assert server.requests == []


async def test_a_list_of_suggestions_is_refused_by_name(data_access, server):
    for method in ("find_by_suggestion_ids", "split_suggestions_by_grant_status"):
        with pytest.raises(ValidationError, match=r"^suggestion_ids: a text with a NUL"):
            await maybe_await(getattr(data_access.SuggestionGrant, method)([NUL]))
    with pytest.raises(ValidationError, match=r"^ticket_ids: a text with a NUL"):
        await maybe_await(data_access.TicketSuggestion.all_by_ticket_ids([ID, NUL]))
    assert server.requests == []
