"""Pictures of interiors: library, theatre."""

import math

from articles.management.illustrations_figures import Look, figure, shadow
from articles.management.illustrations_press import Fade, Mix, Palette, Press
from articles.management.illustrations_shapes import arc, box, smooth, turned

READING = Palette(paper=(250, 240, 220), inks=((36, 26, 48), (196, 70, 48), (244, 184, 80), (44, 118, 124)))


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
        Look((10, 90, 70, 0), coat=True, legs=(96, 30, 0, 10), head=(40, 56, 60, 0), hair=(100, 50, 10, 20)),
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
        Look((100, 30, 0, 40), coat=True, legs=(100, 40, 0, 40), head=(26, 50, 50, 0), hair=(100, 60, 10, 40)),
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
