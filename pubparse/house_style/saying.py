"""A record, a place and entries that count in, what an entry there says of the record out: what entries like it say."""

from collections.abc import Sequence

from pubparse.house_style.learn import NUMBER, HouseStyle, Key
from pubparse.house_style.ranking import Place, Ranked, form_of, kind_of, most, sort_of
from pubparse.house_style.signing import is_cut_within
from pubparse.house_style.slots import AGAIN, CUT, LINKED, PLAIN
from pubparse.house_style.wants import Want, address_of, date_of, ids_in, wants_of
from pubparse.model.publication import Publication

OF_ITS_KIND = ("status", "type")
_SELDOM = (*PLAIN, "editors", "ids.")
_SEVERAL = 2
"""So many volumes without an issue tell that the page has none; one may be of a journal that has none."""

_LEAST = {True: 0.2, False: 0.5}
"""The share of entries that must print a value that not all pages print: of those of the type, else of all."""


class Sayings:
    """What there is to say of one record, after ranked entries."""

    def __init__(self, style: HouseStyle, record: Publication, place: Place, ranked: list[Ranked]) -> None:
        self.style, self.record, self.place, self.ranked = style, record, place, ranked
        self.left_out: list[str] = []
        self.around: dict[str, str] = {}
        """Addresses that are put around values, where no entry has such a link."""

    def wants(self) -> list[Want]:
        """What has a place in the entry; identifiers in links with these."""
        wants = [want for want in self._wants() if self._has_place(want)]
        names = {want.name for want in wants}
        return self._with_links([one for one in wants if not one.detail.startswith("ids.") or one.detail in names])

    def asides(self) -> list[Want]:
        """What a slot may call for besides: the number in a list, the year or the acronym of the venue once more."""
        asides = [Want(*NUMBER, self.place.number)] if self.place.number else []
        if self.record.year and self._is_usual(("year", AGAIN)):
            asides.append(Want("year", AGAIN, date_of(self.record)))
        if self.record.venue and self.record.venue.acronym:
            asides.append(Want("venue.acronym", "", self.record.venue.acronym))
        return asides + [Want(f"ids.{name}", AGAIN, value) for name, value in self.record.ids if value]

    def _wants(self) -> list[Want]:
        """What there is to say; a record without links has those that the page makes of its ids."""
        wants = wants_of(self.record, self.style.printed)
        if self.record.et_al and is_cut_within(self.ranked):
            wants = [want for want in wants if want.name != "et_al"]
            wants = [want._replace(detail=CUT) if want.name == "authors" else want for want in wants]
        if self._is_named_by_number():
            wants = [want for want in wants if want.name not in ("venue.name", "status", "ids.arxiv")]
            wants.insert(2, Want("venue.name", "", f"arXiv preprint arXiv:{self.record.ids.arxiv}"))
        if self.record.links:
            return wants
        for key in dict.fromkeys(key for one, _ in self.ranked for key in one.keys if key[0] in ("url", "link")):
            kind = key[1].casefold()
            # An entry without an address tells nothing of links.
            able = (one for one in self.ranked if key in one.example.keys or address_of(one.example.publication, kind))
            if most((key in one.keys, weight) for one, weight in able) and (address := address_of(self.record, kind)):
                wants = [want._replace(detail=LINKED) if (want.name, "url") == key[::-1] else want for want in wants]
                wants.append(Want(*key, address))
        addresses = [want.value for want in wants if want.name in ("url", "link")]
        return [
            want
            for want in wants
            if want.detail == LINKED
            or not (want.name.startswith("ids.") and any(want.value in one for one in addresses))
        ]

    def _is_named_by_number(self) -> bool:
        """Whether a preprint's venue is its number: where it has none, or the page no preprint to go by."""
        record = self.record
        if record.type != "preprint" or not record.ids.arxiv:
            return False
        preprints = [example for example, _ in self.ranked if example.publication.type == "preprint"]
        if record.venue is None:
            linked = [record, *(one.publication for one in preprints)] if not record.links else [record]
            is_linked = any(one.ids.arxiv in link.url for one in linked if one.ids.arxiv for link in one.links)
            return not (is_linked and any(not one.venue for one in preprints))
        return record.venue.name == "arXiv" and not preprints

    def _with_links(self, wants: list[Want]) -> list[Want]:
        """Without addresses that no entry has a place for: they go around what they lead on from."""
        places = {key for example, _ in self.ranked for key in example.keys}
        self.around = {want.detail: want.value for want in wants if want.name == "url" and want.key not in places}
        left = [want for want in wants if not (want.name == "url" and want.detail in self.around)]
        return [want._replace(detail="") if want.name in self.around else want for want in left]

    def _is_usual(self, key: Key) -> bool:
        """Whether most of the like entries have such a slot."""
        return bool(most((key in example.keys, weight) for example, weight in self.ranked))

    def _has_place(self, want: Want) -> bool:
        """Whether the page prints such a value at all; a year may stand in a heading, a status in the section."""
        if want.name == "year":
            alike = [one for one in self.ranked if one.example.publication.section == self.place.section]
            headed = alike or [one for one in self.ranked if one.example.publication.year_from == "heading"]
            return not self.place.is_headed or bool(most((want.key in one.keys, weight) for one, weight in headed))
        if want.name == "venue.name" and self._is_on_a_server(want):
            alike = [one for one in self.ranked if one.example.publication.type == "preprint"]
            return most((want.name in one.names, weight) for one, weight in alike) is not False
        if self.style.is_whole:
            return want.name not in OF_ITS_KIND or want.name in self.record.fields
        if want.name in OF_ITS_KIND:
            is_said = most(
                (want.name in example.names, weight) for example, weight in of_kind(self.ranked, self.record, want)
            )
            return is_said if is_said is not None else want.name == "status" and want.value != "preprint"
        if want.name == "note":
            rosters = (roster for one, _ in self.ranked for roster in one.entry.rosters.values())
            return not any(want.value in joint for roster in rosters for joint in roster.between)
        if want.name.startswith(_SELDOM) and not self._is_printed(want.name):
            self.left_out += [want.name, *(f"ids.{name}" for name in ids_in(want.value, self.record))]
            return False
        return True

    def _is_on_a_server(self, want: Want) -> bool:
        """Whether a venue is only the server of a preprint, which a link says as well."""
        return self.record.type == "preprint" and want.value == "arXiv" and not self.style.is_whole

    def _is_printed(self, name: str) -> bool:
        """Whether the page prints what not all pages print."""
        entries = [one for one, _ in self.ranked]
        venue = self.record.venue.name if self.record.venue else None
        if any(one.venue == venue and name in one.names for one in entries):
            return True
        if name == "issue" and self._is_printed("volume"):
            volumes = [one for one in entries if "volume" in one.names]
            return len(volumes) < _SEVERAL or any(name in one.names for one in volumes)
        same = [one for one in entries if sort_of(one.publication) == sort_of(self.record)]
        some = same or entries
        return sum(kind_of(name) in map(kind_of, one.names) for one in some) >= _LEAST[bool(same)] * len(some)


def of_kind(ranked: Sequence[Ranked], record: Publication, want: Want) -> list[Ranked]:
    """The entries of the record's type or status, and where a word for that is somebody's own, those of the same.

    `arXiv preprint` is the server's, but `CoRR` has none; `Korean Patent` is the office's, as the number's form is.
    """
    alike = [one for one in ranked if getattr(one.example.publication, want.name) == want.value]
    if want.value == "preprint":
        venue = record.venue.name if record.venue else ""
        return [one for one in alike if one.example.venue == venue]
    if want.value == "patent":
        return [one for one in alike if form_of(one.example.publication) == form_of(record)]
    return alike
