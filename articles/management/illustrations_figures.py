"""Small people for the illustrations: seen from afar, so without faces."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from articles.management.illustrations_press import Mix, Press
from articles.management.illustrations_shapes import Point, arc, box, moved, smooth

COAT = smooth(
    [(-0.04, -0.86), (-0.115, -0.8), (-0.135, -0.62), (-0.105, -0.47), (-0.14, -0.22), (0.14, -0.22), (0.105, -0.47),
     (0.135, -0.62), (0.115, -0.8), (0.04, -0.86)], closed=True, steps=5,
)  # fmt: skip
JACKET = smooth(
    [(-0.04, -0.86), (-0.125, -0.81), (-0.15, -0.62), (-0.125, -0.44), (0.125, -0.44), (0.15, -0.62), (0.125, -0.81),
     (0.04, -0.86)], closed=True, steps=5,
)  # fmt: skip
STANDING = ([(-0.1, -0.5), (0.0, -0.5), (-0.015, 0), (-0.105, 0)], [(0.0, -0.5), (0.1, -0.5), (0.1, 0), (0.01, 0)])
WALKING = (
    [(-0.09, -0.5), (0.05, -0.5), (-0.02, -0.24), (-0.15, 0), (-0.23, -0.01), (-0.1, -0.26)],
    [(-0.05, -0.5), (0.09, -0.5), (0.12, -0.24), (0.2, 0), (0.1, 0), (0.03, -0.24)],
)
SCARF = smooth(
    [(0, -1), (-0.085, -0.95), (-0.1, -0.86), (-0.13, -0.76), (0.13, -0.76), (0.1, -0.86), (0.085, -0.95)],
    closed=True,
    steps=5,
)

SKINS: tuple[Mix, ...] = ((6, 30, 44, 0), (24, 46, 50, 0), (46, 54, 46, 0))
CAST = smooth([(-0.13, -0.3), (-0.11, -0.5), (-0.14, -0.74), (-0.05, -0.83), (-0.07, -0.92), (0, -1), (0.07, -0.92),
               (0.05, -0.83), (0.14, -0.74), (0.11, -0.5), (0.13, -0.3)], steps=5)  # fmt: skip


@dataclass(frozen=True)
class Look:
    """How a small person looks: the ink of the clothes, their cut, and what differs from them."""

    ink: Mix
    coat: bool = False
    walks: bool = False
    scarf: bool = False
    flip: int = 1
    legs: Mix | None = None
    head: Mix | None = None
    hair: Mix | None = None


def figure(press: Press, foot: Point, height: float, look: Look) -> None:
    """Stand a person of that height (in units of the design) on a point."""

    def at(points: list[Point]) -> list[Point]:
        return moved(points, foot[0], foot[1], height, look.flip)

    for leg in WALKING if look.walks else STANDING:
        press.fill(at(leg), look.legs or look.ink)
    skin = look.head or look.ink
    if look.scarf:
        press.fill(at(SCARF), skin)
        press.fill(at(COAT), look.ink)
        return
    press.fill(at(COAT if look.coat else JACKET), look.ink)
    press.fill(at(box(-0.03, -0.9, 0.03, -0.82)), skin)
    x, y = at([(0.012, -0.925)])[0]
    press.disc((x, y), 0.062 * height, skin, 0.075 * height)
    if look.hair:
        press.fill(arc((x, y - 0.004 * height), 0.072 * height, 0.086 * height, 168, 376), look.hair)


def shadow(press: Press, foot: Point, reach: Point, width: float, ink: Mix, *, veil: float = 0.55) -> None:
    """Cast a person's long shadow on the ground: where its head falls, and how wide the shoulders fall."""
    length = math.hypot(*reach)
    across = (-reach[1] / length * width, reach[0] / length * width)
    outline = [*((-0.05, 0.0), (-0.07, -0.24)), *CAST, *((0.07, -0.24), (0.05, 0.0))]
    body = [
        (foot[0] + x * 3.4 * across[0] - y * reach[0], foot[1] + x * 3.4 * across[1] - y * reach[1]) for x, y in outline
    ]
    press.beam(body, ink, foot, (foot[0] + reach[0] * 1.25, foot[1] + reach[1] * 1.25), veil=veil, grain=0.5)


def crowd(press: Press, line: Sequence[tuple[Point, float]], inks: list[Mix], reach: Point | None = None) -> None:
    """Stand people one behind the other, each different, those farther away first."""
    for foot, height in line:
        if reach:
            shadow(press, foot, (reach[0] * height / 100, reach[1] * height / 100), height * 0.22, (90, 20, 0, 20))
    for foot, height in line:
        roll = press.rng.random()
        wears_scarf = 0.25 < roll < 0.5
        look = Look(
            press.rng.choice(inks),
            coat=roll < 0.5,
            scarf=wears_scarf,
            walks=roll > 0.7,
            flip=press.rng.choice((1, -1)),
            legs=(92, 20, 0, 20),
            hair=(92, 40, 10, 10),
            head=press.rng.choice(inks if wears_scarf else SKINS),
        )
        figure(press, foot, height, look)
