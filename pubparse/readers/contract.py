"""What a reader of a format declares in, and what it tells of a text: its entries, and what of it cannot be read."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

Record = dict[str, Any]


class Entry(NamedTuple):
    """An entry of a bibliography: its lines, counted from 1, the key it is cited by, and its values.

    Values stand under the names of the record; `venue` is the name alone, with `acronym` and `track` beside it, and
    `degree` what the entry calls a thesis. Empty is as good as not there.
    """

    line: int
    end_line: int
    key: str
    values: Record

    @property
    def says_something(self) -> bool:
        """Whether it says more than what sort of work it is."""
        return any(any(value.values()) if isinstance(value, dict) else value for value in self._of_the_work())

    def _of_the_work(self) -> Iterable[Any]:
        return (value for name, value in self.values.items() if name not in {"type", "degree"})


class Flaw(NamedTuple):
    """What is amiss on a line: the code of a problem, and the particulars."""

    line: int
    code: str
    detail: str


@dataclass(frozen=True)
class Reader:
    """A format that bibliographies are kept in. The docstring of its module says what of it is read."""

    name: str
    """What it is called."""
    label: str
    """What people call it."""
    suffix: str
    """How the names of its files end."""
    read: Callable[[str], Iterable[Entry | Flaw]]
    """A text, its lines ending as in Unix, in; what it holds, in order, out."""
