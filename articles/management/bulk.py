"""Rows straight into the tables, by the fastest way of each engine; for volume, never for a newsroom's own work."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import DateTimeField, Field, JSONField, Max, Model

from articles.models import triggers

Row = tuple[Any, ...]


def next_pk(model: type[Model]) -> int:
    """Return the first primary key that is free after the newest row."""
    return (model._default_manager.aggregate(newest=Max("pk"))["newest"] or 0) + 1


def insert(model: type[Model], columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Insert rows of plain values: COPY on PostgreSQL, executemany on SQLite."""
    quote = connection.ops.quote_name
    fields = {field.name: field for field in model._meta.concrete_fields}
    table, names = quote(model._meta.db_table), ", ".join(quote(str(fields[name].column)) for name in columns)
    converted = _converted([fields[name] for name in columns], rows)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                for row in converted:
                    copy.write_row(row)
            return
        places = ", ".join(["?"] * len(columns))
        # Names of our own tables and columns only; the cursor below Django's, which would rewrite every placeholder.
        cursor.connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({places})", converted)  # noqa: S608


def _converted(fields: "Sequence[Field[Any, Any]]", rows: Iterable[Row]) -> Iterator[list[Any]]:
    """Put JSON, and where the engine has no type for them moments, into the engine's words; the rest is plain."""
    converters: dict[type, Callable[[Any], Any]] = {JSONField: _json}
    if connection.vendor == "sqlite":
        converters[DateTimeField] = connection.ops.adapt_datetimefield_value
    places = [(place, converters[type(field)]) for place, field in enumerate(fields) if type(field) in converters]
    for row in rows:
        values = list(row)
        for place, convert in places:
            values[place] = convert(values[place])
        yield values


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


@contextmanager
def volume(models: Sequence[type[Model]]) -> Iterator[None]:
    """Lift what slows volume down for as long as the block takes, and leave the house whole behind it.

    SQLite stops waiting for the disk and fills the search index once, at the end. PostgreSQL gives up its indexes and
    the links between tables, which it builds faster over all rows at once, in one transaction: a command that is
    killed leaves everything as it was.
    """
    with _sqlite() if connection.vendor == "sqlite" else _postgresql([model._meta.db_table for model in models]):
        yield
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(models)):
            cursor.execute(statement)
        cursor.execute("ANALYZE")


@contextmanager
def _sqlite() -> Iterator[None]:
    with connection.cursor() as cursor:
        triggers.lift(connection)
        cursor.execute("PRAGMA synchronous = OFF")
        cursor.execute("PRAGMA cache_size = -400000")
        try:
            yield
        finally:
            cursor.execute("INSERT INTO articles_search(articles_search) VALUES ('rebuild')")
            cursor.execute("PRAGMA synchronous = FULL")
            triggers.lay(connection)
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def _postgresql(tables: list[str]) -> Iterator[None]:
    with transaction.atomic(), connection.cursor() as cursor:
        triggers.lift(connection)
        cursor.execute("SET LOCAL maintenance_work_mem = '512MB'")
        # On a busy machine the next rows are longer in the making than a page's transaction may idle.
        cursor.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
        cursor.execute(_LIFTABLE, [tables, tables])
        lifted = cursor.fetchall()
        for lift, _ in lifted:
            cursor.execute(lift)
        yield
        for _, lay in lifted:
            cursor.execute(lay)
        triggers.lay(connection)


# Links last: each is checked by the index that its other end has.
_LIFTABLE = """
SELECT lift, lay FROM (
  SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%I', conrelid::regclass, conname) AS lift,
         format('ALTER TABLE %%s ADD CONSTRAINT %%I ', conrelid::regclass, conname) || pg_get_constraintdef(oid) AS lay,
         contype = 'f' AS is_link
  FROM pg_constraint WHERE contype IN ('f', 'x') AND conrelid::regclass::text = ANY(%s)
  UNION ALL
  SELECT format('DROP INDEX %%s', indexrelid::regclass), pg_get_indexdef(indexrelid), false
  FROM pg_index WHERE indrelid::regclass::text = ANY(%s)
    AND indexrelid NOT IN (SELECT conindid FROM pg_constraint)
) AS liftable ORDER BY is_link
"""


def size_of_database() -> int:
    """Return the database's size in bytes."""
    question = (
        "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
        if connection.vendor == "sqlite"
        else "SELECT pg_database_size(current_database())"
    )
    with connection.cursor() as cursor:
        cursor.execute(question)
        return int(cursor.fetchone()[0])
