"""Words of an entry in, the sort of work they name out: "PhD thesis", "Technical report", "Patent"."""

import re

from pubparse.lexicons.load import members
from pubparse.markers import Genre

_DEGREE = (
    r"(?:ph\.?\s?d\.?|doctoral|doctor of philosophy|m\.?\s?sc?\.?|b\.?\s?sc?\.?|[bm]\.?\s?(?:a|eng|tech|phil|res)\.?"
    r"|master(?:['’]?s)?|bachelor(?:['’]?s)?|diploma|licentiate|habilitation)\s?"
)
THESIS = Genre(
    "thesis",
    # PhD thesis   Master's thesis   unpublished doctoral dissertation   Undergraduate honors thesis
    rf"(?:unpublished )?(?:(?:(?:undergraduate|graduate|senior|honou?rs)\s){{1,3}}+(?:{_DEGREE})?|{_DEGREE})"
    r"(?:thesis|dissertation|diss\.?)"
    r"|(?:thesis|dissertation|diplomarbeit|doktorarbeit|(?:master|bachelor|magister)arbeit|habilitationsschrift"
    r"|thèse(?: de doctorat)?(?: (?:en|de|ès) [^\W\d_]+)?|mémoire de (?:master|maîtrise|licence)"
    r"|tesis(?: doctoral| de (?:doctorado|maestría|máster|licenciatura|grado))?"
    r"|tese(?: de doutorado)?|dissertação(?: de mestrado)?"
    r"|thèse d['’]état|(?:inaug(?:ural)?\.?[ -])?diss(?:ertation)?\.?|proefschrift|doktorsavhandling|rozprawa doktorska"
    r"|praca (?:doktorska|magisterska|inżynierska|licencjacka|dyplomowa)|monografia"
    r"|tesi(?: di (?:laurea|dottorato))?|диссертация|дисс?\.?"
    r"|博士論文|修士論文|博士学位论文|硕士学位论文|学位论文|(?:[석박]사\s?)?학위\s?논문)",
    frozenset(
        "thesis dissertation diplomarbeit doktorarbeit masterarbeit bachelorarbeit magisterarbeit "
        "habilitationsschrift thèse mémoire tesis tese dissertação "
        "diss inaugural-dissertation proefschrift doktorsavhandling rozprawa praca tesi monografia "
        "диссертация дисс дис 博士論文 修士論文 博士学位论文 硕士学位论文 学位论文 "
        "석사학위논문 박사학위논문 학위논문 논문".split()
    ),
    (
        *("PhD thesis", "Master's thesis", "Doctoral dissertation", "Ph.D. dissertation", "MA thesis", "PhD diss"),
        *("Undergraduate honors thesis", "Bachelorarbeit", "Mémoire de master", "Tesis de maestría"),
        "Dissertação de mestrado",
        "Praca doktorska",
        "박사학위논문",
    ),
)
REPORT = Genre(
    "report",
    r"(?:technical|tech\.?|research|internal)\s(?:report|rep\.?|memo(?:randum)?)"
    r"|memo(?:randum)?|white\s?paper|rfc|request for comments|(?:working|discussion)\spaper(?:\sseries)?|[wd]p",
    frozenset("report rep rep. memo memorandum paper whitepaper rfc".split()),
    ("Technical report", "Tech. Rep.", "Working paper"),
)
PATENT = Genre(
    "patent",
    rf"(?:(?:{'|'.join(map(re.escape, members('offices', 'office code')))})\s)?(?:provisional\s)?"
    r"patents?(?:\s(?:app(?:l(?:ication)?)?\.?(?:\s(?:publication|serial))?|pending))?"
    r"|uspto(?:\s(?:serial|application))?|专利|特許",
    frozenset("patent patents uspto 专利 特許".split()),
    ("Patent", "US Patent", "Provisional patent application", "Patent pending"),
)
CHAPTER = Genre("chapter", r"(?:book\s)?chapter", frozenset({"chapter"}), ("Book chapter",))
POSTER = Genre(
    "poster",
    r"posters?(?:\s(?:presentation|paper))?|demo(?:nstration)?s?(?:\spaper)?|extended\sabstract",
    frozenset("poster posters demo demos demonstration abstract".split()),
    ("Poster", "Demo paper", "Extended abstract"),
)
SOFTWARE = Genre(
    "software",
    r"computer (?:software|program)|(?:R|Python|Julia|Stata) package(?: version)?",
    frozenset({"software", "program", "package"}),
    ("Computer software", "R package version"),
)
DATASET = Genre("dataset", r"data ?sets?", frozenset("dataset datasets set sets".split()), ("Data set", "Dataset"))
