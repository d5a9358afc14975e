"""A line or paragraph in, its `Look` out: whether it names people, a time or an outlet, or is but links, or prose.

Cheap and blind, and right often enough to tell lines of an entry apart; what is a name or a venue, the grammar decides.
"""

import re
from functools import cache, cached_property
from typing import Final

from pubparse import markers
from pubparse.layouts import people, telling
from pubparse.layouts.keys import is_keyed, key_of
from pubparse.layouts.lines import Runs, text_of
from pubparse.lexicons.load import members, words
from pubparse.markdown.blocks import Block
from pubparse.markdown.runs import BOLD, IMAGE, ITALIC
from pubparse.registry import collect
from pubparse.text.scripts import IDEOGRAPHS, has_ideographs

# It begins with a set of characters, for which a search is quick to look.
_DATE: Final = re.compile(r"[12'’‘](?:(?<=1)(?<![\d/].)9\d\d|(?<=2)(?<![\d/].)0[0-4]\d|(?<=[A-Za-z ]['’‘])\d\d)(?!\d)")
_UNPUBLISHED: Final = r"arxiv|preprint|unpublished|working paper|technical report"
_KEY_OF_PEOPLE: Final = re.compile(
    rf"\W{{0,3}}(?:{'|'.join(map(re.escape, members('fields', 'authors') + members('terms', 'W')))})\s?[:：]\s?",
    re.IGNORECASE,
)
_TYPE_LETTER: Final = re.compile(r"[\[［](?:[JMCDPRNS]|(?:J|EB)/OL)[\]］]")  # of GB/T 7714, behind a title
_ONLY_YEARS: Final = re.compile(  # 2008   Year 2008   2007–2008   2008年
    r"(?:(?:year|jahr|année|año|ano|anno) )?(?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)?\d\d|年)?", re.IGNORECASE
)
_ABSTRACT: Final = frozenset("abstract summary zusammenfassung résumé resumen resumo riassunto 摘要 概要 要旨".split())
_QUOTES: Final = frozenset('"“„«《「『‘')
_BARS: Final = frozenset({"|", "·", "||"})
_ANCHOR: Final = re.compile(r"#.")  # a lone `#` leads nowhere yet
_BLANKS: Final = " \u00a0\t\r\n.,;|"
_AND_OTHERS: Final = "et al"
_FAR: Final = 20_000  # characters: whoever has looked so far knows what it looks like
_FEW_WORDS: Final = 12  # an entry has more …
_FEWEST_WORDS: Final = 6  # … but for one that begins with a name
CAPTION_WORDS: Final = 8  # a heading that is none has no more
_OUTLET_WORDS: Final = 8  # where something appeared, its year and labels of links are no more
_LINK_WORDS: Final = 4  # a link label is no longer,
_LINK_WORDS_ALONE: Final = 2  # and one that stands alone may be a title


class Look:
    """What a line looks like, found out when asked for."""

    def __init__(self, runs: Runs) -> None:
        self.runs = runs
        self.text = text_of(runs)[:_FAR].strip(_BLANKS)
        self.tokens = self.text.split()

    @cached_property
    def words(self) -> int:
        """How many words it has, addresses left out; two characters count as one where no spaces are written."""
        addresses = sum("://" in token for token in self.tokens) if "://" in self.text else 0
        return max(len(self.tokens) - addresses, self._ideographs // 2)

    @cached_property
    def image(self) -> bool:
        """Whether it is but a picture, or an icon that leads somewhere."""
        return not self.text and any(run.styles & IMAGE or run.link for run in self.runs)

    @cached_property
    def people(self) -> bool:
        """Whether it names people."""
        return people.names_people(self._unkeyed) or self._unkeyed != self.text

    @property
    def is_keyed_people(self) -> bool:
        """Whether it begins with a key as `Authors:`."""
        return self._unkeyed != self.text

    @cached_property
    def is_people(self) -> bool:
        """Whether it is but names."""
        return people.is_but_people(self._unkeyed)

    @cached_property
    def opens_with_people(self) -> bool:
        """Whether names come first."""
        return people.opens_with_people(self._unkeyed)

    @cached_property
    def opens_with_initials(self) -> bool:
        """Whether a name comes first, in a form that only names have."""
        return people.opens_with_name(self.text)

    @cached_property
    def dated(self) -> bool:
        """Whether it says when, or how far the work has come."""
        return self._has_year or bool(_statuses(IDEOGRAPHS if has_ideographs(self.text) else "").search(self.text))

    @cached_property
    def outlet(self) -> bool:
        """Whether it names a journal, a conference and the like."""
        return people.names_outlet(self.tokens)

    @property
    def is_award(self) -> bool:
        """Whether it is but an award's name."""
        return self.words <= _FEW_WORDS and any(award.matches(self.text) for award in collect(markers, markers.Award))

    @cached_property
    def quoted(self) -> bool:
        """Whether it begins with a quotation."""
        return self.text[:1] in _QUOTES

    @property
    def is_linked_title(self) -> bool:
        """Whether all of it, but for a picture, is one link, and in bold or too long for a label."""
        is_bold = all(run.styles & BOLD for run in self.runs if run.text.strip() and not run.styles & IMAGE)
        return self.is_link and (is_bold or self.words > _FEWEST_WORDS)

    @property
    def is_link(self) -> bool:
        """Whether all of it, but for a picture, is one link."""
        shown = [run for run in self.runs if run.text.strip(_BLANKS) and not run.styles & IMAGE]
        return bool(shown) and all(run.link and run.link is shown[0].link for run in shown)

    @property
    def is_outlet(self) -> bool:
        """Whether it says where or when something appeared, and little more."""
        return self.words <= _OUTLET_WORDS and (self.dated or self.outlet)

    @property
    def leads_elsewhere(self) -> bool:
        """Whether it is but a link to another part of the page."""
        shown = [run for run in self.runs if any(map(str.isalnum, run.text))]
        return bool(shown) and all(run.link is not None and _ANCHOR.match(run.link.url) for run in shown)

    @cached_property
    def keyed(self) -> bool:
        """Whether it begins with the key of a field, as `Venue:`."""
        return is_keyed(self.text)

    @cached_property
    def key(self) -> str:
        """What it begins with as a key, be it of no field, as `Keywords:`; "" where there is none."""
        return key_of(self.text)

    @cached_property
    def links(self) -> bool:
        """Whether it is but labels of links."""
        labels = [run.text for run in self.runs if run.link and not run.styles & IMAGE]
        longest = _LINK_WORDS if len(labels) > 1 else _LINK_WORDS_ALONE
        if any(len(label.split()) > longest and label.strip().lower() not in words("link_labels") for label in labels):
            return False
        linked = sum(map(_size, labels))
        return linked > 0 and _size(self.text) - linked <= max(0.3 * linked, 3)

    @cached_property
    def prose(self) -> bool:
        """Whether it is told, and not part of a list."""
        return bool(self.tokens) and telling.is_prose(
            self.text, self.tokens, self._ideographs, lambda: (self.people or _AND_OTHERS in self.text) and self.dated
        )

    @cached_property
    def is_whole(self) -> bool:
        """Whether it may be an entry by itself."""
        if _TYPE_LETTER.search(self.text):
            is_whole = self.dated
        elif self.words > _FEW_WORDS:
            # What is dearest to find out comes last.
            is_whole = (self._has_year or self.outlet or self.dated) and (self.quoted or self.people)
        elif self.words > _FEWEST_WORDS:
            is_whole = self.dated and people.opens_with_name(self.text) and not self.is_people
        else:
            is_whole = False
        return is_whole and not self.prose

    @property
    def is_plain_sentence(self) -> bool:
        """Whether it has words in small letters, a full stop, and nothing that sets a title off."""
        stopped = text_of(self.runs).rstrip().endswith((".", "。"))
        return stopped and not self.quoted and not any(run.link or run.styles & (BOLD | ITALIC) for run in self.runs)

    @property
    def is_told(self) -> bool:
        """Whether it is no part of any entry: prose, a legend, where else to go, or `Abstract:` over prose."""
        is_label = len(self.tokens) == 1 and self.text.rstrip(":：").lower() in _ABSTRACT
        return is_label or self.prose or telling.is_legend(self.text) or self._is_navigation

    @property
    def _is_navigation(self) -> bool:
        """Whether it is but links to other pages: `Publications | Talks | Contact`."""
        if "|" not in self.text and "·" not in self.text:
            return False
        plain = "".join(run.text for run in self.runs if not run.link).split()
        places = [run.text.strip() for run in self.runs if run.link]
        return (
            len(places) > _LINK_WORDS_ALONE
            and set(plain) <= _BARS
            and all(len(place.split()) <= _LINK_WORDS_ALONE for place in places)
            and not any(place.lower() in words("link_labels") for place in places)
        )

    @property
    def says_something(self) -> bool:
        """Whether there is anything in it that an entry has besides a title."""
        return self.dated or self.outlet or self.people or self.is_people

    @cached_property
    def _ideographs(self) -> int:
        return people.ideographs(self.text)

    @cached_property
    def _has_year(self) -> bool:
        return bool(_DATE.search(self.text))

    @cached_property
    def _unkeyed(self) -> str:
        key = _KEY_OF_PEOPLE.match(self.text)
        return self.text[key.end() :] if key else self.text


@cache
def _statuses(ideographs: str) -> re.Pattern[str]:
    """What tells how far a work has come, where it stands between words, or between characters of such scripts."""
    said = markers.any_of(_UNPUBLISHED, *(status.words for status in collect(markers, markers.Status)))
    return re.compile(rf"(?<![^\W{ideographs}])(?:{said})(?![^\W{ideographs}])", re.IGNORECASE)


def _size(text: str) -> int:
    return sum(map(str.isalnum, text))


def heads_list(block: Block) -> bool:
    """Whether a paragraph before a list may be its heading: short, and set off, ending with a colon, or a year."""
    text = text_of(block.runs).strip()
    if not text or len(text.split()) > CAPTION_WORDS:
        return False
    shown = [run for run in block.runs if run.text.strip()]
    return (
        text.endswith((":", "："))
        or _ONLY_YEARS.fullmatch(text) is not None
        or all(run.styles & (BOLD | ITALIC) and not run.link for run in shown)
    )
