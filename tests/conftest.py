"""What all tests share: the package's own fixtures, and how hard the property tests try.

They try the same few examples in every run, and many new ones in `make fuzz`.
"""

import os

import pytest
from hypothesis import HealthCheck, settings

PLUGIN = "spacecat_shared_data_access.testing.plugin"
pytest_plugins = [PLUGIN, "pytester"]

# A fixture is made once for all examples of a test: such tests do not depend on a fresh one.
_SHARED = {"deadline": None, "suppress_health_check": list(HealthCheck), "print_blob": True}

settings.register_profile("quick", **_SHARED, max_examples=100, derandomize=True, database=None)
settings.register_profile("fuzz", **_SHARED, max_examples=3_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or "quick")


@pytest.fixture
def run_tests(pytester):
    """Runs a module of tests under the package's plugin, in a process of its own; warnings are errors."""
    pytester.makeini("""
        [pytest]
        filterwarnings = error
        asyncio_mode = auto
        asyncio_default_fixture_loop_scope = function
    """)

    def run(code):
        pytester.makepyfile(code)
        # The plugin as its entry point loads it, whether or not the package is installed.
        return pytester.runpytest_subprocess("-p", "no:spacecat_data_access", "-p", PLUGIN)

    return run
