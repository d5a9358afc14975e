"""What entries of a page do not print is left out and told; what they make of an identifier, a new one has as well."""

import pytest

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


@pytest.mark.parametrize(
    ("shown", "written"),
    [
        ("", ""),
        (" doi:10.1109/TPAMI.2012.213", " doi:10.1126/science.1127647"),
        (" https://doi.org/10.1109/TPAMI.2012.213", " https://doi.org/10.1126/science.1127647"),
    ],
)
def test_a_doi_and_its_address_are_one(shown: str, written: str) -> None:
    entry = f"- K. He, J. Sun. Guided Image Filtering. *TPAMI*, 35:1397–1409, 2013.{shown}\n"
    page = pubparse.parse(f"# Papers\n\n{entry}{entry.replace('213', '214').replace('Guided', 'Fast')}")
    paper = """@article{x, author={Hinton, Geoffrey and Salakhutdinov, Ruslan}, title={Reducing Dimensionality},
      journal={Science}, volume={313}, pages={504--507}, year={2006}, doi={10.1126/science.1127647},
      url={https://doi.org/10.1126/science.1127647}}"""
    fresh = added(page, paper)
    text = f"- G. Hinton, R. Salakhutdinov. Reducing Dimensionality. *Science*, 313:504–507, 2006.{written}"
    assert fresh.publication.raw == text
    assert set(fresh.left_out) == (set() if written else {"ids.doi", "ids.url"})
