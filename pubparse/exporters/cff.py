"""Works in, a CITATION.cff of version 1.2.0 out.

GitHub, Zenodo and Zotero read it. The works are its `references`; what the file itself says is cited has `--title`,
`--author` and `--message`: by default the publications of the owner of the page. In a repository of software give
`--title` and `--software true`; `--preferred KEY` names the work that is to be cited instead, the `preferred-citation`.

A paper in a journal and a preprint are `article` (a preprint has `status: preprint`), conference and workshop papers
`conference-paper` with both the `conference` and, for GitHub, the `collection-title`; chapters and posters are
`generic`, and what is not out yet is `unpublished`. `start` and `end` are pages. A date that is not exact to the day is
`year` and `month`. Identifiers that the format does not have, or has in another form, are `identifiers`, and so are
links, but for the first to code: that is `repository-code`. Awards and notes are `notes`.

CFF wants authors and a title of everything: where there are none it has `anonymous` and `untitled`, and that is told.
It refuses two authors or two works that are the same: the second of two people of one name is written unparted, a work
that is just like another once. Lost are roles, marks and whose page it is, that a list of authors was cut, tracks, and
how far a work under review or accepted has come beyond `submitted` and `in-press`.
"""

from collections.abc import Sequence

from pydantic import Field

from pubparse.exporters.cff_reference import ANONYMOUS, Node, person_node, reference, said
from pubparse.exporters.contract import SIGN, Exporter, Options
from pubparse.exporters.work import Work, one_line
from pubparse.exporters.yaml_text import yaml_text
from pubparse.model.person import Author
from pubparse.problems import UsageError


class CffOptions(Options):
    """What the file says of itself."""

    title: str = Field("", description="What is cited; by default 'Publications of' and the owner of the page.")
    author: str = Field("", description="Whose it is: 'Family, Given', or a group; by default the owner of the page.")
    message: str = Field("Please cite the works that you use.", pattern=r"\S", description="What a reader is to do.")
    software: bool = Field(False, description="Whether it is software that is cited; a list of works is data.")
    preferred: str = Field("", description="The key of the work to cite instead.")


def _write(works: Sequence[Work], options: CffOptions) -> dict[str, str]:
    nodes = {work.key: reference(work) for work in works}
    if options.preferred and options.preferred not in nodes:
        raise UsageError(f"cff: preferred: there is no work with the key {options.preferred!r}")
    owner = _owner(works, options)
    cited = {
        "cff-version": "1.2.0",
        "message": one_line(options.message),
        "type": "software" if options.software else "dataset",
        "title": one_line(options.title) or (f"Publications of {one_line(owner.name)}" if owner else "Publications"),
        "authors": [person_node(owner)] if owner else [_told(options.author)],
        "preferred-citation": nodes.pop(options.preferred, {}),
        "references": _once(works, nodes),
    }
    return {"CITATION.cff": f"# {SIGN}\n{yaml_text(said(cited))}"}


EXPORTER = Exporter("cff", "CITATION.cff", ".cff", _write, CffOptions)


def _owner(works: Sequence[Work], options: CffOptions) -> Author | None:
    """The owner of the page in the fullest spelling, unless somebody else is named."""
    if options.author:
        return None
    mine = (author for work in works for author in work.publication.authors if author.is_self and one_line(author.name))
    return max(mine, key=lambda author: len(author.name), default=None)


def _told(author: str) -> Node:
    family, comma, given = one_line(author).partition(",")
    parts = {"family-names": family.strip(), "given-names": given.strip()}
    return said(parts) if comma else {"name": family or ANONYMOUS}


def _once(works: Sequence[Work], nodes: dict[str, Node]) -> list[Node]:
    seen: dict[str, Node] = {}
    for work in works:
        if (node := nodes.get(work.key)) and seen.setdefault(repr(node), node) is not node:
            work.lose("title", "a work just like it stands before it: written once")
    return list(seen.values())
