"""The facts of one front matter and what was read of its sentences in, the record of the publication out."""

import re
from typing import Any

from pubparse.folders.facts import FactLink, Facts
from pubparse.folders.people import authors_of
from pubparse.folders.places import Places
from pubparse.folders.readings import Reading
from pubparse.folders.sheet import shown
from pubparse.grammar.identifiers import ids_in_url, trim_doi
from pubparse.grammar.venue import about
from pubparse.model.publication import Ids
from pubparse.model.venue import KIND_OF_VENUE
from pubparse.text.source import Source
from pubparse.text.span import Span

Record = dict[str, Any]

_PLAIN = "volume issue number series pages article_number publisher place edition".split()
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?(?!\d)")
_NEW_YEAR = "-01-01"  # the day that stands for the year: the themes want a whole date
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_APART = re.compile(
    r"\b(?<![–-])(?:19|20)\d\d\b(?![–-]\d)|['’]\d\d\b|\b(?:vol|volume|issue|no|pp|pages)\b|^in\s|\d\(\d", re.I
)
"""What may stand beside the name of a venue and is no part of it."""

_TYPES = {
    "article-journal": "journal", "paper-conference": "conference", "article": "preprint", "manuscript": "other",
    "book": "book", "chapter": "chapter", "thesis": "thesis", "report": "report", "patent": "patent",
    "speech": "poster", "software": "software", "dataset": "dataset",
    "manuscripts": "journal", "conferences": "conference", "books": "book",
    "0": "other", "1": "conference", "2": "journal", "3": "preprint", "4": "report", "5": "book", "6": "chapter",
    "7": "thesis", "8": "patent",
}  # fmt: skip
"""Of CSL; of academicpages; and the numbers of older Hugo Blox sites."""
_FINER = {
    "paper-conference": {"workshop", "poster"}, "1": {"workshop", "poster"}, "article": {"journal"},
    "manuscripts": {"preprint", "thesis", "report", "patent", "dataset", "software", "other"},
    "conferences": {"workshop", "poster"}, "books": {"chapter"}, "manuscript": set(_TYPES.values()),
    "0": set(_TYPES.values()),
}  # fmt: skip
"""What the words of an entry may say a work is, where its front matter says no more than this."""


def record_of(
    source: Source, span: Span, facts: Facts, read: tuple[Reading | None, Reading | None], owner: str
) -> Record:
    """The record of the file whose YAML is at `span`. `read` is its facts put together, and its citation."""
    return _Builder(source, facts, *read).record(span, owner)


class _Builder:
    """One record in the making."""

    def __init__(self, source: Source, facts: Facts, told: Reading | None, cited: Reading | None) -> None:
        self.source, self.facts, self.told, self.cited = source, facts, told, cited
        self.places = Places(source)

    def record(self, span: Span, owner: str) -> Record:
        """The publication as plain data."""
        facts, cited = self.facts, self.cited
        authors = authors_of(self.places, facts, self.told, cited, owner)
        by_citation = bool(authors) and not (facts.authors or facts.names)
        return {
            "line": self.source.line(span.start),
            "end_line": self.source.line(max(span.start, span.end - 1)),
            "span": span,
            "raw": self.source.text[span.start : span.end],
            "authors": authors,
            "et_al": any(one.publication.et_al for one in (cited if by_citation else self.told,) if one),
            "title": self.places.value("title", shown(facts.title.visible)),
            "links": [self.link(link) for link in facts.links],
            "awards": self.awards(),
            "ids": self.ids(),
            **self.kind(),
            **self.date(),
            **self.plain(),
            "fields": self.places.fields,
            "confidence": cited.publication.confidence if cited and by_citation else 1,
        }

    def plain(self) -> Record:
        """Volume, pages and so on: from keys of their own, else from the citation or beside the venue."""
        found: Record = {}
        for name in _PLAIN:
            if text := self.facts.numbers.get(name):
                found[name] = self.places.value(name, text.visible)
                continue
            for reading in (self.cited, self.told):
                value = getattr(reading.publication, name) if reading else None
                if reading and value and name not in found and self.places.carried(name, reading, value):
                    found[name] = value
        return found

    def date(self) -> Record:
        """The year, and the date as far as it is more than the first of January."""
        match = _DATE.match(self.facts.date.text) if self.facts.date else None
        if match and self.facts.date:
            parts = [match[1], *(f"{int(part):02}" for part in match.groups()[1:] if part)]
            date = "-".join(parts).removesuffix(_NEW_YEAR)
            self.places.value("year", self.facts.date.visible, match[1])
            place = match.span(1) if date == match[1] else match.span()
            self.places.note("date", self.facts.date.visible.pieces(*place), date, "ISO 8601")
            return {"year": int(match[1]), "year_from": "entry", "date": date}
        for reading in (self.cited, self.told):
            if reading and (year := reading.publication.year) and self.places.carried("year", reading, str(year)):
                self.places.fields["date"] = self.places.fields["year"]
                return {"year": year, "year_from": "entry", "date": str(year)}
        return {"year": None, "year_from": None, "date": None}

    def kind(self) -> Record:
        """Venue, type and status."""
        said = self.facts.type.text if self.facts.type else ""
        kinds = [reading.publication.type for reading in (self.cited, self.told) if reading]
        finer = next((kind for kind in kinds if kind in _FINER.get(said, ())), None)
        work = finer or _TYPES.get(said) or next(iter(kinds), "other")
        if said in _TYPES and self.facts.type:
            self.places.said("type", self.facts.type.visible, work)
        status = next((one.publication.status for one in (self.cited, self.told) if one), None)
        status = "preprint" if work == "preprint" else None if status == "preprint" else status
        return {"type": work, "venue": self.venue(work), "status": status}

    def venue(self, work: str) -> Record | None:
        """The venue that the front matter names, without the year and numbers that it may have there as well."""
        if self.facts.venue is None:
            return None
        seen = self.facts.venue
        name = " ".join(seen.text.split())
        read = next((one.publication.venue for one in (self.told,) if one and one.publication.venue), None)
        if read and read.name != name and read.name in name and _APART.search(name.replace(read.name, "", 1)):
            name = read.name
        if work == "book" and any(one.publication.publisher == name for one in (self.cited, self.told) if one):
            return None
        self.places.value("venue.name", seen, name)
        acronym, track, kind = about(name)
        if self.facts.acronym:
            acronym = " ".join(self.facts.acronym.text.split())
        return {
            "name": name,
            "acronym": acronym,
            "track": track,
            "kind": KIND_OF_VENUE.get(kind or work, "other"),
            "span": self.places.fields["venue.name"]["span"],
        }

    def ids(self) -> Record:
        """Identifiers: from keys of their own, from addresses, and from the citation."""
        ids: Record = {}
        for scheme, value in self.facts.ids.items():
            doi = _DOI.search(value.text) if scheme == "doi" else None
            ids[scheme] = self.places.value(f"ids.{scheme}", value.visible, trim_doi(doi[0]) if doi else "")
        for link in self.facts.links:
            for scheme, bare in ids_in_url(link.url.text):
                if scheme not in ids:
                    ids[scheme] = self.places.value(f"ids.{scheme}", link.url.visible, bare, "address")
        for reading in filter(None, (self.cited, self.told)):
            for scheme in Ids.model_fields:
                value = getattr(reading.publication.ids, scheme)
                if value and scheme not in ids and self.places.carried(f"ids.{scheme}", reading, value):
                    ids[scheme] = value
        return ids

    def link(self, link: FactLink) -> Record:
        """A link, under the label that the front matter gives it, if it gives one."""
        span = link.url.visible.span(0, len(link.url.text))
        return {"text": link.label, "url": link.url.text, "kind": link.kind, "span": span}

    def awards(self) -> list[Record]:
        """Distinctions: from keys of their own, and from the citation."""
        awards: list[Record] = []
        for value in self.facts.awards:
            text = self.places.value(f"awards[{len(awards)}].text", value.visible)
            span = self.places.fields[f"awards[{len(awards)}].text"]["span"]
            awards.append({"text": text, "kind": "prize", "span": span})
        cited = self.cited.publication.awards if self.cited else ()
        for award in cited:
            pieces = self.cited.sheet.back(Span(*award.span)) if self.cited else ()
            if pieces:
                span = self.places.note(f"awards[{len(awards)}].text", pieces, award.text)
                awards.append({"text": award.text, "kind": award.kind, "span": span})
        return awards
