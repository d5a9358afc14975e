"""The owner of a page in, entries that do not set the owner's name in bold out.

What: the owner's name is in bold, or otherwise set off, in nearly all entries, and plain in this one.

Why: readers look for the owner's place among the authors.

Flagged:

```markdown
* **Ada Bee**, Carl Dee. On Things. In ICML 2020.
* Carl Dee, Ada Bee. On Other Things. In ICML 2019.
            ^^^^^^^
* **Ada Bee**, Eve Fox. On Old Things. In NeurIPS 2018.
* **Ada Bee**, Eve Fox. On Small Things. In NeurIPS 2017.
```

Clean:

```markdown
* **Ada Bee**, Carl Dee. On Things. In ICML 2020.
* Carl Dee, **Ada Bee**. On Other Things. In ICML 2019.
```

Fix: suggested. The name is set as the page sets it elsewhere.
"""

import re
from collections import Counter
from collections.abc import Iterator

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.view import View, is_exception
from pubparse.text.edit import Edit
from pubparse.text.span import Span

_BEFORE = re.compile(r"(\*\*\*?|___?|\*|_|<(?:b|strong|u|em|i|span|mark|a|font)\b[^<>]*>)[^\w,;.]*$")
_AFTER = re.compile(r"[^\w,;.]*?(\*|_|</)|(?:\]\([^)]*\))?(\*|_)")
_PAIRS = {"**": "**", "__": "__", "*": "*", "<b>": "</b>", "<strong>": "</strong>", "<u>": "</u>"}
_REACH = 80


def check(view: View) -> Iterator[Flaw]:
    """Find the exceptions, on a page that sets the owner off."""
    selves = [
        author.span for entry in view.entries for author in entry.work.authors if author.is_self and author.span.end
    ]
    looks = [_look(view.text, span) for span in selves]
    plain = [span for span, look in zip(selves, looks, strict=True) if not look]
    if not plain or not is_exception(len(plain), len(selves)):
        return
    usual = Counter(look for look in looks if look).most_common(1)[0][0]
    for span in plain:
        end = _PAIRS.get(usual)
        edits = (Edit(Span(span.start, span.start), usual), Edit(Span(span.end, span.end), end)) if end else ()
        yield Flaw(span, "the owner's name is not set off here, as it is elsewhere", edits)


def _look(text: str, span: Span) -> str:
    """Give what opens the emphasis that a name stands in; empty where there is none."""
    found = _BEFORE.search(text[max(0, span.start - _REACH) : span.start])
    if found:
        return found[1]
    after = _AFTER.match(text, span.end)
    return (after[1] or after[2]) if after else ""


RULE = Rule("O502", "owner-unmarked", "suggested", check)
