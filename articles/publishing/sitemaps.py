"""The readers' door to sitemaps: which addresses there are, by language and month, and what is news.

What somebody paid for is in none: the house does not offer it to search engines as its own.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db import connection

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


# One indexed step a month, from the newest back; a GROUP BY would read every row there ever was.
_MONTHS = """
WITH RECURSIVE months(newest) AS (
  SELECT max(first_published_at) FROM articles_publication WHERE {listed} AND first_published_at <= %(at)s
  UNION ALL
  SELECT (SELECT max(first_published_at) FROM articles_publication WHERE {listed} AND first_published_at < {begin})
  FROM months WHERE newest IS NOT NULL)
SELECT {name} FROM months WHERE newest IS NOT NULL
"""
_LISTED = (
    "language = %(language)s AND live_from <= %(at)s AND (live_until IS NULL OR live_until > %(at)s)"
    " AND kind IN ('page', 'imported') AND format <> 'sponsored'"
)
_ENGINES = {
    "sqlite": {"begin": "strftime('%%Y-%%m-01', newest)", "name": "strftime('%%Y-%%m', newest)"},
    "postgresql": {
        "begin": "date_trunc('month', newest AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'",
        "name": "to_char(newest AT TIME ZONE 'UTC', 'YYYY-MM')",
    },
}


def span(at: datetime) -> Span:
    """Return since when and until when nothing changes on the site, in whatever language. One query a language."""
    return shelf.around(Language.AR, at).span & shelf.around(Language.EN, at).span


def months(at: datetime) -> list[tuple[str, int, int]]:
    """Return language, year and month of every month with an article, newest first. One query a language."""
    found: list[tuple[str, int, int]] = []
    for language in Language.values:
        with connection.cursor() as cursor:
            moment = connection.ops.adapt_datetimefield_value(at)
            # Our own words only; what comes from outside is a parameter.
            query = _MONTHS.format(listed=_LISTED, **_ENGINES[connection.vendor])
            cursor.execute(query, {"language": language, "at": moment})
            found += [(language, int(name[:4]), int(name[5:])) for (name,) in cursor.fetchall()]
    return found


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
    rows = Publication.objects.news(at)
    within = rows.filter(language=language, first_published_at__gte=begin, first_published_at__lt=end)
    found = list(within.newest_first().only(*_COLUMNS)[:most])
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
