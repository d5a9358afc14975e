"""Words of a legend or beside a name in, whether they say who answers for the work out: "📧 corresponding author"."""

from pubparse.markers import Role

CORRESPONDING = Role(
    slug="corresponding",
    legend=r"correspond\w*|通[讯訊信]作者|contact author",
    keys=("correspond", "contact", "通"),
    beside=r"corresponding(?: authors?)?|通[讯訊信]作者",
    examples=("✉ corresponding author", "(#: correspondence)", "📧 indicates the corresponding authors."),
)
