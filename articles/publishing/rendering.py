"""A door's answer as HTML: one template, and in Arabic one kind of digits on the whole page."""

from django.template.loader import render_to_string

from articles.language.digits import one_kind_in_html
from articles.models import Language
from articles.publishing.pages import Answer


def rendered(template: str, answer: Answer) -> str:
    """Return the page of an answer; a page without anything round it is in nobody's digits."""
    html = str(render_to_string(template, {"page": answer.page, "chrome": answer.chrome}))
    if answer.chrome is None or answer.chrome.language != Language.AR:
        return html
    return one_kind_in_html(html, answer.chrome.digits)
