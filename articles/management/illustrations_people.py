"""Portraits for bylines: people drawn by light and shade alone, without features."""

from collections.abc import Callable
from dataclasses import dataclass

from articles.management.illustrations_dress import (
    BEHIND,
    Easel,
    blouse,
    bob,
    crop,
    curls,
    darker,
    jumper,
    long_hair,
    receding,
    scarf,
    suit,
    tie,
    wave,
)
from articles.management.illustrations_press import Fade, Mix, Palette, Press
from articles.management.illustrations_shapes import arc, box, smooth

STUDIO = Palette(paper=(251, 242, 225), inks=((40, 28, 52), (216, 80, 56), (244, 186, 84), (48, 128, 140)))


FAIR: Mix = (0, 16, 32, 0)


WHEAT: Mix = (4, 28, 44, 0)


BROWN: Mix = (20, 46, 56, 0)


DEEP: Mix = (42, 56, 56, 0)


BLACK: Mix = (94, 40, 10, 0)


CHESTNUT: Mix = (60, 66, 50, 0)


GREY: Mix = (26, 6, 8, 10)


FRAME: Mix = (100, 40, 0, 20)


CREAM: Mix = (0, 3, 14, 3)


FACE = smooth(
    [(384, 330), (374, 430), (386, 516), (424, 596), (476, 640), (512, 642), (566, 604), (606, 522), (622, 430), (616, 330),
     (560, 266), (500, 252), (440, 266)], closed=True,
)  # fmt: skip


SHADE = [
    *smooth([(528, 252), (524, 330), (516, 384), (506, 420), (474, 502), (484, 520), (514, 522), (516, 540), (500, 552), (512, 560),
             (508, 578), (514, 600), (508, 644)], steps=6),
    *smooth([(512, 644), (566, 606), (606, 522), (622, 430), (616, 330), (560, 266), (528, 252)], steps=6),
]  # fmt: skip


@dataclass(frozen=True)
class Sitter:
    """One person: what the light falls on."""

    skin: Mix
    hair: Callable[["Easel", Mix], None]
    hair_ink: Mix
    dress: Callable[["Easel", Mix, Mix], None]
    dress_ink: Mix
    trim: Mix
    back: tuple[Mix, Mix]
    flip: bool = False
    glasses: bool = False
    beard: Mix | None = None


def portrait(sitter: Sitter) -> Callable[[Press], None]:
    """Return the painter of one sitter."""

    def paint(press: Press) -> None:
        easel = Easel(press, sitter.flip)
        press.fill(box(-9, -9, 1009, 1009), sitter.back[0])
        press.disc((500, 470), 390, Fade(sitter.back[1], darker(sitter.back[1], 12), (250, 150), (800, 860)))
        _head(easel, sitter)

    return paint


def _head(easel: Easel, sitter: Sitter) -> None:
    shade = darker(sitter.skin, 22)
    if sitter.hair in BEHIND:
        BEHIND[sitter.hair](easel, sitter.hair_ink)
    sitter.dress(Easel(easel.press, sitter.flip, lift=34), sitter.dress_ink, sitter.trim)
    easel.blob([(430, 560), (426, 670), (404, 716), (500, 770), (606, 714), (584, 670), (580, 560)], sitter.skin)
    easel.blob([(434, 606), (500, 664), (580, 590), (584, 670), (604, 712), (530, 756), (506, 700)], shade)
    easel.blob([(384, 420), (360, 412), (356, 462), (372, 506), (392, 500)], sitter.skin)
    if sitter.hair is receding:
        easel.blob([(384, 360), (388, 280), (440, 216), (512, 200), (576, 222), (614, 290), (616, 360)], sitter.skin)
        easel.fill([(528, 270), (518, 201), *smooth([(518, 201), (576, 222), (614, 290), (618, 370)])], shade)
    easel.fill(FACE, sitter.skin)
    easel.fill(SHADE, Fade(shade, darker(sitter.skin, 34), (500, 400), (640, 560), grain=0.6))
    if sitter.beard:
        _beard(easel, sitter.beard)
    if sitter.glasses:
        easel.stroke([(390, 410), (362, 404)], 8, FRAME)
    sitter.hair(easel, sitter.hair_ink)
    if sitter.glasses:
        _glasses(easel)


def _beard(easel: Easel, ink: Mix) -> None:
    whole = [(380, 460), (388, 540), (410, 616), (462, 678), (512, 684), (574, 640), (612, 550), (620, 460), (600, 520), (566, 544),
             (520, 534), (496, 530), (460, 540), (420, 540), (396, 506)]  # fmt: skip
    easel.blob(whole, ink)
    easel.blob([(508, 536), (560, 548), (604, 520), (616, 480), (606, 560), (570, 640), (512, 684)], darker(ink, 16))
    easel.blob([(466, 566), (494, 560), (524, 568), (496, 580)], darker(ink, 30))


def _glasses(easel: Easel) -> None:
    for x in (440, 560):
        lens = arc((x, 418), 50, 46, 0, 360, 40)
        easel.fill(lens, (0, 0, 10, 12), veil=0.4)
        easel.stroke(lens, 8, FRAME)
    easel.stroke(arc((500, 414), 14, 12, 190, 350, 10), 8, FRAME)
    easel.fill([(412, 450), (446, 380), (466, 380), (430, 454)], (0, 0, 4, 0), veil=0.4)


SITTERS = (
    Sitter(WHEAT, crop, BLACK, suit, (76, 10, 0, 50), CREAM, ((0, 20, 74, 0), (0, 66, 70, 0)), glasses=True),
    Sitter(
        FAIR,
        scarf,
        (20, 0, 4, 86),
        jumper,
        (84, 30, 0, 30),
        (84, 30, 0, 30),
        ((0, 56, 56, 0), (0, 16, 62, 0)),
        flip=True,
    ),
    Sitter(BROWN, curls, BLACK, blouse, (0, 84, 64, 0), BROWN, ((10, 0, 6, 50), (0, 10, 46, 10))),
    Sitter(
        FAIR,
        receding,
        GREY,
        tie,
        (70, 40, 20, 10),
        (0, 88, 60, 0),
        ((10, 0, 10, 70), (6, 4, 20, 34)),
        flip=True,
        beard=GREY,
    ),
    Sitter(
        WHEAT,
        long_hair,
        CHESTNUT,
        blouse,
        (16, 0, 10, 84),
        WHEAT,
        ((0, 36, 46, 0), (0, 70, 62, 0)),
        flip=True,
        glasses=True,
    ),
    Sitter(
        DEEP,
        crop,
        (100, 60, 20, 20),
        jumper,
        (0, 24, 90, 0),
        (4, 40, 92, 0),
        ((60, 10, 6, 70), (6, 0, 10, 62)),
        beard=(100, 60, 20, 20),
    ),
    Sitter(WHEAT, bob, BLACK, suit, (0, 80, 66, 0), CREAM, ((0, 10, 40, 8), (10, 0, 10, 56))),
    Sitter(
        BROWN,
        wave,
        (44, 14, 14, 14),
        suit,
        (30, 6, 10, 66),
        (70, 20, 0, 40),
        ((6, 66, 60, 0), (0, 24, 72, 0)),
        flip=True,
        beard=None,
    ),
)
