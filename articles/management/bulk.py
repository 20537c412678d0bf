"""Rows straight into the tables, by the fastest way of each engine; for volume, never for a newsroom's own work."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
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


def begin() -> None:
    """Lift the triggers and, on SQLite, stop waiting for the disk at every commit."""
    triggers.lift(connection)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous = OFF")
            cursor.execute("PRAGMA cache_size = -400000")


def end(models: Sequence[type[Model]]) -> None:
    """Lay the triggers again, set the sequences on, fill the search index, and let the planner count."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("INSERT INTO articles_search(articles_search) VALUES ('rebuild')")
            cursor.execute("PRAGMA synchronous = FULL")
        for statement in connection.ops.sequence_reset_sql(no_style(), list(models)):
            cursor.execute(statement)
    triggers.lay(connection)
    if connection.vendor == "sqlite":
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


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


def batch() -> Any:
    """Return the transaction of one batch."""
    return transaction.atomic()
