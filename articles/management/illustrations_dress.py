"""What the sitters of the portraits wear: hair and clothes."""

import math
from dataclasses import dataclass

from articles.management.illustrations_press import Fade, Mix, Press
from articles.management.illustrations_shapes import Point, Points, arc, smooth


@dataclass
class Easel:
    """A press that can mirror a sitter."""

    press: Press
    flip: bool
    lift: float = 0

    def at(self, points: Points) -> list[Point]:
        return [(1000 - x if self.flip else x, y - self.lift) for x, y in points]

    def fill(self, points: Points, ink: Mix | Fade, *, veil: float = 1) -> None:
        self.press.fill(self.at(points), ink, veil=veil)

    def blob(self, points: Points, ink: Mix | Fade, *, veil: float = 1) -> None:
        self.fill(smooth(points, closed=True), ink, veil=veil)

    def stroke(self, points: Points, width: float, ink: Mix) -> None:
        self.press.stroke(self.at(points), width, ink)


def darker(ink: Mix, by: float = 20) -> Mix:
    """Put the shadow side of a colour under more of the dark ink and the warm one."""
    return min(100, ink[0] + by), min(100, ink[1] + by * 0.7), min(100, ink[2] + by * 0.3), ink[3]


def crop(easel: Easel, ink: Mix) -> None:
    """Short hair, parted."""
    easel.blob([(368, 400), (356, 320), (392, 236), (470, 192), (560, 196), (626, 248), (646, 330), (632, 410), (616, 372), (604, 320),
                (540, 310), (470, 330), (404, 316), (386, 360)], ink)  # fmt: skip
    easel.blob([(560, 200), (624, 250), (646, 330), (632, 408), (614, 360), (604, 316), (570, 260)], darker(ink, 20))


def wave(easel: Easel, ink: Mix) -> None:
    """Full hair, combed back."""
    easel.blob([(376, 400), (350, 330), (366, 236), (440, 164), (550, 150), (640, 206), (660, 306), (636, 410), (618, 360), (598, 296),
                (520, 262), (440, 276), (400, 320)], ink)  # fmt: skip
    for i in range(3):
        lock = smooth(
            [
                (398 + i * 30, 282 - i * 22),
                (450 + i * 36, 232 - i * 16),
                (540 + i * 30, 222 - i * 8),
                (606 + i * 12, 276 - i * 6),
            ]
        )
        easel.press.brush(easel.at(lock), 8, darker(ink, 20))


def receding(easel: Easel, ink: Mix) -> None:
    """What is left of the hair, round the back of the head."""
    easel.blob([(372, 444), (352, 380), (360, 300), (392, 262), (412, 282), (394, 340), (390, 404)], ink)
    easel.blob([(622, 444), (648, 380), (640, 296), (606, 256), (590, 284), (610, 340), (614, 404)], darker(ink, 16))


def curls(easel: Easel, ink: Mix) -> None:
    """A head of curls."""
    rng = easel.press.rng
    spots = []
    for i in range(30):
        angle = math.radians(178 + i * 184 / 29)
        spots.append((500 + 142 * math.cos(angle), 350 + 150 * math.sin(angle), rng.uniform(36, 52)))
    spots += [(396 + i * 21, 292 - 44 * math.sin(i / 10 * math.pi), rng.uniform(34, 42)) for i in range(11)]
    spots += [(rng.uniform(410, 600), rng.uniform(214, 270), 44.0) for _ in range(14)]
    for x, y, size in spots:
        easel.fill(arc((x, y), size, size, 0, 360, 30), ink if x < 550 else darker(ink, 12))
    for x, y, size in spots[::2]:
        easel.stroke(
            arc((x, y), size * 0.5, size * 0.46, 180, 330, 12), 5, (70, 40, 30, 0) if x < 550 else darker(ink, 30)
        )


def bob(easel: Easel, ink: Mix) -> None:
    """Hair to the jaw, with a fringe."""
    easel.blob([(364, 600), (330, 560), (322, 420), (352, 264), (440, 186), (556, 184), (648, 264), (680, 420), (672, 560), (640, 604), (616, 590), (626, 480),
                (618, 380), (584, 322), (500, 352), (420, 340), (388, 384), (374, 470), (384, 590)], ink)  # fmt: skip
    easel.blob(
        [(604, 336), (566, 194), (648, 264), (680, 420), (672, 560), (640, 604), (616, 590), (626, 480)],
        darker(ink, 18),
    )


def _bob_behind(easel: Easel, ink: Mix) -> None:
    easel.blob(
        [(500, 190), (352, 270), (318, 460), (330, 600), (420, 650), (580, 650), (672, 600), (684, 460), (648, 270)],
        darker(ink, 22),
    )


def long_hair(easel: Easel, ink: Mix) -> None:
    """Hair over the shoulders, parted in the middle."""
    easel.blob(
        [
            (498, 228),
            (420, 290),
            (384, 400),
            (372, 540),
            (366, 660),
            (330, 800),
            (300, 700),
            (312, 470),
            (336, 300),
            (410, 200),
            (500, 182),
        ],
        ink,
    )
    easel.blob(
        [
            (498, 228),
            (580, 290),
            (614, 400),
            (628, 540),
            (640, 660),
            (676, 800),
            (704, 700),
            (690, 470),
            (664, 300),
            (590, 200),
            (500, 182),
        ],
        darker(ink, 16),
    )


def _long_behind(easel: Easel, ink: Mix) -> None:
    easel.blob(
        [(500, 190), (340, 290), (300, 520), (290, 760), (400, 830), (600, 830), (712, 760), (700, 520), (660, 290)],
        darker(ink, 20),
    )


def scarf(easel: Easel, ink: Mix) -> None:
    """A headscarf, drawn over hair and neck."""
    outer = [(500, 176), (384, 216), (322, 330), (318, 500), (336, 640), (272, 760), (330, 860), (500, 900), (680, 850), (730, 750), (668, 640),
             (684, 500), (676, 330), (614, 214)]  # fmt: skip
    opening = smooth([(500, 278), (424, 300), (390, 370), (386, 480), (410, 570), (466, 640), (510, 648), (566, 612), (604, 530), (614, 420), (596, 330),
                      (560, 294)], closed=True)  # fmt: skip
    ring = smooth(outer, closed=True)
    near = min(range(len(ring)), key=lambda i: math.dist(ring[i], opening[0]))
    easel.fill([*ring[near:], *ring[: near + 1], *reversed(opening), opening[-1]], ink)
    folds = (
        [(350, 640), (440, 700), (560, 690), (650, 620)],
        [(300, 740), (430, 780), (580, 760), (690, 700)],
        [(362, 330), (346, 470), (372, 600)],
    )
    for fold in folds:
        easel.press.brush(easel.at(smooth(fold)), 22, darker(ink, 22))
    easel.blob(
        [(600, 320), (640, 300), (676, 400), (676, 520), (660, 620), (600, 660), (540, 670), (600, 580), (622, 460)],
        darker(ink, 16),
        veil=0.85,
    )


def suit(easel: Easel, ink: Mix, trim: Mix) -> None:
    """A jacket over a shirt."""
    easel.blob(
        [(110, 1060), (150, 880), (260, 800), (400, 744), (500, 790), (600, 744), (740, 800), (850, 880), (890, 1060)],
        ink,
    )
    easel.fill([(404, 736), (500, 806), (604, 736), (580, 1040), (430, 1040)], trim)
    easel.fill([(400, 736), (350, 830), (420, 850), (396, 890), (490, 1040), (470, 930)], darker(ink, 14))
    easel.fill([(606, 736), (650, 830), (584, 850), (606, 890), (510, 1040), (536, 930)], darker(ink, 26))
    easel.fill([(404, 730), (440, 850), (500, 800)], darker(trim, 4))
    easel.fill([(600, 730), (566, 850), (500, 800)], darker(trim, 14))


def tie(easel: Easel, ink: Mix, trim: Mix) -> None:
    """A jacket, a shirt and a tie."""
    suit(easel, ink, (0, 2, 10, 4))
    easel.fill([(482, 812), (520, 812), (530, 846), (500, 862), (472, 846)], trim)
    easel.fill([(474, 856), (528, 856), (546, 1040), (456, 1040)], darker(trim, 8))


def jumper(easel: Easel, ink: Mix, trim: Mix) -> None:
    """A jumper with a high neck."""
    easel.blob(
        [(120, 1060), (150, 890), (270, 810), (400, 760), (500, 800), (600, 760), (730, 810), (850, 890), (880, 1060)],
        ink,
    )
    easel.blob(
        [(560, 790), (640, 770), (740, 814), (850, 890), (880, 1060), (700, 1060), (720, 900)],
        darker(ink, 16),
        veil=0.8,
    )
    easel.blob([(404, 690), (500, 742), (604, 690), (622, 770), (500, 834), (384, 770)], trim)
    for i in range(9):
        x = 402 + i * 25
        easel.stroke(
            [(x, 726 + 30 * math.sin(i / 8 * math.pi)), (x - 3, 776 + 34 * math.sin(i / 8 * math.pi))],
            3,
            darker(trim, 18),
        )


def blouse(easel: Easel, ink: Mix, trim: Mix) -> None:
    """An open collar."""
    easel.blob(
        [(130, 1060), (160, 890), (290, 806), (410, 750), (500, 880), (600, 750), (720, 806), (840, 890), (870, 1060)],
        ink,
    )
    easel.fill([(420, 740), (506, 900), (594, 740), (560, 700), (450, 700)], trim)
    easel.fill([(404, 728), (352, 800), (440, 890), (506, 902)], darker(ink, 10))
    easel.fill([(604, 728), (656, 800), (580, 890), (506, 902)], darker(ink, 24))
    easel.stroke([(506, 902), (512, 1040)], 4, darker(ink, 26))
    for y in (936, 990):
        easel.press.disc(easel.at([(524, y)])[0], 7, trim)


BEHIND = {long_hair: _long_behind, bob: _bob_behind}
