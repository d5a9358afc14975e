"""The report in headless Chromium: read by a person with a mouse, with a keyboard, on a telephone, in the dark."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import TRAP, WAYS_TO_RUN, chromium
from inputs import FIXTURES, PAGES, SOURCE
from playwright.sync_api import Browser, BrowserContext, Page, expect

import pubparse

SHOWN = ["publications", "cards", "table-portuguese", "paragraphs-chinese", "html-italian", "years-and-links"]
WIDTHS = [390, 1280, 1920]

HOSTILE = (FIXTURES / "hostile.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as launched:
        yield launched


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as opened:
        yield opened


@pytest.fixture
def seen(context: BrowserContext, tmp_path: Path) -> Iterator["Seen"]:
    seen = Seen(context, tmp_path)
    yield seen
    assert not seen.complaints
    assert set(seen.requests) <= {seen.file.as_uri()}


class Seen:
    """A report that is open in the browser; what the console says and what is asked for is noted."""

    def __init__(self, context: BrowserContext, folder: Path) -> None:
        self.file, self.requests, self.complaints = folder / "report.html", list[str](), list[str]()
        self.page: Page = context.new_page()
        self.page.add_init_script(TRAP)
        self.page.on("request", lambda request: self.requests.append(request.url.partition("#")[0]))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def open(self, text: str | bytes, filters: str = "") -> pubparse.Page:
        read = pubparse.parse(text)
        self.file.write_text(read.report(), encoding="utf-8")
        self.page.goto(self.file.as_uri() + filters)
        return read

    def works(self) -> list[str]:
        """What is shown, from top to bottom."""
        found: list[str] = self.page.evaluate(
            "[...document.querySelectorAll('article')].filter(one => !one.hidden).map(one => one.dataset.key)"
        )
        return found

    def lit(self) -> list[str]:
        found: list[str] = self.page.evaluate("[...document.querySelectorAll('.lit')].map(one => one.textContent)")
        return found

    def clipboard(self) -> str:
        text: str = self.page.evaluate("navigator.clipboard.readText()")
        return text


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", SHOWN)
def test_everybody_can_read_it(seen: Seen, name: str, scheme: str) -> None:
    seen.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    seen.open(PAGES[name])
    seen.page.evaluate(
        "document.querySelectorAll('article').forEach(one => { one.style.contentVisibility = 'visible' });"
        "document.querySelectorAll('details').forEach(one => { one.open = true })"
    )
    found = Axe().run(seen.page)
    assert not found.response["violations"], found.generate_report()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", SHOWN)
def test_nothing_is_cut_or_scrolls_sideways(seen: Seen, name: str, width: int) -> None:
    seen.page.set_viewport_size({"width": width, "height": 900})
    seen.open(PAGES[name])
    assert seen.page.evaluate("document.documentElement.scrollWidth") == width
    cut = """[...document.querySelectorAll("h3, p, dd, .name, label, button")].filter(one =>
        one.scrollWidth > one.clientWidth + 1 && one.clientWidth && getComputedStyle(one).display !== "inline"
    ).map(one => one.outerHTML)"""
    assert seen.page.evaluate(cut) == []


@pytest.mark.parametrize("name", SHOWN)
def test_it_shows_every_value(seen: Seen, name: str) -> None:
    read = seen.open(PAGES[name])
    assert seen.works() == [one.id for one in read.publications]
    for one in read.publications:
        card = seen.page.locator(f"article[data-key='{one.id}']")
        record = card.locator(".record").text_content() or ""
        assert [author.name in record for author in one.authors].count(False) == 0
        assert not one.title or one.title in record
        assert not one.venue or one.venue.name in record
        source = card.locator(".source").text_content() or ""
        assert "".join(source.split()) == "".join(one.raw.split())


def test_a_field_lights_up_where_it_stands(seen: Seen) -> None:
    read = seen.open(PAGES["publications"])
    one = read.publications[0]
    card = seen.page.locator("article").first
    card.locator(".record button", has_text=one.title).hover()
    assert seen.lit() == [one.title] * 3
    card.locator(".source [data-f='authors[1]']").hover()
    assert seen.lit() == [one.authors[1].name] * 3
    seen.page.mouse.move(0, 0)
    assert not seen.lit()


def test_the_keyboard_lights_and_holds(seen: Seen) -> None:
    read = seen.open(PAGES["publications"])
    button = seen.page.locator("article").first.locator(".record button[data-f='venue.name']")
    button.focus()
    venue = read.publications[0].venue
    assert venue
    assert seen.lit() == [venue.name] * 3
    seen.page.keyboard.press("Enter")
    seen.page.evaluate("document.activeElement.blur()")
    assert seen.lit() == [venue.name] * 3
    seen.page.keyboard.press("Escape")
    assert not seen.lit()


def test_marks_are_explained_by_the_legend(seen: Seen) -> None:
    seen.open(PAGES["publications"])
    explained = seen.page.locator("article").first.locator(".record button.marks").first
    expect(explained).to_contain_text("equal contribution")
    assert seen.page.locator(".legend dt").all_text_contents() == ["*", "📧"]
    owner = seen.page.locator("article").first.locator(".record .owner")
    assert owner.all_text_contents() == ["Z. Tang"]


FILTERS = {
    "#from=2020&to=2021": lambda one: one.year in (2020, 2021),
    "#type=journal": lambda one: one.type == "journal",
    "#coauthor=Xiaowen+Chu&from=2025": lambda one: one.year == 2025 and any("Chu" in a.name for a in one.authors),
    "#below=0.9": lambda one: one.confidence < 0.9,
    "#award=Oral": lambda one: any(award.text == "Oral" for award in one.awards),
    "#text=SPOTLIGHT": lambda one: "spotlight" in one.raw.lower(),
    "#role=first+author": lambda one: one.authors[0].is_self,
}


@pytest.mark.parametrize("filters", FILTERS)
def test_filters(seen: Seen, filters: str) -> None:
    read = seen.open(PAGES["publications"], filters)
    wanted = [one.id for one in read.publications if FILTERS[filters](one)]
    assert 0 < len(wanted) < len(read.publications)
    assert seen.works() == wanted
    expect(seen.page.locator("#count")).to_have_text(f"{len(wanted)} of 38 shown")
    seen.page.get_by_role("button", name="Show all").click()
    expect(seen.page.locator("#count")).to_have_text("38 of 38 shown")
    assert seen.page.evaluate("location.hash") == ""


def test_only_what_has_problems(seen: Seen) -> None:
    read = seen.open(PAGES["publications"])
    seen.page.get_by_role("checkbox", name="with problems").check()
    spans = [one.span for one in read.check()]
    wrong = [one.id for one in read.publications if any(one.span.start <= span.start < one.span.end for span in spans)]
    assert 0 < len(wrong) < 38
    assert seen.works() == wrong
    spelling = seen.page.locator("article", has_text="is arXiv elsewhere").first.locator(".troubles")
    assert (spelling.locator("del").inner_text(), spelling.locator("ins").inner_text()) == ("Arxiv", "arXiv")
    legend = seen.page.locator(".troubles li", has_text="Windows-1252").first
    expect(legend.locator("ins")).to_have_text("📧")


def test_search_while_typing_finds_accents_without_them(seen: Seen) -> None:
    read = seen.open(PAGES["html-italian"])
    seen.page.get_by_role("searchbox").press_sequentially("SEGRE")
    assert [one.id for one in read.publications if "Segrè" in one.raw] == seen.works()


def test_charts_filter_the_list(seen: Seen) -> None:
    read = seen.open(PAGES["publications"])
    seen.page.get_by_role("link", name="2024, conference: 7").click()
    assert seen.works() == [one.id for one in read.publications if (one.year, one.type) == (2024, "conference")]
    assert seen.page.locator("input[name=from]").input_value() == "2024"
    seen.page.get_by_role("button", name="Show all").click()
    bar = seen.page.locator(".bars a", has_text="NeurIPS").first
    bar.focus()
    seen.page.keyboard.press("Enter")
    assert seen.works() == [one.id for one in read.publications if one.venue and one.venue.acronym == "NeurIPS"]
    seen.page.reload()
    assert len(seen.works()) == 4, "filters are kept in the address"


def test_order(seen: Seen) -> None:
    read = seen.open(PAGES["publications"])
    seen.page.locator("select[name=order]").select_option("oldest first")
    year = {one.id: one.year for one in read.publications}
    years = [year[key] or 9999 for key in seen.works()]
    assert years == sorted(years)
    assert years[0] != years[-1]
    seen.page.locator("select[name=order]").select_option("as on the page")
    assert seen.works() == list(year)


def test_the_table_of_co_authors_is_sorted(seen: Seen) -> None:
    read = seen.open(PAGES["publications"])
    people = pubparse.statistics(read).coauthors
    seen.page.get_by_text("as a table").last.click()
    table = seen.page.locator("table.sortable")
    assert table.locator("tbody th").all_text_contents() == [one.name for one in people]
    table.get_by_role("button", name="Name").click()
    names = table.locator("tbody th").all_text_contents()
    assert names == seen.page.evaluate("names => [...names].sort((a, b) => a.localeCompare(b))", names)
    assert table.locator("th[aria-sort=ascending]").all_text_contents() == ["Name"]
    table.get_by_role("button", name="First").click()
    years = list(map(int, table.locator("tbody td:nth-child(3)").all_text_contents()))
    assert years == sorted(years, reverse=True)


def test_copying(seen: Seen) -> None:
    read = seen.open(PAGES["publications"], "#type=journal")
    journals = [one for one in read.publications if one.type == "journal"]
    tools = seen.page.locator(".tools")
    tools.get_by_role("button", name="CSL-JSON").click()
    expect(seen.page.locator("#said")).to_have_text("4 publications copied as CSL-JSON")
    assert json.loads(seen.clipboard()) == json.loads(pubparse.export(journals, "csl-json").text)
    card = seen.page.locator(f"article[data-key='{journals[0].id}']")
    card.get_by_role("button", name="BibTeX").click()
    expect(seen.page.locator("#said")).to_have_text("1 publication copied as BibTeX")
    assert seen.clipboard() == pubparse.export(journals[0], "bibtex").text
    card.get_by_role("button", name="Markdown").click()
    expect(seen.page.locator("#said")).to_have_text("1 publication copied as Markdown")
    assert seen.clipboard() == journals[0].raw + "\n"


def test_nothing_of_a_hostile_page_runs(seen: Seen) -> None:
    seen.page.set_viewport_size({"width": 390, "height": 900})
    read = seen.open(HOSTILE)
    assert len(read.publications) == 6
    for part in seen.page.locator("article [data-f]").all()[:40]:
        part.hover(force=True)
    assert seen.page.evaluate("window.harmed ?? null") is None
    assert seen.page.locator(WAYS_TO_RUN).count() == 0
    assert seen.page.locator("script").count() == 2
    assert seen.page.locator("img, [style]").count() == 0
    assert seen.page.evaluate("document.documentElement.scrollWidth") == 390
    for one in read.publications:
        source = seen.page.locator(f"article[data-key='{one.id}'] .source").text_content() or ""
        assert "\u202e" not in source
        assert ("U+202E" in source) == ("\u202e" in one.raw)
    expect(seen.page.get_by_role("heading", level=1)).to_be_visible()


def test_a_page_without_anything(seen: Seen) -> None:
    seen.open("")
    expect(seen.page.get_by_role("main")).to_contain_text("No publication was found")


def test_several_pages_in_one_report(seen: Seen) -> None:
    pages = [pubparse.parse(PAGES[name], path=f"{name}.md") for name in ("apa", "apa", "cards")]
    seen.file.write_text(pubparse.report(pages), encoding="utf-8")
    seen.page.goto(seen.file.as_uri())
    keys = seen.works()
    assert len(keys) == len(set(keys)) == sum(len(page.publications) for page in pages)
    expect(seen.page.locator("article").last.locator(".about")).to_contain_text("cards.md:")


def test_a_report_is_made_of_pages() -> None:
    with pytest.raises(pubparse.UsageError):
        pubparse.report(["# text"])  # type: ignore[list-item]


def test_the_same_page_gives_the_same_report() -> None:
    assert pubparse.parse_file(SOURCE).report() == pubparse.parse_file(SOURCE).report()
