"""What only some formats have: who paid for a piece, its film, the words of a film or of a drawing; no saving here."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy

from articles.admin.article_form import LineField
from articles.language.direction import direction_of
from articles.models import Format
from articles.publishing import embeds
from articles.publishing.sanitise import clean_line

FORMATS = {
    "sponsor": (Format.SPONSORED,),
    "sponsor_url": (Format.SPONSORED,),
    "film": (Format.VIDEO,),
    "transcript": (Format.VIDEO, Format.CARTOON),
}
"""The formats whose readers see a field."""

LONGEST_TRANSCRIPT = 100_000
_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")


class FilmField(forms.CharField):
    """The address of a film at one of the places that readers' pages may show; kept as the embed it names."""

    def to_python(self, value: Any) -> str:
        """Return what the address names."""
        address = clean_line(str(value or ""))
        found = embeds.named_by(address)
        if address and not found:
            raise ValidationError(gettext_lazy("Nothing can be embedded from this address."))
        return found

    def prepare_value(self, value: Any) -> Any:
        """Return the address again; what could not be read stays as it was typed."""
        return embeds.address_of(str(value or "")) or value


class ParagraphsField(forms.CharField):
    """Paragraphs without any markup, an empty line between two."""

    def to_python(self, value: Any) -> str:
        """Return the paragraphs, their lines cleaned; a NUL is left in, so that it is refused aloud."""
        text = str(value or "").replace("\r\n", "\n").replace("\r", "\n")
        if "\x00" in text:
            return text
        paragraphs = (map(clean_line, each.split("\n")) for each in _BLANK_LINES.split(text))
        return "\n\n".join(filter(None, ("\n".join(filter(None, lines)) for lines in paragraphs)))


class ExtrasForm(forms.Form):
    """The fields that only the chosen format has; what a sent form does not name stays as it is."""

    sponsor = LineField(max_length=160, label=gettext_lazy("paid for by"))
    sponsor_url = forms.CharField(
        label=gettext_lazy("the payer's address"),
        required=False,
        max_length=400,
        validators=[URLValidator(schemes=["http", "https"])],
        widget=forms.URLInput(attrs={"dir": "ltr", "placeholder": "https://"}),
    )
    film = FilmField(
        label=gettext_lazy("address of the film"),
        required=False,
        help_text=gettext_lazy("It stands on top of the page; empty, the first embed of the text does."),
        widget=forms.URLInput(attrs={"dir": "ltr", "placeholder": "https://"}),
    )
    transcript = ParagraphsField(
        label=gettext_lazy("what is heard or drawn, in words"),
        required=False,
        max_length=LONGEST_TRANSCRIPT,
        help_text=gettext_lazy("Everything that is said and heard in a film, what a cartoon shows."),
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def __init__(self, *args: Any, language: str, is_shut: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("sponsor", "transcript"):
            self.fields[name].widget.attrs |= {"lang": language, "dir": direction_of(language)}
        for field in self.fields.values():
            field.disabled = is_shut

    @cached_property
    def changed_data(self) -> list[str]:
        """The fields that were sent and differ."""
        return [name for name in super().changed_data if name in self.data]

    def over(self, extras: Mapping[str, Any], *, all_sent: bool = False) -> dict[str, Any]:
        """Return a text's extras with what was sent and can be read; an empty field takes its key away."""
        self.is_valid()
        sent = [name for name in self.fields if name in self.data and not self.fields[name].disabled]
        taken = {name: self.cleaned_data[name] for name in sent if name in self.cleaned_data}
        changed = taken if all_sent else {name: taken[name] for name in taken if name in self.changed_data}
        return {name: value for name, value in (dict(extras) | changed).items() if value}

    def by_format(self) -> list[tuple[str, forms.BoundField]]:
        """The fields, each with the formats that have it."""
        return [(" ".join(formats), self[name]) for name, formats in FORMATS.items()]


LABELS = {name: field.label for name, field in ExtrasForm.base_fields.items()}
"""What each is called on the desk."""


def readable(name: str, value: Any) -> str:
    """Return the value of one of them as a person reads it."""
    return embeds.address_of(str(value)) if name == "film" else str(value)
