"""What `manage.py check --database default` says of this newsroom's data."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import Warning as Warned
from django.db import DatabaseError

from articles.publishing import reindexing


def search_index_is_up_to_date(databases: Sequence[str] | None = None, **_kwargs: Any) -> list[Warned]:
    """Warn where the search index was made by another analyser than this one."""
    try:
        is_stale = bool(databases) and reindexing.is_stale()
    except DatabaseError:
        return []  # not migrated yet: that is said elsewhere
    if not is_stale:
        return []
    return [Warned("The search index is older than the analyser.", hint="Run manage.py reindex.", id="articles.W002")]
