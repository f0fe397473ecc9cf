"""A partial model has only some attributes: the others are unknown, not null."""

import pytest

from spacecat_shared_data_access import ValidationError
from unit.helpers import CLOCK, ID, OTHER_ID, body, filters, make_model, maybe_await


async def read(collection, server, row, attributes):
    server.respond_with([row])
    (model,) = await maybe_await(collection.all(attributes=attributes))
    server.respond_with(lambda request: [{**row, **(body(request) or {})}])
    return model


@pytest.fixture
async def film(films, server):
    return await read(films, server, {"id": ID, "title": "Old", "tags": None}, ["film_id", "title", "tags"])


def asked(server):
    return [request for request in server.requests if request.method != "GET"]


@pytest.mark.parametrize("name", ["year", "genre", "credits", "notes", "created_at", "updated_at"])
async def test_an_attribute_that_was_not_read_raises(film, name):
    with pytest.raises(ValidationError, match=f"^{name} was not read: add it to attributes$"):
        getattr(film, f"get_{name}")()
    with pytest.raises(ValidationError, match=f"^{name} was not read"):
        film.record.get(name)
    with pytest.raises(ValidationError, match=f"^{name} was not read"):
        film.record[name]
    with pytest.raises(ValidationError, match=f"^{name} was not read"):
        _ = name in film.record


async def test_attributes_that_were_read_are_available(film):
    assert (film.get_id(), film.get_title(), film.get_tags()) == (ID, "Old", None)
    assert film.to_dict() == {"film_id": ID, "title": "Old", "origin": "archive"} | {
        name: value for name, value in film.to_dict().items() if name == "record_expires_at"
    }
    assert repr(film) == f"<Film {ID}>"


async def test_attributes_that_were_set_are_available(film):
    assert film.set_year(1968).get_year() == 1968
    assert film.set_genre(None).get_genre() is None


async def test_save_sends_only_the_changes(film, server, clock):
    await maybe_await(film.set_year(1968).save())
    assert filters(server.last) == [("id", f"eq.{ID}")]
    assert body(server.last) == {"year": 1968, "updated_at": CLOCK}


async def test_an_error_names_the_attributes_that_a_watcher_needs(film, server):
    film.set_title("New")
    with pytest.raises(ValidationError) as raised:
        await maybe_await(film.save())
    assert str(raised.value.cause) == (
        "slug was not read, but what follows from title needs it: add it to attributes"
    )
    assert asked(server) == []


async def test_a_reference_that_was_not_read_raises(film, server):
    with pytest.raises(ValidationError, match=r"^director_id was not read"):
        await maybe_await(film.get_director())


@pytest.mark.parametrize("method", ["remove", "save"])
async def test_saving_and_removing_require_the_key(films, server, method):
    film = await read(films, server, {"title": "a"}, ["title"])
    with pytest.raises(ValidationError, match="film_id was not read"):
        await maybe_await(getattr(film.set_year(1), method)())
    with pytest.raises(ValidationError, match=r"^film_id was not read"):
        film.generate_composite_keys()
    assert repr(film) == "<Film None>"
    assert asked(server) == []


async def test_external_ids_are_not_overwritten(data_access, server):
    row = {"id": ID, "delivery_config": {"programId": "1"}}
    site = await read(data_access.Site, server, row, ["site_id", "delivery_config"])
    site.set_delivery_config({"programId": "2"})
    with pytest.raises(ValidationError) as raised:
        await maybe_await(site.save())
    assert str(raised.value.cause) == (
        "external_owner_id, authoring_type, hlx_config were not read, "
        "but what follows from delivery_config needs them: add them to attributes"
    )
    with pytest.raises(ValidationError, match="were not read"):
        await maybe_await(data_access.Site.save_many([site]))
    assert asked(server) == []


@pytest.mark.parametrize(
    ("entity", "call", "name"),
    [
        ("TaskManagementConnection", lambda model: model.is_active(), "status"),
        ("Consumer", lambda model: model.is_revoked(), "revoked_at"),
        ("Suggestion", lambda model: model.set_status("APPROVED"), "status"),
        ("FixEntity", lambda model: model.set_status("DEPLOYED"), "status"),
        ("Opportunity", lambda model: model.save(), "scope_type"),
        ("Token", lambda model: model.get_remaining(), "total"),
        ("ApiKey", lambda model: model.is_valid(), "deleted_at"),
        ("Site", lambda model: model.toggle_live(), "is_live"),
        ("Site", lambda model: model.get_config(), "config"),
        ("Organization", lambda model: model.get_config(), "config"),
        ("SentimentGuideline", lambda model: model.is_enabled(), "enabled"),
        ("AuditUrl", lambda model: model.enable_audit("cwv"), "audits"),
        ("AuditUrl", lambda model: model.is_customer_url(), "by_customer"),
        ("Report", lambda model: model.get_raw_storage_path(), "storage_path"),
    ],
)
async def test_methods_that_need_an_unread_attribute_raise(data_access, server, entity, call, name):
    collection = getattr(data_access, entity)
    model = collection.create_instance_from_row({"id": ID, "created_at": "2026-06-30T10:11:12Z"})
    with pytest.raises(ValidationError, match=f"^{name} was not read"):
        await maybe_await(call(model))
    assert asked(server) == []


async def test_a_link_is_removed_by_both_sides(data_access, server):
    links = data_access.FixEntitySuggestion
    link = links.create_instance_from_row({"suggestion_id": ID})
    with pytest.raises(ValidationError, match="fix_entity_id was not read"):
        await maybe_await(link.remove())
    assert asked(server) == []


async def test_the_same_holds_of_models_found_by_keys(films, server):
    server.respond_with([{"id": ID, "title": "a"}])
    result = await maybe_await(films.batch_get_by_keys([{"film_id": ID}], attributes=["film_id", "title"]))
    first = await maybe_await(films.find_by_all(attributes=["film_id", "title"]))
    for film in (*result.data, first):
        with pytest.raises(ValidationError, match=r"^year was not read"):
            film.get_year()


async def test_a_column_that_the_database_lacks_is_null(films, server):
    server.respond_with([{"id": OTHER_ID, "title": "a"}])
    (film,) = await maybe_await(films.all())
    assert (film.get_year(), film.is_partial) == (None, False)
    assert make_model(films, {"id": OTHER_ID}).is_partial is False
