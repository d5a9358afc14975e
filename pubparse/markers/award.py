"""Words of an entry in, the distinction they name out: prizes, and the better slots of a conference."""

from pubparse.markers import Award

_PRIZE = r"(?:awards?|prizes?|medal|runner[\s-]?up|finalist|nomin(?:ation|ee)|honou?rable mention|candidate)"

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
PRIZE = Award(
    kind="prize",
    words=(
        # Best Paper Award   ACM SIGMOD Research Highlight Award 2019   Best paper award finalist at ICSE
        rf"(?:[\w'’.&-]+\s+){{0,6}}?{_PRIZE}"
        r"(?:\s+(?:finalist|nomination|nominee|candidate|winner|recipient|for|at|of|in|\d{4}|[\w'’-]+)){0,5}"
        # Outstanding Student Paper   Best Demo
        r"|(?:best|outstanding|distinguished|test of time)\s+(?:[\w'’-]+\s+){0,4}?"
        r"(?:papers?|posters?|demos?|thesis|dissertation|talks?|artifacts?)(?:\s+\w+){0,3}"
        r"|honou?rable mention"
    ),
    keys=frozenset(
        "award awards prize prizes medal runner runner-up finalist nomination nominee mention candidate "
        "best outstanding distinguished test".split()
    ),
    examples=("Best Paper Award", "Outstanding Student Paper Award", "best paper finalist", "Honorable Mention"),
)
