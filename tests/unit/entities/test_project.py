import pytest

from spacecat_shared_data_access.errors import ValidationError
from unit.helpers import ID, OTHER_ID, PARENT_ID, maybe_await


async def test_primary_locale_sites_are_filtered_from_the_sites(data_access, server):
    server.respond_with([{"id": ID, "is_primary_locale": True}, {"id": OTHER_ID, "is_primary_locale": False}])
    project = data_access.Project.create_instance_from_row({"id": PARENT_ID})
    assert [site.get_id() for site in await maybe_await(project.get_primary_locale_sites())] == [ID]


async def test_a_project_needs_a_name(data_access, server):
    with pytest.raises(ValidationError, match="project_name failed validation"):
        await maybe_await(data_access.Project.create({"organization_id": PARENT_ID, "project_name": ""}))
