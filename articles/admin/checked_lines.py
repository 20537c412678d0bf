"""Lines that readers see outside a text: on a front, in the strip, beside a photo. The checks speak there as in a text.

What they find stands on the line of the field's label while it is typed, with what mends it; errors are refused.
"""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _
from js_asset import ImportMap, Media, Script

from articles.language.direction import direction_of
from articles.language.findings import errors_of

LINES_OUTSIDE = frozenset({"credit", "strip"})
"""Lines that no text has; the others are checked as those of a text."""

BESIDE = ImportMap({"desk/beside": "desk/beside.js"})
"""The scripts that show findings on the line of a label, under the name by which others ask for it."""


class CheckedLine(forms.TextInput):
    """One line of a language, looked through while it is typed."""

    @property
    def media(self) -> forms.Media:
        """Return the script that asks for the findings."""
        return Media(js=[Script("desk/lines.js", type="module")], importmap=BESIDE)


def check_line(field: Any, *, checked_as: str, language: str) -> None:
    """Let the checks speak beside a field of one line, as beside the field of a text that they know by `checked_as`."""
    widget = CheckedLine(field.widget.attrs)
    widget.attrs |= {
        "lang": language,
        "dir": direction_of(language),
        "data-checks": checked_as,
        "data-checks-at": reverse("admin:articles_findings"),
        "data-mend": _("Mend"),
    }
    widget.is_required = field.widget.is_required
    field.widget = widget
    field.validators.append(_Refusing(checked_as, language))


class _Refusing:
    """Refuses a line for what would stop a text from being published."""

    def __init__(self, checked_as: str, language: str) -> None:
        self.checked_as, self.language = checked_as, language

    def __call__(self, line: str) -> None:
        errors = errors_of({self.checked_as: line}, self.language)
        if errors:
            raise ValidationError(_(errors[0].message) % errors[0].parameters, code=errors[0].check)
