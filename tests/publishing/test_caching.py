"""The formula by which a page flips at its moment with nobody telling it (DESIGN §1)."""

import re
from datetime import UTC, datetime, timedelta
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.publishing import caching
from articles.publishing.pages import Span

AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
lefts = st.floats(min_value=0.000001, max_value=400_000, allow_nan=False)
moments = st.none() | st.datetimes(timezones=st.just(UTC))


def numbers(header: str) -> dict[str, int]:
    return {name: int(value) for name, value in re.findall(r"([a-z-]+)=([0-9]+)", header)}


@given(left=lefts)
def test_no_cache_shows_a_page_more_than_a_second_past_its_boundary(left: float) -> None:
    kept = numbers(caching.cache_control(Span(until=AT + timedelta(seconds=left)), AT))

    assert kept["max-age"] == 0
    assert 1 <= kept["s-maxage"] <= 60
    assert kept["s-maxage"] <= max(1, ceil(left))
    for grace in ("stale-while-revalidate", "stale-if-error"):
        assert kept["s-maxage"] + kept[grace] <= max(left + 1, 1)
        assert 0 <= kept[grace] <= 30


@given(left=st.floats(min_value=90.0, max_value=400_000))
def test_a_far_boundary_is_as_none(left: float) -> None:
    assert caching.cache_control(Span(until=AT + timedelta(seconds=left)), AT) == caching.cache_control(Span(), AT)


@pytest.mark.parametrize(
    ("left", "kept", "grace"),
    [(None, 60, 30), (0.2, 1, 0), (1, 1, 0), (1.5, 2, 0), (30, 30, 0), (59.5, 60, 0), (60, 60, 0), (75.5, 60, 15)],
)
def test_the_formula_by_example(left: float | None, kept: int, grace: int) -> None:
    span = Span(until=AT + timedelta(seconds=left)) if left else Span()

    assert caching.cache_control(span, AT) == (
        f"public, max-age=0, s-maxage={kept}, stale-while-revalidate={grace}, stale-if-error={grace}"
    )


def test_a_boundary_that_has_passed_meanwhile_keeps_a_page_for_one_second() -> None:
    assert numbers(caching.cache_control(Span(until=AT - timedelta(seconds=2)), AT))["s-maxage"] == 1


@given(first=moments, second=moments, third=moments, fourth=moments)
def test_two_spans_stand_together_only_where_both_do(
    first: datetime | None, second: datetime | None, third: datetime | None, fourth: datetime | None
) -> None:
    both = Span(since=first, until=second) & Span(since=third, until=fourth)

    assert both.since == max((m for m in (first, third) if m), default=None)
    assert both.until == min((m for m in (second, fourth) if m), default=None)
    assert both & Span() == both
