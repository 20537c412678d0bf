"""The one sanitiser (DESIGN I10): every door that takes a body or a line calls it, and what it returns is stored.

nh3 decides what is safe, `body_shape` what is where; both run until neither changes anything. Text is kept as typed:
no normalisation, direction controls stay for the findings to name.
"""

import re
from typing import Final

import nh3

from articles.language.blocks import paragraphs_to_html, plain_text
from articles.publishing import body_rules
from articles.publishing.body_limits import MOST_CHARACTERS, TooLong, check_length, readable
from articles.publishing.body_shape import shape

__all__ = ["MOST_CHARACTERS", "SANITISER_VERSION", "TooLong", "clean_body", "clean_line"]

SANITISER_VERSION: Final = 1
"""Raised with every change of what `clean_body` returns; bodies kept under an older number are cleaned again."""

_MOST_PASSES: Final = 3

# What other programs write and the house writes otherwise; `shape` puts each in the house's words.
_FOREIGN_TAGS = body_rules.names(
    "b i h1 h4 h5 h6 section article main header footer nav address center pre dl dt dd details summary figcaption"
    " caption thead tfoot fieldset form"
)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_NOT_BOLD = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.IGNORECASE)
_ITALIC = re.compile(r"font-style\s*:\s*italic", re.IGNORECASE)

# Controls that are no text (tab and line ends are), two characters nobody types and every paste carries, and halves of
# characters, which no database takes.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_LINE_BREAKS = re.compile("\r\n|[\t\n\x0b\x0c\r\x1c-\x1e\x85\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}]")
_LINE_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]")


def clean_body(html: str) -> str:
    """Return a body as it may be stored and shown: the house's allow-list in the house's structure. Idempotent.

    Raises:
        TooLong: it is longer than `MOST_CHARACTERS`, or so deep or strange that reading it would cost too much.
    """
    check_length(html)
    html = _without_controls(html)
    if _is_clean(html):
        return html
    html = shape(_safe(_FOREIGN, readable(html)))
    for _ in range(_MOST_PASSES):
        html = _without_controls(html)
        if _is_clean(html):
            return html
        html = shape(_safe(_HOUSE, readable(html)))
    return paragraphs_to_html(_without_controls(plain_text(html)).split("\n\n"))


def clean_line(text: str) -> str:
    """Return the text of a one-line field: line breaks and tabs as blanks, without other controls and outer blanks."""
    line = _LINE_CONTROLS.sub("", _LINE_BREAKS.sub(" ", text))
    return _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", line).strip()


def _is_clean(html: str) -> bool:
    return html == readable(html) == _safe(_HOUSE, html) == shape(html)


def _safe(cleaner: nh3.Cleaner, html: str) -> str:
    cleaned = cleaner.clean(html)
    check_length(cleaned)
    return cleaned


def _without_controls(text: str) -> str:
    return _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", _CONTROLS.sub("", text))


def _foreign_value(tag: str, name: str, value: str) -> str | None:
    if name != "style":
        return body_rules.allowed_value(tag, name, value)
    found = {"normal": _NOT_BOLD.search(value), "bold": _BOLD.search(value), "italic": _ITALIC.search(value)}
    return " ".join(word for word, is_there in found.items() if is_there) or None


_HOUSE: Final = nh3.Cleaner(
    tags=body_rules.TAGS,
    clean_content_tags=body_rules.DROPPED_WITH_CONTENT,
    attributes=body_rules.ATTRIBUTES,
    attribute_filter=body_rules.allowed_value,
    url_schemes=body_rules.SCHEMES,
    url_relative=body_rules.safe_address,
    link_rel=None,
)
_FOREIGN: Final = nh3.Cleaner(
    tags=body_rules.TAGS | _FOREIGN_TAGS,
    clean_content_tags=body_rules.DROPPED_WITH_CONTENT,
    attributes=body_rules.ATTRIBUTES | {"span": {"class", "dir", "lang", "style"}, "b": {"style"}},
    attribute_filter=_foreign_value,
    url_schemes=body_rules.SCHEMES,
    url_relative=body_rules.safe_address,
    link_rel=None,
)
