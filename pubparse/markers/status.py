"""Words of an entry in, the state of a work that is not out yet out: "to appear", "under review", "in press"."""

from pubparse.markers import Status

TO_APPEAR = Status(
    "to appear",
    r"to appear|forthcoming|coming soon|erscheint|im erscheinen|à paraître|próximamente|掲載予定",
    ("to appear", "Forthcoming"),
)
UNDER_REVIEW = Status(
    "under review",
    r"(?:currently )?(?:under|in)[\s-]+(?:peer[\s-]+)?(?:review|revision)"
    r"|(?:under|in|en|em|sous)[\s-]+(?:revisión|révision|revisão|begutachtung|evaluación|évaluation|avaliação)|査読中"
    r"|(?:revise|revision)[\s-]+(?:and|&)[\s-]+resubmit|r&r|(?:major|minor) revisions?|审稿中|在审|投稿中",
    ("Under review", "Revise and resubmit", "minor revision"),
)
SUBMITTED = Status(
    "submitted", r"submitted(?: for publication)?|已投稿|soumis|eingereicht|enviado|submetido", ("submitted",)
)
IN_PRESS = Status(
    "in press",
    r"in press|in print|i[mn] druck|sous presse|en prensa|no prelo|in (?:corso di )?stampa|in druk|w druku"
    r"|印刷中|в печати",
    ("in press",),
)
IN_PREPARATION = Status(
    "in preparation",
    r"in prep(?:aration)?\.?|in vorbereitung|en préparation|en preparación|em preparação|in preparazione|"
    r"work(?:ing)? in progress|in progress|manuscript in preparation|(?:rough )?draft",
    ("in preparation", "Draft"),
)
ACCEPTED = Status(
    "accepted",
    r"(?:conditionally |just |already )?accepted(?: for publication)?"
    r"|已录用|已接收|已被录用|採録決定|akzeptiert|angenommen|aceptado|aceito|accepté|accettato",
    ("accepted", "Accepted for publication"),
)
