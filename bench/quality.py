"""How well search finds: our analyser beside exact words and light10, by one measure, on our own collection.

93 short articles, 46 queries and who judged what answers them (collection.json: our own work, free to use). BM25 ranks
for every system, so that only what a word is differs; *all words* is the set that search shows first.
"""

import json
import math
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from articles.language.affixes import ARTICLES, ENDINGS
from articles.language.search_words import SPELLINGS, STOPWORDS
from articles.language.stems import HouseWords, every_token, tokens
from articles.language.words import words

COLLECTION = Path(__file__).with_name("collection.json")
HOUSE = HouseWords.of(STOPWORDS, SPELLINGS)
GOALS = {"P@5": 0.93, "MRR": 0.98, "AND-F1": 0.92}
MOST_ZERO = 2
K, B = 1.2, 0.75


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
    "ours, without house words": lambda text: [token.stem for token in every_token(text)],
    "ours": lambda text: [token.stem for token in tokens(text, HOUSE)],
}


def measure(collection: Path | None = None) -> int:
    """Print a line for each system, and whether ours meets its goals."""
    held = json.loads((collection or COLLECTION).read_text(encoding="utf-8"))
    print(f"{'search finds':<28} P@5    MRR  AND-F1  nothing found, of {len(held['queries'])}")
    found = {name: _measured(system, held) for name, system in SYSTEMS.items()}
    for name, values in found.items():
        print(f"{name:<28}{values['P@5']:.3f}  {values['MRR']:.3f}   {values['AND-F1']:.3f}  {values['zero']:.0f}")
    ours = found["ours"]
    is_met = all(ours[name] >= goal for name, goal in GOALS.items()) and ours["zero"] <= MOST_ZERO
    print("goals met" if is_met else "goals NOT MET")
    return 0 if is_met else 1


def _measured(system: Callable[[str], list[str]], held: dict[str, Any]) -> dict[str, float]:
    docs = {doc["id"]: system(f"{doc['title']} | {doc['body']}") for doc in held["docs"]}
    totals: Counter[str] = Counter()
    for query in held["queries"]:
        right, asked = set(held["qrels"][query["id"]]), system(query["q"])
        ranked = _ranked(docs, asked)
        totals["P@5"] += sum(doc in right for doc in ranked[:5]) / min(5, len(right))
        totals["MRR"] += next((1 / place for place, doc in enumerate(ranked, 1) if doc in right), 0)
        every = {doc for doc, stems in docs.items() if set(asked) <= set(stems)}
        totals["AND-F1"] += 2 * len(every & right) / (len(every) + len(right))
        totals["zero"] += not every
    return {name: value if name == "zero" else value / len(held["queries"]) for name, value in totals.items()}


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
