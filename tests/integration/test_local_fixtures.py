"""The fixtures over the local server: one server for all tests, and nothing that a test leaves behind."""

import psycopg
import pytest

from documents import python_examples
from spacecat_shared_data_access import create_async_data_access
from spacecat_shared_data_access.local import LocalPostgrest
from spacecat_shared_data_access.testing import async_local_data_access, local_data_access

TESTS = """
    import asyncio
    import pytest

    @pytest.mark.parametrize("time", [1, 2])
    def test_blocking(time, local_data_access):
        assert local_data_access.Organization.count() == 0
        local_data_access.Organization.create({"name": "ACME"})
        assert local_data_access.Organization.count() == 1

    @pytest.mark.parametrize("time", [1, 2])
    async def test_asyncio(time, async_local_data_access):
        create = async_local_data_access.Organization.create
        assert await async_local_data_access.Organization.count() == 0
        await asyncio.gather(*(create({"name": f"ACME {number}"}) for number in range(20)))
        assert await async_local_data_access.Organization.count() == 20

    async def test_both_see_the_same(local_data_access, async_local_data_access):
        made = local_data_access.Organization.create({"name": "ACME"})
        assert await async_local_data_access.Organization.exists_by_id(made.get_id())

    def test_a_refusal_undoes_itself_alone(local_data_access):
        from spacecat_shared_data_access import ConflictError

        values = {"name": "ACME", "ims_org_id": "1234567890ABCDEF12345678@AdobeOrg"}
        first = local_data_access.Organization.create(values)
        nonce = {"nonce": "n", "expires_at": "2099-01-01T00:00:00.000Z"}
        local_data_access.OAuthNonce.create(nonce)
        with pytest.raises(ConflictError):
            local_data_access.OAuthNonce.create(nonce)
        assert first.set_name("Other").save().get_name() == "Other"
        assert local_data_access.OAuthNonce.count() == 1

    def test_there_is_one_server(local_postgrest, local_data_access):
        assert local_data_access.config.postgrest_url == local_postgrest.url
        assert local_data_access.Organization.count() == 0
"""


def test_each_test_finds_what_was_there_before_the_first(run_tests):
    run_tests(TESTS).assert_outcomes(passed=7)


def test_the_servers_arguments_may_be_given(pytester, run_tests):
    pytester.makeconftest("""
        import pytest

        @pytest.fixture(scope="session")
        def local_postgrest_settings():
            return {"schema": "CREATE TABLE spaceships (id int)"}
    """)
    result = run_tests("""
        def test_it(local_postgrest):
            assert local_postgrest.tables() == ["spaceships"]
    """)
    result.assert_outcomes(passed=1)


def test_the_examples_in_the_documents_pass(run_tests):
    examples = [
        *python_examples("docs/TESTING.md"),
        *python_examples("docs/CHECKING.md"),
    ]
    run_tests("\n\n".join(examples)).assert_outcomes(passed=11)


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "http_proxy", "ALL_PROXY"])
def test_a_proxy_of_the_environment_is_not_asked_for_them(monkeypatch, run_tests, variable):
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, "http://127.0.0.1:9")
    run_tests(TESTS + OVER_THE_MOCK).assert_outcomes(passed=9)


OVER_THE_MOCK = """
    def test_mocked(mock_postgrest, mock_data_access):
        mock_postgrest.on("Organization").reply({"name": "ACME"})
        assert mock_data_access.Organization.all()[0].get_name() == "ACME"

    async def test_mocked_with_asyncio(mock_postgrest, async_mock_data_access):
        mock_postgrest.on("Organization").reply({"name": "ACME"})
        assert (await async_mock_data_access.Organization.all())[0].get_name() == "ACME"
"""


class TestWithoutPytest:
    @pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
    async def test_a_proxy_of_the_environment_is_not_asked(self, monkeypatch, local_postgrest, host):
        monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
        for name in ("NO_PROXY", "no_proxy"):
            monkeypatch.delenv(name, raising=False)
        local_postgrest.reset()
        with LocalPostgrest(database_url=local_postgrest.database_url, host=host) as server:
            with local_data_access(server) as data_access:
                assert data_access.Organization.count() == 0
            with async_local_data_access(server) as data_access:
                assert await data_access.Organization.count() == 0
            async with create_async_data_access(postgrest_url=server.url) as data_access:
                assert await data_access.Organization.count() == 0

    @pytest.fixture
    def stored(self, local_postgrest):
        """How many organizations are really stored."""
        local_postgrest.reset()
        with psycopg.connect(local_postgrest.database_url, autocommit=True) as connection:
            yield lambda: connection.execute("SELECT count(*) FROM organizations").fetchone()[0]

    def test_a_with_block_undoes_what_happened_in_it(self, local_postgrest, stored):
        with local_data_access(local_postgrest) as data_access:
            data_access.Organization.create({"name": "ACME"})
            assert data_access.Organization.count() == 1
        with local_data_access(local_postgrest, page_size=2) as data_access:
            assert data_access.Organization.count() == 0
            assert data_access.config.page_size == 2
        assert stored() == 0

    async def test_so_it_does_with_asyncio(self, local_postgrest, stored):
        with async_local_data_access(local_postgrest, page_size=2) as data_access:
            await data_access.Organization.create_many([{"name": name} for name in "ABC"])
            assert len(await data_access.Organization.all()) == 3
        assert stored() == 0
