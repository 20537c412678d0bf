"""Dates in words, as the house prints them. The moment comes in the house's zone; nothing here reads a clock."""

from collections.abc import Sequence
from datetime import date, datetime

from articles.language.tables import (
    AGO_AR,
    MONTHS_AR,
    MONTHS_EN,
    TO_ARABIC_INDIC,
    TO_LATIN_DIGITS,
    WEEKDAYS_AR,
    WEEKDAYS_EN,
)


def with_digits(text: str, digits: str) -> str:
    """Write the digits of a text that we made in one system: 'latn' (0–9) or 'arab' (٠–٩)."""
    return text.translate(TO_ARABIC_INDIC if digits == "arab" else TO_LATIN_DIGITS)


def month_name(month: int, language: str, *, months: str) -> str:
    """Return the name of month 1–12; `months` (levantine, egyptian, maghrebi, dual) is the Arabic custom."""
    return (MONTHS_AR[months] if language == "ar" else MONTHS_EN)[month - 1]


def weekday_name(day: date, language: str) -> str:
    """Return the name of the day of the week."""
    return (WEEKDAYS_AR if language == "ar" else WEEKDAYS_EN)[day.weekday()]


def format_date(day: date, language: str, *, months: str, digits: str, with_weekday: bool = False) -> str:
    """Return '24 تشرين الثاني 2026' or '24 November 2026', with the weekday before it when asked."""
    text = f"{day.day} {month_name(day.month, language, months=months)} {day.year}"
    if with_weekday:
        text = f"{weekday_name(day, language)} {text}"
    return with_digits(text, digits) if language == "ar" else text


def format_time(moment: datetime, language: str, *, digits: str) -> str:
    """Return '3:05 م', whose half of the day never falls into the next line, or '15:05'."""
    if language != "ar":
        return f"{moment:%H:%M}"
    half = "ص" if moment.hour < 12 else "م"
    return with_digits(f"{moment.hour % 12 or 12}:{moment:%M}\N{NO-BREAK SPACE}{half}", digits)


def format_moment(moment: datetime, language: str, *, months: str, digits: str, zone_name: str) -> str:
    """Return '24 تشرين الثاني 2026، 3:05 م بتوقيت بيروت' or '24 November 2026, 15:05 Beirut time'.

    `moment` is aware and already in the zone that `zone_name` names (empty: not said).

    Raises:
        ValueError: the moment has no zone, so that its hour would mean nothing.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone has no hour to print")
    day = format_date(moment, language, months=months, digits=digits)
    comma = "،" if language == "ar" else ","
    return f"{day}{comma} {format_time(moment, language, digits=digits)} {zone_name}".rstrip()


def format_ago(moment: datetime, now: datetime, language: str, *, digits: str) -> str:
    """Return 'منذ دقيقتين' or '2 minutes ago'; what is to come, or less than a minute past, is 'الآن' or 'now'."""
    seconds = int((now - moment).total_seconds())
    for unit, length in (("day", 86_400), ("hour", 3_600), ("minute", 60)):
        if seconds >= length:
            return _ago(seconds // length, unit, language, digits)
    return "الآن" if language == "ar" else "now"


def _ago(count: int, unit: str, language: str, digits: str) -> str:
    if language != "ar":
        return f"{count} {unit}{'' if count == 1 else 's'} ago"
    form = counted(count, AGO_AR[unit])
    return with_digits(f"منذ {form.format(count)}", digits)


def counted(count: int, forms: Sequence[str]) -> str:
    """Return the Arabic form for a number out of six: none, one, two, few (3–10), many (11–99), other; CLDR's rule."""
    if count in {0, 1, 2}:
        return forms[count]
    hundredth = count % 100
    return forms[3] if 3 <= hundredth <= 10 else forms[4] if hundredth >= 11 else forms[5]
