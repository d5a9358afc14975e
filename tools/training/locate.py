"""A rendered entry and its work in, the spans of the fields that the style left in it out; None where one is unsure.

The style is a stranger: it abbreviates, inverts, cuts and recases. Each value is looked for in the forms that it may
have taken, outside of what is found already. A value of which nothing is left is a field that the style leaves out; one
that is there twice, or is half there, makes the whole entry worthless as an example.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from tools.training.names import EAST_ASIAN
from tools.training.pieces import Field
from tools.training.records import Person, Work

Span = tuple[int, int]
_QUOTES, _HYPHENS, _SPACES = '“”„«»‘’‚‹›"`´', "‐‑‒–—−", "\xa0\u202f\u2009\u2007"
_ALIKE = str.maketrans(
    {glyph: like for like, glyphs in (("'", _QUOTES), ("-", _HYPHENS), (" ", _SPACES)) for glyph in glyphs}
)
_AND = ("&", "and", "und", "et", "y", "e", "en")
_AND_OTHERS = (
    r"et\.?\s*al\.?|and (?:\w+ )?others|others|et coll\.?|et autres|et alii|u\.\s?a\.|a\.\s?o\.|andere|en anderen",
    r"y otros|otros|y cols?\.?|e outros|outros|e altri|altri|i in\.|in sod\.|m\.\s?fl\.|mfl\.?|med flere|ym\.",
    r"e\.a\.|j\.\s?t\.|a kol\.|vd\.|ve ark\.|dkk\.?|ua|и др\.?|і ін\.|等|他|ほか|외",
)
_OTHERS = re.compile(
    rf"[,;\s]*(?:\.\.\.|…)?[,;\s]*(?:(?:{'|'.join(_AND)})\s+)?\(?(?:{'|'.join(_AND_OTHERS)})(?!\w)\)?", re.IGNORECASE
)
_CUT = re.compile(r"…|\. ?\. ?\.")
_DASHES = re.compile(r"\W*?(?=[—–―_-])(?:[—–―_-]\s?){2,}")
_LABEL = re.compile(r"\s*\[[^\]]{1,60}\]")
_WORD = re.compile(r"[^\W\d_]{4,}")
_BETWEEN = re.compile(r"[\s-]+")
_DOTTED = re.compile(r"\w\.")
_GLUED_INITIALS = re.compile(r"[A-Z]{2}\.$")
_END = r"(?![^\W\d_])"
_GAP = 45  # characters between two names, at most


class UnsureError(Exception):
    """A value is there twice, or in part."""


def locate(seen: str, work: Work) -> tuple[Field, ...] | None:
    """Find the fields in what is seen of an entry, in order; None where one of them is unsure."""
    finder = _Finder(seen)
    try:
        finder.find("title", [work.title])
        for field, forms in _asked(work):
            finder.find(field, forms)
        finder.people("authors", work.authors)
        if work.editors:
            finder.people("editors", work.editors)
        return finder.result()
    except UnsureError:
        return None


def alike(text: str) -> str:
    """Make case, dashes, quotes and spaces alike; the text stays as long as before."""
    return "".join(glyph.lower() if len(glyph.lower()) == 1 else glyph for glyph in text.translate(_ALIKE))


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
        self.seen = "\0" * label.end() + seen[label.end() :] if label else seen
        self.alike = alike(self.seen)
        self.found: list[Field] = []

    def find(self, field: str, forms: Sequence[str]) -> None:
        """Find the field in the first of its forms that is there."""
        for form in filter(None, forms):
            if spans := self.places(form):
                if len(spans) > 1:
                    raise UnsureError
                self.found.append((field, *spans[0]))
                return
        words = _WORD.findall(alike(forms[0]))
        text = self.masked(self.alike)
        if field in ("title", "venue") and words and sum(word in text for word in words) * 2 >= len(words):
            raise UnsureError

    def places(self, form: str) -> list[Span]:
        """Find the form as whole words, outside of what is found."""
        before, after = (r"(?<!\w)", r"(?!\w)") if not EAST_ASIAN.search(form) else ("", "")
        if form == "arXiv":
            after = r"(?![:./\w])"
        elif not form[-1].isalnum():
            after = ""
        pattern = before + re.escape(alike(form)) + after
        return [match.span() for match in re.finditer(pattern, self.masked(self.alike))]

    def masked(self, text: str) -> str:
        """Hide what is found."""
        for _, start, end in self.found:
            text = text[:start] + "\0" * (end - start) + text[end:]
        return text

    def people(self, field: str, people: Sequence[Person]) -> None:
        """Find a list of names, whole or cut."""
        text = self.masked(self.seen)
        if match := _name(people[0]).search(text):
            end = self.last(text, match.end(), people)
            self.no_other(field, text, people[0], (match.start(), end))
            self.found.append((field, match.start(), self.without_stop(match.start(), end)))
        elif field == "authors" and (dashes := _DASHES.match(text)):  # the same as above
            self.found.append((field, dashes.start(), self.last_of(text, dashes.end(), people[1:])[0]))
        elif any(_name(person).search(text) for person in people):
            raise UnsureError

    def last(self, text: str, end: int, people: Sequence[Person]) -> int:
        """Find where a list ends whose first name ends at `end`."""
        end, count = self.last_of(text, end, people[1:])
        rest = people[1 + count :]
        if not rest:
            return end
        last = _name(rest[-1]).search(text, end, end + _GAP)
        if last and _CUT.search(text[end : last.start()]):
            return last.end()
        if any(_name(person).search(text) for person in rest):
            raise UnsureError
        others = _OTHERS.match(text, end)
        return others.end() if others else end

    def last_of(self, text: str, end: int, people: Sequence[Person]) -> tuple[int, int]:
        """Find where the names end that follow one another from `end`, and how many they are."""
        for count, person in enumerate(people):
            match = _name(person).search(text, end, end + _GAP + len(person.family) + len(person.given))
            if not match or match.start() - end > _GAP or "\0" in text[end : match.start()]:
                return self.trimmed(end), count
            end = match.end()
        return self.trimmed(end), len(people)

    def trimmed(self, end: int) -> int:
        """Leave out white space before the end."""
        return len(self.seen[:end].rstrip())

    def no_other(self, field: str, text: str, person: Person, span: Span) -> None:
        """Make sure that a name is there once; only editors may share it, who stand behind the title."""
        title = next((end for name, _, end in self.found if name == "title"), None)
        for place in re.finditer(rf"(?<!\w){re.escape(person.family)}(?!\w)", text, re.IGNORECASE):
            elsewhere = not span[0] <= place.start() < span[1]
            if elsewhere and (field == "editors" or title is None or place.start() < title):
                raise UnsureError

    def without_stop(self, start: int, end: int) -> int:
        """Leave out a full stop behind initials that have none in them."""
        hull = self.seen[start:end]
        return end - 1 if _GLUED_INITIALS.search(hull) and not _DOTTED.search(hull[:-1]) else end

    def result(self) -> tuple[Field, ...]:
        """Give what was found, in order; something must be, and nothing may overlap."""
        ordered = sorted(self.found, key=lambda field: field[1:])
        if not ordered or any(one[2] > other[1] for one, other in pairwise(ordered)):
            raise UnsureError
        return tuple(ordered)


@cache
def _name(person: Person) -> re.Pattern[str]:
    """Make a pattern of the name in any order and shortening."""
    if person.group or EAST_ASIAN.search(person.family):
        given = rf"[,\s]*{re.escape(person.given)}" if person.given else ""
        return re.compile(re.escape(person.family) + given, re.IGNORECASE)
    particle, core = person.split_family
    words = [word for word in _BETWEEN.split(person.given) if word]
    given = _given(words[0]) + "".join(rf"(?:[-‐\s]*{_given(word)})?" for word in words[1:])
    family = (rf"(?:{re.escape(particle)}\s+)?" if particle else "") + re.escape(core)
    suffix = rf"(?:,?\s*{re.escape(person.suffix.rstrip('.'))}\.?)?" if person.suffix else ""
    later = rf"(?:[,\s]+{re.escape(particle)})?" if particle else ""
    inverted = rf"{family}{_END}{suffix}(?:[,;]?\s*{given}{_END})?{later}{suffix}"
    return re.compile(rf"(?<!\w)(?:{given}\s+{family}{_END}{suffix}|{inverted})", re.IGNORECASE)


def _given(word: str) -> str:
    return rf"(?:{re.escape(word)}|{re.escape(word[0])}\.?)"
