"""Whether a text is in a script without spaces between words."""

import pytest

from pubparse.lexer.scan import lex
from pubparse.markdown.runs import Run
from pubparse.text.scripts import HAN, HANGUL, KANA, has_ideographs
from pubparse.text.span import Span


@pytest.mark.parametrize("text", ["", "plain", "Müller – “x”", "📧 Ω Привет", "、。「」", "\u3004\ud7b0\ufb00"])
def test_none(text: str) -> None:
    assert not has_ideographs(text)


@pytest.mark.parametrize("text", [*"々〇", *(end for script in (HAN, KANA, HANGUL) for end in script if end != "-")])
def test_one_is_enough(text: str) -> None:
    assert has_ideographs(text)
    assert has_ideographs("Müller " + text + " 📧")


@pytest.mark.parametrize("behind", ["", " 王芳"])
def test_words_are_the_same_beside_ideographs(behind: str) -> None:
    """A text without any is scanned by a shorter pattern."""
    text = "Donald E. Knuth, Müller² & O'Brien-Łoś: 2D 10.1000/a, pp. 3–4 (2020), 𝔸 naïve e\u0301tude" + behind
    words = lex([Run(text, Span(0, len(text)), 0, None)]).lexemes.texts
    assert words[: words.index("e\u0301tude") + 1] == (
        "Donald", "E.", "Knuth", ",", "Müller", "²", "&", "O'Brien-Łoś", ":", "2D", "10.1000/a,", "pp", ".", "3", "–",
        "4", "(", "2020", ")", ",", "𝔸", "naïve", "e\u0301tude",
    )  # fmt: skip
