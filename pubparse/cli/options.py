"""Options as typed in, keyword arguments of the library out: what a reader can be told that the page does not say."""

from typing import Annotated, TypedDict

import typer

Files = Annotated[
    list[str],
    typer.Argument(metavar="FILE", help="Pages, bibliographies, or folders of a site; - is a page on standard input."),
]
MinConfidence = Annotated[
    float, typer.Option(min=0, max=1, metavar="0-1", help="Leave out publications less sure than this.")
]
WriteFile = Annotated[bool, typer.Option("--write/--diff", help="Change the file, or show what would change.")]
Owner = Annotated[str | None, typer.Option("--owner", metavar="NAME", help="Whose page it is.")]
Legend = Annotated[
    list[str] | None,
    typer.Option("--legend", metavar="GLYPH=ROLE", help="What a mark means: '†=equal'. Can be repeated."),
]
IgnoreSection = Annotated[
    list[str] | None,
    typer.Option("--ignore-section", metavar="HEADING", help="Leave out what stands under it. Can be repeated."),
]


class Told(TypedDict):
    """The keyword arguments that `pubparse.parse` and `explain` share."""

    owner: str | None
    legend: dict[str, str]
    ignore_sections: tuple[str, ...]


def told(owner: str | None, legend: list[str] | None, ignore_section: list[str] | None) -> Told:
    """Give the keyword arguments for the library; `typer.BadParameter` where a legend is not GLYPH=ROLE."""
    return Told(
        owner=owner,
        legend=dict(_meaning(pair) for pair in legend or ()),
        ignore_sections=tuple(ignore_section or ()),
    )


def _meaning(pair: str) -> tuple[str, str]:
    glyph, _, role = (part.strip() for part in pair.partition("="))
    if not glyph or not role:
        raise typer.BadParameter(f"{pair!r} is not GLYPH=ROLE", param_hint="--legend")
    return glyph, role
