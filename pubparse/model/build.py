"""The chosen readings of a page in, its validated `Page` out: places become spans, and values tell where they stand."""

from itertools import groupby
from typing import Any

from pubparse.grammar.gather import gather
from pubparse.grammar.identifiers import ids_in_url
from pubparse.grammar.values import Value
from pubparse.grammar.venue import VenueParts, about
from pubparse.lexicons.load import words
from pubparse.model.keys import citation_keys
from pubparse.model.origins import Origins
from pubparse.model.page import Page
from pubparse.model.people import People
from pubparse.model.venue import KIND_OF_VENUE
from pubparse.page.confidence import confidence_of
from pubparse.page.decide import PageFacts
from pubparse.page.draft import Draft
from pubparse.page.legend import read_own_legend, told_once
from pubparse.page.links import PageLink, links_of
from pubparse.page.sections import Headed, headed_by
from pubparse.page.work import status_of, type_of
from pubparse.problems import Problem
from pubparse.text.source import Source
from pubparse.text.span import Span

Record = dict[str, Any]
_PLAIN = ("volume", "issue", "number", "series", "pages", "article_number", "publisher", "place", "edition")
_IDS = ("doi", "arxiv", "isbn", "issn", "pmid", "pmcid", "hal", "acl", "openreview", "url")


def build_page(
    source: Source,
    readings: tuple[Draft, ...],
    facts: PageFacts,
    front_matter: Record | None,
    problems: tuple[Problem, ...],
) -> Page:
    """Put the page together; pydantic checks every value once."""
    once = facts._replace(legend=told_once(facts.legend))
    publications = [
        _Builder(source, one, once, headed).record()
        for section, some in groupby(readings, lambda one: one.entry.section)
        for headed in [headed_by(section)]
        for one in some
    ]
    for record, key in zip(publications, citation_keys(publications), strict=True):
        record["id"] = key
    owner = facts.owner
    return Page.model_validate(
        {
            "source": source,
            "front_matter": front_matter,
            "owner": owner and {"name": owner.name, "variants": owner.variants, "evidence": owner.evidence},
            "legend": [
                {
                    "mark": meaning.mark,
                    "role": meaning.role,
                    "text": meaning.text,
                    "span": meaning.span,
                    "section": tuple(heading.text for heading in meaning.section),
                }
                for meaning in facts.legend
            ],
            "publications": publications,
            "problems": [problem_record(source, problem) for problem in problems],
        }
    )


def problem_record(source: Source, problem: Problem) -> Record:
    """A problem with its message and line."""
    return {
        "code": problem.code,
        "message": problem.message,
        "span": problem.span,
        "line": source.line(problem.span.start),
        "severity": problem.severity,
    }


class _Builder:
    """One publication's record in the making."""

    def __init__(self, source: Source, one: Draft, facts: PageFacts, headed: Headed) -> None:
        self.source, self.one, self.facts, self.headed = source, one, facts, headed
        self.found = gather(one.lattice, one.reading, one.authors)
        self.confidence = confidence_of(one, self.found)
        self.origins = Origins(source, one.text.visible, self.confidence)
        self.note, self.span = self.origins.note, self.origins.span
        section = one.entry.section
        end_of_names = max([name.stretches[-1][1] for name in self.found.authors.names], default=0)
        legend = (*facts.legend, *read_own_legend(one.text, section, end_of_names))
        self.people = People(self.origins, legend, section, facts.name_order)

    def record(self) -> Record:
        """The publication as plain data."""
        found, span = self.found, self.one.entry.span
        links = self.links()
        ids = self.ids(links)
        kind = self.kind(ids)
        record: Record = {
            "line": self.source.line(span.start),
            "end_line": self.source.line(max(span.start, span.end - 1)),
            "span": span,
            "section": self.headed.names,
            "raw": self.source.text[span.start : span.end],
            "authors": self.people.authors(found.authors.names, self.facts.owner),
            "et_al": found.authors.et_al is not None,
            "title": found.title and self.text("title", found.title),
            "editors": self.people.editors(found.editors.names),
            **{name: self.text(name, value) for name in _PLAIN if (value := found.plain.get(name))},
            "ids": ids,
            "links": [{"text": link.text, "url": link.url, "kind": link.kind, "span": link.span} for link in links],
            "notes": [{"text": value.text, "span": self.span(value)} for value in found.notes],
            "confidence": self.confidence,
            **kind,
            **self.date(ids),
        }
        if found.authors.et_al:
            self.note("et_al", Value("", (found.authors.et_al,), "wording"))
        record["awards"] = [
            {"text": value.text, "kind": kind, "span": self.note(f"awards[{at}].text", value)}
            for at, (kind, value) in enumerate(found.awards)
        ]
        record["fields"] = self.origins.fields
        return record

    def text(self, path: str, value: Value) -> str:
        """The text of a value, where it was read being written down."""
        self.note(path, value)
        return value.text

    def kind(self, ids: Record) -> Record:
        """Venue, type and status: what each is depends on the others."""
        found = self.found
        has = {*found.plain, *ids}
        if _is_of_proceedings(found.plain.get("series")):
            has.add("proceedings")
        if found.editors.names:
            has.add("editors")
        text = self.one.lattice.text
        rest = text
        if found.title:
            start, end = found.title.stretches[0][0], found.title.stretches[-1][1]
            rest = text[:start] + "\n" + text[end:]
        named = self.venue() or self.headed_venue()
        kind, name = (named["kind"], named["name"]) if named else (None, None)
        genre, words = found.genre or (None, None)
        own, said = found.statuses[0] if found.statuses else (None, None)
        has.add(own or self.headed.status or "")
        work = type_of(kind, genre, has, name, rest, self.headed.type)
        if named:
            named["kind"] = KIND_OF_VENUE.get(kind or work, "other")
        status = status_of(own, work, self.headed.status)
        if own and said:
            self.note("status", said._replace(text=own, transform="wording"))
        if words:
            self.note("type", words._replace(text=work, transform="wording"))
        return {"venue": named, "type": work, "status": status}

    def venue(self) -> Record | None:
        """The venue that the entry names; its kind as far as its own words tell."""
        venue, series = self.found.venue, self.found.plain.get("series")
        if venue is None and series and _is_of_proceedings(series):  # it is all that is named
            del self.found.plain["series"]
            venue = VenueParts(series, None, None, None)
        if venue is None:
            return None
        return {
            "name": venue.name.text,
            "acronym": venue.acronym,
            "track": venue.track,
            "kind": venue.kind,
            "span": self.note("venue.name", venue.name),
        }

    def links(self) -> list[PageLink]:
        """The links of the entry; one around a name leads to a person, if the title is not in it as well."""
        links = links_of(self.one.entry.runs, self.one.lattice.lexemes, self.one.text.visible)
        people = {name.url for name in (*self.found.authors.names, *self.found.editors.names) if name.url}
        if not people:
            return links
        title = self.span(self.found.title) if self.found.title else Span(0, 0)
        return [
            link._replace(kind="author")
            if link.url in people and not link.span.start <= title.start < link.span.end
            else link
            for link in links
        ]

    def ids(self, links: list[PageLink]) -> Record:
        """Ids from the text, else from the targets of links."""
        ids: Record = {name: self.text(f"ids.{name}", value) for name in _IDS if (value := self.found.ids.get(name))}
        targets = [(link.url, link.span) for link in links]
        if "url" in ids:
            targets.append((ids["url"], self.span(self.found.ids["url"])))
        for url, span in targets:
            for scheme, bare in ids_in_url(url):
                if scheme not in ids:
                    ids[scheme] = bare
                    at = self.source.text.rfind(bare, span.start, span.end)
                    place = Span(at, at + len(bare)) if at >= 0 else span
                    self.origins.at(f"ids.{scheme}", place, "entry", None if at >= 0 else "address")
        return ids

    def date(self, ids: Record) -> Record:
        """The year in the entry's own words, else in the nearest heading, else in its arXiv id."""
        found = self.found
        if found.year and found.date:
            self.note("year", found.year)
            self.note("date", found.date)
            return {"year": int(found.year.text), "year_from": "entry", "date": found.date.text}
        if self.headed.year:
            year, visible = self.headed.year
            self.note("year", year, visible, "heading")
            return {"year": int(year.text), "year_from": "heading", "date": year.text}
        if began := _arxiv_year(ids.get("arxiv")):
            self.origins.at("year", self.origins.fields["ids.arxiv"]["span"], "identifier", "arXiv identifier")
            return {"year": began, "year_from": "identifier", "date": str(began)}
        return {"year": None, "year_from": None, "date": None}

    def headed_venue(self) -> Record | None:
        """The venue that the nearest heading names, for an entry that names none."""
        if not self.headed.venue:
            return None
        value, visible = self.headed.venue
        acronym, track, kind = about(value.text)
        return {
            "name": value.text,
            "acronym": acronym,
            "track": track,
            "kind": kind,
            "span": self.note("venue.name", value, visible, "heading"),
        }


def _is_of_proceedings(series: Value | None) -> bool:
    return series is not None and series.text.lower() in words("series")


def _arxiv_year(identifier: str | None) -> int | None:
    """The year in an arXiv id: 2401.17644 is of 2024, hep-th/9711200 of 1997 (arXiv's identifier scheme)."""
    if not identifier:
        return None
    year = int(identifier.rpartition("/")[2][:2])
    return year + (1900 if year >= 91 else 2000)
