"""Run the house's checks over any part of the archive."""

import csv
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import QuerySet
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from articles.language.findings import CHECKS, Finding, Severity, findings_of
from articles.models import Article, Language, Section
from articles.workflow.article_fields import article_fields
from articles.workflow.house_style import style_of

COLUMNS = ("article", "language", "section", "field", "start", "end", "severity", "check", "found", "replacement")


class Command(BaseCommand):
    """`manage.py check_style [ID…] [--section S] [--language ar] [--since 2026-11-01] [--csv]`."""

    help = "Look through newest texts by the house's checks; print a table of findings, or CSV."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare which articles and how they are told."""
        parser.add_argument("ids", nargs="*", type=int, metavar="ID")
        parser.add_argument("--section", help="Only this section's, by its slug.")
        parser.add_argument("--language", choices=Language.values)
        parser.add_argument("--since", help="Only what was last acted on since this day, YYYY-MM-DD.")
        parser.add_argument("--check", action="append", choices=sorted(CHECKS), metavar="ID", help="Only this check.")
        parser.add_argument("--csv", action="store_true", help="One line a finding, as CSV.")

    def handle(self, *_args: Any, **asked: Any) -> None:
        """Go through the articles one by one; what is held in memory does not grow with them."""
        only = set(asked["check"] or CHECKS)
        rows = ((article, each) for article, each in _found(_wanted(asked)) if each.check in only)
        if asked["csv"]:
            self._as_csv(rows)
        else:
            self._as_table(rows)

    def _as_csv(self, rows: Iterator[tuple[Article, Finding]]) -> None:
        writer = csv.writer(self.stdout)
        writer.writerow(COLUMNS)
        for article, each in rows:
            writer.writerow(
                [article.pk, article.language, article.story.section.slug if article.story.section else ""]
                + [each.field, each.start, each.end, each.severity.value, each.check]
                + [each.text[:80], "" if each.replacement is None else each.replacement]
            )

    def _as_table(self, rows: Iterator[tuple[Article, Finding]]) -> None:
        totals: Counter[str] = Counter()
        articles = set()
        for article, each in rows:
            totals[each.check] += 1
            articles.add(article.pk)
            place = f"{each.field}:{each.start}-{each.end}"
            self.stdout.write(
                f"{article.pk:>8} {each.severity.value:<8} {each.check:<20} {place:<20} "
                + _(each.message) % each.parameters
            )
        self.stdout.write(f"\n{totals.total()} findings in {len(articles)} articles")
        order = list(Severity)
        for name, count in sorted(totals.items(), key=lambda t: (order.index(CHECKS[t[0]].severity), -t[1])):
            self.stdout.write(f"{count:>8} {CHECKS[name].severity.value:<8} {name}")


def _wanted(asked: dict[str, Any]) -> QuerySet[Article]:
    articles = Article.objects.filter(head__isnull=False).select_related("head", "story", "story__section")
    if asked["ids"]:
        articles = articles.filter(pk__in=asked["ids"])
    if asked["language"]:
        articles = articles.filter(language=asked["language"])
    if asked["section"]:
        if not Section.objects.filter(slug=asked["section"]).exists():
            raise CommandError(f"no section {asked['section']}")
        articles = articles.filter(story__section__slug=asked["section"])
    if asked["since"]:
        articles = articles.filter(acted_at__gte=_day(asked["since"]))
    return articles.order_by("pk")


def _day(text: str) -> datetime:
    try:
        day = parse_date(text)
    except ValueError:
        day = None
    if day is None:
        raise CommandError(f"{text} is no day; write it as 2026-11-24")
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _found(articles: QuerySet[Article]) -> Iterator[tuple[Article, Finding]]:
    styles = {code: style_of(code) for code in Language.values}
    for article in articles.iterator(chunk_size=200):
        fields = article_fields(article.head.content()) if article.head else {}
        for each in findings_of(fields, article.language, styles[article.language]):
            yield article, each
