"""Pictures in and out: checked, turned upright, stripped of metadata, and encoded at a closed list of widths."""

import io
import warnings
from datetime import datetime
from typing import IO, Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps

from articles.models import Outbox, Photo, User
from articles.workflow.refusals import NotAllowed, Refused
from articles.workflow.rights import allowed
from articles.workflow.table import Duty

WIDTHS = (320, 640, 960, 1280, 1920)
EXTENSIONS = ("avif", "webp", "jpg")
QUICK = ((640, "jpg"), (1280, "jpg"))
"""What is encoded at once, so that a flash's picture is there with the flash; the outbox encodes the rest."""

LARGEST_FILE = 20 * 1024 * 1024
LARGEST_SIDE = 12_000
SMALLEST_SIDE = 320
MOST_PIXELS = 50_000_000

# How Pillow 13 is asked for each format: AVIF below speed 8 costs seconds a picture for no smaller file.
_ENCODERS: dict[str, dict[str, Any]] = {
    "avif": {"format": "AVIF", "quality": 60, "speed": 8},
    "webp": {"format": "WEBP", "quality": 78, "method": 4},
    "jpg": {"format": "JPEG", "quality": 80, "optimize": True, "progressive": True},
}


class BadPicture(Refused):
    """A file that is not a picture we take, with the sentence that helps."""


def rendition_name(token: str, width: int, extension: str) -> str:
    """Return the storage name of one rendition; it holds 128 random bits (invariant I1)."""
    return f"photos/{token[:2]}/{token}-{width}.{extension}"


def original_name(token: str) -> str:
    """Return the storage name of the re-encoded original, which no address serves."""
    return f"photos/{token[:2]}/{token}-original.jpg"


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
        BadPicture: too large, too small, not a picture of the kinds we take, or broken.
    """
    if not allowed(by, Duty.UPLOAD_PHOTO):
        raise NotAllowed(_("You may not do this here."), "not_allowed")
    picture = read(upload)
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
            photo.renditions = [[width, ext] for width, ext in QUICK if width <= picture.width]
            for width, extension in photo.renditions:
                written.append(_encode(photo, picture, width, extension))
            photo.save()
            Outbox.objects.create(task=Outbox.Task.RENDER, payload={"photo": photo.pk}, due_at=clock, created_at=clock)
    except BaseException:
        for name in written:
            default_storage.delete(name)
        raise
    return photo


def read(upload: IO[bytes]) -> Image.Image:
    """Return a file's picture upright, in sRGB, without metadata.

    Raises:
        BadPicture: with the sentence for the person who sent it.
    """
    raw = upload.read(LARGEST_FILE + 1)
    if len(raw) > LARGEST_FILE:
        raise BadPicture(_("The file is larger than 20 MB."), "too_large")
    if raw[4:12] in {b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypheif"}:
        raise BadPicture(
            _("This is a HEIC picture; save it as JPEG on the phone (Camera → Formats → Most Compatible)."), "heic"
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(raw), formats=("JPEG", "PNG", "WEBP", "AVIF"))
            _refuse_size(picture)
            picture.load()
            return _plain(ImageOps.exif_transpose(picture))
    except BadPicture:
        raise
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning) as broken:
        raise BadPicture(
            _("This is not a JPEG, PNG, WebP or AVIF picture, or it is broken."), "not_a_picture"
        ) from broken


def _refuse_size(picture: Image.Image) -> None:
    width, height = picture.size
    if max(width, height) > LARGEST_SIDE or width * height > MOST_PIXELS:
        raise BadPicture(_("The picture has too many pixels (at most 50 million)."), "too_many_pixels")
    if min(width, height) < SMALLEST_SIDE:
        raise BadPicture(_("The picture is too small (at least 320 pixels a side)."), "too_small")


def _plain(picture: Image.Image) -> Image.Image:
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in {"RGB", "CMYK"}:
        try:
            given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(picture, given, ImageCms.createProfile("sRGB"), outputMode="RGB")
            picture = converted or picture
        except ImageCms.PyCMSError:
            picture = picture.convert("RGB")
    if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
        layered = picture.convert("RGBA")
        ground = Image.new("RGBA", layered.size, "white")
        picture = Image.alpha_composite(ground, layered)
    plain = picture.convert("RGB")
    plain.info.clear()
    return plain


def render(photo_pk: int) -> None:
    """Encode every rendition of a picture that is not there yet; safe to run twice and beside itself."""
    photo = Photo.objects.get(pk=photo_pk)
    wanted = [(width, ext) for width in widths_of(photo) for ext in EXTENSIONS]
    missing = [(width, ext) for width, ext in wanted if [width, ext] not in photo.renditions]
    if not missing:
        return
    with default_storage.open(original_name(photo.token)) as file:
        picture = Image.open(file)
        picture.load()
    for width, extension in missing:
        _encode(photo, picture, width, extension)
    with transaction.atomic():
        kept = Photo.objects.select_for_update().get(pk=photo_pk)
        kept.renditions = [list(pair) for pair in sorted({*wanted, *map(tuple, kept.renditions)})]
        kept.save(update_fields=["renditions"])


def widths_of(photo: Photo) -> list[int]:
    """Return the widths a picture is encoded at: those of the closed list that do not enlarge it."""
    return [width for width in WIDTHS if width <= photo.width]


def _encode(photo: Photo, picture: Image.Image, width: int, extension: str) -> str:
    height = max(1, round(picture.height * width / picture.width))
    small = picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
    return _store(rendition_name(photo.token, width, extension), small, _ENCODERS[extension])


def _store(name: str, picture: Image.Image, how: dict[str, Any]) -> str:
    encoded = io.BytesIO()
    picture.save(encoded, **how)
    if default_storage.exists(name):
        default_storage.delete(name)
    return default_storage.save(name, ContentFile(encoded.getvalue()))
