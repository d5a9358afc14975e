"""Works in, the pages of an academicpages site out.

academicpages is a template for Jekyll, and this is its collection of publications: copy the files into
`_publications`, each a page with its facts in front. `title`, `category` (`manuscripts`, `conferences` or `books`),
`permalink`, `date`, `venue`, `paperurl`, `slidesurl`, `bibtexurl` and `citation` are what its layouts read. They show
authors in the `citation` only, with volume, pages, publisher, DOI and awards; the owner is bold there. `authors`, a
list of names, is for programs and for the many sites that show it themselves.

`academicpages-tsv` is the table that the template's own generator, `markdown_generator/publications.py`, reads.

The theme wants a whole date: where the record has none, month and day are written as 01 and told as a loss. A work
without a year is written without a date, and left out of the table, which the generator could not read otherwise.
Other losses: the finer types (theses and preprints are `manuscripts`), marks and roles of authors, editors, series,
and links that are neither paper nor slides nor BibTeX (where nothing else leads to the paper, that to arXiv does).
Addresses that are not of the web (`javascript:`) are left out.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence

from pubparse.exporters.contract import SIGN, Exporter, Options
from pubparse.exporters.kinds import kind_of
from pubparse.exporters.sites import in_html, link, paper_address, slugs, whole_date
from pubparse.exporters.work import Work, one_line
from pubparse.exporters.yaml_text import yaml_text

_CATEGORIES = {
    "conference": "conferences", "workshop": "conferences", "poster": "conferences",
    "book": "books", "chapter": "books",
}  # fmt: skip
_SAID = frozenset({"journal", "conference", "book", "other"})
"""Sorts of works that their category tells."""
_COLUMNS = ("pub_date", "title", "venue", "excerpt", "citation", "url_slug", "paper_url")
_HEAD = "\t".join(f'"{name}"' for name in _COLUMNS)
"""The template comes with a table of its own: its head has no quotes, which tells it from ours."""
_MISSING = frozenset(
    "#N/A|#N/A N/A|#NA|-1.#IND|-1.#QNAN|-NaN|-nan|1.#IND|1.#QNAN|<NA>|N/A|NA|NULL|NaN|None|n/a|nan|null".split("|")
)
"""What pandas takes for an empty cell."""

Escape = Callable[[str], str]


def _write_pages(works: Sequence[Work], _options: Options) -> dict[str, str]:
    return dict(_page(work, slug) for work, slug in zip(works, slugs(works), strict=True))


def _page(work: Work, slug: str) -> tuple[str, str]:
    date = whole_date(work)
    name = f"{date or 'undated'}-{slug}"
    values = {
        "title": in_html(_title(work)),
        "collection": "publications",
        "category": _category(work),
        "permalink": f"/publication/{name}",
        "date": date,
        "authors": [one_line(person.name) for person in work.people()],
        "venue": in_html(work.text("venue.name")),
        "slidesurl": link(work, "slides"),
        "paperurl": paper_address(work),
        "bibtexurl": link(work, "bibtex"),
        "citation": _citation(work, in_html),
    }
    facts = yaml_text({key: value for key, value in values.items() if value})
    return f"{name}.md", f"---\n# {SIGN}\n{facts}---\n"


def _title(work: Work) -> str:
    title = work.text("title")
    if not title:
        work.lose("title", "missing: written as Untitled")
    return title or "Untitled"


def _category(work: Work) -> str:
    kind = kind_of(work.publication)
    category = _CATEGORIES.get(kind, "manuscripts")
    if kind in _SAID:
        work.take("type")
    else:
        work.lose("type", f"listed under {category}")
    return category


def _citation(work: Work, escape: Escape) -> str:
    """`A. Lovelace (1843). "Notes." <i>Scientific Memoirs</i>, 3(2), 666–731. doi:10.1000/1`, as HTML."""
    year, title, venue = work.text("year"), work.text("title"), work.text("venue.name")
    head = " ".join(filter(None, (_names(work, escape), f"({year})" if year else "")))
    stop = "" if title.endswith((".", "?", "!")) else "."
    sentences = [
        f"{head}." if head else "",
        escape(f'"{title}{stop}"') if title else "",
        ", ".join(filter(None, (f"<i>{escape(venue)}</i>" if venue else "", *map(escape, _numbers(work))))),
        ", ".join(escape(part) for path in ("publisher", "place") if (part := work.text(path))),
        *(escape(one_line(award.text)) for award in work.publication.awards),
        *(escape(label + value) for label, path in _IDS if (value := work.text(path))),
    ]
    work.take("awards")
    return " ".join(part if part.endswith((".", escape('"'))) else f"{part}." for part in sentences if part)


_IDS = (("arXiv:", "ids.arxiv"), ("doi:", "ids.doi"))


def _names(work: Work, escape: Escape) -> str:
    people = work.people()
    work.take("authors.is_self", "et_al")
    joint = "; " if any("," in person.name for person in people) else ", "
    everybody = all(person.is_self for person in people)
    names = [
        f"<b>{name}</b>" if person.is_self and not everybody else name
        for person in people
        for name in [escape(one_line(person.name))]
    ]
    return joint.join([*names, "et al"] if work.publication.et_al else names)


def _numbers(work: Work) -> Iterator[str]:
    """`3(2)`, `666–731`."""
    volume, issue = work.text("volume"), work.text("issue")
    if volume or issue:
        yield f"{volume}({issue})" if issue else volume
    yield from filter(None, (work.text("pages"), work.text("article_number")))


def _write_table(works: Sequence[Work], _options: Options) -> str:
    table = io.StringIO()
    table.write(f"{_HEAD}\n")
    rows = csv.writer(table, delimiter="\t", lineterminator="\n")
    for work, slug in zip(works, slugs(works), strict=True):
        if date := whole_date(work):
            rows.writerow(_row(work, date, slug))
    return table.getvalue()


def _row(work: Work, date: str, slug: str) -> tuple[str, ...]:
    """The generator escapes `&` and quotes itself, but in a title, and nothing else; a title it puts in YAML quotes."""
    title, venue, citation = (
        in_html(_title(work)).replace("\\", "&#92;"),
        _tag_free(work.text("venue.name")),
        _citation(work, _tag_free),
    )
    work.lose("type", "the table has no column for it")
    return (date, *(_shown(cell) for cell in (title, venue)), "", citation, slug, paper_address(work))


def _tag_free(text: str) -> str:
    return text.replace("<", "&lt;")


def _shown(cell: str) -> str:
    return f"{cell} " if cell in _MISSING else cell


PAGES = Exporter("academicpages", "academicpages", ".md", _write_pages, many=True)
TABLE = Exporter("academicpages-tsv", "academicpages table", ".tsv", _write_table, begins=re.compile(_HEAD))
