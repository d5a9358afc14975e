"""Lines with keys: the keys are no text, but hints."""

from laid_out import found, listing


def test_keys_are_left_out_and_are_hints() -> None:
    page = "Title: Focal Loss\nAuthors: T.-Y. Lin, K. He\nConference: ICCV\nYear: 2017\n"
    assert found(page) == [(1, 4, "Focal Loss\nT.-Y. Lin, K. He\nICCV\n2017")]
    (entry,) = listing(page).entries
    assert [(field, page[slice(*span)]) for field, span in entry.hints] == [
        ("title", "Focal Loss"),
        ("authors", "T.-Y. Lin, K. He"),
        ("venue", "ICCV"),
        ("year", "2017"),
    ]


def test_keys_in_bold_and_in_other_languages() -> None:
    german = "- **Titel:** Fokus  \n  **Autoren:** A. Müller, B. Meier  \n  **Jahr:** 2017\n"
    page = german + "- 作者：何恺明，孙剑<br>期刊：计算机学报\n"
    assert [text for _, _, text in found(page)] == ["Fokus\nA. Müller, B. Meier\n2017", "何恺明，孙剑\n计算机学报"]


def test_one_key_alone_may_be_part_of_a_title() -> None:
    assert [text for _, _, text in found("- Year: A Study of Calendars, 2017\n")] == [
        "Year: A Study of Calendars, 2017"
    ]
