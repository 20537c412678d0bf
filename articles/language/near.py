"""Which words a word may be meant as that nothing was found of: one slip of hand, ear or eye away, the likeliest first.

A slip's likelihood times how often the word is written. What counts as likely is knowledge, not fitting: neighbouring
letters that changed places, a letter doubled or not, a vowel more or less, letters of one sound in some mouth, letters
that differ by a dot, neighbours on the keyboard (Arabic 101, QWERTY).
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from articles.language import lexicon
from articles.language.stems import form_of

LEAST, LONGEST = 3, 30
"""Letters of a word that is looked at: of two letters everything is one slip away."""
OFFERED: Final = 3
CLEARLY: Final = 20
"""Times commoner a word must be, its slip reckoned in, than the typed one where that is a word too."""

_ARABIC: Final = "ءابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_VOWELS: Final = frozenset("اويaeiou")

_ALIKE: Final = (
    "تط سصث دض دذ ضظ ذظز كق غقج هح حخ ءع اه هي اي ءي ءو ءا "  # of one sound in some mouth, or of one ending
    "بتثني جحخ دذ رز سش صض طظ عغ فق "  # of one shape, the dots aside
    "ck cs sz gj iy ey ae ei ou uw fv td bp mn"
).split()
_KEYS: Final = (
    ("ضصثقفغعهخحجد", "شسيبلاتنمكط", "ءوريلاهوزظ"),
    ("qwertyuiop", "asdfghjkl", "zxcvbnm"),
)

SURE, LIKELY, POSSIBLE, UNLIKELY = 1.0, 0.7, 0.4, 0.05
AT_FIRST: Final = 0.3
"""The first letter is the one that people get right."""


def nearest(folded: str) -> list[str]:
    """Return as they are written the words that a folded word may be meant as, the likeliest first."""
    if not LEAST <= len(folded) <= LONGEST or folded.isdigit():
        return []
    least = CLEARLY * _share(folded)
    bare = form_of(folded).bare
    beginning = folded[: len(folded) - len(bare)] if folded.endswith(bare) else ""
    found = _known(_slips(folded), folded, "")
    if beginning and len(bare) >= LEAST:
        found += _known(_slips(bare), bare, beginning)
    best: dict[str, float] = {}
    for word, score in found:
        if score > least:
            best[word] = max(score, best.get(word, 0.0))
    return sorted(best, key=lambda word: (-best[word], word))[:OFFERED]


def _share(folded: str) -> float:
    """Return how often a folded word is written, with or without what is written onto its beginning."""
    known = lexicon.written(_language(folded))
    return max(known.get(word, ("", 0.0))[1] for word in (folded, form_of(folded).bare))


def _language(folded: str) -> str:
    return "en" if folded.isascii() else "ar"


def _known(slips: Iterable[tuple[str, float]], of: str, beginning: str) -> list[tuple[str, float]]:
    known = lexicon.written(_language(of))
    return [(beginning + known[word][0], weight * known[word][1]) for word, weight in slips if word in known]


def _slips(word: str) -> Iterator[tuple[str, float]]:
    """Give every word that one slip makes of this one, each with how likely the slip is."""
    letters = _LATIN if _language(word) == "en" else _ARABIC
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        care = AT_FIRST if at == 0 else 1.0
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:], SURE * care
        if after:
            yield before + after[1:], care * _of_one_more(after[0], before[-1:], after[1:2])
            for letter in letters:
                yield before + letter + after[1:], care * _of_another(after[0], letter)
        for letter in letters:
            yield before + letter + after, care * _of_one_more(letter, before[-1:], after[:1])


def _of_one_more(letter: str, before: str, after: str) -> float:
    """Return how likely somebody writes, or leaves out, a letter between two others."""
    return SURE if letter in _VOWELS or letter in (before, after) else LIKELY


def _of_another(letter: str, other: str) -> float:
    if letter == other:
        return 0.0
    return _pairs().get((letter, other), POSSIBLE if letter in _VOWELS and other in _VOWELS else UNLIKELY)


@lru_cache(1)
def _pairs() -> dict[tuple[str, str], float]:
    """Return how likely each letter is written for another that is like it, or beside it on the keyboard."""
    found: dict[tuple[str, str], float] = {}
    for rows in _KEYS:
        places = {key: (y, x) for y, row in reversed(list(enumerate(rows))) for x, key in enumerate(row)}
        for one, (y, x) in places.items():
            for other, (v, u) in places.items():
                if one != other and abs(y - v) <= 1 and abs(x - u) <= 1:
                    found[one, other] = POSSIBLE
    for group in _ALIKE:
        found |= {(one, other): SURE for one in group for other in group if one != other}
    return found
