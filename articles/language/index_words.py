"""What the index holds of an entry, as one line of tokens that both engines split at blanks and nowhere else.

A token is a stem as it is, or begins with a private character that says what else it is; no text can hold one, for a
private character is no letter.
"""

from collections.abc import Container, Iterable
from datetime import date
from typing import Final, NamedTuple

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
    sounds: dict[str, None] = {}
    for text in headlines:
        said = every_token(text, house)
        heads.update(dict.fromkeys(HEAD_BARE + token.bare for token in said))
        heads.update(dict.fromkeys(HEAD_STEM + token.stem for token in said))
        _run(said, running, sounds)
    for text in texts:
        _run(every_token(text, house), running, sounds)
    return Line(" ".join(heads), " ".join([*running, *sounds]))


def month_token(day: date) -> str:
    """Return the token of a day's month."""
    return f"{MONTH}{day:%Y%m}"


def year_token(day: date) -> str:
    """Return the token of a day's year."""
    return f"{YEAR}{day:%Y}"


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


def _run(said: list[Token], running: list[str], sounds: dict[str, None]) -> None:
    """Add a text's stems in their order, and the sounds of its long words."""
    if not said:
        return
    if running:
        running.append(BREAK)
    running.extend(token.stem for token in said)
    for bare in {token.bare: None for token in said}:
        sound = sound_of(bare)
        if sound:
            sounds[SOUND + sound] = None
