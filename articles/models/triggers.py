"""What the databases themselves refuse: overlapping windows, and any change of the past (DESIGN §1, I4, I5).

Laid after migrations and lifted before them, because SQLite rebuilds tables and drops their triggers silently.
PostgreSQL holds the windows apart by an exclusion constraint, made once by a migration; SQLite needs triggers for it.
"""

from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model

from articles.models.log import WorkflowEvent
from articles.models.photos import PhotoUse
from articles.models.publications import (
    Correction,
    Publication,
    PublicationAuthor,
    PublicationPhoto,
    PublicationTopic,
)
from articles.models.redactions import NOTHING, Redaction
from articles.models.search import SearchEntry
from articles.models.stories import Byline, Revision

APPEND_ONLY: tuple[type[Model], ...] = (
    Revision,
    Byline,
    PhotoUse,
    WorkflowEvent,
    Correction,
    PublicationAuthor,
    PublicationTopic,
    PublicationPhoto,
    Redaction,
)
REFUSAL = "rased: the past never changes"
OVERLAP = "rased: publications of one article overlap"

# Our own names and numbers only, no value from outside. What is under way is seen by its own transaction alone.
_UNDER_WAY = f"EXISTS (SELECT 1 FROM {Redaction._meta.db_table} WHERE under_way_id = {NOTHING})"  # noqa: S608
_PG_FUNCTION = f"""
CREATE OR REPLACE FUNCTION rased_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
IF TG_OP = 'UPDATE' AND {_UNDER_WAY} THEN RETURN NEW; END IF;
RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'restrict_violation'; END $$
"""


def _sqlite_overlap(event: str, other: str) -> str:
    table = Publication._meta.db_table
    # Names of our own tables only, no value from outside.
    return f"""
CREATE TRIGGER IF NOT EXISTS rased_overlap_{event.split()[0].lower()} BEFORE {event} ON {table}
WHEN (NEW.live_until IS NULL OR NEW.live_until > NEW.live_from) AND EXISTS (
  SELECT 1 FROM {table} p WHERE p.article_id = NEW.article_id {other}
  AND (p.live_until IS NULL OR p.live_until > p.live_from)
  AND (p.live_until IS NULL OR p.live_until > NEW.live_from)
  AND (NEW.live_until IS NULL OR p.live_from < NEW.live_until))
BEGIN SELECT RAISE(ABORT, '{OVERLAP}'); END"""  # noqa: S608


def _sqlite_refuse(name: str, event: str, table: str) -> str:
    unless = f"WHEN NOT {_UNDER_WAY} " if event.startswith("UPDATE") else ""
    refusal = f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    return f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE {event} ON {table} {unless}{refusal}"


def _sqlite() -> dict[str, str]:
    table = Publication._meta.db_table
    frozen = ", ".join(str(f.column) for f in Publication._meta.local_fields if f.column != "live_until")
    triggers = {
        "rased_overlap_insert": _sqlite_overlap("INSERT", ""),
        "rased_overlap_update": _sqlite_overlap("UPDATE OF live_until", "AND p.id <> NEW.id"),
        "rased_frozen_update": _sqlite_refuse("rased_frozen_update", f"UPDATE OF {frozen}", table),
        "rased_frozen_delete": _sqlite_refuse("rased_frozen_delete", "DELETE", table),
    }
    for model in APPEND_ONLY:
        for event in ("UPDATE", "DELETE"):
            name = f"rased_{model._meta.model_name}_{event.lower()}"
            triggers[name] = _sqlite_refuse(name, event, model._meta.db_table)
    return triggers | _sqlite_search()


def _sqlite_search() -> dict[str, str]:
    """Keep the FTS5 index in step with its content table (sqlite.org/fts5.html §4.4.3)."""
    table = SearchEntry._meta.db_table
    add = "INSERT INTO articles_search(rowid, head, words) VALUES (NEW.id, NEW.head, NEW.words);"
    drop = (
        "INSERT INTO articles_search(articles_search, rowid, head, words) "
        "VALUES ('delete', OLD.id, OLD.head, OLD.words);"
    )
    bodies = {"insert": add, "delete": drop, "update": drop + add}
    return {
        f"rased_search_{event}": f"CREATE TRIGGER IF NOT EXISTS rased_search_{event} AFTER {event.upper()} ON {table} "
        f"BEGIN {body} END"
        for event, body in bodies.items()
    }


def _postgresql() -> dict[str, tuple[str, str]]:
    table = Publication._meta.db_table
    changed = "(to_jsonb(NEW) - 'live_until') IS DISTINCT FROM (to_jsonb(OLD) - 'live_until')"
    triggers = {
        "rased_frozen_update": (
            table,
            f"BEFORE UPDATE ON {table} FOR EACH ROW WHEN ({changed}) EXECUTE FUNCTION rased_refuse()",
        ),
        "rased_frozen_delete": (table, f"BEFORE DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION rased_refuse()"),
    }
    for model in APPEND_ONLY:
        triggers[f"rased_{model._meta.model_name}_only_grows"] = (
            model._meta.db_table,
            f"BEFORE UPDATE OR DELETE ON {model._meta.db_table} FOR EACH ROW EXECUTE FUNCTION rased_refuse()",
        )
    return triggers


def lay(connection: BaseDatabaseWrapper) -> None:
    """Lay every trigger that is not there yet."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for statement in _sqlite().values():
                cursor.execute(statement)
            return
        cursor.execute(_PG_FUNCTION)
        for name, (_table, definition) in _postgresql().items():
            cursor.execute(f"CREATE OR REPLACE TRIGGER {name} {definition}")


def lift(connection: BaseDatabaseWrapper) -> None:
    """Lift every trigger of ours."""
    present = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for name in _sqlite():
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
            return
        for name, (table, _definition) in _postgresql().items():
            if table in present:
                cursor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")


def laid(connection: BaseDatabaseWrapper) -> set[str]:
    """Return the names of our triggers that the database has."""
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'rased_%'"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgname LIKE 'rased_%'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {row[0] for row in cursor.fetchall()}


def expected(connection: BaseDatabaseWrapper) -> set[str]:
    """Return the names of the triggers that the database must have."""
    return set(_sqlite() if connection.vendor == "sqlite" else _postgresql())


def lift_before_migration(*, using: str, **_kwargs: Any) -> None:
    """Lift the triggers, so that SQLite may rebuild its tables."""
    lift(connections[using])


def lay_after_migration(*, using: str, **_kwargs: Any) -> None:
    """Lay the triggers once every table is there; a partial migration is left alone."""
    connection = connections[using]
    models: tuple[type[Model], ...] = (*APPEND_ONLY, Publication, SearchEntry)
    tables = {model._meta.db_table for model in models}
    if connection.vendor == "sqlite":
        tables.add("articles_search")
    if tables <= set(connection.introspection.table_names()):
        lay(connection)
