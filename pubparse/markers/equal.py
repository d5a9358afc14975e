"""Words of a legend or beside a name in, whether they say that authors are equal out: "* equal contribution"."""

from pubparse.markers import Role

EQUAL = Role(
    slug="equal",
    legend=(
        r"equal(?:ly)?[\s-]+(?:contribut\w*|first|author\w*)"
        r"|contribut\w*\s+(?:\w+\s+){0,3}?equal(?:ly)?"  # contributed to this work equally
        r"|(?:co|joint|shared)[\s-]+(?:lead[\s-]+)?first"
        r"|co-?primary|同等贡献|共同第?一作|并列第?一作"
    ),
    keys=("equal", "first", "primary", "同等", "共同", "并列"),
    beside=r"co-?first(?: authors?)?|(?:joint|shared) first authors?|equal contribut(?:ion|ors?)|共同一作",
    examples=("* denotes equal contribution", "† These authors contributed equally.", "‡: co-first authors"),
)
