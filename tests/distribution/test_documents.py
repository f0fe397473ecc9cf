"""The Python blocks of the documents run and print what the documents say; links lead somewhere."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from distribution import run_blocks
from patience import PATIENCE
from spacecat_shared_data_access.local import LocalPostgrest

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "typings").glob("*.md")])
# The least number of expected outputs per document, so that none is skipped unnoticed.
DOCUMENTS = {
    "README.md": 4,
    "docs/ADDING_AN_ENTITY.md": 4,
    "docs/ASYNCIO.md": 3,
    "docs/CONFIGURATION.md": 2,
    "docs/DIRECT_QUERIES.md": 18,
    "docs/ERRORS.md": 5,
    "docs/IDEMPOTENT_REQUESTS.md": 9,
    "docs/MODELS.md": 9,
    "docs/PITFALLS.md": 1,
    "docs/QUERYING.md": 18,
    "docs/RELATED_ENTITIES.md": 2,
    "docs/RELIABILITY.md": 0,
    "docs/SEVERAL_WRITES.md": 4,
    "docs/TYPES.md": 0,
    "docs/WRITING.md": 9,
    "docs/index.md": 6,
}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_block_runs_and_prints_what_the_document_says(document):
    with LocalPostgrest() as server:
        done = subprocess.run(  # noqa: S603 - our own documents
            [sys.executable, "-W", "error", run_blocks.__file__, document, server.url],
            capture_output=True,
            text=True,
            check=False,
            cwd=ROOT,
            timeout=PATIENCE,
            env=os.environ | {"POSTGREST_URL": server.url},
        )
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) >= DOCUMENTS[document]


@pytest.mark.parametrize("document", [each.relative_to(ROOT).as_posix() for each in PAGES])
def test_no_link_leads_nowhere(document):
    page = ROOT / document
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    links = [link for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]
    dead = [link for link in links if not leads_somewhere(page, link)]
    assert dead == []


def leads_somewhere(page, link):
    """Return whether a link leads to a file and, if it has an anchor, to a heading in it."""
    path, _, anchor = link.partition("#")
    target = page.parent / path if path else page
    return target.exists() and (not anchor or anchor in anchors_of(target))


def anchors_of(page):
    """Return the anchors of a page's headings, as GitHub generates them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


class TestRunner:
    """The runner itself."""

    @pytest.fixture
    def run(self, tmp_path):
        def run_(code):
            document = tmp_path / "document.md"
            document.write_text(f"Text.\n\n```python\n{code}\n```\n", encoding="utf-8")
            return run_blocks.run(str(document), "http://elsewhere.test")

        return run_

    @pytest.mark.parametrize(
        ("code", "matched"),
        [
            ("print(1, 2)  # 1 2", 1),
            ("print(\n    'a',\n    'b',\n)  # a b", 1),
            ("print('a very long text')  # a very …", 1),
            ("for _ in range(3):\n    print('x')  # x", 3),
            ("print('not expected')", 0),
            ("print('http://127.0.0.1:3000')  # http://elsewhere.test", 1),
        ],
    )
    def test_counts_matching_lines(self, run, code, matched):
        assert run(code) == matched

    @pytest.mark.parametrize(
        ("code", "message"),
        [
            ("print(1)  # 2", "document.md:4 printed '1', not '2'"),
            ("x = 0\nif x:\n    print(1)  # 1", "document.md:6 was not reached"),
            ("print('short')  # a very …", "printed 'short'"),
            ("for x in 'ab':\n    print(x)  # a", "printed 'b', not 'a'"),
        ],
    )
    def test_rejects_other_output(self, run, code, message):
        with pytest.raises(AssertionError, match=message):
            run(code)

    def test_blocks_share_a_namespace(self, tmp_path):
        document = tmp_path / "document.md"
        document.write_text(
            "```python\nx = 1\n```\n\n```sh\nfalse\n```\n\n```python\nprint(x)  # 1\n```\n", "utf-8"
        )
        assert run_blocks.run(str(document), "") == 1
