"""Volume, issue, pages and numbers as many styles write them: each production reads what it exists for."""

import pytest

from pubparse import parse

FIELDS = ("volume", "issue", "pages", "article_number")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2010, 4(43): 1686", ("4", "43", "1686", None)),
        ("171 (2010), 1753–1850", ("171", None, "1753–1850", None)),
        ("35(3):230–237, 2010", ("35", "3", "230–237", None)),
        ("52(11), 2274-2283, 2010", ("52", "11", "2274-2283", None)),
        ("16(11):e2005396, 2010", ("16", "11", None, "e2005396")),
        ("23(9-10):5–17, 2010", ("23", "9-10", "5–17", None)),
        ("vol. 20, no. 5, pp. 378–400, 2010", ("20", "5", "378–400", None)),
        ("Vol. 30(2), 2010", ("30", "2", None, None)),
        ("Bd. 3, S. 5, 2010", ("3", None, "5", None)),
        ("166:115058, 2010", ("166", None, None, "115058")),
        ("20: 273–297, 2010", ("20", None, "273–297", None)),
        ("20, 273-297 (2010)", ("20", None, "273-297", None)),
        ("31, no. 2, pp. 5–9, 2010", ("31", "2", "5–9", None)),
        ("20 4, 10–19, 2010", ("20", "4", "10–19", None)),
        ("337/6096, 2010", ("337", "6096", None, None)),
        ("38 39–41, 2010", ("38", None, "39–41", None)),
        ("45, e123, 2010", ("45", None, None, "e123")),
        ("40.1 (2010)", ("40", "1", None, None)),
        ("36, 3 (2010), 12–20", ("36", "3", "12–20", None)),
        ("37 (2010)", ("37", None, None, None)),
        # physics: the number after the volume is where the paper begins
        ("96, 191 (2010)", ("96", None, "191", None)),
        ("116, 061102 (2010)", ("116", None, None, "061102")),
    ],
)
def test_what_a_journal_prints(written: str, expected: tuple[str | None, ...]) -> None:
    page = parse(f"# Publications\n\n* A. Turing, C. Shannon. On Computable Theories. *Nature*, {written}.\n")
    (publication,) = page.publications
    assert tuple(getattr(publication, field) for field in FIELDS) == expected
    assert publication.year == 2010
