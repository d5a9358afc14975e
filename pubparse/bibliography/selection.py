"""Pages and publications in, those of them that are asked for out."""

from collections.abc import Callable, Iterable

from pubparse.bibliography.listed import Listable
from pubparse.model.page import Page
from pubparse.model.publication import Publication
from pubparse.problems import UsageError

Test = Callable[[Publication], bool]


def select(
    given: Listable,
    *,
    types: Iterable[str] = (),
    years: Iterable[str | int] = (),
    sections: Iterable[str] = (),
    only_self_first: bool = False,
    min_confidence: float = 0,
) -> tuple[Page | Publication, ...]:
    """Leave out what is not asked for; a page stays a page, with fewer publications.

    `years` are single (`2020`) or ranges (`2018-2021`, `2018-`, `-2019`), `sections` words of a heading above the
    entry. `only_self_first` keeps works whose first author is the owner, or shares the first authorship with the
    owner. Raises UsageError for a year that is none.
    """
    tests: list[Test] = [lambda work: work.confidence >= min_confidence]
    if kinds := set(types):
        tests.append(lambda work: work.type in kinds)
    if spans := [_years(year) for year in years]:
        tests.append(lambda work: work.year is not None and any(first <= work.year <= last for first, last in spans))
    if words := [section.casefold() for section in sections]:
        tests.append(lambda work: any(word in heading.casefold() for word in words for heading in work.section))
    if only_self_first:
        tests.append(_is_first)
    return tuple(_kept(given, lambda work: all(test(work) for test in tests)))


def _kept(given: Listable, wanted: Test) -> Iterable[Page | Publication]:
    if isinstance(given, Publication):
        return [given] if wanted(given) else []
    if isinstance(given, Page):
        return [given.model_copy(update={"publications": tuple(filter(wanted, given.publications))})]
    return [one for some in given for one in _kept(some, wanted)]


def _years(year: str | int) -> tuple[float, float]:
    first, dash, last = str(year).replace("–", "-").partition("-")
    if not (first + last).strip().isdecimal():
        raise UsageError(f"{year!r} is no year and no range of years")
    return float(first or "-inf"), float(last or "inf") if dash else float(first)


def _is_first(work: Publication) -> bool:
    first = next(iter(work.authors), None)
    if first is None:
        return False
    group = first.equal_group
    return first.is_self or any(author.is_self and group and author.equal_group == group for author in work.authors)
