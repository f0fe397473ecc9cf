"""The site in a browser: pages without errors and foreign requests, in both themes and sizes; search; diagrams."""

import os
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from playwright.sync_api import expect

ROOT = Path(__file__).parents[2]
SITE = ROOT / "build" / "site"
SIZES = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}
THEMES = ("light", "dark")
PAGES = (
    "",
    "ARCHITECTURE/",
    "QUERYING/",
    "RELIABILITY/",
    "IDEMPOTENT_REQUESTS/",
    "MIGRATING/",
    "reference/collections/",
    "reference/entities/",
    "reference/entities/Ticket/",
)


@pytest.fixture(params=[(size, theme) for size in SIZES for theme in THEMES], ids="-".join)
def view(request, chromium, site):
    """Open pages in one size and theme. Afterwards there must be no error and no request to another host."""
    size, theme = request.param
    context = chromium.new_context(viewport=SIZES[size], color_scheme=theme, base_url=f"{site}/")
    page = context.new_page()
    errors, foreign = [], []
    page.on("console", lambda message: message.type == "error" and errors.append(message.text))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda sent: sent.url.startswith((site, "data:", "blob:")) or foreign.append(sent.url))
    yield page
    context.close()
    assert (errors, foreign) == ([], [])


def take_screenshot(request, page, name):
    """Store a screenshot if SCREENSHOTS is set. `make docs-screenshots` sets it."""
    if os.environ.get("SCREENSHOTS"):
        view = request.node.callspec.id.rpartition("/")[2]
        page.screenshot(path=ROOT / "docs" / "screenshots" / f"{name}-{view}.png")


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_its_window(view, path):
    view.goto(path)
    expect(view.locator("h1").first).to_be_visible()
    widest, window = view.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert widest <= window


def test_the_first_page(request, view):
    view.goto("")
    expect(view.locator("h1")).to_contain_text("Get started")
    take_screenshot(request, view, "start")


def test_search_leads_to_the_page_of_an_entity_with_its_diagram(request, view):
    view.goto("")
    if view.viewport_size["width"] < 1000:
        view.locator("label[for='__search']").first.click()
    view.locator("input.md-search__input").fill("nonce")
    view.locator("a.md-search-result__link[href*='reference/entities/OAuthNonce/']").first.click()
    expect(view.locator("h1")).to_contain_text("OAuthNonce")
    shown = view.locator(".diagram img:visible")
    expect(shown).to_have_count(1)
    assert shown.evaluate("image => image.complete && image.naturalWidth > 0")
    take_screenshot(request, view, "nonce")


def test_an_overview_diagram(request, view):
    view.goto("reference/entities/")
    expect(view.locator(".diagram img:visible").first).to_be_visible()
    take_screenshot(request, view, "entities")


def test_the_diagrams_of_the_architecture(request, view):
    view.goto("ARCHITECTURE/")
    shown = view.locator(".diagram img:visible")
    expect(shown).to_have_count(4)  # the layers, a request, a find, a create
    assert shown.evaluate_all("images => images.every(each => each.complete && each.naturalWidth > 0)")
    take_screenshot(request, view, "architecture")


def test_the_list_of_entities_leads_to_their_pages(view):
    view.goto("ENTITIES/")
    view.locator("article a", has_text="OAuthNonce").first.click()
    expect(view.locator("h1")).to_contain_text("OAuthNonce")


class Anchors(HTMLParser):
    """The links and the anchors of a page."""

    def __init__(self, page):
        super().__init__()
        self.links, self.names = set(), {""}
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.names.add(found.get("id") or found.get("name") or "")
        if tag == "a" and found.get("href"):
            self.links.add(found["href"])


def test_no_link_of_the_site_leads_nowhere():
    pages = {page: Anchors(page) for page in SITE.rglob("*.html")}
    dead = [
        (page.relative_to(SITE).as_posix(), link)
        for page, found in pages.items()
        if page.name != "404.html"
        for link in found.links
        if not leads_somewhere(pages, page, link)
    ]
    assert dead == []


def leads_somewhere(pages, page, link):
    """Return whether a link leads to another host, or to a file and an anchor of the site."""
    target, anchor = urldefrag(urljoin(f"site:///{page.relative_to(SITE).as_posix()}", link))
    if urlsplit(target).scheme != "site":
        return True
    path = SITE / unquote(urlsplit(target).path).lstrip("/")
    path = path / "index.html" if path.is_dir() or not path.suffix else path
    return path.exists() and (not anchor or path not in pages or unquote(anchor) in pages[path].names)
