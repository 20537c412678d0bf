"""What the readers' templates ask of typesetting; sees nothing but `language`."""

import re

from django import template

register = template.Library()

_NUMBER_AND_ITS_WORD = re.compile(r"(?<=[0-9٠-٩]) (?=\w)")


@register.filter
def tie(text: str) -> str:
    """Keep every number on one line with the word that follows it: «24 نوفمبر», «3:05 م»."""
    return _NUMBER_AND_ITS_WORD.sub("\N{NO-BREAK SPACE}", text)
