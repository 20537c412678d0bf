"""The menu, read as Wagtail's documentation reads it."""

from typing import Any

from django import template
from wagtail.models import Site

register = template.Library()


@register.simple_tag(takes_context=True)
def menu(context: dict[str, Any]) -> Any:
    """The sections of the page's language."""
    return Site.find_for_request(context["request"]).root_page.localized.get_children().live().in_menu()
