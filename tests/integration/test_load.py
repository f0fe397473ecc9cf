"""One data access, shared by many threads or tasks: no row is lost or doubled, no socket is left.

This is the run at a small size; `make load` is the whole.
"""

from chaos.load import THIRDS, run

WORKERS = {"blocking": 16, "asyncio": 60}


def test_a_shared_data_access(face, server, empty_tables):
    report = run(face, server.url, server.database_url, workers=WORKERS[face], seconds=1.5)
    assert report.complaints == []
    assert report.rounds >= WORKERS[face]
    assert len(report.memory) == THIRDS
