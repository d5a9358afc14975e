"""Entries in, those that end in a comma or two stops out.

What: an entry ends with a comma, or with more marks than one, such as `2023.09.,`.

Why: something is missing, or a mark was left behind.

Flagged:

```markdown
* **Ada Bee**, Carl Dee. On Things. In ICML, 2020.,
                                                 ^^
* **Ada Bee**, Eve Fox. On Other Things. In ICML 2019.
* **Ada Bee**, Eve Fox. On Old Things. In ICML 2018.
```

Clean:

```markdown
* **Ada Bee**, Carl Dee. On Things. In ICML, 2020.
```

Fix: safe. One full stop stays where there was one. Lists whose entries all end so are left alone.
"""

import re
from collections.abc import Iterator

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.view import View, is_exception
from pubparse.text.edit import Edit

_JUNK = re.compile(r"(?<=[\w)\]*\"”'\0])(?:\.[ ]?[,;.]|[ ]?,[ ]?[.;,]?|;[ ]?[.,])(?=\s*\Z)")
_ABBREVIATION = re.compile(r"(?:\betc|\bal|…|\.\.)\W*\Z")
_APART = re.compile(r"\s*\Z|[ \t]*\r?\n(?=[ \t]*(?:\r?\n|[-*+#<|]|\d+[.)]))")
"""What follows an entry that does not go on in the next line."""


def check(view: View) -> Iterator[Flaw]:
    """Find the exceptions on a page whose entries end properly."""
    ends = [(entry, match) for entry in view.entries if (match := _JUNK.search(entry.shown))]
    if not is_exception(len(ends), len(view.entries)):
        return
    for entry, match in ends:
        goes_on = match[0].strip() == "," and not _APART.match(view.text, entry.start + len(entry.shown))
        if not goes_on and not _ABBREVIATION.search(entry.shown, 0, match.end()):
            span = entry.span(*match.span())
            yield Flaw(span, f"the entry ends in {match[0]}", (Edit(span, "." if "." in match[0] else ""),))


RULE = Rule("L902", "trailing-junk", "safe", check)
