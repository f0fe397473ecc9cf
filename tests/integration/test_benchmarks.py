"""The benchmarks run. What they find is theirs to tell: here only a little is done, and nothing is timed."""

import json
import re
import sys
from collections.abc import Iterator

import pytest
from benchmarks import __main__ as command
from benchmarks import comparison, history, original, report, rows
from benchmarks.contest import Bench
from benchmarks.measures import MEASURES
from benchmarks.processes import ROOT, canned_server
from benchmarks.report import Line

from pseudo_terminal import run_in_terminal
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


LINES = [
    Line("this", 0.003, "that", 0.002, "ms", 1.6),
    Line("this", 0.003, "more", 0.001, "ms"),
    Line("memory", 9e6, "", None, "MB", 1e7),
]


def run_of(ratio, commit="abc1234"):
    return history.Run("2026-01-02", commit, "a machine", {"this": {"that": ratio}})


class TestHistory:
    def test_a_run_has_the_day_the_commit_the_machine_and_the_ratios(self):
        run = history.new_run(LINES)

        assert re.fullmatch(r"\d{4}-\d\d-\d\d", run.date)
        assert run.commit is None or re.fullmatch(r"[0-9a-f]{7,}\+?", run.commit)
        assert re.search(r", \d+ cores, ", run.machine)
        assert run.ratios == {"this": {"that": 1.5, "more": 3.0}}

    def test_each_run_is_one_more_line(self, tmp_path):
        path = tmp_path / "history.jsonl"
        assert history.read(path) == []

        runs = [run_of(2.0), run_of(1.0, commit=None)]
        for run in runs:
            history.append(path, run)

        assert history.read(path) == runs
        assert len(path.read_text("utf-8").splitlines()) == 2

    def test_the_plot_shows_every_measure_and_is_the_same_for_the_same_runs(self, tmp_path):
        pytest.importorskip("matplotlib", reason="make bench installs it")
        runs = [run_of(2.0, "aaaaaaa"), history.new_run(LINES), run_of(1.0, "bbbbbbb")]
        paths = [tmp_path / "a.svg", tmp_path / "b.svg"]
        for path in paths:
            assert history.plot(path, runs, {("this", "that"): 1.6}) is None

        text = paths[0].read_text("utf-8")
        assert all(f">{each}<" in text for each in ("this", "that", "more", "aaaaaaa", "bbbbbbb"))
        assert text == paths[1].read_text("utf-8")

    def test_without_matplotlib_the_plot_is_skipped_and_the_reason_told(self, tmp_path, monkeypatch):
        monkeypatch.setattr(history, "find_spec", lambda _name: None)

        told = history.plot(tmp_path / "a.svg", [run_of(1.0)], {})

        assert told == "the plot is skipped: matplotlib is not installed (make bench installs it)"
        assert not (tmp_path / "a.svg").exists()

    def test_the_history_of_the_project_can_be_read(self):
        runs = history.read(ROOT / "benchmarks" / "history.jsonl")

        assert all(run.ratios for run in runs)
        assert [run.date for run in runs] == sorted(run.date for run in runs)


class TestCommand:
    @pytest.fixture
    def called(self, monkeypatch, capsys):
        def call(*arguments):
            monkeypatch.setattr(sys, "argv", ["benchmarks", *arguments])
            command.main()
            return capsys.readouterr().out

        return call

    def test_it_prints_json_for_programs(self, called):
        found = [json.loads(line) for line in called("--json", "--quick", "sync_bridge").splitlines()]

        assert [line["measure"] for line in found] == ["one call through the bridge"] * 2
        assert all(line["ours"] > 0 for line in found)

    def test_in_a_terminal_the_progress_is_shown(self):
        pytest.importorskip("rich")
        command = [sys.executable, "-m", "benchmarks", "--quick", "sync_bridge"]
        shown = run_in_terminal(command, pipes=["out"])
        assert shown.code == 0
        assert "1/1" in shown.err
        assert shown.out.splitlines()[-1].endswith("goals met")

    def test_a_whole_run_writes_the_report_the_history_and_the_plot(self, called, monkeypatch, tmp_path):
        monkeypatch.setattr(command, "MEASURES", {"this": lambda _bench: LINES})
        monkeypatch.setattr(original, "missing", lambda: "no original")
        drawn = []
        monkeypatch.setattr(history, "plot", lambda *arguments: drawn.append(arguments))
        paths = {name: tmp_path / name.lower() for name in ("_RESULTS", "_HISTORY", "_PLOT")}
        for name, path in paths.items():
            monkeypatch.setattr(command, name, path)

        assert "2 of 2 goals met" in called()

        assert "| this | 3.00 ms | that |" in paths["_RESULTS"].read_text()
        [run] = history.read(paths["_HISTORY"])
        assert run.ratios == {"this": {"that": 1.5, "more": 3.0}}
        assert drawn == [(paths["_PLOT"], [run], {("this", "that"): 1.6, ("memory", ""): 1e7})]

    def test_single_measures_write_nothing(self, called, monkeypatch):
        monkeypatch.setattr(command, "_write", None)

        assert "goals met" in called("--quick", "sync_bridge")

    def test_two_commits_are_measured_in_turn(self, called, monkeypatch):
        measured = []

        def results(tree, measure, *, is_quick):
            measured.append((tree == ROOT, measure))
            return (
                {"new": 1.0, measure: 2.0 + len(measured)} if tree == ROOT else {measure: 4.0 * len(measured)}
            )

        monkeypatch.setattr(comparison, "_results", results)
        monkeypatch.setattr(comparison, "_git", lambda *_arguments: Done())

        assert called("--compare", "v1", "models", "memory").splitlines() == [
            "new: not measured at v1",
            "models: 0.375 x v1",
            "new: not measured at v1",
            "memory: 0.281 x v1",
        ]
        assert measured == [
            (here, name) for name in ("models", "memory") for _ in range(3) for here in (True, False)
        ]

    def test_a_commit_is_measured_with_its_own_package(self, called):
        if not (ROOT / ".git").exists():
            pytest.skip("not a git checkout")

        told = called("--compare", "HEAD", "--quick", "sync_bridge")

        assert re.fullmatch(r"one call through the bridge: [\d.]+ x HEAD\n", told)

    def test_an_unknown_commit_is_named(self, called):
        with pytest.raises(comparison.UnknownRevisionError, match="no-such-commit"):
            called("--compare", "no-such-commit", "sync_bridge")


class Done:
    returncode = 0
    stderr = ""
