"""The visible text of a field as the checks see it: what is verbatim or Qur'an is there, and masked."""

import re
from html import unescape

from articles.language.blocks import KINDS, TAG, plain_text
from articles.language.checks import MASK

_UNTOUCHED = re.compile(r"\bclass=[\"'](?:verbatim|quran)[\"']")
# An entity as html.unescape reads one, or a character
_SIGN = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)|\S")
_BLANKS_BETWEEN = re.compile(rf"(?<={MASK})[^\S\n]+(?={MASK})")


def masked_text(html: str) -> str:
    """Return the plain text of a body, as long as `blocks.plain_text` gives it, verbatim and Qur'an passages masked."""
    if not _UNTOUCHED.search(html):
        return plain_text(html)
    text = plain_text("".join(_masked_parts(html)))
    return _BLANKS_BETWEEN.sub(lambda found: MASK * len(found.group()), text)


def _masked_parts(html: str) -> list[str]:
    parts: list[str] = []
    spans: list[bool] = []
    at = 0
    for tag in TAG.finditer(html):
        run = html[at : tag.start()]
        parts += [_SIGN.sub(_mask, run) if any(spans) else run, tag.group()]
        at = tag.end()
        name = (tag["name"] or "").lower()
        if name == "span" and not tag["end"]:
            spans.append(bool(_UNTOUCHED.search(tag.group())))
        elif name == "span" and spans:
            spans.pop()
        elif name in KINDS:
            spans.clear()
    return [*parts, html[at:]]


def _mask(sign: re.Match[str]) -> str:
    shown = unescape(sign.group())
    return sign.group() if any(map(str.isspace, shown)) else MASK * len(shown)
