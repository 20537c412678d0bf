"""Which files a picture is kept in: its cuts, their widths, their names. Pure: no file is opened here.

A cut is a shape and the point that it keeps, written as `16x9-50x40` (percent across and down, as CSS's
object-position counts them); the whole picture is the cut without a name. Widths come from closed lists, so that
nobody can ask for a size that does not exist.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from articles.models import Photo

WIDTHS = (320, 480, 640, 800, 1280, 1920)
"""The widths of the whole picture and of its 16:9 cut, in AVIF and WebP."""

JPEG_WIDTHS = (800, 1280)
"""JPEG is for browsers without either, for feeds and for cards; it is also what serves until the rest is encoded."""

FORMATS = ("avif", "webp", "jpg")
WHOLE = ""
WIDE = "16x9"
SHAPES = {WIDE: (16, 9), "4x3": (4, 3), "1x1": (1, 1), "9x16": (9, 16)}
ONE_WIDTH = {"4x3": 1200, "1x1": 800, "9x16": 720}
"""The shapes that machines ask for are kept at one width each."""

CENTRE = (50, 50)
_NEAR = 0.02
"""How far a picture's own shape may be from 16:9 to need no cut of that shape."""

Focus = tuple[int, int]
Renditions = Mapping[str, Mapping[str, list[int]]]


class Rendition(NamedTuple):
    """One file of a picture: what is left of it, how wide, in which format."""

    cut: str
    width: int
    extension: str

    @property
    def end(self) -> str:
        """The end of its name and of its address."""
        return f"{self.cut}-{self.width}.{self.extension}" if self.cut else f"{self.width}.{self.extension}"


def focus_of(photo: Photo) -> Focus:
    """Return the point of a picture that every cut keeps, in percent."""
    return _percent(photo.focal_x), _percent(photo.focal_y)


def focus_of_use(photo: Photo, use: Mapping[str, Any]) -> Focus:
    """Return the point that one use of a picture keeps: its own where it has set one."""
    crop = use.get("crop")
    return (_percent(crop["x"]), _percent(crop["y"])) if crop else focus_of(photo)


def _percent(part: float) -> int:
    return min(100, max(0, round(part * 100)))


def cut_of(photo: Photo, shape: str, focus: Focus) -> str:
    """Return the name of a cut; a picture that has about that shape is not cut."""
    if shape == WHOLE or _has_shape(photo.width, photo.height, shape):
        return WHOLE
    return f"{shape}-{focus[0]}x{focus[1]}"


def _has_shape(width: int, height: int, shape: str) -> bool:
    across, down = SHAPES[shape]
    return abs(width * down / (height * across) - 1) <= _NEAR


def box_of(width: int, height: int, cut: str) -> tuple[int, int, int, int]:
    """Return what a cut leaves of a picture of some size: left, top, right and bottom."""
    if not cut:
        return 0, 0, width, height
    shape, _dash, point = cut.partition("-")
    across, down = SHAPES[shape]
    wide = min(width, round(height * across / down))
    high = min(height, round(width * down / across))
    x, y = (int(number) for number in point.split("x"))
    left, top = round((width - wide) * x / 100), round((height - high) * y / 100)
    return left, top, left + wide, top + high


def size_of(photo: Photo, cut: str) -> tuple[int, int]:
    """Return how wide and high a cut is."""
    left, top, right, bottom = box_of(photo.width, photo.height, cut)
    return right - left, bottom - top


def wanted(photo: Photo, focus: Focus) -> list[Rendition]:
    """Return every file of a picture for one point that its cuts keep."""
    return list(dict.fromkeys(_all(photo, focus)))


def quick(photo: Photo) -> list[Rendition]:
    """Return what is encoded at once, so that a flash's picture is there with the flash."""
    return [each for each in wanted(photo, focus_of(photo)) if each.extension == "jpg" and is_for_pages(each.cut)]


def _all(photo: Photo, focus: Focus) -> Iterator[Rendition]:
    for shape in (WIDE, WHOLE, *ONE_WIDTH):
        cut = cut_of(photo, shape, focus)
        for extension in FORMATS:
            for width in _widths(shape, extension, size_of(photo, cut)[0]):
                yield Rendition(cut, width, extension)


def _widths(shape: str, extension: str, most: int) -> list[int]:
    if shape in ONE_WIDTH:
        return [min(ONE_WIDTH[shape], most)]
    fitting = [width for width in WIDTHS if width <= most] or [most]
    if extension != "jpg":
        return fitting
    return [width for width in JPEG_WIDTHS if width <= most] or fitting[-1:]


def is_for_pages(cut: str) -> bool:
    """Say whether readers' pages show a cut, and not only machines."""
    return not cut or cut.startswith(WIDE)


def missing(photo: Photo, focus: Focus) -> list[Rendition]:
    """Return the files that are not there yet."""
    return [each for each in wanted(photo, focus) if not is_there(photo.renditions, each)]


def is_there(there: Renditions, rendition: Rendition) -> bool:
    """Say whether a file is among those of a picture."""
    return rendition.width in there.get(rendition.cut, {}).get(rendition.extension, ())


def added(there: Renditions, more: list[Rendition]) -> dict[str, dict[str, list[int]]]:
    """Return a picture's files with some more."""
    known = {cut: {extension: list(widths) for extension, widths in kinds.items()} for cut, kinds in there.items()}
    for cut, width, extension in more:
        widths = known.setdefault(cut, {}).setdefault(extension, [])
        known[cut][extension] = sorted({*widths, width})
    return known


def every(there: Renditions) -> Iterator[Rendition]:
    """Return a picture's files one by one."""
    for cut, kinds in there.items():
        for extension, widths in kinds.items():
            yield from (Rendition(cut, width, extension) for width in widths)


def shown_cut(photo: Photo, shape: str, focus: Focus) -> str:
    """Return the cut to show: the one asked for, else one of the same shape that is there already, else the whole."""
    right = cut_of(photo, shape, focus)
    for cut in (right, cut_of(photo, shape, focus_of(photo)), *photo.renditions):
        if cut.partition("-")[0] == right.partition("-")[0] and "jpg" in photo.renditions.get(cut, {}):
            return cut
    return WHOLE
