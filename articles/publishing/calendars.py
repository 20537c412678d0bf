"""The month round a day of the archive: its weeks, and the way to the months beside it."""

from calendar import Calendar
from datetime import date, timedelta

from articles.language import dates
from articles.publishing import addresses
from articles.publishing.editions import Edition
from articles.publishing.pages import Link, Month

EARLIEST = date(1900, 1, 1)


def month_of(edition: Edition, day: date) -> Month:
    """Return a day's month; days still to come lead nowhere."""
    today = edition.here.date()
    first = day.replace(day=1)
    weeks = Calendar(edition.house.week_starts_on).monthdatescalendar(day.year, day.month)
    before, after = first - timedelta(days=1), (first + timedelta(days=31)).replace(day=1)
    return Month(
        title=_title(edition, first),
        weekdays=tuple(_weekday(edition, each) for each in weeks[0]),
        weeks=tuple(tuple(_day(edition, each, day, today) for each in week) for week in weeks),
        previous=Link(label=_title(edition, before), url=_path(edition, before)) if before >= EARLIEST else None,
        next=Link(label=_title(edition, after), url=_path(edition, after)) if after <= today else None,
    )


def _weekday(edition: Edition, day: date) -> str:
    name = dates.weekday_name(day, edition.language)
    # Arabic names have no short form; English ones do.
    return name if edition.language == "ar" else name[:3]


def _path(edition: Edition, day: date) -> str:
    return addresses.archive(edition.language, day)


def _digits(edition: Edition, number: int) -> str:
    return dates.with_digits(str(number), edition.house.digits if edition.language == "ar" else "latn")


def _title(edition: Edition, day: date) -> str:
    name = dates.month_name(day.month, edition.language, months=edition.house.months)
    return f"{name} {_digits(edition, day.year)}"


def _day(edition: Edition, day: date, shown: date, today: date) -> Link | None:
    if day.month != shown.month:
        return None
    label = _digits(edition, day.day)
    return Link(label=label, url=_path(edition, day) if day <= today else "", is_here=day == shown)
