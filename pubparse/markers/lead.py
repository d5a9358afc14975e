"""Words of a legend or beside a name in, whether they say who leads the project out: "‡ project lead"."""

from pubparse.markers import Role

LEAD = Role(
    slug="lead",
    legend=r"(?:project|team|tech(?:nical)?)[\s-]+lead(?:er)?s?|lead(?:ing)? authors?",
    keys=("lead",),
    beside=r"project lead(?:er)?|lead author",
    examples=("‡ project lead", "^ Project leader."),
)
