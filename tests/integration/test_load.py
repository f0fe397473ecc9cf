"""One data access, shared by many threads or tasks: no row is lost or doubled, no socket is left.

This is the run at a small size; `make load` is the whole.
"""

from chaos.load import THIRDS, run

WORKERS = {"blocking": 16, "asyncio": 60}


def test_a_shared_data_access(api, server, empty_tables):
    report = run(api, server.url, server.database_url, workers=WORKERS[api], seconds=1.5)
    assert report.complaints == []
    assert report.rounds >= WORKERS[api]
    assert len(report.memory) == THIRDS
