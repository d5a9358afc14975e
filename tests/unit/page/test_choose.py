"""Which lists are publications."""

import pytest

from pubparse import parse

WHOLE = "K. He, X. Zhang, S. Ren, J. Sun. Identity Mappings in Deep Residual Networks. In ECCV 2016."
OTHER = "T.-Y. Lin, P. Goyal, R. Girshick, K. He, P. Dollár. Focal Loss for Dense Object Detection. In ICCV 2017."


def lines(page: str, **told: object) -> list[int]:
    return [record.line for record in parse(page, **told).publications]  # type: ignore[arg-type]


def test_an_entry_that_reads_badly_is_one_still() -> None:
    assert lines(f"# Publications\n\n- {WHOLE}\n- {OTHER}\n- Untitled work on vision and language\n") == [3, 4, 5]


def test_one_that_reads_well_among_others_is_none() -> None:
    page = f"# News\n\n- {WHOLE}\n\n# Invited talks\n\n- {OTHER}\n\n# Papers\n\n- {WHOLE}\n"
    assert lines(page) == [11]


def test_without_headings_the_list_speaks() -> None:
    assert lines(f"- {WHOLE}\n- {OTHER}\n") == [1, 2]
    assert lines("- Python, C++ and Rust\n- Cooking and hiking\n- English, French\n") == []


def test_titles_alone_count_under_a_heading_that_says_so() -> None:
    titles = (
        "- Training Region-based Object Detectors with Online Hard Example Mining\n"
        "- You Only Look Once: Unified, Real-Time Object Detection\n"
    )
    page = f"# Papers on detection\n\n## CVPR 2016\n\n{titles}"
    assert lines(page) == [5, 6]


def test_a_biography_is_none() -> None:
    told = "I am a professor at a university, and I work with J. Sun on vision since 2016."
    page = f"{told}\n\n# Publications\n\n{WHOLE}\n\n{OTHER}\n\nMy full list is on Google Scholar.\n"
    assert lines(page) == [5, 7]


def test_posts_are_none() -> None:
    post = "*2017.09 - 2022.06*, PhD, J. Sun and K. He, Peking University"
    page = f"# Work and education\n\n- {post}\n\n# Papers\n\n- {WHOLE}\n"
    assert lines(page) == [7]


def test_a_legend_is_none() -> None:
    assert lines(
        f"# Publications\n\n- \\*: equal contribution\n- †: corresponding author\n\n## 2016\n\n- {WHOLE}\n"
    ) == [8]


def test_sections_to_ignore() -> None:
    page = f"# Papers\n\n- {WHOLE}\n\n## Old\n\n- {OTHER}\n"
    assert lines(page) == [3, 7]
    assert lines(page, ignore_sections=["old"]) == [3]


@pytest.mark.parametrize(
    "page",
    [
        "# Publications (updating)\n\n- J. Doe, A. Bee. A theory of things. Mind, 2018.\n",
        "# Publications\n\n- This Site Remembers: Monuments of Rome. A. Bee. Mind, 2018.\n",
        "## Selected\n\n"
        '- Jane Doe and Rob Roe, "A theory of trees", Journal of Things\n'
        '- Jane Doe and Rob Roe, "A theory of rocks", Journal of Things\n',
    ],
)
def test_what_only_sounds_like_something_else_is_an_entry(page: str) -> None:
    assert len(parse(page).publications) == page.count("\n- ")
