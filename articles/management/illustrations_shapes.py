"""Geometry for the illustrations: points in, points out."""

import math
from collections.abc import Sequence

Point = tuple[float, float]
Points = Sequence[Point]


def smooth(points: Points, *, closed: bool = False, steps: int = 10) -> list[Point]:
    """Lead a round line (Catmull and Rom's) through the points."""
    ring = [points[-1], *points, *points[:2]] if closed else [points[0], *points, points[-1]]
    line: list[Point] = []
    for before, start, end, after in zip(ring, ring[1:], ring[2:], ring[3:], strict=False):
        for step in range(steps):
            line.append(_spline(before, start, end, after, step / steps))
    return line if closed else [*line, points[-1]]


def _spline(before: Point, start: Point, end: Point, after: Point, t: float) -> Point:
    def one(axis: int) -> float:
        p0, p1, p2, p3 = before[axis], start[axis], end[axis], after[axis]
        bend = 2 * p0 - 5 * p1 + 4 * p2 - p3
        turn = 3 * p1 - p0 - 3 * p2 + p3
        return 0.5 * (2 * p1 + (p2 - p0) * t + bend * t * t + turn * t**3)

    return one(0), one(1)


def sag(start: Point, end: Point, depth: float, steps: int = 24) -> list[Point]:
    """Hang a wire between two points; the depth is how far its middle hangs under the straight line."""
    return [
        (
            start[0] + (end[0] - start[0]) * i / steps,
            start[1] + (end[1] - start[1]) * i / steps + 4 * depth * (i / steps) * (1 - i / steps),
        )
        for i in range(steps + 1)
    ]


def arc(centre: Point, rx: float, ry: float, start: float, end: float, steps: int = 40) -> list[Point]:
    """Walk along an ellipse from one angle to another, in degrees, clockwise from the right."""
    angles = (math.radians(start + (end - start) * i / steps) for i in range(steps + 1))
    return [(centre[0] + rx * math.cos(a), centre[1] + ry * math.sin(a)) for a in angles]


def turned(points: Points, angle: float, about: Point) -> list[Point]:
    """Turn points about another by an angle in degrees, clockwise."""
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return [
        (
            about[0] + (x - about[0]) * cos - (y - about[1]) * sin,
            about[1] + (x - about[0]) * sin + (y - about[1]) * cos,
        )
        for x, y in points
    ]


def moved(points: Points, dx: float, dy: float, scale: float = 1, flip: int = 1) -> list[Point]:
    """Scale points about the origin, mirror them when flip is -1, then shift them."""
    return [(x * scale * flip + dx, y * scale + dy) for x, y in points]


def box(x0: float, y0: float, x1: float, y1: float) -> list[Point]:
    """Return the four corners of an upright rectangle."""
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]


def between(start: Point, end: Point, t: float) -> Point:
    """Go a part of the way from one point to another."""
    return start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t
