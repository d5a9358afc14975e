"""Works in, a list of references in a citation style out: for a homepage, a CV or an application.

`markdown`, `html` and `text` write each work as APA, IEEE or any other of the ten thousand styles of the Citation Style
Language would: `--style ieee`, `--style path/to/my.csl`. apa, ieee, acm, chicago, mla, vancouver, nature and harvard
come along; others are looked for in `--styles-dir`, in the folders of the variable PUBPARSE_STYLES, in Debian's package
citation-style-language-styles and among Zotero's styles. It is citeproc-py that writes in the style.

Works stand in the order of the page, or in the style's with `--sort style`. A style with numbers gives a numbered list,
others one with bullets. The owner's name is bold and the marks of the page stand behind the names, wherever the style
prints them; many styles cut long lists of authors, which `--all-authors true` forbids. A name whose given names cannot
be initials is printed as the page has it. Only English titles are written in title case. HTML is a list to put into a
page, without a head.

What a style does not print is lost, and so are notes, links, awards and what marks mean. A preprint without a DOI or an
address gets the address that its arXiv number stands for.
"""

import html
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from pubparse.bibliography.listed import Listed
from pubparse.exporters import csl_json
from pubparse.exporters.citation_styles import PRIVATE, Reference, Style
from pubparse.exporters.contract import SIGN, Exporter, Options
from pubparse.exporters.languages import is_foreign
from pubparse.exporters.looks import as_html, as_markdown, as_text
from pubparse.exporters.signed_names import printable, settled, signed, who
from pubparse.exporters.work import Work, one_line, told_by
from pubparse.model.publication import Publication
from pubparse.problems import UsageError

ARXIV = "https://arxiv.org/abs/"
_ELSEWHERE = "the style prints it otherwise, or not at all"
_CUT = "the style cuts the list of authors"


class StyleOptions(Options):
    """What can be chosen."""

    style: str = Field("apa", description="Name of a citation style, or the file of one.")
    styles_dir: Path | None = Field(None, description="Folder to look for styles in before all others.")
    locale: str | None = Field(None, description="Language of the style's own words: `de-DE`; else the style's own.")
    sort: Literal["page", "style"] = Field("page", description="Order of the page, or of the style.")
    all_authors: bool = Field(False, description="Print all authors, however many; else as the style has it.")
    bold: bool = Field(True, description="Set the owner's name in bold, where text can be.")
    marks: bool = Field(True, description="Put the marks of the page behind the names.")


def cite(publications: Sequence[Publication], style: str, **options: Any) -> list[str]:
    """Write each publication in a citation style, as Markdown without bullet and number; empty where it prints nothing.

    UsageError where there is no such style, where citeproc-py cannot write in it, or is not installed.
    """
    works = [Work(Listed(one.id, one, None)) for one in publications]
    try:
        return [as_markdown(one.text) for _, one in _references(works, StyleOptions(style=style, **options))]
    except ModuleNotFoundError as error:
        raise UsageError(f"a citation style needs {error.name}: pip install 'pubparse[styles]'") from error


def _references(works: Sequence[Work], options: StyleOptions) -> Iterator[tuple[Work, Reference]]:
    folders = [options.styles_dir] if options.styles_dir else []
    style = Style(options.style, folders, options.locale, cut=not options.all_authors)
    items = [_item(work) for work in works]
    if options.sort == "style":
        order = style.order(items)
        works, items = [works[at] for at in order], [items[at] for at in order]
    for work, item in zip(works, items, strict=True):
        if work.publication.authors:
            item["author"] = [signed(at, author) for at, author in enumerate(work.publication.authors)]
    for work, reference in zip(works, style.references(items), strict=True):
        _tell_losses(work, reference.text, options)
        authors = work.publication.authors
        text = settled(reference.text, authors, style.initials_end, bold=options.bold, marks=options.marks)
        yield work, reference._replace(text=text)


def _item(work: Work) -> dict[str, Any]:
    """The item that a style is given: the arXiv number of what has appeared elsewhere is none of its business."""
    item = csl_json.item(work)
    item.pop("archive", None)
    item.pop("archive_location", None)
    if (arxiv := work.text("ids.arxiv")) and work.publication.type == "preprint" and "DOI" not in item:
        item.setdefault("URL", ARXIV + arxiv)
    if editors := work.publication.editors:
        item["editor"] = [printable(editor) for editor in editors]
    if is_foreign(item.get("title", "")):
        item["language"] = "und"  # citeproc-py takes what has no language for English
    return {
        variable: PRIVATE.sub("\ufffd", value) if isinstance(value, str) else value for variable, value in item.items()
    }


def _tell_losses(work: Work, text: str, options: StyleOptions) -> None:
    """Note what is printed of the names, and what is not printed of all the rest."""
    people, authors = who(text), work.publication.authors
    for said, wanted in (("is_self", options.bold), ("marks", options.marks)):
        work.take(*(f"authors[{at}].{said}" for at in people if wanted))
    for at in set(range(len(authors))) - people:
        work.lose(f"authors[{at}].name", _CUT)
    printed = PRIVATE.sub("", text).casefold()
    for path, said in told_by(work.publication):
        if not path.startswith("authors") and path != "type" and one_line(said).casefold() not in printed:
            work.lose(path, _ELSEWHERE)


def _write_text(works: Sequence[Work], options: StyleOptions) -> str:
    references = _references(works, options.model_copy(update={"bold": False}))
    lines = (f"{one.label} {as_text(one.text)}".strip() + "\n" for _, one in references if one.text)
    return f"{SIGN}\n\n{''.join(lines)}"


def _write_markdown(works: Sequence[Work], options: StyleOptions) -> str:
    lines = (f"{_bullet(one)} {as_markdown(one.text)}\n" for _, one in _references(works, options) if one.text)
    return f"<!-- {SIGN} -->\n\n{''.join(lines)}"


def _bullet(reference: Reference) -> str:
    number = "".join(filter(str.isdecimal, reference.label))
    return f"{number}." if number else "-"


def _write_html(works: Sequence[Work], options: StyleOptions) -> str:
    references = [(work.key, one) for work, one in _references(works, options) if one.text]
    tag = "ol" if any(one.label for _, one in references) else "ul"
    items = (f'<li id="{html.escape(key)}">{as_html(one.text)}</li>\n' for key, one in references)
    return f'<!-- {SIGN} -->\n<{tag} class="publications">\n{"".join(items)}</{tag}>\n'


MARKDOWN = Exporter("markdown", "Markdown in a citation style", ".md", _write_markdown, StyleOptions, extra="styles")
HTML = Exporter("html", "HTML in a citation style", ".html", _write_html, StyleOptions, extra="styles")
TEXT = Exporter("text", "Plain text in a citation style", ".txt", _write_text, StyleOptions, extra="styles")
