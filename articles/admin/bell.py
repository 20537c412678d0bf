"""The bell: what concerns a person, on a page of its own and by a light poll on every other."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.act_forms import MomentField
from articles.admin.site import page
from articles.models import Article, DraftBuffer, Notification, User
from articles.workflow.mail import what
from articles.workflow.table import Duty

ROWS = 50
MOST_COUNTED = 99
STILL_TYPING = timedelta(minutes=2)


class MailForm(forms.ModelForm):
    """How much a person is told by mail, and until when they are away."""

    away_until = MomentField(label=gettext_lazy("away until"))

    class Meta:
        model = User
        fields = ("mail", "away_until")


@page("notifications/", name="bell", asks=Duty.SEE_DESK)
def bell(request: HttpRequest) -> HttpResponseBase:
    """Show the newest that concerns the person, which is thereby seen; keep what they want to be mailed."""
    user: User = request.user  # type: ignore[assignment]
    if request.method == "POST":
        form = MailForm(request.POST, instance=user)
        if form.is_valid():
            form.save()
            messages.success(request, _("Saved."))
        return HttpResponseRedirect(reverse("admin:bell"))
    news = list(_visible(user).select_related("article", "article__story", "event__actor", "note__author")[:ROWS])
    _mark_seen(Notification.objects.filter(pk__in=[one.pk for one in news]))
    context = {
        **admin.site.each_context(request),
        "title": _("Notifications"),
        "news": [(one, what(one)) for one in news],
        "form": MailForm(instance=user),
    }
    return render(request, "admin/bell.html", context)


@page("notifications/news/", name="bell_news", asks=Duty.SEE_DESK)
def news(request: HttpRequest) -> HttpResponseBase:
    """Answer the poll: how much is unseen, the newest of it, and who else is typing into the article that is open."""
    user: User = request.user  # type: ignore[assignment]
    pk = request.GET.get("article", "")
    article = int(pk) if pk.isascii() and pk.isdigit() and len(pk) < 18 else 0
    unseen = list(
        _visible(user)
        .filter(seen_at=None)
        .select_related("article", "article__story", "event__actor", "note__author")[: MOST_COUNTED + 1]
    )
    here = [one.pk for one in unseen if one.article_id == article]
    if here:
        _mark_seen(Notification.objects.filter(pk__in=here))
    elsewhere = [one for one in unseen if one.article_id != article]
    answer: dict[str, Any] = {"unseen": len(elsewhere), "newest": None}
    if elsewhere:
        answer["newest"] = {"id": elsewhere[0].pk, "said": f"{elsewhere[0].article} · {what(elsewhere[0])}"}
    if article:
        answer["typing"] = _typing(article, user)
    return JsonResponse(answer)


def _visible(user: User) -> "QuerySet[Notification]":
    return Notification.objects.filter(Article.objects.seen_by(user).of_row(), user=user).order_by("-at", "-pk")


def _mark_seen(some: "QuerySet[Notification]") -> None:
    some.filter(seen_at=None).update(seen_at=timezone.now())


def _typing(article: int, user: User) -> str:
    """Say who else has typed into an article in the last minutes."""
    others = DraftBuffer.objects.filter(article=article, kept_at__gt=timezone.now() - STILL_TYPING).exclude(user=user)
    names = [str(buffer.user) for buffer in others.select_related("user")]
    return _("Is editing: %(names)s") % {"names": " · ".join(names)} if names else ""
