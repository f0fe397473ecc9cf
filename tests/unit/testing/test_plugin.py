"""The pytest plugin: its fixtures with the mocked server, and its few imports."""

import sys
import tomllib
from importlib import import_module

import pytest

from documents import ROOT
from spacecat_shared_data_access import testing
from spacecat_shared_data_access.testing import plugin
from unit.test_package import modules_after


def test_both_apis_share_the_mocked_server(run_tests):
    result = run_tests("""
        def test_blocking(mock_postgrest, mock_data_access):
            mock_postgrest.on("Organization").reply({"name": "ACME"})
            assert [each.get_name() for each in mock_data_access.Organization.all()] == ["ACME"]

        async def test_asyncio(mock_postgrest, async_mock_data_access):
            mock_postgrest.on("Organization").reply({"name": "ACME"})
            assert [each.get_name() for each in await async_mock_data_access.Organization.all()] == ["ACME"]
    """)
    result.assert_outcomes(passed=2)


def test_each_test_has_its_own_mocked_server(run_tests):
    result = run_tests("""
        import pytest

        @pytest.mark.parametrize("time", [1, 2])
        def test(time, mock_postgrest, mock_data_access):
            assert mock_postgrest.requests == []
            mock_postgrest.on("Organization").reply()
            mock_data_access.Organization.all()
    """)
    result.assert_outcomes(passed=2)


def test_an_unscripted_request_fails_the_test_once(run_tests):
    result = run_tests("""
        def test_it(mock_data_access):
            mock_data_access.Organization.all()
    """)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*UnscriptedRequestError: no reply is scripted for GET of Organization*"])


def test_a_caught_unscripted_request_is_reported_at_the_end(run_tests):
    result = run_tests("""
        def test_it(mock_data_access):
            try:
                mock_data_access.Organization.all()
            except Exception:
                pass
    """)
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*UnscriptedRequestError: no reply is scripted for GET of Organization*"])


def test_the_plugin_imports_almost_nothing():
    ours = "spacecat_shared_data_access"
    modules = modules_after(f"import pytest\nbefore = set(sys.modules)\nimport {ours}.testing.plugin")
    assert {each for each in modules if each.startswith(ours)} == {
        ours,
        f"{ours}._exports",
        f"{ours}._version",
        f"{ours}.models",  # the list of the entities' modules
        f"{ours}.testing",
        f"{ours}.testing.plugin",
    }
    assert not modules & {"httpx", "respx", "pydantic", "postgrest", "psycopg", "starlette"}


def test_the_plugin_is_the_entry_point_of_the_package():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    [module] = project["entry-points"]["pytest11"].values()
    assert import_module(module) is plugin


@pytest.mark.parametrize("name", testing.__all__)
def test_every_public_name_exists(name):
    assert getattr(testing, name).__doc__


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match=r"testing' has no attribute 'Movie'$"):
        _ = testing.Movie


def test_a_missing_package_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "respx", None)
    monkeypatch.delitem(sys.modules, f"{testing.__name__}.mock")
    monkeypatch.delitem(vars(testing), "MockPostgrest", raising=False)
    with pytest.raises(ModuleNotFoundError) as raised:
        _ = testing.MockPostgrest
    assert str(raised.value) == (
        "the helpers for tests need the package respx: pip install 'spacecat-shared-data-access[testing]'"
    )
