"""What a site generator takes out is left out, and links are read as if it had been."""

import pytest
from reading import check, runs_of, shown

from pubparse.markdown.templates import mask_templates


@pytest.mark.parametrize(
    "template",
    [
        '{:target="_blank"}', "{: .btn .btn--small}", "{::nomarkdown}", "{% include icon.html name='x' %}", "{%- x -%}",
        "{{ site.baseurl }}", "{{page.title}}", '{{ "/x" | relative_url }}', "{{< icon name=x >}}", "{{% x %}}",
        "{% comment %} a *b* {{ c }} {% endcomment %}",
    ],
)  # fmt: skip
def test_templates(template: str) -> None:
    for text in (f"x {template}y", f"x\n{template}\ny", f"<div>x\n{template} y</div>", f"**x**{template} y"):
        check(text)
        assert "".join("".join(shown(text)).split()) == "xy"
    assert shown(f"x\n{template}") == ["x"]


@pytest.mark.parametrize("attributes", ["{.btn}", "{#x .y}", '{target="_blank" rel="z"}'])
def test_attributes_of_a_link(attributes: str) -> None:
    assert shown(f"[x](y){attributes} z") == ["x z"]
    assert shown(f"x{attributes} z") == [f"x{attributes} z"]


@pytest.mark.parametrize(
    "text",
    ["{a}", "{{BERT}: a}", "$O(n^{2})$", "{{}}", "{{a study of x}}", "{x:y}", "{{ a", "{% a", "a } b", "{ % a %}"],
)
def test_no_templates(text: str) -> None:
    assert mask_templates(text) == (text, "")


def test_code_is_shown_as_it_stands() -> None:
    assert shown("`{{ a }}` {{ b }}") == ["{{ a }}"]
    assert shown("```\n{% a %}\n```") == ["{% a %}"]


@pytest.mark.parametrize(
    "text", ["[x]({{ site.url }}/a.pdf)", '<a href="{{ site.url }}/a.pdf">x</a>', "[x][y]\n\n[y]: {{ b }}/a.pdf"]
)
def test_link_targets(text: str) -> None:
    (run,) = runs_of(text)
    assert (run.text, run.link and run.link.url) == ("x", "/a.pdf")


def test_masking_moves_nothing() -> None:
    text = "a {% b\nc %} {% comment %}\r\n\r\nd{% endcomment %}e"
    masked, mask = mask_templates(text)
    assert len(masked) == len(text)
    assert [at for at, character in enumerate(masked) if character in "\r\n"] == [6, 25, 26, 27, 28]
    assert masked.replace(mask, "") == "a \n \r\n\r\ne"


def test_a_mask_is_never_taken_from_the_text() -> None:
    assert mask_templates("⹒ {{ a }}")[0] == "⹒ ⹓⹓⹓⹓⹓⹓⹓"
    assert mask_templates("⹒⹓⹔ {{ a }}") == ("⹒⹓⹔ {{ a }}", "")
    assert shown("⹒ {{ a }}b") == ["⹒ b"]
