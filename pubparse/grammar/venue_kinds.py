"""The name of a venue in, what kind of venue that is out, by its words and by the lexicons of words and of acronyms."""

import re
from functools import cache

from pubparse.grammar.servers import SERVER
from pubparse.lexicons.load import columns, words

# Journals that are called proceedings, and families of journals.
_JOURNALS = re.compile(
    r"(?:nature|lancet|cell|frontiers in|bmc|plos|npj|jama|physical review)\s[a-z]|"
    r"proc(?:\.|eedings)?\s(?:of\s(?:the\s)?)?(?:natl?\b|national academy|r\.?\s?soc|royal society|"
    r"(?:ieee|lms|ams|vldb endowment|(?:american|london) mathematical society)(?:$|\s\()|"
    r"(?:amer|london|edinb)\.?\smath\.?\ssoc\b|acm on|ieee[.,]?$|institution of|edinburgh|japan academy)",
    re.I,
)
_PAPERS = re.compile(r"\b(?:(?:working|discussion)\s(?:papers?|reports?)|staff\sreports?)\b", re.I)  # no Staff Papers
_MEETING = re.compile(r"^.*\b(?:conference|symposium|meeting|workshop|congress) (?:on|of|for) (?:the )?")
_TRANSACTIONS = re.compile(r"\b(?:IEEE|ACM)\s(?:T|J)[A-Z]{2,4}\b")  # IEEE TIFS   ACM TOCHI   IEEE JSAC
_LAST_OF_LETTERS = "\u2fff"
_TELLING_WORDS = 4  # a shorter name may be a journal's: Machine Learning
_WORD = re.compile(r"[^\W\d_][\w&'’-]*")
MEETINGS = frozenset({"conference", "workshop"})
KINDS = ("workshop", "thesis", "report", "preprint", "journal", "conference")


def kind_of(name: str) -> str | None:
    """What sort of venue a name is, by its words and by the lexicon of venues."""
    if _JOURNALS.match(name):
        return "journal"
    if SERVER.match(name):
        return "preprint"
    if _PAPERS.search(name):
        return "report"
    words = _WORD.findall(name)
    said = [_kinds().get(word.lower()) for word in words]
    if said[-1:] == ["journal"]:  # History Workshop Journal
        return "journal"
    for kind in KINDS:
        if kind in said:
            return kind
    known = acronyms()
    if any(word[-1] == "W" and word[:-1].rstrip("-") in known for word in words):  # ICCVW   DSN-W
        return "workshop"
    if _TRANSACTIONS.search(name):
        return "journal"
    told = next((known[word] for word in words if word in known), None) or _kinds_of_names().get(name.lower())
    if told == "conference" and "@" in name:  # Bridging Views @ ICML
        return "workshop"
    return (
        told
        or next((kind for full, kind in _full_names() if full in name.lower()), None)
        or next((kind for word, kind in _glued_kinds() if word in name), None)
    )


@cache
def _full_names() -> tuple[tuple[str, str], ...]:
    """What the acronyms stand for, without "Conference on": `Advances in Neural Information Processing Systems`."""
    names = ((_MEETING.sub("", full.lower()), kind) for _, full, kind in columns("venues"))
    return tuple((name, kind) for name, kind in names if name.count(" ") >= _TELLING_WORDS - 1)


@cache
def _kinds_of_names() -> dict[str, str]:
    """The acronyms in small letters, for those who write `Neurips`."""
    return {acronym.lower(): kind for acronym, kind in acronyms().items()}


@cache
def _glued_kinds() -> tuple[tuple[str, str], ...]:
    """Words that no blank sets off from the name around them: 人工知能学会全国大会."""
    return tuple((word, kind) for word, kind in _kinds().items() if word[0] > _LAST_OF_LETTERS)


@cache
def _kinds() -> dict[str, str]:
    return {word: kind for word, kind in words("venue_words").items() if kind in KINDS}


@cache
def acronyms() -> dict[str, str]:
    """The acronyms of the lexicon, each with its kind of venue."""
    return {acronym: kind for acronym, _, kind in columns("venues")}
