"""Tables: a row an entry; or only a way to put parts of a page beside each other."""

from laid_out import found, listing, sections

from pubparse.layouts import Hint


def test_a_row_an_entry_with_the_columns_as_hints() -> None:
    page = "| Year | Title | Authors | Where |\n|---|---|---|---|\n| 2017 | Focal Loss | T.-Y. Lin, K. He | ICCV |\n"
    assert found(page) == [(3, 3, "2017\nFocal Loss\nT.-Y. Lin, K. He\nICCV")]
    (entry,) = listing(page).entries
    assert [(field, page[slice(*span)]) for field, span in entry.hints] == [
        ("year", "2017"),
        ("title", "Focal Loss"),
        ("authors", "T.-Y. Lin, K. He"),
        ("venue", "ICCV"),
    ]
    assert all(isinstance(hint, Hint) for hint in entry.hints)


def test_rows_of_html_with_a_picture_and_a_fold() -> None:
    fold = "<details><summary>Abstract</summary>Two-stage detectors.</details>"
    text = f"<b>Focal Loss</b><br>T.-Y. Lin, K. He<br>ICCV 2017{fold}"
    row = f"<tr><td><img src='a.png'></td><td>{text}</td></tr>\n"
    assert [text for _, _, text in found(f"<table>\n{row}{row}</table>\n")] == [
        "Focal Loss\nT.-Y. Lin, K. He\nICCV 2017"
    ] * 2


def test_a_table_around_a_page_is_none() -> None:
    inside = "# Papers\n\n- T.-Y. Lin, K. He. Focal Loss. ICCV 2017.\n- K. He. Mask R-CNN. ICCV 2017.\n"
    page = f"<table><tr><td>\n\n{inside}\n</td></tr></table>\n"
    assert [text for _, _, text in found(page)] == [
        "T.-Y. Lin, K. He. Focal Loss. ICCV 2017.",
        "K. He. Mask R-CNN. ICCV 2017.",
    ]
    assert sections(page) == [["Papers"]] * 2
