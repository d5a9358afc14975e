"""What is the same work, what only looks like it, and that finding it takes no longer than reading a list."""

import sys
import time

import pytest
from exporters.works import fixture_pages, publication
from inputs import PAGES

import pubparse

SAME = {
    "a preprint and its proceedings": (
        "A. Vaswani, N. Shazeer, N. Parmar, J. Uszkoreit, L. Jones, A. N. Gomez, Ł. Kaiser, I. Polosukhin. "
        "Attention Is All You Need. arXiv preprint arXiv:1706.03762, 2017.",
        "Ashish Vaswani, Noam Shazeer, Niki Parmar, Jakob Uszkoreit, Llion Jones, Aidan N. Gomez, Łukasz Kaiser, "
        'and Illia Polosukhin. "Attention is all you need." In NIPS, 2017.',
    ),
    "an acronym, an older one, and what they stand for": (
        "I. Goodfellow, J. Pouget-Abadie, M. Mirza. Generative Adversarial Nets. In NeurIPS 2014.",
        "Goodfellow, I., Pouget-Abadie, J., & Mirza, M. (2014). Generative adversarial nets. In NIPS.",
        "I. Goodfellow, J. Pouget-Abadie, and M. Mirza. Generative adversarial nets. In Advances in Neural Information "
        "Processing Systems, 2014.",
    ),
    "a journal and its abbreviation": (
        "Breiman, L. (2001). Random forests. *Machine Learning*, 45(1), 5–32.",
        "L. Breiman, “Random Forests,” *Mach. Learn.*, vol. 45, no. 1, pp. 5–32, 2001.",
    ),
    "a wrong letter, and the same DOI": (
        "LeCun, Y., Bengio, Y., & Hinton, G. (2015). Deep learning. *Nature*, 521, 436–444. doi:10.1038/nature14539",
        "Y. LeCun, Y. Bengio and G. Hinton. Deep lerning. Nature, 2015. https://doi.org/10.1038/NATURE14539",
    ),
    "a workshop paper and its preprint": (
        "G. Hinton, O. Vinyals, J. Dean. Distilling the Knowledge in a Neural Network. In NIPS Deep Learning Workshop, "
        "2014.",
        "G. Hinton, O. Vinyals, J. Dean. Distilling the Knowledge in a Neural Network. arXiv:1503.02531, 2015.",
    ),
}
OTHERS = {
    "a book and a paper of one name": (
        "I. Goodfellow, Y. Bengio, A. Courville. *Deep Learning*. MIT Press, 2016.",
        "Y. LeCun, Y. Bengio, G. Hinton. Deep Learning. *Nature*, 521:436–444, 2015.",
    ),
    "nearly the same words": (
        "A. Vaswani, N. Shazeer, N. Parmar. Attention is all you need. In NIPS, 2017.",
        "A. Vaswani, N. Shazeer, N. Parmar. Is attention all you need? In NIPS, 2017.",
        "Y. Dong, J.-B. Cordonnier, A. Loukas. Attention is not all you need. In ICML, 2021.",
    ),
    "a data set and its challenge": (
        "J. Deng, W. Dong, R. Socher, L.-J. Li, K. Li, L. Fei-Fei. ImageNet: A large-scale hierarchical image "
        "database. In CVPR, 2009.",
        "O. Russakovsky, J. Deng, H. Su, J. Krause, L. Fei-Fei. ImageNet Large Scale Visual Recognition Challenge. "
        "*International Journal of Computer Vision*, 115:211–252, 2015.",
    ),
    "parts": (
        "R. Milner, J. Parrow, D. Walker. A calculus of mobile processes, I. *Information and Computation*, "
        "100(1):1–40, 1992.",
        "R. Milner, J. Parrow, D. Walker. A calculus of mobile processes, II. *Information and Computation*, "
        "100(1):41–77, 1992.",
    ),
    "years of a report": (
        "L. Barrault, O. Bojar, C. Federmann. Findings of the 2019 Conference on Machine Translation. In WMT, 2019.",
        "L. Barrault, O. Bojar, C. Federmann. Findings of the 2020 Conference on Machine Translation. In WMT, 2020.",
    ),
    "a paper and the article it became": (
        "K. He, G. Gkioxari, P. Dollár, R. Girshick. Mask R-CNN. In ICCV, 2017.",
        "K. He, G. Gkioxari, P. Dollár, R. Girshick. Mask R-CNN. *IEEE Transactions on Pattern Analysis and Machine "
        "Intelligence*, 42(2):386–397, 2020.",
    ),
    "a paper printed again years later": (
        "A. Krizhevsky, I. Sutskever, G. E. Hinton. ImageNet Classification with Deep Convolutional Neural Networks. "
        "In NIPS, 2012.",
        "A. Krizhevsky, I. Sutskever, G. E. Hinton. ImageNet Classification with Deep Convolutional Neural Networks. "
        "*Communications of the ACM*, 60(6):84–90, 2017.",
    ),
    "one title, two sides": (
        "A. Einstein, B. Podolsky, N. Rosen. Can Quantum-Mechanical Description of Physical Reality Be Considered "
        "Complete? *Physical Review*, 47:777–780, 1935.",
        "N. Bohr. Can Quantum-Mechanical Description of Physical Reality be Considered Complete? *Physical Review*, "
        "48:696–702, 1935.",
    ),
    "languages that differ by a sign": (
        "B. Stroustrup. *The C Programming Language*. Addison-Wesley, 1985.",
        "B. Stroustrup. *The C++ Programming Language*. Addison-Wesley, 1985.",
    ),
    "editions": (
        "B. W. Kernighan, D. M. Ritchie. *The C Programming Language*. Prentice Hall, 1978.",
        "B. W. Kernighan, D. M. Ritchie. *The C Programming Language*, 2nd ed. Prentice Hall, 1988.",
    ),
    "an erratum": (
        "A. Lovelace, C. Babbage. Notes on the Analytical Engine. *Scientific Memoirs*, 3:666–731, 1843.",
        "A. Lovelace, C. Babbage. Erratum: Notes on the Analytical Engine. *Scientific Memoirs*, 3:732, 1843.",
    ),
    "a workshop paper and the conference paper, on one preprint": (
        "A. Lovelace, C. Babbage. Weaving Algebra with Looms. In ICML, 2020. [arXiv](https://arxiv.org/abs/2001.00001)",
        "A. Lovelace, C. Babbage. Weaving Algebra with Looms. In Workshop on Looms at ICML, 2020. "
        "[arXiv](https://arxiv.org/abs/2001.00001)",
    ),
    "a link to the paper before it": (
        "A. Lovelace, C. Babbage. Weaving Algebra with Looms. In ICML, 2020. [arXiv](https://arxiv.org/abs/2001.00001)",
        "A. Lovelace, C. Babbage. Counting Cards by Night. In ICML, 2021. [arXiv](https://arxiv.org/abs/2001.00001)",
    ),
    "what learning is with, and without": (
        "A. Lovelace, C. Babbage. Learning Looms with Supervision. In ICML, 2020.",
        "A. Lovelace, C. Babbage. Learning Looms without Supervision. In ICML, 2020.",
    ),
    "a thesis and its paper": (
        "A. Lovelace. Weaving Algebra with Looms. PhD thesis, University of London, 2020.",
        "A. Lovelace. Weaving Algebra with Looms. In ICML, 2020.",
    ),
}


def pages(entries: tuple[str, ...]) -> list[pubparse.Page]:
    """Each entry on a page of its own."""
    read = [pubparse.parse(f"# Publications\n\n* {entry}\n", path=f"{at}.md") for at, entry in enumerate(entries)]
    assert all(len(page.publications) == 1 for page in read)
    return read


def groups(given: object) -> int:
    return len(pubparse.merge(given).publications)  # type: ignore[arg-type]


@pytest.mark.parametrize("entries", SAME.values(), ids=SAME)
def test_the_same_work(entries: tuple[str, ...]) -> None:
    found = pubparse.duplicates(pages(entries))
    assert [pair.likeness.doubts + pair.likeness.conflicts for pair in found] == [()] * (len(entries) - 1)
    assert groups(pages(entries)) == 1
    assert groups(pages(entries[::-1])) == 1


@pytest.mark.parametrize("entries", OTHERS.values(), ids=OTHERS)
def test_what_only_looks_alike(entries: tuple[str, ...]) -> None:
    assert not any(pair.sure for pair in pubparse.duplicates(pages(entries)))
    on_one_page = pubparse.parse("# Publications\n\n" + "".join(f"* {entry}\n" for entry in entries))
    assert not any(pair.sure for pair in pubparse.duplicates(on_one_page))


def test_a_preprint_goes_with_the_conference_paper_not_with_the_workshops() -> None:
    work = "A. Lovelace, C. Babbage. Weaving Algebra with Looms."
    preprint = f"{work} arXiv:2001.00001, 2020."
    workshop = f"{work} In Workshop on Looms at ICML, 2020."
    conference = f"{work} In ICML, 2020."
    for order in ((preprint, workshop, conference), (workshop, preprint, conference), (conference, workshop, preprint)):
        read = pages(order)
        (joined,) = pubparse.merge(read).joined
        types = {listed.publication.type for listed in (joined.kept, *joined.others)}
        assert types == {"conference", "preprint"}
        assert len(pubparse.merge(read).publications) == 2


def test_evidence() -> None:
    one, other = pages(SAME["a wrong letter, and the same DOI"])
    (pair,) = pubparse.duplicates([one, other])
    assert pair.sure
    assert (pair.first.file, pair.second.file) == ("0.md", "1.md")
    assert pair.likeness.ids == ("doi",)
    assert 90 <= pair.likeness.title < 100
    assert pair.likeness.authors == tuple(author.name for author in one.publications[0].authors)
    assert pair.likeness.years == 0


def test_a_page_against_itself() -> None:
    """Whatever has a title, authors and a place of publication is known again; what has not is told to look alike."""
    for page in fixture_pages()[: len(PAGES)]:
        merged = pubparse.merge([page, page])
        alone = pubparse.merge(page)
        assert alone.pages == (page,), "no fixture page lists a work twice"
        again = {(pair.first.publication.line, pair.second.publication.line) for pair in merged.alike}
        for work in page.publications:
            known = any(joined.kept.publication.line == work.line for joined in merged.joined)
            told = bool(work.title and work.authors and work.year and work.type != "other")
            assert known or not told or (work.line, work.line) in again


def test_many_in_seconds() -> None:
    """Each title twice, made of words that are all common: 40 million pairs, if all were compared."""
    titles = [" ".join(f"w{number * step % 4507}" for step in (1, 7, 11, 13, 17)) for number in range(4500)]
    works = [publication(id=f"work{at}", title=titles[at % 4500]) for at in range(9000)]
    begun = time.process_time()
    found = pubparse.duplicates(works)
    assert time.process_time() - begun < 60
    assert sum(pair.sure for pair in found) == 4500


def test_one_work_many_times() -> None:
    begun = time.process_time()
    assert groups([publication()] * 2000) == 1
    assert time.process_time() - begun < 60


def test_nothing() -> None:
    assert pubparse.duplicates([]) == ()
    assert pubparse.merge([]) == pubparse.Merged((), (), ())


def test_without_rapidfuzz(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidfuzz", None)
    monkeypatch.setitem(sys.modules, "rapidfuzz.utils", None)
    with pytest.raises(pubparse.UsageError, match=r"need rapidfuzz.*: pip install 'pubparse\[dedupe\]'"):
        pubparse.duplicates(publication())
