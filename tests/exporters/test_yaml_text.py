"""YAML text: two readers, of YAML 1.1 and 1.2, give back the values."""

import pytest
import yaml
from exporters.works import HARM
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from pubparse.exporters.work import one_line
from pubparse.exporters.yaml_text import Plain, yaml_text

PLAIN = {
    "n": 1,
    "minus": -12,
    "is": True,
    "not": False,
    "none": None,
    "word": "no",
    "list": [[], {}, ["a", {"b": "c"}]],
}


def reads(value: Plain) -> None:
    text = yaml_text(value)
    assert yaml.safe_load(text) == value
    assert YAML(typ="safe", pure=True).load(text) == value


def test_every_kind_of_value() -> None:
    reads(PLAIN)
    reads([PLAIN, "x", None])
    reads({})
    reads([])


@pytest.mark.parametrize(
    "text", [*map(one_line, HARM), "two\nlines\n", "\\U0001F600", "\\\\U0001F600 \\😀", "\U0010ffff"]
)
def test_harm(text: str) -> None:
    reads({"value": text, "list": [text, {"inner": text}]})


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text(text: str) -> None:
    reads({"value": text, "list": [text]})


def test_how_it_looks() -> None:
    shared, long = ["👩\u200d🔬 𝔘 深度"], "a " * 200 + "b"
    assert yaml_text({"title": "yes", "long": long, "first": shared, "second": shared, "year": 2020}) == (
        f'title: "yes"\nlong: "{long}"\nfirst:\n- "👩\u200d🔬 𝔘 深度"\nsecond:\n- "👩\u200d🔬 𝔘 深度"\nyear: 2020\n'
    )
