"""Words of an entry in, the state of a work that is not out yet out: "to appear", "under review", "in press"."""

from pubparse.markers import Status

TO_APPEAR = Status("to appear", r"to appear|forthcoming|coming soon|erscheint|à paraître", ("to appear", "Forthcoming"))
UNDER_REVIEW = Status(
    "under review",
    r"(?:(?:currently|revision|resubmission|manuscript) )?(?:under|in)[\s-]+(?:peer[\s-]+)?(?:review|revision)"
    r"|(?:revise|revision)[\s-]+(?:and|&)[\s-]+resubmit|r&r|(?:major|minor) revisions?|审稿中|在审|投稿中",
    ("Under review", "Revision under review", "Revise and resubmit", "minor revision"),
)
SUBMITTED = Status("submitted", r"submitted(?: for publication)?|已投稿|soumis|eingereicht", ("submitted",))
IN_PRESS = Status(
    "in press",
    r"in press|in print|im druck|sous presse|en prensa|no prelo|in stampa|印刷中|в печати",
    ("in press",),
)
IN_PREPARATION = Status(
    "in preparation",
    r"in prep(?:aration)?\.?|work(?:ing)? in progress|in progress|manuscript in preparation",
    ("in preparation",),
)
ACCEPTED = Status(
    "accepted",
    r"(?:conditionally |just |already )?accepted(?: for publication)?"
    r"|已录用|已接收|已被录用|akzeptiert|aceptado|accepté",
    ("accepted", "Accepted for publication"),
)
