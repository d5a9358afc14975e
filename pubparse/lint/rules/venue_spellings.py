"""The venues of a page in, those that it spells in several ways out.

What: one venue is written in two ways that differ in capitals, dots or hyphens only.

Why: it looks careless, and whoever counts venues takes them for two.

Flagged:

```markdown
* **Ada Bee**, Carl Dee. On Things. arXiv 2021.
* **Ada Bee**, Eve Fox. On Other Things. Arxiv 2020.
                                         ^^^^^
* **Ada Bee**, Eve Fox. On More Things. arXiv 2019.
```

Clean:

```markdown
* **Ada Bee**, Carl Dee. On Things. arXiv 2021.
* **Ada Bee**, Eve Fox. On Other Things. arXiv 2020.
* **Ada Bee**, Eve Fox. On More Things. In ICML 2019.
```

Fix: suggested. The known spelling (`arXiv`, `NeurIPS`), else the commoner one, takes the place of the other everywhere.
A spelling is told once, where it stands first.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from pubparse.lexicons.load import columns
from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.spelling import letters, variants
from pubparse.lint.view import View

if TYPE_CHECKING:
    from pubparse.text.span import Span


def check(view: View) -> Iterator[Flaw]:
    """Find the rarer spellings; one that is known to be right outweighs any number."""
    places: dict[str, list[Span]] = defaultdict(list)
    for entry in view.entries:
        venue, place = entry.work.venue, entry.place("venue.name")
        if venue and place and view.text[slice(*place)] == venue.name:
            places[venue.name].append(place)
    for variant in variants(places, letters, _capitals):
        form, usual, spans = variant
        if form in _known():
            form, usual, spans = usual, form, tuple(places[usual])
        more = f", {len(spans)} times" if len(spans) > 1 else ""
        told = variant._replace(form=form, usual=usual, spans=spans)
        yield Flaw(spans[0], f"{form}{more}, is {usual} elsewhere on the page", told.edits(view.text))


def _capitals(form: str) -> int:
    return -1 if form.isupper() else sum(map(str.isupper, form))


@cache
def _known() -> frozenset[str]:
    return frozenset({"arXiv", "bioRxiv", "medRxiv", "eLife", "CoRR", *(acronym for acronym, *_ in columns("venues"))})


RULE = Rule("C602", "venue-spellings", "suggested", check)
