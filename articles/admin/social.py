"""What goes to social networks of an article that readers have: its words, short link, cards, and where it was sent."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from articles.admin.article_desk import ArticleDesk, find
from articles.admin.site import page
from articles.language.isolating import isolate_in_text
from articles.models import Language, Publication
from articles.publishing import addresses, cards
from articles.workflow import social
from articles.workflow.refusals import Refused
from articles.workflow.table import Duty

PLACES: tuple[tuple[str, Any], ...] = (
    ("X", "X"),
    ("Facebook", pgettext_lazy("network", "Facebook")),
    ("Instagram", pgettext_lazy("network", "Instagram")),
    ("Telegram", pgettext_lazy("network", "Telegram")),
    ("WhatsApp", pgettext_lazy("network", "WhatsApp")),
    ("TikTok", pgettext_lazy("network", "TikTok")),
)
SHAPES = {"": "16:9", "1x1": "1:1", "9x16": "9:16"}


class SentForm(forms.Form):
    """Where it was sent."""

    places = forms.MultipleChoiceField(
        label=gettext_lazy("sent to"), choices=PLACES, required=False, widget=forms.CheckboxSelectMultiple
    )
    other = forms.CharField(
        label=gettext_lazy("or elsewhere"), required=False, max_length=80, widget=forms.TextInput({"dir": "auto"})
    )


@page("articles/article/<int:pk>/social/", name="articles_article_social", asks=Duty.SEND_SOCIAL)
def social_page(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Show what to send, and record where it was sent."""
    desk = find(pk, user=request.user, at=timezone.now())  # type: ignore[arg-type]
    form = SentForm(request.POST if request.method == "POST" else None)
    refusal: Any = ""
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            social.record(desk.article, [*given["places"], given["other"]], by=desk.user, clock=desk.at)
        except Refused as refused:
            refusal = refused.sentence
        else:
            messages.success(request, _("Recorded. You will be told when readers get another text."))
            return HttpResponseRedirect(request.path)
    return _shown(request, desk, form, refusal)


def _shown(request: HttpRequest, desk: ArticleDesk, form: SentForm, refusal: Any) -> HttpResponseBase:
    live = desk.standing.live
    drawn = cards.shapes(desk.article.pk, at=desk.at)
    context = {
        **admin.site.each_context(request),
        "title": _("Social networks"),
        "article": desk.article,
        "words": text_of(live) if live else "",
        "link": addresses.absolute(addresses.short(desk.article.language, desk.article.pk)),
        "cards": [(SHAPES[shape], cut) for shape, cut in drawn.items()],
        "form": form,
        "refusal": refusal,
        "sent": social.sent(desk.article),
    }
    return render(request, "admin/articles/social.html", context, status=422 if form.is_bound else 200)


def text_of(row: Publication) -> str:
    """Return what is posted: the headline for social networks, the deck, the short link on a line of its own."""
    lines = [row.social_headline or row.headline, row.deck]
    if row.language == Language.AR:
        lines = [isolate_in_text(line) for line in lines]
    link = addresses.absolute(addresses.short(row.language, row.article_id))
    return "\n\n".join([line for line in lines if line] + [link])
