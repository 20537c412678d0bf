"""Twenty thousand of everything, straight into the rows, and a reader of the plans by which they are asked."""

import json
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from typing import Any

from django.db import connection
from django.db.models import Model

from articles.management import bulk
from articles.models import (
    Agency,
    Article,
    Kind,
    Note,
    Notification,
    Photo,
    PhotoUse,
    Publication,
    Revision,
    SearchEntry,
    Section,
    Story,
    StoryTopic,
    WireItem,
    WorkflowEvent,
    triggers,
)
from tests.workflow.newsroom import Newsroom

MANY = 20_000
FIRST = 1_000_000
BIG: tuple[type[Model], ...] = (
    *(Story, Article, Revision, Publication, WorkflowEvent, SearchEntry),
    *(StoryTopic, Photo, PhotoUse, Notification, Note, WireItem),
)
MOST_ROWS = 3_000
"""Rows that one step of a plan may touch: more is a walk that grows with the house."""


def fill(room: Newsroom, topic_pk: int) -> None:
    """Make twenty thousand published articles with all that hangs on them, half an hour apart, of one writer."""
    own, at = room.writer.pk, room.now - timedelta(days=30)
    others = [Section.objects.create(slug=f"other-{n}", name_ar=f"قسم {n}", name_en=f"Section {n}") for n in range(5)]
    sections = [room.section.pk, *(other.pk for other in others)]
    agency = Agency.objects.create(slug="afp", name_ar="أ ف ب", name_en="AFP").pk
    rows: dict[type[Model], list[tuple[Any, ...]]] = {model: [] for model in COLUMNS}
    for n in range(MANY):
        section = sections[n % len(sections)]
        pk, then, headline = FIRST + n, at - timedelta(minutes=30 * n), f"مادة قديمة {n}"
        rows[Story].append((pk, headline, section, "routine", False, False, [], own, then))
        rows[StoryTopic].append((pk, topic_pk, pk))
        rows[Article].append((pk, pk, "ar", "published", 1, pk, "news", headline, then, own, then, f"{n:032x}"))
        said = ("", headline, "", "", "", "", "", "<p>نص.</p>", "news", {}, [])
        rows[Revision].append((pk, pk, 1, "imported", section, [], [own], own, then, "", "-", *said))
        rows[Publication].append(
            (pk, pk, pk, "ar", Kind.IMPORTED, pk, then, None, then, then, section, "a", [], [], 1, 1, "", "", "")
            + (False, "imported", own, then, *said)
        )
        rows[WorkflowEvent].append((pk, then, "import", own, pk, pk, pk, "", "published", "nothing", "", {}))
        rows[SearchEntry].append((pk, pk, None, None, "ar", None, "-", "-" if n % 400 else "ماد", "قديم"))
        rows[Photo].append((pk, f"{n:032x}", headline, 6, 4, 0.5, 0.5, "أ", "A", "", {}, own, then))
        rows[PhotoUse].append((pk, pk, pk, 0, headline, "", False))
        ends = room.now + timedelta(minutes=5 * (n - MANY // 2))
        rows[WireItem].append((pk, agency, pk, "ar", "", "", headline, "", "", ends, f"{n:032x}", own, then))
        rows[Notification].append((pk, own, pk, pk, "published", False, then, then))
        rows[Note].append((pk, pk, pk, own, headline, "", "", False, then))
    triggers.lift(connection)
    for model, made in rows.items():
        bulk.insert(model, COLUMNS[model], made)
    triggers.lay(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # A SQLite house has no statistics unless somebody makes them, so its plans must do without.
            cursor.execute("ANALYZE")
        else:
            cursor.execute("INSERT INTO articles_search(articles_search) VALUES ('rebuild')")


_WORDS = ("kicker", "headline", "front_headline", "social_headline", "search_headline", "deck", "dateline", "body")
_WORDS += ("format", "extras", "related_ids")
COLUMNS: dict[type[Model], tuple[str, ...]] = {
    Story: (
        "id",
        "slugline",
        "section",
        "urgency",
        "is_held",
        "is_restricted",
        "sign_offs",
        "created_by",
        "created_at",
    ),
    StoryTopic: ("id", "tag", "content_object"),
    Article: (
        *("id", "story", "language", "stage", "version", "head", "format", "headline", "acted_at", "created_by"),
        *("created_at", "form_token"),
    ),
    Revision: (
        *("id", "article", "number", "kind", "section", "topic_ids", "writers", "written_by", "created_at"),
        *("summary", "digest", *_WORDS),
    ),
    Publication: (
        *("id", "article", "story", "language", "kind", "revision", "live_from", "live_until"),
        *("first_published_at", "changed_at", "section", "slug", "credits", "photos", "reading_minutes"),
        *("word_count", "change", "public_note", "public_reason", "is_by_law", "basis", "published_by", "made_at"),
        *_WORDS,
    ),
    WorkflowEvent: (
        *("id", "at", "verb", "actor", "story", "article", "revision", "from_stage", "to_stage", "readers_had"),
        *("why", "details"),
    ),
    SearchEntry: (*("id", "article", "publication", "photo", "language", "published_at", "analyser", "head", "words"),),
    Photo: (
        *("id", "token", "title", "width", "height", "focal_x", "focal_y", "credit_ar", "credit_en", "licence"),
        *("renditions", "uploaded_by", "uploaded_at"),
    ),
    PhotoUse: ("id", "revision", "photo", "position", "alt", "caption", "is_decorative"),
    Notification: ("id", "user", "article", "event", "reason", "asks_to_act", "at", "seen_at"),
    WireItem: (
        *("id", "agency", "article", "language", "item_id", "words", "headline", "dateline", "body", "rights_until"),
        *("form_token", "received_by", "received_at"),
    ),
    Note: ("id", "article", "revision", "author", "text", "passage", "paragraph", "is_blocking", "created_at"),
}

TABLES = {model._meta.db_table for model in BIG}


class Plans:
    """What was asked of the big tables without an index, or by more rows than a page can need."""

    def __init__(self) -> None:
        self.wrong: list[tuple[str, str, str]] = []
        self.page = ""

    @contextmanager
    def read(self) -> Iterator["Plans"]:
        """Explain every question of a block."""
        with connection.execute_wrapper(self._explained):
            yield self

    def _explained(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001 – Django's signature
        if not many and sql.lstrip("( ").startswith(("SELECT", "UPDATE", "DELETE", "WITH")):
            said = self._postgresql if connection.vendor == "postgresql" else self._sqlite
            self.wrong += [(self.page, fault, sql[:1500]) for fault in said(sql, params)]
            if re.match(r"SELECT COUNT\((\*|\"\w+\".\"id\")\)", sql) and any(f'"{table}"' in sql for table in TABLES):
                self.wrong.append((self.page, "COUNT", sql[:600]))
        return execute(sql, params, many, context)

    @staticmethod
    def _sqlite(sql: str, params: Any) -> Iterator[str]:
        with closing(connection.create_cursor()) as raw:
            steps = list(raw.execute("EXPLAIN QUERY PLAN " + sql, params or ()))
        names = dict(re.findall(r'"(articles_\w+)" (\w+)\b', sql))
        aliases = {alias: table for table, alias in names.items() if alias.isupper() or alias.startswith("U")}
        lists = {number for number, _parent, _unused, step in steps if step.startswith("LIST SUBQUERY")}
        for _number, parent, _unused, step in steps:
            scanned = re.match(r"SCAN (\w+)( USING .*)?$", step)
            if scanned is None or (table := aliases.get(scanned[1], scanned[1])) not in TABLES:
                continue
            # A walk along an index ends with the page's last row; a list is made whole, but for a limit of its own.
            asked = _select_of(sql, f'"{table}" {scanned[1]} ') if parent in lists else sql
            if not (scanned[2] and "LIMIT" in asked):
                yield step

    @staticmethod
    def _postgresql(sql: str, params: Any) -> Iterator[str]:
        analyse = "ANALYZE, TIMING OFF, " if sql.lstrip("( ").startswith("SELECT") and "FOR UPDATE" not in sql else ""
        with closing(connection.create_cursor()) as raw:
            raw.execute(f"EXPLAIN ({analyse}FORMAT JSON) " + sql, params)
            (told,) = raw.fetchone()
        plan = told if isinstance(told, list) else json.loads(told)
        yield from _faults(plan[0]["Plan"])


def _select_of(sql: str, named: str) -> str:
    """Return the rest of the subquery that a table is named in, without the subqueries within it."""
    depth, own = 0, ""
    for letter in sql[sql.index(named) :]:
        depth += (letter == "(") - (letter == ")")
        if depth < 0:
            break
        own += letter if depth == 0 else ""
    return own


def _faults(node: dict[str, Any]) -> Iterator[str]:
    if node.get("Actual Loops") == 0:
        return
    table = node.get("Relation Name", "")
    touched = (node.get("Actual Rows", 0) + node.get("Rows Removed by Filter", 0)) * node.get("Actual Loops", 1)
    if table in TABLES and node["Node Type"] == "Seq Scan" and (touched > MOST_ROWS or "Actual Rows" not in node):
        yield f"Seq Scan on {table}"
    elif table in TABLES and touched > MOST_ROWS:
        yield f"{node['Node Type']} on {table} touches {touched} rows"
    for below in node.get("Plans", ()):
        yield from _faults(below)
