"""Whose an article is to bring on: taken, given, handed over; and who is away until when."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.article_desk import WRITING, ArticleDesk, find
from articles.admin.site import page
from articles.models import User
from articles.workflow import planning
from articles.workflow.refusals import Refused
from articles.workflow.table import Duty

PREFIX = "assign"


class PersonField(forms.ModelChoiceField):
    """A person who writes, with a word where they are away."""

    def __init__(self, **kwargs: Any) -> None:
        people = User.objects.filter(is_active=True, groups__name__in=WRITING).distinct().order_by("display_name")
        super().__init__(people, required=False, empty_label=gettext_lazy("nobody"), **kwargs)

    def label_from_instance(self, obj: Any) -> str:
        """Return the name, and that the person is away."""
        return _("%(person)s (away)") % {"person": obj} if obj.is_away(timezone.now()) else str(obj)


class AssignForm(forms.Form):
    """Whom an article goes to, and a word with it."""

    person = PersonField(label=gettext_lazy("Assigned to"))
    note = forms.CharField(
        label=gettext_lazy("A word with it"), required=False, max_length=300, widget=forms.TextInput({"dir": "auto"})
    )


def assign_form(desk: ArticleDesk) -> AssignForm | None:
    """Return the form of the article's assignment, for who may give it or has it; None for who only looks."""
    given: int | None = getattr(desk.article, "assignee", None)
    if desk.may(Duty.ASSIGN) or (given == desk.user.pk and desk.may(Duty.TAKE_ASSIGNMENT)):
        form = AssignForm(prefix=PREFIX, initial={"person": given})
        away = _("%(person)s (away)")
        offered = [
            (each.pk, away % {"person": each} if each.is_away else each.name) for each in desk.people if each.writes
        ]
        form.fields["person"].choices = [("", _("nobody")), *offered]  # type: ignore[attr-defined]
        return form
    return None


@page("articles/article/<int:pk>/assign/", name="articles_article_assign", asks=Duty.TAKE_ASSIGNMENT)
def assign(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Take an article, give it to somebody, or let it go."""
    desk = find(pk, user=request.user, at=timezone.now())  # type: ignore[arg-type]
    if request.method == "POST":
        form = AssignForm(request.POST, prefix=PREFIX)
        is_taken = "take" in request.POST
        if is_taken or form.is_valid():
            to = desk.user if is_taken else form.cleaned_data["person"]
            note = "" if is_taken else form.cleaned_data["note"]
            _assign(request, desk, to, note)
        else:
            messages.error(request, _("Nothing was assigned: choose somebody from the list."))
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))


def _assign(request: HttpRequest, desk: ArticleDesk, to: User | None, note: str) -> None:
    try:
        planning.assign(desk.article, to=to, by=desk.user, clock=desk.at, note=note)
    except Refused as refused:
        messages.error(request, str(refused.sentence))
        return
    messages.success(request, _("Assigned to %(person)s.") % {"person": to} if to else _("It is with nobody now."))
