"""Works in, the folders of a Hugo Blox site's publications out.

Hugo Blox (formerly Wowchemy, and Academic) keeps each publication in a folder of its own: copy them into
`content/publications` (`content/publication` in older sites). `cite.bib` is the work in BibTeX, for the *Cite* button.
`index.md` has the facts in front, by default in the fields of current sites: `publication` with a name, a short name,
volume and so on, identifiers under `hugoblox`, `links` by type, and `awards`. With `fields=older`, those of sites
before 2025: `doi`, `url_pdf`, `url_code` …, and `publication` as Markdown. What only `cite.bib` says is a loss.

The owner is `me` (`admin` in older sites), which the site turns into the name in its authors folder; with `me=false`
the name is as printed. Roles stand in `author_notes`, one for each author. The type is that of CSL: a workshop paper is
a `paper-conference`, a poster a `speech`.

Where the record has no whole date, month and day are written as 01 and told as a loss; an undated work has no `date`,
and the site cannot sort it. Hugo shows no work before its date. Other losses: "et al.", editors, series, place, marks
without a role, links of authors, and identifiers other than DOI and arXiv; older sites have no place for awards, and
show volume and pages as part of the venue. Addresses that are not of the web (`javascript:`) are left out.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from pydantic import Field

from pubparse.exporters.bib import entries_of
from pubparse.exporters.bib_forms import DIALECT
from pubparse.exporters.contract import SIGN, Exporter, Options
from pubparse.exporters.kinds import Kind, kind_of
from pubparse.exporters.sites import address, in_markdown, slugs, whole_date
from pubparse.exporters.work import Work, one_line
from pubparse.exporters.yaml_text import Plain, yaml_text
from pubparse.model.person import Author

_TYPES: dict[Kind, str] = {
    "journal": "article-journal", "conference": "paper-conference", "workshop": "paper-conference",
    "preprint": "article", "book": "book", "chapter": "chapter", "doctoral thesis": "thesis", "master thesis": "thesis",
    "thesis": "thesis", "report": "report", "patent": "patent", "poster": "speech", "software": "software",
    "dataset": "dataset", "unpublished": "manuscript", "other": "manuscript",
}  # fmt: skip
_LESS_EXACT = frozenset({"workshop", "poster", "unpublished"})
_NOTES = {
    "equal": "Equal contribution", "corresponding": "Corresponding author", "lead": "Lead author",
    "alphabetical": "Alphabetical order",
}  # fmt: skip
_LINKS = {
    "pdf": "pdf", "code": "code", "data": "dataset", "poster": "poster", "project": "project", "slides": "slides",
    "video": "video", "arxiv": "preprint",
}  # fmt: skip
"""The types of links that the theme has a button for, by our kinds."""
_VENUE = (("name", "venue.name"), ("short_name", "venue.acronym"), ("volume", "volume"), ("issue", "issue"),
          ("pages", "pages"), ("publisher", "publisher"))  # fmt: skip

Facts = dict[str, Plain]


class HugoBloxOptions(Options):
    """What the site understands."""

    fields: Literal["current", "older"] = Field(
        "current", description="`current`: identifiers under `hugoblox`, `links` by type; `older`: `doi`, `url_pdf` …"
    )
    me: bool = Field(True, description="Write the owner as `me` (older: `admin`), whose name the site knows.")


def _write(works: Sequence[Work], options: HugoBloxOptions) -> dict[str, str]:
    names = slugs(works)
    files: dict[str, str] = {}
    entries = entries_of([work.afresh() for work in works], DIALECT, "whole")
    for work, name, entry in zip(works, names, entries, strict=True):
        files[f"{name}/index.md"] = _page(work, options)
        files[f"{name}/cite.bib"] = f"{DIALECT.head}\n\n{entry}"
    return files


def _page(work: Work, options: HugoBloxOptions) -> str:
    is_current = options.fields == "current"
    title, date = work.text("title"), whole_date(work)
    if not title:
        work.lose("title", "missing: written as Untitled")
    facts: Facts = {
        "title": in_markdown(title) or "Untitled",
        "authors": list(_authors(work, ("me" if is_current else "admin") if options.me else "")),
        "author_notes": _author_notes(work),
        "date": date,
        "publishDate": date,
        "publication_types": [_type(work)],
        **(_current(work) if is_current else _older(work)),
    }
    return f"---\n# {SIGN}\n{yaml_text({key: value for key, value in facts.items() if value})}---\n"


def _authors(work: Work, me: str) -> Iterator[str]:
    for at, person in enumerate(work.people()):
        if person.is_self and me:
            work.lose(f"authors[{at}].name", f"written as {me}, whose name the site knows")
        yield me if person.is_self and me else one_line(person.name)
    if me:
        work.take("authors.is_self")


def _author_notes(work: Work) -> list[str]:
    work.take("authors.roles", "authors.equal_group")
    people = work.people()
    several = len({person.equal_group for person in people} - {None}) > 1
    notes = [_note(person, several) for person in people]
    return notes if any(notes) else []


def _note(person: Author, several: bool) -> str:
    group = f" ({person.equal_group})" if several and person.equal_group else ""
    said = (_NOTES.get(role, one_line(role).capitalize()) + (group if role == "equal" else "") for role in person.roles)
    return ", ".join(said)


def _type(work: Work) -> str:
    kind = kind_of(work.publication)
    if kind in _LESS_EXACT:
        work.lose("type", f"written as {_TYPES[kind]}")
    work.take("type")
    return _TYPES[kind]


def _current(work: Work) -> Facts:
    ids = {scheme: text for scheme in ("doi", "arxiv") if (text := work.text(f"ids.{scheme}"))}
    links: list[Facts] = [
        {"type": kind, "url": url} if kind else {"type": "custom", "label": label, "url": url}
        for kind, label, url in _links(work)
    ]
    work.take("awards")
    return {
        "publication": {key: text for key, path in _VENUE if (text := work.text(path))},
        "hugoblox": {"ids": ids} if ids else {},
        "links": links,
        "awards": [{"name": one_line(award.text)} for award in work.publication.awards],
    }


def _older(work: Work) -> Facts:
    facts: Facts = {
        "publication": _venue(work),
        "publication_short": in_markdown(work.text("venue.acronym")),
        "doi": work.text("ids.doi"),
    }
    if arxiv := work.text("ids.arxiv"):
        facts["url_preprint"] = address(f"https://arxiv.org/abs/{arxiv}")
    others: list[Facts] = []
    for kind, label, url in _links(work):
        if kind and f"url_{kind}" not in facts:
            facts[f"url_{kind}"] = url
        elif url not in facts.values():
            others.append({"name": label, "url": url})
    return {**facts, "links": others}


def _venue(work: Work) -> str:
    """`*Scientific Memoirs*, 3(2), 666–731`; nothing where there is no venue that numbers could be of."""
    if not (name := in_markdown(work.text("venue.name"))):
        return ""
    volume, issue, pages = (in_markdown(work.text(path)) for path in ("volume", "issue", "pages"))
    return ", ".join(filter(None, (f"*{name}*", f"{volume}({issue})" if issue else volume, pages)))


def _links(work: Work) -> Iterator[tuple[str, str, str]]:
    """Type, empty where the theme has none for it, label and address of the links, and of the work itself."""
    publication = work.publication
    seen = {f"https://doi.org/{publication.ids.doi}"}
    for at, link in enumerate(publication.links):
        url = address(one_line(link.url))
        if url:
            work.take(f"links[{at}]")
        if url and url not in seen:
            seen.add(url)
            yield _LINKS.get(link.kind, ""), one_line(link.text) or link.kind, url
    if publication.ids.url and (url := address(one_line(publication.ids.url))):
        work.take("ids.url")
        if url not in seen:
            yield "", "Website", url


EXPORTER = Exporter("hugo-blox", "Hugo Blox", ".md", _write, options=HugoBloxOptions, many=True)
