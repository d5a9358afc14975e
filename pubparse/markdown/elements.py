"""The tag of an HTML element in, the kind of block it makes or its place among others out."""

from typing import Final

CONTAINERS: Final = {
    "ul": "list",
    "ol": "list",
    "dl": "list",
    "li": "item",
    "dt": "item",
    "dd": "item",
    "blockquote": "quote",
    "table": "table",
    "tr": "row",
    "td": "cell",
    "th": "cell",
    "details": "html",
}
"""Elements that hold blocks. A cell holds text until a block is put in it."""

LEAVES: Final = {
    **{f"h{level}": "heading" for level in range(1, 7)},
    "p": "paragraph",
    "pre": "code",
    "summary": "paragraph",
    "caption": "paragraph",
    "figcaption": "paragraph",
}
"""Elements that hold text, and are blocks."""

_SECTIONS: Final = {
    "address",
    "article",
    "aside",
    "body",
    "footer",
    "header",
    "hgroup",
    "html",
    "main",
    "nav",
    "section",
}
_BOXES: Final = {"center", "div", "fieldset", "figure", "form", "legend", "option", "textarea"}
BOUNDS: Final = frozenset(_SECTIONS | _BOXES)
"""Elements whose tags end the paragraph before them, and are no blocks themselves."""

SOLE_CHILDREN: Final = {"list": "item", "table": "row", "row": "cell"}
"""What a container holds and nothing else; one is made where anything else comes."""

SOLE_PARENTS: Final = {"item": "list", "row": "table", "cell": "row"}
"""What a block stands in and nowhere else; one is made where there is none."""

WALLS: Final = {
    "list": ("cell",),
    "item": ("list", "cell"),
    "quote": ("cell",),
    "table": (),
    "row": ("table",),
    "cell": ("table",),
    "html": ("cell",),
}
"""What a closing tag, or the tag of the next item, row or cell, does not reach beyond."""
