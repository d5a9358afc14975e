import pytest

from pubparse.text.span import Span, hull


def test_the_hull_holds_all_spans_whatever_their_order() -> None:
    assert hull([Span(7, 9), Span(2, 3), Span(4, 12)]) == Span(2, 12)


def test_nothing_has_no_hull() -> None:
    with pytest.raises(ValueError, match="not enough values"):
        hull([])
