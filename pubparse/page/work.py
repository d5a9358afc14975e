"""A reading and what the page says around it in, the type and status of the work out."""

import re

from pubparse.grammar.patents import names_patent

# It begins with a set of letters, for which a search is quick to look.
_MEETING = re.compile(r"\((?:[A-Z][\w&-]*)?[A-Z][\w&-]*\)|\btrack$|[a-z]conf$|\bforum\b", re.I)
_COLLECTION = re.compile(r"\b(?:handbook|handbuch|encyclop\w+|enzyklop\w+|lexikon|companion to|festschrift)\b", re.I)
_KINDS_OF_VENUE = frozenset("workshop journal conference preprint thesis report".split())
_OF_PREPRINTS = frozenset({"arxiv", "hal", "submitted", "under review"})
_SAID_OF_VENUES = frozenset("journal conference workshop chapter book report poster".split())


def type_of(kind: str | None, genre: str | None, has: set[str], venue: str | None, rest: str, said: str | None) -> str:
    """One of the record's types.

    `kind` is the venue's; `genre` is what the entry says of itself; `has` names the fields and states that were read,
    and "proceedings" where the series is one of those; `rest` is the text of the entry outside its title; `said` is
    what the headings above it say.
    """
    if genre:
        return genre
    if said in ("thesis", "patent"):
        return said
    if "专利" in rest or names_patent(rest):
        return "patent"
    if venue is None:
        return _without_venue(has, said)
    if kind == "conference" and (said in ("workshop", "poster") or (said == "journal" and "issue" in has)):
        return said
    if kind in _KINDS_OF_VENUE and not (kind == "report" and "editors" in has):  # Working Papers in …, as a book
        return kind
    # "Articles" names chapters, too, and those of encyclopedias; so does "Books".
    if (
        said in ("journal", "book")
        and ("editors" in has or _COLLECTION.search(venue))
        and not has & {"volume", "issue"}
    ):
        return "chapter"
    if said in _SAID_OF_VENUES and not (said == "conference" and has >= {"volume", "issue", "pages"}):
        return said
    return _by_fields(has, venue)


def _by_fields(has: set[str], venue: str) -> str:
    """Where nobody says what it is: by what is given beside the venue, and by whether that is an acronym."""
    if "editors" in has or _COLLECTION.search(venue):
        return "chapter"
    if "proceedings" in has:
        return "conference"
    if "series" not in has and has & {"volume", "issue", "article_number"}:  # which are of the series else
        return "journal"
    # A journal's name may begin small: eLife, iScience, mBio.
    is_word = len(venue.split()) == 1 and venue[0].isupper() and venue[1:2] != "-"  # as H-Soz-Kult
    is_coinage = is_word and any(letter.isupper() for letter in venue[1:])
    if venue.isupper() or (is_coinage and "pages" not in has) or _MEETING.search(venue):
        return "conference"
    if "publisher" in has:
        return "chapter"
    return "conference" if "place" in has else "journal"


def _without_venue(has: set[str], said: str | None) -> str:
    if has & {"publisher", "isbn", "edition"}:
        return "book"
    if said:
        return said
    return "preprint" if has & _OF_PREPRINTS else "other"


def status_of(own: str | None, work: str, headed: str | None) -> str | None:
    """How far the work has come: in the entry's own words, else the headings', else a preprint is one."""
    return own or headed or ("preprint" if work == "preprint" else None)
