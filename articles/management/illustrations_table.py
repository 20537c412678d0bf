"""A picture from straight above: kitchen."""

import math

from articles.management.illustrations_press import Fade, Mix, Palette, Press
from articles.management.illustrations_shapes import Point, Points, arc, between, box, moved, smooth, turned

TABLE = Palette(paper=(252, 245, 230), inks=((44, 30, 46), (212, 56, 52), (246, 184, 72), (78, 142, 88)))


def kitchen(press: Press) -> None:
    """Print a laid table from straight above."""
    press.fill(box(-9, -9, 1609, 909), Fade((0, 20, 44, 34), (30, 10, 30, 64), (0, 0), (1600, 900), grain=0.7))
    for x in range(-40, 1700, 116):
        press.fill(box(x, -9, x + 22, 909), (0, 0, 20, 20), veil=0.4)
    for y in range(-30, 950, 116):
        press.fill(box(-9, y, 1609, y + 22), (0, 0, 20, 20), veil=0.4)
    press.fill(turned(box(1180, 40, 1700, 300), -14, (1400, 170)), (0, 72, 60, 0))
    for i in range(6):
        press.fill(turned(box(1180, 64 + i * 40, 1700, 72 + i * 40), -14, (1400, 170)), (0, 6, 24, 0))
    _hummus(press, (800, 470), 250)
    _bread(press, (330, 290), 222)
    _salad(press, (1270, 560), 200)
    _pomegranate(press, (470, 716), 122)
    _olives(press, (1130, 160), 120)
    _lemon(press, (186, 640), 84, 20)
    _lemon(press, (700, 130), 74, -40)
    _tea(press, (1490, 760), 92)
    for _ in range(30):
        spot = (press.rng.uniform(600, 1100), press.rng.uniform(760, 880))
        press.fill(_leaf(spot, press.rng.uniform(0.5, 0.8), press.rng.uniform(0, 360)), (24, 0, 50, 84))
    for i in range(9):
        spot = (96 + i * 28, 866 - (i % 2) * 30 - i * 6)
        press.fill(_leaf(spot, 1.7, -30 + (i % 2) * 80), (30, 0, 40, 90) if i % 3 else (10, 0, 54, 80))
    press.stroke(smooth([(70, 880), (200, 846), (350, 806)]), 3, (30, 0, 50, 90))


def _leaf(spot: Point, size: float, angle: float) -> Points:
    outline = [(-18, 0), (-7, -7), (8, -6), (19, 0), (8, 6), (-7, 7)]
    return turned(smooth(moved(outline, *spot, size), closed=True, steps=4), angle, spot)


def _drop(press: Press, spot: Point, radius: float) -> None:
    press.disc((spot[0] + radius * 0.12, spot[1] + radius * 0.14), radius * 1.02, (70, 20, 10, 50), veil=0.5)


def _hummus(press: Press, spot: Point, radius: float) -> None:
    _drop(press, spot, radius)
    press.disc(spot, radius, (30, 0, 0, 74))
    press.disc(spot, radius * 0.95, (0, 0, 8, 8))
    for i in range(36):
        press.fill(
            turned(
                [
                    (spot[0] - 9, spot[1] - radius * 0.93),
                    (spot[0] + 9, spot[1] - radius * 0.93),
                    (spot[0], spot[1] - radius * 0.83),
                ],
                i * 10,
                spot,
            ),
            (40, 0, 0, 80),
        )
    press.disc(
        spot,
        radius * 0.79,
        Fade((0, 8, 50, 6), (6, 26, 66, 6), (spot[0] - 150, spot[1] - 150), (spot[0] + 180, spot[1] + 180)),
    )
    for turn in (0.68, 0.54, 0.4):
        swirl = [
            (
                spot[0] + radius * (turn + a / 3000) * math.cos(math.radians(a - 60)),
                spot[1] + radius * (turn + a / 3000) * math.sin(math.radians(a - 60)),
            )
            for a in range(20, 320, 6)
        ]
        press.brush(swirl, 24, (6, 26, 70, 8))
    press.disc(
        spot,
        radius * 0.27,
        Fade((0, 20, 92, 14), (10, 40, 96, 20), (spot[0] - 60, spot[1] - 60), (spot[0] + 60, spot[1] + 60)),
    )
    for _ in range(15):
        at = (spot[0] + press.rng.gauss(0, 34), spot[1] + press.rng.gauss(0, 34))
        press.disc((at[0] + 3, at[1] + 4), 15, (30, 40, 60, 10))
        press.disc(at, 14, (0, 20, 56, 0))
    for _ in range(240):
        a, r = press.rng.uniform(0, 6.28), press.rng.gauss(0.5, 0.09) * radius
        press.disc((spot[0] + r * math.cos(a), spot[1] + r * math.sin(a)), press.rng.uniform(1.6, 4), (0, 96, 80, 0))


def _bread(press: Press, spot: Point, radius: float) -> None:
    _drop(press, spot, radius)
    for dx, dy in ((34, -30), (0, 0)):
        ring = [(spot[0] + dx + (radius + press.rng.uniform(-5, 5)) * math.cos(a / 16 * 2 * math.pi),
                 spot[1] + dy + (radius + press.rng.uniform(-5, 5)) * math.sin(a / 16 * 2 * math.pi)) for a in range(16)]  # fmt: skip
        edge = smooth(ring, closed=True)
        press.fill(edge, (26, 56, 84, 0))
        inner = [between(point, (spot[0] + dx, spot[1] + dy), 0.03) for point in edge]
        press.fill(
            inner, Fade((2, 14, 46, 4), (12, 40, 74, 0), (spot[0] - 160, spot[1] - 200), (spot[0] + 200, spot[1] + 220))
        )
    for _ in range(60):
        a, r = press.rng.uniform(0, 6.28), math.sqrt(press.rng.random()) * radius * 0.88
        at = (spot[0] + r * math.cos(a), spot[1] + r * math.sin(a))
        size = press.rng.uniform(3, 19)
        blister = turned(arc(at, size, size * press.rng.uniform(0.55, 0.95), 0, 360, 16), press.rng.uniform(0, 90), at)
        press.fill(blister, (26, 60, 80, 0), veil=press.rng.uniform(0.3, 0.9))


def _salad(press: Press, spot: Point, radius: float) -> None:
    _drop(press, spot, radius)
    press.disc(spot, radius, (0, 60, 70, 0))
    press.disc(spot, radius * 0.93, (24, 84, 70, 0))
    for _ in range(420):
        a, r = press.rng.uniform(0, 6.28), math.sqrt(press.rng.random()) * radius * 0.78
        at = (spot[0] + r * math.cos(a), spot[1] + r * math.sin(a))
        tone: Mix = press.rng.choice(((50, 0, 40, 90), (20, 0, 60, 84), (0, 0, 64, 60)))
        end = (at[0] + press.rng.uniform(-24, 24), at[1] + press.rng.uniform(-24, 24))
        press.brush([at, ((at[0] + end[0]) / 2 + 5, (at[1] + end[1]) / 2 - 5), end, end], 13, tone)
    for _ in range(60):
        a, r = press.rng.uniform(0, 6.28), math.sqrt(press.rng.random()) * radius * 0.74
        at = (spot[0] + r * math.cos(a), spot[1] + r * math.sin(a))
        ink: Mix = press.rng.choice(((0, 90, 70, 0), (0, 90, 70, 0), (0, 0, 14, 0)))
        press.fill(turned(box(at[0] - 9, at[1] - 7, at[0] + 9, at[1] + 7), press.rng.uniform(0, 90), at), ink)


def _pomegranate(press: Press, spot: Point, radius: float) -> None:
    _drop(press, spot, radius)
    for tip in range(5):
        press.fill(
            turned(
                [
                    (spot[0] - 18, spot[1] - radius * 0.9),
                    (spot[0] + 18, spot[1] - radius * 0.9),
                    (spot[0] + 6, spot[1] - radius * 1.28),
                ],
                tip * 13 - 26 - 20,
                spot,
            ),
            (20, 84, 60, 0),
        )
    press.disc(spot, radius, (16, 90, 54, 0))
    press.disc(spot, radius * 0.9, (0, 12, 40, 0))
    for sector in range(6):
        for _ in range(15):
            a = math.radians(sector * 60 + press.rng.uniform(7, 53))
            r = math.sqrt(press.rng.uniform(0.07, 0.66)) * radius
            at = (spot[0] + r * math.cos(a), spot[1] + r * math.sin(a))
            press.disc(at, 10, (20, 96, 60, 0), 12)
            press.disc((at[0] - 3, at[1] - 4), 4, (0, 60, 30, 0))
    for _ in range(9):
        at = (spot[0] + press.rng.uniform(120, 230), spot[1] + press.rng.uniform(-20, 130))
        press.disc((at[0] + 3, at[1] + 4), 10, (70, 20, 10, 50), veil=0.5)
        press.disc(at, 9, (10, 96, 60, 0), 11)


def _olives(press: Press, spot: Point, radius: float) -> None:
    _drop(press, spot, radius)
    press.disc(spot, radius, (0, 0, 8, 6))
    press.disc(spot, radius * 0.9, (46, 10, 20, 56))
    for ring, count in ((0.68, 13), (0.4, 8), (0.08, 3)):
        for i in range(count):
            a = i / count * 6.28 + ring * 3
            at = (spot[0] + radius * ring * math.cos(a), spot[1] + radius * ring * math.sin(a))
            dark = press.rng.random() < 0.45
            press.fill(
                turned(arc(at, 21, 16, 0, 360), math.degrees(a) + 70, at),
                (84, 60, 20, 20) if dark else (24, 10, 80, 70),
            )
            press.disc((at[0] - 5, at[1] - 5), 4, (10, 10, 40, 20))


def _lemon(press: Press, spot: Point, radius: float, angle: float) -> None:
    _drop(press, spot, radius)
    press.disc(spot, radius, (0, 2, 88, 8))
    press.disc(spot, radius * 0.88, (0, 0, 14, 0))
    for i in range(9):
        wedge: Points = [spot, *arc(spot, radius * 0.8, radius * 0.8, angle + i * 40 + 4, angle + i * 40 + 36, 8)]
        press.fill(wedge, (0, 0, 62, 4))
    press.disc(spot, radius * 0.1, (0, 0, 14, 0))


def _tea(press: Press, spot: Point, radius: float) -> None:
    _drop(press, spot, radius * 1.4)
    press.disc(spot, radius * 1.4, (0, 0, 8, 4))
    press.stroke(arc(spot, radius * 1.28, radius * 1.28, 0, 360, 80), 5, (10, 84, 60, 0))
    press.disc(spot, radius, (6, 6, 16, 16))
    press.disc(
        spot,
        radius * 0.86,
        Fade((10, 80, 90, 0), (50, 84, 80, 0), (spot[0] - 80, spot[1] - 80), (spot[0] + 80, spot[1] + 80)),
    )
    for i in range(3):
        at = (spot[0] - 26 + i * 26, spot[1] + (-14, 16, -4)[i])
        press.brush(turned(smooth([(at[0] - 30, at[1]), at, (at[0] + 30, at[1])]), i * 55, at), 26, (16, 0, 54, 84))
