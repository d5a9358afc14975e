"""A value of a .bib file in, plain text out: what LaTeX calls otherwise is itself, braces and commands are gone."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

_LATEX = re.compile(r"[\\$~%&]|--|``|''|[?!]`|,,")
_BRACES = re.compile(r"[{}]")
_UNESCAPED = re.compile(r"(?<!\\)([&%])")
"""What ends a cell and begins a comment in LaTeX, and is itself in a bibliography."""
_SIGNS = {
    "textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^", "textless": "<", "textgreater": ">",
    "LaTeX": "LaTeX", "TeX": "TeX", "BibTeX": "BibTeX", "LaTeXe": "LaTeX2e", "-": "",
    **dict.fromkeys(("url", "path", "enquote", "mkbibquote", "texttt", "verb"), "%s"), "href": "%(2)s",
}  # fmt: skip
"""What pylatexenc does not know, or makes something else of."""
_ARGUMENTS = {"href": 2, "url": 1, "path": 1, "enquote": 1, "mkbibquote": 1, "texttt": 1}
_ESCAPED = re.compile(r"\\url\s*\{([^{}]*)\}|\\([_%&#~$])(?:\{\})?")
_LONGEST = 20_000
"""Nothing that a record has is longer."""


@lru_cache(maxsize=8192)  # the same people and venues again and again
def plain(value: str) -> str:
    """LaTeX as the text that a reader sees, on one line."""
    if _LATEX.search(value) is None or len(value) > _LONGEST:
        return " ".join(_BRACES.sub("", value).split())
    try:
        text = _text_of(_UNESCAPED.sub(r"\\\1", value))
    except Exception:
        text = _BRACES.sub("", value)
    return " ".join(unicodedata.normalize("NFC", text).split())


def address(value: str) -> str:
    r"""An address or identifier, which is verbatim: `\_` is what some programs write all the same."""
    return _ESCAPED.sub(lambda found: found[1] or found[2] or "", value).strip(" {}")


def _text_of(value: str) -> str:
    from pylatexenc.latexwalker import LatexWalker

    walking, writing = _contexts()
    nodes, _, _ = LatexWalker(value, latex_context=walking, tolerant_parsing=True).get_latex_nodes()
    return str(writing.nodelist_to_text(nodes))


@cache
def _contexts() -> tuple[Any, Any]:
    """What pylatexenc knows of commands, and what we add to it."""
    from pylatexenc import latex2text, latexwalker, macrospec

    walking = latexwalker.get_default_latex_context_db()
    walking.add_context_category(
        "ours", prepend=True, macros=[macrospec.std_macro(name, False, count) for name, count in _ARGUMENTS.items()]
    )
    writing = latex2text.get_default_latex_context_db()
    writing.add_context_category(
        "ours", prepend=True, macros=[latex2text.MacroTextSpec(name, text) for name, text in _SIGNS.items()]
    )
    return walking, latex2text.LatexNodes2Text(math_mode="text", latex_context=writing)
