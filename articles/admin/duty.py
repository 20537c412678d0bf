"""Who is on duty: the chief names an editor for a span that ends by itself, and everybody's turn is on record."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from articles.admin.act_forms import MomentField
from articles.admin.site import page, place
from articles.admin.timeline import said
from articles.models import User
from articles.workflow import duty
from articles.workflow.refusals import Refused
from articles.workflow.table import Duty

SHOWN = 30

place(gettext_lazy("Duty editor"), "duty", duty=Duty.NAME_DUTY_EDITOR, position=71)


class DutyForm(forms.Form):
    """Who is on duty, and for how long."""

    person = forms.ModelChoiceField(User.objects.none(), label=gettext_lazy("person"), empty_label="—")
    live_from = MomentField(label=pgettext_lazy("duty", "from"))
    until = MomentField(label=gettext_lazy("until"))

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = duty.editors()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Refuse a span without an end; without a beginning it begins now."""
        values = super().clean() or {}
        if "until" in values and values["until"] is None:
            self.add_error("until", _("Say when."))
        return values


@page("duty/", name="duty", asks=Duty.NAME_DUTY_EDITOR)
def duty_editor(request: HttpRequest) -> HttpResponseBase:
    """Show who is on duty, and name the next."""
    now = timezone.now()
    form = DutyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            given = form.cleaned_data
            span = {"live_from": given["live_from"] or now, "until": given["until"]}
            duty.name(given["person"], **span, by=request.user, clock=now)  # type: ignore[arg-type]
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Named; the right ends by itself."))
            return HttpResponseRedirect(reverse("admin:duty"))
    context = {
        **admin.site.each_context(request),
        "title": _("Duty editor"),
        "form": form,
        "on_duty": duty.on_duty(now),
        "now": now,
        "events": said(duty.record()[:SHOWN]),
    }
    return render(request, "admin/duty.html", context, status=422 if form.is_bound else 200)


@page("duty/end/", name="end_duty", asks=Duty.NAME_DUTY_EDITOR)
def end_duty(request: HttpRequest) -> HttpResponseBase:
    """End a turn of duty before its time."""
    pk = request.POST.get("person", "")
    person = User.objects.filter(pk=int(pk)).first() if pk.isascii() and pk.isdigit() and len(pk) < 18 else None
    if request.method == "POST" and person:
        try:
            duty.end(person, by=request.user, clock=timezone.now())  # type: ignore[arg-type]
            messages.success(request, _("No longer on duty."))
        except Refused as refused:
            messages.error(request, refused.sentence)
    return HttpResponseRedirect(reverse("admin:duty"))
