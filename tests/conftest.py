"""Shared by all tests: the fixtures of the package, and the effort of the property tests.

They run the same few examples every time, and many new ones in `make fuzz`.
"""

import os
from importlib.util import find_spec

import pytest
from hypothesis import HealthCheck, settings

PLUGIN = "spacecat_shared_data_access.testing.plugin"
pytest_plugins = [PLUGIN, "pytester"]

# The tests of the documentation site need its tools: `make test-docs` installs them.
collect_ignore = [] if find_spec("playwright") else ["website"]

# A fixture is created once for all examples of a test: no such test needs a fresh one.
_SHARED = {"deadline": None, "suppress_health_check": list(HealthCheck), "print_blob": True}

settings.register_profile("quick", **_SHARED, max_examples=100, derandomize=True, database=None)
settings.register_profile("fuzz", **_SHARED, max_examples=3_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or "quick")


@pytest.fixture
def run_tests(pytester):
    """Runs a test module with the package's plugin in a new process; warnings are errors."""
    pytester.makeini("""
        [pytest]
        filterwarnings = error
        asyncio_mode = auto
        asyncio_default_fixture_loop_scope = function
    """)

    def run(code):
        pytester.makepyfile(code)
        # Load the plugin like its entry point does, whether or not the package is installed.
        return pytester.runpytest_subprocess("-p", "no:spacecat_data_access", "-p", PLUGIN)

    return run
