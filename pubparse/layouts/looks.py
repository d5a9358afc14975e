"""A line or paragraph in, its `Look` out: whether it names people, a time or an outlet, or is but links, or prose.

Cheap and blind, and right often enough to tell lines of an entry apart; what is a name or a venue, the grammar decides.
"""

import re
from functools import cache
from itertools import groupby
from typing import Final, NamedTuple

from pubparse.layouts.keys import is_keyed
from pubparse.layouts.lines import Runs, text_of
from pubparse.lexicons.load import words
from pubparse.markdown.blocks import Block
from pubparse.markdown.runs import BOLD, IMAGE, ITALIC

_YEAR: Final = re.compile(r"(?<![\d/])(?:19[5-9]|20[0-4])\d(?!\d)|(?<=[A-Za-z ])['’‘]\d\d(?!\d)")
_STATUS: Final = re.compile(
    r"\b(?:under (?:review|revision)|in (?:press|preparation|revision)|to appear|submitted|forthcoming|accepted|arxiv|preprint|"
    r"unpublished|working paper|technical report)\b|投稿中|в печати",
    re.IGNORECASE,
)
_PERSONAL: Final = re.compile(r"\b(?:[Ww]e|[Oo]ur|I(?= [a-z])|I['’]m|[Mm]y|me|us|this (?:paper|article|work|study)|you|your)\b")
# Where else to look: no entry, but short, and without a date.
_POINTER: Final = re.compile(
    r"google scholar|semantic scholar|\bdblp\b|\borcid\b|researchgate|web of science"
    r"|\b(?:full|complete|whole|entire|up-to-date)\b.{0,30}\blist\b|\blist of (?:all )?(?:my )?publications\b|\bsee (?:also|my|the|here)\b|\bclick here\b|\brefer to\b|\bmore comprehensive\b",
    re.IGNORECASE,
)
_ABSTRACT: Final = re.compile(r"\W*(?:abstract|résumé|summary|zusammenfassung|resumen|resumo|tl;? ?dr|摘要|概要|аннотация)\W*[:：.—–-]", re.IGNORECASE)
# 2017.09 - 2022.06, as posts and degrees begin
_PERIOD: Final = re.compile(
    r"\W*(?:[A-Z][a-z]{2,8}\.? )?(?:19|20)\d\d(?:[./年-]\d{1,2}月?)?\s*(?:[-–—~～至到]|to)+\s*"
    r"(?:(?:[A-Z][a-z]{2,8}\.? )?(?:19|20)\d\d(?!\d)|now|present|current|today|至今|今|现在)",
    re.IGNORECASE,
)
_PERSONAL_HAN: Final = re.compile("我|您|欢迎|私は|저는")
_VITA: Final = re.compile(
    r"\b(?:is|was|am|as|are) (?:currently |now |also )?(?:an?|the) (?:[\w-]+ ){0,3}(?:professor|lecturer|researcher|student|scientist|fellow|postdoc\w*|candidate|engineer)"
    r"|\breceived (?:his|her|the|my|a|an) (?:ph|b|m|doctor|bachelor|master)|\bresearch interests\b",
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile(r"[a-zà-ÿ)][.!?](?=\s+[A-ZÀ-Þ])|。")
_KEY: Final = re.compile(r"\W*(?:authors?|by|with|作者|著者|autores|autoren|auteurs)\s*[:：]\s*", re.IGNORECASE)
# One name, in a form that only names have: Knuth, D. E.   D. E. Knuth   (with Jane Doe)   Jane Doe (2020)
_NAME: Final = re.compile(
    r"(?<!\w)[^\W\d_a-z][\w'’-]+,?\s(?:[A-Z]\.[ \u00a0-]?){1,3}|(?<![\w.])(?:[A-Z]\.[ \u00a0-]?){1,3}[^\W\d_a-z][\w'’-]+"
    r"|(?<!\w)with\s[^\W\d_a-z][\w'’-]+\s[^\W\d_a-z]|\A\W*(?:[^\W\d_a-z][\w'’-]+\s){2,3}\(?(?:19|20)\d\d"
)
_LEGEND: Final = re.compile(
    r"\W{0,3}[*∗＊†‡§¶#♯^+⋆★✉📧]+\W{0,4}(?:\w+\W+){0,4}?(?:equal|contribut|correspond|denote|indicate|co-first|student|advis|=)",
    re.IGNORECASE,
)
_CUTS: Final = re.compile(r"\s*(?:[,;，、；·•&|/\n()（）]|\s[-–—]\s|(?<!\w)(?:and|und|et|y|e|och|og|和|与|и)(?!\w))\s*")
_MARKS: Final = "*∗⁎＊†‡§¶#♯^~°¹²³⁴⁵⁶⁷⁸⁹⁰+⋆★✉📧🎓()[]{}\\.:\"' \u00a0"
_IDEOGRAPHS: Final = re.compile(r"[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af・]+")
_QUOTES: Final = frozenset("\"“„«《「『‘")
_MOST_IDEOGRAPHS = 5  # of a name without spaces
_MANY_IDEOGRAPHS = 50
_LONGEST_NAME = 5  # words
_MANY_WORDS = 40  # a paragraph this long, of words mostly in small letters, is prose
_FEW_WORDS = 12
_CAPTION_WORDS = 8
_LINK_WORDS = 4  # a link label is no longer
_VENUE_KINDS: Final = frozenset({"conference", "workshop", "journal", "preprint", "thesis", "body"})


class Look(NamedTuple):
    """What a line looks like: how many words it has, and which parts of an entry may be in it."""

    words: int
    people: bool = False  # names two or more, or one in a form that only names have
    is_people: bool = False  # and hardly anything else
    opens_with_people: bool = False
    by_name: bool = False  # begins with a name in a form that only names have
    dated: bool = False  # says when, or how far it has come
    outlet: bool = False  # names a journal, conference …
    quoted: bool = False  # begins with a quotation
    keyed: bool = False  # begins with a key: "Venue:"
    links: bool = False  # is but labels of links
    prose: bool = False
    image: bool = False  # is but a picture

    @property
    def is_whole(self) -> bool:
        """Whether it may be an entry by itself."""
        if self.prose or not (self.people or self.quoted):
            return False
        if self.words > _FEW_WORDS:
            return self.dated or self.outlet
        return self.by_name and self.dated and not self.is_people and self.words > _FEW_WORDS // 2

    @property
    def says_something(self) -> bool:
        """Whether there is anything in it that an entry has, besides a title."""
        return self.people or self.is_people or self.dated or self.outlet


def look_at(runs: Runs) -> Look:
    """Look at a line or a paragraph."""
    text = text_of(runs).strip()
    if not text.strip(" \u00a0.,;|"):
        return Look(0, image=any(run.styles & IMAGE or run.link for run in runs))
    tokens = text.split()
    size = max(sum("://" not in token for token in tokens), sum(map(len, _IDEOGRAPHS.findall(text))) // 3)
    parts = [part for part in _CUTS.split(_KEY.sub("", text, count=1)) if part.strip(_MARKS)]
    kinds = [_is_name(part) for part in parts]
    named = sum(len(part) for part, kind in zip(parts, kinds, strict=True) if kind)
    name = _NAME.search(text)
    by_name = name is not None and not text[: name.start()].strip(_MARKS)
    people = bool(_has_people(kinds) or name or _KEY.match(text))
    dated = bool(_YEAR.search(text) or _STATUS.search(text))
    return Look(
        size,
        people=people,
        is_people=named > 0.7 * sum(map(len, parts)) and (len(parts) > 1 or 2 <= size <= _LONGEST_NAME),
        opens_with_people=by_name or (bool(kinds) and kinds[0] and (len(kinds) < 2 or kinds[1])),
        by_name=by_name,
        dated=dated,
        outlet=_has_outlet(tokens),
        quoted=text[0] in _QUOTES,
        keyed=is_keyed(text),
        links=_is_links(runs, text),
        prose=_is_prose(text, tokens, people and dated),
    )


def _is_name(part: str) -> bool:
    """Whether a part between commas may be a name, or half of one (`Knuth, D. E.`)."""
    part = part.strip(_MARKS)
    if _IDEOGRAPHS.fullmatch(part):
        return 1 < len(part) <= _MOST_IDEOGRAPHS
    tokens = part.split()
    if not 0 < len(tokens) <= _LONGEST_NAME or not part[0].isalpha():
        return False
    known, particles = _outlet_words(), words("particles")
    return any(token[0].isupper() for token in tokens) and all(
        (token.strip(_MARKS)[:1].isupper() and token.lower() not in known and not any(map(str.isdigit, token)))
        or token.strip(_MARKS).lower() in particles
        or not token.strip(_MARKS)
        for token in tokens
    )


def _has_people(kinds: list[bool]) -> bool:
    """Two that look like names side by side."""
    return any(is_name and len(list(group)) > 1 for is_name, group in groupby(kinds))


@cache
def _outlet_words() -> frozenset[str]:
    return frozenset(word for word, kind in words("venue_words").items() if kind in _VENUE_KINDS and len(word) > 1)


def _has_outlet(tokens: list[str]) -> bool:
    known = _outlet_words()
    return any(token[:1].isupper() and token.strip("()[].,:;*\"'").lower() in known for token in tokens)


def _is_links(runs: Runs, text: str) -> bool:
    labels = [run for run in runs if run.link and not run.styles & IMAGE]
    linked = sum(len(run.text.strip()) for run in labels)
    if not labels or any(len(run.text.split()) > _LINK_WORDS for run in labels):
        return False
    bare = sum(character.isalnum() for character in text) - sum(character.isalnum() for run in labels for character in run.text)
    return linked > 0 and bare <= max(0.3 * linked, 3)


def _is_prose(text: str, tokens: list[str], is_cited: bool) -> bool:
    """Whether it is told, not listed; `is_cited` is something that names people and a time, as entries do."""
    count = len(tokens)
    if count < 2 * _FEW_WORDS and _POINTER.search(text) and not _YEAR.search(text):
        return True
    if _PERIOD.match(text) or (count >= _FEW_WORDS and _ABSTRACT.match(text)):
        return True
    ideographs = sum(map(len, _IDEOGRAPHS.findall(text)))
    if ideographs > _MANY_IDEOGRAPHS:
        return text.count("。") > 1 or bool(_PERSONAL_HAN.search(text))
    small = sum(token[0].islower() for token in tokens) / count
    personal = len(_PERSONAL.findall(text))
    if count >= _FEW_WORDS and (_VITA.search(text) or small > 0.4 and personal > (1 if is_cited else 0)):
        return True
    return count >= _MANY_WORDS and small > 0.7 and len(_SENTENCE.findall(text)) > (4 if is_cited else 1)


def is_caption(block: Block) -> bool:
    """Whether a paragraph before a list may be its heading: short, and set off or ending with a colon."""
    text = text_of(block.runs).strip()
    if not text or len(text.split()) > _CAPTION_WORDS:
        return False
    return text.endswith((":", "：")) or all(run.styles & (BOLD | ITALIC) and not run.link for run in block.runs if run.text.strip())


def says_legend(runs: Runs) -> bool:
    """Whether a line tells what a mark means ("* equal contribution")."""
    return bool(_LEGEND.match(text_of(runs)))
