"""A page and a line in, how the entry on that line was read out, stage by stage: what `pubparse explain` prints."""

from collections.abc import Iterable, Mapping

from pubparse.grammar.lattice import Lattice
from pubparse.grammar.search import ATOM, Reading, Step
from pubparse.grammar.weights import FIELDS, ONCE
from pubparse.layouts import Entry
from pubparse.markdown import runs as styles
from pubparse.model.publication import Publication
from pubparse.page.decide import PageFacts
from pubparse.page.draft import Draft
from pubparse.page.told import told_by_caller
from pubparse.pipeline import Trace, trace
from pubparse.problems import UsageError

Section = tuple[str, list[tuple[str, ...]]]
"""A heading, and rows of columns."""

_STYLES = {
    name: getattr(styles, name) for name in ("BOLD", "ITALIC", "CODE", "STRIKE", "UNDERLINE", "SUP", "SUB", "IMAGE")
}


def explain(
    text: str | bytes,
    line: int,
    *,
    owner: str | None = None,
    legend: Mapping[str, str] | None = None,
    ignore_sections: Iterable[str] = (),
) -> list[Section]:
    """Show every stage of the entry that stands on `line` (counted from 1).

    Raises UsageError where no entry is.
    """
    stages = trace(text, None, told_by_caller(owner, legend, ignore_sections))
    entry = _entry_on(stages, line)
    runs: Section = (
        "Runs",
        [(f"{run.span.start}–{run.span.end}", _names(run.styles), repr(run.text)) for run in entry.runs],
    )
    for blind, final, record in zip(stages.blind, stages.readings, stages.page.publications, strict=True):
        if final.entry is entry:
            return [
                runs,
                _lexemes(final),
                _cells(final.lattice),
                *_readings(blind, final),
                _facts(stages.facts),
                _record(record),
            ]
    return [runs, ("Decision", [("this entry is not taken for a publication",)])]


def _entry_on(stages: Trace, line: int) -> Entry:
    for entry in stages.listing.entries:
        last = max(entry.span.start, entry.span.end - 1)
        if stages.source.line(entry.span.start) <= line <= stages.source.line(last):
            return entry
    raise UsageError(f"no entry of a list stands on line {line}")


def _names(bits: int) -> str:
    return " ".join(name.lower() for name, bit in _STYLES.items() if bits & bit)


def _lexemes(one: Draft) -> Section:
    return "Lexemes (tag, text)", [
        (tag, repr(text)) for tag, text in zip(one.lattice.tags, one.lattice.lexemes.texts, strict=True)
    ]


def _cells(lattice: Lattice) -> Section:
    rows: list[tuple[str, ...]] = []
    for number, joint in enumerate(lattice.joints[:-1]):
        words = _text(lattice, number, number + 1)
        rows.append((str(number), joint.between, words, " ".join(lattice.features[number])))
    return "Cells (number, joint before, text, features)", rows


def _text(lattice: Lattice, first: int, last: int) -> str:
    return lattice.text[slice(*lattice.lexemes.place(lattice.cells[first].first, lattice.cells[last - 1].last))]


def _readings(blind: Draft, final: Draft) -> list[Section]:
    same = blind.reading.steps == final.reading.steps
    sections = [_reading("Reading" if same else "Reading under the page's weights", final.lattice, final.reading)]
    return sections if same else [_reading("Blind reading", blind.lattice, blind.reading), *sections]


def _reading(title: str, lattice: Lattice, reading: Reading) -> Section:
    rows: list[tuple[str, ...]] = [
        (_field(lattice, step), _text(lattice, step.first, step.last)) for step in reading.steps
    ]
    margins = ", ".join(f"{FIELDS[field]} {reading.margins[field]:.1f}" for field in ONCE)
    return f"{title} (score {reading.score:.1f}; ahead of the next by: {margins})", rows


def _field(lattice: Lattice, step: Step) -> str:
    atom = lattice.cells[step.first].atom
    return f"({atom.kind})" if step.field == ATOM and atom else FIELDS[step.field]


def _facts(facts: PageFacts) -> Section:
    owner = facts.owner
    rows: list[tuple[str, ...]] = [("owner", f"{owner.name} ({owner.evidence})" if owner else "unknown")]
    rows += [("legend", f"{meaning.mark} {meaning.role}") for meaning in facts.legend]
    return "Page", rows


def _record(record: Publication) -> Section:
    rows: list[tuple[str, ...]] = [
        (path, origin.text, f"{origin.span.start}–{origin.span.end}", origin.transform or "")
        for path, origin in record.fields.items()
    ]
    return f"Record {record.id} (confidence {record.confidence:.2f})", rows
