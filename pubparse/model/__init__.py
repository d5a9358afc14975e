"""Readings in, the public record out: what a parsed page looks like to the programs that read it."""

from pubparse.model.page import LegendEntry, Owner, Page, Problem, SourceInfo
from pubparse.model.person import Author
from pubparse.model.publication import Award, FieldOrigin, Ids, Link, Note, Publication
from pubparse.model.venue import Venue

__all__ = [
    "Author",
    "Award",
    "FieldOrigin",
    "Ids",
    "LegendEntry",
    "Link",
    "Note",
    "Owner",
    "Page",
    "Problem",
    "Publication",
    "SourceInfo",
    "Venue",
]
