"""Whether this node may answer readers: its database, their clocks, the triggers, the migrations."""

from datetime import UTC, datetime

from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor

from articles.models import triggers

LARGEST_DIFFERENCE = 0.5
"""Seconds that the clocks of node and database may differ: a page flips at its moment on both."""

_CLOCK = {
    "sqlite": "SELECT strftime('%Y-%m-%dT%H:%M:%f', 'now')",
    "postgresql": "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US')",
}


def faults(at: datetime) -> list[str]:
    """Return what keeps the node from being ready at a moment; an empty list when nothing does."""
    try:
        difference = abs((_database_clock() - at).total_seconds())
        found = [] if difference <= LARGEST_DIFFERENCE else [f"clocks differ by {difference:.1f} s"]
        missing = triggers.expected(connection) - triggers.laid(connection)
        found += [f"{len(missing)} triggers are missing"] if missing else []
        return found + (["migrations are missing"] if _has_migrations_to_run() else [])
    except Error:
        return ["the database does not answer"]


def _database_clock() -> datetime:
    with connection.cursor() as cursor:
        cursor.execute(_CLOCK[connection.vendor])
        return datetime.fromisoformat(cursor.fetchone()[0]).replace(tzinfo=UTC)


def _has_migrations_to_run() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
