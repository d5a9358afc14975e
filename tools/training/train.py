"""A corpus of labelled pages in, `weights.txt` out: the weights under which the labelled readings are the likeliest.

AdaGrad steps (Duchi, Hazan and Singer, 2011) follow the gradient that `crf.py` gives, a few entries at a time, in an
order drawn from the seed.

    python -m tools.training.train CORPUS.jsonl… [--epochs 4] [--seed 1] [--out FILE]
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterable
from itertools import accumulate
from pathlib import Path

import numpy as np

from pubparse.grammar.lattice import _SURE_NAMES, key_of_word
from pubparse.grammar.weights import TITLE, WORD, blind
from tools.training.crf import Encoded, Index, Model
from tools.training.gold import Case, Misfit, cases, load

_WORKS_OF_A_WORD = 5  # in fewer different works, a word says something of those
_LEAST = 5  # a feature seen less often gets no row
_SECTIONS = ("cell", "start", "end", "inner", "length", "order", "final")
_IN_FULL = ("length", "order", "final")  # these have all their rows, in this order
_BATCH = 8
_RATE = 0.3
_RIDGE = 1e-5  # how strongly the weights are held where they began
_STEEPEST = 20


def main() -> None:
    """Train, and write the weights."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpus", nargs="+", type=Path)
    options.add_argument("--epochs", type=int, default=4)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--most", type=int, default=10**9, help="stop reading after that many entries")
    options.add_argument("--fresh", action="store_true", help="begin from nothing, not from the weights that are there")
    options.add_argument("--misfits", type=int, default=0, help="print that many labels that no path can be")
    options.add_argument("--out", type=Path)
    chosen = options.parse_args()
    found = _read(chosen.corpus, chosen.most, chosen.misfits)
    index, known = Index(), vocabulary(found)
    encoded = [encode(case, index, known) for case in found]
    found.clear()
    seen = _seen(encoded, index)
    print(f"{len(encoded)} cases, {len(index.rows)} features", file=sys.stderr)
    model = Model(index)
    if not chosen.fresh:
        _begin(model)
    train(encoded, model, chosen.epochs, chosen.seed)
    text = table(model, seen)
    if chosen.out:
        chosen.out.write_text(text, "utf-8")
    else:
        print(text)


def _read(paths: list[Path], most: int, shown: int) -> list[Case]:
    """The cases of some corpora; the first `shown` labels that no path can be are printed."""
    found: list[Case] = []
    misfits = 0
    for page, entries in load(paths):
        for case in cases(page, entries):
            if isinstance(case, Misfit):
                misfits += 1
                if misfits <= shown:
                    print("misfit:", case)
            else:
                found.append(case)
        if len(found) >= most:
            break
    print(f"{misfits} misfits", file=sys.stderr)
    return found


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


def encode(case: Case, index: Index, known: frozenset[str]) -> Encoded:
    """A case as numbers; of words, those that are `known` are features of their own."""
    lattice = case.lattice
    features = []
    for cell, names in zip(lattice.cells, lattice.features, strict=True):
        own = [name for name in names if not name.startswith(WORD)]
        if not cell.atom and names[0] not in _SURE_NAMES:
            words = map(key_of_word, lattice.lexemes.texts[cell.first : cell.last])
            own += [WORD + word for word in words if word in known]
        features.append(own)
    return Encoded(
        [[index("cell", name) for name in names] for names in features],
        [[index("start", name) for name in names] for names in lattice.openings],
        [[index("end", name) for name in names] for names in lattice.closings],
        [index("inner", name) for name in lattice.across],
        list(accumulate(lattice.sizes, initial=0)),
        [cell.atom is not None for cell in lattice.cells],
        case.path,
    )


def _seen(encoded: Iterable[Encoded], index: Index) -> Counter[tuple[str, str]]:
    """How often each feature is there."""
    names = {row: name for name, row in index.rows.items()}
    seen: Counter[tuple[str, str]] = Counter()
    for one in encoded:
        seen.update(names[row] for rows in (*one.cells, *one.starts, *one.ends, one.inner) for row in set(rows))
    return seen


def _begin(model: Model) -> None:
    """Begin from the weights of features that are there; those of lengths, orders and what is missing begin at 0."""
    weights = blind()
    for (section, name), row in model.index.rows.items():
        known = getattr(weights, section, None)
        if isinstance(known, dict) and name in known:
            model.weights[row] = known[name]


def train(encoded: list[Encoded], model: Model, epochs: int, seed: int) -> None:
    """AdaGrad over the cases, averaged over the last half of the epochs."""
    draw = random.Random(seed)  # noqa: S311 - an order of training, not a secret
    squares = np.full_like(model.weights, 1e-3)
    average, steps = np.zeros_like(model.weights), 0
    gradient, prior = np.zeros_like(model.weights), model.weights.copy()
    for epoch in range(epochs):
        draw.shuffle(encoded)
        likelihood = 0.0
        for number, case in enumerate(encoded, 1):
            likelihood += model.sweep(case, gradient)
            if number % _BATCH == 0:
                gradient -= _RIDGE * len(encoded) / 100 * (model.weights - prior)
                np.clip(gradient, -_STEEPEST, _STEEPEST, out=gradient)
                squares += gradient * gradient
                model.weights += _RATE * gradient / np.sqrt(squares)
                gradient[:] = 0
                if epoch >= epochs // 2:
                    average += model.weights
                    steps += 1
        print(f"epoch {epoch + 1}: log-likelihood {likelihood / len(encoded):.4f} an entry", file=sys.stderr)
    if steps:
        model.weights[:] = average / steps


def table(model: Model, seen: Counter[tuple[str, str]]) -> str:
    """The weights as the text of `weights.txt`."""
    lines = [
        "# What speaks for which field, in units of the search's score (natural logarithms of odds)."
        " Learned: see tools/training.",
        "#   A authors  T title  V venue  E editors  P publisher  L place  N note",
        "",
    ]
    for section in _SECTIONS:
        lines.append(f"{'[' + section + ']':<26}" + "".join(f"{letter:>8}" for letter in "ATVEPLN"))
        rows = [(name, row) for (where, name), row in model.index.rows.items() if where == section]
        if section not in _IN_FULL:
            rows = sorted((name, row) for name, row in rows if seen[section, name] >= _LEAST)
        lines += [f"{name:<26}" + "".join(f"{value:8.2f}" for value in model.weights[row]) for name, row in rows]
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
