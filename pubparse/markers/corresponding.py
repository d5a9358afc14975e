"""Who answers for the work: "📧 corresponding author"."""

from pubparse.markers import Role

CORRESPONDING = Role(
    slug="corresponding",
    legend=r"correspond\w*|通[讯訊信]作者|contact author",
    keys=("correspond", "contact", "通"),
    beside=r"corresponding(?: authors?)?|通[讯訊信]作者",
    examples=("✉ corresponding author", "(#: correspondence)", "📧 indicates the corresponding authors."),
)
