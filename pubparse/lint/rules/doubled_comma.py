"""Entries in, commas in a row out.

What: two commas follow each other with nothing between.

Why: a name was taken out, or the key was hit twice.

Flagged:

```markdown
* **Ada Bee**,, Carl Dee. On Things. In ICML 2020.
             ^^
```

Clean:

```markdown
* **Ada Bee**, Carl Dee. On Things. In ICML 2020.
```

Fix: safe. One comma.
"""

import re
from collections.abc import Iterator

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.view import View
from pubparse.text.edit import Edit

_COMMAS = re.compile(r"(?<=[^\s,`'])[ \t]*,(?:[ \t]*,)+(?!,)(?=[ \t]*[^\s,`'])")


def check(view: View) -> Iterator[Flaw]:
    """Find commas in a row."""
    for entry in view.entries:
        for _, span in entry.find(_COMMAS):
            yield Flaw(span, "commas in a row", (Edit(span, ","),))


RULE = Rule("T710", "doubled-comma", "safe", check)
