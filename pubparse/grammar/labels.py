"""An entry's links in, those out that only say what is behind them, and pictures, as atoms.

labels := "[" label "]"…        [pdf] [code]   [doi, lingbuzz, ROA-1365]   Manuscript: [draft.pdf]
"""

import re
from itertools import groupby

from pubparse.grammar.atoms import Atom, Part
from pubparse.lexer.lexemes import PICTURE, Lexemes
from pubparse.lexicons.load import words
from pubparse.markdown.runs import IMAGE

_LINK_LABELS = words("link_labels")
_BEFORE_LABELS = frozenset("\n.|(,;")
_COLON_BEFORE_FILE = re.compile(r"(?<=[CwUH]):(?=[^\n ]+\.)")  # over kinds
_BETWEEN_LABELS = frozenset(",;|/·•&–-:()[]{}\n")
_MOST_WORDS = 4  # of a label
_TWO = 2  # words: `Published paper`, but not `draft.pdf`
# Of the words of labels, those that end no title, as `Language Models`.
_ENDS_OF_LABELS = frozenset("link paper repository page website version preprint pdf slides video".split())


def find_link_labels(lexemes: Lexemes) -> list[Atom]:
    """Links whose text only says what is behind them ("pdf", "[code]"), and pictures."""
    atoms: list[Atom] = []
    links, styles, kinds = lexemes.links, lexemes.styles, lexemes.kinds
    if not any(links) and PICTURE not in kinds and not any([face & IMAGE for face in styles]):  # noqa: C419 - faster
        return atoms
    for (_, is_picture), places in groupby(
        range(len(lexemes)), lambda at: (id(links[at]), styles[at] & IMAGE or kinds[at] == PICTURE)
    ):
        first, *rest = places
        last = rest[-1] + 1 if rest else first + 1
        if is_picture or (links[first] and _is_label(lexemes.texts[first:last])):
            atoms.append(Atom("label", first, last))
    return atoms


def find_labelled_files(lexemes: Lexemes) -> list[Atom]:
    """`Manuscript: [draft.pdf](…)`: a label before a link to a file, whose name is one word."""
    atoms: list[Atom] = []
    links, kinds = lexemes.links, lexemes.kinds
    for colon in _COLON_BEFORE_FILE.finditer(kinds):
        first, before = colon.start() + 1, colon.start() - 2
        is_label = lexemes.texts[first - 2].lower() in _LINK_LABELS and (before < 0 or kinds[before] in _BEFORE_LABELS)
        link = links[first]
        if is_label and link:
            last = next((at for at in range(first, len(kinds)) if links[at] is not link), len(kinds))
            if all(map(lexemes.glued, range(first + 1, last))):
                atoms.append(Atom("label", first - 2, last, (Part("label", first, last),)))
    return atoms


def are_labels(lexemes: Lexemes, start: int, end: int) -> bool:
    """Whether all that stands between two places is short links: the record tells of those as links."""
    first, last = lexemes.within(start, end)
    links = [lexemes.links[at] for at in range(first, last) if lexemes.kinds[at] not in _BETWEEN_LABELS]
    if None in links:
        return False
    return bool(links) and all(len(list(words)) <= _MOST_WORDS for _, words in groupby(links, id))


def _is_label(texts: tuple[str, ...]) -> bool:
    label = _label(texts)
    if label in _LINK_LABELS:
        return True
    return len(texts) == len(label.split()) == _TWO and label.split()[1] in _ENDS_OF_LABELS  # MIT Link


def _label(texts: tuple[str, ...]) -> str:
    return " ".join([text for text in texts if any(map(str.isalnum, text))]).lower()
