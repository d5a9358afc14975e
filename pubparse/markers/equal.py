"""Words of a legend or beside a name in, whether they say that authors are equal out: "* equal contribution"."""

from pubparse.markers import Role

EQUAL = Role(
    slug="equal",
    legend=(
        r"equal(?:ly)?[\s-]+(?:\w+[\s-]+)?(?:contribut\w*|first|author\w*|efforts?|shares?|credits?|work)"
        r"|contribut\w*\s+(?:\w+\s+){0,3}?equal(?:ly)?"  # contributed to this work equally
        r"|(?:co|joint|shared)[\s-]+(?:lead[\s-]+)?first|co-?primary"
        r"|gleichberechtigt\w*|gleich(?:er|wertiger) beitrag|contributions? égales?|contribu\w+ (?:également|igual)"
        r"|contribu\w+ por igual|contributo uguale|равный вклад"
        r"|同等[贡貢][献獻]|同等に貢献|共同第?一作|并列第?一作|共一|공동\s?(?:제\s?)?1\s?저자"
    ),
    keys=(
        *("equal", "first", "primary", "gleich", "égal", "igual", "uguale", "равн"),
        *("同等", "共同", "并列", "共一", "공동"),
    ),
    beside=(
        r"co-?first(?: authors?)?|(?:joint|shared) first authors?|equal contribut(?:ion|ors?)"
        r"|(?:共同|并列)第?一作者?|共一"
    ),
    examples=(
        "* denotes equal contribution",
        "† These authors contributed equally.",
        "‡: co-first authors",
        "* Equal effort",
        "* 共同一作",
    ),
)
