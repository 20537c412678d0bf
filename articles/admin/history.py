"""An article's whole history, and each of its texts beside the one it was made from."""

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles.admin.article_desk import find
from articles.admin.site import page
from articles.admin.timeline import newest_events
from articles.admin.two_texts import difference
from articles.models import RevisionKind
from articles.workflow.table import Duty

MOST_EVENTS = 300


@page("articles/article/<int:pk>/history/", name="articles_article_history", asks=Duty.SEE_ARTICLE)
def history(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Show what happened to an article, and the texts that were kept without being joined."""
    desk = find(pk, user=request.user, at=timezone.now())  # type: ignore[arg-type]
    article = desk.article
    kept = article.revisions.filter(kind=RevisionKind.KEPT).select_related("written_by").defer("body", "extras")
    context = {
        **admin.site.each_context(request),
        "title": pgettext("article", "History"),
        "article": article,
        "events": newest_events(article, most=MOST_EVENTS),
        "kept": kept.order_by("-number")[:MOST_EVENTS],
    }
    return render(request, "admin/articles/history.html", context)


@page("articles/article/<int:pk>/revisions/<int:number>/", name="articles_article_revision", asks=Duty.SEE_ARTICLE)
def revision(request: HttpRequest, pk: int, number: int) -> HttpResponseBase:
    """Show one text of an article, and what changed in it."""
    desk = find(pk, user=request.user, at=timezone.now())  # type: ignore[arg-type]
    shown = desk.article.revisions.filter(number=number).select_related("written_by", "base").first()
    if shown is None:
        raise Http404
    context = {
        **admin.site.each_context(request),
        "title": _("Revision %(number)s") % {"number": number},
        "article": desk.article,
        "revision": shown,
        "difference": difference(shown.base, shown) if shown.base else None,
    }
    return render(request, "admin/articles/revision.html", context)
