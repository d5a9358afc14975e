"""Forms of names and where they stand in, those that differ from the usual form of the same name out."""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from pubparse.text.edit import Edit
from pubparse.text.span import Span


class Variant(NamedTuple):
    """A spelling that is not the usual one, and where it stands."""

    form: str
    usual: str
    spans: tuple[Span, ...]

    def edits(self, text: str) -> tuple[Edit, ...]:
        """Write the usual form in its place, wherever that is possible."""
        return tuple(Edit(span, self.usual) for span in self.spans if text[slice(*span)] == self.form)


_SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa", "æ": "ae"})
_BARE = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae"})


def variants(
    places: Mapping[str, list[Span]], key: Callable[[str], str], rank: Callable[[str], int]
) -> Iterator[Variant]:
    """Give each spelling with the same key as a commoner one; of equally common ones `rank` decides."""
    alike: dict[str, list[str]] = defaultdict(list)
    for form in places:
        alike[key(form)].append(form)
    for forms in alike.values():
        usual = max(forms, key=lambda form: (len(places[form]), rank(form), form))
        for form in forms:
            if form != usual:
                yield Variant(form, usual, tuple(places[form]))


def letters(name: str) -> str:
    """Give the letters and digits of a name, small and without accents."""
    decomposed = unicodedata.normalize("NFKD", name.casefold().translate(_BARE))
    return "".join(letter for letter in decomposed if letter.isalnum())


def spelt_out(name: str) -> str:
    """Give the same with umlauts as two letters: `mueller`."""
    return letters(unicodedata.normalize("NFC", name).casefold().translate(_SPELT))


def umlauts(names: Iterable[str]) -> dict[str, str]:
    """Give, for each name that is written `ue` somewhere and `ü` elsewhere, the key of the latter."""
    names = tuple(names)
    plain = {letters(name) for name in names}
    return {spelt_out(name): letters(name) for name in names if spelt_out(name) in plain - {letters(name)}}
