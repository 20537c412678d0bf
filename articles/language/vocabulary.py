"""Finding many words and names in a text at once, with what Arabic writes to their front left aside."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from articles.language.tables import DIACRITICS, TATWEEL

_SIGNS = re.compile(rf"[^\W_][\w{DIACRITICS}{TATWEEL}]*(?:['’.-](?=\w)[\w{DIACRITICS}{TATWEEL}]+)*")
_NO_MARKS = str.maketrans("", "", DIACRITICS + TATWEEL)
_FRONTS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فل", "فب")
_ARTICLES = ("وبال", "وال", "فال", "بال", "كال", "ولل", "لل", "ال")


class Entry(NamedTuple):
    """A word or a name of several words, without marks, and what its keeper says of it."""

    words: tuple[str, ...]
    value: str


class Match(NamedTuple):
    """Where an entry stands in a text, its front left aside."""

    start: int
    end: int
    entry: Entry


def vocabulary_of(pairs: Iterable[tuple[str, str]]) -> dict[str, list[Entry]]:
    """Return entries by their first word, longer ones first."""
    by_first: dict[str, list[Entry]] = {}
    for spelling, value in pairs:
        words = tuple(word for _start, _end, word in _tokens(spelling))
        if words:
            by_first.setdefault(words[0], []).append(Entry(words, value))
    for entries in by_first.values():
        entries.sort(key=lambda entry: -len(entry.words))
    return by_first


def found_in(text: str, vocabulary: dict[str, list[Entry]]) -> Iterator[Match]:
    """Give the places of a vocabulary's entries in a text, the longest at each, without overlaps."""
    tokens = list(_tokens(text)) if vocabulary else []
    at = 0
    while at < len(tokens):
        match, count = _match(tokens, at, vocabulary)
        if match:
            yield match
        at += count


def _tokens(text: str) -> Iterator[tuple[int, int, str]]:
    return ((*found.span(), found.group().translate(_NO_MARKS).casefold()) for found in _SIGNS.finditer(text))


def _match(tokens: list[tuple[int, int, str]], at: int, vocabulary: dict[str, list[Entry]]) -> tuple[Match | None, int]:
    start, end, word = tokens[at]
    for front in _fronts(word):
        for entry in vocabulary.get(word[len(front) :], ()):
            count = len(entry.words)
            if tuple(token[2] for token in tokens[at + 1 : at + count]) == entry.words[1:]:
                # Marks shift letters; a marked word is taken whole.
                is_plain = end - start == len(word)
                return Match(start + len(front) if is_plain else start, tokens[at + count - 1][1], entry), count
    return None, 1


def _fronts(word: str) -> Iterator[str]:
    for front in (*_FRONTS, *_ARTICLES):
        if word.startswith(front) and len(word) - len(front) >= 3 or not front:
            yield front
