"""What an added entry takes over from the others, and what it does not: their numbers, summaries and venues."""

import pytest

import pubparse

FOCAL = """@inproceedings{x, author={Lin, Tsung-Yi and Girshick, Ross}, title={Focal Loss for Dense Object Detection},
  booktitle={ICCV}, year={2017}}"""

LETTERS = """\
# Papers

[C3] K. He, R. Girshick. Mask R-CNN. In ICCV, 2017.

[C2] R. Girshick. Fast R-CNN. In ICCV, 2015.

[C1] R. Girshick, J. Donahue. Rich Feature Hierarchies. In CVPR, 2014.
"""
ENUMERATED = """\
# Papers

1、R. Girshick, J. Donahue. Rich Feature Hierarchies. In CVPR, 2014.

2、R. Girshick. Fast R-CNN. In ICCV, 2015.
"""
SUMMARIES = """\
# Papers

- K. He, R. Girshick. Mask R-CNN. In ICCV, 2017.<br>
  A branch for masks is added to a detector of objects.

- R. Girshick. Fast R-CNN. In ICCV, 2015.<br>
  The network is trained in one stage on all regions of an image.
"""
FOLDED = """\
# Papers

- K. He, R. Girshick. Mask R-CNN. In ICCV, 2017. <details><summary>BibTeX</summary><pre>@inproceedings{mask,
  author = {K. He and R. Girshick}, title = {Mask R-CNN}, year = {2017}}</pre></details>

- R. Girshick. Fast R-CNN. In ICCV, 2015. <details><summary>BibTeX</summary><pre>@inproceedings{fast,
  author = {R. Girshick}, title = {Fast R-CNN}, year = {2015}}</pre></details>
"""
ENTRY = "T.-Y. Lin, R. Girshick. Focal Loss for Dense Object Detection. In ICCV, 2017."


def added(text: str, **place: str) -> pubparse.Publication:
    paper = pubparse.read_bibliography(FOCAL, format="bibtex").publications[0]
    return pubparse.add(pubparse.parse(text), paper, **place).publication


@pytest.mark.parametrize(("page", "number"), [(LETTERS, "[C4] "), (ENUMERATED, "3、")])
def test_a_number_goes_on_as_the_list_writes_it(page: str, number: str) -> None:
    assert added(page).raw == f"{number}{ENTRY}"


@pytest.mark.parametrize("page", [SUMMARIES, FOLDED])
def test_what_another_work_is_about_is_left_with_it(page: str) -> None:
    assert added(page).raw.strip() == f"- {ENTRY}"


def test_a_venue_that_the_heading_says_is_not_said_again() -> None:
    entries = ("Mask R-CNN. K. He, R. Girshick.", "Channel Pruning. Y. He, J. Sun.")
    page = "# Papers\n\n## ICCV 2017\n\n" + "".join(f"- {entry}\n" for entry in entries)
    assert pubparse.parse(page).publications[0].fields["venue.name"].origin == "heading"
    fresh = added(page)
    assert fresh.raw == "- Focal Loss for Dense Object Detection. T.-Y. Lin, R. Girshick."
    assert fresh.venue is not None
    assert fresh.venue.name == "ICCV"
