"""A package and a type in, what its modules declare of that type out: adding a thing is adding a file."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TypeVar

Declared = TypeVar("Declared")


@cache
def collect(package: ModuleType, kind: type[Declared]) -> tuple[Declared, ...]:
    """What the modules of `package` declare at top level of type `kind`, by the modules' names; looked for once."""
    found: list[Declared] = []
    for module in sorted(iter_modules(package.__path__), key=lambda module: module.name):
        declared = vars(import_module(f"{package.__name__}.{module.name}"))
        found += [value for value in declared.values() if isinstance(value, kind) and value not in found]
    return tuple(found)
