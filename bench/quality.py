"""How well search finds: the readers' own door on both engines beside three others, by one measure, on our collection.

93 short articles, 46 queries and who judged what answers them (collection.json: our own work, free to use). Exact
words, light10 and our analyser alone are ranked by BM25, so that only what a word is differs; PostgreSQL's `arabic` by
its own `ts_rank`; the door answers as a reader has it, all of it published into a database of its own on each engine.
*All words* is the set that search shows first.
"""

import json
import math
import os
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg

from articles.language.affixes import ARTICLES, ENDINGS
from articles.language.search_words import SPELLINGS, STOPWORDS
from articles.language.stems import HouseWords, every_token, tokens
from articles.language.words import words
from bench import packages, systems
from deploy import postgres

COLLECTION = Path(__file__).with_name("collection.json")
HOUSE = HouseWords.of(STOPWORDS, SPELLINGS)
GOALS = {"P@5": 0.93, "MRR": 0.98, "AND-F1": 0.92}
MOST_ZERO = 2
K, B = 1.2, 0.75
DOORS = ("ours, readers' door on SQLite", "ours, readers' door on PostgreSQL")
Answers = dict[str, dict[str, list[str]]]
"""By query: the documents in order, and those with all words."""


def exact(text: str) -> list[str]:
    """Words as they are written."""
    return [text[word.start : word.end].casefold() for word in words(text)]


def light10(text: str) -> list[str]:
    """Words by the rules of Larkey's light10, folded first."""
    return [_light10(word.folded) for word in words(text) if word.folded not in HOUSE.stopwords]


def _light10(word: str) -> str:
    start = next((s for s in (*ARTICLES, "و") if word.startswith(s) and len(word) >= len(s) + 2 + (len(s) == 1)), "")
    word = word[len(start) :]
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) >= len(ending) + 2:
            word = word[: -len(ending)]
    return word


SYSTEMS: dict[str, Callable[[str], list[str]]] = {
    "exact words": exact,
    "light10": light10,
    "our analyser, without house words": lambda text: [token.stem for token in every_token(text)],
    "our analyser": lambda text: [token.stem for token in tokens(text, HOUSE)],
}


def measure(collection: Path | None = None) -> int:
    """Print a line for each system, and whether ours meets its goals on both engines, in the same order."""
    path = (collection or COLLECTION).resolve()
    held = json.loads(path.read_text(encoding="utf-8"))
    print(f"{'search finds':<34} P@5    MRR  AND-F1  nothing found, of {len(held['queries'])}", flush=True)
    for name, system in SYSTEMS.items():
        _say(name, _measured(_by_bm25(system, held), held))
    sqlite, postgresql = _on_sqlite(path), _on_postgresql(path)
    _say("PostgreSQL's `arabic`", _measured(postgresql["arabic"], held))
    doors = [_measured(engine["ours"], held) for engine in (sqlite, postgresql)]
    for name, values in zip(DOORS, doors, strict=True):
        _say(name, values)
    alike = sum(sqlite["ours"][query] == postgresql["ours"][query] for query in sqlite["ours"])
    print(f"{alike} of {len(held['queries'])} queries have the same answers in the same order on both engines")
    is_met = all(map(_is_met, doors)) and alike == len(held["queries"])
    print("goals met" if is_met else "goals NOT MET", flush=True)
    return 0 if is_met else 1


def _say(name: str, values: dict[str, float]) -> None:
    numbers = f"{values['P@5']:.3f}  {values['MRR']:.3f}   {values['AND-F1']:.3f}  {values['zero']:.0f}"
    print(f"{name:<34}{numbers}", flush=True)


def _is_met(values: dict[str, float]) -> bool:
    return all(values[name] >= goal for name, goal in GOALS.items()) and values["zero"] <= MOST_ZERO


def _measured(found: Answers, held: dict[str, Any]) -> dict[str, float]:
    totals: Counter[str] = Counter()
    for query in held["queries"]:
        right, answer = set(held["qrels"][query["id"]]), found[query["id"]]
        ranked, every = answer["ranked"], set(answer["every"])
        totals["P@5"] += sum(doc in right for doc in ranked[:5]) / min(5, len(right))
        totals["MRR"] += next((1 / place for place, doc in enumerate(ranked, 1) if doc in right), 0)
        totals["AND-F1"] += 2 * len(every & right) / (len(every) + len(right))
        totals["zero"] += not every
    return {name: value if name == "zero" else value / len(held["queries"]) for name, value in totals.items()}


def _on_sqlite(collection: Path) -> dict[str, Answers]:
    packages.VAR_DIR.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=packages.VAR_DIR) as folder:
        return _asked(collection, f"sqlite:///{folder}/collected.sqlite3")


def _on_postgresql(collection: Path) -> dict[str, Answers]:
    name = f"bench_collected_{os.getpid()}"
    with postgres.server() as url, psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            return _asked(collection, urlsplit(url)._replace(path=f"/{name}").geturl())
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _asked(collection: Path, url: str) -> dict[str, Answers]:
    if systems.within("bench.collected", str(collection), url=url):
        raise RuntimeError("the collection could not be asked; what hindered it is said above")
    engine = "sqlite" if url.startswith("sqlite") else "postgresql"
    return dict(json.loads((packages.VAR_DIR / f"collected-{engine}.json").read_text(encoding="utf-8")))


def _by_bm25(system: Callable[[str], list[str]], held: dict[str, Any]) -> Answers:
    docs = {doc["id"]: system(f"{doc['title']} | {doc['body']}") for doc in held["docs"]}
    found = {}
    for query in held["queries"]:
        asked = system(query["q"])
        every = [doc for doc, stems in docs.items() if set(asked) <= set(stems)]
        found[query["id"]] = {"ranked": _ranked(docs, asked), "every": every}
    return found


def _ranked(docs: dict[str, list[str]], asked: Sequence[str]) -> list[str]:
    holders = Counter(stem for stems in docs.values() for stem in set(stems))
    mean = sum(map(len, docs.values())) / len(docs)
    scores = {}
    for doc, stems in docs.items():
        counts, long = Counter(stems), K * (1 - B + B * len(stems) / mean)
        score = sum(
            math.log(1 + (len(docs) - holders[stem] + 0.5) / (holders[stem] + 0.5))
            * (counts[stem] * (K + 1) / (counts[stem] + long))
            for stem in asked
            if counts[stem]
        )
        if score:
            scores[doc] = score
    return sorted(scores, key=lambda doc: -scores[doc])
