"""A page, and another page whose style it shall have, in; for each entry the ways to write its words so out."""

from collections.abc import Iterator
from functools import cache

from pubparse.house_style.frames import Frame, Kind
from pubparse.house_style.learn import HouseStyle, learn, learn_words
from pubparse.house_style.ranking import Place
from pubparse.house_style.rosters import Roster
from pubparse.house_style.slots import with_stop
from pubparse.house_style.writing import write
from pubparse.model.page import Page
from pubparse.model.publication import Publication
from pubparse.rewrite.attempt import Way
from pubparse.rewrite.sameness import Expected

_IN_WORDS = ("title", "venue.name", "publisher", "place", "series", "status", "type", "date")


class Manner:
    """How another page writes; marks, legend and named addresses are those of the page that is written on."""

    def __init__(self, page: Page, like: Page, *, drops: bool) -> None:
        self._like, self._own, self._drops, self._is_own = like, learn(page), drops, like is page
        dressed = (worn for roster in _rosters(learn(like)) for worn, dress in roster.dresses if any(dress))
        told = {worn.is_linked for worn in dressed if worn.is_self}
        self._spare = tuple(_spare(roster, told) for roster in _rosters(self._own))
        self._style_of = cache(self._style)

    def ways(self, page: Page, one: Publication, frame: Frame) -> Iterator[Way]:
        """Give ways to write an entry, the likeliest first; none where no entry of the other page stands so."""
        style = self._style_of(frame.kind)
        place = Place(None, one.section, "", one.year_from == "heading", one.id if self._is_own else "")
        for written in write(style, _said(one), place, spellings_of(page.source.text, one)) if style.examples else ():
            yield Way(written.text, Expected(written.names, written.addresses, is_folded=False))

    def _style(self, kind: Kind) -> HouseStyle:
        theirs = learn_words(self._like, kind)
        return self._own._replace(
            examples=theirs.examples,
            names=theirs.names,
            months=theirs.months,
            is_whole=not self._drops,
            spare=self._spare,
        )


def spellings_of(text: str, one: Publication) -> dict[str, str]:
    """How values are spelled in the Markdown of an entry, by what a reader sees of them: `$k$-means`, `*In vivo*`."""
    spelled = {award.text: text[slice(*award.span)] for award in one.awards}
    spelled |= {note.text: text[slice(*note.span)] for note in one.notes}
    for path in _IN_WORDS:
        origin = one.fields.get(path)
        value = one.venue and one.venue.name if path == "venue.name" else getattr(one, path, None)
        is_whole = path == "title" or (origin and not origin.pieces)  # a title's pieces are parted by markup alone
        if value and origin and origin.origin == "entry" and is_whole:
            spelled[value] = text[slice(*(with_stop(text, origin.span) if path == "venue.name" else origin.span))]
    return {value: " ".join(source.split()) for value, source in spelled.items()}


def _said(one: Publication) -> Publication:
    """A record as its entry says it: what a heading says is not said again."""
    headed = {path for path, origin in one.fields.items() if origin.origin != "entry"}
    names = {"status": "status", "venue.name": "venue"}
    return one.model_copy(update={name: None for path, name in names.items() if path in headed})


def _rosters(style: HouseStyle) -> Iterator[Roster]:
    return (roster for example in style.examples for roster in example.entry.rosters.values())


def _spare(roster: Roster, told: set[bool]) -> Roster:
    """How names are dressed where the other page tells nothing of it.

    `told` is whether the owner is a link where that page sets her off: then she is dressed as there.
    """
    told_here = ((worn, dress) for worn, dress in roster.dresses if not (worn.is_self and worn.is_linked in told))
    dresses = ((worn._replace(name=""), dress) for worn, dress in told_here)
    return roster._replace(dresses=tuple(dresses), between=())
