"""The demo newsroom's pictures: drawn here, by our own hand, whenever a demo is made."""

from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from articles.management import illustrations_city as city
from articles.management import illustrations_land as land
from articles.management import illustrations_people as people
from articles.management import illustrations_rooms as rooms
from articles.management import illustrations_sea as sea
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
    "grid": Scene(land.grid, land.DUSK),
    "satellite": Scene(land.satellite, land.ORBIT),
    "library": Scene(rooms.library, rooms.READING),
    "datacentre": Scene(rooms.datacentre, rooms.MACHINE),
    "kitchen": Scene(rooms.kitchen, rooms.TABLE),
    "theatre": Scene(rooms.theatre, rooms.STAGE),
    "market": Scene(city.market, city.SOUK),
    "metro": Scene(city.metro, city.LINE),
    "stadium": Scene(city.stadium, city.FLOODLIGHT),
    "ballot": Scene(city.ballot, city.CIVIC),
    "flood": Scene(sea.flood, sea.RAIN),
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
