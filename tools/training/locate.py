"""A rendered entry and its work in, the spans of the fields that the style left in it out; None where one is not sure.

The style is a stranger: it abbreviates, inverts, cuts and recases. Each value is looked for in the forms that it may have
taken, outside of what is found already. A value of which nothing is left is a field that the style leaves out; one that is
there twice, or is half there, makes the whole entry worthless as an example.
"""

import re
from collections.abc import Sequence
from functools import cache

from tools.training.names import EAST_ASIAN
from tools.training.records import Person, Work

Span = tuple[int, int]
_QUOTES = "“”„«»‘’‚‹›\"'`´"
_ALIKE = {ord(glyph): "'" for glyph in _QUOTES} | {ord(glyph): "-" for glyph in "‐‑‒–—−"} | {ord(glyph): " " for glyph in "\xa0\u202f\u2009\u2007"}
_OTHERS = re.compile(
    r"[,;\s]*(?:\.\.\.|…)?[,;\s]*(?:&\s*|and\s+|und\s+|et\s+|y\s+|e\s+|en\s+)?\(?"
    r"(?:et\.?\s*al\.?|and (?:\w+ )?others|et coll\.?|u\.\s?a\.|i in\.|in sod\.|y otros|y cols?\.|e outros|e altri|m\.\s?fl\.|mfl\.?|ym\.|j\.\s?t\.|vd\.|и др\.?|і ін\.|等|他|ほか|외|ve ark\.|et autres|en anderen|dkk\.?|a kol\.|med andra|med flere|ua|a\.\s?o\.|közül|e\.a\.|et alii|altri|otros|outros|andere|others)"
    r"(?!\w)\)?",
    re.I,
)
_DASHES = re.compile(r"\W*(?:[—–―_-]\s?){2,}")
_LABEL = re.compile(r"\s*\[[^\]]{1,60}\]")
_END = r"(?![^\W\d_])"
_GAP = 45  # characters between two names, at most
_WORD = re.compile(r"[^\W\d_]{4,}")


def alike(text: str) -> str:
    """The text with case, dashes, quotes and spaces made alike, as long as before."""
    return "".join(glyph.lower() if len(glyph.lower()) == 1 else glyph for glyph in text.translate(_ALIKE))


class Doubt(Exception):
    """A value that is there twice, or in part."""


def locate(seen: str, work: Work) -> list[tuple[str, int, int]] | None:
    """The fields in what is seen of an entry, in order; None where one of them is in doubt."""
    try:
        finder = _Finder(seen)
        finder.find("title", [work.title])
        for field, forms in _asked(work):
            finder.find(field, forms)
        finder.people("authors", work.authors)
        if work.editors:
            finder.people("editors", work.editors)
        return finder.result()
    except Doubt:
        return None


def _asked(work: Work) -> list[tuple[str, list[str]]]:
    publisher, place = work.text("publisher"), work.text("publisher-place")
    if work.kind in ("thesis", "report"):
        return [("venue", [publisher]), ("place", [place])]
    if work.kind == "article":
        return [("venue", ["arXiv"])]
    short = work.text("container-title-short")
    names = [work.container, short, short.replace(".", "")]
    return [("venue", names), ("publisher", [publisher]), ("place", [place, work.text("event-place")])]


class _Finder:
    def __init__(self, seen: str) -> None:
        label = _LABEL.match(seen)
        self.seen = seen = "\0" * label.end() + seen[label.end() :] if label else seen
        self.alike = alike(seen)
        self.found: list[tuple[str, int, int]] = []

    def find(self, field: str, forms: Sequence[str]) -> None:
        """The field in the first of its forms that is there."""
        for form in forms:
            if form and (spans := self.places(form)):
                if len(spans) > 1:
                    raise Doubt
                self.found.append((field, *spans[0]))
                return
        words = [word for form in forms[:1] for word in _WORD.findall(alike(form))]
        left = sum(word in self.masked(self.alike) for word in words)
        if words and left * 2 >= len(words) and field in ("title", "venue"):
            raise Doubt

    def places(self, form: str) -> list[Span]:
        """Where the form stands as whole words, outside of what is found."""
        wanted = alike(form)
        edge = "" if EAST_ASIAN.search(form) else r"(?!\w)"
        before = "" if EAST_ASIAN.search(form) else r"(?<!\w)"
        after = r"(?![:./\w])" if form == "arXiv" else edge if form[-1].isalnum() else ""
        text = self.masked(self.alike)
        return [match.span() for match in re.finditer(before + re.escape(wanted) + after, text)]

    def masked(self, text: str) -> str:
        """The text without what is found, as long as before."""
        for _, start, end in self.found:
            text = text[:start] + "\0" * (end - start) + text[end:]
        return text

    def people(self, field: str, people: Sequence[Person]) -> None:
        """A list of names, whole or cut."""
        text = self.masked(self.seen)
        first = _name(people[0]).search(text)
        if not first:
            if field == "authors" and (dashes := _DASHES.match(text)):
                self.add_dashes(dashes, people)
            elif any(_name(person).search(text) for person in people):
                raise Doubt
            return
        start, end, count = *first.span(), 1
        for person in people[1:]:
            match = _name(person).search(text, end, end + _GAP + len(person.family) + len(person.given))
            if not match or match.start() - end > _GAP or "\0" in text[end : match.start()]:
                break
            end, count = match.end(), count + 1
        if count < len(people):
            end = self.cut(text, end, people[count:])
        self.once(text, people[0], (start, end))
        self.found.append((field, start, self.without_stop(start, end)))

    def cut(self, text: str, end: int, rest: Sequence[Person]) -> int:
        """Where a list ends that does not name the rest."""
        last = _name(rest[-1]).search(text, end, end + _GAP)
        if last and re.search(r"…|\. ?\. ?\.", text[end : last.start()]):
            return last.end()
        others = _OTHERS.match(text, end)
        if any(_name(person).search(text) for person in rest):
            raise Doubt
        return others.end() if others else end

    def add_dashes(self, dashes: re.Match[str], people: Sequence[Person]) -> None:
        """The same authors as above, or the first of them."""
        text = self.masked(self.seen)
        end = dashes.end()
        for person in people[1:]:
            match = _name(person).search(text, end, end + _GAP)
            if not match:
                break
            end = match.end()
        start = next(k for k in range(dashes.end()) if self.seen[k] in "—–―_-")
        while self.seen[end - 1].isspace():
            end -= 1
        self.found.append(("authors", start, end))

    def once(self, text: str, person: Person, span: Span) -> None:
        """No second occurrence of the first author, as in labels and running heads."""
        family = re.compile(rf"(?<!\w){re.escape(person.family)}(?!\w)", re.I)
        editors = [match for match in family.finditer(text) if not span[0] <= match.start() < span[1]]
        if editors and len(editors) > 0 and not self.found_editor(text, editors):
            raise Doubt

    def found_editor(self, text: str, places: list[re.Match[str]]) -> bool:
        """Whether a second occurrence is behind the venue or title, where editors and publishers stand."""
        title = next((end for field, _, end in self.found if field == "title"), None)
        return title is not None and all(place.start() >= title for place in places) and "authors" not in [name for name, *_ in self.found]

    def without_stop(self, start: int, end: int) -> int:
        """The end without a full stop that closes the list: initials have none in it before."""
        hull = self.seen[start:end]
        closes = hull.endswith(".") and not re.search(r"\w\.", hull[:-1]) and not re.search(r"(?:al|др|in|ark|fl|cols?|Jr|Sr)\.$", hull)
        return end - 1 if closes and re.search(r"[A-Z]{2}\.$", hull) else end

    def result(self) -> list[tuple[str, int, int]]:
        """What was found, in order; there must be a title or authors, and nothing may overlap."""
        ordered = sorted(self.found, key=lambda field: field[1:])
        if any(one[2] > other[1] for one, other in zip(ordered, ordered[1:], strict=False)) or not ordered:
            raise Doubt
        return ordered


@cache
def _name(person: Person) -> re.Pattern[str]:
    """The name in any order and shortening."""
    if person.group or EAST_ASIAN.search(person.family):
        joint = r"[,\s]*"
        return re.compile(re.escape(person.family) + (joint + re.escape(person.given) if person.given else ""), re.I)
    particle, core = _parts(person.family)
    words = [word for word in re.split(r"[\s-]+", person.given) if word]
    given = _given(words[0]) + "".join(rf"(?:[-‐\s]*{_given(word)})?" for word in words[1:])
    family = (rf"(?:{re.escape(particle)}[\s]+)?" if particle else "") + re.escape(core)
    suffix = rf"(?:,?\s*{re.escape(person.suffix.rstrip('.'))}\.?)?" if person.suffix else ""
    after = rf"(?:[,;]?\s*{given}{_END})?" + (rf"(?:[,\s]+{re.escape(particle)})?" if particle else "")
    return re.compile(rf"(?<!\w)(?:{given}\s+{family}{_END}{suffix}|{family}{_END}{suffix}{after}{suffix})", re.I)


def _given(word: str) -> str:
    return rf"(?:{re.escape(word)}|{re.escape(word[0])}\.?)"


def _parts(family: str) -> tuple[str, str]:
    words = family.split(" ")
    place = 0
    while place < len(words) - 1 and words[place][0].islower():
        place += 1
    return " ".join(words[:place]), " ".join(words[place:])
