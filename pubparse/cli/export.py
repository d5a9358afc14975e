"""Files in, their publications in the form that other programs read out: `pubparse export`."""

import os
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

import pubparse
from pubparse.cli.files import save, save_into
from pubparse.cli.options import Files, IgnoreSection, Legend, MinConfidence, Owner, told
from pubparse.cli.pages import page_of, shown_place, tell_problems
from pubparse.cli.refusals import refusals_told
from pubparse.cli.streams import complain, write_bytes

if TYPE_CHECKING:
    from pubparse import Export, Listed, Page, Publication

EXTRA = {"allow_extra_args": True, "ignore_unknown_options": True}
"""Options of the format itself are not known before the format is."""

_FOLDER_ENDS = ("/", os.sep)

Merge = Annotated[
    bool, typer.Option("--merge", help="Write once what is surely the same work, and tell what was joined.")
]

Years = Annotated[
    list[str] | None, typer.Option("--year", help="Only of these years: 2024, 2018-2021, 2020-. Can be repeated.")
]
Sections = Annotated[
    list[str] | None, typer.Option(metavar="HEADING", help="Only what stands under it. Can be repeated.")
]


def export(
    context: typer.Context,
    files: Files,
    to: Annotated[str, typer.Option("--to", "-t", metavar="FORMAT", help="See `pubparse formats`.")],
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="OUT", help="File, or folder for a format of many files.")
    ] = None,
    force: Annotated[bool, typer.Option(help="Write over files that pubparse has not made.")] = False,
    report: Annotated[bool, typer.Option(help="Tell on standard error what the format cannot carry.")] = False,
    keys: Annotated[str | None, typer.Option(metavar="TEMPLATE", help="Citation keys: '{family}{year}{word}'.")] = None,
    merge: Merge = False,
    kind: Annotated[list[str] | None, typer.Option("--type", help="Only works of this type. Can be repeated.")] = None,
    year: Years = None,
    section: Sections = None,
    only_self_first: Annotated[
        bool, typer.Option("--only-self-first", help="Only works whose first author is the owner, or shares it.")
    ] = False,
    min_confidence: MinConfidence = 0,
    owner: Owner = None,
    legend: Legend = None,
    ignore_section: IgnoreSection = None,
) -> None:
    """Write the publications of pages for another program to read.

    Many files give one bibliography. A format has options of its own: see `pubparse formats FORMAT`.

    For example:

        pubparse export publications.md --to bibtex -o publications.bib

        pubparse export members/*.md --to csl-json --year 2020- --report
    """
    given = told(owner, legend, ignore_section)
    paths, options = _of_the_format(to, [*files, *context.args])
    with refusals_told(output or "the output"):
        pages = [page_of(path, given) for path in paths]
        chosen = pubparse.select(
            pages, types=kind or (), years=year or (), sections=section or (), only_self_first=only_self_first,
            min_confidence=min_confidence,
        )  # fmt: skip
        chosen = _merged(chosen, pages) if merge else chosen
        written = pubparse.export(chosen, to, keys=keys, **options)
        _put(written, output, force=force)
    if report:
        for loss in written.losses:
            complain(f"{loss.key}: {loss.path}: {loss.text and loss.text + ': '}{loss.why}")
    raise typer.Exit(tell_problems(*pages))


def _of_the_format(to: str, words: list[str]) -> tuple[list[str], dict[str, Any]]:
    """Part the files from the options that only the format knows: `--protect words`, `--protect=words`, `--bom`."""
    known = next((exporter.options.model_fields for exporter in pubparse.formats() if exporter.name == to), {})
    paths: list[str] = []
    options: dict[str, Any] = {}
    rest = deque(words)
    while rest:
        word = rest.popleft()
        if not word.startswith("--"):
            paths.append(word)
            continue
        name, given, value = word[2:].partition("=")
        name = name.replace("-", "_")
        if given:
            options[name] = value
        elif name in known and known[name].annotation is bool and not (rest and rest[0] in ("true", "false")):
            options[name] = "true"
        else:
            options[name] = rest.popleft() if rest else ""
    return paths, options


def _merged(chosen: "tuple[Page | Publication, ...]", pages: "list[Page]") -> "tuple[Page | Publication, ...]":
    """Join what is surely the same work, and tell what was joined, and what only looks alike."""
    merged = pubparse.merge(chosen)

    def place(work: "Listed") -> str:
        return shown_place(work, pages)

    for joined in merged.joined:
        others = ", ".join(map(place, joined.others))
        taken = "".join(f"; {path} from {place(work)}" for path, work in joined.taken.items())
        left = "".join(f"; not {path} {text} of {place(work)}" for work, path, text in joined.left)
        complain(f"{place(joined.kept)}: joined with {others}{taken}{left}")
    for pair in merged.alike:
        against = ", ".join((*pair.likeness.conflicts, *pair.likeness.doubts))
        complain(f"{place(pair.first)}: not joined with {place(pair.second)}, which looks alike: {against}")
    return merged.pages


def _put(written: "Export", output: str | None, *, force: bool) -> None:
    contents = {name: text if isinstance(text, bytes) else text.encode() for name, text in written.files.items()}
    if output is None or output == "-":
        if len(contents) != 1:
            raise pubparse.UsageError(f"{written.exporter.label} is {len(contents)} files: give a folder with -o")
        write_bytes(next(iter(contents.values())))
    elif written.exporter.many or output.endswith(_FOLDER_ENDS) or Path(output).is_dir():
        save_into(Path(output), contents, written.exporter.begins, force=force)
    else:
        save({Path(output): next(iter(contents.values()))}, written.exporter.begins, force=force)
