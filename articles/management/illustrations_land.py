"""Pictures of open country: olive, desert."""

import math

from articles.management.illustrations_figures import Look, figure, shadow
from articles.management.illustrations_press import Fade, Mix, Palette, Press
from articles.management.illustrations_shapes import Point, box, moved, smooth, turned

EARTH = Palette(paper=(251, 243, 226), inks=((56, 34, 44), (204, 80, 44), (240, 184, 84), (92, 128, 82)))


def desert(press: Press) -> None:
    """Print walkers on the crest of a dune under a great sun."""
    press.fill(box(-9, -9, 1609, 640), Fade((0, 44, 40, 20), (0, 14, 62, 0), (0, 0), (0, 600)))
    press.disc((1130, 350), 215, Fade((0, 0, 10, 0), (0, 22, 74, 0), (1130, 140), (1130, 570)))
    far = smooth([(-9, 520), (200, 480), (430, 530), (700, 470), (980, 520), (1280, 470), (1609, 510)])
    press.fill([*far, (1609, 760), (-9, 760)], Fade((6, 46, 60, 0), (0, 30, 70, 0), (0, 460), (0, 700)))
    _dune(
        press,
        [(-9, 610), (240, 545), (520, 560), (820, 640), (1180, 700), (1609, 690)],
        (520, 560),
        ((0, 46, 82, 0), (30, 80, 50, 0)),
    )
    crest = smooth([(1609, 500), (1400, 540), (1180, 590), (960, 640), (760, 668), (520, 720), (250, 800), (-9, 860)])
    press.fill([*crest, (-9, 909), (1609, 909)], Fade((4, 62, 84, 0), (0, 34, 78, 0), (300, 900), (1300, 640)))
    edge = smooth([(1180, 590), (1090, 660), (1120, 730), (1010, 800), (1040, 909)])
    press.fill(
        [*[p for p in crest if p[0] >= 1178], *edge, (1609, 909)],
        Fade((66, 70, 20, 0), (38, 84, 44, 0), (1500, 520), (1080, 900)),
    )
    for i in range(7):
        wave = smooth(
            [
                (-9, 905 - i * 3 + i * 16),
                (260, 842 + i * 16),
                (520, 776 + i * 18),
                (780, 730 + i * 24),
                (1000, 720 + i * 30),
            ]
        )
        press.stroke(wave, 1.6, (20, 66, 84, 0))
    for t, height in ((0.30, 60), (0.345, 66), (0.38, 54), (0.425, 70), (0.50, 64), (0.535, 72)):
        foot = crest[round(t * (len(crest) - 1))]
        shadow(press, (foot[0], foot[1] + 2), (-150, 84), 10, (56, 80, 30, 0), veil=0.7)
        figure(
            press,
            (foot[0], foot[1] + 3),
            height * 1.1,
            Look((92, 40, 10, 0), coat=True, walks=True, scarf=height > 62, flip=-1),
        )
    for x in range(50):
        press.disc((1080 - x * 21 - (x % 2) * 6, 668 + x * 4.6 + (x % 2) * 5), 2.6, (30, 74, 70, 0), 1.6)


def _dune(press: Press, ridge: list[Point], peak: Point, inks: tuple[Mix, Mix]) -> None:
    line = smooth(ridge)
    press.fill([*line, (1609, 909), (-9, 909)], Fade(inks[0], (0, 30, 74, 0), (0, peak[1]), (0, peak[1] + 260)))
    lee = [p for p in line if p[0] >= peak[0]]
    foot = smooth([(1609, 760), (1180, 770), (860, 730), (660, 690), (600, 630), peak])
    press.fill([*lee, *foot], Fade(inks[1], (10, 66, 70, 0), peak, (1400, 720)))


def olive(press: Press) -> None:
    """Print an old olive tree at harvest, terraces behind it."""
    press.fill(box(-9, -9, 1609, 560), Fade((0, 2, 26, 14), (0, 22, 58, 0), (0, 0), (0, 520)))
    press.disc((330, 330), 120, Fade((0, 52, 92, 0), (0, 78, 70, 0), (0, 210), (0, 450)))
    hills = ((430, (0, 20, 34, 46)), (500, (0, 34, 60, 54)), (560, (8, 26, 66, 70)))
    for i, (y, ink) in enumerate(hills):
        ridge = smooth([(-9, y + 30 * (-1) ** i), (380, y - 40), (760, y + 30), (1180, y - 56 + i * 26), (1609, y)])
        press.fill([*ridge, (1609, 720), (-9, 720)], ink)
        for step in range(5):
            press.stroke([(x, v + 22 + step * 21) for x, v in ridge], 2.6, (16 + i * 6, 30, 44, 70))
    press.fill([*smooth([(-9, 660), (400, 630), (900, 640), (1609, 610)]), (1609, 909), (-9, 909)],
               Fade((0, 30, 72, 12), (10, 66, 70, 10), (0, 620), (0, 909)))  # fmt: skip
    press.fill(smooth([(520, 800), (760, 740), (1200, 730), (1480, 780), (1420, 850), (1000, 880), (640, 868)], closed=True),
               (0, 12, 34, 0))  # fmt: skip
    press.beam(smooth([(850, 800), (980, 764), (1200, 758), (1420, 790), (1390, 838), (1120, 850), (900, 836)], closed=True),
               (44, 50, 50, 20), (960, 800), (1500, 830), veil=0.8, grain=0.5)  # fmt: skip
    _trunk(press)
    _canopy(press)
    _harvest(press)


def _trunk(press: Press) -> None:
    dark, light = (74, 44, 40, 20), (34, 44, 60, 20)
    limbs = (
        ([(990, 560), (900, 470), (800, 420), (700, 380)], (70, 18)),
        ([(1000, 560), (1010, 440), (980, 330), (960, 230)], (74, 16)),
        ([(1030, 570), (1130, 470), (1250, 420), (1330, 360)], (72, 16)),
        ([(1050, 560), (1130, 420), (1160, 300)], (46, 14)),
    )
    for points, widths in limbs:
        press.taper(smooth(points), widths, dark)
    body = smooth([(930, 540), (950, 640), (900, 730), (820, 790), (930, 776), (980, 800), (1040, 778), (1110, 802),
                   (1220, 780), (1130, 720), (1096, 640), (1110, 530), (1020, 560)], closed=True)  # fmt: skip
    press.fill(body, dark)
    for bark in (
        [(950, 560), (976, 650), (940, 726), (880, 776)], [(984, 570), (1004, 660), (982, 740), (960, 782)],
        [(1060, 570), (1046, 660), (1078, 730), (1150, 776)], [(900, 476), (960, 530), (984, 590)],
    ):  # fmt: skip
        press.taper(smooth(bark), (14, 4), light)
    press.fill(
        smooth([(1016, 640), (1036, 610), (1052, 650), (1036, 706), (1018, 690)], closed=True), (100, 40, 20, 30)
    )


def _canopy(press: Press) -> None:
    tones = ((52, 20, 40, 78), (20, 12, 60, 74), (4, 4, 52, 50))
    masses = [(690, 350, 150, 92), (860, 250, 190, 120), (1040, 190, 200, 120), (1230, 260, 190, 120), (1370, 350, 150, 92),
              (960, 360, 150, 74), (1180, 370, 150, 76)]  # fmt: skip
    for x, y, rx, ry in masses:
        ring = [(x + rx * (0.9 + press.rng.uniform(-0.12, 0.14)) * math.cos(a / 7 * math.pi),
                 y + ry * (0.9 + press.rng.uniform(-0.14, 0.14)) * math.sin(a / 7 * math.pi)) for a in range(14)]  # fmt: skip
        press.fill(smooth(ring, closed=True), tones[0])
    leaf = [(-17, 0), (-6, -4.6), (7, -4), (17, 0), (7, 4), (-6, 4.6)]
    for tone, count, lift in ((tones[0], 500, 1.12), (tones[1], 900, 1.0), (tones[2], 620, 0.86)):
        for _ in range(count):
            x, y, rx, ry = press.rng.choice(masses)
            angle, far = press.rng.uniform(0, 2 * math.pi), math.sqrt(press.rng.random()) * lift
            dx = -34 * (1.12 - lift) * 4
            spot = (x + dx + rx * far * math.cos(angle), y + dx * 0.7 + ry * far * math.sin(angle))
            press.fill(turned(moved(leaf, *spot, press.rng.uniform(0.7, 1.25)), press.rng.uniform(-60, 60), spot), tone)
    for _ in range(120):
        x, y, rx, ry = press.rng.choice(masses)
        spot = (x + press.rng.uniform(-0.8, 0.8) * rx, y + press.rng.uniform(-0.5, 0.95) * ry)
        press.disc(spot, 6.5, (72, 60, 20, 30), 8)


def _harvest(press: Press) -> None:
    for rail in ([(600, 836), (764, 330)], [(652, 842), (800, 338)]):
        press.stroke(rail, 9, (30, 56, 70, 0))
    for i in range(1, 12):
        t = i / 12
        press.stroke([(600 + 164 * t, 836 - 506 * t), (652 + 148 * t, 842 - 504 * t)], 6, (30, 56, 70, 0))
    figure(
        press, (706, 560), 190, Look((0, 86, 74, 0), legs=(84, 30, 0, 30), head=(46, 50, 50, 0), hair=(94, 40, 20, 10))
    )
    press.taper([(716, 412), (760, 372), (776, 330)], (22, 14), (0, 86, 74, 0))
    figure(press, (1392, 838), 214, Look((70, 16, 20, 70), legs=(88, 40, 10, 20), head=(0, 8, 30, 0), scarf=True))
    press.taper([(1374, 676), (1340, 640), (1330, 596)], (24, 15), (70, 16, 20, 70))
    press.stroke([(1348, 690), (1290, 400)], 6, (30, 56, 70, 0))
    for x, y in ((1200, 850), (880, 856)):
        press.fill([(x - 62, y - 40), (x + 62, y - 40), (x + 46, y + 22), (x - 46, y + 22)], (20, 56, 76, 0))
        press.disc((x, y - 40), 62, (46, 50, 40, 20), 17)
        for _ in range(46):
            press.disc((x + press.rng.gauss(0, 22), y - 44 + press.rng.gauss(0, 5)), 7, (60, 30, 50, 70), 6)
