"""Pictures of what runs unseen: grid, datacentre, satellite."""

import math

from articles.management.illustrations_figures import Look, figure, shadow
from articles.management.illustrations_press import Fade, Mix, Palette, Press
from articles.management.illustrations_shapes import Point, Points, between, box, moved, sag, smooth, turned

DUSK = Palette(paper=(247, 238, 224), inks=((20, 28, 58), (230, 92, 66), (246, 190, 92), (70, 116, 168)))


MACHINE = Palette(paper=(240, 243, 234), inks=((12, 22, 44), (236, 88, 64), (250, 202, 96), (30, 136, 156)))


ORBIT = Palette(paper=(247, 242, 230), inks=((14, 22, 46), (228, 92, 58), (244, 194, 98), (56, 136, 176)))


def grid(press: Press) -> None:
    """Print pylons walking towards a city half in the dark."""
    press.fill(box(-9, -9, 1609, 700), Fade((64, 6, 0, 66), (0, 56, 70, 0), (0, -40), (0, 660), grain=0.6))
    press.glow((800, 690), 640, (0, 30, 90, 0), veil=0.95, ry=330)
    _skyline(press)
    press.fill([*smooth([(-9, 700), (420, 676), (900, 700), (1609, 680)]), (1609, 909), (-9, 909)],
               Fade((76, 30, 0, 40), (100, 20, 0, 40), (0, 680), (0, 909)))  # fmt: skip
    for i in range(9):
        press.stroke([(300 + i * 190 - 700, 909), (900 + i * 28, 694)], 2, (60, 36, 10, 40))
    towers = [(1190, 700, 150), (1010, 716, 232), (720, 760, 400), (250, 900, 860)]
    arms = [_pylon(press, x, y, h, light=30 - 10 * i) for i, (x, y, h) in enumerate(towers)]
    for far, near in zip(arms, arms[1:], strict=False):
        for start, end in zip(far, near, strict=True):
            press.stroke(
                sag(start, end, 0.09 * (end[0] - start[0]) * -1), 1.2 + abs(end[0] - start[0]) / 360, (98, 24, 0, 30)
            )
    for x, y in arms[-1]:
        press.stroke(sag((x, y), (x - 560, y - 170), 30), 2.6, (98, 24, 0, 30))


def _skyline(press: Press) -> None:
    x = 420.0
    while x < 1609:
        width, height = press.rng.uniform(34, 78), press.rng.uniform(40, 190) * (1.3 if 960 < x < 1400 else 0.85)
        lit = x < 1090
        face: Mix = (52, 44, 20, 20) if lit else (88, 28, 0, 40)
        press.fill(box(x, 700 - height, x + width, 720), face)
        for wx in range(round(x) + 6, round(x + width) - 8, 12):
            for wy in range(round(700 - height) + 9, 690, 15):
                if press.rng.random() < (0.72 if lit else 0.4):
                    press.fill(box(wx, wy, wx + 6, wy + 8), (0, 6, 66, 0) if lit else (100, 24, 0, 40))
        x += width + press.rng.uniform(-4, 10)


def _pylon(press: Press, x: float, base: float, height: float, light: float) -> list[Point]:
    ink: Mix = (98 - light, 22 + light / 2, 0, 26)
    thick = max(1.6, height / 78)

    def half(t: float) -> float:
        return height * (0.145 * (1 - t) ** 1.5 + 0.022)

    def at(side: int, t: float) -> Point:
        return (x + side * half(t), base - height * t)

    levels = [0, 0.2, 0.37, 0.51, 0.62, 0.71, 0.79, 0.86, 0.93, 1.0]
    for side in (-1, 1):
        press.stroke([at(side, t) for t in levels], thick * 1.25, ink)
    for low, high in zip(levels, levels[1:], strict=False):
        press.stroke([at(-1, low), at(1, high)], thick * 0.6, ink)
        press.stroke([at(1, low), at(-1, high)], thick * 0.6, ink)
        press.stroke([at(-1, high), at(1, high)], thick * 0.6, ink)
    ends = []
    for t, reach in ((0.68, 0.2), (0.8, 0.25), (0.92, 0.17)):
        for side in (-1, 1):
            tip = (x + side * reach * height, base - height * (t + 0.012))
            press.stroke([at(side, t - 0.03), tip, at(side, t + 0.035)], thick * 0.85, ink)
            hang = (tip[0], tip[1] + 0.035 * height)
            press.stroke([tip, hang], thick * 0.9, (20, 40, 60, 0))
            ends.append(hang)
    return ends


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
    figure(press, (806, 652), 250, Look((96, 20, 0, 50), coat=True))
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


def satellite(press: Press) -> None:
    """Print a satellite above the lit edge of the Earth."""
    press.fill(box(-9, -9, 1609, 909), Fade((100, 6, 0, 40), (88, 20, 0, 70), (0, 0), (900, 900)))
    for _ in range(260):
        spot = (press.rng.uniform(0, 1600), press.rng.uniform(0, 900))
        press.disc(spot, press.rng.choice((1, 1.4, 1.4, 2.4)), (0, 0, press.rng.choice((6, 40)), 0))
    press.glow((1000, 1420), 1130, (10, 0, 0, 80), veil=0.9)
    _earth(press)
    orbit = smooth([(-20, 700), (300, 420), (700, 230), (1150, 130), (1620, 110)])
    for i in range(0, len(orbit) - 1, 2):
        press.stroke([orbit[i], orbit[i + 1]], 2, (0, 0, 40, 10))
    _craft(press, (640, 330), -24)


def _earth(press: Press) -> None:
    centre, radius = (1000.0, 1500.0), 940.0
    press.disc(centre, radius + 14, (0, 0, 10, 40))
    press.disc(centre, radius, Fade((4, 0, 4, 62), (70, 0, 0, 84), (700, 560), (1500, 900)))
    lands = (
        [
            (620, 700),
            (720, 640),
            (830, 650),
            (880, 690),
            (960, 680),
            (980, 740),
            (900, 800),
            (930, 909),
            (700, 930),
            (600, 820),
        ],
        [
            (1010, 610),
            (1120, 590),
            (1200, 620),
            (1260, 610),
            (1330, 660),
            (1290, 720),
            (1200, 700),
            (1130, 740),
            (1060, 700),
        ],
        [(1130, 790), (1240, 770), (1330, 830), (1370, 909), (1180, 930)],
        [(440, 760), (500, 740), (520, 800), (450, 850)],
    )
    for land in lands:
        press.fill(smooth(land, closed=True), Fade((0, 34, 70, 16), (54, 40, 30, 60), (700, 560), (1450, 900)))
    for cloud in (
        [(560, 760), (800, 700), (1060, 730), (1180, 770)], [(830, 620), (1000, 580), (1180, 600)],
        [(900, 860), (1120, 810), (1420, 850)], [(360, 900), (480, 860), (640, 880)],
    ):  # fmt: skip
        press.brush(smooth(cloud), 30, (2, 0, 2, 6))
    night = [(1000 + 948 * math.cos(math.radians(a)), 1500 + 948 * math.sin(math.radians(a))) for a in range(-78, 2)]
    press.beam([*night, (1000, 909), (1000, 600)], (100, 10, 0, 60), (1640, 900), (1080, 640), veil=1)
    for _ in range(90):
        press.disc(
            (press.rng.gauss(1430, 90), press.rng.uniform(700, 900)), press.rng.choice((1.6, 2.2)), (0, 20, 90, 0)
        )


def _craft(press: Press, spot: Point, angle: float) -> None:
    def at(points: Points) -> list[Point]:
        return turned(moved(points, *spot), angle, spot)

    for side in (-1, 1):
        press.stroke(at([(side * 60, 0), (side * 130, 0)]), 9, (40, 0, 10, 10))
        for wing in range(3):
            x = side * (130 + wing * 122)
            x0, x1 = sorted((x, x + side * 112))
            press.fill(at(box(x0, -78, x1, 78)), (0, 0, 12, 10))
            press.fill(
                at(box(x0 + 5, -73, x1 - 5, 73)),
                Fade((70, 0, 0, 92), (10, 0, 4, 70), at([(x0, 80)])[0], at([(x1, -80)])[0]),
            )
            for i in range(1, 4):
                press.stroke(at([(x0 + i * 28, -73), (x0 + i * 28, 73)]), 2, (0, 0, 12, 16))
            for y in (-36, 0, 36):
                press.stroke(at([(x0 + 5, y), (x1 - 5, y)]), 2, (0, 0, 12, 16))
    press.fill(at(box(-64, -92, 64, 92)), Fade((0, 30, 90, 0), (30, 80, 80, 0), at([(-64, 0)])[0], at([(64, 0)])[0]))
    for fold in (
        [(-64, -40), (0, -60), (64, -30)],
        [(-64, 20), (-10, 0), (64, 34)],
        [(-20, -92), (0, -60), (-10, 0), (20, 92)],
    ):
        press.stroke(at(fold), 2.4, (20, 66, 90, 0))
    press.fill(at(box(-40, 92, 40, 112)), (60, 0, 0, 30))
    press.fill(at([(-78, 190), (78, 190), (40, 130), (-40, 130)]), (4, 4, 10, 10))
    press.fill(at([(10, 190), (78, 190), (40, 130), (10, 130)]), (34, 0, 6, 36))
    press.stroke(at([(0, 190), (0, 236)]), 5, (8, 0, 10, 10))
    press.disc(at([(0, 240)])[0], 9, (0, 90, 60, 0))
    press.stroke(at([(30, -92), (54, -168)]), 4, (8, 0, 10, 10))
    press.disc(at([(54, -170)])[0], 6, (0, 90, 60, 0))
