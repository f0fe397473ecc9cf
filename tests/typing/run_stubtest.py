"""mypy's stubtest over the whole package, with the accessors in place that are made when first asked for."""

import sys
from pathlib import Path

from mypy import stubtest

from spacecat_shared_data_access import EntityRegistry
from spacecat_shared_data_access.models.base.accessors import install_sorted_getters

ALLOWLIST = Path(__file__).with_name("stubtest_allowlist.txt")

if __name__ == "__main__":
    for schema in EntityRegistry.schemas():
        for reference in schema.references:
            install_sorted_getters(schema.model_class, f"{reference.getter}_by_")
    options = ["--concise", f"--allowlist={ALLOWLIST}", *sys.argv[1:]]
    sys.exit(stubtest.test_stubs(stubtest.parse_options([*options, "spacecat_shared_data_access"])))
