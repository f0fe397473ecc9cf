"""What all tests share: the package's own fixtures, and how hard the property tests try.

They try the same few examples in every run, and many new ones in `make fuzz`.
"""

import os

from hypothesis import HealthCheck, settings

pytest_plugins = ["spacecat_shared_data_access.testing.plugin", "pytester"]

# A fixture is made once for all examples of a test: such tests do not depend on a fresh one.
_SHARED = {"deadline": None, "suppress_health_check": list(HealthCheck), "print_blob": True}

settings.register_profile("quick", **_SHARED, max_examples=100, derandomize=True, database=None)
settings.register_profile("fuzz", **_SHARED, max_examples=3_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or "quick")
