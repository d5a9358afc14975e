"""Works in, what the files of site generators share out: their names, dates, addresses, and text that is no markup."""

import re
from collections.abc import Sequence
from datetime import date
from urllib.parse import quote

from pubparse.exporters.printed import leads_somewhere
from pubparse.exporters.work import Work
from pubparse.model.keys import distinct

_MOST = 80  # characters of a name: with a date before it and a folder around it, it stays within every limit
_OTHER = re.compile("[^a-z0-9]+")
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{at}" for port in ("com", "lpt") for at in range(10))})
_IN_ADDRESSES = "%/:?#[]@!$&()*+,;=~"
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
# What Markdown would take for more than a letter.
_MARKDOWN = (
    r"\\(?=[!-/:-@\[-`{-~]|$)|[`*]|(?<!\w)_|_(?!\w)|\[|\](?=\()|~(?=~)|(?<=~)~|<(?=[A-Za-z/!?])|&(?=#?\w+;)"
    r"|^[-+>#=:](?=\s|[-+>#=:]|$)|(?<=^\d)[.)](?=\s|$)|(?<=^\d\d)[.)](?=\s|$)|(?<=^\d{4})[.)](?=\s|$)"
)
_NO_MARKUP = re.compile(r"[^\W\d_](?:[^\W_]|[ .,;:?!()'/-])*+")  # most texts are, and this is quickly seen
_IN_MARKDOWN = re.compile(_MARKDOWN)
_IN_HTML = re.compile(rf'[&<>"|{{]|\$(?=\$)|{_MARKDOWN}')  # `|` and `{{` for Jekyll's Markdown
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def slugs(works: Sequence[Work]) -> list[str]:
    """A name for each work's file: its key in small ASCII letters, digits and hyphens, and no two alike."""
    return distinct([_slug(work.key) for work in works], [None] * len(works))


def _slug(key: str) -> str:
    slug = _OTHER.sub("-", key.lower())[:_MOST].strip("-") or "work"
    return f"{slug}-work" if slug in _DEVICES else slug


def whole_date(work: Work) -> str:
    """Take the date as year, month and day, a made-up day or month being told as a loss; empty for an undated work."""
    said = next((text for text in (work.text("date"), work.text("year")) if _is_date(text)), "")
    if not said:
        work.lose("year", "missing: written without a date")
    elif len(said) < len("2000-01-01"):
        work.lose("date", "the day is a placeholder" if "-" in said else "month and day are placeholders")
    return _whole(said)


def _is_date(text: str) -> bool:
    try:
        return bool(_DATE.fullmatch(text) and date.fromisoformat(_whole(text)))
    except ValueError:
        return False


def _whole(text: str) -> str:
    return text + "-01-01"[len(text) - 4 :] if text else ""


def link(work: Work, *kinds: str) -> str:
    """Take the address of the first link of one of these kinds that leads somewhere on the web."""
    for at, one in enumerate(work.publication.links):
        if one.kind in kinds and (found := address(one.url)):
            work.take(f"links[{at}]")
            return found
    return ""


def address(url: str) -> str:
    """An address that can stand in any attribute of a page; empty where it is none of the web, `javascript:` say."""
    return quote(url.strip(), safe=_IN_ADDRESSES) if leads_somewhere(url) else ""


def paper_address(work: Work) -> str:
    """Take the address of the paper: where its links lead, else its own, that of its DOI, or that on arXiv."""
    if found := link(work, "pdf", "paper"):
        return found
    ids = work.publication.ids
    if ids.url and (found := address(ids.url)):
        work.take("ids.url")
        return found
    if ids.doi:
        return address(f"https://doi.org/{work.text('ids.doi')}")
    return link(work, "arxiv") or (address(f"https://arxiv.org/abs/{work.text('ids.arxiv')}") if ids.arxiv else "")


def in_markdown(text: str) -> str:
    """Escape what Markdown would take for more than a letter."""
    return text if _NO_MARKUP.fullmatch(text) else _IN_MARKDOWN.sub(r"\\\g<0>", text)


def in_html(text: str) -> str:
    """Escape for HTML, and for Markdown that may become HTML: both show the text as it is."""
    if _NO_MARKUP.fullmatch(text):
        return text
    return _IN_HTML.sub(lambda sign: _NAMED.get(sign[0]) or f"&#{ord(sign[0])};", text)
