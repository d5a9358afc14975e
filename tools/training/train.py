"""A corpus of labelled pages in, `weights.txt` out: the weights under which the labelled readings are the likeliest.

The likelihood that `crf.py` gives has one greatest value, which the steps of L-BFGS (Liu and Nocedal, 1989) lead to
from anywhere; weights are held near 0 by a normal prior.

    python -m tools.training.train CORPUS.jsonl[=WEIGHT]… [--out FILE]

A corpus counts as if it were there WEIGHT times.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from itertools import accumulate, chain
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import OptimizeResult, minimize

from pubparse.grammar.lattice import SURE_NAMES, key_of_word
from pubparse.grammar.weights import FIELDS, TITLE, WORD
from tools.training.crf import Array, Cases, Encoded, Index
from tools.training.gold import Case, Misfit, cases, load

_WORKS_OF_A_WORD = 5  # in fewer different works, a word says something of those
_LEAST = 5  # a feature seen less often gets no row
_SECTIONS = ("cell", "start", "end", "inner", "length", "order", "final")
_IN_FULL = ("length", "order")  # these have all their rows, in this order
_RIDGE = 1.5  # the inverse of the prior's variance
_ROUNDS = 300
_ENOUGH = 1e-5  # a gain by less than this share ends the search

Names = tuple[str, ...]


class _Named(NamedTuple):
    """A case with the names of its features: of cells, of joints for what starts, ends and goes on, and of its end."""

    case: Case
    cell: list[Names]
    start: list[Names]
    end: list[Names]
    inner: list[Names]
    final: list[Names]


def main() -> None:
    """Train, and write the weights."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpus", nargs="+")
    options.add_argument("--misfits", type=int, default=0, help="print that many labels that no path can be")
    options.add_argument("--out", type=Path)
    chosen = options.parse_args()
    named = [name.partition("=") for name in chosen.corpus]
    index, encoded = encode([_read(Path(path), chosen.misfits) for path, _, _ in named])
    print(f"{sum(map(len, encoded))} cases, {len(index.rows)} features", file=sys.stderr)
    corpora = [(float(weight or 1), Cases(cases)) for (*_, weight), cases in zip(named, encoded, strict=True)]
    text = table(index, fit(corpora, len(index.rows)))
    if chosen.out:
        chosen.out.write_text(text, "utf-8")
    else:
        print(text)


def _read(path: Path, shown: int) -> list[Case]:
    """The cases of a corpus; the first `shown` labels that no path can be are printed."""
    found: list[Case] = []
    misfits = 0
    for page, entries in load(path):
        for case in cases(page, entries):
            if isinstance(case, Misfit):
                misfits += 1
                if misfits <= shown:
                    print("misfit:", case)
            else:
                found.append(case)
    print(f"{path}: {misfits} misfits", file=sys.stderr)
    return found


def encode(corpora: list[list[Case]]) -> tuple[Index, list[list[Encoded]]]:
    """The cases of each corpus as numbers, and the rows that these are; what is seen too seldom has none."""
    known = vocabulary(chain.from_iterable(corpora))
    named = [[_named(case, known) for case in corpus] for corpus in corpora]
    seen = Counter(
        (table, name)
        for one in chain.from_iterable(named)
        for table in ("cell", "start", "end", "inner", "final")
        for names in getattr(one, table)
        for name in names
    )
    index = Index()
    for feature, count in sorted(seen.items()):
        if count >= _LEAST:
            index(*feature)
    return index, [[_encoded(one, index) for one in corpus] for corpus in named]


def vocabulary(found: Iterable[Case]) -> frozenset[str]:
    """The words that stand in entries of enough different works to say something of fields; initials are none."""
    seen: dict[str, set[str]] = {}
    for case in found:
        work = _title_of(case)
        for text in set(case.lattice.lexemes.texts):
            if text[:2].isalpha() and len(text) > 1:
                seen.setdefault(key_of_word(text), set()).add(work)
    return frozenset(word for word, works in seen.items() if len(works) >= _WORKS_OF_A_WORD)


def _title_of(case: Case) -> str:
    """What tells a work from others: the letters that its title begins with, or the whole entry."""
    lattice = case.lattice
    place = next((slice(first, last) for first, last, field in case.path if field == TITLE), slice(None))
    cells = lattice.cells[place]
    words = lattice.lexemes.texts[cells[0].first : cells[-1].last] if cells else ()
    return "".join(letter for letter in "".join(words).lower() if letter.isalnum())[:30]


def _named(case: Case, known: frozenset[str]) -> _Named:
    """The features of a case; of words, those that are `known` are features of their own."""
    lattice = case.lattice
    cells: list[Names] = []
    for cell, names in zip(lattice.cells, lattice.features, strict=True):
        own = tuple(name for name in names if not name.startswith(WORD))
        if not cell.atom and names[0] not in SURE_NAMES:
            words = map(key_of_word, lattice.lexemes.texts[cell.first : cell.last])
            own += tuple(WORD + word for word in words if word in known)
        cells.append(own)
    across: list[Names] = [(name,) for name in lattice.across]
    return _Named(case, cells, list(lattice.openings), list(lattice.closings), across, [lattice.absent])


def _encoded(one: _Named, index: Index) -> Encoded:
    lattice = one.case.lattice

    def rows(table: str, lists: list[Names]) -> list[list[int]]:
        return [[row for name in names if (row := index.rows.get((table, name)))] for names in lists]

    return Encoded(
        rows("cell", one.cell),
        rows("start", one.start),
        rows("end", one.end),
        rows("inner", one.inner),
        rows("final", one.final)[0],
        list(accumulate(lattice.sizes, initial=0)),
        [cell.atom is not None for cell in lattice.cells],
        one.case.path,
    )


def fit(corpora: list[tuple[float, Cases]], rows: int) -> Array:
    """The weights under which the cases, each so many times, are the likeliest; a column for each field."""

    def loss(flat: Array) -> tuple[float, Array]:
        value, slope = _RIDGE / 2 * float(flat @ flat), _RIDGE * flat
        for times, known in corpora:
            likelihood, gradient = known.likelihood(flat.reshape(rows, -1))
            value -= times * likelihood
            slope -= times * gradient.ravel()
        return value, slope

    def tell(intermediate_result: OptimizeResult) -> None:
        print(f"{intermediate_result.fun:.0f}", end=" ", flush=True, file=sys.stderr)

    options = {"maxiter": _ROUNDS, "maxcor": 20, "ftol": _ENOUGH}
    found = minimize(loss, np.zeros(rows * len(FIELDS)), jac=True, method="L-BFGS-B", callback=tell, options=options)
    print(found.message, file=sys.stderr)
    weights: Array = found.x.reshape(rows, -1)
    return weights


def table(index: Index, weights: Array) -> str:
    """The weights as the text of `weights.txt`."""
    lines = [
        "# What speaks for which field, in units of the search's score (natural logarithms of odds)."
        " Learned: see tools/training.",
        "#   A authors  T title  V venue  E editors  P publisher  L place  N note",
        "",
    ]
    for section in _SECTIONS:
        lines.append(f"{'[' + section + ']':<26}" + "".join(f"{letter:>8}" for letter in "ATVEPLN"))
        rows = [(name, row) for (where, name), row in index.rows.items() if where == section]
        lines += [f"{name:<26}" + "".join(f"{value:8.2f}" for value in weights[row]) for name, row in rows]
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
