"""What `manage.py check --database default` says of this newsroom's data."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import Warning as Warned
from django.db import DatabaseError
from django.utils import timezone

from articles.publishing import reindexing


def search_index_is_up_to_date(databases: Sequence[str] | None = None, **_kwargs: Any) -> list[Warned]:
    """Warn where the search index was made by another analyser than this one."""
    try:
        is_complete = not databases or reindexing.is_up_to_date(timezone.now())
    except DatabaseError:
        return []  # not migrated yet: that is said elsewhere
    if is_complete:
        return []
    return [
        Warned(
            "The search index is not up to date: not everything is found.",
            hint="`manage.py deliver --forever` is bringing it up to date where it runs; else run `manage.py reindex`.",
            id="articles.W002",
        )
    ]
