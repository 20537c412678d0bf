"""A file that a person sends, into a plain picture: opened by an allow-list, upright, in sRGB, without metadata."""

import io
import struct
import warnings
from typing import IO

from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps

from articles.workflow.refusals import Refused

LARGEST_FILE = 20 * 1024 * 1024
LARGEST_SIDE = 12_000
SMALLEST_SIDE = 320
MOST_PIXELS = 50_000_000
KEPT_SIDE = 3840
"""The longest side that is kept: twice the widest place on any page."""

_HEIF = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"heif"}
_AVIF = {b"avif", b"avis"}
_OPENED = ("JPEG", "PNG", "WEBP", "AVIF")
# Whatever a broken file makes a decoder stumble over; the picture is refused, not the server stopped.
_BROKEN = (
    *(OSError, ValueError, SyntaxError, TypeError, LookupError, ArithmeticError, EOFError, AttributeError),
    *(RuntimeError, struct.error, MemoryError, Image.DecompressionBombError, Image.DecompressionBombWarning),
)


class BadPicture(Refused):
    """A file that is not a picture we take, with the sentence that helps."""


def read(upload: IO[bytes]) -> Image.Image:
    """Return a file's picture upright, in sRGB, without metadata, and no larger than a page can use.

    Raises:
        BadPicture: with the sentence for the person who sent it.
    """
    raw = upload.read(LARGEST_FILE + 1)
    if len(raw) > LARGEST_FILE:
        raise BadPicture(_("The file is larger than 20 MB."), "too_large")
    _refuse_kind(raw)
    try:
        with warnings.catch_warnings():
            # Metadata may be as broken as it likes: none of it is kept.
            warnings.simplefilter("ignore", UserWarning)
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _opened(raw)
    except BadPicture:
        raise
    except _BROKEN as broken:
        raise BadPicture(
            _("This is not a JPEG, PNG, WebP or AVIF picture, or it is broken."), "not_a_picture"
        ) from broken


def _refuse_kind(raw: bytes) -> None:
    """Refuse by name what people often have and we do not take, so that the sentence can say what to do."""
    brands = {raw[start : start + 4] for start in range(8, min(len(raw), 64), 4)} if raw[4:8] == b"ftyp" else set()
    if brands & _HEIF and not brands & _AVIF:
        raise BadPicture(
            _("This is a HEIC picture; save it as JPEG on the phone (Camera → Formats → Most Compatible)."), "heic"
        )
    if raw[:6] in {b"GIF87a", b"GIF89a"}:
        raise BadPicture(_("A GIF is not taken; save one of its pictures as PNG or JPEG."), "gif")
    if raw.lstrip()[:1] == b"<" and b"<svg" in raw[:1000].lower():
        raise BadPicture(_("A drawing (SVG) is not taken; save it as PNG, at least 1280 pixels wide."), "svg")


def _opened(raw: bytes) -> Image.Image:
    picture: Image.Image = Image.open(io.BytesIO(raw), formats=_OPENED)
    _refuse_size(*picture.size)
    # A phone's JPEG may hold a second picture (MPO) behind the first, which is the one that is meant.
    if picture.format != "MPO" and getattr(picture, "is_animated", False):
        raise BadPicture(_("The picture moves; save one of its frames as a picture."), "animated")
    if picture.format in {"JPEG", "MPO"}:
        # The decoder itself halves what is far too large, which costs a fraction of the memory and the time.
        picture.draft(picture.mode, (KEPT_SIDE, KEPT_SIDE))
    picture.load()
    plain = _plain(ImageOps.exif_transpose(picture))
    plain.thumbnail((KEPT_SIDE, KEPT_SIDE), Image.Resampling.LANCZOS, reducing_gap=3.0)
    plain.info.clear()
    return plain


def _refuse_size(width: int, height: int) -> None:
    if max(width, height) > LARGEST_SIDE or width * height > MOST_PIXELS:
        raise BadPicture(_("The picture has too many pixels (at most 50 million)."), "too_many_pixels")
    if min(width, height) < SMALLEST_SIDE:
        raise BadPicture(_("The picture is too small (at least 320 pixels a side)."), "too_small")


def _plain(picture: Image.Image) -> Image.Image:
    profile = picture.info.get("icc_profile")
    picture = _without_depth(_on_white(picture))
    if profile and picture.mode in {"RGB", "CMYK", "L"}:
        picture = _in_srgb(picture, profile)
    plain = picture.convert("RGB")
    plain.info.clear()
    return plain


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode not in {"RGBA", "LA", "PA", "La", "RGBa"} and "transparency" not in picture.info:
        return picture
    layered = picture.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", layered.size, "white"), layered).convert("RGB")


def _without_depth(picture: Image.Image) -> Image.Image:
    """Bring 16 bits a sample down to 8; Pillow's own conversion would cut the brighter ones off."""
    if not picture.mode.startswith("I"):
        return picture
    return picture.convert("I").point(lambda sample: sample * (1 / 257)).convert("L")


def _in_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    try:
        given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(picture, given, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        # A profile that is broken or of another kind of colour says nothing we could use.
        return picture
    return converted or picture
