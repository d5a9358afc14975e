"""A publication in, the sort of work it is out: as fine as bibliography formats tell sorts apart."""

import re
from typing import Literal

from pubparse.model.publication import Publication

Kind = Literal[
    "journal", "conference", "workshop", "preprint", "book", "chapter", "doctoral thesis", "master thesis", "thesis",
    "report", "patent", "poster", "software", "dataset", "unpublished", "other",
]  # fmt: skip

_NOT_OUT = frozenset({"submitted", "under review", "in preparation"})
_DOCTORAL = re.compile(r"ph\.?\s?d|do[ck]tor|doctoral|doutorado|дисс|博士|habilitation", re.I)
_MASTER = re.compile(r"master|m\.?\s?sc\b|diplom|硕士|修士|mestrado", re.I)


def kind_of(publication: Publication) -> Kind:
    """The type of the record, theses by their degree; what is still under review is unpublished, but for preprints."""
    if publication.type == "thesis":
        said = publication.fields.get("type")
        # `Tese (Doutorado em …)`: the degree may be told behind the word.
        words = " ".join((said.text, *(note.text for note in publication.notes))) if said else publication.raw
        return "doctoral thesis" if _DOCTORAL.search(words) else "master thesis" if _MASTER.search(words) else "thesis"
    if publication.status in _NOT_OUT and publication.type != "preprint":
        return "unpublished"
    return publication.type
