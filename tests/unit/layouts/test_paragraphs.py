"""Paragraphs: one an entry, an entry over several, several entries in one, and prose between them."""

import pytest
from laid_out import found, listing, sections, spans

RESNET = "K. He, X. Zhang, S. Ren, J. Sun. Identity Mappings in Deep Residual Networks. ECCV 2016."
FOCAL = "T.-Y. Lin, P. Goyal, R. Girshick, K. He, P. Dollár. Focal Loss for Dense Object Detection. ICCV 2017."


def test_an_entry_a_paragraph() -> None:
    assert found(f"{RESNET}\n\n{FOCAL}\n") == [(1, 1, RESNET), (3, 3, FOCAL)]


@pytest.mark.parametrize(
    "order",
    [
        ("**Identity Mappings in Deep Residual Networks**", "K. He, X. Zhang, S. Ren", "ECCV 2016"),
        ("Identity Mappings in Deep Residual Networks", "K. He, X. Zhang, S. Ren", "*ECCV*, 2016"),
        ("[Identity Mappings in Deep Residual Networks](x.pdf)", "ECCV, 2016", "Kaiming He and Jian Sun"),
        ("K. He, X. Zhang, S. Ren", "*Identity Mappings in Deep Residual Networks*", "ECCV 2016"),
        ("![overview](x.png)", "Identity Mappings in Deep Residual Networks", "K. He, X. Zhang", "[pdf](x) [code](y)"),
    ],
)
def test_an_entry_over_several_paragraphs(order: tuple[str, ...]) -> None:
    page = "\n\n".join(order * 3)
    length = 2 * len(order)
    assert spans(page) == [(1 + at * length, (at + 1) * length - 1) for at in range(3)]


def test_what_stands_in_boxes_of_html() -> None:
    picture = "<div><img src='a.png' alt='overview'></div>\n"
    box = picture + "<div>\n\n**Focal Loss**<br>T.-Y. Lin, P. Goyal<br>ICCV 2017\n\n</div>\n\n"
    assert spans(box * 2) == [(1, 4), (8, 11)]


@pytest.mark.parametrize("label", ["[{}] ", "\\[{}\\] ", "{}、", "{}\\. ", "[J{}] ", "({}) "])
def test_numbered_lines_of_one_paragraph(label: str) -> None:
    page = f"{label.format(2)}{RESNET}\n{label.format(1)}{FOCAL}\n"
    assert found(page) == [(1, 1, RESNET), (2, 2, FOCAL)]


def test_bullets_that_are_no_markdown() -> None:
    assert found(f"• {RESNET}\n• {FOCAL}\n") == [(1, 1, RESNET), (2, 2, FOCAL)]


def test_lines_that_are_entries() -> None:
    assert found(f"{RESNET}<br>\n{FOCAL}\n") == [(1, 1, RESNET), (2, 2, FOCAL)]


def test_empty_lines_between_entries_of_several_lines() -> None:
    page = f"{RESNET.replace('. ', '.<br>', 1)}<br><br>\n{FOCAL.replace('. ', '.<br>')}\n"
    assert spans(page) == [(1, 1), (2, 2)]


def test_lines_of_one_entry_stay_together() -> None:
    page = "**Identity Mappings in Deep Residual Networks**  \nK. He, X. Zhang, S. Ren, J. Sun  \nECCV 2016\n"
    assert found(page) == [
        (1, 3, "Identity Mappings in Deep Residual Networks\nK. He, X. Zhang, S. Ren, J. Sun\nECCV 2016")
    ]


def test_two_backslashes_end_a_line() -> None:
    page = "**Focal Loss** \\\\\nT.-Y. Lin, P. Goyal \\\\\nICCV 2017\n"
    assert [text.split("\n") for _, _, text in found(page)] == [["Focal Loss ", "T.-Y. Lin, P. Goyal ", "ICCV 2017"]]


def test_numbers_whose_paragraphs_are_not_indented() -> None:
    second = "2. **Identity Mappings**\n\nK. He, J. Sun\n\nECCV 2016\n\n"
    page = second + "1. **Focal Loss**\n\nT.-Y. Lin, K. He\n\nICCV 2017\n"
    assert spans(page) == [(1, 5), (7, 11)]


def test_a_list_of_keys_goes_on_with_the_paragraph_above() -> None:
    page = "**Focal Loss**\n\n- Authors: T.-Y. Lin, K. He\n- Venue: ICCV 2017\n"
    assert found(page) == [(1, 4, "Focal Loss\nT.-Y. Lin, K. He\nICCV 2017")]


def test_rules_part_entries() -> None:
    page = "**Identity Mappings**\n\nK. He, J. Sun\n\n---\n\n**Focal Loss**\n\nT.-Y. Lin, K. He\n"
    assert spans(page) == [(1, 3), (7, 9)]


def test_short_lines_over_several_entries_are_headings() -> None:
    page = f"**Journals**\n\n{RESNET}\n\n{FOCAL}\n\n**2017**\n\n{FOCAL}\n"
    assert sections(page) == [["Journals"], ["Journals"], ["2017"]]


def test_prose_is_in_no_entry() -> None:
    told = "I am a researcher, and my work is on how machines may learn to see."
    page = f"{told}\n\n{RESNET}\n\nFor all see Google Scholar.\n"
    assert found(page) == [(3, 3, RESNET)]
    assert [prose.kind for prose in listing(page).prose] == ["paragraph", "paragraph"]


def test_a_legend_is_in_no_entry() -> None:
    assert found(f"\\* equal contribution\n\n{RESNET}\n") == [(3, 3, RESNET)]


def test_an_abstract_below_an_entry_is_not_read() -> None:
    abstract = (
        "We present a residual learning framework. " + "It is easy to train and gains accuracy from great depth. " * 5
    )
    assert found(f"{RESNET}\n\n{abstract}\n\n{FOCAL}\n") == [(1, 1, RESNET), (5, 5, FOCAL)]


def test_code_between_entries_is_not_read() -> None:
    assert [text for _, _, text in found(f"{RESNET}\n\n```\n@article{{x}}\n```\n\n{FOCAL}\n")] == [RESNET, FOCAL]


def test_a_fold_shows_its_summary() -> None:
    page = f"<details><summary>{RESNET}</summary>\nDeeper networks are more difficult to train.\n</details>\n"
    assert [text for _, _, text in found(page)] == [RESNET]


def test_quotes_are_entries() -> None:
    assert found(f"> {RESNET}\n\n> {FOCAL}\n") == [(1, 1, RESNET), (3, 3, FOCAL)]


def test_a_quote_goes_on_with_the_title_above() -> None:
    first = "**Identity Mappings**\n\n> K. He, J. Sun. ECCV 2016.\n\n"
    page = first + "**Focal Loss**\n\n> T.-Y. Lin, K. He. ICCV 2017.\n"
    assert spans(page) == [(1, 3), (5, 7)]
