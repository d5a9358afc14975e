"""Words of an entry in, the distinction they name out: prizes, and the better slots of a conference."""

from pubparse.markers import Award

_PRIZE = (
    r"(?:awards?|prizes?|medal|runner[\s-]?up|finalist|nomin(?:ation|ee)|honou?rable mention"
    r"|(?:paper|award|prize) candidate)"
)

PRESENTATION = Award(
    kind="presentation",
    words=(
        # Oral   Spotlight presentation   notable-top-25%   Oral, top 1.2%
        r"(?:spotlights?|orals?|highlights?|notable[\s-]top[\s-]?\d+\s?%|top[\s-]?\d+(?:\.\d+)?\s?%)"
        r"(?:\s+(?:presentations?|papers?|talks?))?(?:\s*[,:]\s*(?:top\s*)?\d+(?:\.\d+)?\s?%)?"
        # long oral   selected for an oral presentation
        r"|(?:long|selected for|accepted as)\s+(?:an?\s+)?(?:oral|spotlight|highlight)(?:\s+presentations?)?"
    ),
    keys=frozenset(
        "spotlight spotlights oral orals highlight highlights notable top notable-top long selected accepted".split()
    ),
    examples=("Oral", "spotlight", "Spotlight presentation", "notable-top-25%"),
)
CITED = Award(
    kind="cited",
    words=(
        # ESI Highly Cited Paper   Hot Paper   Top 1% highly cited   Most Cited Article of 2019
        r"(?:esi\s+)?(?:top\s+\d+(?:\.\d+)?%\s+)?highly[\s-]cited(?:\s+(?:papers?|articles?))?|(?:esi\s+)?hot\s+papers?"
        r"|most[\s-](?:popular|cited|read|viewed|downloaded)(?:\s+(?:papers?|articles?))?(?:\s+(?:in|of)\s+\d{4})?"
        r"|(?:esi\s*)?(?:高被引|热点)(?:论文)?"
    ),
    keys=frozenset(
        "highly highly-cited hot most most-cited most-read most-popular esi 高被引论文 高被引 热点论文 热点".split()
    ),
    examples=("ESI Highly Cited Paper", "Hot paper", "Most cited article", "ESI高被引论文"),
)
CHOICE = Award(
    kind="choice",
    words=(
        # Front cover   Cover article   Editors' Suggestion   Featured in Physics; but no Cover alone: it is a name
        r"(?:(?:inside|front|back|outer|inner|supplementary|journal)\s+){1,2}cover(?:\s+(?:papers?|articles?|images?))?"
        r"|cover\s+(?:papers?|articles?|features?|images?|story)|封面(?:论文|文章)?"
        r"|editor['’]?s?['’]?\s+(?:suggestion|choice|pick|highlight)s?|featured\s+(?:papers?|articles?|in physics)"
    ),
    keys=frozenset("cover suggestion choice pick highlight featured 封面论文 封面文章 封面".split()),
    examples=("Cover article", "Editor's Choice", "Supplementary Cover", "Featured article"),
)
PRIZE = Award(
    kind="prize",
    words=(
        # Best Paper Award   ACM SIGMOD Research Highlight Award 2019   Best paper award finalist at ICSE
        rf"(?:[\w'’.&-]+\s+){{0,6}}?{_PRIZE}"
        r"(?:\s+(?:finalist|nomination|nominee|candidate|winner|recipient|for|at|of|in|\d{4}|[\w'’-]+)){0,5}"
        # Outstanding Student Paper   Best Demo
        r"|(?:best|outstanding|distinguished|test of time)\s+(?:[\w'’-]+\s+){0,4}?"
        r"(?:papers?|posters?|demos?|thesis|dissertation|talks?|artifacts?)(?:\s+\w+){0,3}"
        # Finalist for the Gödel Prize   Honorable mention for the Best Student Paper Award
        r"|honou?rable mention(?:\s+(?:for|in|at)\s+(?:the\s+)?(?:[\w'’.&-]+\s+){0,6}?(?:awards?|prizes?))?"
        r"|(?:finalist|winner|recipient|nominated|shortlisted)\s+(?:for|of)\s+(?:the\s+|an?\s+)?"
        r"(?:[\w'’.&-]+\s+){0,6}?(?:awards?|prizes?)(?:\s+\d{4})?"
    ),
    keys=frozenset(
        "award awards prize prizes medal runner runner-up finalist nomination nominee mention candidate "
        "best outstanding distinguished test recipient nominated shortlisted".split()
    ),
    examples=(
        *("Best Paper Award", "Outstanding Student Paper Award", "best paper finalist", "Honorable Mention"),
        *("Finalist for the Student Paper Award", "Honorable mention for the Best Paper Award"),
    ),
)
