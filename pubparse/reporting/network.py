"""Statistics in, the network of co-authors out: a ring of those who are on most works, each beside close others."""

from collections.abc import Sequence
from itertools import combinations
from math import cos, pi, sin, sqrt
from typing import NamedTuple

from pubparse.counting.groups import Coauthor
from pubparse.counting.statistics import Statistics
from pubparse.reporting.charts import cut, link

_PEOPLE = 14
_WIDTH, _HEIGHT = 420.0, 340.0
_RADII = (118.0, 130.0)
_LETTERS = 18


class Node(NamedTuple):
    """Somebody in the network, and where the name is written."""

    name: str
    short: str
    href: str
    x: float
    y: float
    radius: float
    text_x: float
    text_y: float
    anchor: str


class Edge(NamedTuple):
    """Works that two people share."""

    start: Node
    end: Node
    width: float


class Network(NamedTuple):
    """People, and who of them publishes with whom."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def network(figures: Statistics) -> Network:
    """Draw who is on works with whom."""
    people = _in_a_ring(figures.coauthors[:_PEOPLE])
    most = max((len(person.works) for person in people), default=1)
    nodes = tuple(_node(2 * pi * at / len(people), person, most) for at, person in enumerate(people))
    shared = [(one, other, _shared(people[one], people[other])) for one, other in combinations(range(len(people)), 2)]
    edges = tuple(Edge(nodes[one], nodes[other], 0.5 + 3 * works / most) for one, other, works in shared if works)
    return Network(_WIDTH, _HEIGHT, nodes, edges)


def _in_a_ring(people: Sequence[Coauthor]) -> list[Coauthor]:
    """An order in which each is beside somebody with whom many works are shared."""
    left = list(people)
    ring: list[Coauthor] = []
    while left:
        near = max(left, key=lambda person: _shared(ring[-1], person)) if ring else left[0]
        left.remove(near)
        ring.append(near)
    return ring


def _shared(one: Coauthor, other: Coauthor) -> int:
    return len({*one.works} & {*other.works})


def _node(turn: float, person: Coauthor, most: int) -> Node:
    """Somebody at a place of the ring, the name outside of it."""
    right, down = sin(turn), -cos(turn)
    x, y = _WIDTH / 2 + _RADII[0] * right, _HEIGHT / 2 + _RADII[1] * down
    radius = 3 + 7 * sqrt(len(person.works) / most)
    if abs(right) < 0.2:
        text_x, text_y, anchor = x, y + (radius + 14 if down > 0 else -radius - 5), "middle"
    else:
        text_x, text_y, anchor = x + (radius + 4) * (1 if right > 0 else -1), y + 4, "start" if right > 0 else "end"
    short = cut(person.name, _LETTERS)
    return Node(person.name, short, link(coauthor=person.name), x, y, radius, text_x, text_y, anchor)
