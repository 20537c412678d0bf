"""Redacting: the chief editor and an administrator black out a passage together; one asks, the other confirms."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.article_desk import ArticleDesk, find
from articles.admin.site import page
from articles.models import Redaction, RedactionRequest
from articles.publishing import redacting
from articles.workflow.refusals import Refused
from articles.workflow.table import Duty


class AskForm(forms.Form):
    """What is to go, and why."""

    passage = forms.CharField(
        label=gettext_lazy("passage"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=gettext_lazy("The words as they stand; marks, case and blanks make no difference."),
    )
    why = forms.CharField(
        label=gettext_lazy("why"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"})
    )

    use_required_attribute = False


@page("articles/article/<int:pk>/redact/", name="articles_article_redact", asks=Duty.REDACT)
def redact(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Show what is asked for and where it stands, and ask for a passage to be blacked out."""
    desk = find(pk, user=request.user, at=timezone.now())  # type: ignore[arg-type]
    form = AskForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            redacting.ask(desk.article.story, given["passage"], by=desk.user, clock=timezone.now(), why=given["why"])
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Asked. Nothing is changed before the other office confirms it."))
            return HttpResponseRedirect(reverse("admin:articles_article_redact", args=[pk]))
    return _shown(request, desk, form, status=422 if form.is_bound else 200)


@page("articles/article/<int:pk>/redact/decide/", name="articles_article_redact_decide", asks=Duty.REDACT)
def decide(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Confirm what was asked for, or do without it."""
    desk = find(pk, user=request.user, at=timezone.now())  # type: ignore[arg-type]
    if request.method != "POST":
        return HttpResponseRedirect(reverse("admin:articles_article_redact", args=[pk]))
    is_confirmed = "confirm" in request.POST
    number = request.POST.get("confirm" if is_confirmed else "decline", "")
    known = number.isascii() and number.isdigit() and len(number) < 18
    asked = RedactionRequest.objects.filter(story=desk.article.story_id, pk=int(number) if known else 0).first()
    if asked is None:
        raise Http404
    try:
        if is_confirmed:
            redacting.confirm(asked, by=desk.user, clock=timezone.now())
            messages.success(request, _("The passage is blacked out in every text, past and present; the log says so."))
        else:
            redacting.decline(asked, by=desk.user, clock=timezone.now())
            messages.success(request, _("Declined; nothing was changed."))
    except Refused as refused:
        messages.error(request, str(refused.sentence))
    return HttpResponseRedirect(reverse("admin:articles_article_redact", args=[pk]))


def _shown(request: HttpRequest, desk: ArticleDesk, form: AskForm, *, status: int) -> HttpResponseBase:
    story = desk.article.story
    waiting = RedactionRequest.objects.filter(story=story, ended_at=None).select_related("asked_by").order_by("pk")
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": _("Redact a passage"),
        "article": desk.article,
        "form": form,
        "waiting": [
            {
                "request": asked,
                "places": sorted(redacting.places_of(story, asked.passage).items()),
                "may_confirm": redacting.are_both_offices(asked.asked_by, desk.user),
            }
            for asked in waiting
        ],
        "done": Redaction.objects.filter(story=story).select_related("asked_by", "confirmed_by").order_by("-pk"),
    }
    return render(request, "admin/articles/redact.html", context, status=status)
