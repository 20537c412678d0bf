"""The desk page: what waits for this person, what is theirs, what is about to go out."""

from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.admin.article_list import mine, with_last_act
from articles.admin.site import page, place
from articles.models import LISTED, Article, Language, Publication, Role, Stage, User
from articles.workflow.rights import allowed
from articles.workflow.table import Duty

MOST = 15
EDITORS = frozenset({Role.EDITOR, Role.CHIEF_EDITOR})

place(_("Desk page"), "index", duty=Duty.SEE_DESK, position=0)


@dataclass(frozen=True)
class Tray:
    """One list of the desk page, and what it says when there is nothing in it."""

    title: str | Promise
    articles: list[Article]
    nothing: str | Promise
    more: str = ""


@page("", name="index", asks=Duty.SEE_DESK)
def index(request: HttpRequest) -> HttpResponseBase:
    """Show what waits for this person."""
    user: User = request.user  # type: ignore[assignment]
    context = {
        **admin.site.each_context(request),
        "title": _("Desk page"),
        "trays": _trays(user),
        "going_out": _going_out(user),
        "may_create": allowed(user, Duty.CREATE_ARTICLE),
        "article_languages": _languages(user),
    }
    return render(request, "admin/index.html", context)


def _trays(user: User) -> list[Tray]:
    seen = with_last_act(Article.objects.seen_by(user).for_desk())
    own = seen.filter(mine(user))
    trays = []
    if user.roles & EDITORS:
        waiting = _first(seen.filter(stage=Stage.IN_REVIEW, language__in=_read_by(user)).order_by("acted_at", "pk"))
        trays.append(Tray(_("To review"), waiting, _("Nothing waits for review."), "stage=in_review"))
    if allowed(user, Duty.CREATE_ARTICLE):
        returned = _first(own.filter(stage=Stage.RETURNED).order_by("-acted_at", "-pk"))
        trays.append(Tray(_("Returned to me"), returned, _("Nothing was returned to you."), "stage=returned&mine=1"))
        drafts = _first(own.filter(stage__in=(Stage.DRAFT, Stage.APPROVED)).order_by("-acted_at", "-pk"))
        trays.append(Tray(_("My drafts"), drafts, _("You have no drafts."), "stage=draft&mine=1"))
        sent = _first(own.filter(stage=Stage.IN_REVIEW).order_by("-acted_at", "-pk"))
        trays.append(Tray(_("With the editors"), sent, _("Nothing of yours is in review."), "stage=in_review&mine=1"))
    return trays


def _first(found: QuerySet[Article]) -> list[Article]:
    return list(found[:MOST])


def _read_by(user: User) -> list[str]:
    return [language for language in Language.values if user.reads(language)]


def _going_out(user: User) -> list[Publication]:
    return list(
        Publication.objects.filter(live_from__gt=timezone.now(), kind__in=LISTED)
        .exclude(live_until=F("live_from"))
        .filter(article__in=Article.objects.seen_by(user))
        .defer("body", "extras")
        .order_by("live_from", "pk")[:MOST]
    )


def _languages(user: User) -> list[dict[str, Any]]:
    """Return the languages an article can be begun in, the person's own first."""
    own = Language(user.interface_language)
    return [{"code": language.value, "label": language.label} for language in (own, own.other)]
