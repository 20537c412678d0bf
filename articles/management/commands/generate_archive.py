"""Make volume: an archive of any number of articles, straight into the tables."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from articles.management import bulk
from articles.management.archive import COLUMNS, Archive
from articles.management.newsroom import lay_house
from articles.models import Publication, SearchEntry

BATCH = 20_000


class Command(BaseCommand):
    """`manage.py generate_archive --articles N [--seed S]`."""

    help = "Make an archive of N articles over nine years, to see that nothing slows down with it."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the options."""
        parser.add_argument("--articles", type=int, required=True, help="How many articles (editions) to make.")
        parser.add_argument("--seed", type=int, default=1, help="The same seed gives the same archive.")

    def handle(self, *_args: Any, articles: int, seed: int, **_options: Any) -> None:
        """Make the archive and say how large the database is."""
        if articles < 1:
            raise CommandError("--articles must be at least 1")
        began = time.monotonic()
        house = lay_house(now=timezone.now())
        archive = Archive(articles, by=house.chief, now=timezone.now(), seed=seed)
        with bulk.volume(list(COLUMNS)):
            for made, rows in archive.batches(BATCH):
                with transaction.atomic():
                    for model, columns in COLUMNS.items():
                        bulk.insert(model, columns, rows[model])
                self.stdout.write(f"{made:>9,} articles, {time.monotonic() - began:,.0f} s")
        self.stdout.write(
            f"{Publication.objects.count():,} publications, {SearchEntry.objects.count():,} search entries; "
            f"the database is {bulk.size_of_database() / 1e9:,.2f} GB; {time.monotonic() - began:,.0f} s"
        )
