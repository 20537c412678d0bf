"""Words with their places in the text as it was typed, so that a hit can be shown in the original spelling."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.language.folding import fold
from articles.language.tables import DIACRITICS, INVISIBLE, LATIN_MARKS, TATWEEL

MOST_TERMS = 12
"""How many words of a query are asked for; the rest is not read."""

LONGEST_WORD = 100
"""Characters of a word's key; PostgreSQL's index takes no word of more than 2 KB."""

WORDS_A_MINUTE = {"ar": 160, "en": 230}
"""Reading speed; an Arabic word carries its article, its conjunction and its pronoun with it."""

# A word is letters and digits of any script; marks and controls may stand inside it, marks also at its end.
# Possessive, so that a run of 200,000 marks costs one pass.
_MARKS = re.escape(DIACRITICS + LATIN_MARKS + TATWEEL)
_WORD = re.compile(rf"[^\W_]++(?:[{_MARKS}{re.escape(INVISIBLE)}]++[^\W_]++)*+[{_MARKS}]*+")
_PART = re.compile(r"[^\W_]+")


class Word(NamedTuple):
    """A word of a text: its place in the original, and its search key."""

    start: int
    end: int
    folded: str


def words(text: str) -> Iterator[Word]:
    """Give the words of a text in order; one sign that folds to several words (ﷺ, ½) gives each with the same place."""
    for found in _WORD.finditer(text):
        for part in _PART.findall(fold(found.group())):
            yield Word(found.start(), found.end(), part[:LONGEST_WORD])


def search_terms(query: str) -> list[str]:
    """Return the different folded words of a query in order, at most `MOST_TERMS`."""
    terms: dict[str, None] = {}
    for word in words(query):
        terms[word.folded] = None
        if len(terms) == MOST_TERMS:
            break
    return list(terms)


def index_line(*texts: str) -> str:
    """Return the different folded words of some texts, each in single quotes: what FTS5 and `tsvector` both read."""
    return " ".join(f"'{key}'" for key in sorted({word.folded for text in texts for word in words(text)}))


def highlight(text: str, query: str) -> list[tuple[str, bool]]:
    """Cut a text into runs that join to the very text, each with whether it is a word of the query."""
    terms = set(search_terms(query))
    runs: list[tuple[str, bool]] = []
    at = 0
    for word in words(text):
        if word.folded not in terms or word.start < at:
            continue
        if word.start > at:
            runs.append((text[at : word.start], False))
        runs.append((text[word.start : word.end], True))
        at = word.end
    if at < len(text):
        runs.append((text[at:], False))
    return runs


def count_words(text: str) -> int:
    """Count the words of a text; punctuation that stands alone is none, marks inside a word split nothing."""
    return sum(1 for _ in _WORD.finditer(text))


def reading_minutes(words: int, language: str) -> int:
    """Return the whole minutes that `words` words take to read, at least 1."""
    return max(1, -(-words // WORDS_A_MINUTE[language]))
