"""A corpus of labelled pages in, `weights.txt` out: the weights under which the labelled readings are the likeliest.

The lattice is a semi-Markov conditional random field (Sarawagi and Cohen, 2004): the chance of a path is its score's
share of all paths'. Its gradient is what the labelled path shows of each feature, less what is expected of it; AdaGrad
steps follow it, entry by entry, in an order drawn from the seed.

    python -m tools.training.train CORPUS.jsonl… [--epochs 4] [--seed 1] [--write]
"""

import argparse
import json
import math
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pubparse.grammar.lattice import Lattice, build_lattice
from pubparse.grammar.search import ATOM
from pubparse.grammar.weights import FIELDS, NOTE, ONCE, TITLE, WORD, blind
from pubparse.layouts import find_entries
from pubparse.lexer import EntryText, Lexeme, lex
from pubparse.markdown.blocks import parse_blocks
from pubparse.page.decide import common_words, with_page_words
from pubparse.text.source import read_source

Array = NDArray[np.float64]
_NAMES = {name: index for index, name in enumerate(FIELDS)}
_TRAILING_WORDS = 2
_FIELDS_OF_A_WORD = 12
_SURE = ("names-initials", "names-inverted-initials")
_STATES = 1 << len(ONCE)
_REACH = (60, 16, 14, 30, 3, 4, 1)
_WORTH = 7.0  # stretches worth so much less than the best ones are left out of the sums
_LENGTHS = ((1, 1), (2, 2), (3, 3), (4, 7), (8, 15), (16, 30), (31, 10**6))


class Case(NamedTuple):
    """A lattice and the path through it that the labels ask for: (first, last, field) in order."""

    lattice: Lattice
    path: tuple[tuple[int, int, int], ...]


class Misfit(Exception):
    """The labels cannot be a path: two fields in one cell, or a field in two places."""


def cases(page: str, entries: Iterable[tuple[int, list[tuple[str, int, int]]]]) -> Iterator[Case | Misfit]:
    """The labelled entries of a page as lattices with their paths; `entries` are (first line, spans by field)."""
    source, _ = read_source(page)
    document, _ = parse_blocks(source)
    found = {source.line(entry.span.start): (entry, lex(entry.runs)) for entry in find_entries(document.blocks).entries}
    common = common_words(text.lexemes for _, text in found.values())
    for number, (line, fields) in enumerate(entries):
        if line in found:
            entry, text = found[line]
            lattice = build_lattice(text)
            try:  # every other entry is seen as the page shows it, the rest as a blind reader does
                yield _case(text, with_page_words(lattice, common) if number % 2 else lattice, fields)
            except Misfit as misfit:
                yield misfit


def _case(text: EntryText, lattice: Lattice, fields: list[tuple[str, int, int]]) -> Case:
    owners: list[int | None] = []
    for cell in lattice.cells:
        tally: Counter[int | None] = Counter()
        for lexeme in lattice.lexemes[cell.first : cell.last]:
            owner = _owner(text, lexeme, fields)
            tally[owner] += 1 if lexeme.text[0].isalnum() else 0  # a sign at a field's edge belongs to whom it likes
        tally += Counter()
        first_owner = _owner(text, lattice.lexemes[cell.first], fields)
        if set(tally) == {first_owner, None} and first_owner is not None and tally[None] <= _TRAILING_WORDS:
            del tally[None]  # `arXiv preprint`: the field is what the cell begins with
        if len(tally) > 1 and not cell.atom:
            words = text.visible.text[lattice.lexemes[cell.first].start : lattice.lexemes[cell.last - 1].end]
            raise Misfit(f"cell {words!r} holds {list(tally)} in {text.visible.text[:300]!r}")
        tally = tally or Counter([None])
        owners.append(tally.most_common(1)[0][0])
    path = tuple(_path(lattice, owners, text.visible.text))
    if any(last - first > _REACH[field] for first, last, field in path if field != ATOM):
        raise Misfit(f"a field runs over too many cells in {text.visible.text[:300]!r}")
    return Case(lattice, path)


def _owner(text: EntryText, lexeme: Lexeme, fields: list[tuple[str, int, int]]) -> int | None:
    start = text.visible.span(lexeme.start, lexeme.end).start
    return next((_NAMES[name] for name, first, last in fields if name in _NAMES and first <= start < last), None)


def _path(lattice: Lattice, owners: list[int | None], text: str) -> Iterator[tuple[int, int, int]]:
    """The steps that give each labelled field its cells: main fields over their hull, the others run by run."""
    steps: dict[int, tuple[int, int]] = {}
    for field in ONCE:
        own = [k for k, owner in enumerate(owners) if owner == field and (field == TITLE or not lattice.cells[k].atom)]
        if own:
            if {owner for owner in owners[own[0] : own[-1] + 1] if owner not in (field, None)}:
                raise Misfit(f"{FIELDS[field]} is in two places in {text[:300]!r}")
            steps[own[0]] = (own[-1] + 1, field)
    at = 0
    while at < len(owners):
        owner = owners[at]
        if at in steps:
            last, field = steps[at]
        elif lattice.cells[at].atom:
            last, field = at + 1, ATOM
        elif owner is None or owner in ONCE:
            last, field = at + 1, NOTE
        else:
            last, field = at + 1, owner
            while field != NOTE and last < len(owners) and owners[last] == owner and not lattice.cells[last].atom:
                last += 1
        yield (at, last, field)
        at = last


class Index:
    """Feature names to rows of the weight matrix."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, str], int] = {}

    def __call__(self, table: str, name: str) -> int:
        return self.rows.setdefault((table, name), len(self.rows))


class Encoded(NamedTuple):
    """A case as numbers: feature rows of cells, starts, ends and inner joints; word counts; the gold path."""

    cells: list[list[int]]
    starts: list[list[int]]
    ends: list[list[int]]
    inner: list[int]
    words: list[int]
    atoms: list[bool]
    path: tuple[tuple[int, int, int], ...]


def vocabulary(found: Iterable[Case]) -> frozenset[str]:
    """The words that stand in enough different fields to say something of fields, and not of a few works."""
    seen: dict[str, set[str]] = {}
    for case in found:
        lattice = case.lattice
        for first, last, _ in case.path:
            texts = [
                text.lower()
                for text in lattice.lexemes.texts[lattice.cells[first].first : lattice.cells[last - 1].last]
            ]
            for word in texts:
                if word[0].isalpha() and len(word) > 1:
                    seen.setdefault(word, set()).add(" ".join(texts)[:80])
    return frozenset(word for word, fields in seen.items() if len(fields) >= _FIELDS_OF_A_WORD)


def encode(case: Case, index: Index, known: frozenset[str]) -> Encoded:
    lattice = case.lattice
    features = []
    for cell, names in zip(lattice.cells, lattice.features, strict=True):
        own = [name for name in names if not name.startswith(WORD)]
        if not cell.atom and names[0] not in _SURE:
            own += [
                WORD + word for text in lattice.lexemes.texts[cell.first : cell.last] if (word := text.lower()) in known
            ]
        features.append(own)
    words = [0]
    for size in lattice.sizes:
        words.append(words[-1] + size)
    return Encoded(
        [[index("cell", name) for name in names] for names in features],
        [[index("start", name) for name in names] for names in lattice.openings],
        [[index("end", name) for name in names] for names in lattice.closings],
        [index("inner", name) for name in lattice.across],
        words,
        [cell.atom is not None for cell in lattice.cells],
        case.path,
    )


def _bucket(count: int) -> int:
    return next(place for place, (low, high) in enumerate(_LENGTHS) if count <= high)


class Model:
    """Weights as one matrix, and what a corpus says of them."""

    def __init__(self, index: Index) -> None:
        for low, high in _LENGTHS:
            index("length", f"{low}-{high}" if high < 10**6 else f"{low}-") if low != high else index(
                "length", str(low)
            )
        for state in range(_STATES):
            index("order", _order_name(state))
        index("final", "missing")
        self.index = index
        self.weights: Array = np.zeros((len(index.rows), len(FIELDS)))
        self.length0 = index.rows["length", "1"]
        self.order0 = index.rows["order", "-"]
        self.missing = index.rows["final", "missing"]

    def sweep(self, case: Encoded, gradient: Array) -> float:
        """Add to `gradient` what the case shows less what is expected; the case's log-likelihood."""
        W, n, F = self.weights, len(case.cells), len(FIELDS)
        cum = np.zeros((n + 1, F))
        for k, rows in enumerate(case.cells):
            cum[k + 1] = cum[k] + W[rows].sum(0)
        inner = np.zeros((n + 2, F))
        for k in range(n + 1):
            inner[k + 1] = inner[k] + W[case.inner[k]]
        start = np.array([W[rows].sum(0) for rows in case.starts[:-1]] if n else np.zeros((0, F)))
        end = np.array([W[rows].sum(0) for rows in case.ends])
        order = W[self.order0 : self.order0 + _STATES]
        length = W[self.length0 : self.length0 + len(_LENGTHS)]
        edges: list[tuple[int, int, int, float]] = []
        gold_steps = set(case.path)
        for i in range(n):
            if case.atoms[i]:
                edges.append((i, i + 1, ATOM, 0.0))
            top = min(n, i + max(_REACH))
            block = (
                cum[i + 1 : top + 1] - cum[i] + inner[i + 1 : top + 1] - inner[i + 1] + start[i] + end[i + 1 : top + 1]
            )
            for j in range(i + 1, top + 1):
                b = _bucket(case.words[j] - case.words[i])
                for f in range(F):
                    if j - i <= _REACH[f]:
                        value = float(block[j - i - 1, f] + length[b, f])
                        if value > -_WORTH or (i, j, f) in gold_steps:
                            edges.append((i, j, f, value))
        neg = -1e30
        alpha = [[neg] * _STATES for _ in range(n + 1)]
        alpha[0][0] = 0.0
        arcs = []
        for i, j, f, value in edges:
            bit = 1 << f if 0 <= f < len(ONCE) else 0
            for s in range(_STATES):
                a = alpha[i][s]
                if a > neg / 2 and not s & bit:
                    w = value + (order[s, f] if bit else 0.0)
                    alpha[j][s | bit] = _logadd(alpha[j][s | bit], a + w)
                    arcs.append((i, j, f, s, s | bit, w))
        miss = [sum(W[self.missing, f] for f in ONCE if not s >> f & 1) for s in range(_STATES)]
        beta = [[neg] * _STATES for _ in range(n)] + [miss]
        for i, j, f, s, t, w in reversed(arcs):
            beta[i][s] = _logadd(beta[i][s], w + beta[j][t])
        total = beta[0][0]
        occupancy = np.zeros((n + 1, F))
        over = np.zeros((n + 2, F))
        for i, j, f, s, t, w in arcs:
            if f == ATOM:
                continue
            p = math.exp(min(0.0, alpha[i][s] + w + beta[j][t] - total))
            if p > 1e-5:
                self._show(case, gradient, occupancy, over, i, j, f, s, -p)
        for s in range(_STATES):
            p = math.exp(min(0.0, alpha[n][s] + miss[s] - total))
            for f in ONCE:
                if not s >> f & 1:
                    gradient[self.missing, f] -= p
        gold, s = 0.0, 0
        for i, j, f in case.path:
            if f == ATOM:
                continue
            bit = 1 << f if f < len(ONCE) else 0
            b = _bucket(case.words[j] - case.words[i])
            gold += (
                cum[j, f]
                - cum[i, f]
                + inner[j, f]
                - inner[i + 1, f]
                + start[i, f]
                + end[j, f]
                + length[b, f]
                + (order[s, f] if bit else 0)
            )
            self._show(case, gradient, occupancy, over, i, j, f, s, 1.0)
            s |= bit
        gold += miss[s]
        for f in ONCE:
            if not s >> f & 1:
                gradient[self.missing, f] += 1.0
        occupancy, over = occupancy.cumsum(0), over.cumsum(0)
        for k, rows in enumerate(case.cells):
            for row in rows:
                gradient[row] += occupancy[k]
        for k in range(n + 1):
            gradient[case.inner[k]] += over[k]
        return gold - total

    def _show(
        self, case: Encoded, gradient: Array, occupancy: Array, over: Array, i: int, j: int, f: int, s: int, p: float
    ) -> None:
        occupancy[i, f] += p
        occupancy[j, f] -= p
        over[i + 1, f] += p
        over[j, f] -= p
        for row in case.starts[i]:
            gradient[row, f] += p
        for row in case.ends[j]:
            gradient[row, f] += p
        gradient[self.length0 + _bucket(case.words[j] - case.words[i]), f] += p
        if f < len(ONCE):
            gradient[self.order0 + s, f] += p


def _logadd(a: float, b: float) -> float:
    if a < b:
        a, b = b, a
    return a if b < a - 40 else a + math.log1p(math.exp(b - a))


def _order_name(seen: int) -> str:
    return "".join("ATV"[bit] for bit in range(len(ONCE)) if seen >> bit & 1) or "-"


def train(encoded: list[Encoded], model: Model, epochs: int, seed: int, rate: float = 0.3, ridge: float = 1e-5) -> None:
    """AdaGrad over the cases, averaged over the last half of the steps."""
    draw = random.Random(seed)  # noqa: S311 - an order of training, not a secret
    squares = np.full_like(model.weights, 1e-3)
    average, steps = np.zeros_like(model.weights), 0
    gradient, prior = np.zeros_like(model.weights), model.weights.copy()
    for epoch in range(epochs):
        draw.shuffle(encoded)
        likelihood = 0.0
        for at, case in enumerate(encoded):
            likelihood += model.sweep(case, gradient)
            if at % 8 == 7:
                gradient -= ridge * len(encoded) / 100 * (model.weights - prior)
                np.clip(gradient, -20, 20, out=gradient)
                squares += gradient * gradient
                model.weights += rate * gradient / np.sqrt(squares)
                gradient[:] = 0
                if epoch >= epochs // 2:
                    average += model.weights
                    steps += 1
        print(f"epoch {epoch + 1}: log-likelihood {likelihood / len(encoded):.4f} an entry", file=sys.stderr)
    if steps:
        model.weights[:] = average / steps


def table(model: Model, seen: Counter[tuple[str, str]], least: int) -> str:
    """The weights as the text of `weights.txt`."""
    lines = [
        "# What speaks for which field, in units of the search's score (natural logarithms of odds). Learned: see tools/training.",
        "#   A authors  T title  V venue  E editors  P publisher  L place  N note",
        "",
    ]
    for section in ("cell", "start", "end", "inner", "length", "order", "final"):
        lines.append(f"{'[' + section + ']':<26}" + "".join(f"{letter:>8}" for letter in "ATVEPLN"))
        for (where, name), row in sorted(
            model.index.rows.items(), key=lambda item: (item[1] if item[0][0] in ("length", "order") else 0, item[0])
        ):
            if where == section and (section in ("length", "order", "final") or seen[where, name] >= least):
                lines.append(f"{name:<26}" + "".join(f"{value:8.2f}" for value in model.weights[row]))
        lines.append("")
    return "\n".join(lines)


def load(paths: list[Path]) -> Iterator[tuple[str, list[tuple[int, list[tuple[str, int, int]]]]]]:
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                data = json.loads(line)
                yield (
                    data["page"],
                    [(entry["start_line"], [tuple(span) for span in entry["fields"]]) for entry in data["entries"]],
                )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpus", nargs="+", type=Path)
    options.add_argument("--epochs", type=int, default=4)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--most", type=int, default=10**9)
    options.add_argument("--misfits", type=int, default=0, help="print that many labels that no path can be")
    options.add_argument("--out", type=Path)
    chosen = options.parse_args()
    index = Index()
    found: list[Case] = []
    seen: Counter[tuple[str, str]] = Counter()
    misfits = 0
    for page, entries in load(chosen.corpus):
        for case in cases(page, entries):
            if isinstance(case, Misfit):
                misfits += 1
                if misfits <= chosen.misfits:
                    print("misfit:", case)
                continue
            found.append(case)
        if len(found) >= chosen.most:
            break
    known = vocabulary(found)
    encoded = [encode(case, index, known) for case in found]
    found.clear()
    rows = {row: key for key, row in index.rows.items()}
    for one in encoded:
        seen.update(rows[row] for group in (*one.cells, *one.starts, *one.ends, one.inner) for row in set(group))
    print(f"{len(encoded)} cases, {misfits} misfits, {len(index.rows)} features", file=sys.stderr)
    model = Model(index)
    _begin(model)
    train(encoded, model, chosen.epochs, chosen.seed)
    text = table(model, seen, 5)
    if chosen.out:
        chosen.out.write_text(text, "utf-8")
    else:
        print(text)


def _begin(model: Model) -> None:
    """Begin from the weights that are there."""
    weights = blind()
    for (section, name), row in model.index.rows.items():
        known = getattr(weights, section, None)
        if isinstance(known, dict) and name in known:
            model.weights[row] = known[name]


if __name__ == "__main__":
    main()
