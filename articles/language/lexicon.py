"""What is known of words: the stem of an Arabic one, how often one is written. Built by `make lexicon`, read once.

Sources: the stems are derived from simplemma 2.0.0 (Wiktionary, UniMorph), the frequencies from wordfreq 3.1.1; both
under CC BY-SA, see data/LICENCE.md. Neither package is needed to run.
"""

import gzip
import hashlib
from functools import cache
from pathlib import Path
from typing import Final

from articles.language.affixes import light
from articles.language.folding import fold

DATA: Final = Path(__file__).with_name("data")
LEXICON: Final = DATA / "lexicon.tsv.gz"
FREQUENCIES: Final = DATA / "frequencies.tsv.gz"
ENGLISH: Final = DATA / "frequencies-en.tsv.gz"


def stems() -> dict[str, str]:
    """Return the stem of each known folded word."""
    return _lexicon()[0]


def own_articles() -> frozenset[str]:
    """Return the folded words whose first two letters are their own, not the article: الوان, المانيا."""
    return _lexicon()[1]


@cache
def _lexicon() -> tuple[dict[str, str], frozenset[str]]:
    """Read the words: a line is `word`, whose stem is its light one, or `word TAB stem`; `=` marks an own article."""
    found: dict[str, str] = {}
    own: set[str] = set()
    for line in _lines(LEXICON):
        marked, _tab, stem = line.partition("\t")
        word = marked.removeprefix("=")
        found[word] = stem or light(word)
        if word != marked:
            own.add(word)
    return found, frozenset(own)


@cache
def _frequencies(path: Path = FREQUENCIES) -> dict[str, float]:
    """Read the words of each centibel: a line is `N TAB word word …`, each written 10 to the power of -N/100."""
    found: dict[str, float] = {}
    for line in _lines(path):
        centibels, _tab, words = line.partition("\t")
        frequency = 10 ** (-int(centibels) / 100)
        found.update(dict.fromkeys(words.split(), frequency))
    return found


def frequency(word: str) -> float:
    """Return the share of a word in written Arabic, 0 where it is rarer than one in a million.

    By its spelling: hamza, ة and ى as written, no tatweel, no vowel marks (أعلنت 1.3e-4, اعلنت 3.9e-6).
    """
    return _frequencies().get(word, 0.0)


@cache
def written(language: str) -> dict[str, tuple[str, float]]:
    """Return the commonest spelling of each folded word of a language, and the share of the word in what is written."""
    found: dict[str, tuple[str, float]] = {}
    shares = _frequencies() if language == "ar" else _frequencies(ENGLISH)
    for word in sorted(shares, key=lambda word: (-shares[word], word)):
        key = fold(word)
        best, share = found.get(key, (word, 0.0))
        found[key] = (best, share + shares[word])
    return found


@cache
def digest() -> str:
    """Return what the stems of this build are known by: part of the analyser's version."""
    return hashlib.sha256(gzip.decompress(LEXICON.read_bytes())).hexdigest()


def _lines(path: Path) -> list[str]:
    return gzip.decompress(path.read_bytes()).decode().splitlines()
