"""Pictures taken in and encoded: at once what a flash needs, the rest by the outbox."""

import io
from datetime import datetime
from typing import IO, Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _
from PIL import Image

from articles.models import Outbox, Photo, User
from articles.publishing import renditions, uploads
from articles.publishing.renditions import Focus, Rendition
from articles.workflow import search_entries
from articles.workflow.refusals import NotAllowed
from articles.workflow.rights import allowed
from articles.workflow.table import Duty

MOST_BYTES = 60_000
"""What a file for a phone weighs at most (up to 800 pixels wide); a busy picture is encoded again until it does."""

PHONE_WIDTH = 800

# How Pillow 13 is asked for each format: AVIF below speed 8 costs seconds a picture for no smaller file.
_ENCODERS: dict[str, dict[str, Any]] = {
    "avif": {"format": "AVIF", "quality": 60, "speed": 8},
    "webp": {"format": "WEBP", "quality": 78, "method": 4},
    "jpg": {"format": "JPEG", "quality": 80, "optimize": True, "progressive": True},
}


def rendition_name(token: str, rendition: Rendition) -> str:
    """Return the storage name of one rendition; it holds 128 random bits (invariant I1)."""
    return f"photos/{token[:2]}/{token}-{rendition.end}"


def original_name(token: str) -> str:
    """Return the storage name of the re-encoded original, which no address serves."""
    return f"photos/{token[:2]}/{token}-original.jpg"


def small_name(photo: Photo) -> str | None:
    """Return the storage name of the whole picture, small, for whoever looks at it before readers may."""
    widths = photo.renditions.get(renditions.WHOLE, {}).get("jpg", ())
    return rendition_name(photo.token, Rendition(renditions.WHOLE, min(widths), "jpg")) if widths else None


def take_in(
    upload: IO[bytes],
    *,
    title: str,
    credit_ar: str,
    credit_en: str,
    by: User,
    clock: datetime,
    licence: str = "",
    rights_until: datetime | None = None,
) -> Photo:
    """Check a file, keep its picture without metadata, and make it servable at once.

    Raises:
        NotAllowed: the person's roles do not upload.
        uploads.BadPicture: too large, too small, not a picture of the kinds we take, or broken.
    """
    if not allowed(by, Duty.UPLOAD_PHOTO):
        raise NotAllowed(_("You may not do this here."), "not_allowed")
    picture = uploads.read(upload)
    photo = Photo(
        title=title,
        width=picture.width,
        height=picture.height,
        credit_ar=credit_ar,
        credit_en=credit_en,
        licence=licence,
        rights_until=rights_until,
        uploaded_by=by,
        uploaded_at=clock,
    )
    written: list[str] = []
    try:
        with transaction.atomic():
            written.append(_store(original_name(photo.token), picture, {"format": "JPEG", "quality": 92}))
            at_once = renditions.quick(photo)
            written += [_encode(photo, picture, each) for each in at_once]
            photo.renditions = renditions.added({}, at_once)
            photo.save()
            search_entries.of_photo(photo, at=clock)
            Outbox.objects.create(task=Outbox.Task.RENDER, payload={"photo": photo.pk}, due_at=clock, created_at=clock)
    except BaseException:
        for name in written:
            default_storage.delete(name)
        raise
    return photo


def refocus(photo: Photo, *, clock: datetime) -> None:
    """Have the cuts of a picture whose focal point has moved encoded; the former ones serve meanwhile."""
    want(photo, renditions.focus_of(photo), clock=clock)


def want(photo: Photo, focus: Focus, *, clock: datetime) -> None:
    """Have the cuts that keep a point encoded, where they are not there yet."""
    if renditions.missing(photo, focus):
        payload = {"photo": photo.pk, "focus": list(focus)}
        Outbox.objects.create(task=Outbox.Task.RENDER, payload=payload, due_at=clock, created_at=clock)


def render(photo_pk: int, focus: Focus | None = None) -> None:
    """Encode what is not there yet of a picture; safe to run twice and beside itself."""
    photo = Photo.objects.get(pk=photo_pk)
    missing = renditions.missing(photo, focus or renditions.focus_of(photo))
    if not missing or photo.pulled_at:
        return
    with default_storage.open(original_name(photo.token)) as file:
        picture = Image.open(file)
        picture.load()
    for each in missing:
        _encode(photo, picture, each)
    with transaction.atomic():
        kept = Photo.objects.select_for_update().get(pk=photo_pk)
        kept.renditions = renditions.added(kept.renditions, missing)
        kept.save(update_fields=["renditions"])
    if kept.pulled_at:
        take_away(kept)


def take_away(photo: Photo) -> None:
    """Delete every file of a picture that an address ever served; the original, which none serves, stays."""
    for each in renditions.every(photo.renditions):
        default_storage.delete(rendition_name(photo.token, each))


def _encode(photo: Photo, picture: Image.Image, rendition: Rendition) -> str:
    box = renditions.box_of(picture.width, picture.height, rendition.cut)
    across, down = box[2] - box[0], box[3] - box[1]
    size = (rendition.width, max(1, round(down * rendition.width / across)))
    small = picture.resize(size, Image.Resampling.LANCZOS, box=box, reducing_gap=3.0)
    is_for_phones = rendition.width <= PHONE_WIDTH and renditions.is_for_pages(rendition.cut)
    return _store(
        rendition_name(photo.token, rendition),
        small,
        _ENCODERS[rendition.extension],
        most=MOST_BYTES if is_for_phones else 0,
    )


def _store(name: str, picture: Image.Image, how: dict[str, Any], *, most: int = 0) -> str:
    for less in (0, 12, 24, 36, 48, 60):
        encoded = io.BytesIO()
        picture.save(encoded, **how | {"quality": how["quality"] - less})
        if not most or encoded.tell() <= most:
            break
    if default_storage.exists(name):
        default_storage.delete(name)
    return default_storage.save(name, ContentFile(encoded.getvalue()))
