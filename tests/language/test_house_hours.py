"""How late something is, in hours that the house works."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from articles.language.house_hours import Hours

BEIRUT = ZoneInfo("Asia/Beirut")
HOUSE = Hours(BEIRUT, frozenset({5, 6}), time(9), time(21))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026 in Beirut; the 26th is a Thursday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=BEIRUT)


@pytest.mark.parametrize(
    ("since", "until", "hours"),
    [
        (at(26, 18), at(26, 20), 2),
        (at(26, 20), at(28, 23), 1),
        (at(26, 22), at(29, 9), 0),
        (at(27, 10), at(29, 9, 30), 0.5),
        (at(24, 3), at(25, 3), 12),
        (at(26, 18), at(26, 18), 0),
    ],
)
def test_only_the_hours_that_a_house_works_make_something_late(since, until, hours):
    assert HOUSE.between(since, until) == hours
    assert HOUSE.between(since.astimezone(UTC), until.astimezone(UTC)) == hours


def test_a_house_that_works_past_midnight_or_round_the_clock_counts_so():
    assert Hours(BEIRUT, frozenset(), time(18), time(2)).between(at(24, 1), at(24, 19)) == 2
    assert Hours(BEIRUT, frozenset(), time(9), time(9)).between(at(24, 1), at(25, 1)) == 24
