"""The readers' door to sitemaps: which addresses there are, by language and month, and what is news."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from articles.models import Language, Publication
from articles.publishing import addresses, presenters, shelf
from articles.publishing.editions import Edition
from articles.publishing.pages import Span

NEWS = timedelta(hours=48)
MOST_NEWS = 1000
MOST_A_MONTH = 50_000
EARLIEST_YEAR, LATEST_YEAR = 1900, 9998
_COLUMNS = (
    *("article_id", "section_id", "slug", "headline"),
    *("first_published_at", "changed_at", "live_from", "live_until"),
)


@dataclass(frozen=True)
class Entry:
    """An article's address in a sitemap, and the real time of its last change."""

    url: str
    headline: str
    published: datetime
    changed: datetime


@dataclass(frozen=True)
class Sitemap:
    """The addresses of one sitemap, and how long they stand."""

    language: str
    house_name: str
    entries: tuple[Entry, ...]
    span: Span


def months(at: datetime) -> list[tuple[str, int, int]]:
    """Return language, year and month of every month with an article, newest first: one indexed step a month."""
    return [(language, *month) for language in Language.values for month in _months(language, at)]


def _months(language: str, at: datetime) -> Iterator[tuple[int, int]]:
    before = at + timedelta(microseconds=1)
    while True:
        rows = Publication.objects.listed(at).filter(language=language, first_published_at__lt=before)
        newest = rows.order_by("-first_published_at").values_list("first_published_at", flat=True).first()
        if newest is None:
            return
        month = newest.astimezone(UTC)
        yield month.year, month.month
        before = datetime(month.year, month.month, 1, tzinfo=UTC)


def month(language: str, year: int, number: int, *, at: datetime) -> Sitemap | None:
    """Return the articles first published in one month (UTC); None for a month without any."""
    if not (EARLIEST_YEAR <= year <= LATEST_YEAR and 1 <= number <= 12):
        return None
    begin = datetime(year, number, 1, tzinfo=UTC)
    end = datetime(year + number // 12, number % 12 + 1, 1, tzinfo=UTC)
    made = _sitemap(language, at, begin, end, MOST_A_MONTH)
    return made if made.entries else None


def news(language: str, *, at: datetime) -> Sitemap:
    """Return what was first published in the last two days, newest first, at most a thousand."""
    made = _sitemap(language, at, at - NEWS, at + timedelta(microseconds=1), MOST_NEWS)
    oldest = min((entry.published for entry in made.entries), default=None)
    leaves = Span(until=oldest + NEWS if oldest else None)
    return Sitemap(made.language, made.house_name, made.entries, made.span & leaves)


def _sitemap(language: str, at: datetime, begin: datetime, end: datetime, most: int) -> Sitemap:
    edition = Edition.of(language, at)
    rows = Publication.objects.listed(at).filter(
        language=language, first_published_at__gte=begin, first_published_at__lt=end
    )
    found = list(rows.newest_first().only(*_COLUMNS)[:most])
    entries = tuple(
        Entry(
            addresses.absolute(edition.article_path(row.article_id, row.section_id, row.slug)),
            row.headline,
            row.first_published_at,
            max(row.changed_at, row.first_published_at),
        )
        for row in found
    )
    span = shelf.around(language, at).span & presenters.row_span(found)
    return Sitemap(language, edition.house_name, entries, span)
