"""Servers of preprints: what they are called, and that nothing which only begins like one is one."""

import pytest

from pubparse.grammar.venue_kinds import kind_of


@pytest.mark.parametrize("name", ["bioRxiv", "PsyArXiv", "ChemRxiv", "Research Square", "SSRN Electronic Journal"])
def test_a_server_is_known_by_its_name(name: str) -> None:
    assert kind_of(name) == "preprint"


@pytest.mark.parametrize("name", ["Research Square Journal", "Nature", "Research Policy"])
def test_a_journal_is_none(name: str) -> None:
    assert kind_of(name) != "preprint"
