"""Pulling a photo: it leaves every page, card and address at once, while the texts that showed it stay whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from articles.models import READABLE, Article, Author, FrontSlot, Outbox, Photo, Publication, User, WorkflowEvent
from articles.models.publications import PublicationQuerySet
from articles.publishing import photos
from articles.publishing.restate import PURGE_AGAIN_AFTER
from articles.workflow.refusals import NotAllowed, Refused
from articles.workflow.rights import allowed
from articles.workflow.table import Duty
from articles.workflow.telling import SENT_OUT


class Where(StrEnum):
    """What a photo is used in."""

    LIVE = "live"
    SCHEDULED = "scheduled"
    DRAFT = "draft"
    SLOT = "slot"
    PORTRAIT = "portrait"
    CARD = "card"


@dataclass(frozen=True)
class Use:
    """One use of a photo: where, in which article if in one, and what it is called there."""

    where: Where
    name: str
    language: str = ""
    article: Article | None = None


def uses_of(photo: Photo, *, by: User, at: datetime) -> list[Use]:
    """Return every use of a photo that this person may see: what readers have first, then what waits."""
    return [*_published(photo, by, at), *_drafts(photo, by, at), *_places(photo, at), *_cards(photo, by, at)]


def _published(photo: Photo, by: User, at: datetime) -> Iterator[Use]:
    rows = _rows(photo, at).filter(Article.objects.seen_by(by).of_row()).select_related("article")
    for row in rows.order_by("live_from", "pk"):
        where = Where.LIVE if row.live_from <= at else Where.SCHEDULED
        yield Use(where, row.headline, row.language, row.article)


def _drafts(photo: Photo, by: User, at: datetime) -> Iterator[Use]:
    shown = _rows(photo, at).values("revision")
    heads = Article.objects.seen_by(by).filter(head__photo_uses__photo=photo).exclude(head__in=shown)
    yield from (Use(Where.DRAFT, str(article), article.language, article) for article in heads.select_related("story"))


def _places(photo: Photo, at: datetime) -> Iterator[Use]:
    # A slot shows what readers have: its words are no secret of the desk's.
    for slot in _slots(photo, at):
        yield Use(Where.SLOT, slot.headline or str(slot.position), slot.language)
    yield from (Use(Where.PORTRAIT, str(author)) for author in Author.objects.filter(portrait=photo))


def _cards(photo: Photo, by: User, at: datetime) -> Iterator[Use]:
    # What was sent carries the picture on its card, which the networks keep for a while.
    sent = WorkflowEvent.objects.filter(article=OuterRef("article"), verb=SENT_OUT)
    rows = _rows(photo, at).filter(Exists(sent), Article.objects.seen_by(by).of_row(), lead_photo=photo)
    for row in rows.filter(live_from__lte=at).select_related("article").order_by("live_from", "pk"):
        yield Use(Where.CARD, row.social_headline or row.headline, row.language, row.article)


def _rows(photo: Photo, at: datetime) -> PublicationQuerySet:
    return Publication.objects.from_now_on(at).filter(photo_links__photo=photo, kind__in=READABLE)


def _slots(photo: Photo, at: datetime) -> Iterator[FrontSlot]:
    yield from FrontSlot.objects.filter(Q(live_until__isnull=True) | Q(live_until__gt=at), photo=photo)


def pull(photo: Photo, *, by: User, clock: datetime, why: str) -> Photo:
    """Pull a photo: 410 at every address of it from this moment on, its files away, the caches told.

    Raises:
        NotAllowed: the person's roles do not reach so far, or the photo is not theirs to see.
        Refused: no reason given, or it is pulled already.
    """
    if not allowed(by, Duty.PULL_PHOTO) or not Photo.objects.seen_by(by).filter(pk=photo.pk).exists():
        raise NotAllowed(_("You may not do this here."), "not_allowed")
    if not why.strip():
        raise Refused(_("Say why."), "says_why")
    with transaction.atomic():
        held = Photo.objects.select_for_update().get(pk=photo.pk)
        if held.pulled_at:
            raise Refused(_("This photo is pulled already."), "is_pulled")
        held.pulled_at = clock
        held.save(update_fields=["pulled_at"])
        rows = list(_rows(held, clock).select_related("article"))
        _log(held, rows, by=by, at=clock, why=why.strip())
        _tell_caches(held, rows, clock)
        transaction.on_commit(lambda: photos.take_away(held))
    return held


def _log(photo: Photo, rows: list[Publication], *, by: User, at: datetime, why: str) -> None:
    """Write one event of the photo's own, and one of each article that showed it; the words of neither name it."""
    told = {"at": at, "verb": Duty.PULL_PHOTO, "actor": by, "why": why, "details": {"photo": photo.pk}}
    articles = {row.article_id: row.article for row in rows}
    WorkflowEvent.objects.bulk_create(
        [
            WorkflowEvent(**told),
            *(WorkflowEvent(**told, article=article, story_id=article.story_id) for article in articles.values()),
        ]
    )


def _tell_caches(photo: Photo, rows: list[Publication], at: datetime) -> None:
    keys = [f"photo-{photo.pk}", "lists-ar", "lists-en"]
    for row in rows:
        keys += [f"article-{row.article_id}", f"story-{row.story_id}", f"section-{row.section_id}"]
    payload = {"keys": list(dict.fromkeys(keys)), "is_hard": True}
    Outbox.objects.bulk_create(
        Outbox(task=Outbox.Task.RENDER, payload={"card": pk}, due_at=at, created_at=at)
        for pk in {row.article_id for row in rows if row.live_from <= at}
    )
    Outbox.objects.bulk_create(
        Outbox(task=Outbox.Task.PURGE, payload=payload, due_at=due, created_at=at)
        for due in (at, at + PURGE_AGAIN_AFTER)
    )
