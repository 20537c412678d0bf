"""Which spelling of an Arabic word is meant, by a vote over how often each is written; where the vote is close, none.

Measured (bench `style`): a letter is restored only where the better spelling is written at least 3 times as often as
the typed one and 10 times as often as the second best; words that are right both ways are never touched.
"""

import re
from functools import lru_cache
from itertools import combinations, product
from typing import Final

from articles.language.lexicon import frequency

OVER_TYPED: Final = 3
OVER_SECOND: Final = 10
SURE_OVER_TYPED: Final = 30
"""How much likelier another last letter must be in a text that writes that letter rightly elsewhere."""

LEAST_KNOWN: Final = 2e-7
LEAST_KNOWN_ENDING: Final = 1e-6

ALEF: Final = "ا"
SEATED: Final = "أإآ"
AMBIGUOUS: Final = frozenset(
    "ان وان فان بان لان كان انه انها انهم انك اني الا والا اذن اعلام اثار امل امر اجر اسر اعلم اكل ادارت علي الم"
    " اما بدا راسية اثنا".split()
)
"""Words that are right as they are typed, and right with a hamza."""

AMBIGUOUS_ENDINGS: Final = frozenset({"علي", "الي", "إلي", "حتي", "مني", "سري"})
ENDINGS: Final = {"ه": "ة", "ي": "ى", "ى": "ي"}

_CLITICS = ("وال", "بال", "فال", "كال", "ولل", "وب", "ول", "وس", "فس", "لل", "ال", "و", "ف", "ب", "ل", "ك", "س")
_SEATED = re.compile(f"[{SEATED}]")
_BEFORE_INITIAL = re.compile(r"[وف]?[بكلس]?(?:ال)?|[وف]?لل")
_DROPPED = str.maketrans(SEATED, ALEF * len(SEATED))
_MOST_ALEFS = 6  # more are no word


SURE: Final = {"امراة": "امرأة", "المراة": "المرأة", "اراء": "آراء", "الاراء": "الآراء", "افراج": "إفراج"}
"""Words that have no other reading, and whose wrong spelling is written too often for a vote."""


def is_ambiguous(word: str) -> bool:
    """Say whether a word, و and ف before it aside, is right both ways."""
    return word in AMBIGUOUS or (word[0] in "وف" and word[1:] in AMBIGUOUS)


@lru_cache(maxsize=1 << 16)
def restored(word: str) -> str:
    """Return an unmarked word with the hamza that was left off its alefs, or the word as it is."""
    if ALEF not in word or word.count(ALEF) > _MOST_ALEFS or is_ambiguous(word):
        return word
    if word in SURE:
        return SURE[word]
    best = _voted(word)
    if best != word or frequency(word) >= LEAST_KNOWN_ENDING:
        return best
    for clitic in _CLITICS:
        rest = word.removeprefix(clitic)
        if rest != word and len(rest) >= 4 and _voted(rest) != rest:
            return clitic + _voted(rest)
    return word


def _voted(word: str) -> str:
    ranked = sorted(((frequency(candidate), candidate) for candidate in _candidates(word)), reverse=True)
    if not ranked:
        return word
    (most, best), second = ranked[0], ranked[1][0] if len(ranked) > 1 else 0
    is_clear = most >= LEAST_KNOWN and most >= OVER_TYPED * frequency(word) and most >= OVER_SECOND * second
    return best if is_clear else word


def _candidates(word: str) -> set[str]:
    """Return every way to write a hamza on one or two of a word's alefs."""
    places = [at for at, letter in enumerate(word) if letter == ALEF]
    found: set[str] = set()
    for chosen in (*((at,) for at in places), *combinations(places, 2)):
        for seats in product(SEATED, repeat=len(chosen)):
            letters = list(word)
            for at, seat in zip(chosen, seats, strict=True):
                letters[at] = seat
            found.add("".join(letters))
    return found


@lru_cache(maxsize=1 << 16)
def ending(word: str) -> tuple[str, float]:
    """Return an unmarked word with its other last letter (ة for ه, ى for ي, ي for ى) and how much likelier that is."""
    other = ENDINGS.get(word[-1:])
    if not other or (len(word) < 3 and word != "فى") or word in AMBIGUOUS_ENDINGS:
        return word, 0.0
    respelled = word[:-1] + other
    likely = max(frequency(respelled), frequency(restored(respelled)))
    typed = max(frequency(word), frequency(restored(word)), 1e-9)
    return respelled, likely / typed if likely > LEAST_KNOWN_ENDING else 0.0


@lru_cache(maxsize=1 << 16)
def unseated(word: str) -> str:
    """Return an unmarked word without the hamza on its first letter, clitics and article aside; كأس keeps its own."""
    found = _SEATED.search(word)
    if not found:
        return word
    start = found.start()
    before = word[:start]
    if not _BEFORE_INITIAL.fullmatch(before):
        return word
    if before and "ل" not in before[-1:] and before != "و" and frequency(word[start:]) < frequency(word):
        return word
    return before + word[start].translate(_DROPPED) + word[start + 1 :]


def has_seat_at_start(word: str) -> bool:
    """Say whether a word is written with the hamza that a plain house drops."""
    return unseated(word) != word
