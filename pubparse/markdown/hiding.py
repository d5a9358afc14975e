"""A tag in, whether a button alone shows what it opens, and where that ends, out: folded abstracts and BibTeX.

hidden := <div class="abstract hidden"> … </div>
"""

import re
from functools import cache
from typing import Final

from pubparse.markdown.markup import Markup

_FOLDED: Final = frozenset({"abstract", "bibtex", "bib", "citation", "cite", "tldr", "summary"})
_UNSEEN: Final = frozenset({"hidden", "collapse", "d-none"})
_NO_DISPLAY: Final = re.compile(r"display\s*:\s*none", re.IGNORECASE)


def is_folded(tag: Markup) -> bool:
    """Whether an element is named after what pages fold, and styled so that nobody sees it at first.

    Of other hidden elements nothing is known: a button may show the rest of a list.
    """
    if "class" not in tag.attributes:
        return False
    classes = frozenset(tag.attributes["class"].lower().split())
    if classes.isdisjoint(_FOLDED):
        return False
    return not classes.isdisjoint(_UNSEEN) or bool(_NO_DISPLAY.search(tag.attributes.get("style", "")))


def find_end(tag: Markup, text: str) -> int:
    """Return where the closing tag of an element stands, those inside it apart, or -1."""
    depth = 1
    for found in _tags(tag.name).finditer(text, tag.end):
        depth += -1 if found[1] else 1
        if not depth:
            return found.start()
    return -1


@cache
def _tags(name: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?){re.escape(name)}(?=[\s>])", re.IGNORECASE)
