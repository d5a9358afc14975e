"""Several entries of one work in, the one that is kept out, with what the others know better and who that is from."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from pubparse.bibliography.likeness import is_preprint
from pubparse.bibliography.listed import Listed
from pubparse.bibliography.venues import same_venue
from pubparse.model.publication import FieldOrigin, Publication

_OF_ITS_FORM = "title volume issue number series pages article_number publisher place edition editors".split()
"""What a preprint says of itself does not hold for the published work."""

_SIGNS = re.compile(r"[\W_]+")
_IDS_OF_PREPRINTS = frozenset({"arxiv", "hal", "openreview"})
_FULL_NAME = 3
"""Words of a venue's name, from where on it is no mere acronym."""


class Fuller:
    """An entry in the making, and who its values are from, by their paths."""

    def __init__(self, kept: Listed, others: Sequence[Listed]) -> None:
        self.kept, self.work, self.others = kept, kept.publication, others
        self.values: dict[str, Any] = {}
        self.fields: dict[str, FieldOrigin] = dict(kept.publication.fields)
        self.taken: dict[str, Listed] = {}
        of_any = is_preprint(kept.publication)
        self.of_its_form = [one for one in others if of_any or not is_preprint(one.publication)]
        self.preprints = [] if of_any else [one for one in others if is_preprint(one.publication)]

    def take(self, path: str, giver: Listed, origin: str | None = None) -> None:
        """Note that the value at `path` is from `giver`, where it stands at `origin`."""
        self.taken[path] = giver
        self.fields.pop(path, None)
        if found := giver.publication.fields.get(origin or path):
            self.fields[path] = found

    def publication(self) -> Publication:
        """The kept entry with all that was added."""
        return self.work.model_copy(update={**self.values, "fields": self.fields})


def add_plain(fuller: Fuller) -> None:
    """What the kept entry lacks, from others of its form."""
    for name in _OF_ITS_FORM:
        giver = next((one for one in fuller.of_its_form if getattr(one.publication, name)), None)
        if giver and not getattr(fuller.work, name):
            fuller.values[name] = getattr(giver.publication, name)
            fuller.take(name, giver)
            for at in range(len(giver.publication.editors) if name == "editors" else 0):
                fuller.take(f"editors[{at}].name", giver)


def add_date(fuller: Fuller) -> None:
    """The year, if there is none, and the date that says more of the same year."""
    for one in fuller.of_its_form:
        other, date = one.publication, fuller.values.get("date", fuller.work.date) or ""
        if fuller.values.get("year", fuller.work.year) is None and other.year:
            fuller.values |= {"year": other.year, "year_from": other.year_from}
            fuller.take("year", one)
        if other.date and other.date.startswith(date) and len(other.date) > len(date):
            fuller.values["date"] = other.date
            fuller.take("date", one)


def add_venue(fuller: Fuller) -> None:
    """The name in full for an acronym, and the acronym for the name."""
    for one in fuller.of_its_form:
        ours, theirs = fuller.values.get("venue", fuller.work.venue), one.publication.venue
        if theirs is None or (ours and not same_venue(ours, theirs)):
            continue
        if ours is None or (len(ours.name.split()) == 1 and len(theirs.name.split()) >= _FULL_NAME):
            acronym = theirs.acronym or (ours and ours.acronym)
            fuller.values["venue"] = theirs.model_copy(update={"acronym": acronym})
            fuller.take("venue.name", one)
        elif theirs.acronym and not ours.acronym:
            fuller.values["venue"] = ours.model_copy(update={"acronym": theirs.acronym})
            fuller.take("venue.acronym", one)


def add_ids(fuller: Fuller) -> None:
    """Identifiers: those of the published work from entries of it, those of preprints from any."""
    ids = fuller.work.ids.model_dump()
    for givers, schemes in ((fuller.of_its_form, ids.keys()), (fuller.preprints, _IDS_OF_PREPRINTS)):
        for one in givers:
            for scheme, value in one.publication.ids:
                if value and not ids[scheme] and scheme in schemes:
                    ids[scheme] = value
                    fuller.take(f"ids.{scheme}", one)
    fuller.values["ids"] = fuller.work.ids.model_copy(update=ids)


def add_lists(fuller: Fuller) -> None:
    """Links that lead elsewhere, awards of another kind, and notes that say something else."""
    for name, key in (("links", "url"), ("awards", "kind"), ("notes", "text")):
        items = list(getattr(fuller.work, name))
        said = {_plain(getattr(item, key)) for item in items}
        for one in fuller.others:
            for at, item in enumerate(getattr(one.publication, name)):
                if (told := _plain(getattr(item, key))) not in said:
                    said.add(told)
                    fuller.taken[f"{name}[{len(items)}]"] = one
                    if name == "awards":
                        fuller.take(f"awards[{len(items)}].text", one, f"awards[{at}].text")
                    items.append(item)
        fuller.values[name] = tuple(items)


def left_out(fuller: Fuller) -> Iterator[tuple[Listed, str, str]]:
    """What other entries say otherwise than the finished one, each with who says so, by path.

    A preprint is another form of the work: that its year and venue are others is no contradiction.
    """
    done = fuller.publication()
    for one in fuller.others:
        theirs = one.publication
        if one in fuller.of_its_form:
            for name in ("year", *_OF_ITS_FORM[1:-1]):
                if (said := getattr(theirs, name)) and _bare(said) != _bare(getattr(done, name)):
                    yield one, name, str(said)
            if theirs.venue and done.venue and not same_venue(theirs.venue, done.venue):
                yield one, "venue.name", theirs.venue.name
        for scheme, value in theirs.ids:
            if value and _bare(value) != _bare(getattr(done.ids, scheme)):
                yield one, f"ids.{scheme}", value


def _bare(value: object) -> str:
    return _SIGNS.sub("", str(value)).casefold()


def _plain(text: str) -> str:
    return text.casefold().removeprefix("https://").removeprefix("http://").strip(" ./()[]")
