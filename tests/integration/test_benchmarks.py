"""The benchmarks run. What they find is theirs to tell: here only a little is done, and nothing is timed."""

import re
from collections.abc import Iterator

import pytest
from benchmarks import original, report, rows
from benchmarks.contest import Bench
from benchmarks.measures import MEASURES
from benchmarks.processes import canned_server
from benchmarks.report import Line

from spacecat_shared_data_access import create_data_access


@pytest.fixture(scope="module")
def bench() -> Iterator[Bench]:
    with canned_server() as url:
        yield Bench(url, is_quick=True, original=None)


@pytest.mark.parametrize("name", MEASURES)
def test_each_measure_runs(bench, name):
    lines = list(MEASURES[name](bench))

    assert all(line.ours > 0 for line in lines)
    assert [line for line in lines if line.theirs is not None]


def test_the_canned_server_pages_through_all_rows(bench):
    with create_data_access(postgrest_url=bench.url) as data_access:
        tickets = list(data_access.Ticket.iterate(limit=2_500))

    assert [ticket.get_id() for ticket in tickets] == [rows.row_id(number) for number in range(2_500)]
    assert len(data_access.Ticket.schema.columns) + 1 == len(rows.row(0))


def test_without_node_the_original_is_skipped_and_the_reason_told(monkeypatch):
    monkeypatch.setattr(original.shutil, "which", lambda tool: None)

    assert original.missing() == "the original is skipped: there is no node here"


@pytest.mark.parametrize(
    ("ours", "theirs", "goal", "verdict"),
    [(3.0, 2.0, 1.6, "met"), (3.0, 2.0, 1.4, "not met"), (3.0, 2.0, None, ""), (3.0, None, 3.0, "met")],
)
def test_a_goal_is_held_against_the_ratio_or_without_a_peer_against_the_amount(ours, theirs, goal, verdict):
    assert Line("this", ours, "that", theirs, "s", goal).verdict == verdict


def test_the_report_is_a_table_with_the_machine_and_the_versions(tmp_path):
    path = tmp_path / "RESULTS.md"

    report.write(path, [Line("this", 0.003, "that", 0.002, "ms", 1.6)], {"Node": "22.0.0"}, ["a note"])

    text = path.read_text()
    assert "| this | 3.00 ms | that | 2.00 ms | 1.50 x | ≤ 1.6 x | met |" in text
    assert re.search(r"^- \d{4}-\d\d-\d\d, .+, \d+ cores, ", text, re.MULTILINE)
    assert re.search(r"^- Python 3\..*, httpx 0\..*, Node 22\.0\.0$", text, re.MULTILINE)
    assert "- a note\n" in text
