"""Publications in, citation keys out: their ids, or what a template makes of them, each key once."""

from collections.abc import Callable, Sequence
from string import Formatter

from pubparse.model.keys import as_key, distinct, title_words
from pubparse.model.publication import Publication
from pubparse.problems import UsageError

_MADE: dict[str, Callable[[Publication], str]] = {
    "id": lambda work: work.id,
    "family": lambda work: as_key(_family(work)),
    "year": lambda work: str(work.year or ""),
    "word": lambda work: next(title_words(work.title), ""),
    "venue": lambda work: as_key((work.venue.acronym or work.venue.name) if work.venue else ""),
    "type": lambda work: work.type,
}
"""What a template may name: `{family}{year}{word}` is how `id` is made."""


def keys_of(publications: Sequence[Publication], template: str | None = None) -> list[str]:
    """A key for each publication, in ASCII; two that would clash both take the next words of their titles."""
    make = _template(template) if template else _MADE["id"]
    keys = [make(one) or "anon" for one in publications]
    return distinct(keys, [one.title for one in publications])


def _template(template: str) -> Callable[[Publication], str]:
    try:
        parsed = list(Formatter().parse(template))
    except (TypeError, ValueError) as error:
        raise UsageError(f"{template!r} is no template for keys: {error}") from error
    for literal, field, how, conversion in parsed:
        if how or conversion:
            raise UsageError(f"a key takes {{{field}}} as it is, and no other form of it")
        if field is not None and field not in _MADE:
            raise UsageError(f"a key has no {{{field}}}, it has {', '.join(_MADE)}")
        if not set(literal) <= _SIGNS:
            raise UsageError(f"a key is made of letters, digits, colons, hyphens and underscores, not {literal!r}")
    return lambda work: "".join(literal + (_MADE[field](work) if field else "") for literal, field, *_ in parsed)


_SIGNS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789:-_")


def _family(work: Publication) -> str:
    author = next(iter(work.authors), None)
    return (author.family or author.literal or author.name) if author else ""
