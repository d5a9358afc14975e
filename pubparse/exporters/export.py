"""Pages or publications and the name of a format in, an `Export` out."""

from functools import cache
from typing import Any

from pydantic import ValidationError

import pubparse.exporters
from pubparse.bibliography import merging
from pubparse.bibliography.listed import Listable, listed
from pubparse.exporters.contract import Export, Exporter, Options
from pubparse.exporters.work import Work
from pubparse.problems import UsageError
from pubparse.registry import collect


@cache
def formats() -> tuple[Exporter, ...]:
    """Every format there is, by name."""
    return tuple(sorted(collect(pubparse.exporters, Exporter), key=lambda exporter: exporter.name))


def export(given: Listable, to: str, *, keys: str | None = None, merge: bool = False, **options: Any) -> Export:
    """Write pages or publications in a format.

    `to` is the name of a format (see `formats`), `keys` a template for citation keys (`{family}{year}{word}`; by
    default a record's `id`), and `options` are the format's own. With `merge` what is surely the same work is written
    once: `pubparse.merge` tells what that joins. The losses of the result say what the format could
    not carry. Raises UsageError for a format, template or option that is none, and where the format needs an optional
    dependency that is not installed.
    """
    exporter = _named(to)
    chosen = _chosen(exporter, options)
    works = tuple(map(Work, listed(merging.merge(given).pages if merge else given, keys)))
    try:
        written = exporter.write(works, chosen)
    except ModuleNotFoundError as error:
        if not exporter.extra:
            raise
        raise UsageError(f"{exporter.label} needs {error.name}: pip install 'pubparse[{exporter.extra}]'") from error
    files = {f"publications{exporter.suffix}": written} if isinstance(written, str | bytes) else written
    return Export(exporter, files, works)


def _named(name: str) -> Exporter:
    for exporter in formats():
        if exporter.name == name:
            return exporter
    raise UsageError(f"there is no format {name!r}: it is one of {', '.join(one.name for one in formats())}")


def _chosen(exporter: Exporter, options: dict[str, Any]) -> Options:
    try:
        return exporter.options.model_validate(options)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(map(str, first["loc"]))
        if first["type"] == "extra_forbidden":
            known = ", ".join(exporter.options.model_fields) or "none"
            raise UsageError(f"{exporter.name} has no option {name!r}; it has {known}") from error
        raise UsageError(f"{exporter.name}: {name}: {first['msg']}") from error
