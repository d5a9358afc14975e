r"""Marks on authors in, those that the page never explains out.

What: a sign stands beside names, and neither a legend nor a word of the entry says what it means.

Why: readers, and programs, can only guess whether `†` means equal contribution or corresponding author.

Flagged:

```markdown
\* equal contribution

* **Ada Bee**\*, Carl Dee\*, Eve Fox†. On Things. In ICML 2020.
                                    ^
* **Ada Bee**, Eve Fox. On Other Things. In ICML 2019.
```

Clean:

```markdown
\* equal contribution, † corresponding author

* **Ada Bee**\*, Carl Dee\*, Eve Fox†. On Things. In ICML 2020.
```

Fix: none. Add the sign to the legend, or take it away. Numbers (affiliations) and envelopes explain themselves. A sign
is told once, where it stands first.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.glyphs import as_known, is_written
from pubparse.lint.view import View

if TYPE_CHECKING:
    from pubparse.text.span import Span

_PLAIN = re.compile(r"[\w\s,;.:()\[\]/-]*|[✉📧📩🖂🏆🏅🥇🎓🔗📄]\ufe0f?")
"""Numbers and letters of affiliations, envelopes, and signs that are pictures of what they mean."""


def check(view: View) -> Iterator[Flaw]:
    """Find each glyph that gives nobody a role."""
    known = {as_known(meaning.mark) for meaning in view.page.legend}
    places: dict[str, list[Span]] = {}
    for entry in view.entries:
        for author in entry.work.authors:
            if author.roles and len(author.marks) == 1:
                known.add(as_known(author.marks[0]))
            for mark, span in zip(author.marks, author.mark_spans, strict=True):
                places.setdefault(mark, []).append(span)
    for mark, spans in places.items():
        if as_known(mark) in known or _PLAIN.fullmatch(mark) or is_written(mark, view):
            continue
        more = f" ({len(spans)} times on the page)" if len(spans) > 1 else ""
        yield Flaw(spans[0], f"no legend says what {mark} means{more}")


RULE = Rule("M101", "unexplained-mark", "none", check)
