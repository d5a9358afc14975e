"""Values that an entry says twice, in an address, or in pieces: all of that changes, and nothing is left over."""

import pubparse


def edited(text: str, path: str, value: str) -> str:
    page = pubparse.parse(text)
    edit = page.edit()
    edit.set(page.publications[0].id, path, value)
    return edit.to_bytes().decode()


def test_a_doi_in_an_address_with_escapes_changes_there_alone() -> None:
    title = "[Molecular Classification of Cancer](https://link.springer.com/article/{})"
    entry = f"* **Golub, T. R.** 1999. {title}. _Science_ 286: 531-537.\n"
    text = entry.format("10.1126%2Fscience.286.5439.531")
    assert pubparse.parse(text).publications[0].ids.doi == "10.1126/science.286.5439.531"
    assert edited(text, "ids.doi", "10.1038/171737a0") == entry.format("10.1038%2F171737a0")


def test_a_journal_that_is_said_before_the_title_changes_there_too() -> None:
    title = "**RSVP: A New Resource ReSerVation Protocol**"
    entry = f"* `{{0}}'93` {title}. L. Zhang, S. Deering, D. Estrin. In *{{0}}*, 1993.\n"
    assert edited(entry.format("IEEE Network"), "venue.name", "Bell Labs Review") == entry.format("Bell Labs Review")


def test_a_venue_around_its_year_leaves_no_blank_before_the_stars() -> None:
    entry = "* K. He, J. Sun. Guided Image Filtering. In *{}*, December, 2010.\n"
    text = entry.format("Proceedings of the 2010 European Conference on Computer Vision (ECCV)")
    new = edited(text, "venue.name", "ACM Symposium on Theory of Computing (STOC)")
    assert new == entry.format("ACM Symposium on Theory of Computing (STOC) 2010")
