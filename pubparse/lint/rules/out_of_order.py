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

Fix: none. Lists of fewer than five dated entries, and lists with another order, are left alone.
"""

from collections.abc import Iterator, Sequence

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.view import View

_FEWEST = 5
_OUT_OF = 8
"""One entry in so many may be out of order, in a list that is sorted."""


def check(view: View) -> Iterator[Flaw]:
    """Find what keeps a list from being sorted."""
    for one in view.lists:
        dated = [entry for entry in one if entry.work.year and entry.work.year_from == "entry" and entry.is_sure]
        years = [entry.work.year or 0 for entry in dated]
        if len(dated) < _FEWEST or len(set(years)) < 3:
            continue
        for way, signed in (("newest first", [-year for year in years]), ("oldest first", years)):
            odd = _odd(signed)
            if odd and len(odd) <= max(1, len(dated) // _OUT_OF) and _is_sorted(signed, odd):
                for at in odd:
                    place = dated[at].place("year") or dated[at].head
                    yield Flaw(place, f"{years[at]} is out of order in a list that is sorted, {way}")


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


RULE = Rule("Y305", "out-of-order", "none", check, "info")
