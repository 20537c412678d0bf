"""The demo newsroom's pictures: drawn here, by our own hand, whenever a demo is made."""

from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from articles.management import illustrations_cartoons as cartoons
from articles.management import illustrations_crowds as crowds
from articles.management import illustrations_land as land
from articles.management import illustrations_machines as machines
from articles.management import illustrations_people as people
from articles.management import illustrations_rooms as rooms
from articles.management import illustrations_sea as sea
from articles.management import illustrations_table as table
from articles.management import illustrations_town as town
from articles.management.illustrations_press import Palette, Press


@dataclass(frozen=True)
class Scene:
    """What is printed, and with which inks."""

    paint: Callable[[Press], None]
    palette: Palette


SCENES = {
    "harbour": Scene(sea.harbour, sea.DAWN),
    "desert": Scene(land.desert, land.EARTH),
    "olive": Scene(land.olive, land.EARTH),
    "grid": Scene(machines.grid, machines.DUSK),
    "satellite": Scene(machines.satellite, machines.ORBIT),
    "library": Scene(rooms.library, rooms.READING),
    "datacentre": Scene(machines.datacentre, machines.MACHINE),
    "kitchen": Scene(table.kitchen, table.TABLE),
    "theatre": Scene(rooms.theatre, rooms.STAGE),
    "market": Scene(town.market, town.SOUK),
    "metro": Scene(crowds.metro, crowds.LINE),
    "stadium": Scene(crowds.stadium, crowds.FLOODLIGHT),
    "ballot": Scene(town.ballot, town.CIVIC),
    "flood": Scene(sea.flood, sea.RAIN),
    "loaf": Scene(cartoons.loaf, cartoons.CARTOON),
}


PORTRAITS = {
    f"portrait-{i}": Scene(people.portrait(sitter), people.STUDIO) for i, sitter in enumerate(people.SITTERS, 1)
}


def draw(key: str, *, width: int = 1600, height: int = 900) -> Image.Image:
    """Print the picture of that name: the same pixels every time, cut to the shape asked for; a portrait is a square.

    Raises:
        KeyError: there is no picture of that name.
    """
    if key in PORTRAITS:
        width = height = min(width, height)
        design = (1000, 1000)
    else:
        design = (1600, 900)
    scene = (SCENES | PORTRAITS)[key]
    scale = max(width / design[0], height / design[1])
    press = Press(scene.palette, key, scale, *design)
    scene.paint(press)
    sheet = press.print()
    left, top = (sheet.width - width) // 2, (sheet.height - height) // 2
    return sheet.crop((left, top, left + width, top + height))
