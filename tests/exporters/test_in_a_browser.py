"""Formats that a browser shows: the corpus that wants to do harm is shown in Chromium, and nothing of it runs."""

from collections.abc import Iterator
from typing import Any

import pytest
from browsing import TRAP, WAYS_TO_RUN, chromium
from exporters.works import hostile_publications, person, publication
from playwright.sync_api import Browser, Page

import pubparse
from pubparse.exporters.work import one_line

SHOWN = {
    "json-ld-script": {"SCRIPT"},
    "meta-tags": {"META"},
    "html": None,
}
"""Formats that are for the head of a page, and the elements they are made of; a page of its own has None."""

HARM = [
    "</script ><img src=x onerror=alert(1)>", "<!--<script>", "</title><script>alert(1)</script >",
    "</style><b>bold</b>",
    '" onmouseover="alert(1)" x="', "' onload='alert(1)' x='", "<svg/onload=alert(1)>", "&lt;script&gt;alert(1)",
    '"><iframe srcdoc="<script>parent.alert(1)</script>">', "</textarea></p></head></html><script>alert(1)</script>",
]  # fmt: skip
"""Text that ends an element or an attribute too early, in one way more than what every format is tried on."""

HERE = "https://list.example/"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as launched:
        yield launched


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that notes what runs: as `window.harmed`, or as a title that begins with it."""
    page = browser.new_page()
    page.add_init_script(TRAP)
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog: {dialog.message}"))
    yield page
    page.close()


def show(page: Page, text: str) -> None:
    """Load a text as a server sends it; whatever else is asked for is not there."""
    page.route("**/*", lambda route: route.fulfill(body=text, content_type="text/html; charset=utf-8", status=200)
               if route.request.url == HERE else route.abort())  # fmt: skip
    page.goto(HERE, wait_until="load")
    page.wait_for_load_state("networkidle")


def given() -> list[pubparse.Publication]:
    made = [publication(id=f"browser{at}", title=text, authors=[person(text)]) for at, text in enumerate(HARM)]
    return [*hostile_publications(), *made]


def exported(form: str) -> str:
    files = pubparse.export(given(), form).files
    text = "".join(str(content) for content in files.values())
    if SHOWN[form] is None:
        return text
    return f"<!doctype html><html><head><title>x</title>{text}</head><body><p>end</p></body></html>"


def test_the_trap_works(page: Page) -> None:
    show(page, "<!doctype html><img src=x onerror=alert(1)><script>window.ran = 1</script>")
    assert page.evaluate("[window.harmed, window.ran]") == ["alert", 1]
    assert page.locator(WAYS_TO_RUN).count() == 1


@pytest.mark.parametrize("form", SHOWN)
def test_nothing_runs(page: Page, form: str) -> None:
    show(page, exported(form))
    assert page.evaluate("window.harmed ?? null") is None
    assert page.locator(WAYS_TO_RUN).count() == 0
    if made_of := SHOWN[form]:
        elements = page.evaluate("[...new Set([...document.querySelectorAll('*')].map(one => one.tagName))]")
        assert set(elements) == {"HTML", "HEAD", "TITLE", "BODY", "P", *made_of}
        assert page.inner_text("body") == "end"


def test_a_script_says_what_was_given(page: Page) -> None:
    show(page, exported("json-ld-script"))
    assert page.locator("script").count() == 1
    nodes: list[dict[str, Any]] = page.evaluate(
        "JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)['@graph']"
    )
    assert [node.get("name", "") for node in nodes] == [one_line(one.title or "") for one in given()]
    authors = [[author["name"] for author in node.get("author", [])] for node in nodes]
    assert authors == [[name for a in one.authors if (name := one_line(a.name))] for one in given()]


def test_meta_tags_say_what_was_given(page: Page) -> None:
    show(page, exported("meta-tags"))
    titles: list[str] = page.evaluate(
        "[...document.head.querySelectorAll('[name=citation_title]')].map(one => one.content)"
    )
    assert titles == [title for one in given() if (title := one_line(one.title or ""))]
    dates = page.locator("meta[name=citation_publication_date]").count()
    assert dates == sum(one.year is not None for one in given())
