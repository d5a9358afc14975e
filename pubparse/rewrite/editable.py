"""A page in, a refusal out where it is none that is changed in place."""

from pubparse.model.page import Page
from pubparse.problems import UsageError
from pubparse.readers.read import Bibliography


def refuse_what_is_no_markdown(page: Page) -> None:
    """Raise UsageError for a folder, whose files are no one page, and for a bibliography."""
    if page.source.files:
        raise UsageError("the files of a folder are not edited as one page")
    if isinstance(page, Bibliography):
        raise UsageError("a bibliography is not edited: only a page of Markdown is")
