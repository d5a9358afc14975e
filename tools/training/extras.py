"""What pages say beside the work itself: link labels, awards, ranks, statuses and notes, drawn at random."""

import random
from typing import NamedTuple

from tools.training.pieces import Pieces, bare, part, pick, wrapped
from tools.training.records import Work

AWARDS = [
    (9, "Oral"), (5, "Spotlight"), (5, "Best Paper Award"), (2, "Best Student Paper Award"), (2, "Outstanding Paper Award"), (3, "Highlight"), (2, "Best Paper Honorable Mention"), (2, "Test of Time Award"),
    (1.5, "Oral Presentation"), (1.5, "spotlight"), (1.5, "oral"), (1, "Best Paper Runner-up"), (1, "Best Paper Finalist"), (1, "Distinguished Paper Award"), (1, "Best Paper"), (1, "Oral, top 1%"), (0.7, "Best Poster Award"),
    (1, "ESI Highly Cited Paper"), (0.7, "Editors' Suggestion"), (0.7, "Cover Article"), (0.6, "ACM SIGSOFT Distinguished Paper Award"), (0.6, "Best Demo Award"), (0.6, "Best Paper Nominee"), (0.5, "Honorable Mention Award"), (0.5, "Hot Paper"),
]  # fmt: skip
_AWARD_DRESS = [
    (5, (" (**", "**)")), (4, (" (", ")")), (3, (" **", "**")), (2, (" [", "]")), (2, (" **(", ")**")), (2, (" *(", ")*")), (1.5, (", ", "")), (1.5, (". **", "**")), (1, (" *", "*")), (1, (" **[", "]**")),
    (1, (" 🏆 ", "")), (1, (" 🏆 **", "**")), (1, ('. <span style="color:red">', "</span>")), (1, (' (<span style="color:red">', "</span>)")), (0.7, (" - ", "")), (0.5, (" `", "`")), (0.5, (" (***", "***)")), (0.5, (" — ", "")),
]  # fmt: skip
RANKS = [
    (5, "CCF-A"), (3, "CCF A"), (2, "CCF-B"), (1, "CCF B"), (1, "JCR Q1"), (1, "SCI Q1"), (1, "SCI"), (1, "IF=16.4"), (1, "IF: 7.2"), (1, "Impact Factor: 5.3"), (0.7, "CORE A*"), (0.7, "EI"), (0.5, "acceptance rate: 21%"), (0.5, "Acceptance Rate 24.5%"), (0.5, "中科院一区"), (0.4, "Top 10%"),
]  # fmt: skip
_RANK_DRESS = [(5, (" (", ")")), (2, (" [", "]")), (1.5, (", ", "")), (1, (' (<span style="color:red">', "</span>)")), (1, (" **", "**")), (1, (" **[", "]**")), (0.5, (" (**", "**)"))]  # fmt: skip
STATUSES = [
    (4, "to appear"), (3, "under review"), (3, "accepted"), (3, "in press"), (2, "submitted"), (2, "forthcoming"), (1.5, "Under review"), (1.5, "Accepted"), (1, "Under Review"), (1, "To appear"), (1, "in preparation"),
    (1, "revise and resubmit"), (0.7, "conditionally accepted"), (0.7, "minor revision"), (0.7, "major revision"), (0.6, "Early Access"), (0.5, "working paper"), (0.5, "Working Paper"), (0.5, "manuscript in preparation"),
]  # fmt: skip
_STATUS_DRESS = [(6, (" (", ")")), (5, (", ", "")), (2, (". ", "")), (1.5, (" *", "*")), (1, (" (*", "*)")), (1, (" [", "]")), (0.7, (" **", "**"))]
STATUS_BEFORE = [
    (3, "{accepted by} {V}"), (3, "{Accepted by} {V}"), (3, "{to appear} in {V}"), (2, "{To appear} in {V}"), (2, "{Under review} at {V}"), (2, "{under review} at {V}"), (2, "{submitted} to {V}"), (2, "{Submitted} to {V}"),
    (1.5, "{accepted} at {V}"), (1.5, "{Accepted} to {V}"), (1, "{forthcoming} in {V}"), (1, "{Forthcoming}, {V}"), (1, "{in press}, {V}"), (1, "{major revision} at {V}"), (1, "{Revise and resubmit}, {V}"), (0.7, "{conditionally accepted} at {V}"), (0.7, "({under review}, {V})"), (0.7, "({accepted by} {V})"),
]  # fmt: skip
NOTES = [
    "Code and data are available.", "This paper was covered by the press.", "Invited paper.", "Extended version of our conference paper.", "Supplementary material is available online.", "Also presented at a workshop.", "Authors are listed in alphabetical order.",
    "A preliminary version appeared in the workshop proceedings.", "The first two authors contributed equally.", "Translated into six languages.", "Reprinted with corrections.", "Full version on request.", "An earlier version circulated under a different title.", "(Invited)",
    "(extended abstract)", "(short paper)", "(full paper)", "(in Chinese)", "(in Russian)", "(in German)", "(Poster)", "(Brief Announcement)", "(Review)", "(invited talk)", "(4 pages)", "Cited more than 200 times.", "See also the accompanying commentary.",
    "Slides and a recording of the talk are online.", "The method is part of a widely used open-source library.", "TL;DR: we show that simple methods scale well.", "Keywords: learning, networks, data", "Erratum available.", "Awarded a replication badge.", "Winner of the challenge, track 2",
    "Work done during an internship.", "Media coverage: newspapers, radio and television.", "Awards and coverage are listed below.", "Featured on the cover of the issue.", "With a comment by the editors.", "Book review in a leading journal.", "A tutorial is available in Python.",
]  # fmt: skip
_LABELS = ["pdf", "PDF", "Paper", "paper", "code", "Code", "Project Page", "project", "arXiv", "arxiv", "bibtex", "BibTeX", "Slides", "slides", "video", "Video", "Poster", "link", "Link", "DOI", "doi", "Supplement", "Data", "Demo", "website", "Abstract", "Talk", "Github", "HTML", "Full Text"]  # fmt: skip


class LinkStyle(NamedTuple):
    """`shape` of each link with its label and target, what joins them and what stands around them all."""

    shape: str
    joint: str
    around: tuple[str, str]
    labels: tuple[str, ...]
    chance: float


def draw_link_style(rng: random.Random) -> LinkStyle:
    """A style of link labels; many pages have none."""
    shape, joint, around = pick(
        rng,
        [
            (9, ("[[{label}]({url})]", " ", ("", ""))), (5, ("[[{label}]]({url})", " ", ("", ""))), (5, ("[{label}]({url})", " ", ("", ""))), (4, ("[{label}]({url})", " / ", ("", ""))), (4, ("[{label}]({url})", " | ", ("", ""))),
            (4, ("[{label}]({url})", ", ", ("", ""))), (3, ("[{label}]({url})", " \\| ", ("", ""))), (3, ("[{label}]({url})", ", ", ("(", ")"))), (2, ("[\\[{label}\\]]({url})", " ", ("", ""))), (2, ("\\[[{label}]({url})\\]", " ", ("", ""))), (2, ("[{label}]({url})", " / ", ("[", "]"))),
            (2, ('<a href="{url}">{label}</a>', " ", ("", ""))), (1.5, ('[<a href="{url}">{label}</a>]', " ", ("", ""))), (1.5, ("([{label}]({url}))", " ", ("", ""))), (1, ("📄 [{label}]({url})", " ", ("", ""))), (1, ("[{label}]({url})", " · ", ("", ""))), (1, ("[`{label}`]({url})", " ", ("", ""))),
            (1, ("[**{label}**]({url})", " ", ("", ""))), (1, ("**[{label}]({url})**", " ", ("", ""))), (1, ("[{label}]({url})", ", ", ("[", "]"))), (1, ("[{label}]({url}){{:target=\"_blank\"}}", " ", ("", ""))), (1, ("[{label}]({url})", " \\| ", ("\\| ", ""))),
        ],
    )  # fmt: skip
    return LinkStyle(shape, joint, around, tuple(rng.sample(_LABELS, 4)), pick(rng, [(4, 0.0), (3, 0.6), (4, 1.0)]))


def print_links(work: Work, style: LinkStyle, rng: random.Random) -> Pieces:
    """The links of an entry, none of them a field."""
    if rng.random() >= style.chance:
        return []
    count = rng.choice((1, 1, 2, 2, 3, 4))
    links = [style.shape.format(label=label, url=target(work, rng, "file")) for label in style.labels[:count]]
    return bare(style.around[0] + style.joint.join(links) + style.around[1])


def target(work: Work, rng: random.Random, kind: str) -> str:
    """Where a link goes."""
    if kind == "empty":
        return rng.choice(("", "#"))
    if kind == "doi" and work.text("DOI"):
        return f"https://doi.org/{work.text('DOI')}".replace("(", "%28").replace(")", "%29")
    if work.text("arxiv"):
        return f"https://arxiv.org/{rng.choice(('abs', 'pdf'))}/{work.text('arxiv')}"
    return rng.choice(("/files/{}.pdf", "papers/{}.pdf", "https://example.org/{}", "https://example.org/papers/{}.pdf")).format(work.id)


def print_award(rng: random.Random, dress: tuple[str, str]) -> Pieces:
    """An award in the page's dress."""
    return wrapped(dress[0], part("award", pick(rng, AWARDS)), dress[1])


def draw_award_dress(rng: random.Random) -> tuple[str, str]:
    """What stands around a page's awards."""
    return pick(rng, _AWARD_DRESS)


def draw_rank_dress(rng: random.Random) -> tuple[str, str]:
    """What stands around a page's ranks."""
    return pick(rng, _RANK_DRESS)


def print_rank(rng: random.Random, dress: tuple[str, str]) -> Pieces:
    """The rank of a venue: a note."""
    return wrapped(dress[0], part("note", pick(rng, RANKS).replace("*", "\\*")), dress[1])


def print_status(rng: random.Random) -> Pieces:
    """A status behind the rest."""
    before, after = pick(rng, _STATUS_DRESS)
    return wrapped(before, part("status", pick(rng, STATUSES)), after)


def print_note(rng: random.Random) -> Pieces:
    """Free text."""
    text = rng.choice(NOTES)
    dress = pick(rng, [(6, ("", "")), (1, ("*", "*")), (1, ("(", ")")), (0.5, ("**Note:** ", "")), (0.4, ("<small>", "</small>"))])
    return wrapped("" if text[0] == "(" else dress[0], part("note", text), "" if text[0] == "(" else dress[1])


def print_ids(work: Work, rng: random.Random) -> Pieces:
    """A DOI or arXiv id in words, no field of ours."""
    doi, arxiv = work.text("DOI"), work.text("arxiv")
    if doi and (not arxiv or rng.random() < 0.6):
        shape = rng.choice(("doi:{0}", "DOI: {0}", "https://doi.org/{0}", "<https://doi.org/{0}>", "doi: [{0}](https://doi.org/{0})", "DOI: [{0}](https://doi.org/{0})", "[{0}](https://doi.org/{0})", "(doi: {0})"))
        return bare(shape.format(doi))
    if arxiv:
        return bare(rng.choice(("arXiv:{0}", "[arXiv:{0}](https://arxiv.org/abs/{0})", "(arXiv:{0})", "arXiv: {0}", "[{0}](https://arxiv.org/abs/{0})")).format(arxiv))
    return []
