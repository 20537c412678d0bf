"""Dates in words."""

from datetime import UTC, date, datetime

import pytest

from articles.language.dates import format_date, format_moment, format_time, month_name, weekday_name
from newsroom.formats.ar import formats as ar

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("months", "text"),
    [
        ("levantine", "24 تشرين الثاني 2026"),
        ("egyptian", "24 نوفمبر 2026"),
        ("maghrebi", "24 نونبر 2026"),
        ("dual", "24 تشرين الثاني/نوفمبر 2026"),
    ],
)
def test_the_arabic_date_uses_the_months_of_the_house(months, text):
    assert format_date(DAY, "ar", months=months, digits="latn") == text


def test_the_digits_are_the_houses_in_arabic_and_latin_in_english():
    assert format_date(DAY, "ar", months="egyptian", digits="arab") == "٢٤ نوفمبر ٢٠٢٦"
    assert format_date(DAY, "en", months="dual", digits="arab") == "24 November 2026"


def test_a_weekday_stands_before_the_date_when_asked():
    assert format_date(DAY, "ar", months="egyptian", digits="latn", with_weekday=True) == "الثلاثاء 24 نوفمبر 2026"
    assert format_date(DAY, "en", months="dual", digits="latn", with_weekday=True) == "Tuesday 24 November 2026"
    assert [weekday_name(date(2026, 11, day), "ar") for day in (23, 29)] == ["الاثنين", "الأحد"]


def test_every_month_has_a_name_of_its_own_in_every_custom():
    for months in ("levantine", "egyptian", "maghrebi", "dual"):
        assert len({month_name(number, "ar", months=months) for number in range(1, 13)}) == 12


def test_a_moment_says_its_hour_and_the_zone():
    at = datetime(2026, 11, 24, 15, 5, tzinfo=UTC)

    arabic = format_moment(at, "ar", months="levantine", digits="latn", zone_name="بتوقيت بيروت")
    english = format_moment(at, "en", months="levantine", digits="latn", zone_name="Beirut time")

    assert arabic == "24 تشرين الثاني 2026، 3:05\N{NO-BREAK SPACE}م بتوقيت بيروت"
    assert english == "24 November 2026, 15:05 Beirut time"
    assert format_moment(at, "en", months="dual", digits="latn", zone_name="") == "24 November 2026, 15:05"


@pytest.mark.parametrize(("hour", "text"), [(0, "12:30 ص"), (11, "11:30 ص"), (12, "12:30 م"), (23, "11:30 م")])
def test_noon_and_midnight_are_twelve_and_keep_their_half_beside_them(hour, text):
    at = datetime(2026, 11, 24, hour, 30, tzinfo=UTC)

    assert format_time(at, "ar", digits="latn") == text.replace(" ", "\N{NO-BREAK SPACE}")
    assert "\N{NO-BREAK SPACE}" in ar.TIME_FORMAT


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="zone"):
        format_moment(datetime(2026, 11, 24), "ar", months="dual", digits="latn", zone_name="")  # noqa: DTZ001
