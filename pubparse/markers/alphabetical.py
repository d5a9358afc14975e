"""Authors in the order of the alphabet: "(α-β) alphabetical order"."""

from pubparse.markers import Role

ALPHABETICAL = Role(
    slug="alphabetical",
    legend=r"alphabetic(?:al(?:ly)?)?(?:\s+(?:author\w*\s+)?order\w*)?",
    keys=("alphabetic",),
    examples=("* alphabetical order", "α: authors in alphabetical order"),
)
