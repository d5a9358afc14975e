"""A text in, whether it is told rather than listed out: prose, an abstract, where else to look, a legend, a post."""

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from pubparse import markers
from pubparse.registry import collect

_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PERSONAL: Final = re.compile(
    r"\b(?:[Ww]e|[Oo]ur|I(?= [a-z])|I['’]m|[Mm]y|me|us|[Tt]his (?:paper|article|work|study)|[Yy]ou|[Yy]our)\b"
)
_PERSONAL_IDEOGRAPHS: Final = re.compile("我|您|欢迎|私は|저는")
_DOING: Final = (
    r"\s(?:(?:also|further|then|here|systematically|first)\s)?"
    r"(?:propose|present|introduce|develop|show|study|demonstrate|investigate|design|build|analy[sz]e|explore|examine"
    r"|address|release|provide|describe|find|argue|consider|extend|prove|achieve|conduct|evaluate|construct|report)"
    r"(?:e?s|d|ed)?\s"
)
# `We propose a benchmark.`: what a paper does, and no title of one, which people and a year follow
_DOES: Final = re.compile(
    r"\W{0,9}we(?:['’]re|\sare)\s(?:excited|happy|pleased|proud|delighted|thrilled|glad)\s"  # to present it
    rf"|\W{{0,9}}(?:we|this (?:paper|article|work|study)){_DOING}",
    re.IGNORECASE,
)
# `Our ICSE 2019 paper describes …`: whatever else it names
_OURS: Final = re.compile(
    rf"\W{{0,9}}our(?:\s[\w-]{{1,20}}){{0,6}}\s(?:paper|article|work|study){_DOING}", re.IGNORECASE
)
# `Our paper "…" is accepted by ICSE`, which is news
_ACCEPTED: Final = re.compile(
    r"(?:[\W\d_]|:[a-z]{1,20}:){0,20}(?:our|my|a|an|one|two|three|\d)\s(?:[\w-]{1,20}\s){0,4}(?:papers?|works?|articles?|manuscripts?)\b"
    r".{0,300}\b(?:is|are|was|were|been|got)\s(?:\w{1,20}ly\s)?accepted\b",
    re.IGNORECASE,
)
_POINTER: Final = re.compile(
    r"google scholar|semantic scholar|\bdblp\b|\borcid\b|researchgate|web of science|\bclick here\b|\brefer to\b"
    r"|\b(?:full|complete|whole|entire|up-to-date)\b.{0,30}\blist\b|\blist of (?:all )?(?:my )?publications\b"
    r"|\bsee (?:also|my|the|here)\b|\bmore comprehensive\b"
    r"|\b(?:papers|publications|articles|(?:pre-?)?prints) (?:are|can be) (?:available|found|downloaded)\b"
    r"|\bto cite\b|\bplease (?:use|cite)\b|\bchronological order\b"
    r"|\b(?:authors?|contributions?|names?|students?) (?:are|is) (?:marked|indicated|denoted|underlined|listed)\b"
    r"|\b(?:up)?on request\b"
    r"|\b(?:the )?following (?:publications|papers|articles)\b|\b(?:are|is) (?:all )?(?:of )?(?:the|my) publications\b",
    re.IGNORECASE,
)
_HERE: Final = re.compile(  # Here is a selection of my papers, 2019–2024.   This repository collects papers of 2024.
    r"\W{0,3}(?:(?:here|below) (?:is|are) (?:an? |the |some )?(?:selected|recent|list|selection|papers|publications)\b"
    r"|this (?:repo(?:sitory)?|file|page|list|section|document|directory|folder|collection|project|package|software"
    r"|tool|library|(?:web)?site|chapter|readme|table) (?-i:will|[a-z]{1,11}s)\b)"
    r"|\W{0,3}jump to\b.{0,3}:|\W{0,3}(?:last (?:updated?|modified|edited)|letzte (?:aktualisierung|änderung)"
    r"|dernière mise à jour|última (?:actualización|atualização)|ultimo aggiornamento|ostatnia aktualizacja"
    r"|последнее обновление|最后更新|最終更新|마지막 업데이트)\b",
    re.IGNORECASE,
)
# Robin Smith, Associate Professor of History
_POST: Final = re.compile(
    r"\W{0,3}(?:[A-ZÀ-Þ][\w.'’-]*,? ){2,5}(?:(?:[Aa]ssistant|[Aa]ssociate|[Ff]ull|[Aa]djunct|[Ee]merit(?:us|a)) )?"
    r"[Pp]rofessor(?:,| of\b| in\b| at\b|$)"
)
ABSTRACT: Final = "abstract|résumé|summary|zusammenfassung|resumen|resumo|tl;? ?dr|摘要|概要|аннотация"
_ABSTRACT: Final = re.compile(rf"\W{{0,9}}(?:{ABSTRACT})\W{{0,9}}[:：.—–-]", re.IGNORECASE)
# 2017.09 - 2022.06, as posts and degrees begin
_DAY: Final = r"(?:[A-Z][a-z]{2,8}\.? )?(?:19|20)\d\d(?:[./年-]\d{1,2}月?)?"
_PERIOD: Final = re.compile(
    rf"\W{{0,9}}{_DAY}\s?(?:[-–—~～至到]{{1,3}}|to)\s?(?:{_DAY}(?!\d)|now|present|current|today|至今|今|现在)",
    re.IGNORECASE,
)
_VITA: Final = re.compile(
    r"\b(?:is|was|am|as|are) (?:currently |now |also )?(?:an?|the) (?:[\w-]{1,30} ){0,3}"
    r"(?:professor|lecturer|researcher|student|scientist|fellow|postdoc\w{0,9}|candidate|engineer)"
    r"|\breceived (?:his|her|the|my|a|an) (?:ph|b|m|doctor|bachelor|master)|\bresearch interests\b"
)  # of a text in small letters, in which it is found three times as fast
_DEGREE: Final = re.compile(
    r"\W*(?:ph\.?\s?d|d\.?phil|[mb]\.?\s?(?:sc?|a|phil|eng|tech)|bachelor|master|doctor(?:ate)?)\.?"
    r"(?:['’]s)?(?:\sof\s\w+)?\s(?:degree\s)?in\s|\W*(?:ph\.?d|[mb]\.(?:sc?|a|phil|eng|tech))\.?,\s",
    re.IGNORECASE,
)
_KOREAN_SENTENCE: Final = re.compile(r"니다[。．.]?\Z")
_JAPANESE_SENTENCE: Final = re.compile(r"(?:ました|ます|です|である|した|する|された|れる)[。．.]?\Z")
_SENTENCE: Final = re.compile(r"[a-zà-ÿ)][.!?](?=\s[A-ZÀ-Þ])")
_LEGEND: Final = r"\W{0,3}[*∗＊†‡§¶#♯^+⋆★✉📧]\W{0,6}(?:\w{1,30}\W{1,4}){0,4}?"
_SAYS: Final = "equal|contribut|correspond|denote|indicate|co-first|student|advis|="
_FEW_TIMES: Final = 2  # so often a title may say "we" or "you"
_LEAST_WORDS: Final = 12  # prose is no shorter
_MANY_WORDS: Final = 40  # a text this long, of words mostly in small letters, is prose
_SOME_IDEOGRAPHS: Final = 20
_MANY_IDEOGRAPHS: Final = 50
_SOME_SMALL, _MOST_SMALL = 0.4, 0.7  # share of the words in small letters


def _tells(text: str) -> bool:
    """Whether it says of a list what it is, or of a work what it does, or ends as a sentence does in Korean."""
    return bool(_HERE.match(text) or _DOES.match(text) or _KOREAN_SENTENCE.search(text))


def is_prose(text: str, tokens: list[str], ideographs: int, is_cited: Callable[[], bool]) -> bool:
    """Whether a text is prose; more is needed if it names people and a time, as entries do (`is_cited` tells)."""
    count = len(tokens)
    if (
        _PERIOD.match(text)
        or (count <= 2 * _LEAST_WORDS and not _YEAR.search(text) and _POST.match(text))
        or _DEGREE.match(text)
        or _OURS.match(text)
        or ("accepted" in text and _ACCEPTED.match(text))
        or (_tells(text) and not (_YEAR.search(text) and is_cited()))
        or (count >= _LEAST_WORDS and _ABSTRACT.match(text))
    ):
        return True
    if count < 2 * _LEAST_WORDS and not _YEAR.search(text) and _POINTER.search(text):
        return True
    if ideographs > _SOME_IDEOGRAPHS and _JAPANESE_SENTENCE.search(text):
        return True
    if ideographs > _MANY_IDEOGRAPHS:
        return text.count("。") > 1 or bool(_PERSONAL_IDEOGRAPHS.search(text))
    small = sum(map(str.islower, [token[0] for token in tokens])) / count
    if count < _LEAST_WORDS or small < _SOME_SMALL:
        return False
    personal = len(_PERSONAL.findall(text))
    if personal > _FEW_TIMES or (personal and not is_cited()) or _VITA.search(text.lower()):
        return True
    return count >= _MANY_WORDS and small > _MOST_SMALL and len(_SENTENCE.findall(text)) > (4 if is_cited() else 1)


def is_legend(text: str) -> bool:
    """Whether a line tells what a mark means ("* equal contribution")."""
    return bool(_legend().match(text))


@cache
def _legend() -> re.Pattern[str]:
    said = markers.any_of(_SAYS, *(role.legend for role in collect(markers, markers.Role)))
    return re.compile(rf"{_LEGEND}(?:{said})", re.IGNORECASE)
