"""The readers' door to a picture's file: only while something readers see shows it (invariant I1)."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q

from articles.models import READABLE, Author, FrontSlot, Photo, Publication, PublicationAuthor
from articles.models.hiding import hidden_now
from articles.models.publications import PublicationQuerySet
from articles.publishing import presenters, renditions
from articles.publishing.pages import Span
from articles.publishing.photos import rendition_name
from articles.publishing.renditions import Rendition

MIME = presenters.MIME


@dataclass(frozen=True)
class Answer:
    """What a picture's address answers: 200 with the file's name in the storage, 410 when it once did, else 404."""

    status: int
    name: str = ""
    span: Span = Span()
    keys: tuple[str, ...] = ()


def rendition(token: str, wanted: Rendition, *, at: datetime) -> Answer:
    """Return what one rendition's address answers at a moment. Two queries for what is shown."""
    photo = Photo.objects.filter(token=token).first()
    if photo is None or not renditions.is_there(photo.renditions, wanted):
        return Answer(404)
    rights = presenters.photo_span([photo], at)
    is_over = any(moment and moment <= at for moment in (photo.pulled_at, photo.rights_until))
    shown = None if is_over else _shown_until(photo, at)
    if shown is not None:
        until, keys = shown
        return Answer(200, rendition_name(token, wanted), rights & until, (f"photo-{photo.pk}", *keys))
    ahead = Span(until=_first_shown(photo, at))
    if _was_shown(photo, at):
        return Answer(410, span=ahead, keys=(f"photo-{photo.pk}",))
    return Answer(404, span=ahead)


def _shown_until(photo: Photo, at: datetime) -> tuple[Span, tuple[str, ...]] | None:
    """Return how long a picture is surely shown, and the key of the article it is shown by; None when nothing does."""
    row = _publications(photo).live(at).only("article_id", "live_from", "live_until").first()
    if row is not None:
        return Span(since=row.live_from, until=row.live_until), (f"article-{row.article_id}",)
    slots = FrontSlot.objects.filter(Q(live_until__isnull=True) | Q(live_until__gt=at), photo=photo, live_from__lte=at)
    slot = slots.first()
    if slot is not None and Publication.objects.listed(at).filter(article=slot.article_id).exists():
        return Span(since=slot.live_from, until=slot.live_until), (f"article-{slot.article_id}",)
    return (Span(), ()) if _is_portrait(photo, at) else None


def _publications(photo: Photo) -> PublicationQuerySet:
    return Publication.objects.filter(photo_links__photo=photo, kind__in=READABLE)


def _is_portrait(photo: Photo, at: datetime) -> bool:
    authors = Author.objects.filter(portrait=photo).values("pk")
    hidden = hidden_now(story=OuterRef("publication__story"), author=OuterRef("author"))
    signed = PublicationAuthor.objects.filter(author__in=authors).exclude(Exists(hidden)).values("publication")
    return Publication.objects.listed(at).filter(pk__in=signed).exists()


def _was_shown(photo: Photo, at: datetime) -> bool:
    begun = _publications(photo).not_void().filter(live_from__lte=at)
    slots = FrontSlot.objects.filter(photo=photo, live_from__lte=at)
    signed = PublicationAuthor.objects.filter(author__portrait=photo, publication__live_from__lte=at)
    return begun.exists() or slots.exists() or signed.exists()


def _first_shown(photo: Photo, at: datetime) -> datetime | None:
    ahead = _publications(photo).not_void().filter(live_from__gt=at).order_by("live_from")
    return ahead.values_list("live_from", flat=True).first()
