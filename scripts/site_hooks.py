"""MkDocs hooks: generated pages of entities, pages that are kept outside docs/, and diagrams."""

from __future__ import annotations

import posixpath
import re
import sys
from base64 import b64encode
from html import escape
from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from spacecat_shared_data_access import diagrams

ROOT: Final = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # MkDocs loads this file by its path

from scripts import entity_pages  # noqa: E402 - see above

# Pages of the site that are kept outside docs/, and programs that it shows.
ELSEWHERE: Final = (
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "benchmarks/README.md",
    "benchmarks/RESULTS.md",
    "examples/lambda-app/README.md",
)
PROGRAMS: Final = (
    "examples/jira_integration.py",
    "examples/listings.py",
    "examples/lambda-app/app.py",
)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Draw the fenced blocks whose language is Mermaid, and list the entities in the navigation."""
    fences = {"name": "mermaid", "class": "mermaid", "format": draw_fence}
    config.mdx_configs["pymdownx.superfences"] = {"custom_fences": [fences]}
    for section in config.nav or ():
        if "Reference" in section:
            section["Reference"].append({"Entities": list(entity_pages.pages())})
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the pages that are generated or kept outside docs/."""
    for path, content in entity_pages.pages().items():
        files.append(File.generated(config, path, content=content))
    for path in ELSEWHERE:
        content = (ROOT / path).read_text(encoding="utf-8")
        files.append(File.generated(config, path, content=with_links_of_site(content, path)))
    for path in PROGRAMS:
        source = (ROOT / path).read_text(encoding="utf-8")
        content = f"# {path.rpartition('/')[2]}\n\n```python\n{source}```\n"
        files.append(File.generated(config, site_path(path) or path, content=content))
    return files


def on_page_markdown(markdown: str, *, page: Page, **_more: Any) -> str:
    """Make links that leave docs/ lead to their pages on the site, and those of the entities' list to theirs."""
    path = page.file.src_uri
    if path == "ENTITIES.md":
        markdown = re.sub(r"(?<=^\| )`(\w+)`(?= \|)", _link_of, markdown, flags=re.MULTILINE)
    return markdown if page.file.generated_by else with_links_of_site(markdown, f"docs/{path}")


def _link_of(entity: re.Match[str]) -> str:
    path = f"{entity_pages.FOLDER}/{entity[1]}.md"
    if path not in entity_pages.pages():  # it has no table
        path = f"reference/{entity[1].lower()}.md"
    return f"[{entity[0]}]({path})"


def with_links_of_site(markdown: str, path: str) -> str:
    """Return a page whose links lead to pages of the site. A link to another file becomes plain text.

    A link whose text is the name of a document gets the title of the page as its text.

    Args:
        markdown: The page.
        path: Where the file is in the repository.
    """
    here = posixpath.dirname(site_path(path) or "")

    def link(found: re.Match[str]) -> str:
        file = posixpath.normpath(posixpath.join(posixpath.dirname(path), found[2]))
        target = site_path(file)
        return (
            found[1]
            if target is None
            else f"[{found[1]}]({posixpath.relpath(target, here or '.')}{found[3] or ''})"
        )

    return re.sub(r"\[([^]]+)\]\((?!\w+:|#)([^)#\s]+)(#[^)\s]*)?\)", link, markdown)


def title_of(path: str) -> str:
    """Return the first heading of a document of the repository, or the name of a program."""
    found = re.search(r"^# (.+)$", (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if path.endswith(".md") and found else posixpath.basename(path)


def site_path(path: str) -> str | None:
    """Return where a file of the repository is on the site, or None if it is not there."""
    if path == "README.md":
        return "index.md"
    if path in PROGRAMS:
        return path.removesuffix(".py") + ".md"
    if path in ELSEWHERE:
        return path
    return path.removeprefix("docs/") if path.startswith("docs/") else None


def draw_fence(source: str, _language: str, _class: str, _options: Any, _md: Any, **_more: Any) -> str:
    """Return a diagram as two images, for a light and for a dark background."""
    text = escape(" ".join(source.split())[:300], quote=True)
    return f'<div class="diagram">{_image(source, text, "on-light")}{_image(source, text, "on-dark")}</div>'


def _image(source: str, text: str, theme: str) -> str:
    svg = diagrams.draw(source, dark=theme == "on-dark")
    # Without a width, a browser stretches the image to the width of the page.
    width = re.search(r'viewBox="\S+ \S+ (\S+) ', svg)
    data = b64encode(svg.encode()).decode()
    size = f'width="{width[1]}"' if width else ""
    return f'<img class="{theme}" {size} alt="Diagram: {text}" src="data:image/svg+xml;base64,{data}">'
