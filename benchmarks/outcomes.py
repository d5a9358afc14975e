"""Pages as an engine has read them, and as one process has, in; how many are lost, there twice, or differ, out."""

from collections import Counter
from typing import NamedTuple

import pyarrow as pa


class Outcome(NamedTuple):
    """What became of the pages: how many are gone, there more than once, and not as one process reads them."""

    lost: int
    twice: int
    differing: int


def compared(made: pa.Table, wanted: pa.Table) -> Outcome:
    """Count the pages that are not there once and as they should be; one that was never given differs."""
    times = Counter(made["path"].to_pylist())
    places = {path: place for place, path in enumerate(made["path"].to_pylist())}
    paths = wanted["path"].to_pylist()
    is_there = [place for place, path in enumerate(paths) if path in places]
    ours = _taken(wanted, is_there)
    theirs = _taken(made, [places[paths[place]] for place in is_there]).cast(ours.type)
    differing = 0 if ours.equals(theirs) else sum(not one.equals(theirs[at]) for at, one in enumerate(ours))
    strange = len(times.keys() - set(paths))
    return Outcome(len(paths) - len(is_there), times.total() - len(times), differing + strange)


def _taken(pages: pa.Table, places: list[int]) -> pa.Array:
    return pages["page"].take(pa.array(places, pa.int64())).combine_chunks()
