"""Lexemes and their tags in, atoms out: all whose look alone says what it is, each lexeme in at most one of them."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache

from pubparse import markers
from pubparse.grammar.affiliations import find_affiliations
from pubparse.grammar.atoms import Atom, Part, atoms_of
from pubparse.grammar.dates import find_dates, find_years
from pubparse.grammar.elsewhere import find_elsewhere
from pubparse.grammar.guides import find_guides
from pubparse.grammar.identifiers import find_ids
from pubparse.grammar.labels import find_labelled_files, find_link_labels
from pubparse.grammar.numbers import find_numbers
from pubparse.grammar.patents import find_patents
from pubparse.grammar.ranks import find_ranks
from pubparse.grammar.repeats import find_repeats
from pubparse.grammar.reviews import told_of_review
from pubparse.grammar.stressed import stressing_quotes
from pubparse.grammar.theses import find_theses
from pubparse.grammar.translators import find_translators
from pubparse.lexer.lexemes import ANEW, Lexemes
from pubparse.lexicons.load import members, words
from pubparse.markdown.runs import FACE
from pubparse.registry import collect

MASK = "\0"  # stands in the tags for a lexeme that an atom has claimed

_CUTS = '.,;:()>[]-"“”‘’?!|–\n/…\\' + MASK
_CAPITALS = frozenset("CMUkIH")
_WORD_AFTER_CUT = re.compile(rf"(?:\A|[{re.escape(_CUTS)}])(?:[wCUBHhkNT&]|i(?=&))")
_STATUS_ENDS = frozenset(("", *".,;:()]|!–\n", MASK))

# Words that join, over tags. Each is an atom of its kind; the search decides whether it joins or is text.
_JOINTS = re.compile(
    r"(?P<etal>&?,?E\.?L\.?|[&,]+L\.?(?=[.,;:)\n]|$))"  # et al.  and others
    r"|(?P<edition>[od]\.?(?:[RO])\.?)"  # 3rd ed.  2. Aufl.
    r"|(?P<editors>(?<=[,(])R\.?W?|R\.?(?:W|(?=[,.:)]))|(?<=[ik])R\.?(?=[CMU]))"  # (Eds.)  eds.  , editors,
    r"|(?P<with>W(?:\.w|W{1,2})?(?=p{0,3}[IiCMkUH]))"  # with A. and B.   zus. mit A. und B.
    r"|(?P<in>B:|B(?!\)))"  # In  In:  and no `(in)equality`
)
# What says in words that a list of names is cut, or of editors; without the sign before it, it is not looked for.
IN_WORDS = (
    (" authors", "etal", re.compile(r"(?:(?:and|&) )?\d{1,4} (?:more|other|additional) (?:co-?)?authors\b")),
    ("ob ", "elsewhere", re.compile(r"\b[Jj]ob (?:Market Paper|market paper)\b")),
    ("u.", "etal", re.compile(r"(?:(?<=[\w.,]\s)|(?<=/))u\.\s?a\.(?=[:,;)]|\s[(„\"])")),
    (" vd.", "etal", re.compile(r"(?<=[\w.] )vd\.(?=[:,]|\s[(“\"])")),
    ("a cura", "editors", re.compile(r"(?<=\()a cura di(?=\))|(?:(?<=[,.]\s)|(?<=\())a cura di\b(?=\s[A-Z])")),
    ("sous la dir", "editors", re.compile(r"(?:(?<=[,.]\s)|(?<=\())sous la dir(?:ection|\.) (?:de |d['’])(?=[A-Z])")),
    ("edited with", "editors", re.compile(r"(?<=\()(?:[Cc]o-?)?[Ee]dited with(?=\s[A-Z])")),
    ("(red.", "editors", re.compile(r"(?<=\()red\.(?=\))")),
    (
        "http",
        "label",
        re.compile(
            r"(?:(?:[Aa]vailable|[Rr]etrieved|[Aa]ccessed|(?:Text )?(?:[Aa]brufbar|[Vv]erfügbar)|[Dd]ispon(?:ible|ível)"
            r"|[Dd]ostupné)(?: online)?(?: (?:at|from|unter|en|sur|à(?: l’adresse)?|em|na|z))?|Online)"
            r" ?:? ?[<⟨]{0,2}(?=https?:)"
        ),
    ),
    ("(ur.", "editors", re.compile(r"(?<=\()ur\.(?=\))")),
)
_LANGUAGES = frozenset(words("languages"))
_BY_NAMES = re.compile(r"W(?:[CM][CMki]|[Ii]+[CM]|[CM],[Ii])[CMIi]*[*^]*(?:,|&|\n|$|\()")  # … by A. Smith and B. Jones


def peel(lexemes: Lexemes, tags: str, text: str) -> tuple[tuple[Atom, ...], str]:
    """The atoms of an entry in order, and the tags with what they claim masked."""
    claimed = _Claims(tags)
    claimed.add(find_repeats(lexemes, text))
    claimed.add(find_link_labels(lexemes))
    claimed.add(_before_claims(find_elsewhere(lexemes, tags, text), claimed.tags()))
    claimed.add(_before_claims(find_guides(lexemes, text), claimed.tags()))
    claimed.add(find_ids(lexemes, tags, text))
    claimed.add(find_patents(lexemes, text))
    claimed.add(find_theses(lexemes, text))
    claimed.add(find_labelled_files(lexemes))
    claimed.add(_told_in_words(lexemes, text))
    claimed.add(find_translators(lexemes, text))
    claimed.add(find_ranks(lexemes, text))
    claimed.add(find_affiliations(lexemes, text))
    claimed.add(_phrases(lexemes, claimed.tags(), text))
    claimed.add(find_dates(lexemes, claimed.tags()))
    claimed.add(find_numbers(lexemes, claimed.tags()))
    is_dated = any(atom.kind == "date" for atom in claimed.atoms)
    claimed.add(find_years(lexemes, claimed.tags(), is_dated=is_dated))
    claimed.add(_joints(lexemes, claimed.tags()))
    return tuple(sorted(claimed.atoms, key=lambda atom: atom.first)), claimed.tags()


def _before_claims(atoms: Iterable[Atom], tags: str) -> Iterable[Atom]:
    """End each where something is claimed already, as the label of a link is."""
    for atom in atoms:
        claimed = tags.find(MASK, atom.first, atom.last)
        yield atom._replace(last=claimed) if claimed > atom.first else atom


class _Claims:
    """Atoms so far; a later one that overlaps an earlier one is dropped."""

    def __init__(self, tags: str) -> None:
        self.letters = list(tags)
        self.atoms: list[Atom] = []

    def tags(self) -> str:
        return "".join(self.letters)

    def add(self, atoms: Iterable[Atom]) -> None:
        for atom in atoms:
            stretch = self.letters[atom.first : atom.last]
            if MASK not in stretch:
                self.atoms.append(atom)
                self.letters[atom.first : atom.last] = [MASK] * len(stretch)


def _told_in_words(lexemes: Lexemes, text: str) -> list[Atom]:
    """`A. Bee, C. Dee, and 5 more authors`, `Bee, Ann u. a.`, `Bee (a cura di)`: a list that is cut, or of editors."""
    return [atom for sign, kind, pattern in IN_WORDS if sign in text for atom in atoms_of(kind, pattern, lexemes, text)]


def _phrases(lexemes: Lexemes, tags: str, text: str) -> list[Atom]:
    """Words after a cut or a turn of the face that say how far the work has come, or that the venue follows."""
    atoms = []
    firsts = [cut.end() - 1 for cut in _WORD_AFTER_CUT.finditer(tags)]
    styles = lexemes.styles
    ins = [at for at, letter in enumerate(tags) if letter == "B"]
    for first in [*firsts, *(at for at in ins if styles[at] != styles[at - 1] or tags[at - 1] == "I")]:
        match = _status_words().match(text, lexemes.starts[first])
        if not match:
            continue
        last = bisect_left(lexemes.starts, match.end())
        if not match["status"]:
            atoms.append(Atom("in", first, last))
        elif match["lead"] or _is_ended(lexemes, tags, first, last):
            said = bisect_left(lexemes.starts, match.end("status"))
            atoms.append(Atom("status", first, last, (Part("status", first, said),)))
    return atoms


def _is_ended(lexemes: Lexemes, tags: str, first: int, last: int) -> bool:
    """Whether a sign follows, or the year and a sign (`submitted 2009)`), or another face: `*to appear* ICML`."""
    behind = tags[last + 1 : last + 2] if tags[last : last + 1] == "y" else tags[last : last + 1]
    return behind in _STATUS_ENDS or bool(lexemes.styles[first] & FACE & ~lexemes.styles[last])


@cache
def _status_words() -> re.Pattern[str]:
    published, presented = ("|".join(members("leads", kind)) for kind in ("published", "presented"))
    status = markers.any_of(*(status.words for status in collect(markers, markers.Status)))
    return re.compile(
        rf"(?:(?P<status>{status})(?!\w)(?P<lead>\s+(?:@|(?:in(?:to)?|at|to|by|for|from|as|with)\b(?:\s+the(?=\s+[a-z]))?))?"
        rf"|(?:(?:{presented})\s+)?(?:{published})\s+(?:in|at|on|by|dans|à|au|aux|в)\b(?:\s+the\b)?"
        # Chapter 8 in: Parallel Distributed Processing   Chapter 8, Parallel Distributed Processing
        r"|chapter\s+\d{1,3}(?:\s+(?:in|of)\b(?:\s+the(?=\s+[a-z]))?:?|,(?=\s+(?-i:[A-Z]))))",
        re.I,
    )


def _joints(lexemes: Lexemes, tags: str) -> list[Atom]:
    """Words that join, where they may: "by" also within a sentence, if names follow."""
    reviewed = told_of_review(lexemes)
    return [
        Atom(match.lastgroup or "", *match.span())
        for match in _JOINTS.finditer(tags)
        if match.start() not in reviewed
        and (
            match.lastgroup not in ("in", "with")
            or _opens(lexemes, tags, match.start())
            or (match.lastgroup == "with" and _before_names(lexemes, tags, match.start()))
        )
    ]


def _before_names(lexemes: Lexemes, tags: str, at: int) -> bool:
    """`… by A. Smith and B. Jones`; `**Lambda Calculus** with J. B. Rosser`."""
    return bool(_BY_NAMES.match(tags, at) or lexemes.styles[at - 1] & ~lexemes.styles[at] & FACE)


def _opens(lexemes: Lexemes, tags: str, at: int) -> bool:
    """Whether a joining word stands after a cut or has a capital: `… Models. In NeurIPS`, no `Advances in Neural …`.

    What `(in Russian)` says is no venue.
    """
    if tags[at + 2 : at + 3] in (")", "]") and lexemes.texts[at + 1].lower() in _LANGUAGES:
        return False
    if at == 0 or (lexemes.texts[at][0].isupper() and not (lexemes.texts[at] == "IN" and tags[at - 1] == "U")):
        return True
    if tags[at - 1] in _CUTS:
        return at - 1 not in stressing_quotes(lexemes)
    if lexemes.kinds[at + 1 : at + 2] == ":":
        return True
    if lexemes.styles[at - 1] & ~lexemes.styles[at] & FACE and tags[at + 1 : at + 2] in _CAPITALS:
        return True
    return lexemes.links[at - 1] is not lexemes.links[at] or _leads_to_face(lexemes, at) or _is_alone(lexemes, at)


def _is_alone(lexemes: Lexemes, at: int) -> bool:
    """`… for Generative Modeling *in* *Advances in …*`: nothing else is in its face, and what follows is in one."""
    before, here, after = (*lexemes.styles[at - 1 : at + 2], 0)[:3]
    return bool(here & ~before & FACE and after & FACE and (here ^ after) & (FACE | ANEW))


def _leads_to_face(lexemes: Lexemes, at: int) -> bool:
    """`… Taxonomic Problems in *Annals of Eugenics*`, and more than two words of it: those are only stressed."""
    face = FACE & ~lexemes.styles[at]
    for style in lexemes.styles[at + 1 : at + 4]:
        face &= style
    return at + 4 <= len(lexemes) and bool(face)
