"""Identifiers in, DOIs that lead nowhere out.

What: an address of doi.org has no DOI after it, or has the resolver in it twice; a DOI has a blank inside.

Why: the link is dead, and programs cannot find the work.

Flagged:

```markdown
* **Ada Bee**, Carl Dee. On Things. Nature, 2020. [DOI](https://doi.org/https://doi.org/10.1038/nature14539)
                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
```

Clean:

```markdown
* **Ada Bee**, Carl Dee. On Things. Nature, 2020. [DOI](https://doi.org/10.1038/nature14539)
```

Fix: suggested, where the resolver is there twice.
"""

import re
from collections.abc import Iterator

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.view import Entry, View
from pubparse.model.publication import Link
from pubparse.text.edit import Edit
from pubparse.text.span import Span

_RESOLVER = re.compile(r"https?://(?:dx\.|www\.)?doi\.org/", re.I)
_DOI = re.compile(r"(?:doi:)?10\.\d{4,9}(?:\.\d+)*(?:/|%2F)\S+|[a-z0-9]{3,8}|10/\w+", re.I)
_TWICE = re.compile(r"(?:doi:\s*|https?:/*(?:dx\.|www\.)?doi\.org/+)+(?=10\.\d{4})", re.I)
_PRINTED = re.compile(r"\b(?:doi:? ?)(10\.\d{4,9}(?: /[ ]?|/ )[\w.-]*\d)", re.I)


def check(view: View) -> Iterator[Flaw]:
    """Find links to doi.org that are no DOI, and DOIs in words that have a blank inside."""
    for entry in view.entries:
        for link in entry.work.links:
            resolver = _RESOLVER.match(link.url)
            rest = link.url[resolver.end() :] if resolver else ""
            if resolver and not _DOI.fullmatch(rest):
                yield Flaw(link.span, f"{link.url} has no DOI", _once(view, entry, link, rest))
        for match, span in entry.find(_PRINTED):
            yield Flaw(span, f"{match[1]} has a blank inside")


def _once(view: View, entry: Entry, link: Link, rest: str) -> tuple[Edit, ...]:
    """Take the second resolver out, where that is what is wrong."""
    again = _TWICE.match(rest)
    at = view.text.find(link.url, entry.start, entry.work.span.end)
    if not again or at < 0 or not _DOI.fullmatch(rest[again.end() :]):
        return ()
    start = at + len(link.url) - len(rest)
    return (Edit(Span(start, start + again.end()), ""),)


RULE = Rule("I801", "broken-doi", "suggested", check)
