"""Inside a newsroom of nothing but the collection: what its queries find through the readers' door."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from articles.language.blocks import paragraphs_to_html
from articles.language.tables import ARABIC_LETTERS
from articles.management.newsroom import lay_house
from articles.models import Content, Language, Section
from articles.publishing import publish, search
from articles.workflow import drafts
from bench import asking

EVERY = 1_000
"""More than the collection has: one page holds all that is found."""

_VECTORS = (
    "CREATE TEMPORARY TABLE collected (doc text, vector tsvector)",
    "INSERT INTO collected SELECT doc, to_tsvector('arabic', said) FROM unnest(%s::text[], %s::text[]) d (doc, said)",
)
_ALL_WORDS = "SELECT doc FROM collected WHERE vector @@ plainto_tsquery('arabic', %s)"
# Ranked among all that has any of the words, as BM25 is.
_ANY_WORD = """
SELECT doc FROM collected,
  LATERAL (SELECT NULLIF(replace(plainto_tsquery('arabic', %s)::text, '&', '|'), '')::tsquery AS asked) AS question
WHERE vector @@ asked ORDER BY ts_rank(vector, asked) DESC, doc
"""


def main(collection: str) -> None:
    """Publish the collection, ask its queries, and keep for each the documents in order and those with all words."""
    call_command("migrate", verbosity=0)
    held = json.loads(Path(collection).read_text(encoding="utf-8"))
    found = {"ours": dict(_through_the_door(held))}
    if connection.vendor == "postgresql":
        found["arabic"] = dict(_as_postgresql_has_it(held))
    asking.write(f"collected-{connection.vendor}", found)


def language_of(text: str) -> str:
    """Return the site that somebody searches who types this; digits alone are asked of the house's first language."""
    is_arabic = any(letter in ARABIC_LETTERS for letter in text) or not any(map(str.isalpha, text))
    return Language.AR if is_arabic else Language.EN


def _through_the_door(held: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    at = timezone.now()
    docs = _published(held["docs"], at - timedelta(hours=len(held["docs"])))
    for query in held["queries"]:
        answer = search.find(query["q"], language=language_of(query["q"]), at=at, size=EVERY)
        ranked = [docs[row.article_id] for row in answer.rows]
        yield query["id"], {"ranked": ranked, "every": ranked if answer.has_all_words else []}


@transaction.atomic
def _published(docs: list[dict[str, str]], at: Any) -> dict[int, str]:
    """Write, approve and publish each by the services, an hour after the one before; by the article's number."""
    house = lay_house(now=at)
    section = Section.objects.order_by("pk").first()
    made = {}
    for doc in docs:
        at += timedelta(hours=1)
        text = Content(
            headline=doc["title"], body=paragraphs_to_html([doc["body"]]), section_id=section.pk if section else None
        )
        language = language_of(doc["title"])
        article = drafts.create(text, language=language, by=house.people["reporter"], clock=at)
        if article.head:
            publish.approve_and_publish(article.head, by=house.chief, clock=at)
        made[article.pk] = doc["id"]
    return made


def _as_postgresql_has_it(held: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Ask PostgreSQL's own configuration, of the text as it was typed."""
    docs = held["docs"]
    with connection.cursor() as cursor:
        create, fill = _VECTORS
        cursor.execute(create)
        cursor.execute(fill, [[doc["id"] for doc in docs], [f"{doc['title']} | {doc['body']}" for doc in docs]])
        for query in held["queries"]:
            ranked, every = (_column(cursor, sql, query["q"]) for sql in (_ANY_WORD, _ALL_WORDS))
            yield query["id"], {"ranked": ranked, "every": every}


def _column(cursor: Any, sql: str, query: str) -> list[str]:
    cursor.execute(sql, [query])
    return [doc for (doc,) in cursor.fetchall()]
