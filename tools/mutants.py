"""A number of mutants in, how many of them the tests notice out.

    python -m tools.mutants --count 60 --into mutants.jsonl

A mutant is the package with one small mistake in it: `<` for `<=`, `or` for `and`, a statement left out. One that no
test notices is a rule that no test holds. They are drawn by chance, a like number from each folder of `TESTS`, and each
meets the quick tests of its folder in a process of its own; what is drawn depends on the seed alone.
"""

import argparse
import ast
import importlib.util
import json
import os
import resource
import sys
from collections import Counter
from collections.abc import Iterator
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from itertools import zip_longest
from pathlib import Path
from random import Random
from types import CodeType
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent
TESTS = {
    "grammar": ("tests/unit/grammar", "tests/test_cases.py", "tests/test_pages.py"),
    "text": ("tests/unit/text", "tests/unit/markdown/test_runs.py", "tests/test_cases.py"),
    "rewrite": ("tests/unit/rewrite",),
}
"""The folders that mutants are made of, and the tests that should notice them, the quickest first."""
SECONDS = 120
"""Of the processor's time: a mutant that takes more runs for ever."""
_OTHERS: dict[type[ast.AST], Any] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Break: ast.Continue, ast.Continue: ast.Break,
}  # fmt: skip


class Mutant(NamedTuple):
    """A mistake: in which file, at which node of its tree, counted as `ast.walk` meets them."""

    folder: str
    path: Path
    node: int


def drawn(count: int, seed: int) -> list[Mutant]:
    """So many mutants, the folders taking turns."""
    chance = Random(seed)  # noqa: S311 (chance need not be secret)
    by_folder = [[*_mutants_of(folder)] for folder in TESTS]
    for some in by_folder:
        chance.shuffle(some)
    turns = zip_longest(*by_folder)
    return [one for turn in turns for one in turn if one][:count]


def _mutants_of(folder: str) -> Iterator[Mutant]:
    for path in sorted((ROOT / "pubparse" / folder).rglob("*.py")):
        for at, node in enumerate(ast.walk(ast.parse(path.read_text("utf-8")))):
            if _is_changed(node):
                yield Mutant(folder, path, at)


def _is_changed(node: ast.AST) -> bool:
    match node:
        case ast.Compare(ops=[op]) | ast.BoolOp(op=op) | ast.BinOp(op=op):
            return type(op) in _OTHERS
        case ast.UnaryOp(op=ast.Not()) | ast.Break() | ast.Continue() | ast.AugAssign() | ast.If() | ast.IfExp():
            return True
        case ast.Constant(value=value):
            return isinstance(value, int)  # a `bool` is one
        case ast.Expr(value=ast.Call()):
            return True
        case ast.Return(value=ast.AST() as value):
            return not (isinstance(value, ast.Constant) and value.value is None)
    return False


def changed(mutant: Mutant) -> tuple[ast.Module, str]:
    """The tree with the mistake in it, and what it is."""
    tree = ast.parse(mutant.path.read_text("utf-8"))
    node = next(node for at, node in enumerate(ast.walk(tree)) if at == mutant.node)
    before = ast.unparse(node).partition("\n")[0]
    fresh = _mistake(node)
    for parent in ast.walk(tree):
        for name, value in ast.iter_fields(parent):
            if value is node:
                setattr(parent, name, fresh)
            elif isinstance(value, list):
                setattr(parent, name, [fresh if one is node else one for one in value])
    line = getattr(node, "lineno", 0)
    after = ast.unparse(fresh).partition("\n")[0]
    return ast.fix_missing_locations(tree), f"{mutant.path.relative_to(ROOT)}:{line}: {before} → {after}"


def _mistake(node: ast.AST) -> ast.AST:
    match node:
        case ast.Compare(left=left, ops=[op], comparators=comparators):
            return ast.Compare(left, [_other(op)], comparators)
        case ast.BoolOp(op=op, values=values):
            return ast.BoolOp(_other(op), values)
        case ast.BinOp(left=left, op=op, right=right):
            return ast.BinOp(left, _other(op), right)
        case ast.If(test=test, body=body, orelse=orelse):
            return ast.If(ast.UnaryOp(ast.Not(), test), body, orelse)
        case ast.IfExp(test=test, body=body, orelse=orelse):
            return ast.IfExp(test, orelse, body)
    return _mistake_of_one_part(node)


def _mistake_of_one_part(node: ast.AST) -> ast.AST:
    match node:
        case ast.UnaryOp(operand=operand):
            return operand
        case ast.Constant(value=bool(value)):
            return ast.Constant(not value)
        case ast.Constant(value=int(number)):
            return ast.Constant(number + 1)
        case ast.Return():
            return ast.Return(ast.Constant(None))
        case ast.Break() | ast.Continue():
            return _other(node)  # type: ignore[no-any-return]
    return ast.Pass()


def _other(op: ast.AST) -> Any:
    return _OTHERS[type(op)]()


class _Finder(MetaPathFinder):
    """What gives one module with a mistake in it, whoever imports it."""

    def __init__(self, mutant: Mutant, tree: ast.Module) -> None:
        inner = mutant.path.relative_to(ROOT).with_suffix("").parts
        self.name, self.path, self.tree = ".".join(inner).removesuffix(".__init__"), str(mutant.path), tree

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        """The module, where it is the one."""
        if fullname != self.name:
            return None
        return importlib.util.spec_from_file_location(fullname, self.path, loader=_Loader(self))


class _Loader(SourceFileLoader):
    def __init__(self, finder: _Finder) -> None:
        super().__init__(finder.name, finder.path)
        self.tree = finder.tree

    def get_code(self, fullname: str) -> CodeType:
        return compile(self.tree, fullname, "exec")


def fails(folder: str, finder: MetaPathFinder | None = None) -> bool:
    """Whether the tests of a folder fail, a module of which may come from elsewhere; all is in another process."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1] != 0
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    code = 1
    try:
        import pytest

        sys.meta_path[:0] = [finder] if finder else []
        code = int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", *TESTS[folder]]))
    finally:
        os._exit(code)


def main() -> None:
    """Run from the command line."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("--count", type=int, default=60)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--into", type=Path, required=True)
    given = asked.parse_args()
    os.chdir(ROOT)
    for folder in TESTS:
        if fails(folder):
            sys.exit(f"the tests of {folder} fail without any mutant")
    tally: Counter[tuple[str, bool]] = Counter()
    with given.into.open("w", encoding="utf-8") as lines:
        for mutant in drawn(given.count, given.seed):
            tree, what = changed(mutant)
            noticed = fails(mutant.folder, _Finder(mutant, tree))
            tally[mutant.folder, noticed] += 1
            lines.write(json.dumps({"noticed": noticed, "what": what}, ensure_ascii=False) + "\n")
            lines.flush()
    for folder in TESTS:
        of_it = tally[folder, True] + tally[folder, False]
        print(f"{folder}: {tally[folder, True]} of {of_it} noticed")


if __name__ == "__main__":
    main()
