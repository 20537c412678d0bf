"""The list of articles: what the person may see, by what they ask, newest act first; never counted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.admin.bulk_acts import bulk_acts
from articles.admin.questions import QUESTIONS
from articles.admin.saved_filters import filters_of
from articles.admin.site import page
from articles.admin.timeline import SAID
from articles.models import LISTED, Article, Format, Language, Publication, Stage, User, WorkflowEvent
from articles.publishing import navigation
from articles.publishing.search import Within, day_of, desk_find
from articles.workflow.case import READERS_LABELS, READERS_OF, Readers
from articles.workflow.table import Duty

ROWS = 50
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Row:
    """One article of a list."""

    article: Article
    readers: Readers
    readers_label: str | Promise
    goes_out_at: datetime | None
    last_act: str | Promise
    section: str


@page("articles/article/", name="articles_article_changelist", asks=Duty.SEE_ARTICLE)
def article_list(request: HttpRequest) -> HttpResponseBase:
    """Show one page of the articles the person asked for."""
    at, language = timezone.now(), request.LANGUAGE_CODE
    asked = {name: request.GET.get(name, "").strip() for name in ("q", *FILTERS)}
    found = _before(_asked_for(request.user, asked, at), request.GET.get("before", ""))  # type: ignore[arg-type]
    # First which, then what: a planner without statistics must not join and sort whole texts.
    pks = _newest(found, is_searched=bool(asked["q"]))
    shown = list(with_last_act(Article.objects.filter(pk__in=pks[:ROWS]).for_desk()).order_by("-acted_at", "-pk"))
    older = _key(shown[-1]) if len(pks) > ROWS else ""
    kept = {name: value for name, value in asked.items() if value}
    context = {
        **admin.site.each_context(request),
        "title": _("Articles"),
        "rows": rows_of(shown, at, language),
        "asked": asked,
        "is_filtered": bool(kept),
        "filters": _filters(asked, language),
        "older": urlencode(kept | {"before": older}) if older else "",
        "is_continued": bool(request.GET.get("before")),
        "newest": urlencode(kept),
        "saved": filters_of(request.user),  # type: ignore[arg-type]
        "bulk": bulk_acts(request.user),  # type: ignore[arg-type]
    }
    return render(request, "admin/articles/list.html", context)


def _newest(found: QuerySet[Article], *, is_searched: bool) -> list[int]:
    """Return the newest, one more than a page shows.

    The hits of a search are few and come by number: sorted here, no planner walks the newest articles for them.
    """
    if is_searched:
        keys = sorted(found.order_by().values_list("acted_at", "pk"), reverse=True)
        return [pk for _acted_at, pk in keys[: ROWS + 1]]
    return list(found.order_by("-acted_at", "-pk").values_list("pk", flat=True)[: ROWS + 1])


FILTERS = ("stage", "language", "section", "format", "mine", "tray", "from", "until")


def _asked_for(user: User, asked: dict[str, str], at: datetime) -> QuerySet[Article]:
    within = _within(asked, at)
    found: QuerySet[Article] = Article.objects.seen_by(user)
    if asked["q"]:
        # The index too is told: what a filter leaves over may be older than the newest thousand of these words.
        language = asked["language"] if asked["language"] in Language.values else ""
        found = desk_find(asked["q"], user=user, at=at, language=language, within=within)
    return _filtered(found, user, asked, at, within)


def _within(asked: dict[str, str], at: datetime) -> Within:
    zone = navigation.current(at).zone
    section = int(asked["section"][:9]) if asked["section"].isascii() and asked["section"].isdigit() else None
    until = day_of(asked["until"], zone)
    return Within(section, day_of(asked["from"], zone), until + timedelta(days=1) if until else None)


def _filtered(
    found: QuerySet[Article], user: User, asked: dict[str, str], at: datetime, within: Within
) -> QuerySet[Article]:
    if asked["stage"] in Stage.values:
        found = found.filter(stage=asked["stage"])
    if asked["language"] in Language.values:
        found = found.filter(language=asked["language"])
    if asked["format"] in Format.values:
        found = found.filter(format=asked["format"])
    if within.section_id is not None:
        found = found.filter(story__section=within.section_id)
    if within.since:
        found = found.filter(acted_at__gte=within.since)
    if within.before:
        found = found.filter(acted_at__lt=within.before)
    if asked["tray"] in QUESTIONS:
        found = found.filter(QUESTIONS[asked["tray"]][1](user, at))
    return found.filter(mine(user)) if asked["mine"] else found


def mine(user: User) -> Q:
    """Return what makes an article one of this person's: made or submitted by them, each by an index."""
    return Q(created_by=user) | Q(submitted_by=user)


def with_last_act(found: QuerySet[Article]) -> QuerySet[Article]:
    """Add who did the last act, and which."""
    last = WorkflowEvent.objects.filter(article=OuterRef("pk")).order_by("-at", "-pk")
    return found.annotate(
        last_verb=Subquery(last.values("verb")[:1]),
        last_name=Subquery(last.values("actor__display_name")[:1]),
        last_username=Subquery(last.values("actor__username")[:1]),
    )


def rows_of(articles: Iterable[Article], at: datetime, language: str) -> list[Row]:
    """Return what a list shows of articles. One query, however many there are."""
    shown = list(articles)
    plans: dict[int, list[Publication]] = {}
    planned = Publication.objects.filter(article__in=[article.pk for article in shown]).from_now_on(at)
    for row in planned.only("article_id", "kind", "live_from").order_by("live_from") if shown else ():
        plans.setdefault(row.article_id, []).append(row)
    return [_row(article, plans.get(article.pk, []), at, language) for article in shown]


def _row(article: Article, plan: list[Publication], at: datetime, language: str) -> Row:
    live = next((row for row in plan if row.live_from <= at), None)
    readers = READERS_OF[live.kind] if live else Readers.NOTHING
    verb = getattr(article, "last_verb", "")
    return Row(
        article=article,
        readers=readers,
        readers_label=READERS_LABELS[readers],
        goes_out_at=next((row.live_from for row in plan if row.live_from > at and row.kind in LISTED), None),
        last_act=SAID.get(verb, verb or ""),
        section=article.story.section.name(language) if article.story.section else "",
    )


def _key(article: Article) -> str:
    return f"{(article.acted_at - EPOCH) // timedelta(microseconds=1)}-{article.pk}"


def _before(found: QuerySet[Article], key: str) -> QuerySet[Article]:
    """Keep what comes after the last row of the page before."""
    micros, _dash, pk = key.partition("-")
    if not (micros.isascii() and micros.isdigit() and pk.isascii() and pk.isdigit() and len(key) < 40):
        return found
    if len(micros) > 16:
        return found
    time = EPOCH + timedelta(microseconds=int(micros))
    return found.filter(Q(acted_at__lt=time) | Q(acted_at=time, pk__lt=int(pk)))


def _filters(asked: dict[str, str], language: str) -> list[dict[str, Any]]:
    sections = [(str(place.pk), place.name(language)) for place in navigation.current(timezone.now()).sections.values()]
    lists: tuple[tuple[str, Any, Any], ...] = (
        ("stage", _("stage"), Stage.choices),
        ("language", _("language"), Language.choices),
        ("section", _("section"), sections),
        ("format", _("format"), Format.choices),
        ("mine", pgettext_lazy("filter", "whose"), [("1", _("Mine"))]),
        ("tray", pgettext_lazy("filter", "list"), [(name, label) for name, (label, _asked) in QUESTIONS.items()]),
    )
    return [{"name": n, "label": label, "choices": choices, "value": asked[n]} for n, label, choices in lists]
