"""A page whose lines are kept short: an added entry is broken at the same width, and one of long lines is not."""

import pubparse
from pubparse.house_style.wrapping import wrapping_of

BROKEN = """\
# Papers

- J. Redmon, S. Divvala, R. Girshick, A. Farhadi. You Only Look
  Once: Unified, Real-Time Object Detection. In CVPR, 2016.
- R. Girshick. Fast R-CNN. In ICCV, 2015.
- R. Girshick, J. Donahue, T. Darrell, J. Malik. Rich Feature
  Hierarchies for Accurate Object Detection and Semantic
  Segmentation. In CVPR, 2014.
- P. Felzenszwalb, R. Girshick, D. McAllester, D. Ramanan. Object
  Detection with Discriminatively Trained Part-Based Models. In
  CVPR, 2008.
"""
LONG = """@inproceedings{x, author={Ren, Shaoqing and He, Kaiming and Girshick, Ross and Sun, Jian}, booktitle={NIPS},
  title={Faster R-CNN: Towards Real-Time Object Detection with Region Proposal Networks}, year={2015}}"""
ON_PURPOSE = """\
# Papers

- **Mask R-CNN**
  K. He, G. Gkioxari, P. Dollár, R. Girshick
  ICCV, 2017
- **Fast R-CNN**
  R. Girshick
  ICCV, 2015
"""


def added(text: str) -> pubparse.Publication:
    return pubparse.add(
        pubparse.parse(text), pubparse.read_bibliography(LONG, format="bibtex").publications[0]
    ).publication


def test_an_entry_is_broken_as_the_others_are() -> None:
    wrapping = wrapping_of(pubparse.parse(BROKEN))
    assert wrapping is not None
    assert (wrapping.width, wrapping.break_) == (65, "\n  ")
    assert added(BROKEN).raw == (
        "- S. Ren, K. He, R. Girshick, J. Sun. Faster R-CNN: Towards\n"
        "  Real-Time Object Detection with Region Proposal Networks. In\n"
        "  NIPS, 2015."
    )


def test_lines_end_as_those_of_the_page() -> None:
    raw = added(BROKEN.replace("\n", "\r\n")).raw
    assert raw.count("\n") == raw.count("\r\n") > 0


def test_no_line_begins_with_what_would_be_a_list() -> None:
    wrapping = wrapping_of(pubparse.parse(BROKEN))
    assert wrapping is not None
    text = "- R. Girshick. Rich Feature Hierarchies for Accurate Detection - a Survey. In CVPR, 2014."
    assert "\n  - " not in wrapping.broken(text)
    assert "".join(wrapping.broken(text).split()) == "".join(text.split())


def test_lines_that_end_on_purpose_stay_lines() -> None:
    assert wrapping_of(pubparse.parse(ON_PURPOSE)) is None
    assert "\n  S. Ren, K. He, R. Girshick, J. Sun\n  NIPS, 2015" in added(ON_PURPOSE).raw
