"""Sections: headings, short paragraphs over lists, and folds."""

from effort import effort
from laid_out import listing, sections

LIST = "- K. He, J. Sun. Identity Mappings in Deep Residual Networks. ECCV 2016.\n- K. He. Mask R-CNN. ICCV 2017.\n"


def test_headings_nest_by_level() -> None:
    page = f"# Papers\n\n## 2016\n\n{LIST}\n## 2017\n\n{LIST}\n# Talks\n\n{LIST}"
    assert sections(page)[::2] == [["Papers", "2016"], ["Papers", "2017"], ["Talks"]]


def test_a_short_paragraph_before_a_list_heads_it() -> None:
    assert sections(f"# CV\n\n**Papers**\n\n{LIST}\nTalks:\n\n{LIST}\n# More\n\n{LIST}")[::2] == [
        ["CV", "Papers"],
        ["CV", "Talks:"],
        ["More"],
    ]


def test_a_list_in_a_fold_is_read_under_its_summary() -> None:
    page = f"# Papers\n\n<details><summary>Older ones</summary>\n\n{LIST}\n</details>\n\n{LIST}"
    assert sections(page)[::2] == [["Papers", "Older ones"], ["Papers"]]


def test_headings_are_prose_too() -> None:
    assert [prose.kind for prose in listing(f"# Papers\n\n{LIST}").prose] == ["heading"]


def test_effort_grows_with_the_page() -> None:
    entry = "K. He, J. Sun. Identity Mappings in Deep Residual Networks. ECCV 2016.\n\n"
    few, many = (effort(listing, entry * count) for count in (50, 400))
    assert many < 12 * few
