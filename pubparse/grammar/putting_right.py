"""A reading and its lattice in, the same out, put right by what its fields say of each other.

What is here tells more than one stretch can: that a work has a DOI and no venue, or editors and no author. Each rule
gives the reading back as it was where it has nothing to say.
"""

from collections.abc import Callable
from typing import Final

from pubparse.grammar.articles import by_article
from pubparse.grammar.edited import behind_book, behind_in, by_editors, of_one_list
from pubparse.grammar.issued import by_month
from pubparse.grammar.lattice import Lattice
from pubparse.grammar.online import by_doi
from pubparse.grammar.quoting import by_quotes
from pubparse.grammar.search import Reading
from pubparse.grammar.series import by_series
from pubparse.grammar.servers import by_server
from pubparse.grammar.set_off import by_face
from pubparse.grammar.short_names import by_short_name
from pubparse.grammar.stopped import to_full_stop
from pubparse.grammar.title_years import with_years
from pubparse.grammar.unknown_houses import by_house
from pubparse.grammar.volumes import by_volume, without_numbers
from pubparse.grammar.whereabouts import by_country, off_venue

_RULES: Final[tuple[Callable[[Reading, Lattice], Reading], ...]] = (
    to_full_stop,
    by_editors,
    behind_in,
    of_one_list,
    by_article,
    by_month,
    behind_book,
    by_short_name,
    by_quotes,
    with_years,
    without_numbers,
    by_volume,
    by_house,
    by_doi,
    by_face,
    by_series,
    by_server,
    by_country,
    off_venue,
)


def put_right(reading: Reading, lattice: Lattice) -> Reading:
    """Go through all rules in order: names first, then titles, then venues."""
    for rule in _RULES:
        reading = rule(reading, lattice)
    return reading
