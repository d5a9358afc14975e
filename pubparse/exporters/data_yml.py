"""Works in, a data file for a Jekyll site out: `_data/publications.yml`.

Sites that print their publications with a loop of their own keep them so: a list, each work with `title`, `authors`
(a list; one line of text with `authors=text`), `venue`, `year`, `type`, and what else there is of `date`, `volume`,
`issue`, `pages`, `publisher`, `status`, `doi`, `arxiv`, `award`, and links by kind: `pdf`, `code`, `slides` …; `link`
is the one to the paper. There is no standard, but these are the names that public sites use. `key` is the citation key.

Text is plain: a template has to escape it (`{{ publication.title | escape }}`). Lost are name parts, marks and roles,
who the owner is, links of authors, editors, the finer parts of a venue, other identifiers, a second link of the same
kind, and addresses that are not of the web (`javascript:`).
"""

from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from pubparse.exporters.contract import SIGN, Exporter, Options
from pubparse.exporters.sites import address
from pubparse.exporters.work import Work, one_line
from pubparse.exporters.yaml_text import Plain, yaml_text

_TEXTS = (
    ("venue", "venue.name"), ("date", "date"), ("type", "type"), ("status", "status"), ("volume", "volume"),
    ("issue", "issue"), ("number", "number"), ("series", "series"), ("pages", "pages"),
    ("article_number", "article_number"), ("publisher", "publisher"), ("place", "place"), ("edition", "edition"),
    ("doi", "ids.doi"), ("arxiv", "ids.arxiv"), ("isbn", "ids.isbn"),
)  # fmt: skip
_KINDS = frozenset("pdf code project video slides poster data bibtex".split())


class DataOptions(Options):
    """What the site's templates expect."""

    authors: Literal["list", "text"] = Field("list", description="`list` of names, or one line of `text`.")


def _write(works: Sequence[Work], options: DataOptions) -> str:
    return f"# {SIGN}\n{yaml_text([_facts(work, options) for work in works])}"


def _facts(work: Work, options: DataOptions) -> dict[str, Plain]:
    names = [one_line(person.name) for person in work.people()]
    joint = "; " if any("," in name for name in names) else ", "
    facts: dict[str, Plain] = {
        "key": work.key,
        "title": work.text("title"),
        "authors": joint.join(names) if options.authors == "text" else names,
        "et_al": work.publication.et_al,
        "year": work.publication.year,
        **{name: work.text(path) for name, path in _TEXTS},
        "award": ", ".join(one_line(award.text) for award in work.publication.awards),
        **_links(work),
    }
    work.take("et_al", "year", "awards")
    return {name: value for name, value in facts.items() if value}


def _links(work: Work) -> dict[str, str]:
    """The first link of each kind; `link` is the work's own address, or the first that leads to the paper."""
    found: dict[str, str] = {}
    if url := address(one_line(work.publication.ids.url or "")):
        found["link"] = url
        work.take("ids.url")
    for at, link in enumerate(work.publication.links):
        name = link.kind if link.kind in _KINDS else "link"
        url = address(one_line(link.url))
        if url and found.setdefault(name, url) == url:
            work.take(f"links[{at}]")
    return found


EXPORTER = Exporter("data-yml", "Jekyll data file", ".yml", _write, options=DataOptions)
