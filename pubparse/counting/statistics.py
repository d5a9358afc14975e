"""Pages and publications in, their `Statistics` out: what `pubparse stats` and the report show."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from pubparse.bibliography.listed import Listable, Listed, listed
from pubparse.counting.groups import (
    Coauthor,
    Group,
    by_award,
    by_coauthor,
    by_role,
    by_venue,
    commonest,
    grouped,
)


class Year(NamedTuple):
    """The works of one year by their type, the commonest type of all works first."""

    year: int | None
    """None for works without one."""
    types: tuple[Group, ...]


class Statistics(NamedTuple):
    """What is in a bibliography. Groups are of citation keys, the largest group first; years go upwards."""

    works: int
    years: tuple[Year, ...]
    types: tuple[Group, ...]
    statuses: tuple[Group, ...]
    """`accepted`, `under review` …: works that are published have none."""
    venues: tuple[Group, ...]
    coauthors: tuple[Coauthor, ...]
    roles: tuple[Group, ...]
    """The owner's: `first author`, `shared first author`, `last author`, and what the page's legend says."""
    awards: tuple[Group, ...]

    def to_dict(self) -> dict[str, Any]:
        """Give plain lists and objects, as JSON wants them."""
        lists = {name: value for name, value in self._asdict().items() if name not in ("works", "years")}
        return {
            "works": self.works,
            "years": [{"year": year, "types": [group._asdict() for group in types]} for year, types in self.years],
            **{name: [group._asdict() for group in groups] for name, groups in lists.items()},
        }


def statistics(given: Listable) -> Statistics:
    """Count what is in pages or publications; UsageError where something else is among them.

    A work is counted once for each entry that tells of it: `pubparse.merge` joins those first.
    """
    works = listed(given)
    types = _by(works, "type")
    return Statistics(
        works=len(works),
        years=tuple(_years(works, [group.name for group in types])),
        types=types,
        statuses=_by(works, "status"),
        venues=by_venue(works),
        coauthors=by_coauthor(works),
        roles=by_role(works),
        awards=by_award(works),
    )


def _by(works: Iterable[Listed], name: str) -> tuple[Group, ...]:
    """Group works by a value that a record has or lacks."""
    return grouped(
        works, lambda work: [(value, value)] if (value := getattr(work.publication, name)) else [], commonest
    )


def _years(works: tuple[Listed, ...], types: list[str]) -> Iterable[Year]:
    """The works of each year, those without one at last."""
    of: dict[int | None, list[Listed]] = {}
    for work in works:
        of.setdefault(work.publication.year, []).append(work)
    for year in sorted(of, key=lambda year: (year is None, year)):
        yield Year(year, tuple(sorted(_by(of[year], "type"), key=lambda group: types.index(group.name))))
