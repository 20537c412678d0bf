"""What the index is asked: an expression of tokens, within scopes, and what puts a hit before another."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum


class Scope(IntEnum):
    """What is searched; the number is PostgreSQL's sign for it within an era."""

    ARABIC = 0
    ENGLISH = 1
    ARABIC_DESK = 2
    ENGLISH_DESK = 3
    PHOTOS = 4


@dataclass(frozen=True)
class Every:
    """All of these."""

    parts: "tuple[Wanted, ...]"


@dataclass(frozen=True)
class Some:
    """Any of these."""

    parts: "tuple[Wanted, ...]"


@dataclass(frozen=True)
class Beginning:
    """A token that begins so."""

    token: str


Wanted = str | Beginning | Every | Some


@dataclass(frozen=True)
class Asked:
    """One question to the index: an expression of tokens, runs of stems that must not be there, and that must."""

    wanted: Wanted
    without: tuple[tuple[str, ...], ...] = ()
    runs: tuple[tuple[str, ...], ...] = ()
    since: datetime | None = None
    before: datetime | None = None
    first: tuple[str, ...] = ()
    """Tokens of the head that put a hit into the first rank when it has them all."""
    second: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    """Stems of which as many as possible put a hit first of all."""
    is_paired: bool = False
    """Whether the signs of its runs are among what is wanted."""
    is_read_later: bool = False
    """Whether who asks reads the texts of the hits they show (`standing`); of the rest the signs say enough."""

    @property
    def to_stand(self) -> tuple[tuple[str, ...], ...]:
        """The runs that each text is read for."""
        return () if self.is_paired and self.is_read_later else self.runs

    @property
    def not_to_stand(self) -> list[tuple[str, ...]]:
        """The runs that no text may have."""
        return [run for run in self.without if len(run) > 1]


def every(tokens: Iterable[Wanted]) -> Wanted:
    """Return the question for all of some tokens."""
    parts = tuple(tokens)
    return parts[0] if len(parts) == 1 else Every(parts)


def some(tokens: Iterable[Wanted]) -> Wanted:
    """Return the question for any of some tokens."""
    parts = tuple(tokens)
    return parts[0] if len(parts) == 1 else Some(parts)
