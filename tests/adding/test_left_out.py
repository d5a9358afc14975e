"""What entries of a page do not print is left out and told; what they make of an identifier, a new one has as well."""

import pubparse

LINES = """\
# Papers

## 2018

- **[Probabilistic Model-Agnostic Meta-Learning](https://arxiv.org/abs/1806.02817)**
  Chelsea Finn, Kelvin Xu, Sergey Levine
  *Neural Information Processing Systems (NeurIPS)*, 2018
  [[paper]](https://arxiv.org/pdf/1806.02817)

## 2017

- **[Deep Visual Foresight for Planning Robot Motion](https://arxiv.org/abs/1610.00696)**
  Chelsea Finn, Sergey Levine
  *International Conference on Robotics and Automation (ICRA)*, 2017. 🏆 Best Paper Finalist
  [[paper]](https://arxiv.org/pdf/1610.00696)

- **[One-Shot Visual Imitation Learning](https://arxiv.org/abs/1709.04905)**
  Chelsea Finn, Tianhe Yu, Sergey Levine
  *Conference on Robot Learning (CoRL)*, 2017
  [[paper]](https://arxiv.org/pdf/1709.04905)
""".replace("\n  ", "  \n  ")
CHAPTER = """\
@incollection{x, title={Learning Internal Representations}, author={Rumelhart, David and Hinton, Geoffrey}, year=1986,
  booktitle={Parallel Distributed Processing}, editor={McClelland, James and Feldman, Jerome}, pages={318--362}}
"""
PAPER = """\
@inproceedings{y, title={Deep Residual Learning}, author={He, Kaiming and Sun, Jian}, year=2017, booktitle={CVPR}}
"""
PREPRINT = """\
@misc{z, title={Adam}, author={Kingma, Diederik and Ba, Jimmy}, year=2017, eprint={1412.6980}, archiveprefix={arXiv}}
"""


def added(page: pubparse.Page, bibtex: str) -> pubparse.Added:
    (work,) = pubparse.read_bibliography(bibtex, format="bibtex").publications
    return pubparse.add(page, work)


def test_editors_that_no_entry_prints_are_left_out_and_told() -> None:
    chapter = added(pubparse.parse(LINES), CHAPTER)
    assert set(chapter.left_out) == {"editors", "pages"}
    assert chapter.publication.raw == (
        "- **Learning Internal Representations**  \n  David Rumelhart, Geoffrey Hinton  \n"
        "  *Parallel Distributed Processing*, 1986"
    )


def test_links_are_made_also_beside_an_entry_that_has_none() -> None:
    page = added(pubparse.parse(LINES), PAPER).page
    page = added(page, PAPER.replace("Deep Residual", "Fast Region-Based")).page
    assert added(page, PREPRINT).publication.raw.endswith("2017  \n  [[paper]](https://arxiv.org/abs/1412.6980)")
