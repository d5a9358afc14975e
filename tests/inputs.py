"""What the property tests read: all pages of the fixtures, the CommonMark examples, and text that Hypothesis makes."""

import json
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from pictures import read_cases

from pubparse.text.visible import repairs

FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
MANY = settings(FEW, max_examples=150)
FIXTURES = Path(__file__).parent / "fixtures"
SOURCE = FIXTURES / "publications.md"

PAGES: dict[str, bytes] = {
    "publications": SOURCE.read_bytes(),
    **{path.stem: path.read_bytes() for path in sorted((FIXTURES / "pages").glob("*.md"))},
}
CASES: dict[str, str] = {
    f"{path.stem}: {case.title}": case.page
    for path in sorted((FIXTURES / "cases").glob("*.md"))
    for case in read_cases(path.read_text("utf-8"))
}
COMMONMARK: dict[int, str] = {
    example["example"]: example["markdown"] for example in json.loads((FIXTURES / "commonmark.json").read_text("utf-8"))
}

# Publications, piece by piece. Each alternative is there for something that a parser may stumble over.
NAMES = [
    "Z. Tang", "**Z. Tang**", "K. Lai\\*", "X.📧 Chu", "**Z. Tang**\\*💡 ", "S. Wang<sup>1,2</sup>", "Tang, Zhenheng",
    "Liu, Y.-L.†", "van der Maaten, L.", "L. van der Maaten", "J. H. Ward, Jr.", "O'Brien, K", "José García-Molina",
    "JosÃ© Garc\u00c3\u00ada", "[Jane Doe](https://j.doe/)", "李明", "森田 武史", "The ATLAS Collaboration", "AC Zhou",
    "B. Agüera y Arcas", "Roe, J. (student)", "M. Müller (Google)", "\\*A. Bee", "H&eacute;l&egrave;ne Roy",
    "X. ChuðŸ“§ðŸ’¡", "<u>M. Roe</u>$^\\dagger$", "Ng A.", "A. B. C. Dee^1^",
]  # fmt: skip
JOINTS = [", ", ", ", ", and ", " and ", " & ", "; ", ",", "、", " ,\n  ", " \\& ", " · "]
TITLES = [
    "Mask R-CNN", "Deep Learning: a Survey", "Can LLMs Reflect Humanity? A Deep Dive", "Attention &amp; Memory",
    "Learning in *vitro*", "[Layer Normalization](https://arxiv.org/abs/1607.06450)",
    "On\u00a0the Internet  of\n  Things", "Training in 2019", "A $\\beta$ Test", "Who's \"Next\"",
    "Über die *Theorie* der Relativität", "基于深度学习的图像识别", "H<sub>2</sub>O in Proc. of Life", "1984",
    "In Search of â€œTimeâ€\u009d", "Learning from Data<br>A Tale of Two", "R\\_Learn \\[v2\\]",
    "Systems (Extended Version)", "<b>Bold Title</b>", "The End.",
]  # fmt: skip
QUOTES = ["{}", "{}", "“{}”", '"{}."', "*{}*", "{}.”", "**{}**", "'{}'", "「{}」", '"{}', "({}"]
VENUES = [
    "In ICML 2020", "In Proceedings of the 37th International Conference on Machine Learning, pages 12–20",
    "*Nature*, 521(7553):436–444", "EMNLP 2024 Findings", "IJCAI-19", "In SOSP '03", "Workshop of X@NeurIPS 2024",
    "CoRR, abs/2003.06307", "arXiv preprint arXiv:2401.17644",
    "ECAI 2020 * 24th European Conference, pages 1467â€“1474. IOS Press, 2020", "PhD thesis, MIT, 2001",
    "Technical Report 124, Stanford University", "US Patent 4,405,829",
    "MIT Press, Cambridge, MA, 2018. ISBN 978-0-262-03924-6", "Research,166:115058",
    "J. Mach. Learn. Res. 15(1), 5&ndash;32", "Lecture Notes in Computer Science, vol. 1234, Springer",
    "In J. Roe and M. Doe (Eds.), Big Book (pp. 3–9). Wiley", "To appear in VLDB", "Accepted by ICSE 2021",
    "Under review", "Submitted to Cell, 2022", "Bd. 3, S. 5–7", "2nd ed., Wiley", "软件学报, 2019, 30(2): 1–9",
]  # fmt: skip
DATES = [
    "2019", "(2020)", "Sept. 2019", "12 March 2019", "2023.09.", "'19", "2019a", "2019; 2021", "May 2019, 2019",
    "2019 and Dec. 2019", "1999–2001", "",
]  # fmt: skip
EXTRAS = [
    "[[pdf](https://a.b/c.pdf)] [code](https://github.com/a/b)", "doi:10.1145/2939672.2939785.",
    "<strong>Oral</strong>", "[Best Paper Award]", "(spotlight)", "🔥", " ![badge](https://img.shields.io/x.svg) ",
    "https://example.org/a_(b)", "<https://e.org/%C3%A9> ", "PMID: 23287718", "[PDF] [Code]", "Impact factor: 3.2",
    "{:.red}", "<!-- hidden -->", "\\* equal contribution", "(joint with Jane Roe)", "[link]()", "* * *", "†",
    "\u200b", "&nbsp;", "10% acceptance", "12 pages", "[doi](https://doi.org/10.1%2Fab%2Fcd)", "Uses tl;dr!",
    "\\\\", "_", "~~gone~~",
]  # fmt: skip
BULLETS = ["* ", "- ", "1. ", "[12] ", "12. ", "", "  - ", "> * ", "* [ ] ", "<li>", "### "]
ENDS = ["\n", "\n", "\n\n", "\r\n", "\r", "  \n", "\n\n\n"]
SCRAPS = [
    "# Publications\n\n", "## 2021\n", "## NeurIPS 2018\n", "## ASPLOS '24\n", "## Under review\n",
    "\\* equal contribution, 📧 corresponding author.\n\n", "---\ntitle: Papers\n---\n", "<div>\n", "</div>\n",
    "```\n", "| Authors | Title |\n|---|---|\n", "<ul>\n", "</ul>\n", "<!--\n", "-->\n", "\ufeff", "\0", "\ud800",
    "\x0b", "\u2028", "\u202e", "> ", "    ", "<details><summary>BibTeX</summary>\n", "</details>\n",
    "[1]: https://a.b/c\n", "\t", "{% if x %}", "&#0;", "&", "<", "ï»¿", "Ã", "(((((", "]]]]", "“", "”", "'", '"',
    "**", "__", "`", "…", "👩\u200d🔬", "e\u0301",
]  # fmt: skip


def one_of(choices: list[str]) -> st.SearchStrategy[str]:
    return st.sampled_from(choices)


@st.composite
def entries(draw: st.DrawFn) -> str:
    """One publication without its bullet: names, title, venue, date, extras; some left out, or in another order."""
    names = draw(st.lists(one_of(NAMES), max_size=5))
    authors = "".join(name + draw(one_of(JOINTS)) for name in names[:-1]) + "".join(names[-1:])
    authors += draw(one_of(["", "", "", " et al", ", et al.", ", and others", ", …"])) if names else ""
    title = draw(one_of(QUOTES)).format(draw(one_of(TITLES)))
    parts = [authors, title, draw(one_of(VENUES)), draw(one_of(DATES)), *draw(st.lists(one_of(EXTRAS), max_size=3))]
    if draw(st.integers(0, 4)) == 0:
        parts = draw(st.permutations(parts))
    ends = one_of([". ", ". ", ". ", ", ", " ", " | ", "; ", "\n  ", "  \n  ", "<br>", ": "])
    return "".join(part + draw(ends) for part in parts if part)


@st.composite
def lists(draw: st.DrawFn) -> str:
    """A page that looks like a list of publications."""
    bullet, end = draw(one_of(BULLETS)), draw(one_of(ENDS))
    rows = draw(st.lists(entries(), min_size=1, max_size=4))
    return draw(one_of(["# Publications\n\n", "## Papers, 2021\n", ""])) + "".join(bullet + row + end for row in rows)


hostile: st.SearchStrategy[str] = st.lists(
    st.one_of(one_of(SCRAPS), one_of(BULLETS), one_of(ENDS), one_of(EXTRAS), entries()), max_size=9
).map("".join)
"""Pages that look like somebody's worst day."""


def repaired(text: str) -> str:
    """The text with its mojibake undone."""
    for start, end, meant in reversed(repairs(text)):
        text = text[:start] + meant + text[end:]
    return text
