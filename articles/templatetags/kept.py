"""A part of a page that says nothing but what it is given, rendered once for the same values.

    {% kept "site/_card.html" card=card language=chrome.language shape="row" level=2 %}

The part sees what is named here and nothing else: not the page round it, not the request. It is kept by those very
values, by the language spoken and by the template as it is now, so that it can be too old for nobody: another
headline, another hour, another picture is another key. Values are frozen dataclasses of plain texts; markup that was
declared safe is equal to the same text that was not, and therefore has no business here.
"""

from collections.abc import Hashable
from functools import lru_cache

from django import template
from django.template import Context, Engine, Template
from django.utils.translation import get_language

register = template.Library()

MOST = 4096
"""How many parts a process keeps: the cards of some dozens of pages, about 6 MB."""


@register.simple_tag
def kept(name: str, **values: Hashable) -> str:
    """Return a template rendered with these values."""
    return _rendered(Engine.get_default().get_template(name), get_language(), tuple(values.items()))


def forget() -> None:
    """Let go of every part: the static files have other names now."""
    _rendered.cache_clear()


@lru_cache(maxsize=MOST)
def _rendered(part: Template, language: str | None, values: tuple[tuple[str, Hashable], ...]) -> str:
    del language
    return part.render(Context(dict(values)))
