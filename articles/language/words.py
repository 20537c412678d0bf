"""Words with their places in the text as it was typed, so that a hit can be shown in the original spelling."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.language.folding import fold
from articles.language.tables import DIACRITICS, INVISIBLE, LATIN_MARKS, TATWEEL

LONGEST_WORD = 100
"""Characters of a word's key; PostgreSQL's index takes no word of more than 2 KB."""

WORDS_A_MINUTE = {"ar": 160, "en": 230}
"""Reading speed; an Arabic word carries its article, its conjunction and its pronoun with it."""

# A word is letters and digits of any script; marks and controls may stand inside it, marks also at its end.
# Possessive, so that a run of 200,000 marks costs one pass.
MARKS = DIACRITICS + LATIN_MARKS + TATWEEL
_MARKS = re.escape(MARKS)
_WORD = re.compile(rf"[^\W_]++(?:[{_MARKS}{re.escape(INVISIBLE)}]++[^\W_]++)*+[{_MARKS}]*+")
_PART = re.compile(r"[^\W_]+")

UNSEEN = DIACRITICS + INVISIBLE + TATWEEL
"""What takes no room of its own in a line."""
_UNSEEN = dict.fromkeys(map(ord, UNSEEN))


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


def count_words(text: str) -> int:
    """Count the words of a text; punctuation that stands alone is none, marks inside a word split nothing."""
    return sum(1 for _ in _WORD.finditer(text))


def count_characters(text: str) -> int:
    """Count what takes room in a line: letters, signs and the blanks between them; vowel marks and controls do not."""
    return len(text.translate(_UNSEEN).strip())


def reading_minutes(words: int, language: str) -> int:
    """Return the whole minutes that `words` words take to read, rounded up; no words take none."""
    return -(-words // WORDS_A_MINUTE[language])
