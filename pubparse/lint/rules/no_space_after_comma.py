"""Entries in, commas that the next word sticks to out.

What: a comma between two words, or a word and a number, has no blank after it.

Why: it is a slip, often from a PDF; the line cannot break there.

Flagged:

```markdown
* **Ada Bee**,Carl Dee. On Things. IEEE Network,35(3):230-237, 2020.
             ^
                                               ^
```

Clean:

```markdown
* **Ada Bee**, Carl Dee. On 1,2-Things and N,N-Others of 1,000 Kinds. In ICML 2020.
```

Fix: safe. A blank.
"""

import re
from collections.abc import Iterator

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.view import View
from pubparse.text.edit import Edit
from pubparse.text.span import Span

_COMMA = re.compile(
    r"(?:[^\W\d_]{2,}|[^\W\d_]{2}\)|\b[A-Z]\.)(?:\*\*|\\\*)*(,)(?=(?:\*\*)?(?:[A-Z]\.|[^\W\d_]{2,}))"
    r"|[a-z]{4,}(,)(?=\d)"
)
_JOINED = re.compile(r"Co\.?,Ltd|\w,\w+\)", re.I)


def check(view: View) -> Iterator[Flaw]:
    """Find commas that stick to a word on both sides."""
    for entry in view.entries:
        for match, _ in entry.find(_COMMA):
            at = match.end()
            if entry.shown[at - 1 : at + 1].isascii() and not _JOINED.search(entry.shown, at - 5, at + 12):
                span, place = entry.span(at - 1, at), entry.span(at, at)
                yield Flaw(span, "no blank after a comma", (Edit(Span(*place), " "),))


RULE = Rule("T704", "no-space-after-comma", "safe", check)
