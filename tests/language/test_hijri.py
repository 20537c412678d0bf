"""The Hijri day beside the Gregorian one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.language.hijri import format_hijri, hijri_day

DAY = date(2026, 11, 24)


def test_the_day_is_written_with_its_month_and_era():
    assert format_hijri(DAY, "ar", digits="latn") == "14 جمادى الآخرة 1448 هـ"
    assert format_hijri(DAY, "ar", digits="arab") == "١٤ جمادى الآخرة ١٤٤٨ هـ"
    assert format_hijri(DAY, "en", digits="arab") == "14 Jumada II 1448 AH"


def test_a_month_announced_a_day_late_gives_the_one_before_it_thirty_days():
    first = date(2026, 11, 11)  # as computed
    late = {(1448, 6): 1}

    assert hijri_day(first, offsets=late) == (1448, 5, 30)
    assert hijri_day(first + timedelta(days=1), offsets=late) == (1448, 6, 1)
    assert hijri_day(first, offsets={}) == (1448, 6, 1)


def test_an_offset_of_one_month_leaves_the_next_ones_as_they_are_computed():
    month_after_next = date(2027, 1, 20)

    assert hijri_day(month_after_next, offsets={(1448, 6): 1}) == hijri_day(month_after_next)


@pytest.mark.parametrize("day", [date(1924, 7, 31), date(1900, 1, 1), date(2077, 11, 17), date.max, date.min])
def test_outside_the_known_years_there_is_no_hijri_day(day):
    assert format_hijri(day, "ar", digits="latn") == ""


@given(
    st.dates(date(1925, 1, 1), date(2077, 1, 1)),
    st.integers(-2, 2),
    st.dictionaries(st.tuples(st.just(1448), st.integers(1, 12)), st.integers(-2, 2)),
)
def test_two_neighbouring_days_follow_each_other(day, standing, offsets):
    today = hijri_day(day, offsets=offsets, standing=standing)
    tomorrow = hijri_day(day + timedelta(days=1), offsets=offsets, standing=standing)

    assert today is not None
    assert tomorrow is not None
    assert 1 <= today.day <= 30
    if today.year != 1448 and tomorrow.year != 1448:
        assert tomorrow == (*today[:2], today.day + 1) or tomorrow.day == 1
