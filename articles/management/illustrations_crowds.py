"""Pictures of many people under lamps: metro, stadium."""

import math

from articles.management.illustrations_figures import Look, crowd, figure, shadow
from articles.management.illustrations_press import Fade, Mix, Palette, Press
from articles.management.illustrations_shapes import Point, arc, between, box, smooth

LINE = Palette(paper=(244, 241, 230), inks=((20, 28, 50), (230, 78, 58), (248, 196, 74), (62, 122, 168)))


FLOODLIGHT = Palette(paper=(246, 244, 230), inks=((14, 24, 48), (226, 70, 60), (248, 210, 110), (44, 140, 92)))


def metro(press: Press) -> None:
    """Print a metro train coming in, people waiting on the platform."""
    vanish = (1010.0, 400.0)
    press.fill(box(-9, -9, 1609, 909), (60, 10, 0, 40))
    press.fill(
        [(-9, -9), (1609, -9), (1609, -40), vanish, (-9, -30)],
        Fade((50, 4, 0, 50), (90, 10, 0, 50), vanish, (600, -20)),
    )
    press.fill([(1609, -60), vanish, (1609, 760)], Fade((0, 0, 8, 24), (6, 4, 14, 40), vanish, (1600, 300)))
    for i in range(11):
        y = -60 + i * 82
        press.stroke([(1760, y - 40), between((1760, y - 40), vanish, 0.97)], 2, (20, 0, 4, 56))
    for i in range(14):
        t = 1 - 1 / (1 + i * 0.26)
        press.stroke(
            [between((1900, -160), vanish, t), between((1900, 900), vanish, t)], 2.4 * (1 - t) + 0.5, (20, 0, 4, 56)
        )
    for i, ink in ((0, (0, 84, 70, 0)), (1, (0, 16, 92, 0)), (2, (50, 0, 0, 80))):
        near, far = 1 - 1 / (1.12 + i * 0.62), 1 - 1 / (1.5 + i * 0.62)
        _poster(press, vanish, near, far, ink)
    press.fill(
        [(300, 909), vanish, (1700, 720), (1700, 909)], Fade((4, 2, 16, 20), (40, 20, 20, 36), vanish, (1100, 909))
    )
    press.fill([(300, 909), vanish, (402, 909)], (0, 10, 94, 0))
    press.fill([(230, 909), vanish, (300, 909)], (70, 20, 0, 30))
    for x in range(500, 3000, 170):
        press.stroke([(x, 909), between((x, 909), vanish, 0.96)], 1.4, (40, 10, 10, 40))
    _lamps(press, vanish)
    _train(press, vanish)
    waiting = [
        ((1042, 492), 84),
        ((1100, 500), 92),
        ((1076, 536), 124),
        ((1190, 560), 150),
        ((1010, 610), 190),
        ((1290, 640), 226),
    ]
    crowd(press, waiting, [(0, 84, 66, 0), (80, 20, 0, 50), (0, 20, 86, 0), (30, 0, 0, 80), (0, 4, 14, 10)], (60, 30))
    shadow(press, (1400, 850), (170, 50), 60, (80, 20, 0, 30))
    figure(
        press,
        (1400, 860),
        470,
        Look((10, 90, 60, 0), coat=True, legs=(96, 30, 0, 30), head=(54, 54, 40, 0), hair=(100, 40, 0, 30)),
    )
    press.fill(box(1320, 640, 1384, 760), (80, 40, 10, 20))
    press.stroke([(1334, 640), (1350, 540), (1420, 470)], 8, (80, 40, 10, 20))


def _lamps(press: Press, vanish: Point) -> None:
    for i in range(5):
        far, near = 1 - 1 / (1 + (i + 0.8) * 0.5), 1 - 1 / (1 + (i + 0.2) * 0.5)
        press.fill(
            [
                between((1300, -250), vanish, near),
                between((1420, -250), vanish, near),
                between((1420, -250), vanish, far),
                between((1300, -250), vanish, far),
            ],
            (0, 0, 20, 0),
        )


def _poster(press: Press, vanish: Point, near: float, far: float, ink: Mix) -> None:
    def at(t: float, y: float) -> Point:
        return between((1900, y), vanish, near + (far - near) * t)

    press.fill([at(0, 120), at(1, 120), at(1, 600), at(0, 600)], (0, 0, 10, 4))
    press.fill([at(0.06, 140), at(0.94, 140), at(0.94, 580), at(0.06, 580)], ink)
    press.fill([at(0.06, 430), at(0.5, 300), at(0.94, 440), at(0.94, 580), at(0.06, 580)], (70, 10, 0, 40))
    press.disc(at(0.5, 250), 120 * (1 - near) * 0.4, (0, 4, 30, 0))


def _train(press: Press, vanish: Point) -> None:
    press.fill([(-9, 909), (230, 909), vanish, (-9, 700)], (96, 20, 0, 50))
    edge_top, edge_foot = (560.0, 196.0), (560.0, 748.0)

    def side(t: float, level: float) -> Point:
        return between(between(edge_top, vanish, t), between(edge_foot, vanish, t), level)

    press.fill(
        [side(0, 0), side(0.93, 0), side(0.93, 1), side(0, 1)], Fade((6, 0, 6, 20), (44, 0, 0, 64), vanish, edge_top)
    )
    press.fill([side(0, 0.68), side(0.93, 0.68), side(0.93, 0.8), side(0, 0.8)], (0, 88, 70, 0))
    for i in range(8):
        near, far = 1 - 1 / (1 + (i + 0.18) * 0.3), 1 - 1 / (1 + (i + 0.86) * 0.3)
        press.fill([side(near, 0.18), side(far, 0.18), side(far, 0.56), side(near, 0.56)], (0, 4, 66, 0))
        press.stroke([side(near, 0.06), side(near, 0.98)], 2.4 * (1 - near), (60, 10, 0, 50))
        middle = between(side((near + far) / 2, 0.56), side((near + far) / 2, 0.18), 0.5)
        press.disc(middle, 24 * (1 - near), (80, 30, 0, 30), 30 * (1 - near))
    face = smooth(
        [(60, 760), (40, 480), (74, 236), (150, 186), (470, 186), (546, 236), (574, 480), (562, 760), (310, 782)],
        closed=True,
        steps=9,
    )
    press.fill(face, Fade((0, 0, 8, 6), (22, 0, 2, 40), (80, 200), (560, 760)))
    glass = smooth(
        [(102, 470), (112, 276), (164, 240), (456, 240), (506, 276), (520, 470), (310, 486)], closed=True, steps=9
    )
    press.fill(glass, Fade((100, 10, 0, 50), (60, 0, 0, 76), (120, 240), (500, 480)))
    press.fill([(190, 240), (280, 240), (190, 478), (112, 474)], (0, 0, 4, 34), veil=0.35)
    press.fill([(70, 560), (554, 560), (560, 640), (66, 640)], (0, 88, 70, 0))
    press.fill([(92, 706), (536, 706), (520, 770), (310, 784), (106, 770)], (90, 20, 0, 40))
    press.fill(box(222, 200, 398, 226), (90, 20, 0, 40))
    press.fill(box(236, 206, 384, 220), (0, 24, 96, 0))
    for x in (140, 480):
        press.glow((x, 600), 190, (0, 0, 60, 0), veil=0.95)
        press.disc((x, 600), 34, (0, 0, 24, 0))
    press.stroke([(310, 486), (310, 560)], 3, (50, 0, 0, 50))


def stadium(press: Press) -> None:
    """Print a full stadium under floodlights."""
    press.fill(box(-9, -9, 1609, 909), Fade((100, 16, 0, 30), (70, 30, 0, 40), (0, 0), (0, 460)))
    for ring, ink in (
        (1.0, (92, 30, 0, 20)),
        (0.965, (60, 20, 10, 20)),
        (0.94, (84, 40, 0, 20)),
        (0.74, (10, 6, 20, 16)),
        (0.72, (78, 46, 6, 20)),
        (0.53, (8, 4, 14, 20)),
        (0.51, (80, 10, 0, 70)),
    ):
        press.disc((800, 610), 1060 * ring, ink, 440 * ring)
    _spectators(press)
    press.fill([(452, 470), (1148, 470), (1404, 790), (196, 790)], (16, 0, 20, 84))
    rows = [470, 488, 509, 534, 564, 600, 642, 691, 740, 790]
    for i, (top, low) in enumerate(zip(rows, rows[1:], strict=False)):
        if i % 2:
            l0, l1 = 452 - (top - 470) * 0.8, 452 - (low - 470) * 0.8
            press.fill([(l0, top), (1600 - l0, top), (1600 - l1, low), (l1, low)], (0, 0, 34, 74))
    white: Mix = (0, 0, 8, 4)
    for line in (
        [(476, 482), (1124, 482), (1352, 772), (248, 772), (476, 482)],
        [(368, 606), (1232, 606)],
        [(640, 482), (620, 512), (980, 512), (960, 482)],
        [(520, 772), (560, 700), (1040, 700), (1080, 772)],
    ):
        press.stroke(line, 3.4, white)
    press.stroke(arc((800, 606), 112, 38, 0, 360), 3.4, white)
    for i in range(20):
        x, y = press.rng.uniform(420, 1180), press.rng.uniform(520, 740)
        size = 26 + (y - 520) * 0.13
        for reach in ((-46, 12), (46, 12)):
            shadow(press, (x, y), reach, 8, (90, 10, 0, 80), veil=0.5)
        figure(
            press,
            (x, y),
            size,
            Look((0, 90, 60, 0) if i % 2 else (0, 2, 10, 0), walks=True, legs=(80, 20, 0, 40), head=(46, 50, 40, 0)),
        )
    press.disc((838, 640), 5, white)
    _floodlights(press)
    _fans(press)


def _spectators(press: Press) -> None:
    inks: list[Mix] = [
        (0, 84, 60, 0),
        (0, 84, 60, 0),
        (0, 10, 60, 0),
        (10, 4, 14, 20),
        (0, 40, 50, 0),
        (40, 20, 10, 30),
    ]
    for low, high, count in ((0.755, 0.93, 2000), (0.545, 0.705, 1600)):
        for _ in range(count):
            ring, angle = press.rng.uniform(low, high), press.rng.uniform(0, 2 * math.pi)
            spot = (800 + 1060 * ring * math.cos(angle), 610 + 440 * ring * math.sin(angle))
            press.disc(spot, 3.4 + 2.4 * math.sin(angle), press.rng.choice(inks))


def _floodlights(press: Press) -> None:
    for x, y, lean in ((190, 96, 1), (560, 52, 1), (1040, 52, -1), (1410, 96, -1)):
        press.beam(
            [(x - 50, y), (x + 50, y), (x + lean * 620 + 230, 800), (x + lean * 200 - 230, 800)],
            (0, 0, 36, 0),
            (x, y),
            (x + lean * 330, 760),
            veil=0.34,
            grain=0.5,
        )
        press.stroke([(x, y), (x, y + 250)], 9, (96, 30, 0, 30))
        press.glow((x, y), 190, (0, 0, 40, 0), veil=0.95)
        press.fill(box(x - 66, y - 30, x + 66, y + 26), (90, 30, 0, 30))
        for row in range(2):
            for lamp in range(5):
                press.disc((x - 50 + lamp * 25, y - 15 + row * 26), 9, (0, 0, 14, 0))


def _fans(press: Press) -> None:
    for row, (y, size, tint) in enumerate(((858, 38, 82), (905, 50, 100))):
        x = -20.0 + row * 30
        while x < 1640:
            ink: Mix = (tint, 40 - row * 10, 0, 20)
            press.disc((x, y - size), size * 0.46, ink, size * 0.54)
            press.fill(
                smooth(
                    [
                        (x - size, y + 70),
                        (x - size * 0.8, y - size * 0.2),
                        (x, y - size * 0.5),
                        (x + size * 0.8, y - size * 0.2),
                        (x + size, y + 70),
                    ]
                ),
                ink,
            )
            if press.rng.random() < 0.45:
                for side in (-1, 1):
                    press.taper(
                        [
                            (x + side * size * 0.66, y),
                            (x + side * size * 0.95, y - size * 1.1),
                            (x + side * size * 0.7, y - size * 2),
                        ],
                        (size * 0.34, size * 0.2),
                        ink,
                    )
                if press.rng.random() < 0.6:
                    scarf = smooth(
                        [(x - size * 0.8, y - size * 2.05), (x, y - size * 1.8), (x + size * 0.8, y - size * 2.05)]
                    )
                    press.stroke(scarf, size * 0.34, (0, 90, 60, 0))
            x += size * press.rng.uniform(1.7, 2.3)
