"""What the index holds of an entry, as one line of tokens that both engines split at blanks and nowhere else.

A token is a stem as it is, or begins with a private character that says what else it is; no text can hold one, for a
private character is no letter.
"""

from collections.abc import Container, Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import Final, NamedTuple
from zlib import crc32

from articles.language.stems import PLAIN, HouseWords, Token, every_token

HEAD_BARE: Final = "\ue000"
"""A word as typed (without what is written onto its beginning) of a headline."""
HEAD_STEM: Final = "\ue001"
SECTION: Final = "\ue002"
SOUND: Final = "\ue003"
"""The consonants of a long word: what a name keeps in every transcription."""
MONTH: Final = "\ue004"
YEAR: Final = "\ue005"
BREAK: Final = "\ue006"
"""Between two texts, so that no phrase reaches from one into the next."""

_FIRST_PAIR: Final = 0xF0000
PAIRS: Final = 65_000
"""Signs for two words beside each other, of the private plane 15. So few that they make the index a third longer, not
four times; so many that of the texts with two words one in 400 has their sign without having them side by side."""

_DROPPED: Final = frozenset("اويهء")
_SAME_SOUND: Final = str.maketrans("جقكطصثظذضحخ", "غغغتسسززدهه")
LEAST_SOUND: Final = 4
"""Consonants that a word must keep; shorter skeletons are shared by words that have nothing to do with each other."""


class Line(NamedTuple):
    """What the index holds of an entry: what says where it belongs and what its headlines say, and all its stems."""

    head: str
    words: str


def line(
    headlines: Iterable[str],
    texts: Iterable[str],
    *,
    house: HouseWords = PLAIN,
    section: int | None = None,
    day: date | None = None,
) -> Line:
    """Return what the index holds of some headlines and texts, of a section, of a day.

    Stopwords too: only queries leave them out, so that a phrase is a phrase and a changed list touches no entry.
    """
    places = [f"{SECTION}{section}"] if section else []
    places += [month_token(day), year_token(day)] if day else []
    heads: dict[str, None] = dict.fromkeys(places)
    running: list[str] = []
    more: dict[str, None] = {}
    for text in headlines:
        said = every_token(text, house)
        heads.update(dict.fromkeys(HEAD_BARE + token.bare for token in said))
        heads.update(dict.fromkeys(HEAD_STEM + token.stem for token in said))
        _run(said, running, more)
    for text in texts:
        _run(every_token(text, house), running, more)
    return Line(" ".join(heads), " ".join([*running, *more]))


def month_token(day: date) -> str:
    """Return the token of a day's month."""
    return f"{MONTH}{day:%Y%m}"


def year_token(day: date) -> str:
    """Return the token of a day's year."""
    return f"{YEAR}{day:%Y}"


def pairs_of(stems: Sequence[str]) -> list[str]:
    """Return the signs of a run of stems: what has the run has them all; what has them all may have it."""
    return [chr(_FIRST_PAIR + crc32(f"{one} {other}".encode()) % PAIRS) for one, other in pairwise(stems)]


def sound_of(bare: str) -> str | None:
    """Return the consonants that a name keeps in every transcription: غرينلاند, جرينلاند; None where it has too few."""
    kept = "".join(letter for letter in bare[1:] if letter not in _DROPPED)
    folded = (bare[:1] + kept).translate(_SAME_SOUND)
    sound = folded[:1] + "".join(b for a, b in zip(folded, folded[1:], strict=False) if a != b)
    is_arabic = "\N{ARABIC LETTER HAMZA}" <= bare[:1] <= "\N{ARABIC LETTER YEH}"
    return sound if is_arabic and len(sound) >= LEAST_SOUND else None


def highlight(text: str, stems: Container[str], house: HouseWords = PLAIN) -> list[tuple[str, bool]]:
    """Cut a text into runs that join to the very text, each with whether it is a word of one of these stems."""
    runs: list[tuple[str, bool]] = []
    at = 0
    for token in every_token(text, house):
        if token.stem not in stems or token.start < at:
            continue
        if token.start > at:
            runs.append((text[at : token.start], False))
        runs.append((text[token.start : token.end], True))
        at = token.end
    if at < len(text):
        runs.append((text[at:], False))
    return runs


def _run(said: list[Token], running: list[str], more: dict[str, None]) -> None:
    """Add a text's stems in their order; and the sounds of its long words and the signs of words beside each other."""
    if not said:
        return
    if running:
        running.append(BREAK)
    stems = [token.stem for token in said]
    running.extend(stems)
    for bare in {token.bare: None for token in said}:
        sound = sound_of(bare)
        if sound:
            more[SOUND + sound] = None
    more.update(dict.fromkeys(pairs_of(stems)))
