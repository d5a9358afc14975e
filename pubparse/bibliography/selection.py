"""Pages and publications in, those of them that are asked for out."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar, get_args

from pubparse.bibliography.listed import Listable, one_by_one
from pubparse.model.page import Page
from pubparse.model.publication import Publication, WorkType
from pubparse.problems import UsageError

Item = TypeVar("Item")
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
    owner. Raises UsageError for a type or a year that is none, and for arguments of another type.
    """
    if not isinstance(min_confidence, int | float):
        raise UsageError(f"min_confidence is a number from 0 to 1, not {min_confidence!r}")
    tests: list[Test] = [lambda work: work.confidence >= min_confidence]
    if kinds := set(_several("types", types)):
        if strange := kinds - set(get_args(WorkType)):
            raise UsageError(f"{min(map(str, strange))!r} is no type: it is one of {', '.join(get_args(WorkType))}")
        tests.append(lambda work: work.type in kinds)
    if spans := [_years(year) for year in _several("years", years)]:
        tests.append(lambda work: work.year is not None and any(first <= work.year <= last for first, last in spans))
    if words := [str(section).casefold() for section in _several("sections", sections)]:
        tests.append(lambda work: any(word in heading.casefold() for word in words for heading in work.section))
    if only_self_first:
        tests.append(_is_first)
    return tuple(_kept(one_by_one(given), lambda work: all(test(work) for test in tests)))


def _several(name: str, values: Iterable[Item]) -> Iterable[Item]:
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise UsageError(f"{name} is a list, not one {type(values).__name__}")
    return values


def _kept(given: Iterable[Page | Publication], wanted: Test) -> Iterator[Page | Publication]:
    for one in given:
        if isinstance(one, Page):
            yield one.model_copy(update={"publications": tuple(filter(wanted, one.publications))})
        elif wanted(one):
            yield one


def _years(year: str | int) -> tuple[float, float]:
    first, dash, last = str(year).replace("–", "-").partition("-")
    if not (first + last).strip().isdecimal():
        raise UsageError(f"{year!r} is no year and no range of years")
    span = float(first or "-inf"), float(last or "inf") if dash else float(first)
    if span[0] > span[1]:
        raise UsageError(f"{year!r} is no range of years: it ends before it begins")
    return span


def _is_first(work: Publication) -> bool:
    first = next(iter(work.authors), None)
    if first is None:
        return False
    group = first.equal_group
    return first.is_self or any(author.is_self and group and author.equal_group == group for author in work.authors)
