"""Pictures of water and shore: harbour, flood."""

from articles.management.illustrations_figures import Look, figure
from articles.management.illustrations_press import Fade, Mix, Palette, Press
from articles.management.illustrations_shapes import Point, arc, box, moved, sag, smooth

DAWN = Palette(paper=(250, 241, 224), inks=((20, 36, 66), (226, 84, 48), (243, 178, 70), (52, 138, 152)))


RAIN = Palette(paper=(243, 240, 230), inks=((24, 42, 62), (206, 66, 48), (232, 192, 112), (78, 138, 152)))


def ripples(press: Press, centre: float, top: float, bottom: float, spread: tuple[float, float], ink: Mix) -> None:
    """Lay a column of broken horizontal strokes on water, wider towards the viewer."""
    y = top
    while y < bottom:
        near = (y - top) / (bottom - top)
        width = spread[0] + (spread[1] - spread[0]) * near
        for _ in range(2 + round(2 * near)):
            x = centre + press.rng.gauss(0, width / 2.6)
            half = press.rng.uniform(0.12, 0.42) * width
            thick = 2.5 + 6 * near
            press.fill([(x - half, y), (x, y - thick / 2), (x + half, y), (x, y + thick / 2)], ink)
        y += 9 + 15 * near


def harbour(press: Press) -> None:
    """Print a container ship at the quay, the low sun behind it."""
    press.fill(box(-9, -9, 1609, 620), Fade((0, 4, 16, 46), (0, 40, 62, 0), (0, 0), (0, 600)))
    press.glow((1010, 540), 720, (0, 8, 66, 0), veil=0.9)
    press.disc((1010, 470), 205, Fade((0, 62, 80, 0), (0, 100, 64, 0), (0, 270), (0, 640)))
    press.fill(
        [(-9, 620), (-9, 560), *smooth([(60, 548), (220, 520), (380, 556), (560, 540), (700, 580)]), (760, 620)],
        (26, 22, 10, 34),
    )
    press.fill(box(-9, 612, 1609, 909), Fade((18, 26, 22, 34), (62, 6, 0, 74), (0, 612), (0, 900)))
    ripples(press, 1010, 650, 900, (330, 470), (0, 74, 76, 0))
    ripples(press, 480, 640, 900, (700, 900), (12, 10, 20, 30))
    _crane(press, (330, 640), 0.72, (54, 30, 10, 30), raised=True)
    _crane(press, (60, 660), 0.98, (92, 20, 0, 20))
    _ship(press)
    _quay_and_tug(press)


def _crane(press: Press, foot: Point, size: float, ink: Mix, *, raised: bool = False) -> None:
    x, y = foot

    def at(*points: Point) -> list[Point]:
        return moved(points, x, y, size)

    for leg in (0, 150):
        press.stroke(at((leg, 0), (leg, -330)), 11 * size, ink)
    press.stroke(at((0, -150), (150, -150)), 9 * size, ink)
    press.stroke(at((0, -330), (150, -150)), 5 * size, ink)
    press.stroke(at((-190, -330), (165, -330)), 15 * size, ink)
    press.stroke(at((0, -330), (60, -520), (150, -330)), 8 * size, ink)
    press.stroke(at((60, -520), (-180, -334)), 4 * size, ink)
    press.fill(at((-120, -322), (-60, -322), (-60, -285), (-120, -285)), ink)
    end = (500, -560) if raised else (560, -330)
    press.stroke(at((150, -330), end), 13 * size, ink)
    press.stroke(at((60, -520), (150 + (end[0] - 150) * 0.92, -330 + (end[1] + 330) * 0.92)), 4 * size, ink)
    press.stroke(at((60, -520), (150 + (end[0] - 150) * 0.5, -330 + (end[1] + 330) * 0.5)), 4 * size, ink)
    if not raised:
        press.stroke(at((395, -330), (395, -235)), 3 * size, ink)
        press.stroke(at((425, -330), (425, -235)), 3 * size, ink)
        press.fill(at((368, -235), (452, -235), (452, -194), (368, -194)), (0, 88, 60, 0))


def _containers(press: Press, left: float, deck: float, heights: list[int]) -> None:
    colours = [(8, 88, 30, 0), (0, 62, 78, 0), (30, 0, 0, 92), (88, 10, 0, 30), (4, 26, 88, 0), (16, 10, 10, 62)]
    for bay, height in enumerate(heights):
        x = left + bay * 74
        for row in range(height):
            y = deck - row * 33
            press.fill(box(x, y - 31, x + 70, y), press.rng.choice(colours))
            for rib in range(1, 7):
                press.fill(box(x + rib * 10, y - 27, x + rib * 10 + 2, y - 4), (60, 20, 0, 20), veil=0.35)
        press.fill(box(x + 52, deck - height * 33 + 2, x + 70, deck), (80, 20, 0, 20), veil=0.4)


def _ship(press: Press) -> None:
    hull = [
        (585, 560),
        (640, 566),
        (1430, 560),
        (1600, 520),
        *smooth([(1572, 560), (1538, 640), (1520, 722)]),
        (640, 722),
        *smooth([(624, 700), (606, 640), (585, 560)]),
    ]
    _containers(press, 770, 566, [5, 6, 6, 4, 6, 7, 5, 3, 2])
    press.fill(box(648, 330, 742, 570), (4, 4, 12, 4))
    press.fill(box(648, 330, 680, 570), (40, 8, 4, 30))
    press.fill(box(626, 322, 764, 356), (0, 0, 6, 0))
    press.fill(box(634, 332, 756, 346), (84, 0, 0, 40))
    for y in range(380, 540, 34):
        press.fill(box(690, y, 734, y + 12), (72, 0, 0, 40))
    press.fill([(660, 322), (700, 322), (708, 250), (668, 250)], (0, 92, 40, 0))
    press.fill(box(664, 262, 708, 276), (0, 0, 8, 0))
    press.stroke([(724, 322), (724, 236)], 5, (90, 20, 0, 20))
    press.fill(hull, Fade((86, 34, 0, 10), (100, 20, 0, 50), (700, 560), (1560, 700)))
    press.fill([(590, 668), (1531, 668), (1520, 722), (640, 722), (610, 700)], (34, 92, 40, 0))
    press.stroke([(600, 580), (1430, 580), (1580, 548)], 4, (10, 10, 20, 10))
    ripples(press, 1060, 728, 800, (760, 700), (92, 30, 0, 50))


def _quay_and_tug(press: Press) -> None:
    press.fill([(-9, 640), (560, 640), (600, 664), (600, 716), (-9, 760)], (84, 24, 0, 24))
    press.fill([(-9, 640), (560, 640), (600, 664), (-9, 676)], (18, 22, 32, 20))
    for x in range(40, 600, 92):
        press.fill(box(x, 690 - x * 0.01, x + 22, 740 - x * 0.05), (100, 40, 0, 40))
    press.fill(
        [
            *smooth([(250, 868), (420, 836), (600, 842), (900, 852)]),
            *smooth([(900, 854), (620, 872), (430, 880), (250, 868)]),
        ],
        (0, 0, 6, 6),
    )
    hull = [(360, 786), (596, 780), (640, 752), (632, 800), *smooth([(610, 846), (520, 858), (400, 852), (366, 830)])]
    press.fill(hull, (96, 30, 0, 30))
    press.fill([(362, 800), (634, 788), (632, 800), (364, 812)], (0, 90, 50, 0))
    press.fill([(430, 786), (430, 716), (548, 716), (560, 782)], (0, 8, 14, 0))
    press.fill(box(446, 728, 474, 754), (80, 0, 0, 30))
    press.fill(box(484, 728, 538, 754), (80, 0, 0, 30))
    press.fill([(446, 716), (450, 664), (486, 664), (486, 716)], (0, 84, 80, 0))
    press.stroke([(520, 716), (520, 640)], 5, (96, 30, 0, 30))
    press.stroke(sag((520, 644), (634, 756), 12), 2, (96, 30, 0, 30))
    for x, y in ((1330, 236), (1402, 190), (1290, 172), (640, 110)):
        wing = [*arc((x - 15, y), 16, 10, 200, 350, 10), *arc((x + 15, y), 16, 10, 190, 340, 10)]
        press.stroke(wing, 3.2, (90, 20, 0, 20))


def flood(press: Press) -> None:
    """Print a drowned street in the rain, a boat going from house to house."""
    press.fill(box(-9, -9, 1609, 560), Fade((62, 0, 4, 60), (4, 6, 26, 26), (0, -60), (0, 540)))
    for cloud, ink in (
        ([(-80, 40), (200, 120), (470, 70), (760, 140), (1060, 60), (1380, 150), (1700, 60)], (64, 0, 0, 62)),
        ([(-80, 10), (240, 60), (560, 20), (900, 84), (1240, 20), (1700, 40)], (82, 0, 0, 56)),
    ):
        press.fill([*smooth(cloud), (1700, -60), (-80, -60)], ink)
    press.fill(
        [*smooth([(-9, 500), (260, 420), (520, 470), (840, 400), (1180, 460), (1609, 410)]), (1609, 560), (-9, 560)],
        (24, 2, 10, 44),
    )
    press.fill(box(-9, 540, 1609, 909), Fade((10, 4, 20, 40), (72, 6, 4, 74), (0, 540), (0, 909)))
    houses = (
        (40, 210, 250, 3),
        (318, 250, 330, 0),
        (600, 190, 216, 1),
        (1010, 230, 360, 2),
        (1268, 250, 236, 0),
        (1508, 200, 300, 3),
    )
    for x, width, height, _ in houses:
        _reflection(press, x, width, height)
    for x, width, height, kind in houses:
        _house(press, x, width, height, kind)
    _lamp_and_tree(press)
    ripples(press, 800, 566, 900, (1500, 1300), (6, 0, 10, 14))
    _boat(press)
    for _ in range(420):
        left, top, length = press.rng.uniform(-100, 1640), press.rng.uniform(-40, 880), press.rng.uniform(26, 74)
        end = (left - length * 0.28, top + length)
        press.fill(
            [(left, top), (left + 2.2, top), (end[0] + 1, end[1]), end],
            (0, 0, 8, 10),
            veil=0.5,
        )


WALLS: tuple[tuple[Mix, Mix], ...] = (
    ((0, 14, 46, 4), (24, 30, 46, 10)), ((0, 34, 50, 0), (30, 50, 44, 0)), ((0, 4, 16, 10), (26, 10, 20, 24)),
    ((6, 20, 60, 10), (40, 34, 50, 10)),
)  # fmt: skip


def _house(press: Press, x: float, width: float, height: float, kind: int) -> None:
    light, dark = WALLS[kind]
    top, split = 556 - height, x + width * 0.66
    press.fill(box(x, top, split, 556), light)
    press.fill(box(split, top, x + width, 556), dark)
    if kind in (0, 3):
        press.fill(
            [(x - 16, top + 4), (x + 30, top - 62), (x + width - 46, top - 62), (x + width + 16, top + 4)],
            (6, 88, 66, 0),
        )
        press.fill(
            [(split - 10, top + 4), (split - 40, top - 62), (x + width - 46, top - 62), (x + width + 16, top + 4)],
            (36, 90, 56, 0),
        )
    else:
        press.fill(box(x - 8, top - 14, x + width + 8, top + 4), (50, 16, 20, 40))
        press.fill(box(x + 26, top - 58, x + 78, top - 14), (20, 10, 20, 50))
        press.stroke([(x + width - 50, top - 14), (x + width - 50, top - 84)], 4, (80, 10, 0, 40))
        press.stroke([(x + width - 74, top - 70), (x + width - 26, top - 70)], 3, (80, 10, 0, 40))
    for row in range(int(height // 96)):
        for column in range(2):
            wx, wy = x + 26 + column * width * 0.31, top + 34 + row * 96
            lit = press.rng.random() < 0.22
            press.fill(box(wx - 4, wy - 4, wx + 42, wy + 60), (10, 0, 10, 6))
            press.fill(box(wx, wy, wx + 38, wy + 56), (0, 10, 88, 0) if lit else (78, 4, 0, 54))
            press.fill(box(wx + 18, wy, wx + 21, wy + 56), (10, 0, 10, 6))
    press.fill(box(x - 4, 538, x + width + 4, 560), (66, 4, 10, 60), veil=0.5)


def _reflection(press: Press, x: float, width: float, height: float) -> None:
    press.beam(
        box(x, 556, x + width, 556 + height * 0.8), (62, 10, 12, 62), (x, 556), (x, 556 + height * 0.86), veil=0.85
    )
    y = 566.0
    while y < 556 + height * 0.8:
        offset = press.rng.uniform(-20, 20)
        press.brush(
            [(x - 20 + offset + i * (width + 40) / 12, y) for i in range(13)], 5 + (y - 556) / 40, (8, 2, 16, 34)
        )
        y += 16


def _lamp_and_tree(press: Press) -> None:
    ink: Mix = (84, 10, 0, 50)
    press.stroke([(930, 700), (930, 330)], 10, ink)
    press.stroke(arc((966, 334), 36, 34, 180, 290, 14), 9, ink)
    press.fill([(952, 304), (1012, 304), (1024, 330), (944, 330)], ink)
    press.glow((984, 340), 150, (0, 6, 80, 0), veil=0.9)
    press.fill(box(952, 330, 1016, 338), (0, 2, 40, 0))
    press.beam(box(924, 700, 936, 870), ink, (930, 700), (930, 880), veil=0.7)
    press.taper(smooth([(548, 596), (544, 520), (560, 430)]), (22, 12), ink)
    for y, half in ((598, 60), (608, 92)):
        press.brush([(548 - half + i * half / 6, y) for i in range(13)], 6, (2, 0, 8, 10))
    for x, y, r in ((548, 400, 70), (606, 440, 52), (500, 446, 50), (566, 350, 50)):
        press.disc((x, y), r, (40, 10, 40, 76), r * 0.84)
        press.disc((x - 14, y - 12), r * 0.66, (14, 6, 46, 66), r * 0.5)


def _boat(press: Press) -> None:
    press.beam(
        smooth([(620, 772), (900, 760), (1210, 772), (1140, 850), (900, 872), (690, 846)], closed=True),
        (90, 10, 0, 50),
        (900, 760),
        (900, 880),
        veil=0.85,
    )
    for x, height, ink, scarf, head in (
        (800, 210, (0, 20, 86, 0), True, (70, 60, 10, 0)),
        (900, 206, (10, 0, 4, 86), False, (40, 46, 50, 0)),
        (978, 160, (0, 0, 10, 6), False, (30, 40, 50, 0)),
    ):
        figure(press, (x, 790), height, Look(ink, scarf=scarf, coat=True, head=head, hair=(94, 20, 0, 30)))
    figure(
        press,
        (1092, 786),
        270,
        Look((0, 86, 66, 0), coat=True, legs=(80, 10, 0, 50), head=(54, 50, 50, 0), hair=(100, 30, 0, 40)),
    )
    press.stroke([(1150, 470), (1226, 860)], 8, (30, 60, 70, 0))
    for hand in ([(1112, 588), (1150, 590), (1168, 566)], [(1072, 596), (1124, 634), (1184, 640)]):
        press.taper(hand, (26, 16), (0, 86, 66, 0))
    hull = smooth([(610, 716), (720, 742), (930, 750), (1130, 738), (1236, 700)], steps=8)
    press.fill(
        [
            *hull,
            *smooth([(1236, 700), (1190, 790), (1120, 818), (900, 826), (720, 814), (650, 776), (610, 716)], steps=8),
        ],
        (88, 20, 0, 50),
    )
    press.fill([*hull, *[(x, y + 16) for x, y in reversed(hull)]], (0, 4, 16, 4))
    press.brush(smooth([(560, 826), (760, 842), (1000, 842), (1290, 820)]), 16, (2, 0, 6, 6))
