"""The path of a folder in, the files in it that may be publications out, and what the site calls its owner."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_WHERE = ("_publications", "content/publications", "content/publication", "publications", "publication")
_PROFILES = ("authors/{me}/_index.md", "authors/{me}/index.md", "data/authors/{me}.yaml", "data/authors/{me}.yml")
_LISTS = frozenset({"_index.md"})  # what the site says above a list of pages
OWNERS = ("me", "admin")
"""What Hugo Blox calls the owner of a site, now and formerly."""


class Found(NamedTuple):
    """A file that may be a publication: its path from the folder on, its bytes, and why there are none."""

    path: str
    content: bytes
    failure: str


def publication_files(folder: Path) -> list[Found]:
    """Each file, in the order of the paths; NotADirectoryError where the folder is none.

    The folder is that of the publications, or the site around it.
    """
    if not folder.is_dir():
        raise NotADirectoryError(20, "it is no folder", str(folder))
    inner = next((place for name in _WHERE if (place := folder / name).is_dir()), folder)
    found = {path.relative_to(folder).as_posix(): path for path in inner.rglob("*.md") if _may_be_one(path, inner)}
    return [_read(name, found[name]) for name in sorted(found)]


def _read(name: str, path: Path) -> Found:
    try:
        return Found(name, path.read_bytes(), "")
    except OSError as error:
        return Found(name, b"", f"{name}: {error.strerror or error}")


def _may_be_one(path: Path, folder: Path) -> bool:
    """A page of its own, or the main page of a folder: what else stands there is in another language, or a draft.

    A link that leads out of the folder is none: a site that somebody else made must not show what is not in it.
    """
    is_main = path.parent == folder or path.name == "index.md"
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    leads_out = path.is_symlink() and not path.resolve().is_relative_to(folder.resolve())
    return is_main and not hidden and path.name not in _LISTS and path.is_file() and not leads_out


def profiles(folder: Path) -> Iterator[bytes]:
    """The profiles of the owner, if the site has any: beside its publications, or around them."""
    for place in (folder, *list(folder.resolve().parents)[:2]):
        for root in (place, place / "content"):
            paths = (root / name.format(me=me) for me in OWNERS for name in _PROFILES)
            yield from (path.read_bytes() for path in paths if path.is_file())
