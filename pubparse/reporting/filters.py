"""Statistics in, what the works of a report can be chosen by out: each way is one row here, and nowhere else.

The form, the data that the script filters by, and the bars of the charts are made of this table.
"""

from collections.abc import Sequence
from typing import NamedTuple

from pubparse.counting.groups import Coauthor, Group
from pubparse.counting.statistics import Statistics


class Filter(NamedTuple):
    """A way to choose works: by the group that they are in."""

    name: str
    """What it is called in the address of a report: `#?venue=ICML`."""
    label: str
    title: str
    """What its chart is called."""
    groups: Sequence[Group | Coauthor]


def filters(figures: Statistics) -> tuple[Filter, ...]:
    """Every way to choose works."""
    return (
        Filter("type", "Type", "Types", figures.types),
        Filter("venue", "Venue", "Venues", figures.venues),
        Filter("coauthor", "Co-author", "Co-authors", figures.coauthors),
        Filter("role", "Owner’s part", "The owner’s part", figures.roles),
        Filter("award", "Award", "Awards", figures.awards),
        Filter("status", "Status", "Status", figures.statuses),
    )
