"""What the readers' templates ask of typesetting; sees nothing but `language`."""

import re
from collections.abc import Iterator

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from articles.language.direction import set_off
from articles.language.isolating import isolate_in_text

register = template.Library()

_LENGTH = re.compile(r"([0-9.]+)(rem|vw|px|em)(?=\s*(?:,|$))")
_NUMBER_AND_ITS_WORD = re.compile(r"(?<=[0-9٠-٩]) (?=\w)")


@register.filter
def tie(text: str) -> str:
    """Keep every number on one line with the word that follows it: «24 نوفمبر», «3:05 م»."""
    return _NUMBER_AND_ITS_WORD.sub("\N{NO-BREAK SPACE}", text)


@register.filter
def on_every_screen(sizes: str) -> str:
    """Return a picture's `sizes` for screens of any density: those of 3 and 4 pixels a unit take the file for 2."""
    return ", ".join([*_capped(sizes, "3.01", 1 / 2), *_capped(sizes, "2.01", 2 / 3), sizes])


def _capped(sizes: str, density: str, share: float) -> Iterator[str]:
    for size in sizes.split(", "):
        condition = f"(min-resolution: {density}dppx){' and' if size.startswith('(') else ''} "
        yield condition + _LENGTH.sub(lambda length: f"{float(length[1]) * share:.4g}{length[2]}", size)


@register.filter
def isolated(text: str) -> str:
    """Keep scores and telephone numbers of an Arabic line from being turned."""
    return isolate_in_text(text) if get_language() == "ar" else text


@register.filter
def bdi(text: object) -> SafeString:
    """Set a name apart, so that it turns nothing beside it: a person's, a topic's, a file's."""
    return format_html("<bdi>{}</bdi>", text)


@register.filter
def ltr(text: object) -> SafeString:
    """Set apart what always runs from left to right: a phone, a handle, a code, an address."""
    return format_html('<bdi dir="ltr">{}</bdi>', text)


@register.filter
def in_plain_text(text: str, language: str) -> str:
    """Keep a line of plain text running as its language does."""
    return set_off(text, language)
