"""Pictures of streets and their people: market, ballot."""

import math
from collections.abc import Callable

from articles.management.illustrations_figures import Look, crowd, figure, shadow
from articles.management.illustrations_press import Fade, Mix, Palette, Press, deeper, paler
from articles.management.illustrations_shapes import Point, arc, between, box, smooth

SOUK = Palette(paper=(252, 242, 222), inks=((46, 30, 52), (214, 74, 50), (246, 186, 74), (40, 130, 132)))


CIVIC = Palette(paper=(250, 241, 224), inks=((26, 36, 70), (218, 66, 54), (244, 188, 92), (70, 134, 160)))


def market(press: Press) -> None:
    """Print a covered market street, light falling between its awnings."""
    vanish = (830.0, 430.0)
    press.fill(box(-9, -9, 1609, 909), Fade((0, 16, 56, 6), (0, 40, 70, 0), (0, 0), (0, 900)))
    _houses(press, vanish)
    press.fill([(-300, 909), between((-300, 1000), vanish, 0.8), between((1960, 1000), vanish, 0.8), (1900, 909)],
               Fade((0, 10, 44, 6), (40, 50, 60, 0), (830, 520), (830, 909)))  # fmt: skip
    gate = [(720, 545), (720, 400), *arc((830, 400), 110, 120, 180, 360), (940, 400), (940, 545)]
    press.fill(box(640, 230, 1020, 545), (16, 46, 66, 0))
    press.fill(gate, Fade((0, 0, 26, 0), (0, 14, 60, 0), (830, 280), (830, 545)))
    press.glow((830, 420), 430, (0, 0, 40, 0), veil=0.85)
    for row in range(5, -1, -1):
        t = 1 - 1 / (1 + row * 0.42)
        for side in (-1, 1):
            _stall(press, vanish, t, side, row)
    for x, width in ((470, 90), (800, 120), (1090, 100)):
        press.beam(
            [(x - width, -20), (x, -20), (x + 330 + width, 909), (x + 190 - width * 0.4, 909)],
            (0, 0, 44, 0),
            (x, -20),
            (x + 300, 860),
            veil=0.5,
        )
    walkers = [
        ((770, 566), 66),
        ((880, 572), 72),
        ((828, 590), 84),
        ((700, 640), 132),
        ((965, 662), 150),
        ((905, 690), 166),
    ]
    crowd(press, walkers, [(10, 84, 60, 0), (70, 20, 0, 60), (0, 20, 80, 0), (60, 50, 20, 0), (0, 4, 20, 0)], (-30, 92))
    shadow(press, (640, 800), (-110, 200), 70, (70, 40, 20, 20), veil=0.7)
    figure(
        press, (640, 806), 292, Look((30, 0, 0, 90), coat=True, scarf=True, legs=(80, 40, 10, 10), head=(0, 16, 66, 0))
    )
    press.taper([(672, 610), (700, 668), (694, 716)], (30, 20), (30, 0, 0, 90))
    press.fill([(662, 716), (732, 716), (744, 800), (652, 800)], (10, 84, 60, 0))
    press.stroke(arc((697, 716), 20, 26, 180, 360), 5, (50, 84, 50, 0))


def _houses(press: Press, vanish: Point) -> None:
    for side in (-1, 1):
        for row in range(6, -1, -1):
            near, far = 1 - 1 / (1 + row * 0.5), 1 - 1 / (1 + (row + 1) * 0.5)
            top = -560 + press.rng.uniform(-60, 120)
            ink: Mix = press.rng.choice(((8, 40, 62, 0), (16, 56, 60, 0), (4, 28, 60, 6), (20, 40, 40, 20)))
            x = 830 + side * 1010
            corners = [
                between((x, top), vanish, near),
                between((x, top), vanish, far),
                between((x, 1000), vanish, far),
                between((x, 1000), vanish, near),
            ]
            press.fill(
                corners,
                deeper(paler(ink, 1 - near * 0.35), 18 if side < 0 else 0),
            )
            for column in (0.2, 0.6):
                for y in (-330, -80, 140):
                    t0, t1 = near + (far - near) * column, near + (far - near) * (column + 0.22)
                    window = [
                        between((x, y), vanish, t0),
                        between((x, y), vanish, t1),
                        between((x, y + 150), vanish, t1),
                        between((x, y + 150), vanish, t0),
                    ]
                    press.fill(window, (56, 50, 30, 20))


def _stall(press: Press, vanish: Point, t: float, side: int, row: int) -> None:
    size = 1 - t

    def at(x: float, y: float) -> Point:
        return between((830 + side * x, y), vanish, t)

    post: Mix = (60, 60, 40, 0)
    for x in (560, 1040):
        press.stroke([at(x, 300), at(x, 930)], 13 * size, post)
    inner = [
        between((830 + side * 520, y), vanish, depth) for y, depth in ((680, t), (680, 0.86), (1000, 0.86), (1000, t))
    ]
    press.fill(inner, (58, 66, 50, 0))
    press.fill([at(520, 690), at(1100, 690), at(1100, 1000), at(520, 1000)], (46, 64, 60, 0))
    press.fill([at(520, 640), at(1100, 640), at(1100, 720), at(520, 720)], (22, 50, 76, 0))
    fruits: list[Mix] = [(0, 92, 70, 0), (0, 30, 96, 0), (10, 10, 70, 70), (0, 66, 92, 0), (50, 84, 20, 10)]
    for crate in range(4):
        x = 545 + crate * 130
        ink = fruits[(crate + row * 2 + (side > 0)) % len(fruits)]
        press.fill([at(x - 6, 600), at(x + 116, 600), at(x + 116, 676), at(x - 6, 676)], (30, 60, 70, 0))
        for line in range(3):
            for i in range(5):
                spot = at(x + 12 + i * 23 + (line % 2) * 9, 592 + line * 24 - 12)
                press.disc(spot, 15 * size, deeper(ink, 22))
                press.disc((spot[0] - 3 * size, spot[1] - 3 * size), 12 * size, ink)
    _awning(press, at, size, row + (side > 0))


def _awning(press: Press, at: Callable[[float, float], Point], size: float, index: int) -> None:
    pairs: list[tuple[Mix, Mix]] = [
        ((0, 84, 66, 0), (0, 2, 16, 0)),
        ((20, 0, 6, 88), (0, 2, 16, 0)),
        ((0, 26, 88, 0), (0, 80, 66, 0)),
        ((70, 16, 10, 50), (0, 20, 66, 0)),
    ]
    dark, light = pairs[index % len(pairs)]
    edges = [(430 + i * 84, 600 + i * 66) for i in range(9)]
    for i, (x0, x1) in enumerate((e[0], e[0] + 84) for e in edges[:-1]):
        ink = light if i % 2 else dark
        slope0, slope1 = 620 + (x0 - 430) * 0.72, 620 + (x1 - 430) * 0.72
        press.fill([at(x0, 330), at(x1, 330), at(slope1, 70), at(slope0, 70)], ink)
        flap = [
            at(x0, 330),
            at(x1, 330),
            *[
                at(x0 + 42 + 42 * math.cos(math.radians(a)), 366 + 26 * math.sin(math.radians(a)))
                for a in range(0, 181, 20)
            ],
        ]
        press.fill(flap, deeper(ink, 14))
    press.beam(
        [at(430, 330), at(1102, 330), at(1102, 640), at(430, 640)],
        (80, 50, 10, 20),
        at(700, 330),
        at(700, 640),
        veil=0.5,
        grain=0.5,
    )
    press.stroke([at(430, 330), at(1102, 330)], 4 * size, (70, 60, 30, 0))


def ballot(press: Press) -> None:
    """Print a queue of voters before a ballot box as tall as a house."""
    press.fill(box(-9, -9, 1609, 909), Fade((0, 4, 18, 20), (0, 14, 44, 0), (0, 0), (0, 640)))
    press.disc((1330, 250), 130, (0, 30, 76, 0))
    press.fill(box(-9, 640, 1609, 909), Fade((0, 22, 54, 0), (8, 44, 62, 0), (0, 640), (0, 909)))
    x = -30.0
    while x < 1640:
        width, height = press.rng.uniform(46, 120), press.rng.uniform(30, 150)
        press.fill(box(x, 640 - height, x + width, 641), (14, 24, 40, 24))
        press.fill(box(x, 640 - height, x + width * 0.4, 641), (6, 20, 42, 14))
        x += width + press.rng.choice((0, 0, 8, 40))
    press.beam(
        [(230, 796), (640, 862), (420, 930), (-500, 930), (-420, 850)],
        (76, 40, 10, 30),
        (420, 830),
        (-330, 900),
        veil=0.85,
    )
    _box(press)
    path = smooth(
        [(930, 812), (1020, 772), (1110, 716), (1200, 700), (1290, 720), (1390, 770), (1480, 800), (1600, 790)],
        steps=12,
    )
    line = []
    for i in range(0, len(path), 3):
        x, y = path[i]
        line.append(((x, y + 6), 60 + (y - 640) * 0.62))
    line.sort(key=lambda person: person[0][1])
    inks: list[Mix] = [(10, 88, 60, 0), (80, 30, 0, 40), (0, 20, 84, 0), (30, 0, 0, 84), (0, 4, 14, 0), (60, 50, 20, 0)]
    crowd(press, line, inks, (-150, 26))


def _box(press: Press) -> None:
    front = [(230, 330), (640, 380), (640, 862), (230, 800)]
    side = [(640, 380), (850, 330), (850, 780), (640, 862)]
    lid = [(230, 330), (440, 286), (850, 330), (640, 380)]
    press.fill(front, Fade((86, 20, 0, 40), (60, 10, 0, 66), (230, 400), (640, 800)))
    press.fill(side, Fade((6, 0, 4, 70), (20, 0, 0, 84), (850, 400), (640, 800)))
    press.fill(lid, (0, 0, 6, 40))
    press.fill([(408, 326), (640, 352), (668, 344), (436, 318)], (100, 40, 0, 30))
    paper = [(444, 326), (628, 346), (664, 96), (480, 74)]
    press.fill(paper, (0, 0, 4, 0))
    press.fill([(444, 326), (480, 336), (512, 78), (480, 74)], (10, 0, 6, 16))
    for i in range(3):
        y = 150 + i * 56
        x = 520 - i * 8
        press.stroke(
            [(x, y - 16), (x + 30, y - 12), (x + 26, y + 18), (x - 4, y + 14), (x, y - 16)], 4, (80, 20, 0, 20)
        )
        press.stroke([(x + 48, y), (x + 108, y + 7)], 8, (30, 10, 6, 20))
    press.stroke([(508, 198), (522, 216), (556, 172)], 9, (0, 94, 70, 0))
    press.fill([(330, 520), (540, 548), (540, 690), (330, 658)], (0, 0, 8, 6))
    press.stroke([(392, 596), (424, 638), (486, 560)], 22, (0, 92, 70, 0))
    for x, y in ((252, 360), (618, 404), (618, 830), (252, 774)):
        press.disc((x, y), 8, (0, 10, 40, 10))
