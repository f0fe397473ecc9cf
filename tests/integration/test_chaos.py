"""Thousands of calls, faults of every kind, and every row accounted for.

This is the run at a small size; `make chaos` is the whole.
"""

import pytest

from chaos.run import EVERY_FAULT, run
from chaos.workload import Sizes

SIZES = Sizes(creates=160, saves=50, removes=16, nonces=40)


def test_every_call_ends_well_or_in_the_right_error(api, server, token, empty_tables):
    api_key = token(role="postgrest_writer")
    report = run(api, server.url, server.database_url, SIZES, seed=1, api_key=api_key)
    assert report.complaints == []
    assert len(report.faults) > len(EVERY_FAULT) / 2


def test_over_aiohttp_too(server, token, empty_tables):
    pytest.importorskip("httpx_aiohttp")
    api_key = token(role="postgrest_writer")
    report = run(
        "asyncio", server.url, server.database_url, SIZES, seed=2, api_key=api_key, transport="aiohttp"
    )
    assert report.complaints == []
