"""What headings say."""

import pytest

import pubparse
from pubparse.layouts import Heading
from pubparse.markdown.runs import Run
from pubparse.page.sections import DOUBT, KIND, OTHER, WORKS, meaning_of, verdict
from pubparse.text.span import Span


def heading(text: str, level: int = 1) -> Heading:
    span = Span(0, len(text))
    return Heading(level, (Run(text, span, 0, None),), span)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Publications", WORKS),
        ("📝 Selected Publications & Awards", WORKS),
        ("Invited papers", WORKS),
        ("Working Papers", WORKS),
        ("Veröffentlichungen", WORKS),
        ("Artículos en revistas", WORKS),
        ("Публикации", WORKS),
        ("代表性论文", WORKS),
        ("学術論文", WORKS),
        ("논문", WORKS),
        ("Book Chapters", KIND),
        ("Refereed conferences", KIND),
        ("Software", KIND),
        ("Under review", KIND),
        ("专利", KIND),
        ("Talks", OTHER),
        ("Conference Presentations", OTHER),
        ("🔥 News", OTHER),
        ("Honors and Awards", OTHER),
        ("Best Paper Awards", OTHER),
        ("Journal reviewing", OTHER),
        ("获奖情况", OTHER),
        ("Vorträge", OTHER),
        ("Teaching", DOUBT),
        ("Academic Service", DOUBT),
        ("Research Experience", DOUBT),
        ("2019", None),
        ("Reinforcement learning", None),
    ],
)
def test_what_a_heading_says(text: str, says: str | None) -> None:
    assert meaning_of(heading(text)).says == says


@pytest.mark.parametrize(
    ("path", "says"),
    [
        (("Publications", "2019"), WORKS),
        (("Publications", "Talks"), OTHER),
        (("Teaching", "Publications"), WORKS),
        (("Journals",), WORKS),
        (("Academic Service", "Journals"), DOUBT),
        (("Talks", "2019"), OTHER),
        (("Cats", "Dogs"), None),
        ((), None),
    ],
)
def test_the_nearest_telling_heading_wins(path: tuple[str, ...], says: str | None) -> None:
    assert verdict(tuple(heading(text, level) for level, text in enumerate(path, 1))) == says


def test_a_heading_gives_year_venue_type_and_status() -> None:
    meaning = meaning_of(heading("NeurIPS 2018"))
    assert (meaning.year, meaning.year_place, meaning.venue_place) == (2018, (8, 12), (0, 7))
    assert meaning_of(heading("ASPLOS'24")).year == 2024
    assert meaning_of(heading("Patents")).type == "patent"
    assert meaning_of(heading("Journal and conference papers")).type is None
    assert meaning_of(heading("Under review")).status == "under review"
    assert meaning_of(heading("2018-2019")).year is None


@pytest.mark.parametrize(
    ("name", "acronym"), [("NeurIPS", "NeurIPS"), ("International Conference on Very Large Data Bases", None)]
)
def test_acronym_of_a_venue_that_a_heading_names(name: str, acronym: str | None) -> None:
    page = f'## {name}, 2018\n\n* A. Bee, C. Dee. "On Things That Matter."\n* E. Fox, C. Dee. "On Others."\n'
    one = pubparse.parse(page).publications[0]
    assert one.venue
    assert (one.venue.name, one.venue.acronym) == (name, acronym)
