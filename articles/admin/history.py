"""An article's whole history, and each of its texts beside the one it was made from."""

from datetime import datetime

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from articles.admin.act_forms import MomentField
from articles.admin.article_desk import ArticleDesk, find
from articles.admin.form_sent import address_of
from articles.admin.site import page
from articles.admin.timeline import newest_events
from articles.admin.two_texts import difference
from articles.models import Revision, RevisionKind
from articles.publishing import door
from articles.publishing.pages import Page
from articles.publishing.rendering import rendered
from articles.workflow import drafts
from articles.workflow.refusals import NotAllowed, Refused
from articles.workflow.table import Duty, Verb

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
        "may_redact": desk.may(Duty.REDACT),
        "events": newest_events(article, most=MOST_EVENTS),
        "kept": kept.order_by("-number")[:MOST_EVENTS],
    }
    return render(request, "admin/articles/history.html", context)


@page("articles/article/<int:pk>/revisions/<int:number>/", name="articles_article_revision", asks=Duty.SEE_ARTICLE)
def revision(request: HttpRequest, pk: int, number: int) -> HttpResponseBase:
    """Show one text of an article, and what changed in it since the one it was made from, or since any other."""
    desk = find(pk, user=request.user, at=timezone.now())  # type: ignore[arg-type]
    shown = _numbered(desk, number)
    asked = request.GET.get("since", "")
    base = _numbered(desk, int(asked)) if asked.isascii() and asked.isdigit() and len(asked) < 9 else shown.base
    others = desk.article.revisions.exclude(pk=shown.pk).order_by("-number").values_list("number", flat=True)
    context = {
        **admin.site.each_context(request),
        "title": _("Revision %(number)s") % {"number": number},
        "article": desk.article,
        "revision": shown,
        "base": base,
        "others": others[:MOST_EVENTS],
        "difference": difference(base, shown) if base else None,
        "may_restore": desk.is_open_for_writing and shown.pk != desk.article.head_id,
    }
    return render(request, "admin/articles/revision.html", context)


def _numbered(desk: ArticleDesk, number: int) -> Revision:
    found = desk.article.revisions.filter(number=number).select_related("written_by", "base").first()
    if found is None:
        raise Http404
    return found


@page("articles/article/<int:pk>/revisions/<int:number>/restore/", name="articles_article_restore", asks=Verb.SAVE)
def restore(request: HttpRequest, pk: int, number: int) -> HttpResponseBase:
    """Make an older text the newest: a revision of its own, and nothing is taken back."""
    desk = find(pk, user=request.user, at=timezone.now())  # type: ignore[arg-type]
    if request.method == "POST":
        older = _numbered(desk, number)
        summary = _("Revision %(number)s restored") % {"number": number}
        try:
            drafts.save(pk, older.content(), base_pk=desk.head.pk, by=desk.user, clock=timezone.now(), summary=summary)
            messages.success(request, summary)
        except NotAllowed as refused:
            raise PermissionDenied from refused
        except Refused as refused:
            messages.error(request, str(refused.sentence))
    return HttpResponseRedirect(address_of(desk.article))


@page("articles/article/<int:pk>/history/page/", name="articles_article_seen", asks=Duty.SEE_ARTICLE)
def seen_by_readers(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Show what the article's address answered at a moment of the past: the same question with another moment."""
    now = timezone.now()
    desk = find(pk, user=request.user, at=now)  # type: ignore[arg-type]
    form = MomentForm(request.GET or None)
    at = form.cleaned_data["at"] if form.is_bound and form.is_valid() else None
    at = min(at or now, now)
    with translation.override(desk.article.language):
        html = _page_then(desk.article.language, pk, at)
    context = {
        **admin.site.each_context(request),
        "title": _("What readers saw"),
        "article": desk.article,
        "form": form,
        "moment": at,
        "html": html,
    }
    return render(request, "admin/articles/seen.html", context)


def _page_then(language: str, pk: int, at: datetime) -> str:
    answer = door.article(language, pk, path="", at=at)
    if answer.redirect:
        answer = door.article(language, pk, path=answer.redirect, at=at)
    if answer.page is None:
        return ""
    template = "site/article.html" if isinstance(answer.page, Page) else "site/absence.html"
    return rendered(template, answer)


class MomentForm(forms.Form):
    """A moment of the past."""

    at = MomentField(label=gettext_lazy("when"))
