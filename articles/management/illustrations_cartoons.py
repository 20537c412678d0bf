"""A cartoon, drawn with fewer inks and a thicker line than the pictures: loaf."""

from articles.management.illustrations_press import Fade, Palette, Press
from articles.management.illustrations_shapes import Point, arc, box, moved, smooth, turned

CARTOON = Palette(paper=(250, 244, 230), inks=((34, 32, 42), (196, 48, 40), (238, 176, 84), (84, 130, 150)))
LINE = (96, 10, 0, 0)


def loaf(press: Press) -> None:
    """Print a loaf that rises like a balloon out of a man's reach."""
    press.fill(box(-9, -9, 1609, 909), Fade((0, 0, 6, 46), (0, 0, 26, 4), (0, 0), (0, 820), grain=0.8))
    for x, y, size in ((240, 250, 1.1), (1430, 150, 0.8), (620, 520, 0.9), (960, 590, 1.2), (130, 610, 1.0)):
        _cloud(press, (x, y), size)
    press.fill(smooth([(-20, 800), (380, 776), (900, 792), (1620, 766)]) + [(1620, 920), (-20, 920)], (30, 0, 50, 34))
    press.stroke(smooth([(-20, 800), (380, 776), (900, 792), (1620, 766)]), 7, LINE)
    _bread(press, (1080, 240))
    _tag(press, (1230, 556))
    _ladder(press, (360, 792), (470, 520))
    _man(press, (464, 520))


def _cloud(press: Press, at: Point, size: float) -> None:
    shape = [(-90, 20), (-60, -18), (-20, -22), (10, -50), (60, -30), (96, -8), (110, 20), (0, 30)]
    outline = smooth(moved(shape, *at, size), closed=True)
    press.fill(outline, (0, 0, 4, 10))
    press.stroke(outline, 4, (40, 0, 0, 40))


def _bread(press: Press, at: Point) -> None:
    outline = arc(at, 300, 190, 0, 360, 60)
    press.fill([(x + 16, y + 20) for x, y in outline], (50, 10, 20, 30), veil=0.35)
    press.fill(outline, Fade((4, 14, 60, 0), (26, 40, 96, 0), (at[0] - 220, at[1] - 180), (at[0] + 240, at[1] + 200)))
    press.stroke(outline, 9, LINE)
    for dx in (-170, -60, 50, 160):
        cut = turned(arc((at[0] + dx, at[1] - 20), 26, 104, 0, 360, 24), 24, (at[0] + dx, at[1] - 20))
        press.fill(cut, (0, 6, 34, 0))
        press.stroke(cut, 5, LINE)
    for foot in (-70, 0, 70):
        press.stroke([(at[0] + foot, at[1] + 184), (at[0] + 60, at[1] + 252)], 5, LINE)
    press.stroke(smooth([(at[0] + 60, at[1] + 252), (at[0] + 96, at[1] + 290), (1230, 556)]), 5, LINE)


def _tag(press: Press, at: Point) -> None:
    x, y = at
    card = turned([(x - 58, y + 30), (x, y - 8), (x + 58, y + 30), (x + 58, y + 138), (x - 58, y + 138)], 8, at)
    press.fill(card, (0, 90, 70, 0))
    press.stroke([*card, card[0]], 7, LINE)
    press.disc((x, y + 18), 8, (0, 0, 6, 0))
    # An Arabic question mark opens the other way.
    hook = arc((x - 6, y + 70), 24, 24, -10, -250, 24)
    press.stroke(turned([*hook, (x - 8, y + 108)], 8, at), 10, (0, 0, 8, 0))
    press.disc(turned([(x - 8, y + 124)], 8, at)[0], 8, (0, 0, 8, 0))


def _ladder(press: Press, foot: Point, top: Point) -> None:
    dx, dy = top[0] - foot[0], top[1] - foot[1]
    for side in (-34, 34):
        press.stroke([(foot[0] + side, foot[1]), (top[0] + side, top[1] - 20)], 9, LINE)
    for part in (0.12, 0.3, 0.62, 0.98):
        x, y = foot[0] + dx * part, foot[1] + dy * part
        press.stroke([(x - 36, y), (x + 36, y)], 8, LINE)


def _man(press: Press, feet: Point) -> None:
    x, y = feet
    for leg in (-16, 18):
        press.stroke([(x + leg, y - 4), (x + 2, y - 96)], 17, (80, 0, 0, 40))
    coat = smooth([(x - 34, y - 84), (x - 26, y - 190), (x + 26, y - 196), (x + 36, y - 86)], closed=True)
    press.fill(coat, (0, 20, 20, 84))
    press.stroke([*coat, coat[0]], 6, LINE)
    press.stroke(smooth([(x + 18, y - 178), (x + 110, y - 216), (x + 214, y - 232)]), 15, (0, 20, 20, 84))
    press.disc((x + 226, y - 236), 13, (6, 26, 46, 0))
    press.stroke(smooth([(x - 20, y - 176), (x - 62, y - 130), (x - 70, y - 92)]), 15, (0, 20, 20, 84))
    press.fill([(x - 122, y - 92), (x - 22, y - 92), (x - 40, y - 24), (x - 104, y - 24)], (18, 40, 80, 0))
    press.stroke([(x - 122, y - 92), (x - 22, y - 92), (x - 40, y - 24), (x - 104, y - 24), (x - 122, y - 92)], 6, LINE)
    press.disc((x + 4, y - 226), 36, (6, 26, 46, 0))
    press.stroke(arc((x + 4, y - 226), 36, 36, 0, 360, 40), 6, LINE)
    press.fill(arc((x + 2, y - 244), 38, 24, 180, 360, 24), LINE)
    press.disc((x + 20, y - 230), 5, LINE)
    press.stroke([(x + 12, y - 206), (x + 28, y - 210)], 5, LINE)
