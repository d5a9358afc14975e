"""Changes that may do harm to each other in, as many of them as do none out."""

import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

Change = TypeVar("Change")
Outcome = TypeVar("Outcome")


def most_of(
    changes: Sequence[Change],
    outcome: Callable[[list[Change], list[Change]], Outcome | None],
    *,
    trials: int = sys.maxsize,
) -> Outcome | None:
    """Try changes together, and those that do harm by halves, so often at most.

    `outcome` gives what becomes of the changes that stay and of some more, None where these do harm. Gives the outcome
    of all that stay, None where none does.
    """
    kept: list[Change] = []
    best: Outcome | None = None
    rest = [list(changes)] if changes else []
    while rest and trials:
        some, trials = rest.pop(), trials - 1
        done = outcome(kept, some)
        if done is not None:
            kept, best = [*kept, *some], done
        elif len(some) > 1:
            middle = len(some) // 2
            rest += [some[middle:], some[:middle]]
    return best
