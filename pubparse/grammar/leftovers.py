"""Where an entry's fields stand in, notes of what is left of it out: all but what only joins or separates them.

joins := `, and `   `. In: `   `, pp. `   ` (`   ` doi:`   `. Available online at `
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from pubparse.grammar.values import Stretch, Value, balance, trim, value_of
from pubparse.lexicons.load import members

SEPARATORS = (
    "\\s,;:.…|·・•–—―−‒‐‑/\\\\()\\[\\]{}<>“”\"'’‘`´«»‹›⟨⟩„‚《》「」『』〈〉،؛、，；：。．（）【】［］！？／｜＆№!?&@=_-"
)
"""Signs between fields, as a regular expression's class. What pages use as marks is none: it is noted."""

_JOINING = "V N P A R & E B O W"  # classes of `lexicons/terms.txt`
CONNECTIVES = frozenset(members("terms", _JOINING)).union(
    members("leads", "published names address id"),
    "joint jointly together work coauthored co-authored gemeinsam zusammen avec von".split(),
    "à au aux".split(),  # présenté
    "年 年第 第 제".split(),
    "id of the a at to into on behalf for from as mit dans em en im auf и в v n t h c č jg coll n° nos ser #".split(),
)
"""Words between fields that say no more than the fields do, in small letters."""

_PAPERS = frozenset({"paper", "communication"})
"""What joins before `presented at`, or alone before its number: a `Short Paper` is a sort of work."""

_PUBLISHED = frozenset(members("leads", "published"))
_SIGNS = re.compile(f"[{SEPARATORS}]*")
_WORD_OR_MARK = re.compile(rf"([^\W_]+(?:-[^\W_]+)*°?)|[^{SEPARATORS}]")
_LAST_OF_LETTERS = "\u2fff"  # of those that write words; ideographs come behind it
_LINE = re.compile(r"[^\n]+")
_EDGES = " \t\n\u00a0\u3000,;:.|–—-/()[]“”\"'’‘·，、；：。（）"
_LEADS = frozenset(members("terms", "& B"))


def leftovers(text: str, taken: Iterable[Stretch]) -> list[Value]:
    """Whatever of `text` is not `taken`, line by line; what only joins is no note."""
    notes: list[Value] = []
    free = 0
    for start, end in [*sorted(taken), (len(text), len(text))]:
        if start > free and (rests := _rests(text[free:start], before_field=start < len(text))):
            trimmed = [trim(text, free + first, free + last, _EDGES) for first, last in rests]
            values = [value_of(text, [balance(text, *stretch)]) for stretch in trimmed if stretch]
            notes += [value for value in values if value]
        free = max(free, end)
    return notes


@lru_cache(maxsize=4096)
def _rests(gap: str, *, before_field: bool) -> tuple[Stretch, ...]:
    """What is left of each line of a gap between fields. A pure function, remembered: most gaps are alike."""
    if _SIGNS.fullmatch(gap):
        return ()
    rests = (_rest(gap, *line.span(), before_field or line.end() < len(gap)) for line in _LINE.finditer(gap))
    return tuple(rest for rest in rests if rest)


def _rest(gap: str, start: int, end: int, before_field: bool) -> Stretch | None:
    """What is left of a stretch without the joining words at its ends; None if there is nothing else.

    A single letter (`S. 5`, `p. 7`) joins only before a field, but for signs behind their number (`第7页`).
    """
    found = list(_WORD_OR_MARK.finditer(gap, start, end))
    words = [one[0].lower() for one in found]
    joins = [
        (word in CONNECTIVES and (len(word) > 1 or before_field or word > _LAST_OF_LETTERS))
        or (word in _PAPERS and (after in _PUBLISHED or (before_field and len(words) == 1)))
        for word, after in zip(words, [*words[1:], ""], strict=False)  # where there are words
    ]
    if all(joins):
        return None
    while joins[-1] and before_field:  # `…, p. ` before the page
        joins.pop()
        end = found.pop().start()
        if not gap[found[-1].end() : end].isspace():
            break
    while joins[0] and found[0][0].lower() in _LEADS and gap[found[0].start() - 1 : found[0].start()] != "(":
        joins.pop(0)
        start = found.pop(0).end()
    return start, end
