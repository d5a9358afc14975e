"""Links in, addresses that cannot work out.

What: an address without `https://`, with its scheme misspelt or twice, or with a blank inside, which is then no link.

Why: the browser looks for the page on the owner's own site, or readers see brackets.

Flagged:

```markdown
* **Ada Bee**, Carl Dee. On Things. In ICML 2020. [[pdf](www.example.org/things.pdf)]
                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^
```

Clean:

```markdown
* **Ada Bee**, Carl Dee. On Things. In ICML 2020. [[pdf](https://www.example.org/things.pdf)] [[slides](files/t.pdf)]
```

Fix: suggested, where only `https://` is missing or misspelt. Addresses on the owner's site (`/files/x.pdf`) are left
alone.
"""

import re
from collections.abc import Iterator

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.view import View
from pubparse.text.edit import Edit
from pubparse.text.span import Span

_LINK = re.compile(r"\]\(<?([^()\s<>]+)>?(?:\s+\"[^\"]*\")?\)")
_BARE = re.compile(
    r"(?:www\.|(?:arxiv|doi|github|openreview|aclanthology|youtube|proceedings\.mlr)\.(?:org|com|net|press)/)", re.I
)
_MISSPELT = re.compile(
    r"(?:ht{1,3}ps?:/(?!/)|ht{1,3}ps?//(?!/)|h?t?tps?:///?|htt?p?s?:;?//+|https?:https?:?)(?=\w)", re.I
)
_RIGHT = re.compile(r"https?://(?!https?:?/)", re.I)
_TWICE = re.compile(r"https?://https?:?/+", re.I)
_BLANK = re.compile(r"(?<=\]\()https?://[^()\s<>\"']+ +[^()\s<>\"'={]+(?=\))")


def check(view: View) -> Iterator[Flaw]:
    """Find addresses that lack a scheme, misspell it, or have a blank inside."""
    for entry in view.entries:
        for match in _LINK.finditer(entry.work.raw):
            url, place = match[1], entry.span(*match.span(1))
            if _RIGHT.match(url):
                continue
            wrong = _MISSPELT.match(url) or _TWICE.match(url)
            if wrong or _BARE.match(url):
                end = place.start + (wrong.end() if wrong else 0)
                fix = (Edit(Span(place.start, end), "https://"),)
                yield Flaw(place, "the address does not begin with https://", fix)
        for match in _BLANK.finditer(entry.work.raw):
            yield Flaw(entry.span(*match.span()), "the address has a blank inside")


RULE = Rule("I803", "malformed-url", "suggested", check)
