"""Coverage-guided fuzzing of the local server's request parsing, to be run by hand.

Run ``pip install atheris``, then PYTHONPATH=tests python tests/fuzz/fuzz_requests.py -max_total_time=60
"""

import sys

import atheris  # not a dependency of the project

with atheris.instrument_imports(include=["spacecat_shared_data_access.local"]):
    from unit.local.test_any_request import test_gives_an_error_or_a_statement

# Hypothesis draws the grammar's choices from the bytes that atheris tries.
atheris.Setup(sys.argv, test_gives_an_error_or_a_statement.hypothesis.fuzz_one_input)
atheris.Fuzz()
