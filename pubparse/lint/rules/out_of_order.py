"""The years of a list in, entries that stand out of their order out.

What: a list is sorted by year but for a few entries.

Why: readers look for an entry where its year should stand.

Flagged:

```markdown
* **Ada Bee**, Carl Dee. On Things. In ICML 2021.
* **Ada Bee**, Eve Fox. On Other Things. In ICML 2018.
                                                 ^^^^
* **Ada Bee**, Eve Fox. On More Things. In ICML 2021.
* **Ada Bee**, Carl Dee. On Small Things. In NeurIPS 2020.
* **Ada Bee**, Carl Dee. On Old Things. In NeurIPS 2017.
```

Clean:

```markdown
* **Ada Bee**, Carl Dee. On Things. In ICML 2021.
* **Ada Bee**, Eve Fox. On More Things. In ICML 2021.
* **Ada Bee**, Carl Dee. On Small Things. In NeurIPS 2020.
* **Ada Bee**, Eve Fox. On Other Things. In ICML 2018.
* **Ada Bee**, Carl Dee. On Old Things. In NeurIPS 2017.
```

Fix: none. Lists of fewer than five dated entries, and lists with another order, are left alone; so is a paper that
stands where its arXiv preprint would.
"""

import re
from collections.abc import Iterator, Sequence

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.view import Entry, View

_YEAR_OF_ARXIV = re.compile(r"(\d\d)\d\d\.")
_FEWEST = 5
_OUT_OF = 8
"""One entry in so many may be out of order, in a list that is sorted."""


def check(view: View) -> Iterator[Flaw]:
    """Find what keeps a list from being sorted."""
    for one in view.lists:
        dated = [entry for entry in one if entry.work.year and entry.work.year_from == "entry"]
        sure = [entry for entry in dated if entry.is_sure]
        years = [entry.work.year or 0 for entry in sure]
        if len(sure) < _FEWEST or len(set(years)) < 3:
            continue
        for way, sign in (("newest first", -1), ("oldest first", 1)):
            if _few([sign * (entry.work.year or 0) for entry in dated]) is None:
                continue
            for at in _few([sign * year for year in years]) or ():
                if not _stands_by_preprint(sure, at):
                    place = sure[at].place("year") or sure[at].head
                    yield Flaw(place, f"{years[at]} is out of order in a list that is sorted, {way}")


def _few(years: Sequence[int]) -> list[int] | None:
    """What keeps these years from being sorted; None where that is more than a few."""
    odd = _odd(years)
    return odd if len(odd) <= max(1, len(years) // _OUT_OF) and _is_sorted(years, odd) else None


def _odd(years: Sequence[int]) -> list[int]:
    """Give the places of years that are larger, or smaller, than both the one before and the one after.

    Where two such stand side by side, it is the one whose neighbours are in order.
    """
    falls = [at for at in range(1, len(years)) if years[at] < years[at - 1]]
    odd = []
    for at in falls:
        if at + 1 == len(years) or years[at - 1] <= years[at + 1]:
            odd.append(at)
        elif at < 2 or years[at - 2] <= years[at]:
            odd.append(at - 1)
    return odd


def _is_sorted(years: Sequence[int], without: list[int]) -> bool:
    left = [year for at, year in enumerate(years) if at not in without]
    return left == sorted(left)


def _stands_by_preprint(entries: Sequence[Entry], at: int) -> bool:
    """Whether the year in which its preprint came out is right where the entry stands."""
    number = _YEAR_OF_ARXIV.match(entries[at].work.ids.arxiv or "")
    beside = [entry.work.year or 0 for entry in entries[max(0, at - 1) : at + 2] if entry is not entries[at]]
    return number is not None and min(beside) <= 2000 + int(number[1]) <= max(beside)


RULE = Rule("Y305", "out-of-order", "none", check, "info")
