"""Pulling a photo: every use of it is shown first, then it leaves them all at once."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.admin.site import page
from articles.models import Photo, User
from articles.publishing import pulling
from articles.publishing.pulling import Where
from articles.workflow.refusals import Refused
from articles.workflow.table import Duty

NAMES = {
    Where.LIVE: _("Readers have it"),
    Where.SCHEDULED: pgettext_lazy("publication", "Scheduled"),
    Where.DRAFT: _("A text that readers do not have"),
    Where.SLOT: pgettext_lazy("front", "slot"),
    Where.PORTRAIT: _("portrait"),
    Where.CARD: _("Its card was sent to social networks"),
}


def named_uses(photo: Photo, user: User) -> list[tuple[Any, pulling.Use]]:
    """Return every use of a photo that this person may see, each with what it is called."""
    return [(NAMES[use.where], use) for use in pulling.uses_of(photo, by=user, at=timezone.now())]


class PullForm(forms.Form):
    """Why a photo goes."""

    why = forms.CharField(label=_("why"), widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}), max_length=1000)


@page("photos/<int:pk>/pull/", name="photo_pull", asks=Duty.PULL_PHOTO)
def photo_pull(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Show where a photo is used, and pull it."""
    photo = get_object_or_404(Photo.objects.seen_by(request.user), pk=pk)  # type: ignore[arg-type]
    form = PullForm(request.POST or None)
    now = timezone.now()
    if request.method == "POST" and form.is_valid():
        try:
            pulling.pull(photo, by=request.user, clock=now, why=form.cleaned_data["why"])  # type: ignore[arg-type]
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("The photo has left every page; the texts are as they were."))
            return HttpResponseRedirect(reverse("admin:articles_photo_change", args=[pk]))
    context = {
        **admin.site.each_context(request),
        "title": _("Pull this photo"),
        "photo": photo,
        "uses": named_uses(photo, request.user),  # type: ignore[arg-type]
        "form": form,
    }
    return render(request, "admin/pull_photo.html", context, status=422 if form.is_bound else 200)
