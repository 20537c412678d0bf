"""What an article's form asks of the database: each question said as a queryset and put into SQL once a process."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Exists, Model, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, NullIf

from articles.models import (
    Agency,
    Article,
    Assignment,
    Author,
    Byline,
    Desk,
    DraftBuffer,
    Language,
    Note,
    Photo,
    PhotoUse,
    Publication,
    Revision,
    Series,
    Topic,
    User,
    WireItem,
    WorkflowEvent,
)
from articles.models.hiding import hidden_authors
from articles.publishing.prepared import prepared
from articles.workflow.table import Verb

NEWEST_PHOTOS = 24
"""Offered without being looked for; every other is found by its words."""
MOST_NAMES = 60


@prepared
def editions(pk: int, user_pk: int | None, *, is_superuser: bool, is_shown: bool) -> QuerySet[Article]:
    """Return both editions of an article's story, where this person, if it hangs on that, may see them."""
    user = User(pk=user_pk, is_superuser=is_superuser)
    found = (
        Article.objects.seen_by(user)
        .filter(story__articles=pk)
        .select_related("story", "head", "head__written_by", "submitted_by")
    )
    if not is_shown:
        return found
    kept = DraftBuffer.objects.filter(user=user_pk, article=OuterRef("pk")).order_by("-kept_at")
    given = Assignment.objects.filter(article=OuterRef("pk"), ended_at=None)
    approvals = WorkflowEvent.objects.filter(article=OuterRef("pk"), verb=Verb.APPROVE).order_by("-pk")
    return found.select_related("kept_findings").annotate(
        assignee=given.values("person"),
        assignee_name=given.values(name=Coalesce(NullIf("person__display_name", Value("")), "person__username")),
        kept_at=kept.values("kept_at")[:1],
        copy=kept.values("copy")[:1],
        kept_mode=kept.values("mode")[:1],
        approved_number=approvals.values("revision__number")[:1],
        hidden=hidden_authors(),
        rights_until=WireItem.objects.newest_of(OuterRef("pk")).values("rights_until")[:1],
    )


@prepared
def bylines(revisions: tuple[int, ...]) -> QuerySet[Byline]:
    """Return the credits of some revisions."""
    return Byline.objects.filter(revision__in=revisions).order_by("position")


@prepared
def photo_uses(revisions: tuple[int, ...]) -> QuerySet[PhotoUse]:
    """Return the pictures of some revisions."""
    return PhotoUse.objects.filter(revision__in=revisions).order_by("position")


def hold(revisions: Sequence[Revision], name: str, rows: Iterable[Any]) -> None:
    """Give revisions their rows as a prefetch would, so that nobody asks for them again."""
    by_revision: dict[int, list[Model]] = {revision.pk: [] for revision in revisions}
    for row in rows:
        by_revision[row.revision_id].append(row)
    for revision in revisions:
        held = getattr(revision, name).all()
        held._result_cache, held._prefetch_done = by_revision[revision.pk], True
        revision.__dict__.setdefault("_prefetched_objects_cache", {})[name] = held


@prepared
def plan(article_pk: int, at: datetime) -> QuerySet[Publication]:
    """Return what readers have and will have of an article."""
    return (
        Publication.objects.from_now_on(at).filter(article=article_pk).select_related("revision").order_by("live_from")
    )


@prepared
def notes(article_pk: int) -> QuerySet[Note]:
    """Return an article's notes."""
    return Note.objects.filter(article=article_pk).select_related("author", "resolved_by").order_by("pk")


@prepared
def events(article_pk: int, story_pk: int, *, most: int) -> QuerySet[WorkflowEvent]:
    """Return the newest events of an article and of its story."""
    found = WorkflowEvent.objects.filter(Q(article=article_pk) | Q(article__isnull=True, story=story_pk))
    found = found.select_related("actor", "revision").defer("revision__body", "revision__extras")
    return found.order_by("-at", "-pk")[:most]


@prepared
def topics(pks: tuple[int, ...]) -> QuerySet[Topic]:
    """Return some topics."""
    return Topic.objects.filter(pk__in=pks)


@prepared
def picked(stories: tuple[int, ...], user_pk: int | None, *, is_superuser: bool) -> QuerySet[Article, Any]:
    """Return the editions of picked stories, each with whether this person may see it."""
    seen = Article.objects.seen_by(User(pk=user_pk, is_superuser=is_superuser)).filter(pk=OuterRef("pk"))
    rows = Article.objects.filter(story__in=stories).annotate(is_seen=Exists(seen)).order_by("pk")
    return rows.values_list("story_id", "pk", "language", "headline", "is_seen")


@prepared
def series() -> QuerySet[Series, Any]:
    """Return every series with its name in both languages."""
    return Series.objects.order_by("sort_key_ar").values_list("pk", "name_ar", "name_en")


@prepared
def people(roles: tuple[str, ...]) -> QuerySet[User, Any]:
    """Return the people of the house, and whether each has one of these roles."""
    writing = User.groups.through.objects.filter(user=OuterRef("pk"), group__name__in=roles)
    found = User.objects.filter(is_active=True).annotate(writes=Exists(writing)).order_by("display_name", "username")
    return found.values_list("pk", "display_name", "username", "away_until", "writes")


def credited(model: Any) -> QuerySet[Any]:
    """Return whom new texts can be credited to: what was merged into another is credited no more."""
    every: QuerySet[Any] = model.objects.all()
    return every if model is Desk else every.filter(merged_into=None)


@prepared
def names(
    authors: tuple[int, ...], desks: tuple[int, ...], agencies: tuple[int, ...], *, language: str
) -> QuerySet[Any, Any]:
    """Return whom an article can be credited to: the first of each kind, and those that are named."""
    parts = []
    for model, own in ((Author, authors), (Desk, desks), (Agency, agencies)):
        first = credited(model).order_by("sort_key_ar" if language == Language.AR else "key_en", "pk")
        wanted = Q(pk__in=Subquery(first.values("pk")[:MOST_NAMES])) | Q(pk__in=own)
        kind = Value(str(model._meta.model_name))
        parts.append(model.objects.order_by().filter(wanted).annotate(kind=kind))
    rows = [part.values_list("kind", "pk", f"name_{language}") for part in parts]
    return rows[0].union(*rows[1:])


@prepared
def photos(
    user_pk: int | None, own: tuple[int, ...], asked: tuple[int, ...], *, is_superuser: bool
) -> QuerySet[Photo, Any]:
    """Return an article's photos, and of what this person may see the newest and those asked for, newest first."""
    seen = Photo.objects.seen_by(User(pk=user_pk, is_superuser=is_superuser))
    newest = Subquery(seen.filter(pulled_at__isnull=True).values("pk")[:NEWEST_PHOTOS])
    wanted = Q(pk__in=newest) | Q(pk__in=own) | Q(pk__in=seen.filter(pk__in=asked).values("pk"))
    return Photo.objects.filter(wanted).values_list("pk", "title")
