"""What somebody asks of the search: words, "phrases" and -words; everything else in a query is blank."""

import re
from dataclasses import dataclass
from typing import Final

from articles.language.stems import PLAIN, HouseWords, Token, every_token, tokens

MOST_TERMS: Final = 12
"""How many words of a query are asked for; the rest is not read."""

# Quotation marks of both languages, closed; one that stays open is none. A minus counts where a word begins.
_PHRASE = re.compile(r'"([^"]+)"|«([^«»]+)»|“([^“”]+)”|„([^„“]+)“')
_WITHOUT = re.compile(r"(?:(?<=\s)|^)[-−–](?=\w)(\S+)")


@dataclass(frozen=True)
class Query:
    """A query, read: its words in order, its phrases as stems, the stems it excludes, and whether it says anything."""

    words: tuple[Token, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    excluded: tuple[str, ...] = ()
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
    phrases = [next(filter(None, found.groups())) for found in _PHRASE.finditer(text)]
    outside = _PHRASE.sub(lambda found: f" {next(filter(None, found.groups()))} ", text)
    without = " ".join(_WITHOUT.findall(_PHRASE.sub(" ", text)))
    kept = _WITHOUT.sub(" ", outside)
    words = tokens(kept, house)[:MOST_TERMS]
    if not words:
        said_nothing = tuple(every_token(kept, house)[:MOST_TERMS])
        return Query(said_nothing, is_only_stopwords=bool(said_nothing))
    runs = (tuple(token.stem for token in every_token(phrase, house)[:MOST_TERMS]) for phrase in phrases)
    excluded = tuple(dict.fromkeys(token.stem for token in tokens(without, house)[:MOST_TERMS]))
    return Query(tuple(words), tuple(run for run in runs if len(run) > 1), excluded)
