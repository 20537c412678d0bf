"""The notation of the archive's word lists: alternatives, patterns with slots, and forms that follow what fills one."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

_PART = re.compile(r"\{(\w+)(?::([01]))?\}|<(\w+):([^|>]*)\|([^>]*)>")


@dataclass(frozen=True)
class Part:
    """One piece of a pattern: plain text, a slot (its first letter forced up or down), or a form that follows one."""

    text: str = ""
    slot: str = ""
    case: str = ""
    forms: tuple[str, str] | None = None


Pattern = tuple[Part, ...]


@dataclass(frozen=True)
class Filling:
    """What fills a slot, and which of two forms agrees with it: 1 is feminine in Arabic, plural in English."""

    text: str
    form: int = 0
    short: str = ""


@cache
def choices(text: str) -> tuple[str, ...]:
    """Part a list of alternatives."""
    return tuple(text.split(" / "))


@cache
def patterns(text: str) -> tuple[Pattern, ...]:
    """Read a list of patterns."""
    return tuple(_compiled(choice) for choice in choices(text))


@cache
def ranks(length: int) -> list[float]:
    """Return the cumulative weights of a list whose later items are rarer, as words are (Zipf)."""
    return list(accumulate(1 / (rank + 3) for rank in range(length)))


@cache
def fillings(text: str) -> tuple[Filling, ...]:
    """Read a list of what may fill a slot."""
    return tuple(_filling(choice) for choice in choices(text))


def _filling(choice: str) -> Filling:
    bare, mark, _ = choice.partition("+")
    long, _, short = bare.partition("|")
    feminine = long.split(" ")[0].endswith("ة")
    return Filling(long, int(bool(mark) or feminine), short or long)


def _compiled(pattern: str) -> Pattern:
    parts, end = [], 0
    for match in _PART.finditer(pattern):
        parts.append(Part(text=pattern[end : match.start()]))
        slot, case, agreeing, first, second = match.groups()
        parts.append(Part(slot=slot, case=case or "") if slot else Part(slot=agreeing, forms=(first, second)))
        end = match.end()
    return (*parts, Part(text=pattern[end:]))
