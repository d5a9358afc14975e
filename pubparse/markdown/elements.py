"""What HTML elements are: a tag's name in, the kind of block it makes or its place among others out."""

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

BOUNDS: Final = frozenset(
    ("address", "article", "aside", "body", "center", "div", "fieldset", "figure", "footer", "form", "header", "hgroup")
    + ("html", "legend", "main", "nav", "option", "section", "textarea")
)
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
