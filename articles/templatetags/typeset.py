"""What the readers' templates ask of typesetting; sees nothing but `language`."""

import re

from django import template

register = template.Library()

_LENGTH = re.compile(r"([0-9.]+)(rem|vw|px|em)(?=\s*(?:,|$))")
_NUMBER_AND_ITS_WORD = re.compile(r"(?<=[0-9٠-٩]) (?=\w)")


@register.filter
def tie(text: str) -> str:
    """Keep every number on one line with the word that follows it: «24 نوفمبر», «3:05 م»."""
    return _NUMBER_AND_ITS_WORD.sub("\N{NO-BREAK SPACE}", text)


@register.filter
def for_dense_screens(sizes: str) -> str:
    """Return two thirds of each length of a picture's `sizes`: a screen of 3 pixels a unit takes the file for 2."""
    return _LENGTH.sub(lambda length: f"{float(length[1]) * 2 / 3:.4g}{length[2]}", sizes)
