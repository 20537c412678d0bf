"""What somebody asks of the search: words, "phrases" and -words; everything else in a query is blank."""

import re
from dataclasses import dataclass
from typing import Final

from articles.language.stems import PLAIN, HouseWords, Token, every_token, tokens

MOST_TERMS: Final = 12
"""How many words of a query are asked for; the rest is not read."""

# Quotation marks of both languages, closed; one that stays open is none. A minus counts where a word begins.
_PHRASE = r'"([^"]+)"|«([^«»]+)»|“([^“”]+)”|„([^„“]+)“'
_MINUS = r"(?:(?<=\s)|^)[-−–]"
_PART = re.compile(rf"(?P<minus>{_MINUS})?(?:{_PHRASE})|{_MINUS}(?=\w)(?P<excluded>\S+)")


@dataclass(frozen=True)
class Query:
    """A query, read: its words in order, its phrases and what it excludes as stems, and whether it says nothing."""

    words: tuple[Token, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    excluded: tuple[tuple[str, ...], ...] = ()
    is_only_stopwords: bool = False

    @property
    def stems(self) -> tuple[str, ...]:
        """The different stems that are asked for, in order."""
        return tuple(dict.fromkeys(word.stem for word in self.words))

    @property
    def bares(self) -> tuple[str, ...]:
        """The different words as typed, in order."""
        return tuple(dict.fromkeys(word.bare for word in self.words))


def read(text: str, house: HouseWords = PLAIN) -> Query:
    """Read a query. One of nothing but words that say nothing keeps them: they are looked for in headlines."""
    parts = list(_PART.finditer(text))
    phrases = [_said(found) for found in parts if not _is_excluded(found)]
    without = [_said(found) for found in parts if _is_excluded(found)]
    # Blanks for what goes, so that a word's place is its place in the query.
    kept = _PART.sub(lambda found: " " * len(found[0]) if _is_excluded(found) else f" {_said(found)} ", text)
    words = tokens(kept, house)[:MOST_TERMS]
    if not words:
        said_nothing = tuple(every_token(kept, house)[:MOST_TERMS])
        return Query(said_nothing, is_only_stopwords=bool(said_nothing))
    excluded = (_run(each, house) for each in without if tokens(each, house))
    runs = (_run(phrase, house) for phrase in phrases)
    return Query(tuple(words), tuple(run for run in runs if len(run) > 1), tuple(dict.fromkeys(excluded)))


def _is_excluded(found: re.Match[str]) -> bool:
    return bool(found["minus"] or found["excluded"])


def _said(found: re.Match[str]) -> str:
    """Return what stands between the marks, or behind the minus."""
    minus, *said = found.groups()
    return next(filter(None, said))


def _run(text: str, house: HouseWords) -> tuple[str, ...]:
    return tuple(token.stem for token in every_token(text, house)[:MOST_TERMS])
