"""Other entries beside a new one: what was read surely stays, what was a close call may turn and is told."""

import pubparse
from pubparse.rewrite.comparing import _changes, read_otherwise

PAGE = """# Papers

- K. He, R. Girshick. Mask R-CNN. In ICCV, 2017.
- K. He, J. Sun. Guided Image Filtering. In ECCV, 2010.
"""
BIBTEX = "@inproceedings{x, author={Girshick, Ross}, title={Fast R-CNN}, year=2015, booktitle={ICCV}}"


def before(confidence: float) -> tuple[pubparse.Page, pubparse.Added]:
    """The page with its last entry read otherwise than beside the new one, so surely; and what adding gives."""
    page = pubparse.parse(PAGE)
    added = pubparse.add(page, pubparse.read_bibliography(BIBTEX, format="bibtex").publications[0])
    first, last = page.publications
    other = last.model_copy(update={"title": "Guided Images", "confidence": confidence})
    return page.model_copy(update={"publications": (first, other)}), added


def test_a_close_call_may_turn_and_is_told() -> None:
    page, added = before(confidence=0.6)
    at = added.page.publications.index(added.publication)
    assert [change.is_close for change in _changes(page, added.page, at)] == [True]
    (told,) = read_otherwise(page, added.page, at)
    assert told.endswith("title would become 'Guided Image Filtering'")


def test_what_was_read_surely_may_not() -> None:
    page, added = before(confidence=0.95)
    at = added.page.publications.index(added.publication)
    assert [change.is_close for change in _changes(page, added.page, at)] == [False]


def test_an_entry_that_turns_nothing_tells_nothing() -> None:
    page = pubparse.parse(PAGE)
    added = pubparse.add(page, pubparse.read_bibliography(BIBTEX, format="bibtex").publications[0])
    assert added.read_otherwise == ()
