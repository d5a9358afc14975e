"""What pages say beside the work itself: link labels, awards, ranks, statuses and notes, drawn at random."""

import random
from typing import NamedTuple

from tools.training.pieces import Pieces, bare, part, pick, wrapped
from tools.training.records import Work
from tools.training.tables import Pair, draw, draw_pair, load

_DOI = (
    "doi:{0}",
    "DOI: {0}",
    "https://doi.org/{0}",
    "<https://doi.org/{0}>",
    "doi: [{0}](https://doi.org/{0})",
    "DOI: [{0}](https://doi.org/{0})",
    "[{0}](https://doi.org/{0})",
    "(doi: {0})",
)
_ARXIV = (
    "arXiv:{0}",
    "[arXiv:{0}](https://arxiv.org/abs/{0})",
    "(arXiv:{0})",
    "arXiv: {0}",
    "[{0}](https://arxiv.org/abs/{0})",
)
_FILES = ("/files/{}.pdf", "papers/{}.pdf", "https://example.org/{}", "https://example.org/papers/{}.pdf")


class LinkStyle(NamedTuple):
    """`shape` of each link with its label and target, what joins them and what stands around them all.

    `at_title` is how often they stand on the title's line, where the entry has several.
    """

    shape: str
    joint: str
    around: Pair
    labels: tuple[str, ...]
    chance: float
    at_title: float


def draw_link_style(rng: random.Random) -> LinkStyle:
    """Draw a style of link labels; many pages have none."""
    before, _, rest = draw(rng, "extras", "links").partition("⟨")
    shape, _, rest = rest.partition("⟩")
    joint, _, after = rest.partition("⟨⟩")
    labels = rng.sample([label for _, label in load("extras")["labels"]], 4)
    chance, at_title = pick(rng, [(4, 0.0), (3, 0.6), (4, 1.0)]), pick(rng, [(5, 0.0), (1, 0.9)])
    return LinkStyle(shape, joint, (before, after), tuple(labels), chance, at_title)


def print_links(work: Work, style: LinkStyle, rng: random.Random) -> Pieces:
    """Write the links of an entry, none of them a field."""
    if rng.random() >= style.chance:
        return []
    labels = style.labels[: rng.choice((1, 1, 2, 2, 3, 4))]
    links = [style.shape.replace("{label}", label).replace("{url}", target(work, rng, "file")) for label in labels]
    return bare(style.around[0] + style.joint.join(links) + style.around[1])


def target(work: Work, rng: random.Random, kind: str) -> str:
    """Say where a link goes."""
    if kind == "empty":
        return rng.choice(("", "#"))
    if kind == "doi" and work.text("DOI"):
        return f"https://doi.org/{work.text('DOI')}".replace("(", "%28").replace(")", "%29")
    if work.text("arxiv"):
        return f"https://arxiv.org/{rng.choice(('abs', 'pdf'))}/{work.text('arxiv')}"
    return rng.choice(_FILES).format(work.id)


def print_award(rng: random.Random, dress: Pair) -> Pieces:
    """Write an award in the page's dress."""
    return wrapped(dress[0], part("award", draw(rng, "extras", "awards")), dress[1])


def print_rank(rng: random.Random, dress: Pair) -> Pieces:
    """Write the rank of a venue: a note."""
    return wrapped(dress[0], part("note", draw(rng, "extras", "ranks").replace("*", "\\*")), dress[1])


def print_status(rng: random.Random) -> Pieces:
    """Write a status behind the rest."""
    before, after = draw_pair(rng, "extras", "status dress")
    return wrapped(before, part("status", draw(rng, "extras", "statuses")), after)


def print_status_before(venue: Pieces, rng: random.Random) -> Pieces:
    """Write a status with the venue that it is about: "accepted by …"."""
    before, after = draw_pair(rng, "extras", "status before")
    outside, _, rest = before.partition("{")
    status, _, joint = rest.partition("}")
    return [*bare(outside), *part("status", status), *bare(joint), *venue, *bare(after)]


def print_note(rng: random.Random) -> Pieces:
    """Write some free text."""
    text = draw(rng, "extras", "notes")
    dress = draw_pair(rng, "extras", "note dress")
    return part("note", text) if text[0] == "(" else wrapped(dress[0], part("note", text), dress[1])


def print_ids(work: Work, rng: random.Random) -> Pieces:
    """Write a DOI or arXiv id in words, no field of ours."""
    doi, arxiv = work.text("DOI"), work.text("arxiv")
    if doi and (not arxiv or rng.random() < 0.6):
        return bare(rng.choice(_DOI).format(doi))
    return bare(rng.choice(_ARXIV).format(arxiv)) if arxiv else []
