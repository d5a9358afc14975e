"""What a site generator takes out before a reader sees a page: text in, the same text with those stretches masked out.

Liquid (`{% include x %}`, `{{ site.url }}`), Hugo's shortcodes (`{{< rawhtml >}}`) and attribute lists of kramdown and
pandoc (`{:target="_blank"}`, `[x](y){.z}`). They are masked and not removed, so that all offsets stay; by a punctuation
mark, as a brace is, so that `**bold**{:.x}` is still closed. The fences of pandoc's boxes (`::: {.callout}`) become
blank lines.
"""

import re
from typing import Final
from urllib.parse import quote

_TEMPLATE: Final = re.compile(
    r"""\{\{[<%][^{}]*[%>]\}\}
    | \{%-?\s*comment\s*-?%\}(?:[^{]|\{(?!%))*+\{%-?\s*endcomment\s*-?%\}
    | \{%[^%{}]*%\}
    | \{\{-?\s*(?:[a-z_.$][^\s{}|]*+|"[^"{}\n]*"|'[^'{}\n]*')\s*(?:\|[^{}\n]*)?\}\}
    | \{::?[^{}\n]*\}
    | (?<=[)\]])\{\s*(?:[.#][\w-]+|[\w-]+="[^"\n]*+")(?:\s+(?:[.#][\w-]+|[\w-]+="[^"\n]*+"))*+\s*\}
    """,
    re.VERBOSE,
)
_FENCE: Final = re.compile(r"^[ \t]*:{3,}+[ \t]*+(?:\{[^{}\r\n]*+\}|[\w-]*+)[ \t]*+:*+[ \t]*+(?=\r?$)", re.MULTILINE)
_MASKS: Final = "⹒⹓⹔"
_NOT_NEWLINE: Final = re.compile(r"[^\r\n]")


def mask_templates(text: str) -> tuple[str, str]:
    """Return `text` with all templates masked, and the character that does it; empty where nothing is masked."""
    if ":::" in text:
        text = _FENCE.sub(lambda found: " " * len(found[0]), text)
    if "{" not in text or not _TEMPLATE.search(text):
        return text, ""
    mask = next((mask for mask in _MASKS if mask not in text), "")
    if not mask:
        return text, ""
    return _TEMPLATE.sub(lambda found: _NOT_NEWLINE.sub(mask, found[0]), text), mask


def unmask_url(url: str, mask: str) -> str:
    """Return a link target without what was masked in it."""
    return url.replace(mask, "").replace(quote(mask), "") if mask else url
