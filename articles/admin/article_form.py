"""What a person may type of an edition: the text, its place on the site, its credits and its photos; no saving here."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from articles.admin.editor import BodyField
from articles.admin.photos import PhotoFileField
from articles.admin.related_field import Find, RelatedField
from articles.admin.topics_field import TopicsField
from articles.language.direction import direction_of
from articles.models import LINES, BylineLine, BylineRole, Format, PhotoLine, Revision
from articles.publishing.sanitise import clean_line

TEXT = (*LINES, "body")

Choices = Callable[[], Iterable[tuple[Any, Any]]]
"""Asked for only when a field is shown or has been changed."""


class LineField(forms.CharField):
    """One line of an edition."""

    def __init__(self, *, max_length: int, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=max_length, **kwargs)

    def to_python(self, value: Any) -> str:
        """Return the line as the one sanitiser leaves it; a NUL is left in, so that it is refused aloud."""
        text = str(value or "")
        return text if "\x00" in text else clean_line(text)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Leave the length to the server: a browser would cut what is pasted and say nothing."""
        return {}


def _words(name: str, rows: int = 1) -> LineField:
    column = next(field for field in Revision._meta.local_fields if field.name == name)
    widget = forms.Textarea(attrs={"rows": rows}) if rows > 1 else forms.TextInput
    return LineField(max_length=column.max_length or 0, label=column.verbose_name, widget=widget)


def _offer(field: Any, choices: Choices) -> None:
    field.choices = choices


class ArticleForm(forms.Form):
    """The text of one edition and its place on the site."""

    kicker = _words("kicker")
    headline = _words("headline", rows=2)
    deck = _words("deck", rows=2)
    dateline = _words("dateline")
    body = BodyField(required=False, label=pgettext_lazy("article", "body"))
    front_headline = _words("front_headline")
    social_headline = _words("social_headline")
    search_headline = _words("search_headline")
    format = forms.ChoiceField(label=gettext_lazy("format"), choices=Format.choices)
    section = forms.TypedChoiceField(label=gettext_lazy("section"), required=False, coerce=int, empty_value=None)
    topics = TopicsField(label=gettext_lazy("topics"), help_text=gettext_lazy("Names between commas."))
    related = RelatedField(
        label=gettext_lazy("Related"),
        help_text=gettext_lazy("One a line, by number or address; they stand before what is found by topic."),
    )
    slugline = LineField(
        max_length=120,
        label=gettext_lazy("slugline"),
        help_text=gettext_lazy("The desk's own name for it."),
        show_hidden_initial=True,
    )

    summary = LineField(
        max_length=200,
        label=gettext_lazy("what has changed"),
        help_text=gettext_lazy("For the article's history; it may stay empty."),
    )

    def __init__(self, *args: Any, language: str, sections: Choices, find: Find | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["section"], sections)
        related: Any = self.fields["related"]
        related.find = find or related.find
        related.widget.attrs |= {"data-related": "stories"}
        own = {"lang": language, "dir": direction_of(language)}
        for name in TEXT:
            self.fields[name].widget.attrs |= own
        self.fields["topics"].widget.attrs |= {"data-suggests": "topics", "autocomplete": "off", "dir": "auto"}
        for name in ("slugline", "summary"):
            self.fields[name].widget.attrs |= {"dir": "auto"}

    @cached_property
    def changed_data(self) -> list[str]:
        """The fields that differ; words about a change are none."""
        return [name for name in super().changed_data if name != "summary"]


class Row(forms.Form):
    """One of several; `is_shut` takes it out of the person's hands."""

    def __init__(self, *args: Any, is_shut: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.disabled = is_shut


class BylineForm(Row):
    """One credit; without a name it is none."""

    who = forms.ChoiceField(label=gettext_lazy("name"), required=False, show_hidden_initial=True)
    role = forms.ChoiceField(
        label=gettext_lazy("role"), choices=BylineRole.choices, initial=BylineRole.WRITING, show_hidden_initial=True
    )

    def __init__(self, *args: Any, names: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["who"], names)
        self.fields["who"].widget.attrs |= {"data-picks": "names"}

    def line(self) -> BylineLine | None:
        """Return the credit."""
        kind, _dash, pk = self.cleaned_data.get("who", "").partition("-")
        return BylineLine(role=self.cleaned_data["role"], **{f"{kind}_id": int(pk)}) if pk else None


def _percent(label: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=100, show_hidden_initial=True)


class PhotoForm(Row):
    """One picture with this use's words."""

    photo = forms.TypedChoiceField(
        label=gettext_lazy("photo"), required=False, coerce=int, empty_value=None, show_hidden_initial=True
    )
    alt = LineField(
        max_length=300,
        label=pgettext_lazy("photo", "alt"),
        widget=forms.Textarea(attrs={"rows": 2}),
        show_hidden_initial=True,
    )
    caption = LineField(
        max_length=400,
        label=pgettext_lazy("photo", "caption"),
        widget=forms.Textarea(attrs={"rows": 2}),
        show_hidden_initial=True,
    )
    is_decorative = forms.BooleanField(label=gettext_lazy("is decorative"), required=False, show_hidden_initial=True)
    place = forms.IntegerField(
        label=gettext_lazy("place"), required=False, min_value=1, max_value=99, show_hidden_initial=True
    )
    remove = forms.BooleanField(label=gettext_lazy("Take out"), required=False)
    crop_x = _percent(gettext_lazy("focal point, across (%)"))
    crop_y = _percent(gettext_lazy("focal point, down (%)"))
    file = PhotoFileField(label=gettext_lazy("Or a new picture"), required=False)
    credit = LineField(max_length=160, label=gettext_lazy("Photo credit"))

    def __init__(self, *args: Any, language: str, photos: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["photo"], photos)
        self.fields["photo"].widget.attrs |= {"data-picks": "photos"}
        if self.initial.get("photo") or self.data.get(self.add_initial_prefix("photo")):
            self.fields["photo"].widget = forms.HiddenInput()
        for name in ("alt", "caption"):
            self.fields[name].widget.attrs |= {"lang": language, "dir": direction_of(language)}
        self.fields["credit"].widget.attrs |= {"dir": "auto"}

    def clean(self) -> None:
        """Ask for the credit of a new picture."""
        if self.cleaned_data.get("file") and not self.cleaned_data.get("credit"):
            self.add_error("credit", _("A photo needs this."))

    @property
    def says_crop(self) -> bool:
        """Whether the crop was among what was sent: a new picture has none to choose yet."""
        return self.add_prefix("crop_x") in self.data

    def line(self) -> PhotoLine | None:
        """Return the picture's use; of a new picture with 0 in the place of its number."""
        given = self.cleaned_data
        photo_id = 0 if given.get("file") else given.get("photo")
        if photo_id is None or given.get("remove"):
            return None
        is_decorative = given["is_decorative"]
        alt = "" if is_decorative else given["alt"]
        x, y = given.get("crop_x"), given.get("crop_y")
        crop = None if x is None or y is None else {"x": x / 100, "y": y / 100}
        return PhotoLine(photo_id=photo_id, alt=alt, caption=given["caption"], is_decorative=is_decorative, crop=crop)


class _Photos(forms.BaseFormSet):
    def clean(self) -> None:
        """Refuse a picture that is there twice."""
        pks = [line.photo_id for form in self.forms if form.is_valid() and (line := form.line()) and line.photo_id]
        if len(set(pks)) < len(pks):
            raise forms.ValidationError(_("A photo is there twice."))


BylineSet = forms.formset_factory(BylineForm, extra=1, max_num=20)
PhotoSet = forms.formset_factory(PhotoForm, formset=_Photos, extra=1, max_num=40)
