"""Words of a legend in, whether authors stand in the order of the alphabet out: "(α-β) alphabetical order"."""

from pubparse.markers import Role

ALPHABETICAL = Role(
    slug="alphabetical",
    legend=r"alphabetic(?:al(?:ly)?)?(?:\s+(?:author\w*\s+)?order\w*)?",
    keys=("alphabetic",),
    examples=("* alphabetical order", "α: authors in alphabetical order"),
)
