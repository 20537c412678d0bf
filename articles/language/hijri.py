"""The Hijri day beside the Gregorian one. Its months begin when they are announced; what is computed is a default.

The computed calendar is Umm al-Qura's (by `hijridate`, 1924 to 2077). A house says by hand, month by month, by how many
days its own announcement differs.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from hijridate import Gregorian, Hijri

from articles.language.dates import with_digits
from articles.language.tables import HIJRI_MONTHS_AR, HIJRI_MONTHS_EN

SHORTEST, LONGEST = 29, 30
"""Days of a month that was seen, whatever was computed."""

MOST_DAYS_APART = 2
"""By how many days an announcement may differ from what was computed."""

Month = tuple[int, int]


class HijriDay(NamedTuple):
    """A day of the Hijri calendar."""

    year: int
    month: int
    day: int


def hijri_day(day: date, *, offsets: Mapping[Month, int] | None = None, standing: int = 0) -> HijriDay | None:
    """Return the Hijri day of a Gregorian one, or None outside the years that are known.

    `offsets` are the days by which announced months (year, month) begin later than computed, `standing` those of every
    other month. A month that nobody announced gives the one before it its 29 or 30 days.
    """
    try:
        computed = Gregorian(day.year, day.month, day.day).to_hijri()
        here = computed.year, computed.month
        nearby = [_before(_before(here)), _before(here), here, _after(here)]
        begun = [(month, start) for month, start in _starts(nearby, offsets or {}, standing) if start <= day]
    except OverflowError:
        return None
    month, start = begun[-1]
    return HijriDay(*month, min((day - start).days + 1, LONGEST))


def format_hijri(
    day: date, language: str, *, digits: str, offsets: Mapping[Month, int] | None = None, standing: int = 0
) -> str:
    """Return '14 جمادى الآخرة 1448 هـ' or '14 Jumada II 1448 AH'; '' outside the years that are known."""
    found = hijri_day(day, offsets=offsets, standing=standing)
    if found is None:
        return ""
    text = f"{found.day} {hijri_month_name(found.month, language)} {found.year}"
    return with_digits(f"{text} هـ", digits) if language == "ar" else f"{text} AH"


def hijri_month_name(month: int, language: str) -> str:
    """Return the name of Hijri month 1–12."""
    return (HIJRI_MONTHS_AR if language == "ar" else HIJRI_MONTHS_EN)[month - 1]


def _starts(months: list[Month], offsets: Mapping[Month, int], standing: int) -> list[tuple[Month, date]]:
    starts: list[tuple[Month, date]] = []
    for month in months:
        start = date(*Hijri(*month, 1).to_gregorian().datetuple()) + timedelta(days=offsets.get(month, standing))
        if starts and month not in offsets:
            before = starts[-1][1]
            start = min(max(start, before + timedelta(days=SHORTEST)), before + timedelta(days=LONGEST))
        starts.append((month, start))
    return starts


def _before(month: Month) -> Month:
    return (month[0], month[1] - 1) if month[1] > 1 else (month[0] - 1, 12)


def _after(month: Month) -> Month:
    return (month[0], month[1] + 1) if month[1] < 12 else (month[0] + 1, 1)
