"""Words of an entry in, the state of a work that is not out yet out: "to appear", "under review", "in press"."""

from pubparse.markers import Status

TO_APPEAR = Status(
    "to appear",
    r"to appear|to be (?:published|presented)|forthcoming|coming soon"
    r"|erscheint(?: (?:voraussichtlich|demnächst))?|à paraître|próximamente|in corso di pubblicazione"
    r"|готовится к печати|掲載予定",
    ("to appear", "Forthcoming", "to be published"),
)
UNDER_REVIEW = Status(
    "under review",
    # under review   in peer review   under 2nd round review   Revise & resubmit   major revision
    r"(?:(?:currently|revision|resubmission|manuscripts?) )?(?:under|in)[\s-]+"
    r"(?:(?:peer|(?:first|second|third|\d(?:st|nd|rd|th))[\s-]round)[\s-]+)?(?:review|revision)|under[\s-]consideration"
    r"|(?:under|in|en|em|sous)[\s-]+(?:revisión|révision|revisão|begutachtung|evaluación|évaluation|avaliação)"
    r"|(?:revise|revision|reject)[\s-]*(?:and|&)[\s-]*resubmit|r\s?&\s?r"
    r"|(?:major|minor) revisions?|revisions? requested"
    r"|审稿中|在审|投稿中|査読中|심사\s?중",
    (
        "Under review",
        "Revision under review",
        "Revise and resubmit",
        "minor revision",
        "Under 2nd round review",
        "Reject & resubmit",
        "Revision requested",
    ),
)
SUBMITTED = Status(
    "submitted",
    r"(?:manuscripts? )?submitted(?: for (?:publication|review|revision|consideration))?|(?:in|under)[\s-]submission"
    r"|已投稿|soumis|eingereicht|sottomesso|enviado|submetido|подана в печать",
    ("submitted", "In submission", "Submitted for review", "Manuscript submitted for publication"),
)
IN_PRESS = Status(
    "in press",
    r"in press|in print|in proofs?|i[mn] druck|im erscheinen|sous presse|en prensa|no prelo"
    r"|in (?:corso di )?stampa|in druk|w druku|baskıda|印刷中|в печати",
    ("in press", "in proof"),
)
IN_PREPARATION = Status(
    "in preparation",
    r"(?:manuscript |draft )?in prep(?:aration)?\.?|work(?:ing)? in progress|(?:manuscript |paper )?in progress"
    r"|in vorbereitung|en préparation|en preparación|em preparação|in preparazione|w przygotowaniu|в подготовке"
    r"|撰写中|准备中|準備中|執筆中|준비 ?중|(?:planned|near(?:ing)?) submission|(?:manuscript )?to be submitted"
    # draft   new draft soon   draft coming soon!
    r"|(?:(?:rough|new|first|updated|revised|full) )?(?:draft|paper)(?: coming)? soon|(?:(?:rough|first|early) )?draft",
    (
        "in preparation",
        "Manuscript in preparation",
        "Planned submission",
        "To be submitted",
        "Near submission",
        "Draft",
        "New draft soon",
        "準備中",
    ),
)
ACCEPTED = Status(
    "accepted",
    r"(?:(?:conditional(?:ly)?|provisional(?:ly)?|just|already|newly|recently) )?"
    r"accepted(?: for publication| manuscript| to appear| to be published"
    r"| (?:with|pending|subject to) (?:(?:minor|major) )?(?:revisions?|changes|corrections))?"
    r"|(?:zur (?:veröffentlichung|publikation) )?(?:akzeptiert|angenommen)|accepté(?: pour publication)?"
    r"|aceptado(?: para (?:su )?publicación)?|aceito(?: para publicação)?|accettato(?: per la pubblicazione)?"
    r"|已录用|已接收|已被录用|採録決定|принята к печати",
    (
        "accepted",
        "Accepted for publication",
        "Accepted with minor revisions",
        "Provisionally accepted",
        "accepted manuscript",
        "accepted to appear",
        "Aceptado para su publicación",
    ),
)
