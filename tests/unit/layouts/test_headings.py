"""Headings: titles with a few lines below, or sections."""

from laid_out import found, sections, spans

RESNET = "K. He, X. Zhang, S. Ren, J. Sun. Identity Mappings in Deep Residual Networks. ECCV 2016."


def test_a_title_with_paragraphs_below() -> None:
    first = "### Identity Mappings in Deep Residual Networks\n\nK. He, J. Sun\n\nECCV 2016 | [pdf](x)\n"
    second = "### Focal Loss for Dense Object Detection\n\nT.-Y. Lin, K. He\n\nICCV 2017\n"
    page = f"# Papers\n\n{first}\n---\n\n{second}"
    assert found(page) == [
        (3, 7, "Identity Mappings in Deep Residual Networks\nK. He, J. Sun\nECCV 2016 | pdf"),
        (11, 15, "Focal Loss for Dense Object Detection\nT.-Y. Lin, K. He\nICCV 2017"),
    ]
    assert sections(page) == [["Papers"], ["Papers"]]


def test_a_title_with_bullets_below() -> None:
    page = "### Identity Mappings in Deep Residual Networks\n- Kaiming He, Jian Sun\n- ECCV 2016\n"
    assert found(page) == [(1, 3, "Identity Mappings in Deep Residual Networks\nKaiming He, Jian Sun\nECCV 2016")]


def test_a_section_with_entries_below() -> None:
    assert spans(f"## Papers under review now\n\n{RESNET}\n\n{RESNET}\n\n## 2016\n\n{RESNET}\n") == [
        (3, 3),
        (5, 5),
        (9, 9),
    ]


def test_a_date_is_no_title() -> None:
    page = "### July 2nd, 2016 in Las Vegas\n\n**Identity Mappings**<br>Authors: K. He, J. Sun\n"
    assert spans(page) == [(3, 3)]


def test_items_whose_titles_are_headings() -> None:
    page = "- ### Identity Mappings\n  K. He, J. Sun\n\n  ECCV 2016\n- ### Focal Loss\n  T.-Y. Lin, K. He\n"
    assert found(page) == [
        (1, 4, "Identity Mappings\nK. He, J. Sun\nECCV 2016"),
        (5, 6, "Focal Loss\nT.-Y. Lin, K. He"),
    ]
