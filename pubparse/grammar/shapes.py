"""A stretch's tags in, the name of its shape out: what it looks like as (part of) a list of names.

Shapes are tried in order on the tags without marks; the first that fits all of it wins.
"""

import re
from functools import lru_cache

_INITIALS = "(?:I[Ii]{0,9}|i)"  # bounded, as are particles: a line of nothing else is looked at from each of them
_PARTICLES = "p{0,4}"
_WORD = "[CMm]"
_FAMILY = rf"{_PARTICLES}(?:{_WORD}|[Uk])"
_AND = r"(?:,?[&E]|,|;)"

GIVEN_FAMILY = rf"{_INITIALS}{_PARTICLES}{_WORD}{{1,2}}(?:,?J\.?)?"  # J. D. Watson   L. van der Maaten
FAMILY_INITIALS = rf"{_PARTICLES}(?:{_WORD}|[Uk]){{1,3}},{_INITIALS}(?:,J\.?)?"  # Zhou, A. C.
FAMILY_CAPITALS = rf"{_PARTICLES}{_WORD}{{1,2}}(?:k|i)(?:J\.?|\.(?=,))?"  # Watson JD   Watson JD.,
CAPITALS_FAMILY = rf"(?:k|i){_PARTICLES}{_WORD}"  # AC Zhou
# Yoshua Bengio   Donald E. Knuth
FULL_NAME = rf"{_WORD}(?:[Ii]*|{_WORD}){_PARTICLES}{_WORD}(?:,?J\.?)?|{_WORD}{_WORD}{_INITIALS}"
_OF_EDITOR = rf"(?:{FULL_NAME}|{GIVEN_FAMILY})"
_OR = "(?:,?&|[,;/])"
_ET_AL = r",?EL\.?"
INVERTED_NAME = rf"{_FAMILY}{{1,2}},{_WORD}{{1,2}}{_INITIALS}?"  # Bengio, Yoshua   Knuth, Donald E

SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("initials", _INITIALS),
        ("capitals", "[ki]"),
        ("names-initials", rf"{GIVEN_FAMILY}(?:{_AND}{GIVEN_FAMILY})*"),
        (
            "names-inverted-initials",
            rf"{FAMILY_INITIALS}(?:{_AND}{FAMILY_INITIALS})*|{INVERTED_NAME}(?:[&;/]{INVERTED_NAME})*",
        ),
        ("names-capitals", rf"{FAMILY_CAPITALS}(?:{_AND}{FAMILY_CAPITALS})*"),
        ("names-leading-capitals", rf"{CAPITALS_FAMILY}(?:{_AND}{CAPITALS_FAMILY})*"),
        ("names-full", rf"(?:{FULL_NAME})(?:(?:&|,&?)(?:{FULL_NAME}))*"),
        ("names-mixed", rf"{_OF_EDITOR}(?:{_OR}{_OF_EDITOR})+|(?:{_OF_EDITOR}|{_WORD}){_ET_AL}"),
        ("names-ideographs", "h{1,2}(?:[&,;]h{1,2})*"),
        ("word", f"{_PARTICLES}(?:{_WORD}|U)"),
        ("words-and-word", rf"(?:{_WORD}|U)&(?:{_WORD}|U)"),
        ("capitalised", rf"(?:{_WORD}|[UkJ]){{2,4}}"),
    )
)

# A run of names so plain that it is one stretch: nothing but an author list or an editor list looks like it.
# A list is cut only at its end, so that thirty authors do not make thirty stretches.
_MARKS = r"[*^$]*"
_END = r"(?=[,.;:*^&(“\"]|\n|$)"
_INVERTED = rf"{_PARTICLES}(?:{_WORD}|[Uk]){{1,3}},(?:I+|i+)(?:,J\.?)?{_PARTICLES}"
_GIVEN_FAMILY = GIVEN_FAMILY.replace("{1,2}", "{1,2}+")  # never gives back a word
SURE_LIST = re.compile(
    rf"(?:{_GIVEN_FAMILY}{_MARKS})(?:(?:,|;|,?&){_GIVEN_FAMILY}{_MARKS})+{_END}"
    # `LeCun, Y., Bengio, Y. & Hinton, G.`, `Maaten, L. J. P. van der, Hinton, G.`
    rf"|(?:{_INVERTED}{_MARKS})(?:(?:,|;|,?&){_INVERTED}{_MARKS})++"
    rf"|{_INVERTED}(?=\(\0|:)"  # `Habermas, J. (Ed.)`, `Lindley, D. V. (1957)`, `Grothendieck, A.:`
    # what follows may stand without a sign: `Li H, Durbin R. Fast and …`, `Page L, Brin S, Motwani R Bringing …`
    rf"|{FAMILY_CAPITALS}(?:[,;]{FAMILY_CAPITALS})*,?[,;&]{_PARTICLES}{_WORD}{{1,2}}+I(?=[CMUkwdyxHhB])"
    rf"|{FAMILY_CAPITALS}(?:,{FAMILY_CAPITALS}){{2,}}+(?=[CMUw])"
    rf"|(?:{FAMILY_CAPITALS}{_MARKS})(?:(?:,|;|,?&){FAMILY_CAPITALS}{_MARKS})+{_END}"
    # `LeCun, Yann and Bengio, Yoshua and …`: with three of them it is no list of things.
    rf"|(?:{INVERTED_NAME}{_MARKS})(?:[&;]{INVERTED_NAME}{_MARKS}){{2,}}+(?:{_END}|(?<=I)(?=\0))"  # Donald E. 1974
)
# Behind "edited by": `David Rumelhart, James L. McClelland and Jerome Feldman`, `Cole, Peter and Morgan, Jerry L.`,
# `Gumperz JJ, Hymes D`, `Watson J. and Crick F.`
_FAMILY_AND_INITIALS = rf"{_PARTICLES}{_WORD}{{1,2}}(?:I{{1,3}}|k|i)"
EDITORS_BEHIND = re.compile(
    rf"(?:{_OF_EDITOR}(?:,{_OF_EDITOR})*,?&{_OF_EDITOR}|{INVERTED_NAME}(?:;{INVERTED_NAME})*,?[&;]{INVERTED_NAME}"
    rf"|{_FAMILY_AND_INITIALS}(?:,?[,&]{_FAMILY_AND_INITIALS})+)(?=[.,;()\n\0]|$)"
)
# Where an entry begins: `Habermas, Jürgen: Erkenntnis …`, `Beck, Ulrich/Beck-Gernsheim, Elisabeth (Hg.): …`.
_PLAIN_INVERTED = rf"{_PARTICLES}C,C{{1,2}}[Ii]?{_PARTICLES}"
# `Bengio, Yoshua, May, Robert M., and van den Oord, Aäron (2018)`: with three of them there is nothing else like it.
_SINGLE_INVERTED = rf"(?:[CMUkm](?:p{{1,2}}C)?|p{{1,4}}[CMU]{{1,2}}),(?:[CMm]{{1,3}}+[Ii]{{0,3}}+|I[CM]){_PARTICLES}"
LEADING_LIST = re.compile(
    rf"{_PLAIN_INVERTED}(?:[/;&]{_PLAIN_INVERTED})*(?=(?:\([R.\0]{{1,3}}\))?:)"
    rf"|{_SINGLE_INVERTED}(?:(?:,|,?[&E]){_SINGLE_INVERTED}){{2,}}+(?=,?\(?\0|[.:])"
)
# `Bourdieu (Pierre) et Passeron (Jean-Claude)`, `DUPONT (M.), DURAND (P.) 2006`: as French catalogues turn names.
_BRACKETED_NAME = rf"{_PARTICLES}[CMUk]{{1,2}}\([CMIi]{{1,4}}{_PARTICLES}\)J?"
BRACKETED_LIST = re.compile(rf"{_BRACKETED_NAME}(?:(?:,?[&E]|,|;){_BRACKETED_NAME})*+(?=[,:;(\0&E]|$)")
# Between "In" and "(Hg.)", or "editors,": `In: Theodor W. Adorno, Max Horkheimer (Hg.): …`,
# `In Gargaud et al. (eds) …`, `In Cole, P. and J. L. Morgan (eds.), …`
_ANY_EDITOR = rf"(?:{_OF_EDITOR}|{INVERTED_NAME}|{_FAMILY}{{1,2}},(?:I+|[ik]))"
EDITORS_BETWEEN = re.compile(
    rf"(?<=\0)(?:{_ANY_EDITOR}(?:{_OR}{_ANY_EDITOR})*+(?:,?\0+)?|{_WORD},?\0+)(?=,?(?:\(\0|\0[,.–\0]))"
)
# A journal's name before its numbers, each word cut short: `, Fortsch. Phys. 55, 644`, `. Chem. Vapor. Depos. 10`.
# Or between its volume and its page, as lawyers have it: `35 U. Chi. L. Rev. 14`, `3 J.L. & Econ. (forthcoming 1960)`.
ABBREVIATED_NAME = re.compile(
    r"(?<=[,.;\n”\"])(?:[CM]\.|I(?=I*[CM]\.)){2,9}i?(?=[.,]?\0)|(?<=\0)(?=[CMUTk.]{0,9}I)(?:[CMUTk]\.?+|I|&){2,9}+(?=\(?\0)"
)
_DROP_MARKS = str.maketrans("", "", "*^$")
_LONGEST = 200  # lexemes


@lru_cache(maxsize=4096)
def shape(tags: str) -> str:
    """The name of the first shape that all of `tags` has, "" if none: a pure function, remembered."""
    bare = tags.translate(_DROP_MARKS).lstrip("&E")  # `and C. Jones`
    if not bare or len(bare) > _LONGEST:
        return ""
    return next((name for name, pattern in SHAPES if pattern.fullmatch(bare)), "")
