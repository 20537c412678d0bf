"""How a social card is drawn: the headline over its picture, or on a plain sheet of the house's paper. No database.

Arabic is shaped by HarfBuzz through raqm, which needs the system's FriBidi: without it nothing is drawn at all.
"""

import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont, ImageOps, features

SIZES = {"": (1200, 630), "1x1": (1080, 1080), "9x16": (1080, 1920)}
"""The card that a link shows, and two that a person posts by hand."""

PAPER, INK, QUIET, RULE, ACCENT = "#fffdf9", "#16181d", "#50555f", "#d9d6cf", "#a3122a"
MARGIN = 72
MOST_LINES = {"": 4, "1x1": 6, "9x16": 8}
LARGEST, SMALLEST = 84, 40
_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
_NUMBER_AND_ITS_WORD = re.compile(r"(?<=[0-9٠-٩]) (?=\w)")
_UNSEEN = {"Cf", "Zs", "Mn"}
Colour = str | tuple[int, ...]


@dataclass(frozen=True)
class Words:
    """What a card says."""

    language: str
    headline: str
    section: str
    house: str


def can_draw(words: Words) -> bool:
    """Say whether a card can be drawn without a broken or a missing letter."""
    return bool(features.check("raqm")) and all(
        _has(_file_of(text), letter)
        for text in (words.headline, words.section, words.house)
        for letter in set(text)
        if unicodedata.category(letter) not in _UNSEEN
    )


def _file_of(text: str) -> str:
    return "rased-cards.woff2" if _ARABIC.search(text) else "rased-serif.woff2"


@cache
def _has(file: str, letter: str) -> bool:
    font = ImageFont.truetype(settings.BASE_DIR / "static" / "fonts" / file, 24, layout_engine=ImageFont.Layout.BASIC)
    drawn, unknown = font.getmask(letter), font.getmask("\uffff")
    return (drawn.size, bytes(drawn)) != (unknown.size, bytes(unknown))


def _font(text: str, size: int, weight: int = 700) -> ImageFont.FreeTypeFont:
    path = settings.BASE_DIR / "static" / "fonts" / _file_of(text)
    font = ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.RAQM)
    font.set_variation_by_axes([weight])
    return font


class _Sheet:
    """A card being drawn, mirrored for a language that is read from the right."""

    def __init__(self, ground: Image.Image, language: str) -> None:
        self.image = ground
        self.ink = ImageDraw.Draw(ground)
        self.is_rtl = language == "ar"
        self.how: dict[str, Any] = {"direction": "rtl" if self.is_rtl else "ltr", "language": language}

    def length(self, text: str, font: ImageFont.FreeTypeFont) -> float:
        return self.ink.textlength(text, font=font, **self.how)

    def write(self, text: str, font: ImageFont.FreeTypeFont, start: int, baseline: int, colour: Colour) -> None:
        x = self.image.width - start if self.is_rtl else start
        self.ink.text((x, baseline), text, font=font, fill=colour, anchor="rs" if self.is_rtl else "ls", **self.how)

    def fill(self, start: int, top: int, wide: int, high: int, colour: Colour) -> None:
        left = self.image.width - start - wide if self.is_rtl else start
        self.ink.rectangle((left, top, left + wide - 1, top + high - 1), fill=colour)


@dataclass(frozen=True)
class _Setting:
    """A headline in lines, in the size in which it fits."""

    lines: tuple[str, ...]
    font: ImageFont.FreeTypeFont
    leading: int

    @property
    def height(self) -> int:
        return self.leading * len(self.lines)


def draw(words: Words, picture: Image.Image | None, *, shape: str = "", focus: tuple[int, int] = (50, 50)) -> bytes:
    """Draw a card as a JPEG."""
    size = SIZES[shape]
    if picture is None:
        sheet = _Sheet(Image.new("RGB", size, PAPER), words.language)
        _on_paper(sheet, words, shape)
    else:
        centring = (focus[0] / 100, focus[1] / 100)
        ground = ImageOps.fit(picture.convert("RGB"), size, Image.Resampling.LANCZOS, centering=centring)
        sheet = _Sheet(ground, words.language)
        _over_picture(sheet, words, shape)
    out = io.BytesIO()
    sheet.image.save(out, "JPEG", quality=86, optimize=True, progressive=True, subsampling=0)
    return out.getvalue()


def _over_picture(sheet: _Sheet, words: Words, shape: str) -> None:
    width, height = sheet.image.size
    setting = _set(sheet, words.headline, (width - 2 * MARGIN - 36, height - 290), shape, largest=68)
    top = height - MARGIN - 78 - setting.height
    _shade(sheet, top - 150)
    sheet.fill(MARGIN, top - 44, 10, setting.height + 50, "#e5374f")
    sheet.write(words.section, _font(words.section, 32), MARGIN + 36, top - 14, "#ffc4c6")
    _lines(sheet, setting, MARGIN + 36, top, "#ffffff")
    foot = height - MARGIN + 8
    sheet.fill(MARGIN, foot - 62, width - 2 * MARGIN, 2, "#ffffff66")
    sheet.write(words.house, _font(words.house, 36), MARGIN, foot - 6, "#ffffff")


def _shade(sheet: _Sheet, top: int) -> None:
    """Darken a picture towards its foot, so that white letters are read on snow too."""
    width, height = sheet.image.size
    begin = max(0, top)
    ramp = Image.linear_gradient("L").resize((1, max(1, (height - begin) * 2 // 5)))
    mask = Image.new("L", (1, height), 0)
    mask.paste(255, (0, begin, 1, height))
    mask.paste(ramp, (0, begin))
    mask = mask.resize((width, height)).point(lambda part: part * 0.86)
    sheet.image.paste("#0d0f12", (0, 0), mask)
    sheet.ink = ImageDraw.Draw(sheet.image, "RGBA")


def _on_paper(sheet: _Sheet, words: Words, shape: str) -> None:
    width, height = sheet.image.size
    sheet.fill(0, 0, width, 14, ACCENT)
    sheet.write(words.house, _font(words.house, 46), MARGIN, 104, INK)
    sheet.fill(MARGIN, 138, width - 2 * MARGIN, 4, INK)
    sheet.fill(MARGIN, 146, width - 2 * MARGIN, 1, INK)
    room = height - 240 - 56
    setting = _set(sheet, words.headline, (width - 2 * MARGIN, room), shape, largest=LARGEST)
    top = 240 + (room - setting.height) // 2
    sheet.write(words.section, _font(words.section, 36), MARGIN, top - 24, ACCENT)
    _lines(sheet, setting, MARGIN, top, INK)
    sheet.fill(MARGIN, height - 44, width - 2 * MARGIN, 1, RULE)


def _lines(sheet: _Sheet, setting: _Setting, start: int, top: int, colour: Colour) -> None:
    for number, line in enumerate(setting.lines):
        baseline = top + number * setting.leading + round(setting.leading * 0.68)
        sheet.write(line, setting.font, start, baseline, colour)


def _set(sheet: _Sheet, text: str, room: tuple[int, int], shape: str, *, largest: int) -> _Setting:
    """Set a headline as large as it fits, its lines as even as they go."""
    width, height = room
    space = 1.5 if _ARABIC.search(text) else 1.16
    words = _NUMBER_AND_ITS_WORD.sub("\N{NO-BREAK SPACE}", text).split(" ")
    lines: list[str] = []
    for size in range(largest, SMALLEST - 1, -4):
        font, leading = _font(text, size), round(size * space)
        most = min(MOST_LINES[shape], height // leading)
        lines = list(_wrapped(sheet, words, font, width))
        if len(lines) <= most and all(sheet.length(line, font) <= width for line in lines):
            lines = _evened(sheet, words, font, width, len(lines))
            break
    else:
        lines = [_shortened(sheet, line, font, width) for line in lines[:most]]
        lines[-1] = _shortened(sheet, lines[-1] + "…", font, width)
    return _Setting(tuple(lines), font, leading)


def _wrapped(sheet: _Sheet, words: list[str], font: ImageFont.FreeTypeFont, width: float) -> Iterator[str]:
    line = ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if line and sheet.length(longer, font) > width:
            yield line
            longer = word
        line = longer
    yield line


def _evened(sheet: _Sheet, words: list[str], font: ImageFont.FreeTypeFont, width: int, most: int) -> list[str]:
    """Narrow the column as long as the lines do not become more."""
    best = list(_wrapped(sheet, words, font, width))
    for narrower in range(width, width // 2, -20):
        lines = list(_wrapped(sheet, words, font, narrower))
        if len(lines) > most or any(sheet.length(line, font) > width for line in lines):
            break
        best = lines
    return best


def _shortened(sheet: _Sheet, line: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    while len(line) > 1 and sheet.length(line, font) > width:
        line = line.rstrip("…")[:-1].rstrip() + "…"
    return line
