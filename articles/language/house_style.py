"""What a house asks of its texts in one language: the settings by which the checks judge. Plain values, no tables."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Hamza(StrEnum):
    """How the house writes the hamza on an alef: as it comes, never at the beginning of a word, or always."""

    OFF = "off"
    PLAIN = "plain"
    FULL = "full"


class Quotes(StrEnum):
    """Which quotation marks the house prints; in Arabic guillemets, with “…” inside them."""

    OFF = "off"
    HOUSE = "guillemets"
    CURLY = "curly"
    STRAIGHT = "straight"


@dataclass(frozen=True, slots=True)
class Preferred:
    """A name or a word in the house's spelling, and the spellings that stand for it elsewhere."""

    spelling: str
    variants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A word over which the house has a rule: what it writes instead ("" asks only), and why."""

    word: str
    preferred: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A person, place or body in both languages, each form as the house writes it."""

    ar: str
    en: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """The settings of one language; the defaults are those of a house that has set nothing yet."""

    hamza: str = Hamza.OFF
    digits: str = ""
    quotes: str = Quotes.HOUSE
    months: str = ""
    percent: str = ""
    ambiguous: frozenset[str] = frozenset()
    glossary: tuple[Preferred, ...] = ()
    terms: tuple[Term, ...] = ()
    names: tuple[Name, ...] = ()
    headline_short: int = 0
    headline_long: int = 75
    headline_too_long: int = 110
    sentence_long: int = 45
    asks_byline: bool = False
    asks_dateline: bool = False


UNSET = HouseStyle()


def read_glossary(text: str) -> tuple[Preferred, ...]:
    """Return the entries of a glossary: one a line, `the house's spelling = other, spellings`; other lines are none."""
    entries: list[Preferred] = []
    for line in text.splitlines():
        spelling, _equals, others = line.partition("=")
        variants = tuple(filter(None, (part.strip() for part in re.split("[,،؛;]", others))))
        if spelling.strip() and variants:
            entries.append(Preferred(spelling.strip(), variants))
    return tuple(entries)
