"""The lexer's one ordered table: name, pattern. The first that matches at a place wins; white space matches none.

Quantifiers are possessive (`++`), so a match never goes back: scanning is linear in the text. The group that names a
pattern is an empty one behind it, so that the engine rules most patterns out by their first letter.
"""

import re
from functools import cache

from pubparse.text.scripts import HAN, IDEOGRAPHS, has_ideographs

_RAISED = "¹²³⁰⁴-⁹"  # digits to Python's \\w, and none to its \\d
_LETTER = rf"[^\W\d_{_RAISED}{IDEOGRAPHS}]"
_HAN_WORD = rf"[{HAN}々]{{1,4}}+"
_OTHERS_BEHIND_DOTS = rf"(?:・{_HAN_WORD}){{1,30}}+(?![{IDEOGRAPHS}])"  # bounded: it is looked for from each
_MARK = "\u0300-\u036f"  # combining accents, as in decomposed Unicode
DIGRAPHS = "Ch|I[jJ]|Ju|Kh|Sh|Ts|Ya|Ye|Yu|Zh"
"""Two letters that stand for one of another alphabet, or are one: `Yu.V. Nesterenko`, `IJ.J. Aalbersberg`."""
_IN_WORD = rf"[^\W_{_RAISED}{IDEOGRAPHS}]++|[{_MARK}]|['’ʼ](?=[^\W\d_{IDEOGRAPHS}])|[‐‑-](?=[^\W_{IDEOGRAPHS}])"

# In languages whose ordinals end with a full stop.
_CENTURY = r"jahrhundert|jh(?:dt|s)?\b|stolet|århundre|század|sajand|yüzyıl"

# Arrows, technical signs, dingbats, pictographs: what pages use as marks. A glyph keeps its variation selector, and
# glyphs joined by U+200D are one.
_GLYPH = r"[*∗⁎＊†‡§¶#♯^~°ªº‖∘∙⋄⋆⊕⊗\u2190-\u21ff\u2300-\u27bf\u2900-\u297f\u2b00-\u2bff\U0001f000-\U0001faff]"
_EMOJI = rf"{_GLYPH}[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]?+(?:\u200d{_GLYPH}\ufe0f?+)*+"

_WORD_BEHIND = r"(?=[A-ZÀ-Ž](?:[a-zà-ž]| [A-Za-z]|[.-]))"
_INITIAL = rf"(?:{_LETTER}[{_MARK}]?+|{DIGRAPHS})"
TABLE: tuple[tuple[str, str], ...] = (
    # Most of a page is plain words and signs: these two are no more than a short cut to what follows.
    ("plain_word", r"[A-Za-z][A-Za-z]++(?![\w’'ʼ‐‑:/\u0300-\u036f-])(?!\.(?:\w| D\.))"),
    ("plain_sign", r"[,;]"),
    # an address, in brackets with a link behind it, too: (https://…)([PDF](…))
    ("url", r"(?:https?://|www\.)(?:[^\s<>\[\]{}\"“”|，。；）)]|\)(?!\())++"),
    ("degree", r"(?:Ph|M|B|D)\. ?(?:D|Sc|S|A|Phil|Eng)\.(?=\s+[A-Za-z])(?=\s+(?i:thes|diss))"),  # Ph.D. thesis
    ("initials", rf"(?:(?![α-ω]){_LETTER}[{_MARK}]?+|(?:{DIGRAPHS})(?=\.{_LETTER}\.))\.(?:[-‐‑]?{_INITIAL}\.)*+"),
    ("term_before_number", r"(?:[VvNn](?:ol|o|r)|pp)(?=\d)"),  # No1  pp30–37
    # e2005396, S08003; bbad077 as Oxford's journals number theirs
    ("page_code", r"(?!(?:[A-Za-z]{2})?(?:19|20)\d\d(?!\w))(?:[A-Za-z]{1,2}\d{2,}+|[a-z]{3,5}\d{3})(?!\w)"),
    (  # : R1–R15   875, L1
        "short_page_code",
        r"(?:(?<=[:,] )|(?<=[:,]))[A-Z]\d(?=[-–][A-Z]\d++(?!\w))|(?:(?<=\d[-–])|(?<=\d, ))[A-Z]\d(?!\w)",
    ),
    # eabl4930 (Science Advances), e2019JC015646 (Journal of Geophysical Research), jcs216895 (Company of Biologists)
    ("article_code", r"e(?:[a-z]{3}(?!(?:19|20)\d\d)\d{4}|20\d\d[A-Z]{2}\d{6})(?!\w)"),
    ("letters_and_code", r"[a-z]{3}\d{6}(?!\w)"),
    # NeurIPS2022; Bee1973The Strength of …
    ("word_before_year", rf"{_LETTER}{_LETTER}++(?=(?:1[89]|20)\d\d(?:(?!{_IN_WORD})|[a-d]?{_WORD_BEHIND}))"),
    ("word_before_number", r"LN(?:CS|AI|BI)(?=\d{2,5}(?!\w))"),  # LNCS196
    ("word", rf"{_LETTER}(?:{_IN_WORD})*+"),
    ("shortcode", r":(?<!\w:)[a-z][a-z0-9_+-]{1,30}+:(?![\w/])"),  # :trophy:, an emoji
    ("sign", r"[:()]|\.(?!\.\.)"),
    ("break", r"\n"),
    ("doi", r"10\.\d{4,9}/[^\s<>\[\]{}\"“”|，。；）]++"),
    ("eprint", r"\d{4}\.\d{4,5}(?:v\d{1,2})?+(?![\w.]\d)"),
    ("year_before_word", rf"(?:1[89]|20)\d\d[a-d]?{_WORD_BEHIND}"),  # 1973The Strength of …
    ("edition_number", r"\d\d?(?=ed\.)"),  # 1ed.
    ("ordinal", r"\d\d*+(?:st|nd|rd|th)(?!\w)"),
    # 19. und 20. Jahrhundert
    ("century", rf"\d\d?+\.(?=\s(?:(?:und|bis|a|og|ve)\s\d\d?+\.\s)?(?i:{_CENTURY}))"),
    ("thousands", r"\d{1,3}(?:,\d{3})++(?= (?!doi|DOI)[^\W\d_]{2})"),  # 14,000 Cases of Seven Common Diseases
    ("alnum", rf"\d\d*+[^\W\d_{IDEOGRAPHS}](?:{_IN_WORD})*+"),
    ("digits", r"\d\d*+(?:\.e\d{1,2}(?!\w))?+"),  # 84, and 1285.e6: Cell Press counts pages of methods so
    ("clipped", r"['’‘](?:t(?![\w'’‐-])|s(?=[\s-][A-Z]))"),  # G. 't Hooft, W. J. 's Gravesande
    ("short_year", r"['’‘`´]\d\d(?!\d)|(?<=[A-Z])['’] \d\d(?=[\])])"),  # and [SOSP' 03]
    ("math", r"\$(?!\s)[^$\n]{1,120}+\$"),
    # 湯川秀樹・坂田昌一: short words alone, of Han characters; within katakana the dot joins the words of one name
    (
        "joined_by_dots",
        rf"{_HAN_WORD}(?={_OTHERS_BEHIND_DOTS})|・(?={_HAN_WORD}(?:{_OTHERS_BEHIND_DOTS}|(?![{IDEOGRAPHS}])))",
    ),
    ("ideographs", rf"[{IDEOGRAPHS}]++"),
    ("tex_open", r"``|‘‘"),
    ("tex_close", r"''|’’"),
    ("ellipsis", r"…|\.\.\.+"),
    (
        "raised",
        rf"\^[^\s^]{{1,6}}\^|[{_RAISED}]+(?:[,·⋅][{_RAISED}]+)*",
    ),  # Pandoc's superscript, and superscript digits
    ("plus", r"(?<=[^\W\d_])\+(?![\w+])"),  # a mark on a name
    ("wave", r"(?<=\d)[~∼〜～](?=\d)"),  # pp. 1250~1264
    ("symbol", _EMOJI),
    ("other", r"\S"),
)

_SCANNER = "|".join(f"(?:{pattern})(?P<{name}>)" for name, pattern in TABLE)


def scanner(text: str) -> re.Pattern[str]:
    """The table as one pattern; a text without ideographs is scanned by one that knows but the first of them."""
    return _compiled(has_ideographs(text))


@cache
def _compiled(ideographs: bool) -> re.Pattern[str]:
    return re.compile(_SCANNER if ideographs else _SCANNER.replace(IDEOGRAPHS, IDEOGRAPHS[0]))
