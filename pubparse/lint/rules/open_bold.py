r"""Entries in, stars that were meant to set something in bold and do not out.

What: a blank stands inside `**`, or bold that is opened is not closed, so that readers see the stars.

Why: Markdown knows `**Name**` only where no blank stands inside.

Flagged:

```markdown
* ** Ada Bee**, Carl Dee. On Things. In ICML 2020.
  ^^^^^^^^^^^^
```

Clean:

```markdown
* **Ada Bee**, Carl Dee. On Things. In ICML 2020.
```

Fix: suggested, where both ends are there: the blank moves out.
"""

import re
from collections.abc import Iterator

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.view import Entry, View
from pubparse.text.edit import Edit

_STARS = re.compile(r"(?<![\\*])\*\*(?!\*)")
_ODD = re.compile(r"\*{3}|\\\*")


def check(view: View) -> Iterator[Flaw]:
    """Find pairs of `**` with a blank inside, and one without its partner."""
    for entry in view.entries:
        stars = [match.span() for match, _ in entry.find(_STARS)]
        if len(stars) % 2 == 0:
            for (start, first), (last, end) in zip(stars[::2], stars[1::2], strict=True):
                yield from _blank_inside(entry, start, end, entry.shown[first:last])
        elif len(stars) == 1 and not _ODD.search(entry.shown) and not _in_word(entry.shown, *stars[0]):
            yield Flaw(entry.span(*stars[0]), "bold is opened here and never closed")


def _blank_inside(entry: Entry, start: int, end: int, text: str) -> Iterator[Flaw]:
    bare = text.strip()
    if bare and text != bare and "\n" not in text and len(bare) <= _LONGEST and bare[0].isalnum():
        after = " " if text[-1].isspace() and entry.shown[end : end + 1].isalnum() else ""
        before = " " if text[0].isspace() and entry.shown[start - 1 : start].isalnum() else ""
        span = entry.span(start, end)
        yield Flaw(span, "a blank inside ** keeps it from being bold", (Edit(span, f"{before}**{bare}**{after}"),))


def _in_word(text: str, start: int, end: int) -> bool:
    """Tell whether letters stand on both sides, as where two stretches in italics meet."""
    return text[start - 1 : start].isalnum() and text[end : end + 1].isalnum()


_LONGEST = 60

RULE = Rule("T707", "open-bold", "suggested", check)
