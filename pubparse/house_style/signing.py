"""People and how other entries write theirs in, the names as one text out: dressed, joined, the marks where they go."""

import re
from collections.abc import Callable, Iterable, Sequence

from pubparse.house_style.learn import HouseStyle
from pubparse.house_style.name_forms import NameForms, name_in
from pubparse.house_style.ranking import Ranked, most
from pubparse.house_style.rosters import ADDRESS, Dress, Roster, Worn, worn_by
from pubparse.model.person import Author

Rosters = Sequence[tuple[Roster, float]]
_ESCAPED = {"*": "\\*"}
_FEW = 2
_SERIAL = re.compile(r"\A,\s+(?=[^\W\d_])")
"""The comma before the last of several, which no two names have: `, and`, but not `, &`."""

_STOPPED = re.compile(r"(?:[*_]|</\w+>)+\.")
"""What closes what is around a name before its full stop."""

_MARKUP = re.compile(r"[*_\u200b]|<(?!br)")
_CUT = re.compile(r"\.\.\.|…|\bet al\b")
_WORD = re.compile(r"[^\W_]|&")


def sign(
    people: Sequence[Author], forms: NameForms, rosters: Rosters, style: HouseStyle
) -> tuple[str, tuple[str, ...]]:
    """Write names in their form; gives the text, and the names in it."""
    people = [marked_as_here(one, style) for one in people]
    names = tuple(name_in(forms, one, is_first=not at) for at, one in enumerate(people))
    parts: list[str] = []
    behind = ""
    several = [one for one in rosters if one[0].between]  # what is around one name alone may be around all
    for at, (one, name) in enumerate(zip(people, names, strict=True)):
        worn = worn_by(one)._replace(name=name)
        some = rosters if one.is_self else several or rosters
        if at:
            usual = "; " if any("," in name for name in names) else ", "
            joint = _between(at, len(people), rosters) or usual
            parts.append(joint.lstrip(",;") if behind[:1] in (",", ";") else joint)  # `A. Bee,<sup>†</sup> C. Dee`
        before, behind = _linked(worn, some) if style.is_whole else _dress(worn, some)
        shown = name.removesuffix(".") if _STOPPED.match(behind) else name
        parts.append(before + shown + behind.replace(ADDRESS, one.url or ""))
    return "".join(parts), names


def is_cut_within(ranked: Sequence[Ranked]) -> bool:
    """Whether lists of names that are cut are so before the last: `A, B, ..., Z`."""
    cut = ((one.entry.rosters.get("authors"), weight) for one, weight in ranked if one.publication.et_al)
    joints = ((roster.between[-1], weight) for roster, weight in cut if roster and roster.between)
    return bool(most((bool(_CUT.search(joint)), weight) for joint, weight in joints))


def marked_as_here(one: Author, style: HouseStyle) -> Author:
    """Someone with the marks that mean on this page what theirs mean where they come from."""
    meanings = {entry.mark: entry.role for entry in style.legend}
    kept = [mark for mark in one.marks if mark in style.marks and meanings.get(mark) in (None, *one.roles)]
    told = {meanings.get(mark) for mark in kept}
    marks = (*kept, *(mark for mark, role in meanings.items() if role in one.roles and role not in told))
    return one if marks == one.marks else one.model_copy(update={"marks": marks})


def _between(at: int, count: int, rosters: Rosters) -> str:
    """What is before the name at a place: the last, of two or of more, is often joined by a word."""
    is_last = at == count - 1
    several = [
        (roster.between, weight)
        for roster, weight in rosters
        if roster.between and not _MARKUP.search("".join(roster.between))
    ]
    if is_last:
        alike = [one for one in several if (len(one[0]) == 1) == (count == _FEW)]
        joint = most((between[-1], weight) for between, weight in alike or several) or ""
        return joint if alike or count > _FEW else _SERIAL.sub(" ", joint)
    inner = [(joint, weight / len(between)) for between, weight in several for joint in between[:-1] if joint.strip()]
    pairs = ((between[0], weight) for between, weight in several if not _WORD.search(between[0]))
    stems = ((f"{between[0][0]} ", weight) for between, weight in several if between[0][0] in ",;")
    return most(inner or pairs) or most(stems) or ""


def _linked(worn: Worn, rosters: Rosters) -> Dress:
    """How a name is dressed that keeps its link where no name has one."""
    if not worn.is_linked or any(other.is_linked for other, _ in _all(rosters)):
        return _dress(worn, rosters)
    before, behind = _dress(worn._replace(is_linked=False), rosters)
    return Dress(f"{before}[", f"]({ADDRESS}){behind}")


def _dress(worn: Worn, rosters: Rosters) -> Dress:
    """How a name is dressed for whom it is: as itself, as others like it, else put together of what these wear."""
    if found := _usual(rosters, lambda other: other == worn):
        return found
    worn = worn._replace(name="")
    if found := _usual(rosters, lambda other: other._replace(name="") == worn):
        return found
    if worn.is_linked and not any(other.is_linked for other, _ in _all(rosters)):
        return _dress(worn._replace(is_linked=False), rosters)
    if not worn.marks:
        return Dress("[", f"]({ADDRESS})") if worn.is_linked else Dress("", "")
    bare = _dress(worn._replace(marks=()), rosters)
    marks = "".join(_mark(mark, rosters) for mark in worn.marks)
    if grouped := _plain(worn.marks, rosters):
        marks = grouped.behind
    if bare.behind and any(_is_inside(dress, bare) for other, dress in _all(rosters) if other.marks and other.is_self):
        return Dress(bare.before, marks + bare.behind)
    if marks.startswith("*") and bare.behind.endswith("*"):
        marks = f"\\{marks}"
    return Dress(bare.before, bare.behind + marks)


def _is_inside(dress: Dress, bare: Dress) -> bool:
    return dress.behind != bare.behind and dress.behind.endswith(bare.behind)


def _mark(mark: str, rosters: Rosters) -> str:
    """One mark as it is printed behind a plain name."""
    if found := _plain((mark,), rosters):
        return found.behind
    printed = (text for roster, _ in rosters for glyph, text in roster.glyphs if glyph == mark)
    return next(printed, _ESCAPED.get(mark, mark))


def _plain(marks: tuple[str, ...], rosters: Rosters) -> Dress | None:
    """How most are dressed who have these marks, and nothing else around their names."""
    return most(
        (dress, weight / len(roster.dresses))
        for roster, weight in rosters
        for other, dress in roster.dresses
        if other.marks == marks and not (other.is_self or other.is_linked or dress.before)
    )


def _usual(rosters: Rosters, wanted: Callable[[Worn], bool]) -> Dress | None:
    """How most are dressed who are so."""
    return most(
        (dress, weight / len(roster.dresses))
        for roster, weight in rosters
        for other, dress in roster.dresses
        if wanted(other)
    )


def _all(rosters: Rosters) -> Iterable[tuple[Worn, Dress]]:
    return (pair for roster, _ in rosters for pair in roster.dresses)
