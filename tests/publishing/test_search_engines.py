"""Both engines against one plain reading of the rules (I6), and how each of them finds: never by reading everything."""

import json
import random
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection, transaction

from articles.language import stems
from articles.language.index_words import HEAD_BARE, HEAD_STEM, line
from articles.language.queries import Query, read
from articles.management import bulk
from articles.models import SearchEntry
from articles.publishing import search
from articles.publishing.search_index import READ_FOR_ONE, newest
from articles.publishing.search_questions import Asked, Scope, every
from articles.workflow.search_entries import read_house_words
from bench.quality import COLLECTION
from tests.workflow.newsroom import Newsroom

DOCS = 16
QUERIES = 120
ENTRIES = 20_000
COMMON = 7  # a word in every seventh text


class Rules:
    """The order of hits as the page says it, over every entry, in plain Python."""

    def __init__(self) -> None:
        entries = SearchEntry.objects.filter(publication__isnull=False, language="ar")
        self.entries = [(entry, entry.head.split(), f" {entry.words} ") for entry in entries]

    def find(self, asked: Query) -> tuple[list[int], bool]:
        """Return the articles of a query in order, and whether they have all words."""
        hits = [hit for hit in self.entries if not any(_runs(run, hit[2]) for run in asked.excluded)]
        every = [hit for hit in hits if all(f" {stem} " in hit[2] for stem in asked.stems)]
        every = [hit for hit in every if all(_runs(run, hit[2]) for run in asked.phrases)]
        some = [hit for hit in hits if any(f" {stem} " in hit[2] for stem in asked.stems)]
        return [hit[0].article_id for hit in sorted(every or some, key=lambda hit: self._place(asked, hit))], bool(
            every
        )

    def _place(self, asked: Query, hit: tuple[SearchEntry, list[str], str]) -> tuple[Any, ...]:
        entry, head, words = hit
        met = sum(f" {stem} " in words for stem in asked.stems)
        is_typed = all(HEAD_BARE + bare in head for bare in asked.bares)
        is_there = all(HEAD_STEM + stem in head for stem in asked.stems)
        return -met, 0 if is_typed else 1 if is_there else 2, -entry.published_at.timestamp(), -(entry.article_id or 0)


def _runs(run: tuple[str, ...], words: str) -> bool:
    return f" {' '.join(run)} " in words


def _queries(texts: list[str], chosen: random.Random) -> Iterator[str]:
    words = [text.split() for text in texts]
    for number in range(QUERIES):
        text = chosen.choice(words)
        at = chosen.randrange(len(text) - 2)
        far = [chosen.choice(chosen.choice(words)) for _ in range(chosen.randint(1, 4))]
        yield [
            chosen.choice(text),
            " ".join(chosen.sample(text, 2)),
            f'"{" ".join(text[at : at + 2])}"',
            f"{text[at]} -{chosen.choice(text)}",
            f'{" ".join(far)} -"{" ".join(text[at : at + 2])}"',
            " ".join(far),
        ][number % 6]


def test_hits_and_their_order_are_the_rules_own_on_this_engine(room: Newsroom) -> None:
    docs = json.loads(COLLECTION.read_text(encoding="utf-8"))["docs"][:DOCS]
    for doc in docs:
        room.live(headline=doc["title"], body=f"<p>{doc['body']}</p>")
    rules, house = Rules(), read_house_words()
    compared = 0
    for query in _queries([f"{doc['title']} {doc['body']}" for doc in docs], random.Random(3)):  # noqa: S311 – the same ones each time
        asked = read(query, house)
        if asked.is_only_stopwords or not asked.words:
            continue
        found = search.find(query, language="ar", at=room.now, size=DOCS)
        expected, has_all_words = rules.find(asked)
        if expected and (has_all_words or len(asked.stems) > 1):
            compared += 1
            assert ([row.article_id for row in found.rows], found.has_all_words) == (expected, has_all_words), query
    assert compared > QUERIES / 2


@contextmanager
def _entries(rows: Iterable[tuple[Any, ...]]) -> Iterator[None]:
    """Entries of nothing, by volume; gone before anybody asks what they are of."""
    columns = ("article", "publication", "language", "published_at", "analyser", "head", "words")
    with transaction.atomic():
        bulk.insert(SearchEntry, columns, rows)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE articles_searchentry")
        yield
        transaction.set_rollback(True)


def _entry(n: int, at: datetime) -> tuple[Any, ...]:
    common = "انتخاب" if n % COMMON == 0 else "ميناء"
    words = f"{common} rare{n} " + " ".join(f"w{n * k % 400}" for k in range(1, 9))
    head = f"{HEAD_BARE}{common} {HEAD_STEM}{common} {HEAD_STEM}rare{n}"
    return 10_000_000 + n, 10_000_000 + n, "ar", at, "1", head, words


def test_a_phrase_that_only_an_old_text_has_is_found_behind_all_that_have_its_words(room: Newsroom) -> None:
    texts = ["ميناء بغداد القديم", *["ميناء في بغداد"] * (READ_FOR_ONE * 40 + 1)]
    written = [line((), (text,)).words for text in texts]
    rows = [(10**7 + n, 10**7 + n, "ar", room.now, stems.version(), "", words) for n, words in enumerate(written)]

    with _entries(rows):
        run = read('"ميناء بغداد"').phrases[0]
        hits = newest(Asked(every(run), runs=(run,)), (Scope.ARABIC,), most=40)

    assert [hit.article for hit in hits] == [10**7]


def _plan(sql: str, params: Any) -> str:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(sql.replace("; SELECT", "; EXPLAIN SELECT", 1), params)
            cursor.nextset()
        else:
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params)
        return "\n".join(str(row[-1]) for row in cursor.fetchall())


def _plans_of(ask: Callable[[], object]) -> list[str]:
    plans: list[str] = []

    def explained(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001 – Django's
        if "EXPLAIN" not in sql and ("MATCH" in sql or "@@" in sql):
            plans.append(_plan(sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(explained):
        ask()
    return plans


PLANNED = ["انتخاب", "rare77", "انتخاب ميناء w1 w2 w3", '"انتخاب rare7"', "انتخاب -w7", "كلمةغائبة انتخاب w5", "ميناء"]


def test_no_search_reads_every_entry(room: Newsroom, is_postgresql: bool) -> None:  # noqa: FBT001 – a fixture
    at = room.now
    within = search.Within(section_id=3, since=at - timedelta(days=40))
    plans = []
    began = datetime(2020, 1, 1, tzinfo=UTC)
    with _entries(_entry(n, began + timedelta(hours=n)) for n in range(1, ENTRIES + 1)):
        for query in PLANNED:
            plans += _plans_of(lambda query=query: search.find(query, language="ar", at=at))
            plans += _plans_of(lambda query=query: search.find(query, language="ar", at=at, within=within))
            plans += _plans_of(lambda query=query: search.begun(query, language="ar", at=at))
            plans += _plans_of(lambda query=query: search.desk_find(query, user=room.editor, at=at))

    assert len(plans) > 3 * len(PLANNED)
    for plan in plans:
        if is_postgresql:
            assert "searchentry_vector" in plan, plan
            assert "Seq Scan on articles_searchentry" not in plan, plan
        else:
            assert "SCAN f VIRTUAL TABLE INDEX" in plan, plan
            assert "SEARCH e USING INTEGER PRIMARY KEY" in plan, plan
