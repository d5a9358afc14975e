r"""The legend of a page in, glyphs that it explains and that nobody bears out.

What: the legend says what a sign means, and the sign stands nowhere else on the page.

Why: either the legend is left over, or the sign was lost from the entries.

Flagged:

```markdown
\* equal contribution, ‡ project lead
                       ^^^^^^^^^^^^^^

* **Ada Bee**\*, Carl Dee\*. On Things. In ICML 2020.
```

Clean:

```markdown
\* equal contribution

* **Ada Bee**\*, Carl Dee\*. On Things. In ICML 2020.
```

Fix: none. Take the sign out of the legend, or put it where it belongs.
"""

from collections.abc import Iterator

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.glyphs import as_known
from pubparse.lint.view import View
from pubparse.text.visible import repairs


def check(view: View) -> Iterator[Flaw]:
    """Find what the legend explains for nothing."""
    borne = {
        as_known(mark)
        for entry in view.entries
        for person in (*entry.work.authors, *entry.work.editors)
        for mark in person.marks
    }
    for meaning in view.page.legend:
        if meaning.text and view.entries and as_known(meaning.mark) not in borne and not _stands(meaning.mark, view):
            yield Flaw(meaning.span, f"nobody bears {meaning.mark}, which the legend explains")


def _stands(mark: str, view: View) -> bool:
    """Tell whether a sign stands anywhere that the marks of authors were not read from."""
    if as_known(mark) == "*":
        return any(sign in entry.work.raw for entry in view.entries for sign in ("\\*", "∗", ">*", "^*", "&ast;"))
    bare = as_known(mark)
    return view.text.count(bare) > sum(as_known(meaning.mark) == bare for meaning in view.page.legend) or any(
        bare in meant for entry in view.entries for _, _, meant in repairs(entry.work.raw)
    )


RULE = Rule("M102", "unused-mark", "none", check)
