"""What an act asks of the person before it can be done: a reason, a time, a note to readers."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django import forms
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from articles.language.direction import direction_of
from articles.models import Change, Language, Series, SignOffKind, Urgency, User
from articles.publishing.publish import Going
from articles.workflow.refusals import Refused


class MomentField(forms.DateTimeField):
    """A moment, typed in the house's time."""

    def __init__(self, **kwargs: Any) -> None:
        picker = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(required=False, widget=picker, **kwargs)


def _text(label: Any, *, rows: int = 2, is_owed: bool = False) -> forms.CharField:
    return forms.CharField(label=label, required=is_owed, max_length=2000, widget=forms.Textarea(attrs={"rows": rows}))


class ActForm(forms.Form):
    """What one act, or a few of one kind, ask for; `language` is the article's."""

    for_readers: tuple[str, ...] = ()
    """The fields that readers will see, in the article's language."""

    use_required_attribute = False

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.language = language
        for name, field in self.fields.items():
            is_text = isinstance(field.widget, forms.Textarea)
            if is_text and name in self.for_readers:
                field.widget.attrs |= {"lang": language, "dir": direction_of(language)}
            elif is_text:
                field.widget.attrs |= {"dir": "auto"}


class WhyForm(ActForm):
    """A reason for colleagues; its guard refuses an empty one."""

    why = _text(gettext_lazy("why"))


class TakeOffAirForm(ActForm):
    """A reason for colleagues, and whether the other edition goes too."""

    why = _text(gettext_lazy("why"))
    both = forms.BooleanField(label=gettext_lazy("both editions"), required=False)


class BothForm(ActForm):
    """Whether the other edition goes too."""

    both = forms.BooleanField(label=gettext_lazy("both editions"), required=False)


class RescheduleForm(ActForm):
    """Another time for what the person saw scheduled, of one edition or of both."""

    live_from = MomentField(label=gettext_lazy("goes out at"))
    both = forms.BooleanField(label=gettext_lazy("both editions"), required=False)
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    twin = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def clean_live_from(self) -> datetime | None:
        """Refuse an empty time."""
        if self.cleaned_data["live_from"] is None:
            raise forms.ValidationError(_("Say when."))
        return self.cleaned_data["live_from"]


class UnscheduleForm(RescheduleForm):
    """The same, and no time."""

    def clean_live_from(self) -> datetime | None:
        """Ask for none."""
        return None


class StoryForm(ActForm):
    """What is set on a story; `was` is what the form showed, so that no colleague's setting is undone unseen."""

    was = forms.JSONField(required=False, widget=forms.HiddenInput)

    def seen(self) -> dict[str, Any]:
        """Return what the form showed, by the story's fields."""
        was = self.cleaned_data["was"]
        if not isinstance(was, dict) or not was or set(was) - set(SEEN):
            raise Refused(_("A colleague has just set this otherwise. Look at it again."), "not_as_seen")
        return {name: SEEN[name](value) for name, value in was.items()}


def _moment(value: Any) -> datetime | None:
    return parse_datetime(value) if isinstance(value, str) else None


SEEN: dict[str, Callable[[Any], Any]] = {
    "developing_until": _moment,
    "embargo_until": _moment,
    "series_id": lambda value: value,
    "urgency": str,
    "people": lambda value: value,
    "sign_offs": lambda value: value,
}


class UntilForm(StoryForm):
    """A time, and why."""

    until = MomentField(label=gettext_lazy("until"))
    why = _text(gettext_lazy("why"))

    def moment(self) -> datetime:
        """Return the time.

        Raises:
            Refused: none was given.
        """
        if self.cleaned_data["until"] is None:
            raise Refused(_("Say when."), "no_time")
        return self.cleaned_data["until"]


class HoldForm(ActForm):
    """Whether the story is to be held; it is said, so that the same post twice does the same."""

    is_held = forms.ChoiceField(choices=[("1", "1"), ("0", "0")], widget=forms.HiddenInput)
    why = _text(gettext_lazy("why"))


class RestrictForm(StoryForm):
    """Who may see a story."""

    people = forms.ModelMultipleChoiceField(
        User.objects.filter(is_active=True).order_by("display_name", "username"),
        label=gettext_lazy("people let in"),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "desk-people"}),
        help_text=gettext_lazy("For everybody else on the desk the story is not there at all."),
    )
    why = _text(gettext_lazy("why"))


class BylineForm(ActForm):
    """Whose name, and why."""

    author = forms.IntegerField(label=gettext_lazy("name"), min_value=1, widget=forms.Select)
    why = _text(gettext_lazy("why"), is_owed=True)


class RequireForm(StoryForm):
    """Whose word a story needs."""

    kinds = forms.MultipleChoiceField(
        label=gettext_lazy("asked for"),
        choices=SignOffKind.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "desk-people"}),
    )
    why = _text(gettext_lazy("why"))


class SignOffForm(ActForm):
    """One's word on the text."""

    kind = forms.ChoiceField(label=gettext_lazy("sign-off"), choices=SignOffKind.choices)
    note = _text(gettext_lazy("note"))


class PlaceForm(StoryForm):
    """A story's series and how soon the desk wants it."""

    series = forms.ModelChoiceField(
        Series.objects.all(), label=pgettext_lazy("articles", "series"), required=False, empty_label="—"
    )
    urgency = forms.ChoiceField(label=gettext_lazy("urgency"), choices=Urgency.choices)


class NoteForm(ActForm):
    """A note to colleagues."""

    place = forms.IntegerField(label=gettext_lazy("about"), required=False, min_value=0, widget=forms.Select)
    passage = forms.CharField(required=False, max_length=2000, widget=forms.HiddenInput)
    text = _text(gettext_lazy("note"), is_owed=True)
    is_blocking = forms.BooleanField(label=gettext_lazy("stops approval"), required=False)


class ResolveForm(ActForm):
    """Which note is done with."""

    note = forms.IntegerField(min_value=1)


class AnswerForm(ResolveForm):
    """What is answered to which note: each has a field of its own."""

    def clean(self) -> dict[str, Any]:
        """Take the answer out of its note's own field."""
        values = super().clean() or {}
        values["text"] = str(self.data.get(f"{self.prefix}-text-{values.get('note')}", ""))[:2000]
        return values


class ExtendForm(ActForm):
    """Until when an agency lets its copy be shown now, and who says so."""

    until = MomentField(label=gettext_lazy("until"))
    why = _text(gettext_lazy("who allows it"), is_owed=True)

    def clean_until(self) -> datetime:
        """Refuse an empty time."""
        if self.cleaned_data["until"] is None:
            raise forms.ValidationError(_("Say when."))
        return self.cleaned_data["until"]


class WithdrawForm(ActForm):
    """What readers are told in an article's place."""

    for_readers = ("public_reason",)

    public_reason = _text(gettext_lazy("reason, for readers"))
    is_by_law = forms.BooleanField(label=gettext_lazy("The law asks for the removal (451)"), required=False)
    moved_to = forms.IntegerField(label=gettext_lazy("number of the article it moves to"), required=False, min_value=1)


class UpdateForm(ActForm):
    """What readers are told of an update; nothing is owed."""

    for_readers = ("public_note",)

    public_note = _text(gettext_lazy("note to readers"))


class PublishForm(ActForm):
    """How a text goes out: when, until when, and what readers are told of a change."""

    for_readers = ("note", "gone_reason")

    when = forms.ChoiceField(
        label=gettext_lazy("when"),
        choices=[("now", gettext_lazy("At once")), ("at", gettext_lazy("At a time"))],
        initial="now",
        widget=forms.RadioSelect,
        required=False,
    )
    live_from = MomentField(label=gettext_lazy("goes out at"))
    live_until = MomentField(label=gettext_lazy("ends at"))
    gone_reason = _text(gettext_lazy("what readers are told then"))
    change = forms.ChoiceField(
        label=gettext_lazy("what readers are told of the change"), choices=Change.choices, required=False
    )
    note = _text(gettext_lazy("note to readers"))
    both = forms.BooleanField(label=gettext_lazy("both editions at one instant"), required=False)
    twin_note = _text(gettext_lazy("note to readers of the other edition"))
    twin = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        other = Language(self.language).other
        self.fields["twin_note"].widget.attrs |= {"lang": other.value, "dir": direction_of(other)}

    def clean(self) -> None:
        """Refuse a time that was chosen and not given."""
        if self.cleaned_data.get("when") == "at" and self.cleaned_data.get("live_from") is None:
            self.add_error("live_from", _("Say when."))

    def going(self) -> Going:
        """Return how the text goes out."""
        given, language = self.cleaned_data, Language(self.language)
        notes = {language.value: given["note"], language.other.value: given["twin_note"]}
        return Going(
            live_from=given["live_from"] if given["when"] == "at" else None,
            live_until=given["live_until"],
            gone_reason=given["gone_reason"],
            change=Change(given["change"] or Change.NONE),
            notes=notes,
        )


class UnreviewedForm(PublishForm):
    """The same, and the reason why nobody else has read it."""

    why = _text(gettext_lazy("why unreviewed"))
