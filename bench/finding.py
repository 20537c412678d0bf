"""Inside our newsroom: how long search takes at some volume, through the readers' own door, and how fast it indexes."""

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import quantiles
from typing import Any

from django.db import connection
from django.utils import timezone

from articles.language import words
from articles.language.blocks import plain_text
from articles.models import Language, Publication, SearchEntry
from articles.publishing import search
from articles.workflow import search_entries
from bench import asking, ours

ASKED = 60
"""Questions of each kind and language."""

INDEXED = 300
COMMON = (0.10, 0.20)
P50, P95, A_SECOND = 20, 100, 150
Question = Callable[[], object]


def main() -> None:
    """Print the percentiles of each kind of question, and entries a second of one core."""
    entries = SearchEntry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    print(f"{connection.vendor}, entries to number {entries:,}\n")
    print(f"{'search':<26}{'p50 ms':>8}{'p95 ms':>8}{'CPU p50':>9}{'CPU p95':>9}   found")
    kept: dict[str, Any] = {kind: _timed(kind, questions) for kind, questions in _questions().items()}
    kept["entries a CPU second"] = _indexed()
    are_met = all(value["p50"] <= P50 and value["p95"] <= P95 for value in kept.values() if isinstance(value, dict))
    print("goals met" if are_met and kept["entries a CPU second"] >= A_SECOND else "goals NOT MET")
    asking.write(f"finding-{entries}-{connection.vendor}", kept)


def _questions() -> dict[str, list[Question]]:
    at, chosen = timezone.now(), random.Random(7)  # noqa: S311 – a sample that stays the same
    kinds: dict[str, list[Question]] = {}
    for language in Language.values:
        for kind, query in _queries(list(ours.texts_of(language, at)), chosen):
            door = search.begun if kind == "suggestions" else search.find
            kinds.setdefault(kind, []).append(lambda d=door, q=query, code=language: d(q, language=code, at=at))
    return kinds


def _queries(texts: Sequence[dict[str, Any]], chosen: random.Random) -> Iterator[tuple[str, str]]:
    met: Counter[str] = Counter()
    of_texts, said_at_length = [], []
    for text in texts:
        said = f"{text['headline']} {plain_text(text['body'])}"
        said_at_length.append(said.split())
        found = [word.folded for word in words.words(said) if len(word.folded) > 3]
        of_texts.append(found)
        met.update(set(found))
    common = [word for word, number in met.items() if COMMON[0] <= number / len(texts) <= COMMON[1]]
    rare = [word for word, number in met.items() if number == 1]
    for kind, known in (("common words", common), ("rare words", rare)):
        yield from ((kind, word) for word in chosen.sample(known, min(ASKED, len(known))))
    for _ in range(ASKED):
        yield "two common words", " ".join(chosen.sample(common, 2))
        yield "five words of one text", " ".join(chosen.sample(chosen.choice(of_texts), 5))
        yield "phrases", _phrase(chosen.choice(said_at_length), chosen)
        yield "five common words", " ".join(chosen.sample(common, 5))
        yield "no such word", chosen.choice(rare)[:3] + chosen.choice(common)[::-1]
        yield "suggestions", chosen.choice(common + rare)[: chosen.randint(4, 6)]


def _phrase(said: Sequence[str], chosen: random.Random) -> str:
    """Two or three words as they stand beside one another, in quotation marks."""
    begin = chosen.randrange(len(said) - 3)
    return f'"{" ".join(said[begin : begin + chosen.randint(2, 3)])}"'


def _timed(kind: str, questions: Sequence[Question]) -> dict[str, float]:
    for question in questions[:5]:
        question()
    wall, cpu, found = [], [], 0
    database = _database_cpu()
    for question in questions:
        cpu_before, wall_before = time.process_time() + database(), time.perf_counter()
        answer = question()
        wall.append((time.perf_counter() - wall_before) * 1000)
        cpu.append((time.process_time() + database() - cpu_before) * 1000)
        found += bool(answer.rows if isinstance(answer, search.Found) else answer)
    parts, of_cpu = quantiles(wall, n=20), quantiles(cpu, n=20)
    numbers = {"p50": parts[9], "p95": parts[18], "cpu_p50": of_cpu[9], "cpu_p95": of_cpu[18]}
    print(f"{kind:<26}{parts[9]:>8.1f}{parts[18]:>8.1f}{of_cpu[9]:>9.1f}{of_cpu[18]:>9.1f}", end="")
    print(f"   {found} of {len(wall)}", flush=True)
    return {name: round(value, 1) for name, value in numbers.items()}


def _database_cpu() -> Callable[[], float]:
    """Return a clock of the CPU seconds of PostgreSQL's process for us, where it runs on this machine."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            spent = Path(f"/proc/{cursor.fetchone()[0]}/schedstat")
        if spent.exists():
            return lambda: int(spent.read_text(encoding="ascii").split()[0]) / 1e9
    return lambda: 0.0


def _indexed() -> int:
    """How many entries one core makes of publications in a second, the database left out."""
    house = search_entries.read_house_words()
    rows = list(Publication.objects.select_related("revision").newest_first()[:INDEXED])
    contents = [(row, row.revision.content()) for row in rows]
    began = time.process_time()
    for row, content in contents:
        search_entries.publication_fields(row, content, house)
    a_second = round(len(rows) / (time.process_time() - began))
    print(f"\n{a_second:,} entries a CPU second")
    return a_second
