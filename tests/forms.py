"""The forms of a page, as a browser without scripts would send them; the standard library alone, for any site."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

Attributes = dict[str, str]


@dataclass
class Form:
    """One form of a page, as a browser without scripts would send it."""

    action: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    buttons: dict[str, Attributes] = field(default_factory=dict)


class Markup(HTMLParser):
    """The forms and the words of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.forms: dict[str, Form] = {}
        self.words: list[str] = []
        self._form: Form | None = None
        self._area = self._button = self._select = ""
        self._attributes: Attributes = {}
        self.feed(self.html)
        self.text = " ".join(" ".join(self.words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in a form, a field or a button; what is disabled is not sent."""
        has = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._form = self.forms.setdefault(has.get("id", str(len(self.forms))), Form(has.get("action", "")))
        elif self._form is not None and "disabled" not in has:
            self._take(self._form, tag, has)

    def _take(self, form: Form, tag: str, has: Attributes) -> None:
        if tag == "input" and "name" in has:
            if has.get("type") not in {"checkbox", "radio"} or "checked" in has:
                form.fields[has["name"]] = has.get("value", "on" if "checked" in has else "")
        elif tag == "textarea":
            self._area = has["name"]
            form.fields[self._area] = ""
        elif tag == "select":
            self._select = has["name"]
        elif tag == "option" and self._select:
            if "selected" in has or self._select not in form.fields:
                form.fields[self._select] = has.get("value", "")
        elif tag == "button":
            self._button, self._attributes = " ", has

    def handle_data(self, data: str) -> None:
        """Take in words."""
        self.words.append(data)
        if self._form and self._area:
            self._form.fields[self._area] += data
        elif self._button:
            self._button += data

    def handle_endtag(self, tag: str) -> None:
        """Close what was open."""
        if tag == "form":
            self._form = None
        elif tag == "select":
            self._select = ""
        elif tag == "textarea" and self._form and self._area:
            # The first line break after the tag is markup, not text.
            self._form.fields[self._area] = self._form.fields[self._area].removeprefix("\n")
            self._area = ""
        elif tag == "button" and self._form and self._button:
            self._form.buttons.setdefault(self._button.strip(), self._attributes)
            self._button = ""
