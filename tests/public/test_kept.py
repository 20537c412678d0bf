"""A part that is kept is what rendering it anew would give: another value, language or template is another part."""

from dataclasses import dataclass

import pytest
from django.template import Context, Engine, Template
from django.utils import translation

from articles.templatetags import kept

PART = "{% load i18n %}{% translate 'Search' %} {{ thing.name }}{% if other %}{{ other }}{% endif %}"


@dataclass(frozen=True)
class Thing:
    """Something with a name."""

    name: str


@pytest.fixture(autouse=True)
def _parts(monkeypatch: pytest.MonkeyPatch) -> None:
    kept._rendered.cache_clear()
    parts = {"part.html": PART}
    monkeypatch.setattr(Engine.get_default(), "get_template", lambda name: parts[name], raising=False)
    parts["part.html"] = Template(PART)  # type: ignore[assignment]


def page(name: str, language: str = "en") -> str:
    """Return a page with the part in it."""
    text = Template("{% load kept %}{% with other='round it' %}{% kept 'part.html' thing=thing %}{% endwith %}")
    with translation.override(language):
        return text.render(Context({"thing": Thing(name)}))


def test_a_part_is_rendered_once_for_the_same_values() -> None:
    assert [page("A"), page("A"), page("B"), page("A")] == ["Search A", "Search A", "Search B", "Search A"]
    assert kept._rendered.cache_info().misses == 2


def test_a_part_speaks_the_language_of_its_page() -> None:
    assert [page("A"), page("A", "ar"), page("A")] == ["Search A", "بحث A", "Search A"]


def test_a_part_escapes_what_it_is_given_and_sees_nothing_round_it() -> None:
    assert page("<b>") == "Search &lt;b&gt;"
