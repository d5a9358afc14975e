"""The shapes of entries as tables: what stands where, in what order, between which signs.

`{name}` stands for a value; a stretch in ⟨ ⟩ is left out where one of its values is missing. `{A}` are the authors, `{T}`
the title, `{W}` where and when it appeared, `{B}` a badge, `{year}` a date standing alone; `¶` ends a line of the entry.
"""

import re
from collections.abc import Mapping
from functools import cache

from tools.training.pieces import Piece, Pieces, bare, text_of

Table = list[tuple[float, str]]
Node = tuple[str, tuple["Node", ...]]  # a literal or value with its text, or a group with its parts
_TOKEN = re.compile(r"\{(\w+)\}|(⟨)|(⟩)|([^{⟨⟩]+)")

ONE_LINE: Table = [
    (22, "{A}. {T}. {W}"), (8, "{A}, {T}, {W}"), (4, "{A}: {T}. {W}"), (3, "{A}. {T}, {W}"), (2, "{A}, {T}. {W}"), (1.5, "{A} {T}. {W}"),
    (7, "{A} ({year}). {T}. {W}"), (2, "{A} ({year}) {T}. {W}"), (2, "{A} ({year}): {T}. {W}"), (1.5, "{A}. ({year}). {T}. {W}"), (3, "{A}. {year}. {T}. {W}"),
    (1.5, "{A}, {year}. {T}. {W}"), (1, "{A} {year}. {T}. {W}"), (1, "{A}, {year}, {T}, {W}"), (0.7, "{A}, {year}: {T}. {W}"), (0.7, "{A} [{year}]. {T}. {W}"),
    (8, "{T}. {A}. {W}"), (6, "{T}, {A}, {W}"), (2, "{T} - {A}. {W}"), (2, "{T}, {A}. {W}"), (1.5, "{T} by {A}. {W}"), (1, "{T} by {A}, {W}"), (1, "{T} {A}. {W}"),
    (1, "{T} — {A}, {W}"), (0.7, "{T}; {A}; {W}"), (0.7, "{T} ({year}). {A}. {W}"), (0.7, "{T} ({year}), {W}"), (0.5, "{T}: {A}, {W}"),
    (2, "{T}, {W}, {A}"), (1.5, "{T}. {W}. {A}"), (1, "{T}, {W}⟨ (with {C})⟩"), (1, "{T}⟨ (with {C})⟩, {W}"), (0.7, "{T}, with {C}. {W}"), (0.5, "{T}. Joint with {C}. {W}"),
    (1.5, "{T}. {W}"), (1, "{T}, {W}"), (1, "{T} ({W})"), (0.5, "{T}"), (0.4, "{T} - {W}"),
    (3, "{B} {T}. {A}"), (2, "{B} {T}, {A}"), (2, "{B} {A}. {T}"), (1.5, "{B} {T} {A}"), (1, "{B} {A}. {T}. {W}"), (1, "{B} {T}. {A}. {W}"), (1, "{B} {A}, {T}, {W}"),
    (0.7, "{B}: {T}. {A}"), (0.6, "{B} {T}"), (0.5, "{B}, {T}, {A}"),
    (1, "`{year}` {A}. {T}. {W}"), (0.7, "{year}. {T}. {W}"), (0.7, "{year}. {A}. {T}. {W}"), (0.7, "({year}) {A}. {T}. {W}"), (0.5, "{year} {T}. {A}. {W}"), (0.5, "**{year}** {T}, {W}"),
    (0.7, "{W}. {T}. {A}"), (0.4, "{W}: {A}. {T}"), (0.4, "{A}. {W}. {T}"), (0.5, "{A} / {T} / {W}"), (0.4, "{T} | {A} | {W}"),
]  # fmt: skip
"""Entries on one line."""

LINES: Table = [
    (22, "{T}¶{A}¶{W}"), (8, "{T}¶{A}. {W}"), (4, "{A}¶{T}¶{W}"), (4, "{T}¶{W}¶{A}"), (3, "{A}. {T}.¶{W}"), (2, "{T}. {A}.¶{W}"), (2, "{T}.¶{A}.¶{W}."), (3, "{T},¶{A},¶{W}"),
    (2, "{T} ({W})¶{A}"), (2, "{T}, {W}¶{A}"), (3, "{B} {T}¶{A}¶{W}"), (4, "{B} {T}¶{A}"), (2, "{T} {B}¶{A}"), (1, "{B}¶{T}¶{A}"), (1, "{T}¶{A}¶{B} {W}"), (1.5, "{A},¶{T},¶{W}."),
    (1, "{A} ({year}).¶{T}.¶{W}"), (0.7, "{A}, {year}.¶{T}.¶{W}"), (1, "{T}¶{A}, {W}"), (1, "{T}¶by {A}¶{W}"), (0.7, "{T}¶with {C}¶{W}"), (0.7, "{T}¶{W}"), (0.5, "{T}¶{A}"), (0.7, "{year}¶{T}¶{A}¶{W}"),
    (0.6, "{T}¶Authors: {A}¶Venue: {W}"), (0.5, "{T}¶Authors: {A}¶Published in {W}"), (0.4, "{T}¶**Authors:** {A}¶**Journal:** {W}"), (0.5, "{T}¶{A}¶In {W}"), (0.4, "{T} ({year})¶{A}¶{W}"),
]  # fmt: skip
"""Entries of several lines."""

CONFERENCE: Table = [
    (14, "In {venue}⟨, {year}⟩"), (8, "In {venue}⟨ {year}⟩"), (12, "{venue}⟨ {year}⟩"), (9, "{venue}⟨, {year}⟩"), (3, "{venue}⟨ ({year})⟩"), (3, "In {venue}⟨ ({year})⟩"), (2, "in {venue}⟨ {year}⟩"),
    (2, "in {venue}⟨, {year}⟩"), (2, "In: {venue}⟨ {year}⟩"), (1, "In: {venue}⟨ ({year})⟩"), (1, "{venue}⟨. {year}⟩"), (0.5, "at {venue}⟨ {year}⟩"), (0.5, "{venue}⟨: {year}⟩"), (0.4, "@ {venue}⟨ {year}⟩"),
    (5, "In {venue}⟨, pp. {pages}⟩⟨, {year}⟩"), (4, "In {venue}⟨, pages {pages}⟩⟨, {year}⟩"), (2, "In {venue}⟨, {year}⟩⟨, pp. {pages}⟩"), (2, "{venue}⟨, {pages}⟩⟨, {year}⟩"), (1, "In {venue}⟨: {pages}⟩⟨, {year}⟩"),
    (3, "In {venue}⟨ (pp. {pages})⟩⟨. {publisher}⟩"), (2, "In {venue}⟨, pages {pages}⟩⟨. {publisher}⟩⟨, {year}⟩"), (2, "In: {venue}⟨. {publisher}⟩⟨ ({year})⟩⟨, {pages}⟩"), (1, "{venue}⟨, {publisher}⟩⟨, {year}⟩"),
    (3, "In {venue}⟨, {place}⟩⟨, {year}⟩"), (2, "{venue}⟨, {place}⟩⟨, {year}⟩"), (1, "In {venue}⟨. {place}⟩⟨. {year}⟩"), (1, "In {venue}⟨ ({place}⟨, {year}⟩)⟩"), (0.7, "{venue}⟨ ({year})⟩⟨, {place}⟩"), (0.5, "In {venue}⟨, {year}⟩⟨, {place}⟩⟨, pp. {pages}⟩"),
    (2, "In {venue}⟨, {volume}⟩⟨, {pages}⟩⟨, {year}⟩"), (1, "In {venue}⟨, volume {volume}⟩⟨, pages {pages}⟩⟨, {year}⟩"), (1, "{venue}⟨ {volume}⟩⟨ ({year})⟩⟨: {pages}⟩"), (1, "In {venue}⟨, vol. {volume}⟩⟨, pp. {pages}⟩⟨, {year}⟩"),
    (1, "In {venue}⟨ {year}⟩⟨, pp. {pages}⟩"), (1.5, "In Proc. {venue}⟨, {year}⟩"), (1, "In *Proc. {Venue}*⟨, {pages}⟩⟨ ({year})⟩"), (0.7, "{venue}⟨, {year}⟩ (paper {pages})"),
]  # fmt: skip
SHORT: Table = [
    (8, "({venue}⟨ {year}⟩)"), (3, "[{venue}⟨ {year}⟩]"), (8, "{venue}⟨'{yy}⟩"), (2, "{venue}⟨ '{yy}⟩"), (2, "{venue}⟨’{yy}⟩"), (3, "{venue}⟨{year}⟩"), (1, "{venue}⟨-{yy}⟩"), (2, "({venue}⟨'{yy}⟩)"), (1, "In {venue}⟨'{yy}⟩"), (2, "({venue}⟨, {year}⟩)"),
    (1, "**({Venue}⟨ {year}⟩)**"), (1, "[**{Venue}⟨ {year}⟩**]"), (1, "`{Venue}⟨ {year}⟩`"), (1, "\\[{venue}⟨ {year}⟩\\]"), (0.5, "In {venue}⟨{year}⟩"), (0.5, "{venue}⟨@{year}⟩"),
]  # fmt: skip
"""Only for acronyms."""
YEARLY: Table = [(3, "In {year} {venue}"), (3, "{year} {venue}"), (1, "In {year} {venue}⟨, pp. {pages}⟩"), (1, "{year} {venue}⟨, {pages}⟩"), (1, "In *{year} {Venue}*⟨, pages {pages}⟩⟨. {publisher}⟩")]
"""Only for conferences named in full."""

JOURNAL: Table = [
    (12, "{venue}⟨, {volume}⟨({issue})⟩⟩⟨, {pages}⟩⟨, {year}⟩"), (6, "{venue}⟨, {volume}⟨({issue})⟩⟩⟨: {pages}⟩⟨, {year}⟩"), (5, "{venue}⟨ {volume}⟨({issue})⟩⟩⟨, {pages}⟩⟨, {year}⟩"), (5, "{venue}⟨ {volume}⟨({issue})⟩⟩⟨:{pages}⟩⟨, {year}⟩"),
    (8, "{venue}⟨, {year}⟩"), (4, "{venue}⟨ ({year})⟩"), (4, "{venue}⟨ {year}⟩"), (2, "In {venue}⟨, {year}⟩"), (1, "({venue}⟨, {year}⟩)"), (1.5, "{venue}"), (0.6, "{venue}⟨'{yy}⟩"), (0.6, "{venue}⟨. {year}⟩"), (0.6, "In {venue}⟨ {year}⟩"),
    (6, "*{Venue}⟨, {volume}⟩*⟨({issue})⟩⟨, {pages}⟩"), (4, "*{Venue}*⟨, *{volume}*⟩⟨({issue})⟩⟨, {pages}⟩⟨, {year}⟩"), (3, "_{Venue}_⟨ {volume}⟨.{issue}⟩⟩⟨ ({year})⟩⟨: {pages}⟩"),
    (5, "{venue}⟨, vol. {volume}⟩⟨, no. {issue}⟩⟨, pp. {pages}⟩⟨, {year}⟩"), (2, "{venue}⟨, Vol. {volume}⟩⟨, No. {issue}⟩⟨, pp. {pages}⟩⟨, {year}⟩"), (1, "{venue}⟨, Vol. {volume}⟨ ({issue})⟩⟩⟨, pages {pages}⟩⟨, {year}⟩"), (1, "{venue}⟨, volume {volume}⟩⟨, issue {issue}⟩⟨, pages {pages}⟩⟨, {year}⟩"),
    (5, "{venue}⟨ **{volume}**⟩⟨, {page1}⟩⟨ ({year})⟩"), (2, "{venue}⟨ **{volume}**⟨({issue})⟩⟩⟨, {pages}⟩⟨ ({year})⟩"), (1, "{venue}⟨, **{volume}**⟩⟨, {page1}⟩⟨, {year}⟩"), (1, "{venue}⟨ {volume}⟩⟨, {page1}⟩⟨ ({year})⟩"), (1, "{venue}⟨ **{volume}**⟩⟨:{pages}⟩"),
    (4, "{venue}⟨. {year}⟩⟨;{volume}⟨({issue})⟩⟩⟨:{pages}⟩"), (3, "{venue}⟨ {year}⟩⟨;{volume}⟨({issue})⟩⟩⟨:{pages}⟩"), (1, "{venue}⟨, {year}⟩⟨; {volume}⟨({issue})⟩⟩⟨: {pages}⟩"), (2, "{venue}⟨, {year}⟩⟨, {volume}⟨({issue})⟩⟩⟨: {pages}⟩"), (1.5, "{venue}⟨ {year}⟩⟨, {volume}⟨({issue})⟩⟩⟨, {pages}⟩"),
    (2, "{venue}⟨ ({year})⟩⟨, {volume}⟨({issue})⟩⟩⟨, {pages}⟩"), (1, "{venue}⟨ ({year})⟩⟨ {volume}⟩⟨:{pages}⟩"), (2, "{venue}⟨ {volume}⟩⟨, no. {issue}⟩⟨ ({year})⟩⟨: {pages}⟩"), (1, "{venue}⟨ {volume}⟩⟨:{issue}⟩⟨, {pages}⟩⟨ ({year})⟩"),
    (0.7, "{venue}⟨, {volume}⟩⟨:{pages}⟩⟨, {year}⟩"), (0.7, "{venue}⟨ {volume}⟩⟨ {pages}⟩"), (0.7, "{publisher} {venue}⟨, {volume}⟩⟨, {year}⟩"), (0.5, "In: {venue}⟨ {volume}⟩⟨.{issue}⟩⟨ ({year})⟩⟨, pp. {pages}⟩"),
]  # fmt: skip

PREPRINT: Table = [
    (8, "{venue} {preprint} arXiv:{arxiv}⟨, {year}⟩"), (4, "{venue} {preprint} arXiv:{arxiv}⟨ ({year})⟩"), (8, "arXiv:{arxiv}⟨, {year}⟩"), (3, "arXiv:{arxiv}⟨ \\[{category}\\]⟩⟨, {year}⟩"), (8, "{venue}⟨, {year}⟩"), (8, "{venue}⟨ {year}⟩"), (3, "{venue}⟨ ({year})⟩"), (2, "{venue} {preprint}⟨, {year}⟩"),
    (2, "({venue}⟨ {year}⟩)"), (1.5, "*{Venue} {preprint} arXiv:{arxiv}*⟨, {year}⟩"), (1, "{venue}⟨, abs/{arxiv}⟩⟨, {year}⟩"), (2, "{Preprint}⟨, {year}⟩"), (1.5, "{Preprint}, arXiv:{arxiv}⟨ [{category}]⟩⟨, {year}⟩"), (1, "{Preprint} on {venue}⟨, {year}⟩"), (1, "[arXiv:{arxiv}](https://arxiv.org/abs/{arxiv})⟨, {year}⟩"), (1, "{venue}, {arxiv}⟨, {year}⟩"),
]  # fmt: skip

BOOK: Table = [
    (6, "{publisher}⟨, {year}⟩"), (3, "{publisher}⟨ ({year})⟩"), (5, "{place}: {publisher}⟨, {year}⟩"), (3, "{publisher}⟨, {place}⟩⟨, {year}⟩"), (2, "{publisher}: {place}⟨, {year}⟩"), (1.5, "({place}: {publisher}⟨, {year}⟩)"), (1.5, "({publisher}⟨, {year}⟩)"), (1, "⟨{edition} ed. ⟩{publisher}⟨, {year}⟩"), (1, "⟨{edition} edition, ⟩{publisher}⟨, {year}⟩"), (1, "{publisher}⟨, {place}⟩⟨ ({year})⟩"), (0.6, "⟨{edition} ed., ⟩{place}⟨, {publisher}⟩⟨, {year}⟩"), (0.6, "Book, {publisher}⟨, {year}⟩"),
]  # fmt: skip
CHAPTER: Table = [
    (5, "In {editors} (Eds.), {venue}⟨ (pp. {pages})⟩⟨. {place}: {publisher}⟩"), (4, "In {editors} (Eds.), {venue}⟨ (pp. {pages})⟩⟨. {publisher}⟩⟨, {year}⟩"), (3, "In {editors}, editors, {venue}⟨, pages {pages}⟩⟨. {publisher}⟩⟨, {year}⟩"), (3, "In: {editors} (eds) {venue}⟨. {publisher}⟩⟨, {place}⟩⟨, pp {pages}⟩"), (3, "In {venue}, edited by {editors}⟨, {pages}⟩⟨. {place}: {publisher}⟩⟨, {year}⟩"),
    (3, "In {venue}⟨, ed. {editors}⟩⟨, {pages}⟩⟨ ({place}: {publisher}⟨, {year}⟩)⟩"), (2, "In {venue}⟨, {editors} (eds.)⟩⟨, {publisher}⟩⟨, {year}⟩⟨, pp. {pages}⟩"), (2, "In {venue}. Ed. by {editors}⟨. {publisher}⟩⟨, {year}⟩⟨, pp. {pages}⟩"), (4, "In {venue}⟨, pp. {pages}⟩⟨. {publisher}⟩⟨, {year}⟩"), (3, "In {venue}⟨, {publisher}⟩⟨, {year}⟩"), (2, "In {venue}⟨, {year}⟩"), (1, "{venue}⟨, {pages}⟩⟨, {publisher}⟩⟨, {year}⟩"), (1, "in {editors} (eds.), {venue}⟨, {publisher}⟩⟨, {year}⟩"), (1, "Chapter in {venue}⟨, {publisher}⟩⟨, {year}⟩"), (1, "In {venue}, eds. {editors}⟨, {pages}⟩⟨. {publisher}⟩⟨, {year}⟩"),
]  # fmt: skip
THESIS: Table = [
    (6, "{genre}, {venue}⟨, {year}⟩"), (2, "{genre}. {venue}⟨, {year}⟩"), (2, "{venue}⟨, {year}⟩"), (1.5, "({genre}, {venue}⟨, {year}⟩)"), (1, "{venue}, {genre}⟨, {year}⟩"), (1.5, "({genre}). {venue}⟨, {year}⟩"), (1, "{genre}, Department of Computer Science, {venue}⟨, {year}⟩"), (0.5, "{genre} at {venue}⟨, {year}⟩"),
]  # fmt: skip
REPORT: Table = [
    (5, "{genre}⟨ {number}⟩, {venue}⟨, {year}⟩"), (2, "{genre}. {venue}⟨, {year}⟩"), (3, "{venue}⟨, {year}⟩"), (1.5, "{venue} {genre}⟨ {number}⟩⟨, {year}⟩"), (1, "({genre}⟨ No. {number}⟩). {venue}⟨, {year}⟩"), (1, "{genre}⟨ {number}⟩⟨, {place}⟩: {venue}⟨, {year}⟩"),
]  # fmt: skip

WHERE: dict[str, Table] = {
    "paper-conference": CONFERENCE, "workshop": CONFERENCE, "article-journal": JOURNAL, "article": PREPRINT, "book": BOOK, "chapter": CHAPTER, "thesis": THESIS, "report": REPORT,
}  # fmt: skip

# A whole tradition: the shapes of its entries, and where they say what appeared in.
TRADITIONS: dict[str, tuple[Table, dict[str, Table]]] = {
    "APA": (
        [(6, "{A} ({year}). {T}. {W}."), (1, "{A}. ({year}). {T}. {W}."), (1, "{A} ({year}) {T}. {W}.")],
        {
            "article-journal": [(3, "*{Venue}⟨, {volume}⟩*⟨({issue})⟩⟨, {pages}⟩"), (2, "*{Venue}*⟨, *{volume}*⟨({issue})⟩⟩⟨, {pages}⟩"), (1, "{venue}⟨, {volume}⟨({issue})⟩⟩⟨, {pages}⟩")],
            "paper-conference": [(3, "In *{Venue}*⟨ (pp. {pages})⟩⟨. {publisher}⟩"), (1, "*{Venue}*⟨, {pages}⟩"), (1, "*{Venue}*⟨, *{volume}*⟩⟨, {pages}⟩")],
            "book": [(2, "{publisher}"), (2, "{place}: {publisher}"), (1, "({edition} ed.). {publisher}")],
            "chapter": [(3, "In {editors} (Eds.), *{Venue}*⟨ (pp. {pages})⟩⟨. {publisher}⟩"), (2, "In {editors} (Eds.), *{Venue}*⟨ (pp. {pages})⟩⟨. {place}: {publisher}⟩"), (1, "In *{Venue}*⟨ (pp. {pages})⟩⟨. {publisher}⟩")],
            "thesis": [(2, "({genre}). {venue}"), (2, "[{genre}, {venue}]"), (1, "{genre}, {venue}")],
            "article": [(2, "{venue} {preprint} arXiv:{arxiv}"), (1, "{venue}"), (1, "arXiv:{arxiv}")],
        },
    ),
    "medicine": (
        [(5, "{A}. {T}. {W}."), (1, "{A}: {T}. {W}"), (1, "{A}. {T}. {W}"), (0.6, "{A}, {T}. {W}")],
        {
            "article-journal": [(4, "{venue}⟨. {year}⟩⟨;{volume}⟨({issue})⟩⟩⟨:{pages}⟩"), (2, "{venue}⟨ {year}⟩⟨; {volume}⟨({issue})⟩⟩⟨: {pages}⟩"), (1, "{venue}⟨ {volume}⟩⟨:{pages}⟩⟨, {year}⟩"), (1, "{venue}⟨, {year}⟩⟨. {volume}⟨({issue})⟩⟩⟨: p. {pages}⟩")],
            "book": [(2, "⟨{edition} ed. ⟩{place}: {publisher}⟨; {year}⟩")],
            "chapter": [(2, "In: {editors}, editors. {venue}⟨. {place}: {publisher}⟩⟨; {year}⟩⟨. p. {pages}⟩")],
        },
    ),
    "physics": (
        [(4, "{A}, {T}, {W}"), (3, "{A}. {T}. {W}"), (2, "{T}, {A}, {W}"), (2, "{A}, {W}")],
        {
            "article-journal": [(5, "{venue}⟨ **{volume}**⟩⟨, {page1}⟩⟨ ({year})⟩"), (2, "{venue}⟨ {volume}⟩⟨, {page1}⟩⟨ ({year})⟩"), (1, "[{venue}⟨ **{volume}**⟩⟨, {page1}⟩⟨ ({year})⟩](https://doi.org/10.1000/182)"), (1, "{venue}⟨ {volume}⟩⟨ ({year})⟩⟨ {page1}⟩")],
            "article": [(3, "arXiv:{arxiv}⟨ ({year})⟩"), (1, "[arXiv:{arxiv}](https://arxiv.org/abs/{arxiv})"), (1, "{venue}:{arxiv}⟨ [{category}]⟩⟨ ({year})⟩")],
        },
    ),
    "humanities": (
        [(4, "{A}. {T}. {W}."), (3, "{A}, {T}, {W}."), (2, "{T}, {W}"), (1, "{A}. {year}. {T}. {W}."), (1, "{year}. {T}. {W}.")],
        {
            "article-journal": [(4, "{venue}⟨ {volume}⟩⟨, no. {issue}⟩⟨ ({year})⟩⟨: {pages}⟩"), (2, "{venue}⟨ {volume}⟨.{issue}⟩⟩⟨ ({year})⟩⟨: {pages}⟩"), (1, "{venue}⟨, vol. {volume}⟩⟨, no. {issue}⟩⟨, {year}⟩⟨, pp. {pages}⟩")],
            "book": [(3, "{place}: {publisher}⟨, {year}⟩"), (2, "({place}: {publisher}⟨, {year}⟩)"), (2, "{publisher}⟨, {year}⟩"), (1, "{place}⟨, {year}⟩")],
            "chapter": [(3, "In {venue}, edited by {editors}⟨, {pages}⟩⟨. {place}: {publisher}⟩⟨, {year}⟩"), (2, "in {editors} (eds.), {venue}⟨ ({place}: {publisher}⟨, {year}⟩)⟩⟨, pp. {pages}⟩"), (1, "In {venue}⟨, eds. {editors}⟩⟨. {place}: {publisher}⟩⟨, {year}⟩")],
        },
    ),
    "GB/T": (
        [(6, "{A}. {T}{W}."), (1, "{A}. {T}{W}"), (1, "{A}.{T}{W}."), (0.5, "{A}，{T}{W}。")],
        {
            "article-journal": [(6, "[J]. {venue}⟨, {year}⟩⟨, {volume}⟨({issue})⟩⟩⟨: {pages}⟩"), (1, "[J].{venue}⟨,{year}⟩⟨,{volume}⟨({issue})⟩⟩⟨:{pages}⟩"), (1, "\\[J\\]. {venue}⟨, {year}⟩⟨, {volume}⟨({issue})⟩⟩⟨: {pages}⟩"), (1, "[J]. {venue}⟨, {year}⟩")],
            "paper-conference": [(4, "[C]//{venue}⟨. {place}⟩⟨: {publisher}⟩⟨, {year}⟩⟨: {pages}⟩"), (3, "[C]//{venue}⟨. {publisher}⟩⟨, {year}⟩⟨: {pages}⟩"), (2, "[C]//{venue}⟨. {year}⟩⟨: {pages}⟩"), (1, "[C]//{year} {venue}⟨. {publisher}⟩⟨: {pages}⟩"), (1, "[C]. {venue}⟨, {year}⟩⟨: {pages}⟩")],
            "workshop": [(4, "[C]//{venue}⟨. {year}⟩⟨: {pages}⟩")],
            "book": [(4, "[M]. ⟨{place}: ⟩{publisher}⟨, {year}⟩"), (1, "[M]. {publisher}⟨, {year}⟩")],
            "thesis": [(4, "[D]. ⟨{place}: ⟩{venue}⟨, {year}⟩")],
            "report": [(4, "[R]. ⟨{place}: ⟩{venue}⟨, {year}⟩")],
            "chapter": [(4, "[M]//{editors}. {venue}⟨. {place}: {publisher}⟩⟨, {year}⟩⟨: {pages}⟩")],
            "article": [(4, "[J]. {venue} {preprint} arXiv:{arxiv}⟨, {year}⟩"), (1, "[EB/OL]. {venue}⟨, {year}⟩")],
        },
    ),
    "GOST": (
        [(5, "{A} {T} // {W}."), (2, "{A}. {T} // {W}"), (1, "{A} {T} / {W}.")],
        {
            "article-journal": [(4, "{venue}⟨. – {year}⟩⟨. – Т. {volume}⟩⟨, № {issue}⟩⟨. – С. {pages}⟩"), (3, "{venue}⟨. {year}⟩⟨. Т. {volume}⟩⟨. № {issue}⟩⟨. С. {pages}⟩"), (1, "{venue}⟨, {year}⟩⟨, т. {volume}⟩⟨, с. {pages}⟩")],
            "book": [(4, "{place}: {publisher}⟨, {year}⟩"), (1, "{place} : {publisher}⟨, {year}⟩")],
            "paper-conference": [(3, "{venue}⟨. – {year}⟩⟨. – P. {pages}⟩")],
            "chapter": [(3, "{venue}⟨ / под ред. {editors}⟩⟨. {place}: {publisher}⟩⟨, {year}⟩⟨. С. {pages}⟩")],
        },
    ),
    "German": (
        [(4, "{A}: {T}. {W}."), (3, "{A} ({year}): {T}. {W}."), (1, "{A}, {T}, {W}.")],
        {
            "article-journal": [(3, "In: {venue}⟨ {volume}⟨({issue})⟩⟩⟨ ({year})⟩⟨, S. {pages}⟩"), (2, "{venue}⟨ {volume}⟨ ({issue})⟩⟩⟨, {year}⟩⟨, S. {pages}⟩"), (1, "in: {venue}⟨, Bd. {volume}⟩⟨, Heft {issue}⟩⟨, {year}⟩⟨, S. {pages}⟩")],
            "book": [(3, "{place}: {publisher}⟨ {year}⟩"), (2, "{publisher}⟨, {place}⟩⟨ {year}⟩"), (1, "{place}⟨ {year}⟩")],
            "chapter": [(3, "In: {editors} (Hrsg.): {venue}⟨. {place}: {publisher}⟩⟨, {year}⟩⟨, S. {pages}⟩"), (2, "in: {editors} (Hg.), {venue}⟨, {place}⟩⟨ {year}⟩⟨, S. {pages}⟩")],
            "paper-conference": [(2, "In: {venue}⟨, {year}⟩⟨, S. {pages}⟩")],
        },
    ),
    "French": (
        [(4, "{A}, {T}, {W}."), (2, "{A} ({year}), {T}, {W}."), (1, "{A}. {T}. {W}.")],
        {
            "article-journal": [(3, "{venue}⟨, vol. {volume}⟩⟨, n° {issue}⟩⟨, {year}⟩⟨, p. {pages}⟩"), (2, "{venue}⟨, {volume}⟨({issue})⟩⟩⟨, {year}⟩⟨, pp. {pages}⟩")],
            "book": [(3, "{place}⟨, {publisher}⟩⟨, {year}⟩"), (1, "{publisher}⟨, {year}⟩")],
            "chapter": [(3, "in {editors} (dir.), {venue}⟨, {place}⟩⟨, {publisher}⟩⟨, {year}⟩⟨, p. {pages}⟩"), (1, "dans {venue}⟨, {publisher}⟩⟨, {year}⟩")],
            "paper-conference": [(2, "dans {venue}⟨, {year}⟩⟨, p. {pages}⟩")],
        },
    ),
    "Spanish": (
        [(3, "{A} ({year}). {T}. {W}."), (2, "{A}. {T}. {W}."), (1, "{A}, {T}, {W}.")],
        {
            "article-journal": [(3, "{venue}⟨, vol. {volume}⟩⟨, núm. {issue}⟩⟨, pp. {pages}⟩⟨, {year}⟩"), (2, "{venue}⟨, {volume}⟨({issue})⟩⟩⟨, {pages}⟩"), (1, "{venue}⟨, v. {volume}⟩⟨, n. {issue}⟩⟨, p. {pages}⟩⟨, {year}⟩")],
            "book": [(3, "{place}: {publisher}⟨, {year}⟩"), (1, "{publisher}⟨, {place}⟩⟨, {year}⟩")],
            "chapter": [(3, "En {editors} (Eds.), {venue}⟨ (pp. {pages})⟩⟨. {publisher}⟩"), (1, "In: {editors} (Org.). {venue}⟨. {place}: {publisher}⟩⟨, {year}⟩⟨. p. {pages}⟩")],
        },
    ),
    "Japanese": (
        [(4, "{A}，{T}，{W}"), (3, "{A}, {T}, {W}"), (1, "{A}：{T}，{W}．"), (1, "{A}. {T}. {W}.")],
        {
            "article-journal": [(3, "{venue}⟨, Vol. {volume}⟩⟨, No. {issue}⟩⟨, pp. {pages}⟩⟨, {year}⟩"), (2, "{venue}⟨，{volume}巻⟩⟨{issue}号⟩⟨，pp. {pages}⟩⟨，{year}年⟩"), (1, "{venue}⟨, {volume}⟨({issue})⟩⟩⟨, {pages}⟩⟨ ({year})⟩"), (1, "{venue}⟨，第{volume}巻⟩⟨，{pages}頁⟩⟨，{year}年⟩")],
            "book": [(3, "{publisher}⟨，{year}年⟩"), (2, "{publisher}⟨, {year}⟩"), (1, "{place}：{publisher}⟨，{year}⟩")],
            "thesis": [(2, "{venue}⟨，{year}年⟩")],
            "paper-conference": [(2, "{venue}⟨, pp. {pages}⟩⟨, {year}⟩")],
        },
    ),
    "Korean": (
        [(4, "{A}, {T}, {W}."), (2, "{A}. {T}. {W}."), (1, "{A} ({year}). {T}. {W}.")],
        {
            "article-journal": [(3, "{venue}⟨, 제{volume}권⟩⟨ 제{issue}호⟩⟨, pp. {pages}⟩⟨, {year}⟩"), (2, "{venue}⟨, {volume}⟨({issue})⟩⟩⟨, {pages}⟩⟨, {year}⟩"), (1, "{venue}⟨, Vol. {volume}⟩⟨, No. {issue}⟩⟨, pp. {pages}⟩⟨, {year}⟩")],
            "book": [(3, "{publisher}⟨, {year}⟩"), (1, "{place}: {publisher}⟨, {year}⟩")],
        },
    ),
}  # fmt: skip

LANGUAGE_TRADITIONS = {
    "zh": "GB/T", "ru": "GOST", "de": "German", "fr": "French", "es": "Spanish", "pt": "Spanish", "it": "French", "ja": "Japanese", "ko": "Korean", "pl": "German", "sv": "APA", "da": "APA",
}  # fmt: skip


def expand(template: str, values: Mapping[str, Pieces]) -> Pieces | None:
    """The template with its values; None where one is missing that stands in no group."""
    return _expand(_parse(template), values)


def asks_for(template: str) -> frozenset[str]:
    """The names of a template's values."""
    return frozenset(re.findall(r"\{(\w+)\}", template))


def _expand(nodes: tuple[Node, ...], values: Mapping[str, Pieces]) -> Pieces | None:
    out: Pieces = []
    for text, parts in nodes:
        if parts:
            out += _expand(parts, values) or []
        elif text.startswith("{"):
            value = values.get(text[1:-1])
            if not value:
                return None
            out += value
        else:
            out += bare(text)
    return out


@cache
def _parse(template: str) -> tuple[Node, ...]:
    stack: list[list[Node]] = [[]]
    for match in _TOKEN.finditer(template):
        if match[2]:
            stack.append([])
        elif match[3]:
            group = tuple(stack.pop())
            stack[-1].append(("", group))
        else:
            stack[-1].append((match[0], ()))
    return tuple(stack[0])


def tidy(pieces: Pieces) -> Pieces:
    """No second full stop after one, and no comma after the end of a sentence's sign: "Jr.." and "et al.."."""
    out: Pieces = []
    for piece in pieces:
        before = text_of(out)[-3:].rstrip("*_")
        if not piece.field and piece.text.startswith(".") and before.endswith((".", "?", "!", "。", "…")) and not piece.text.startswith(".."):
            piece = Piece(piece.text[1:])
        if piece.text:
            out.append(piece)
    return out
