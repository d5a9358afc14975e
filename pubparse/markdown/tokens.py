"""What the Markdown parser makes of a page: a kind, a tag and a nesting in, a lean `Token` out."""

from collections.abc import Mapping

from pubparse.markdown.markup import NO_ATTRIBUTES


class Token:
    """As much of a markdown-it token as its rules write and `pubparse` reads, in a quarter of the time to make one."""

    map: list[int] | None = None
    children: "list[Token] | None" = None
    content = ""
    markup = ""
    info = ""
    level = 0
    hidden = False
    attrs: Mapping[str, str | int | float] = NO_ATTRIBUTES

    def __init__(self, kind: str, tag: str, nesting: int) -> None:
        """Make a token that opens (1), closes (-1) or is whole (0)."""
        self.type = kind
        self.tag = tag
        self.nesting = nesting

    def attrSet(self, name: str, value: str | float) -> None:  # noqa: N802
        """Set an attribute."""
        self.attrs = {**self.attrs, name: value}
