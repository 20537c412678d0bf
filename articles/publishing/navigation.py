"""What is the same on every page: the house and its sections, held in the process for a minute.

Three queries when cold (four in a house that shows the Hijri date), none when held. Nothing that has a window may be
held here: it could not flip at its moment.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from articles.models import HijriMonth, House, Language, Section, StaticPage

HELD_FOR = timedelta(seconds=60)
MOST_PAGES = 24


@dataclass(frozen=True)
class Place:
    """A section as readers know it."""

    pk: int
    slug: str
    name_ar: str
    name_en: str

    def name(self, language: str) -> str:
        """Return the section's name in a language."""
        return self.name_ar if language == Language.AR else self.name_en


@dataclass(frozen=True)
class Navigation:
    """The house, its zone, its sections and its own pages in their order, as they were at `loaded_at`."""

    house: House
    zone: ZoneInfo
    sections: Mapping[int, Place]
    loaded_at: datetime
    hijri: Mapping[str, Mapping[tuple[int, int], int]] = field(default_factory=dict)
    pages: tuple[tuple[str, str, str], ...] = ()

    def section_of_slug(self, slug: str) -> Place | None:
        """Return the section of an address."""
        return next((place for place in self.sections.values() if place.slug == slug), None)


_held: dict[str, Navigation] = {}


def current(at: datetime) -> Navigation:
    """Return the navigation held, or a new one when it is older than a minute."""
    held = _held.get("navigation")
    if held is None or not timedelta(0) <= at - held.loaded_at < HELD_FOR:
        held = reloaded(at)
    return held


def reloaded(at: datetime) -> Navigation:
    """Return the navigation as the database has it now, and hold it: for what the held one does not know."""
    house = House.objects.get_or_create(pk=1)[0]
    rows = Section.objects.values_list("pk", "slug", "name_ar", "name_en")
    hijri = _announced_months() if house.shows_hijri else {}
    pages = tuple(StaticPage.objects.values_list("slug", "title_ar", "title_en")[:MOST_PAGES])
    made = Navigation(house, ZoneInfo(house.time_zone), {row[0]: Place(*row) for row in rows}, at, hijri, pages)
    _held["navigation"] = made
    return made


def _announced_months() -> dict[str, dict[tuple[int, int], int]]:
    """Return the newest announced Hijri months by language; what is shown is today, and the archive of some years."""
    found: dict[str, dict[tuple[int, int], int]] = {}
    for language, year, month, offset in HijriMonth.objects.values_list("language", "year", "month", "offset")[:240]:
        found.setdefault(language, {})[year, month] = offset
    return found


def first_language_held() -> str:
    """Return the house's first language without asking the database: Arabic while nothing is held."""
    held = _held.get("navigation")
    return held.house.first_language if held else str(Language.AR.value)


def forget() -> None:
    """Let go of what is held."""
    _held.clear()
