"""Blocks of a document in, its entries out: every way a page may lay out a list is one file here.

A module declares a `Layout`. Each is asked which stretches of blocks it would take, and how surely; the surest claims
win, the rest of the page is prose, where legends and the owner's name are looked for.
"""

from pubparse.layouts.entries import Claim, Entry, Heading, Hint, Layout, Listing, Prose
from pubparse.layouts.walk import find_entries, layouts

__all__ = ["Claim", "Entry", "Heading", "Hint", "Layout", "Listing", "Prose", "find_entries", "layouts"]
