"""Words of a legend or beside a name in, whether they say who answers for the work out: "📧 corresponding author"."""

from pubparse.markers import Role

CORRESPONDING = Role(
    slug="corresponding",
    legend=(
        r"correspond\w*|korrespond\w*|contact author|для переписки"
        r"|通[讯訊信]作者|責任著者|교신\s?저자"
    ),
    keys=("correspond", "korrespond", "contact", "переписки", "通", "責任著者", "교신"),
    beside=r"corresponding(?: authors?)?|korrespondenzautor(?:in)?|通[讯訊信](?:作者)?|責任著者",
    examples=("✉ corresponding author", "(#: correspondence)", "📧 indicates the corresponding authors."),
)
