"""What a reader sees maps back to where it stands, and mojibake is undone where it is sure to be some."""

from itertools import pairwise

import pytest
from ftfy.badness import is_bad
from hypothesis import given
from hypothesis import strategies as st
from inputs import repaired

from pubparse.text.span import Span, hull
from pubparse.text.visible import _SURELY_DAMAGE, Visible, repairs

SOURCE = r"A\*, **B** &amp; C"
PARTS = [
    ("A", Span(0, 1), True),
    ("*", Span(1, 3), False),
    (", ", Span(3, 5), True),
    ("B", Span(7, 8), True),
    (" ", Span(10, 11), True),
    ("", Span(11, 11), True),
    ("&", Span(11, 16), False),
    (" C", Span(16, 18), True),
]


def test_text_and_spans() -> None:
    seen = Visible.join(PARTS)
    assert seen.text == "A*, B & C"
    assert seen.span(0, 1) == Span(0, 1)
    assert seen.span(1, 2) == Span(1, 3)
    assert seen.span(3, 5) == Span(4, 8)
    assert seen.span(0, 9) == Span(0, 18)


def test_pieces_touch_nothing_in_between() -> None:
    seen = Visible.join(PARTS)
    assert seen.pieces(0, 9) == (Span(0, 5), Span(7, 8), Span(10, 18))
    assert seen.pieces(2, 5) == (Span(3, 5), Span(7, 8))
    assert seen.pieces(6, 7) == (Span(11, 16),)


def test_a_place_inside_an_atom_is_all_of_it() -> None:
    seen = Visible.join([("abc", Span(5, 9), False), ("de", Span(9, 11), True)])
    assert seen.span(1, 2) == Span(5, 9)
    assert seen.pieces(2, 4) == (Span(5, 10),)


def test_nothing_has_a_place_too() -> None:
    seen = Visible.join(PARTS)
    assert seen.pieces(3, 3) == ()
    assert seen.span(3, 3) == Span(4, 4)
    assert Visible.join([]).span(0, 0) == Span(0, 0)
    assert Visible.join([]).pieces(0, 0) == ()


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 5), st.booleans())), st.data())
def test_pieces_of_any_stretch(shape: list[tuple[int, int, bool]], data: st.DataObject) -> None:
    parts, at = [], 0
    for gap, length, verbatim in shape:
        at += gap
        parts.append(("x" * length, Span(at, at + length + (not verbatim)), verbatim))
        at = parts[-1][1].end
    seen = Visible.join(parts)
    start = data.draw(st.integers(0, len(seen.text)))
    end = data.draw(st.integers(start, len(seen.text)))
    pieces = seen.pieces(start, end)
    assert all(piece.start < piece.end for piece in pieces)
    assert all(one.end < other.start for one, other in pairwise(pieces))
    assert seen.span(start, end) == hull(pieces) if pieces else start == end
    assert sum(piece.end - piece.start for piece in pieces) >= end - start


def damaged(text: str, times: int = 1) -> str:
    """Read the UTF-8 of `text` as Windows-1252 as browsers do: they show the five bytes that it leaves undefined."""
    for _ in range(times):
        text = "".join(
            chr(byte) if byte in {0x81, 0x8D, 0x8F, 0x90, 0x9D} else bytes([byte]).decode("cp1252")
            for byte in text.encode()
        )
    return text


CLEAN = [
    "Müller, Erdős, Dvořák, Łukasz, Nguyễn Văn Anh, Çelik and Øster",
    "张伟, 佐藤, 김철수, Привет, Ελλάδα, שלום, مرحبا",
    "“quotes”, ‘more’, «et encore», „und noch“ – — … • † ‡ § ¶ © ® ™ ° ± × ÷ € £ ¥",
    "💡📧⭐✉️👩‍🔬 X. Chu📧",
    "naïve… CAFÉ—Paris, SÃO PAULO – São Paulo, JOSÉ™, É–",
    "",
    "plain",
]


@pytest.mark.parametrize("text", CLEAN)
def test_clean_text_is_left_alone(text: str) -> None:
    assert repairs(text) == ()


@pytest.mark.parametrize("text", [*CLEAN[:4], "Z. Tang💡📧, S. Shi", "2010–2020", "Paweł", "Håkan Öberg"])
@pytest.mark.parametrize("times", [1, 2])
def test_damage_is_undone(text: str, times: int) -> None:
    assert repaired(damaged(text, times)) == text


def test_what_is_surely_damage_is_so_for_the_judge_too() -> None:
    shown = [chr(number) for number in range(0x80, 0xC0)] + list("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ")
    pairs = [lead + tail for lead in map(chr, range(0xC2, 0xF5)) for tail in shown]
    sure = [pair for pair in pairs if _SURELY_DAMAGE.search(pair)]
    assert {"Ã¼", "Â\xa0", "â€", "ðŸ"} < {*sure}
    assert all(map(is_bad, sure))


def test_only_the_damaged_run_is_named() -> None:
    assert repairs("X. ChuðŸ“§. Müller") == ((6, 10, "📧"),)
    assert repairs("JÃ¼rgen â€“ MÃ¼ller") == ((1, 3, "ü"), (8, 11, "–"), (13, 15, "ü"))


def all_damages(texts: set[str]) -> set[str]:
    """Give what each of `texts` would be as Windows-1252, and as Latin-1."""
    return {damaged(text) for text in texts} | {text.encode().decode("latin-1") for text in texts}


damageable = st.one_of(st.characters(max_codepoint=0x2FF), st.characters(codec="utf-8"), st.sampled_from("Ââ€ðŸ"))


@given(st.text(damageable))
def test_a_repair_is_damaged_as_it_was(text: str) -> None:
    for raw in (text, damaged(text), damaged(text, 2)):
        for start, end, meant in repairs(raw):
            once = all_damages({meant})
            twice = all_damages(once)
            assert raw[start:end] in once | twice | all_damages(twice)
