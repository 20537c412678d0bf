"""Pictures of interiors: library, datacentre, kitchen, theatre."""

import math

from articles.management.illustrations_figures import figure, shadow
from articles.management.illustrations_press import Fade, Mix, Palette, Press
from articles.management.illustrations_shapes import Point, Points, arc, between, box, moved, smooth, turned

READING = Palette(paper=(250, 240, 220), inks=((36, 26, 48), (196, 70, 48), (244, 184, 80), (44, 118, 124)))
MACHINE = Palette(paper=(240, 243, 234), inks=((12, 22, 44), (236, 88, 64), (250, 202, 96), (30, 136, 156)))
TABLE = Palette(paper=(252, 245, 230), inks=((44, 30, 46), (212, 56, 52), (246, 184, 72), (78, 142, 88)))
STAGE = Palette(paper=(250, 238, 216), inks=((30, 14, 32), (186, 28, 46), (246, 190, 92), (74, 74, 132)))


def library(press: Press) -> None:
    """Print a reader before the tall window of a reading room."""
    press.fill(box(-9, -9, 1609, 909), (74, 40, 20, 10))
    for left, right in ((-40, 292), (312, 584), (1016, 1288), (1308, 1640)):
        _shelves(press, left, right)
    press.fill(box(-9, 742, 1609, 909), Fade((34, 52, 60, 0), (80, 50, 20, 0), (800, 742), (800, 930)))
    _window(press)
    press.beam([(632, 742), (968, 742), (1210, 909), (390, 909)], (0, 6, 62, 0), (800, 700), (800, 940), veil=0.9)
    for x, lower in ((800, 800), (716, 590), (884, 1010)):
        press.beam(
            [(x - 5, 742), (x + 5, 742), (lower + 10, 909), (lower - 10, 909)], (50, 40, 40, 0), (800, 700), (800, 960)
        )
    _ladder(press)
    _reader(press)


def _shelves(press: Press, left: float, right: float) -> None:
    press.fill(box(left, -9, right, 742), (90, 42, 20, 10))
    near = 1 - min(abs((left + right) / 2 - 800) / 800, 1)
    tints: list[Mix] = [
        (20, 84, 60, 0),
        (30, 10, 10, 90),
        (10, 30, 84, 0),
        (60, 50, 30, 0),
        (10, 12, 34, 0),
        (70, 20, 0, 60),
        (40, 76, 20, 10),
    ]
    for row in range(7):
        floor = 104 + row * 106
        x = left + 10
        while x < right - 24:
            width, height = press.rng.uniform(11, 27), press.rng.uniform(58, 88)
            ink = press.rng.choice(tints)
            dark = (1 - near) * 34
            mixed = (ink[0] + dark, ink[1], ink[2], ink[3])
            if press.rng.random() < 0.07:
                press.fill(turned(box(x + 8, floor - height, x + 8 + width, floor), 11, (x + 8, floor)), mixed)
                x += 26
            elif press.rng.random() < 0.06:
                x += press.rng.uniform(18, 44)
                continue
            else:
                press.fill(box(x, floor - height, x + width, floor), mixed)
            for band in (0.18, 0.26, 0.8):
                if press.rng.random() < 0.5:
                    press.fill(
                        box(x + 2, floor - height * (1 - band), x + width - 2, floor - height * (1 - band) + 3),
                        (10, 10, 70, 0),
                        veil=0.7,
                    )
            x += width + 1.5
        press.fill(box(left, floor, right, floor + 12), (56, 52, 40, 0))
        press.fill(box(left, floor + 12, right, floor + 22), (100, 40, 10, 10), veil=0.6)
    for edge in (left, right - 12):
        press.fill(box(edge, -9, edge + 12, 742), (50, 54, 44, 0))
    away = (right, left) if left < 800 else (left, right)
    press.beam(
        box(left, -9, right, 742),
        (100, 40, 0, 20),
        (away[1], 300),
        (away[0] + (60 if left < 800 else -60), 300),
        veil=0.62 * (1.1 - near),
    )


def _window(press: Press) -> None:
    frame = [(596, 742), (596, 250), *arc((800, 250), 204, 204, 180, 360), (1004, 742)]
    glass = [(632, 742), (632, 254), *arc((800, 254), 168, 168, 180, 360), (968, 742)]
    press.fill(frame, (58, 54, 44, 0))
    press.fill(glass, Fade((0, 10, 40, 10), (0, 34, 84, 0), (800, 90), (800, 760)))
    press.disc((862, 236), 62, (0, 0, 16, 0))
    for height, ink in ((560, (0, 40, 66, 20)), (620, (10, 50, 60, 44))):
        press.fill(
            [
                (632, 742),
                *smooth(
                    [(632, height + 20), (720, height - 40), (800, height + 16), (900, height - 22), (968, height + 10)]
                ),
                (968, 742),
            ],
            ink,
        )
    for x in (716, 800, 884):
        press.fill(box(x - 4, 90, x + 4, 742), (58, 54, 44, 0))
    for y in (254, 420, 586):
        press.fill(box(632, y - 4, 968, y + 4), (58, 54, 44, 0))
    press.glow((800, 400), 560, (0, 10, 74, 0), veil=0.45)


def _ladder(press: Press) -> None:
    wood = (30, 60, 74, 0)
    for x in (1090, 1146):
        press.stroke([(x, 852), (x + 96, 70)], 10, wood)
    for i in range(1, 14):
        t = i / 14
        press.stroke([(1090 + 96 * t, 852 - 782 * t), (1146 + 96 * t, 852 - 782 * t)], 7, wood)
    figure(
        press,
        (1160, 470),
        214,
        (10, 90, 70, 0),
        coat=True,
        legs=(96, 30, 0, 10),
        head=(40, 56, 60, 0),
        hair=(100, 50, 10, 20),
    )
    press.taper([(1172, 310), (1216, 276), (1236, 240)], (24, 15), (10, 90, 70, 0))
    press.fill(turned(box(1226, 196, 1254, 250), 16, (1240, 240)), (10, 10, 30, 70))


def _reader(press: Press) -> None:
    ink = (100, 40, 0, 30)
    press.fill(box(600, 712, 1000, 748), (66, 56, 40, 0))
    press.fill(box(600, 748, 1000, 770), (96, 46, 20, 10))
    press.fill(smooth([(640, 714), (648, 690), (920, 690), (932, 714)], steps=6), (10, 90, 60, 0))
    body = [(650, 692), (646, 640), (662, 578), (690, 548), (722, 548), (744, 572), (752, 616), (772, 650), (830, 622),
            (868, 572), (890, 566), (904, 584), (912, 640), (940, 676), (966, 682), (968, 696), (800, 697), (700, 697)]  # fmt: skip
    press.fill(smooth(body, closed=True, steps=8), ink)
    press.fill(smooth([(728, 572), (762, 600), (806, 596), (822, 584), (828, 596), (810, 620), (762, 626), (730, 612)],
                      closed=True, steps=8), ink)  # fmt: skip
    press.fill([(704, 556), (726, 556), (734, 528), (706, 520)], ink)
    press.fill(smooth([(688, 500), (700, 466), (734, 458), (760, 476), (762, 496), (770, 512), (762, 518), (760, 536),
                       (738, 544), (716, 536)], closed=True, steps=8), ink)  # fmt: skip
    press.fill(smooth([(764, 470), (744, 446), (706, 446), (676, 474), (672, 528), (684, 566), (700, 552), (704, 516),
                       (728, 484)], closed=True, steps=8), (100, 70, 10, 40))  # fmt: skip
    press.fill([(806, 590), (796, 540), (830, 526), (842, 574)], (0, 2, 12, 0))
    press.fill([(806, 590), (842, 574), (862, 518), (828, 526)], (10, 86, 60, 0))
    for x in (664,):
        for i, ink_of in enumerate(((10, 86, 60, 0), (20, 10, 20, 84), (10, 30, 86, 0), (60, 40, 30, 0))):
            press.fill(box(x - 40 + i * 5, 852 - i * 17, x + 44 - i * 4, 868 - i * 17), ink_of)


def datacentre(press: Press) -> None:
    """Print the aisle of a data centre, one technician between the racks."""
    vanish = (800.0, 420.0)
    press.fill(box(-9, -9, 1609, 909), (100, 10, 0, 60))
    press.glow(vanish, 900, (10, 0, 0, 78), veil=1)
    press.fill(
        [(-9, 909), (-9, 900), vanish, (1609, 900), (1609, 909)],
        Fade((0, 0, 6, 44), (92, 6, 0, 66), vanish, (800, 909)),
    )
    for i in range(14):
        t = 1 - 1 / (1 + i * 0.34)
        left, right = between((-760, 1060), vanish, t), between((2360, 1060), vanish, t)
        press.stroke([left, right], 3 * (1 - t) + 0.6, (40, 0, 0, 90))
    for x in range(-1600, 3300, 290):
        press.stroke([(x, 1060), between((x, 1060), vanish, 0.93)], 1.6, (40, 0, 0, 90))
    for i in range(6):
        far, near = 1 - 1 / (1 + (i + 0.72) * 0.5), 1 - 1 / (1 + (i + 0.1) * 0.5)
        lamp = [
            between((620, -260), vanish, near),
            between((980, -260), vanish, near),
            between((980, -260), vanish, far),
            between((620, -260), vanish, far),
        ]
        press.fill(lamp, (0, 0, 10, 16))
    for side in (-1, 1):
        _racks(press, vanish, side)
    press.glow(vanish, 330, (0, 0, 16, 10), veil=0.95)
    shadow(press, (806, 640), (0, 280), 120, (100, 0, 0, 70), veil=0.9)
    figure(press, (806, 652), 250, (96, 20, 0, 50), coat=True)
    press.fill([(822, 512), (884, 500), (892, 540), (830, 552)], (0, 90, 60, 0))
    press.taper([(834, 470), (872, 504), (868, 530)], (26, 17), (96, 20, 0, 50))


def _racks(press: Press, vanish: Point, side: int) -> None:
    top, foot = (800 + side * 940, -330), (800 + side * 940, 1130)
    steps = [1 - 1 / (1 + i * 0.36) for i in range(13)]
    for near, far in reversed(list(zip(steps, steps[1:], strict=False))):

        def at(t: float, level: float, near: float = near, far: float = far) -> Point:
            depth = near + (far - near) * t
            return between(between(top, vanish, depth), between(foot, vanish, depth), level)

        fresh = near * 46
        press.fill([at(0, 0), at(1, 0), at(1, 1), at(0, 1)], (96 - fresh, 10, 0, 78 - fresh * 0.4))
        press.fill([at(0.06, 0.03), at(0.94, 0.03), at(0.94, 0.97), at(0.06, 0.97)], (100 - fresh * 0.8, 20, 0, 86))
        for unit in range(24):
            level = 0.05 + unit * 0.0385
            press.fill(
                [at(0.11, level), at(0.89, level), at(0.89, level + 0.026), at(0.11, level + 0.026)],
                (80 - fresh, 10, 0, 84 - fresh * 0.5),
            )
            for light in range(5):
                if press.rng.random() < 0.52:
                    x = 0.17 + light * 0.085
                    ink: Mix = press.rng.choice(((0, 0, 96, 0), (0, 84, 76, 0), (0, 0, 10, 44), (0, 0, 10, 44)))
                    press.fill(
                        [
                            at(x, level + 0.008),
                            at(x + 0.05, level + 0.008),
                            at(x + 0.05, level + 0.018),
                            at(x, level + 0.018),
                        ],
                        ink,
                    )
        press.stroke([at(0, 0), at(0, 1)], 5 * (1 - near) + 0.8, (20, 0, 0, 66))


def theatre(press: Press) -> None:
    """Print one actor in the light of an empty stage, seen from the stalls."""
    press.fill(box(-9, -9, 1609, 640), Fade((96, 10, 0, 86), (70, 30, 0, 80), (800, 0), (800, 620)))
    press.disc((980, 250), 118, (0, 2, 30, 8))
    press.disc((936, 232), 104, (84, 20, 0, 84))
    press.fill(box(-9, 590, 1609, 909), Fade((30, 66, 60, 10), (90, 60, 0, 20), (800, 590), (800, 860)))
    for x in range(-2400, 4100, 150):
        press.stroke([(x, 909), (800 + (x - 800) * 0.32, 590)], 2.4, (70, 60, 20, 30))
    cone = [(880, -60), (960, -60), (1010, 690), (590, 690)]
    press.beam(cone, (0, 0, 46, 0), (900, 40), (840, 1500), veil=0.85, grain=0.8)
    press.disc((800, 690), 212, (0, 10, 66, 0), 50)
    shadow(press, (790, 694), (-260, 36), 26, (90, 60, 0, 30), veil=0.9)
    figure(
        press,
        (806, 700),
        292,
        (100, 30, 0, 40),
        coat=True,
        legs=(100, 40, 0, 40),
        head=(26, 50, 50, 0),
        hair=(100, 60, 10, 40),
    )
    press.taper([(836, 470), (890, 450), (932, 392)], (28, 16), (100, 30, 0, 40))
    press.disc((936, 384), 11, (26, 50, 50, 0))
    press.taper([(778, 470), (748, 530), (764, 578)], (28, 18), (100, 30, 0, 40))
    for side in (-1, 1):
        _curtain(press, side)
    _valance(press)
    _stalls(press)


def _curtain(press: Press, side: int) -> None:
    for fold in range(9):
        x0, x1 = fold * 50.0, fold * 50.0 + 50
        sway = [34 * math.sin(i / 20 * math.pi) * (fold / 9) - (fold / 9) ** 2 * 150 * (i / 20) ** 2 for i in range(21)]
        edge0 = [(x0 + s * (x0 / 450), i / 20 * 760 - 20) for i, s in enumerate(sway)]
        edge1 = [(x1 + s * (x1 / 450), i / 20 * 760 - 20) for i, s in enumerate(sway)]
        shape = [(800 + side * (x - 810), y) for x, y in [*edge0, *reversed(edge1)]]
        start, end = (800 + side * (x0 - 810), 300), (800 + side * (x1 - 810), 300)
        press.fill(shape, Fade((74, 96, 0, 20), (0, 96, 34, 0), start, end, grain=0.8))


def _valance(press: Press) -> None:
    for i in range(8):
        x = -40 + i * 212
        swag = [(x, -20), (x + 212, -20), (x + 212, 70), *arc((x + 106, 70), 106, 92, 0, 180)]
        press.fill(swag, Fade((50, 96, 10, 10), (0, 96, 34, 0), (x, 40), (x + 150, 90), grain=0.8))
        press.stroke(arc((x + 106, 70), 106, 92, 0, 180), 9, (0, 26, 84, 0))


def _stalls(press: Press) -> None:
    for row, (y, size, ink) in enumerate(((816, 44, (90, 70, 0, 40)), (886, 58, (100, 50, 0, 60)))):
        x = -30.0 + row * 50
        while x < 1640:
            press.disc((x, y - size * 0.9), size * 0.5, ink, size * 0.6)
            press.fill(
                smooth(
                    [
                        (x - size, y + 100),
                        (x - size * 0.95, y),
                        (x - size * 0.4, y - size * 0.42),
                        (x + size * 0.4, y - size * 0.42),
                        (x + size * 0.95, y),
                        (x + size, y + 100),
                    ]
                ),
                ink,
            )
            if press.rng.random() < 0.35:
                press.disc((x, y - size * 1.05), size * 0.62, ink, size * 0.62)
            x += size * press.rng.uniform(2.05, 2.7)
    press.fill(box(-9, 898, 1609, 909), (100, 50, 0, 60))


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
