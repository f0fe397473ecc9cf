"""Thousands of calls, faults of every kind, and every row accounted for.

This is the run at a small size; `make chaos` is the whole.
"""

import pytest

from chaos.run import EVERY_FAULT, run
from chaos.workload import Sizes

SIZES = Sizes(creates=200, saves=50, removes=20, nonces=50)


@pytest.mark.parametrize("seed", [1, 2])
def test_every_call_ends_well_or_in_the_right_error(face, seed, server, token, empty_tables):
    report = run(
        face, server.url, server.database_url, SIZES, seed=seed, api_key=token(role="postgrest_writer")
    )
    assert report.complaints == []
    assert len(report.faults) > len(EVERY_FAULT) / 2
