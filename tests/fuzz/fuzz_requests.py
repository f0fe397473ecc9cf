"""Coverage-guided fuzzing of how the local server reads requests, by hand.

pip install atheris, then: PYTHONPATH=tests python tests/fuzz/fuzz_requests.py -max_total_time=60
"""

import sys

import atheris  # only whoever runs this has it

with atheris.instrument_imports(include=["spacecat_shared_data_access.local"]):
    from unit.local.test_any_request import test_gives_an_error_or_a_statement

# The bytes that atheris tries are what the grammar's choices are drawn from.
atheris.Setup(sys.argv, test_gives_an_error_or_a_statement.hypothesis.fuzz_one_input)
atheris.Fuzz()
