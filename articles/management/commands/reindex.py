"""Bring the search index up to date."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from articles.publishing import reindexing


class Command(BaseCommand):
    """`manage.py reindex`."""

    help = "Bring the search index up to date while the newsroom works; stopped and started again, it goes on."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Say what was written, as it is written."""
        total = 0
        last = reindexing.Progress("", 0)
        for progress in reindexing.bring_up_to_date(timezone.now()):
            if progress.what != last.what:
                total += last.done
            last = progress
            if progress.is_worth_saying:
                self.stdout.write(f"{progress.what}: {progress.done:,}")
        self.stdout.write(f"The search index is up to date; {total + last.done:,} entries were written or taken out.")
