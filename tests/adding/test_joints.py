"""What stands between values where the page has no entry of the kind: signs come once, pages are as its pages are."""

import pubparse

APA = """\
# Articles

Tversky, A. (1977). Features of similarity. *Psychological Review, 84*(4), 327–352.

Kahneman, D., & Tversky, A. (1979). Prospect theory. *Econometrica, 47*(2), 263–291.

# Chapters

Tversky, A., & Kahneman, D. (1982). Evidential impact of base rates. In D. Kahneman, & A. Tversky (Eds.), \
*Judgment under uncertainty* (pp. 153–160). Cambridge University Press.
"""
IEEE = """\
# Papers

1. F. A. Gers and J. Schmidhuber, "Learning to forget," *Neural Computation*, vol. 12, no. 10, pp. 2451–2471, 2000.
2. J. Schmidhuber, "Deep learning: An overview," *Neural Networks*, vol. 61, pp. 85–117, Jan. 2015.
3. J. Schmidhuber, *Dynamische neuronale Netze*. Dissertation, Technische Universität München, 1990.
"""
BOOK = "@book{x, author={Pearl, Judea}, title={Causality}, year=2009}"
PROCEEDINGS = """\
@inproceedings{x, author={He, Kaiming and Sun, Jian}, title={Deep Residual Learning}, year=2016, pages={770--778},
  booktitle={Computer Vision and Pattern Recognition}}
"""
ARTICLE = """\
@article{x, author={Schmidhuber, J.}, title={Deep learning in neural networks}, journal={Neural Networks}, volume=61,
  pages={85--117}, year=2015}
"""


def fresh(page: str, bibtex: str) -> str:
    (work,) = pubparse.read_bibliography(bibtex, format="bibtex").publications
    return pubparse.add(pubparse.parse(page), work).publication.raw


def test_a_comma_inside_quotes_is_not_said_again() -> None:
    assert fresh(IEEE, BOOK).endswith('. J. Pearl, "Causality," 2009.')


def test_pages_in_brackets_keep_both() -> None:
    assert fresh(APA, PROCEEDINGS).endswith("Computer Vision and Pattern Recognition (pp. 770–778).")


def test_a_volume_without_an_issue_does_not_run_into_the_pages() -> None:
    assert fresh(APA, ARTICLE).endswith("*Neural Networks, 61*, 85–117.")


def test_a_new_heading_has_the_line_ends_of_the_page() -> None:
    entries = (f"## {year}\n\n- K. He. Title {year}. In *CVPR*, {year}." for year in (2017, 2014))
    page = "\n\n".join(entries).replace("\n", "\r\n") + "\r\n"
    for year in (2016, 2009):
        (work,) = pubparse.read_bibliography(PROCEEDINGS.replace("2016", str(year)), format="bibtex").publications
        text = pubparse.add(pubparse.parse(page), work).page.source.text
        assert f"## {year}\r\n\r\n- " in text
        assert text.count("\n") == text.count("\r\n")
