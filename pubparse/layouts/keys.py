"""An entry's runs in, the same without keys before its lines (`Authors:`, `Venue:`) out, each key as a hint."""

import re
from typing import Final

from pubparse.layouts.entries import Hint
from pubparse.layouts.lines import Runs, dropped, extent, line_ends, text_of
from pubparse.markdown.runs import HARD_BREAK, SOFT_BREAK, Run

_FIELDS: Final = {
    name: field
    for field, names in {
        "title": "title paper_title titel titre título titolo 题目 标题 论文 タイトル 제목",
        "authors": "author authors author(s) autoren auteurs autores autori авторы 作者 著者 저자",
        "venue": "venue journal conference published_in publication zeitschrift revue revista журнал 期刊 会议 掲載誌",
        "year": "year date published jahr année año ano anno год 年份 时间 年",
    }.items()
    for name in names.split()
}
_KEY: Final = re.compile(
    r"\W{0,3}("
    + "|".join(re.escape(name).replace("_", r"\s") for name in sorted(_FIELDS, key=len, reverse=True))
    + r")\s*\W{0,2}[:：]\W{0,3}(?=\S)\s*",
    re.IGNORECASE,
)
_ENOUGH: Final = 2  # lines with keys; a single one may be a title ("Journal: …"), but for that of the authors


def is_keyed(text: str) -> bool:
    """Whether a line begins with a key."""
    return bool(_KEY.match(text))


def without_keys(runs: Runs) -> tuple[Runs, tuple[Hint, ...]]:
    """Leave out the keys, and end the line before each."""
    text = "".join([run.text for run in runs])
    if ":" not in text and "：" not in text:
        return runs, ()
    kept: list[Run] = []
    hints: list[Hint] = []
    start = 0
    for end in line_ends(runs, HARD_BREAK | SOFT_BREAK):
        line = runs[start:end]
        if found := _KEY.match(text_of(line)):
            if kept and kept[-1].styles & SOFT_BREAK:
                kept[-1] = kept[-1]._replace(text="\n", styles=HARD_BREAK)
            line = dropped(line, found.end())
            if line:
                hints.append(Hint(_FIELDS[" ".join(found[1].lower().split()).replace(" ", "_")], extent(line)))
        kept += line
        kept += runs[end : end + 1]
        start = end + 1
    is_sure = len(hints) >= _ENOUGH or any(hint.field == "authors" for hint in hints)
    return (tuple(kept), tuple(hints)) if is_sure else (runs, ())
