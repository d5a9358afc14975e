"""A folder of pages in, how often an entry that is taken away is written again as it was out.

    python -m benchmarks.adding FOLDER_OR_FILE ...
    python -m benchmarks.adding --why FOLDER       each miss by kind, with one that shows it

An entry is taken away with the blank lines on one side of it, and its record, without source and places, is added to
what is left. It is the same where the page is as before byte for byte, or but for blanks; read again where it differs,
and the new entry has the same record; told where no way to write it reads so. The place is told for this (an owner
knows which of two papers of a year comes first); whether it would have been found is counted by itself: the right
section, and in it the right order of years.
"""

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

import pubparse
from benchmarks.tellable import tellable
from pubparse.house_style.placing import place_of
from pubparse.model.publication import Publication
from pubparse.rewrite.adding import add
from pubparse.rewrite.values import values_of
from pubparse.text.span import Span

_SURE = 0.9
_MOST = 10
_NOWHERE = Span(0, 0)


class Tried(NamedTuple):
    """One entry taken away and added again: how that went, and what differs."""

    outcome: str
    kind: str
    shown: str
    is_tellable: bool
    in_section: bool
    in_order: bool


def main() -> None:
    """Print a table for each page and for all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", type=Path, nargs="+")
    parser.add_argument("--why", action="store_true", help="show the misses by kind")
    parser.add_argument("--all", action="store_true", help=f"try all entries of a page, not {_MOST} evenly spaced ones")
    parser.add_argument("--sample", type=int, help="try so many pages only, drawn at random")
    parser.add_argument("--seed", type=int, default=0, help="what the draw begins with")
    options = parser.parse_args()
    pages = [page for path in options.paths for page in (sorted(path.glob("*.md")) if path.is_dir() else [path])]
    if options.sample is not None and options.sample < len(pages):
        pages = sorted(random.Random(options.seed).sample(pages, options.sample))  # noqa: S311 -- no secret
    total: list[Tried] = []
    print("| page | entries | same | but for blanks | read again | told | tellable | of these same | section | order |")
    print("|:--|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
    for page in pages:
        if tried := list(_try_page(page, None if options.all or len(pages) == 1 else _MOST)):
            total += tried
            print(_row(page.stem, tried), flush=True)
    print(_row("all", total))
    if options.why:
        _print_misses(total)


def _row(name: str, tried: list[Tried]) -> str:
    outcomes = Counter(one.outcome for one in tried)
    counts = [len(tried), *(outcomes[outcome] for outcome in ("same", "blanks", "read again", "told"))]
    counts += [sum(one.is_tellable for one in tried)]
    counts += [sum(one.is_tellable and one.outcome == "same" for one in tried)]
    counts += [sum(one.in_section for one in tried), sum(one.in_order for one in tried)]
    return f"| {name} | {' | '.join(map(str, counts))} |"


def _print_misses(tried: list[Tried]) -> None:
    misses: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for one in tried:
        if one.outcome != "same":
            misses[one.outcome, one.kind].append(one.shown)
    print("\n| outcome | what differs | entries | such as |\n|:--|:--|--:|:--|")
    for (outcome, kind), shown in sorted(misses.items(), key=lambda one: -len(one[1])):
        print(f"| {outcome} | {kind} | {len(shown)} | {shown[0]} |")


def _try_page(path: Path, most: int | None) -> Iterator[Tried]:
    page = pubparse.parse_file(path)
    known = tellable(page)
    sure = [at for at, one in enumerate(page.publications) if one.confidence >= _SURE]
    step = max(1, len(sure) / most) if most else 1
    for at in (sure[int(number * step)] for number in range(int(len(sure) / step))):
        if tried := _try(page, at, path.stem):
            yield tried._replace(is_tellable=tried.is_tellable and known[at])


def _try(page: pubparse.Page, at: int, name: str) -> Tried | None:
    """Take an entry away and add it again; nothing where what is left does not read as the page without it."""
    one, text = page.publications[at], page.source.text
    gaps = _gaps(page)
    usual = max(gaps.values(), key=[*gaps.values()].count, default="")
    if at not in gaps and at + 1 not in gaps:
        return None
    is_after = at + 1 not in gaps or gaps.get(at) == usual
    start, end = one.span
    if is_after:
        start = page.publications[at - 1].span.end
    else:
        end = page.publications[at + 1].span.start
    left = text[:start] + text[end:]
    rest = pubparse.parse(left)
    if len(rest.publications) != len(page.publications) - 1 or not rest.publications:
        return None
    beside = {"after": rest.publications[at - 1].id} if is_after else {"before": rest.publications[at].id}
    bare = _bare(one)
    found = place_of(rest, bare)
    in_section = found.neighbour.section == one.section
    in_order = in_section and _in_order(page, at, found.at)
    where = f"{name}:{one.line}"
    others = (*page.publications[:at], *page.publications[at + 1 :])
    are_as_before = all(map(_reads_as, rest.publications, others))
    try:
        added = add(rest, bare, **beside)
    except pubparse.PubparseError as error:
        reason = str(error).rpartition(": ")[2].split(" would ")[0]
        return Tried("told", reason, f"{where} {error}"[-150:], are_as_before, in_section, in_order)
    new = added.page.source.text
    if new == text:
        return Tried("same", "", "", are_as_before, in_section, in_order)
    kind, shown = _difference(text, new)
    outcome = "blanks" if "".join(new.split()) == "".join(text.split()) else "read again"
    return Tried(outcome, kind, f"{where} {shown}", are_as_before, in_section, in_order)


def _reads_as(one: Publication, other: Publication) -> bool:
    """Whether two readings of an entry have the same values."""
    return values_of(one) == values_of(other)


def _gaps(page: pubparse.Page) -> dict[int, str]:
    """What is between an entry and the one before it in its section, by the number of the entry."""
    some = page.publications
    return {
        at: page.source.text[some[at - 1].span.end : one.span.start]
        for at, one in enumerate(some)
        if at and some[at - 1].section == one.section
    }


def _in_order(page: pubparse.Page, at: int, found: int) -> bool:
    """Whether all entries between the place that was found and the entry's own are of its year."""
    between = page.publications[min(at, found) : max(at, found) + 1]
    return all(one.year == page.publications[at].year for one in (between[1:] if found > at else between[:-1]))


def _bare(one: Publication) -> Publication:
    """A record as it would be without a page: no source, no places."""
    values = one.model_dump() | {"line": 1, "end_line": 1, "span": _NOWHERE, "section": (), "raw": "", "fields": {}}
    for part in (*values["authors"], *values["editors"], *values["links"], *values["awards"], *values["notes"]):
        part["span"] = _NOWHERE
        if "mark_spans" in part:
            part["mark_spans"] = ()
    if values["venue"]:
        values["venue"]["span"] = _NOWHERE
    return Publication.model_validate(values)


def _difference(old: str, new: str) -> tuple[str, str]:
    """What differs, by kind, and how it looks."""
    start = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    was, became = old[start : len(old) - end], new[start : len(new) - end]
    matcher = SequenceMatcher(None, was, became, autojunk=False)
    parts = [(was[a:b], became[c:d]) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"][:1]
    (gone, come) = parts[0] if parts else ("", "")
    kind = (
        "blanks"
        if not gone.strip() and not come.strip()
        else "letters"
        if any(map(str.isalnum, gone + come))
        else "signs"
    )
    shown = f"`{old[max(0, start - 15) : start]}` {was[:50]!r} became {became[:50]!r}"
    return kind, shown.replace("|", "\\|").replace("\n", "⏎")


if __name__ == "__main__":
    main()
