"""The hours that a house works: how many of them lie between two moments. Knows no clock and no settings."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

LONGEST = timedelta(days=60)
"""Beyond which nobody counts any more."""


class Keeps(Protocol):
    """What is known of a house."""

    time_zone: str
    weekend: str
    opens_at: time
    closes_at: time


@dataclass(frozen=True)
class Hours:
    """When a house is open: its zone, its days off (0 is Sunday), and from when till when, past midnight too."""

    zone: ZoneInfo
    days_off: frozenset[int]
    opens: time
    closes: time

    @classmethod
    def of(cls, house: Keeps) -> "Hours":
        """Return a house's hours."""
        days = frozenset(int(day) for day in house.weekend.split(",") if day.strip().isdigit())
        return cls(ZoneInfo(house.time_zone), days, house.opens_at, house.closes_at)

    def between(self, since: datetime, until: datetime) -> float:
        """Return how many hours the house was open between two moments."""
        since = max(since, until - LONGEST).astimezone(self.zone)
        day, last = since.date() - timedelta(days=1), until.astimezone(self.zone).date()
        open_for = timedelta()
        while day <= last:
            if (day.weekday() + 1) % 7 not in self.days_off:
                begin, end = self._open(day)
                open_for += max(min(end, until) - max(begin, since), timedelta())
            day += timedelta(days=1)
        return open_for / timedelta(hours=1)

    def _open(self, day: date) -> tuple[datetime, datetime]:
        """Return when the house opens and closes on a day; the same hour twice is round the clock."""
        following = day + timedelta(days=1) if self.closes <= self.opens else day
        return datetime.combine(day, self.opens, self.zone), datetime.combine(following, self.closes, self.zone)
