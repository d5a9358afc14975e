"""A field and what stands there in, what its owner might write there instead out: real, varied, of the same form.

Which of several it is follows from the old text, so that two runs try the same.
"""

import re
from zlib import crc32

TITLES = (
    "A Unified Approach to Interpreting Model Predictions",
    "Dropout: A Simple Way to Prevent Neural Networks from Overfitting",
    "On Computable Numbers, with an Application to the Entscheidungsproblem",
    "What Size Net Gives Valid Generalization?",
    "Bagging Predictors",
    "Greedy function approximation: a gradient boosting machine",
    "Controlling the false discovery rate: a practical and powerful approach to multiple testing",
    "The Hungarian method for the assignment problem",
    "Über den anschaulichen Inhalt der quantentheoretischen Kinematik und Mechanik",
    "Reducing the Dimensionality of Data with Neural Networks",
)
HAN_TITLES = ("深度学习研究综述", "統計的手法による自然言語処理")
VENUES = {
    "journal": (
        "Journal of Machine Learning Research",
        "Bell System Technical Journal",
        "Nature",
        "Communications of the ACM",
        "Physical Review Letters",
        "IEEE Transactions on Information Theory",
        "Biometrika",
    ),
    "acronym": ("NeurIPS", "SIGMOD", "ICSE", "ACL", "CHI", "INFOCOM"),
    "conference": (
        "International Conference on Machine Learning",
        "Proceedings of the ACM SIGMOD International Conference on Management of Data",
        "ACM Symposium on Theory of Computing (STOC)",
        "Annual Meeting of the Association for Computational Linguistics",
        "Conference on Neural Information Processing Systems (NeurIPS)",
    ),
    "workshop": (
        "ICML Workshop on Human Interpretability in Machine Learning",
        "Workshop on Statistical Machine Translation",
    ),
    "preprint": ("bioRxiv", "NeurIPS"),
    "book": ("Handbook of Theoretical Computer Science", "The Oxford Handbook of Computational Linguistics"),
    "university": ("Stanford University", "Universität Göttingen"),
    "institution": ("IBM Research", "Bell Laboratories"),
}
NAMES = (
    ("Scott", "Lundberg"),
    ("Barbara", "Liskov"),
    ("Tony", "Hoare"),
    ("Rosalind", "Franklin"),
    ("Srinivasa", "Ramanujan"),
    ("José", "Pérez"),
)
HAN_NAMES = ("王芳", "李建国", "張偉")
CYRILLIC_NAMES = (("Софья", "Ковалевская"), ("Пафнутий", "Чебышёв"), ("Андрей", "Марков"))
OTHERS = {
    "ids.doi": ("10.1145/2939672.2939778", "10.1038/171737a0"),
    "ids.arxiv": ("1705.07874", "2106.09685"),
    "ids.isbn": ("978-0-262-03384-8",),
    "ids.issn": ("1532-4435", "0028-0836"),
    "ids.acl": ("2020.acl-main.703", "P02-1040"),
    "ids.openreview": ("YicbFdNTTy",),
    "ids.url": ("https://www.jmlr.org/papers/v3/blei03a.html",),
    "publisher": ("Springer", "Cambridge University Press", "Elsevier"),
    "place": ("Berlin", "Vienna, Austria", "Seattle, WA, USA"),
    "series": ("LNCS", "Lecture Notes in Computer Science"),
    "edition": ("2nd", "3rd"),
    "status": ("accepted", "submitted", "in press"),
    "text": ("Best Paper Award", "Oral", "Best Student Paper"),
}
HAN = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
CYRILLIC = re.compile("[\u0400-\u04ff]")
INITIALS = r"(?:[A-ZА-Я](?:\.|(?=[\s.-]|[A-Z]\b|[A-Z]{2}\b|$))[\s-]?)+"
INITIAL = re.compile(r"(?:.*,\s*)?\w(?:[\s.]|$)")
FAMILY_FIRST = re.compile(rf"\S.*\s{INITIALS}")


def other(path: str, text: str, kind: str | None) -> str:
    """Another value of the same form: a year before, later pages, another name printed as that one is."""
    name = path.rpartition(".")[2]
    if path == "title":
        return _one_of(HAN_TITLES if HAN.search(text) else TITLES, text)
    if path == "venue.name":
        return _one_of(VENUES[_sort(text, kind)], text)
    if name == "name":
        return another_name(text)
    if path in {"year", "date"}:
        return str(int(text[:4]) - 1) + text[4:]
    if some := OTHERS.get(path) or OTHERS.get(name):
        return _one_of(some, text)
    return re.sub(r"\d+", lambda number: str(int(number[0]) + 10).zfill(len(number[0])), text)


def another_name(text: str) -> str:
    """A name in the form of this one: turned round or not, initials or not."""
    if HAN.search(text):
        return _one_of(HAN_NAMES, text)
    names = CYRILLIC_NAMES if CYRILLIC.search(text) else NAMES
    given, family = names[crc32(text.encode()) % len(names)]
    is_family_first = "," not in text and bool(FAMILY_FIRST.fullmatch(text))
    if is_family_first or INITIAL.match(text):
        given = given[0] + ("." if "." in text else "")
    if "," in text:
        return f"{family}, {given}"
    return f"{family} {given}" if is_family_first else f"{given} {family}"


def _sort(text: str, kind: str | None) -> str:
    """Which venues could stand there: those of its kind, and an acronym for an acronym."""
    if kind in {"conference", None} and len(text.split()) == 1:
        return "acronym"
    return kind if kind in VENUES else "conference"


def _one_of(some: tuple[str, ...], text: str) -> str:
    """The one that the text chooses; it is another than the text."""
    left = [one for one in some if one != text]
    return left[crc32(text.encode()) % len(left)]
