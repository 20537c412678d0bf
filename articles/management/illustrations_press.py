"""A small printing press: flat shapes on four ink plates, grainy light, and the print on paper that joins them.

Every colour is a mix of up to four inks in per cent, in the order of the palette. Coordinates are those of the design
(1600 × 900, or 1000 × 1000 for a portrait) whatever size is asked for. Nothing here knows what a picture shows.
"""

import math
import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from PIL import Image, ImageChops, ImageDraw

from articles.management.illustrations_shapes import Point, Points, arc, box

Mix = tuple[float, float, float, float]
Colour = tuple[int, int, int]

SUPERSAMPLING = 2
BLEED = 8
GRAIN_SIDE = 512
RAMP_PAD = 6000


@dataclass(frozen=True)
class Palette:
    """What a picture is printed with: a paper and four inks."""

    paper: Colour
    inks: tuple[Colour, Colour, Colour, Colour]


@dataclass(frozen=True)
class Fade:
    """A fill that runs from one mix at one point to another mix at another point."""

    start: Mix
    end: Mix
    at: Point
    to: Point
    grain: float = 1.0


Fill = Mix | Fade


@dataclass
class Press:
    """One picture in the making."""

    palette: Palette
    seed: str
    scale: float
    width: int = 1600
    height: int = 900
    rng: random.Random = field(init=False)
    plates: Image.Image = field(init=False)
    grain: Image.Image = field(init=False)

    def __post_init__(self) -> None:
        self.rng = random.Random(self.seed)  # noqa: S311 – the same picture every time
        self.factor = self.scale * SUPERSAMPLING
        size = (
            math.ceil((self.width + 2 * BLEED) * self.factor),
            math.ceil((self.height + 2 * BLEED) * self.factor),
        )
        self.plates = Image.new("CMYK", size)
        self.pen = ImageDraw.Draw(self.plates)
        self.grain = self._tiled_grain(size)

    def _tiled_grain(self, size: tuple[int, int]) -> Image.Image:
        speckle = Image.frombytes("L", (GRAIN_SIDE, GRAIN_SIDE), self.rng.randbytes(GRAIN_SIDE**2))
        tile = speckle.resize((GRAIN_SIDE * SUPERSAMPLING,) * 2, Image.Resampling.BILINEAR)
        sheet = Image.new("L", size)
        for x in range(0, size[0], tile.width):
            for y in range(0, size[1], tile.height):
                sheet.paste(tile, (x, y))
        return sheet

    def place(self, points: Iterable[Point]) -> list[Point]:
        """Turn points of the design into pixels of the plates."""
        return [((x + BLEED) * self.factor, (y + BLEED) * self.factor) for x, y in points]

    def fill(self, points: Points, ink: Fill, *, veil: float = 1) -> None:
        """Fill a shape, wholly or as a veil that lets what lies under it through."""
        pixels = self.place(points)
        if isinstance(ink, tuple) and veil >= 1:
            self.pen.polygon(pixels, fill=_coverage(ink))
            return
        frame = self._frame(pixels)
        if frame:
            mask = Image.new("L", (frame[2] - frame[0], frame[3] - frame[1]))
            local = [(x - frame[0], y - frame[1]) for x, y in pixels]
            ImageDraw.Draw(mask).polygon(local, fill=round(255 * veil))
            self._lay(ink, mask, frame)

    def disc(self, centre: Point, rx: float, ink: Fill, ry: float | None = None, *, veil: float = 1) -> None:
        """Fill an ellipse (a circle without a second radius)."""
        ry = rx if ry is None else ry
        if isinstance(ink, tuple) and veil >= 1:
            (x, y), f = self.place([centre])[0], self.factor
            self.pen.ellipse((x - rx * f, y - ry * f, x + rx * f, y + ry * f), fill=_coverage(ink))
        else:
            self.fill(arc(centre, rx, ry, 0, 360, 90), ink, veil=veil)

    def stroke(self, points: Points, width: float, ink: Mix) -> None:
        """Draw a line with round ends and joints."""
        pixels = self.place(points)
        thick = max(1, round(width * self.factor))
        self.pen.line(pixels, fill=_coverage(ink), width=thick, joint="curve")
        if thick > 3:
            for x, y in (pixels[0], pixels[-1]):
                self.pen.ellipse(
                    (x - thick / 2, y - thick / 2, x + thick / 2, y + thick / 2),
                    fill=_coverage(ink),
                )

    def taper(self, points: Points, widths: tuple[float, float], ink: Mix) -> None:
        """Draw a line that goes from one width to another, as a branch does."""
        count = len(points) - 1
        for i, (start, end) in enumerate(pairwise(points)):
            width = widths[0] + (widths[1] - widths[0]) * i / max(1, count)
            self.stroke([start, end], width, ink)

    def brush(self, points: Points, width: float, ink: Fill, *, veil: float = 1) -> None:
        """Draw one stroke of a brush along a line: thin, wide in the middle, thin again."""
        count = len(points) - 1
        above, below = [], []
        for i, (x, y) in enumerate(points):
            (x0, y0), (x1, y1) = points[max(0, i - 1)], points[min(count, i + 1)]
            length = math.hypot(x1 - x0, y1 - y0) or 1
            half = width / 2 * math.sin(math.pi * i / count) ** 0.8
            above.append((x - (y1 - y0) / length * half, y + (x1 - x0) / length * half))
            below.append((x + (y1 - y0) / length * half, y - (x1 - x0) / length * half))
        self.fill([*above, *reversed(below)], ink, veil=veil)

    def glow(
        self, centre: Point, radius: float, ink: Mix, *, veil: float = 1, ry: float | None = None, grain: float = 0.6
    ) -> None:
        """Lay light (or dark) that is strongest in the middle and gone at the radius."""
        ry = radius if ry is None else ry
        corners = self.place(box(centre[0] - radius, centre[1] - ry, centre[0] + radius, centre[1] + ry))
        frame = self._frame(corners)
        if not frame:
            return
        (x0, y0), (x1, y1) = corners[0], corners[2]
        spot = Image.radial_gradient("L").transform(
            (frame[2] - frame[0], frame[3] - frame[1]),
            Image.Transform.AFFINE,
            (
                256 / (x1 - x0),
                0,
                (frame[0] - x0) * 256 / (x1 - x0),
                0,
                256 / (y1 - y0),
                (frame[1] - y0) * 256 / (y1 - y0),
            ),
            Image.Resampling.BILINEAR,
            fillcolor=255,
        )
        # The gradient of Pillow reaches full only in the corners: 181 is the edge of the circle.
        falling = spot.point([round(255 * veil * max(0, 1 - i / 181) ** 1.6) for i in range(256)])
        self._lay(ink, self._roughened(falling, frame, grain), frame)

    def beam(self, points: Points, ink: Mix, at: Point, to: Point, *, veil: float = 0.6, grain: float = 1.0) -> None:
        """Fill a shape with a veil that is strong at one point and gone at another: light, mist, a cast shadow."""
        pixels = self.place(points)
        frame = self._frame(pixels)
        if not frame:
            return
        shape = Image.new("L", (frame[2] - frame[0], frame[3] - frame[1]))
        ImageDraw.Draw(shape).polygon([(x - frame[0], y - frame[1]) for x, y in pixels], fill=255)
        ramp = self._ramp(at, to, frame).point([round(veil * (255 - i)) for i in range(256)])
        self._lay(ink, ImageChops.multiply(shape, self._roughened(ramp, frame, grain)), frame)

    def _frame(self, pixels: Points) -> tuple[int, int, int, int] | None:
        xs, ys = [x for x, _ in pixels], [y for _, y in pixels]
        frame = (
            max(0, math.floor(min(xs))),
            max(0, math.floor(min(ys))),
            min(self.plates.width, math.ceil(max(xs)) + 1),
            min(self.plates.height, math.ceil(max(ys)) + 1),
        )
        return frame if frame[0] < frame[2] and frame[1] < frame[3] else None

    def _ramp(self, at: Point, to: Point, frame: tuple[int, int, int, int]) -> Image.Image:
        (x0, y0), (x1, y1) = self.place([at, to])
        x0, y0, x1, y1 = x0 - frame[0], y0 - frame[1], x1 - frame[0], y1 - frame[1]
        length = (x1 - x0) ** 2 + (y1 - y0) ** 2
        dx, dy = 256 * (x1 - x0) / length, 256 * (y1 - y0) / length
        strip = Image.new("L", (3, 2 * RAMP_PAD + 256), 255)
        strip.paste(0, (0, 0, 3, RAMP_PAD))
        strip.paste(Image.linear_gradient("L").resize((3, 256)), (0, RAMP_PAD))
        size = (frame[2] - frame[0], frame[3] - frame[1])
        across = (0, 0, 1.5, dx, dy, RAMP_PAD - x0 * dx - y0 * dy)
        return strip.transform(size, Image.Transform.AFFINE, across, fillcolor=255)

    def _roughened(self, ramp: Image.Image, frame: tuple[int, int, int, int], grain: float) -> Image.Image:
        if not grain:
            return ramp
        # Halfway between an even tint and dots of full ink: out = in + (noise - 1/2) · strength · 4 · in · (1 - in).
        middle = ramp.point([round(255 * 4 * i / 255 * (1 - i / 255) * min(1, 0.42 * grain)) for i in range(256)])
        noise = self.grain.crop(frame)
        up = ImageChops.multiply(middle, noise.point([max(0, i - 128) * 2 for i in range(256)]))
        down = ImageChops.multiply(middle, noise.point([max(0, 128 - i) * 2 for i in range(256)]))
        return ImageChops.subtract(ImageChops.add(ramp, up), down)

    def _lay(self, ink: Fill, mask: Image.Image, frame: tuple[int, int, int, int]) -> None:
        if isinstance(ink, tuple):
            self.plates.paste(_coverage(ink), frame, mask)
            return
        ramp = self._roughened(self._ramp(ink.at, ink.to, frame), frame, ink.grain)
        start, end = _coverage(ink.start), _coverage(ink.end)
        bands = [
            ramp.point([round(a + (b - a) * i / 255) for i in range(256)]) for a, b in zip(start, end, strict=True)
        ]
        self.plates.paste(Image.merge("CMYK", bands), frame, mask)

    def print(self) -> Image.Image:
        """Print the plates on paper, one a hair beside the other, as on a press that is worth its price."""
        small = self.plates.reduce(SUPERSAMPLING)
        size = (round(self.width * self.scale), round(self.height * self.scale))
        sheets = [Image.new("L", size, channel) for channel in self.palette.paper]
        shifts = ((0, 0), (1.1, -0.7), (-0.9, 0.9), (0.7, 1.1))
        for plate, colour, (dx, dy) in zip(small.split(), self.palette.inks, shifts, strict=True):
            x, y = (round((BLEED + d) * self.scale) for d in (dx, dy))
            inked = self._mottled(plate.crop((x, y, x + size[0], y + size[1])))
            for channel, value in enumerate(colour):
                film = inked.point([255 - round(i * (255 - value) / 255) for i in range(256)])
                sheets[channel] = ImageChops.multiply(sheets[channel], film)
        return Image.merge("RGB", sheets)

    def _mottled(self, plate: Image.Image) -> Image.Image:
        cloud = Image.frombytes("L", (96, 54), self.rng.randbytes(96 * 54)).resize(plate.size, Image.Resampling.BICUBIC)
        fine = self.grain.crop((0, 0, *plate.size))
        worn = Image.blend(cloud, fine, 0.5).point([255 - round((255 - i) * 0.13) for i in range(256)])
        return ImageChops.multiply(plate, worn)


def deeper(ink: Mix, by: float) -> Mix:
    """Put more of the dark ink over a colour."""
    return min(100, ink[0] + by), ink[1], ink[2], ink[3]


def paler(ink: Mix, part: float) -> Mix:
    """Leave only a part of every ink."""
    return ink[0] * part, ink[1] * part, ink[2] * part, ink[3] * part


def _coverage(mix: Mix) -> tuple[int, int, int, int]:
    first, second, third, fourth = (max(0, min(255, round(part * 2.55))) for part in mix)
    return first, second, third, fourth
