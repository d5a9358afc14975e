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
from pubparse.reporting.stretches import KINDS

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
    card.locator(".source .authors").nth(1).hover()
    assert seen.lit() == [one.authors[1].name] * 3
    seen.page.mouse.move(0, 0)
    assert not seen.lit()


def test_the_keyboard_lights_and_holds(seen: Seen) -> None:
    read = seen.open(PAGES["publications"])
    button = seen.page.locator("article").first.locator(".record button.venue").first
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
    "#?from=2020&to=2021": lambda one: one.year in (2020, 2021),
    "#?type=journal": lambda one: one.type == "journal",
    "#?coauthor=Xiaowen+Chu&from=2025": lambda one: one.year == 2025 and any("Chu" in a.name for a in one.authors),
    "#?below=0.9": lambda one: one.confidence < 0.9,
    "#?award=Oral": lambda one: any(award.text == "Oral" for award in one.awards),
    "#?text=SPOTLIGHT": lambda one: "spotlight" in one.raw.lower(),
    "#?role=first+author": lambda one: one.authors[0].is_self,
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
    assert seen.page.evaluate("location.hash") == "#?"


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
    read = seen.open(PAGES["publications"], "#?type=journal")
    journals = [one for one in read.publications if one.type == "journal"]
    tools = seen.page.locator(".tools")
    tools.get_by_role("button", name="CSL-JSON").click()
    expect(seen.page.locator("#said")).to_have_text("4 publications copied as CSL-JSON")
    assert json.loads(seen.clipboard()) == json.loads(pubparse.export(journals, "csl-json", custom=False).text)
    card = seen.page.locator(f"article[data-key='{journals[0].id}']")
    card.get_by_role("button", name="BibTeX").click()
    expect(seen.page.locator("#said")).to_have_text("1 publication copied as BibTeX")
    assert seen.clipboard() == pubparse.export(journals[0], "bibtex").text.removeprefix("% Made by pubparse\n\n")
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
    assert {
        link.partition(":")[0]
        for link in seen.page.locator("article a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    } <= {"http", "https"}
    assert seen.page.locator("img, [style]").count() == 0
    assert seen.page.evaluate("document.documentElement.scrollWidth") == 390
    for one in read.publications:
        source = seen.page.locator(f"article[data-key='{one.id}'] .source").text_content() or ""
        assert "\u202e" not in source
        assert ("U+202E" in source) == ("\u202e" in one.raw)
    expect(seen.page.get_by_role("heading", level=1)).to_be_visible()


def test_other_links_leave_the_filters_alone(seen: Seen) -> None:
    text = (
        PAGES["publications"].decode() + "\n* **Z. Tang**, A. Bee. [Notes](#notes) on engines. [code](#). ICML 2026.\n"
    )
    seen.open(text, "#?type=journal")
    seen.page.locator(".skip").focus()
    seen.page.keyboard.press("Enter")
    assert len(seen.works()) == 4
    assert seen.page.evaluate("document.activeElement.id") == "works"
    assert seen.page.locator("article a[href^='#']").count() == 0


def test_the_way_back(seen: Seen) -> None:
    seen.open(PAGES["publications"])
    seen.page.locator(".bars a", has_text="NeurIPS").first.click()
    assert len(seen.works()) == 4
    assert seen.page.evaluate("document.activeElement.id") == "works", "the keyboard goes on in the list"
    seen.page.go_back()
    expect(seen.page.locator("#count")).to_have_text("38 of 38 shown")


def test_a_filter_that_nothing_passes_is_told(seen: Seen) -> None:
    seen.open(PAGES["publications"], "#?venue=Nowhere")
    assert not seen.works()
    assert seen.page.locator("select[name=venue]").input_value() == "Nowhere"


def test_what_is_seen_is_found(seen: Seen) -> None:
    seen.open("# Publications\n\n* A. Bee, C. Dee. H<sub>2</sub>O in M&uuml;nchen. Nature, 5(1):1-9, 2001.\n")
    seen.page.get_by_role("searchbox").fill("h2o in munchen")
    assert len(seen.works()) == 1


def test_without_a_clipboard(seen: Seen) -> None:
    seen.page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    seen.open(PAGES["publications"])
    button = seen.page.locator("article").first.get_by_role("button", name="BibTeX")
    button.click()
    expect(seen.page.locator("#said")).to_have_text("1 publication copied as BibTeX")
    expect(button).to_be_focused()
    seen.page.evaluate("document.execCommand = () => false")
    button.click()
    expect(seen.page.locator("#said")).to_contain_text("does not let")


def test_joiners_are_letters_and_line_ends_are_none(seen: Seen) -> None:
    persian = "یادداشت\u200cهایی"
    seen.open(f"# Works\r\n\r\n* A. Bee, C. Dee. {persian} on 👨\u200d👩\u200d👧\r\n  engines. In ICML 2001.\r\n")
    assert seen.page.locator(".control").count() == 0
    assert persian in seen.page.locator(".shown").inner_text()


def test_it_prints_without_what_cannot_be_pressed(seen: Seen) -> None:
    seen.open(PAGES["publications"])
    seen.page.emulate_media(media="print")
    expect(seen.page.locator("#filters")).to_be_hidden()
    expect(seen.page.locator("article .copies").first).to_be_hidden()
    expect(seen.page.locator("article .source").first).to_be_visible()


def test_without_scripts_all_is_there_and_nothing_is_dead(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_text(pubparse.parse(PAGES["publications"]).report(), encoding="utf-8")
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(file.as_uri())
        expect(page.locator("article")).to_have_count(38)
        expect(page.locator("#filters")).to_be_hidden()
        expect(page.locator(".tools")).to_be_hidden()
        assert page.locator("article [data-copy]").count() == 0


def test_files_of_a_site_have_their_own_lines(seen: Seen) -> None:
    read = pubparse.parse_folder(next((FIXTURES / "folders").iterdir()))
    seen.file.write_text(read.report(), encoding="utf-8")
    seen.page.goto(seen.file.as_uri())
    for card, one in zip(seen.page.locator("article").all(), read.publications, strict=True):
        name, line = read.source.place(one.span.start)
        assert name
        expect(card.locator(".about")).to_contain_text(f"{Path(name).name}:{line}")


def test_the_file_stays_small() -> None:
    """No more than 3 MB for 2,000 entries, and twenty times the page."""
    names = ", ".join(f"{letter}. {letter * 2}oe" for letter in "ABCDEFGHIJKLMNO")
    many = f"* {names}. Notes on an engine. In ICML 2016.\n" * 200
    for text in (PAGES["publications"].decode() * 6, f"# Works\n\n{many}"):
        read = pubparse.parse(text)
        fixed = len(pubparse.parse("").report())
        assert len(read.publications) >= 200
        most = len(read.publications) * 3_000_000 / 2000 + 20 * len(text.encode())
        assert len(read.report().encode()) - fixed <= most


def test_every_key_of_the_record_is_shown() -> None:
    """A new key has to be given a row, a place in the head of the card, or a reason here."""
    elsewhere = {"id", "line", "end_line", "span", "section", "raw", "fields", "confidence", "year_from"}
    known = {*KINDS, "et_al", *elsewhere} - {"marks"}
    assert set(pubparse.Publication.model_fields) == known


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
