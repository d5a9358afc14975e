"""Words of an entry in, the state of a work that is not out yet out: "to appear", "under review", "in press"."""

from pubparse.markers import Status

TO_APPEAR = Status(
    "to appear",
    r"to appear|to be published|forthcoming|coming soon|erscheint|à paraître"
    r"|in corso di pubblicazione|готовится к печати",
    ("to appear", "Forthcoming", "to be published"),
)
UNDER_REVIEW = Status(
    "under review",
    # under review   in peer review   under 2nd round review   Revise & resubmit   major revision
    r"(?:currently )?(?:under|in)[\s-]+(?:(?:peer|(?:first|second|third|\d(?:st|nd|rd|th))[\s-]round)[\s-]+)?"
    r"(?:review|revision)|under[\s-]consideration"
    r"|(?:revise|revision|reject)[\s-]*(?:and|&)[\s-]*resubmit|r\s?&\s?r|(?:major|minor) revisions?"
    r"|审稿中|在审|投稿中|査読中|심사\s?중",
    ("Under review", "Revise and resubmit", "minor revision", "Under 2nd round review", "Reject & resubmit"),
)
SUBMITTED = Status(
    "submitted",
    r"submitted(?: for publication)?|(?:in|under)[\s-]submission|已投稿|soumis|eingereicht"
    r"|sottomesso|enviado|подана в печать",
    ("submitted", "In submission"),
)
IN_PRESS = Status(
    "in press",
    r"in press|in print|in proofs?|im (?:druck|erscheinen)|sous presse|en prensa|no prelo|in stampa|w druku|baskıda"
    r"|印刷中|в печати",
    ("in press", "in proof"),
)
IN_PREPARATION = Status(
    "in preparation",
    r"(?:manuscript )?in prep(?:aration)?\.?|work(?:ing)? in progress|in progress|in vorbereitung|en préparation"
    r"|en preparación|planned submission",
    ("in preparation", "Manuscript in preparation", "Planned submission"),
)
ACCEPTED = Status(
    "accepted",
    r"(?:(?:conditional(?:ly)?|provisional(?:ly)?|just|already|newly|recently) )?accepted(?: for publication)?"
    r"|已录用|已接收|已被录用|akzeptiert|angenommen|aceptado|aceito|accepté|accettato|採録決定|принята к печати",
    ("accepted", "Accepted for publication", "Provisionally accepted"),
)
