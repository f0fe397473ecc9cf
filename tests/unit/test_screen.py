"""Text, tables and progress of the command line: on terminals of any width, with and without rich, and in pipes."""

import io
import re
import subprocess
import sys
from pathlib import Path

import pytest

from pseudo_terminal import run_in_terminal, without_escapes
from spacecat_shared_data_access import cli
from spacecat_shared_data_access.cli import output, screen
from spacecat_shared_data_access.cli.screen import RichScreen, Screen

COMMAND = [sys.executable, "-m", "spacecat_shared_data_access"]
WIDTHS = [40, 60, 80, 200]
# Those with long names, many attributes and enums, and without a table.
DESCRIBED = ["Configuration", "FixEntitySuggestion", "OAuthNonce", "Site", "SiteImsOrgAccess", "Suggestion"]
ROWS = (("name", "what it is"), ("one", "a cell of many words"), ("two", "alpha|beta|gamma"))
NAMES = (("a_long_name", "another_name", "some words"), ("x", "y", "z"))


class Rich:
    """A screen of rich over a text in memory."""

    def __init__(self, width, **options):
        console_class = pytest.importorskip("rich.console").Console
        self.file = options.pop("file", None) or io.StringIO()
        settings = {"force_terminal": True, "color_system": "standard", "_environ": {}, **options}
        self.screen = RichScreen(console_class(width=width, file=self.file, highlight=False, **settings))

    @property
    def written(self):
        return self.file.getvalue()

    @property
    def lines(self):
        return [line.rstrip() for line in without_escapes(self.written).splitlines()]


@pytest.fixture
def plain(capsys):
    """Return the lines of a table in plain text."""

    def lines(rows, width):
        Screen(width).table(rows)
        return capsys.readouterr().out.splitlines()

    return lines


class TestPlainTables:
    def test_a_row_is_one_line_without_a_width(self, plain):
        assert plain(ROWS, None) == [
            "  name  what it is",
            "  one   a cell of many words",
            "  two   alpha|beta|gamma",
        ]
        assert plain(ROWS, 28) == plain(ROWS, None)

    def test_the_widest_cells_are_wrapped(self, plain):
        assert plain(ROWS, 21) == [
            "  name  what it is",
            "  one   a cell of",
            "        many words",
            "  two   alpha|beta|",
            "        gamma",
        ]

    def test_words_are_broken_at_underscores_last_and_those_of_the_first_column_last_of_all(self, plain):
        assert plain(NAMES, 34) == [
            "  a_long_name  another_name  some",
            "                             words",
            "  x            y             z",
        ]
        assert plain(NAMES, 30) == [
            "  a_long_name  another_  some",
            "               name      words",
            "  x            y         z",
        ]
        assert plain(NAMES, 26) == [
            "  a_long_  another_  some",
            "  name     name      words",
            "  x        y         z",
        ]

    def test_if_that_is_not_enough_each_row_has_lines_of_its_own(self, plain):
        rows = (("name", "another_name", "some words", "note"), ("a_long_name", "y", "a few words", ""))
        assert plain(rows, 25) == [
            "  a_long_name",
            "    another_name  y",
            "    some words    a few",
            "                  words",
        ]

    def test_a_word_longer_than_a_line_is_broken_anywhere(self, plain):
        assert plain((("a", "b"), ("x" * 20, "y" * 30)), 20) == [
            "  " + "x" * 18,
            "  xx",
            "    b  " + "y" * 13,
            "       " + "y" * 13,
            "       yyyy",
        ]

    def test_a_terminal_too_narrow_for_any_table_still_gets_one(self, plain):
        assert "".join(plain(NAMES, 1)).count("x") == 1

    @pytest.mark.parametrize("width", [0, 1, 2, 19])
    def test_so_do_names_and_paragraphs(self, width, capsys):
        page = Screen(width)
        page.paragraph("some_long_words_that_do_not_fit in a line")
        page.names(["a_name", "another_name"])
        lines = capsys.readouterr().out.splitlines()
        assert lines == ["some_long_words_", "that_do_not_fit in a", "line", "  a_name,", "  another_name"]

    def test_a_table_without_rows_has_its_headings(self, plain):
        assert plain(ROWS[:1], 80) == ["  name  what it is"]


class TestRichTables:
    def test_have_a_rule_below_the_headings(self):
        rich = Rich(40)
        rich.screen.table(ROWS)
        assert rich.lines == [
            "  name  what it is",
            "  ──────────────────────────",
            "  one   a cell of many words",
            "  two   alpha|beta|gamma",
        ]

    def test_wrap_cells_as_plain_tables_do(self, plain):
        for width in (34, 30, 26, 12):
            rich = Rich(width)
            rich.screen.table(NAMES)
            # Headings of two lines are aligned at the bottom.
            assert [line for line in rich.lines if "─" not in line][2:] == plain(NAMES, width)[2:]

    def test_are_in_ascii_where_the_terminal_is(self):
        class Ascii(io.StringIO):
            encoding = "ascii"

        rich = Rich(40, file=Ascii())
        rich.screen.table(ROWS)
        assert rich.written.isascii()

    def test_have_colours_where_the_terminal_has_them(self):
        rich = Rich(80)
        rich.screen.table(ROWS, {"one": "red"})
        assert "\033[31mone" in rich.written
        for options in ({"no_color": True}, {"_environ": {"TERM": "dumb"}, "color_system": "auto"}):
            rich = Rich(80, **options)
            rich.screen.table(ROWS, {"one": "red"})
            rich.screen.paragraph("text", "green")
            assert not re.search(r"\033\[[0-9;]*3[0-9]m", rich.written)

    def test_square_brackets_and_colons_are_text(self):
        rich = Rich(80)
        rich.screen.paragraph("[bold]text[/] :smile:")
        rich.screen.table((("a", "b"), ("[red]x[/red]", "[]")))
        rich.screen.names(["[i]"])
        assert rich.lines[0] == "[bold]text[/] :smile:"
        assert rich.lines[-2:] == ["  [red]x[/red]  []", "  [i]"]

    def test_wide_characters_fit_too(self):
        rich = Rich(30)
        rich.screen.table((("a", "b"), ("x", "漢字" * 10)))
        assert max(rich.screen._console.measure(line).maximum for line in rich.lines) <= 30


@pytest.mark.parametrize("width", [None, 20, 80])
def test_control_characters_never_reach_a_terminal(width, capsys):
    hostile = "x\x1b[31m\x07\x9b\x00\u202ey"
    page = Screen(width)
    page.paragraph(hostile)
    page.table((("a", "b"), (hostile, "\x1b]0;title\x07")))
    page.names([hostile])
    written = capsys.readouterr().out
    assert ("\x1b" in written) is (width is None)  # a pipe gets what was found, as it is
    assert width is None or max(map(len, written.splitlines())) <= width


@pytest.mark.parametrize("width", [10, 80])
def test_control_characters_never_reach_a_terminal_by_rich(width):
    hostile = "x\x1b[31m\x07\x9b\x00\u202ey"
    rich = Rich(width, no_color=True, color_system=None)
    rich.screen.paragraph(hostile)
    rich.screen.table((("a", "b"), (hostile, "\x1b]0;title\x07")))
    rich.screen.names([hostile])
    assert all(character.isprintable() for character in rich.written.replace("\n", ""))


def test_an_error_message_has_no_control_characters(capsys):
    assert output.fail("no \x1b[31mred\x1b[0m\n  text\x85") == 1
    assert capsys.readouterr().err == "spacecat-data-access: error: no \\x1b[31mred\\x1b[0m text\n"


@pytest.fixture
def terminal(monkeypatch, capsys):
    """Run the command line in this process, with a terminal of some width as stdout."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)

    def run(columns, *arguments, has_rich=True):
        if has_rich:
            pytest.importorskip("rich")
        monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
        if not has_rich:
            monkeypatch.setitem(sys.modules, "rich.console", None)
        assert cli.main(arguments) == 0
        return capsys.readouterr().out

    return run


@pytest.mark.parametrize("has_rich", [True, False])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("arguments", [("entities",), *(("describe", each) for each in DESCRIBED)])
def test_nothing_is_wider_than_the_terminal(terminal, arguments, width, has_rich):
    shown = without_escapes(terminal(width, *arguments, has_rich=has_rich))
    assert max(map(len, shown.splitlines())) <= width
    if not has_rich or width == 200:
        assert ("─" in shown) is (has_rich and "Configuration" not in arguments)


class TestWhichScreen:
    @pytest.fixture
    def rich(self):
        return pytest.importorskip("rich")

    def test_a_pipe_gets_plain_text_without_a_width(self, capsys, monkeypatch):
        monkeypatch.setenv("COLUMNS", "40")
        assert cli.main(["describe", "Ticket"]) == 0
        shown = capsys.readouterr().out
        assert re.search(
            "^  task_management_connection_id +string +connection_id +yes +yes$", shown, re.MULTILINE
        )
        assert "\033" not in shown

    @pytest.mark.usefixtures("rich")
    def test_a_terminal_gets_tables_in_colours(self):
        shown = run_in_terminal([*COMMAND, "describe", "Ticket"])
        assert (shown.code, shown.err) == (0, "")
        assert re.search(r"\033\[[0-9;]+m *task_management_", shown.out)
        assert max(map(len, without_escapes(shown.out).splitlines())) <= 80

    @pytest.mark.usefixtures("rich")
    @pytest.mark.parametrize(
        "environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"NO_COLOR": "1", "FORCE_COLOR": "1"}]
    )
    def test_without_colours_if_they_are_not_wanted(self, environment):
        shown = run_in_terminal([*COMMAND, "entities"], **environment).out
        assert not re.search(r"\033\[[0-9;]*3[0-9]m", shown)
        assert "─" in shown

    @pytest.mark.parametrize("environment", [{"TERM": "dumb"}, {"COLUMNS": "0"}, {"TERM": "vt100"}])
    def test_the_width_is_that_of_any_terminal(self, environment):
        shown = run_in_terminal([*COMMAND, "describe", "Site"], columns=45, **environment)
        assert (shown.code, shown.err) == (0, "")
        assert 40 < max(map(len, without_escapes(shown.out).splitlines())) <= 45

    @pytest.mark.usefixtures("rich")
    def test_a_pipe_gets_colours_if_they_are_forced(self):
        shown = run_in_terminal([*COMMAND, "entities"], pipes=["out"], FORCE_COLOR="1")
        assert "\033[36m" in shown.out

    @pytest.mark.parametrize(
        "arguments", [("entities",), ("describe", "Site"), ("describe", "Configuration")]
    )
    def test_a_pipe_gets_the_same_with_and_without_rich_whatever_the_terminal(self, arguments):
        piped = run_in_terminal([*COMMAND, *arguments], pipes=["out"], columns=40).out
        code = (
            "import sys; sys.modules['rich'] = None; from spacecat_shared_data_access import cli; cli.main()"
        )
        command = [sys.executable, "-c", code, *arguments]
        assert run_in_terminal(command, pipes=["out"], columns=200).out == piped
        assert "\033" not in piped

    def test_without_rich_a_terminal_gets_plain_text_that_fits(self):
        code = (
            "import sys; sys.modules['rich'] = None; from spacecat_shared_data_access import cli; cli.main()"
        )
        shown = run_in_terminal([sys.executable, "-c", code, "describe", "Site"], columns=60)
        assert (shown.code, shown.err) == (0, "")
        assert "\033" not in shown.out
        assert max(map(len, shown.out.splitlines())) <= 60

    @pytest.mark.parametrize("arguments", [("entities", "--json"), ("describe", "Ticket", "--json")])
    def test_json_is_the_same_everywhere(self, arguments):
        piped = run_in_terminal([*COMMAND, *arguments], pipes=["out"]).out
        assert run_in_terminal([*COMMAND, *arguments], FORCE_COLOR="1").out == piped


@pytest.mark.parametrize(
    "statement",
    [
        "import spacecat_shared_data_access as package; package.create_data_access(postgrest_url='http://a').Ticket",
        "from spacecat_shared_data_access import data_access_wrapper",
        "from spacecat_shared_data_access.local import LocalPostgrest",
        "import spacecat_shared_data_access.testing.plugin",
        "from spacecat_shared_data_access import check_database",
        "import spacecat_shared_data_access.cli",
    ],
)
def test_rich_is_imported_only_to_show_something(statement):
    # httpx imports rich for a command line of its own, if click is installed too.
    code = f"import sys\nsys.modules['httpx._main'] = None\n{statement}\nprint('rich' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    assert done.stdout == "False\n"


WORK = """
import sys
{before}
from spacecat_shared_data_access.cli.screen import progress
with progress("counting", {total}, is_live={is_live}) as step:
    for number in range(3):
        print("line", number, flush=True)
        step()
print("done")
"""


def working(*, before="", total=3, is_live=False):
    return [sys.executable, "-c", WORK.format(before=before, total=total, is_live=is_live)]


class TestProgress:
    @pytest.mark.parametrize(("total", "is_live"), [(3, True), (3, False), (None, True)])
    def test_is_shown_on_a_terminal_and_removed_at_the_end(self, total, is_live):
        pytest.importorskip("rich")
        shown = run_in_terminal(working(total=total, is_live=is_live))
        assert "counting" in shown.err
        assert ("3/3" in shown.err) is (total is not None)
        assert shown.err.endswith("\033[2K")  # the line is erased
        assert shown.out == "done\n"

    def test_lines_for_a_pipe_are_not_touched(self):
        pytest.importorskip("rich")
        shown = run_in_terminal(working(), pipes=["out"])
        assert shown.out == "line 0\nline 1\nline 2\ndone\n"
        assert "3/3" in shown.err

    @pytest.mark.parametrize(
        "options",
        [
            {"pipes": ["err"]},
            {"pipes": ["err", "out"], "FORCE_COLOR": "1"},  # as many a CI sets it
            {"CI": "true"},
            {"TERM": "dumb"},
            {"TTY_INTERACTIVE": "0"},
        ],
    )
    def test_is_not_shown_in_logs(self, options):
        shown = run_in_terminal(working(), **options)
        assert (shown.code, shown.err) == (0, "")
        assert shown.out == "line 0\nline 1\nline 2\ndone\n"

    def test_is_not_shown_without_rich(self):
        shown = run_in_terminal(working(before="sys.modules['rich'] = None"))
        assert (shown.code, shown.err) == (0, "")

    @pytest.mark.skipif(not Path("/bin/sh").exists(), reason="a shell closes the descriptor")
    def test_without_a_stderr_nothing_fails(self):
        shown = run_in_terminal(["/bin/sh", "-c", 'exec "$@" 2>&-', "sh", *working()])
        assert (shown.code, shown.out) == (0, "line 0\nline 1\nline 2\ndone\n")

    def test_an_error_in_the_work_ends_it(self):
        with pytest.raises(ZeroDivisionError), screen.progress("working"):
            _ = 1 / 0
