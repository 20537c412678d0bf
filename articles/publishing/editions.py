"""One language of the site at one moment: how the house writes names, times and sections in it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfo

from articles.language import dates
from articles.language.digits import one_kind_in_text
from articles.language.direction import direction_of, set_off
from articles.language.hijri import format_hijri
from articles.language.isolating import isolate_in_text
from articles.models import House, Language
from articles.publishing import addresses, navigation
from articles.publishing.navigation import Navigation, Place
from articles.publishing.pages import Link, Moment, Span

NAMES = {"ar": "العربية", "en": "English"}
"""Each language in its own words, as a reader looks for it."""


@dataclass(frozen=True)
class Edition:
    """A language, a moment, and the navigation that goes with them."""

    language: str
    at: datetime
    navigation: Navigation

    @classmethod
    def of(cls, language: str, at: datetime) -> "Edition":
        """Return the edition of a language at a moment."""
        return cls(language, at, navigation.current(at))

    @property
    def house(self) -> House:
        """The house."""
        return self.navigation.house

    @property
    def house_name(self) -> str:
        """The house's name in this language."""
        return self.house.name(self.language)

    @property
    def direction(self) -> str:
        """Which way this language runs."""
        return direction_of(self.language)

    @property
    def other(self) -> str:
        """The other language."""
        return str(Language(self.language).other.value)

    @cached_property
    def here(self) -> datetime:
        """The moment in the house's zone."""
        return self.at.astimezone(self.navigation.zone)

    @property
    def day(self) -> Span:
        """The house's day, at whose end the date in the masthead changes."""
        zone = self.navigation.zone
        midnight = datetime.combine(self.here.date(), time.min, zone)
        following = datetime.combine(self.here.date() + timedelta(days=1), time.min, zone)
        return Span(since=midnight, until=following)

    def moment(self, when: datetime) -> Moment:
        """Return a time in full: date, hour and zone."""
        local = when.astimezone(self.navigation.zone)
        zone_name = self.house.zone_name_ar if self.language == Language.AR else self.house.zone_name_en
        text = dates.format_moment(
            local, self.language, months=self.house.months, digits=self.house.digits, zone_name=zone_name
        )
        return Moment(iso=_iso(local), text=text, at=when, day=self._day(local), clock=self._clock(local))

    def brief_moment(self, when: datetime) -> Moment:
        """Return a time for a list: the hour of today, the day of this year, the date of another."""
        house = self.house
        today = self.here.date()
        return _brief(when, today, self.navigation.zone, self.language, months=house.months, digits=house.digits)

    def date(self, when: datetime) -> Moment:
        """Return a day with its weekday, as a masthead has it."""
        local = when.astimezone(self.navigation.zone)
        text = dates.format_date(
            local, self.language, months=self.house.months, digits=self.house.digits, with_weekday=True
        )
        return Moment(iso=local.date().isoformat(), text=text, at=when)

    def hijri(self, when: datetime) -> str:
        """Return the Hijri day of a time; '' where the house does not show it or its year is not known."""
        if not self.house.shows_hijri:
            return ""
        return format_hijri(
            when.astimezone(self.navigation.zone).date(),
            self.language,
            digits=self.house.digits,
            offsets=self.navigation.hijri.get(self.language),
            standing=self.house.hijri_offset,
        )

    def _day(self, local: datetime) -> str:
        return dates.format_date(local, self.language, months=self.house.months, digits=self.house.digits)

    def _clock(self, local: datetime) -> str:
        return dates.format_time(local, self.language, digits=self.house.digits)

    def line(self, text: str) -> str:
        """Return a line of this language for where there is no markup: a tab, a feed, a card of a link.

        It runs as its language does whatever its first word is, its scores and telephone numbers are not turned, and
        its digits are the house's.
        """
        if self.language != Language.AR:
            return set_off(text, self.language)
        return isolate_in_text(set_off(one_kind_in_text(text, self.house.digits), self.language))

    def place(self, pk: int) -> Place:
        """Return a section, also one made since the navigation was loaded."""
        return self.navigation.sections.get(pk) or navigation.reloaded(self.at).sections[pk]

    def place_of_slug(self, slug: str) -> Place | None:
        """Return the section of an address, also one made since the navigation was loaded."""
        return self.navigation.section_of_slug(slug) or navigation.reloaded(self.at).section_of_slug(slug)

    def section(self, pk: int) -> Link:
        """Return a section's name and address."""
        place = self.place(pk)
        return Link(label=place.name(self.language), url=addresses.section(self.language, place.slug))

    def article_path(self, pk: int, section_id: int, slug: str) -> str:
        """Return the path of an article of this language."""
        return addresses.article(self.language, self.place(section_id).slug, pk, slug)


@lru_cache(maxsize=4096)
def _brief(when: datetime, today: date, zone: ZoneInfo, language: str, *, months: str, digits: str) -> Moment:
    """Return a moment as it stands on a list; lists say the same moments again and again."""
    local = when.astimezone(zone)
    day = dates.format_date(local, language, months=months, digits=digits)
    clock = dates.format_time(local, language, digits=digits)
    # Of this year's days nobody needs to be told the year.
    year = dates.with_digits(f" {today.year}", digits if language == Language.AR else "latn")
    text = clock if local.date() == today else day.removesuffix(year)
    return Moment(iso=_iso(local), text=text, at=when, day=day, clock=clock)


def _iso(local: datetime) -> str:
    return local.replace(microsecond=0).isoformat()
