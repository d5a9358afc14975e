"""What must hold of the page of any folder, and folders made of what was exported."""

import re
from pathlib import Path
from typing import Any

from pubparse import Page, Publication


def names(one: Publication) -> str:
    return "; ".join(author.name for author in one.authors)


def check_places(page: Page) -> None:
    """Every value stands where the record says, or says what was done to it; and it says so of every value."""
    for one in page.publications:
        assert page.source.text[one.span.start : one.span.end] == one.raw
        said = {"title", *(f"authors[{at}].name" for at in range(len(one.authors)))}
        said |= {name for name in ("year", "date", "volume", "issue", "pages", "publisher") if getattr(one, name)}
        said |= {f"ids.{scheme}" for scheme, value in one.ids if value}
        said |= {"venue.name"} if one.venue else set()
        assert said <= one.fields.keys()
        for path, origin in one.fields.items():
            start, end = origin.span
            assert page.source.text[start:end] == origin.text
            assert one.span.start <= start <= end <= one.span.end
            assert origin.origin == "front matter"
            if origin.transform is None:
                stands = [page.source.text[start:end] for start, end in origin.pieces or (origin.span,)]
                assert value_at(one, path).replace(" ", "") == "".join("".join(stands).split())


def value_at(one: Publication, path: str) -> str:
    value: Any = one
    for name, number in re.findall(r"(\w+)(?:\[(\d+)\])?", path):
        value = getattr(value, name)
        value = value[int(number)] if number else value
    return str(value)


def write(files: Any, folder: Path) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
