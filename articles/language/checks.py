"""The registry of checks: what a check is, what it finds, and the passage it looks at. The checks stand beside it."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import islice
from operator import itemgetter

Span = tuple[int, int]

_QUOTATION = re.compile(r"«[^«»\n]*(?:«[^«»\n]*»[^«»\n]*)*»|“[^“”\n]*”|\"[^\"\n]*\"")

ANY = re.compile(r".*")
HEADLINES = re.compile(r"kicker|dateline|(?:\w+_)?headline")
"""The short lines that stand in lists and titles far from their article."""

MASK = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for each character of a verbatim or Qur'an passage while the rest is checked: no letter, blank or sign."""


MOST_FINDINGS = 1000
"""Of one check in one field; nobody reads more, and a hostile text would have a third of a million."""


class Severity(StrEnum):
    """An error stops approval and publication, a warning asks, a hint helps."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a check saw something; `start` and `end` count characters of the field's visible text."""

    check: str
    severity: Severity
    field: str
    start: int
    end: int
    message: str
    parameters: Mapping[str, str | int]
    replacement: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check gives back; a severity or message of its own stands before the check's."""

    start: int
    end: int
    replacement: str | None = None
    severity: Severity | None = None
    message: str = ""
    parameters: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True)
class Passage:
    """One field of a copy: its visible text, with verbatim and Qur'an passages masked."""

    field: str
    text: str
    language: str

    @cached_property
    def paragraphs(self) -> list[Span]:
        """The places of the paragraphs that hold anything."""
        return [found.span() for found in re.finditer(r"[^\n]*\S[^\n]*", self.text)]

    @cached_property
    def quotations(self) -> list[Span]:
        """The places of «…», “…” and "…", marks included, that begin and end in one paragraph."""
        return [found.span() for found in _QUOTATION.finditer(self.text)]

    def is_quoted(self, start: int) -> bool:
        """Say whether a place lies inside a quotation."""
        at = bisect_right(self.quotations, start, key=itemgetter(0))
        return at > 0 and start < self.quotations[at - 1][1]


Judge = Callable[[Passage], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class Check:
    """A rule of the house: its id, how much it weighs, what it says, where it applies, and the function that looks."""

    id: str
    severity: Severity
    message: str
    judge: Judge
    languages: frozenset[str]
    fields: re.Pattern[str]

    @property
    def description(self) -> str:
        """What the check looks for, in English, for the page that lists all of them."""
        return " ".join((self.judge.__doc__ or "").split())

    def applies_to(self, passage: Passage) -> bool:
        """Say whether the check has anything to say about this field in this language."""
        return passage.language in self.languages and self.fields.fullmatch(passage.field) is not None

    def findings(self, passage: Passage) -> Iterator[Finding]:
        """Give what the check finds in a passage, at most `MOST_FINDINGS`."""
        for hit in islice(self.judge(passage), MOST_FINDINGS):
            found = passage.text[hit.start : hit.end]
            yield Finding(
                check=self.id,
                severity=hit.severity or self.severity,
                field=passage.field,
                start=hit.start,
                end=hit.end,
                message=hit.message or self.message,
                parameters={"found": found if len(found) <= 40 else found[:39] + "…", **hit.parameters},
                replacement=hit.replacement,
            )


CHECKS: dict[str, Check] = {}
"""Every check by its id, in the order of the page that lists them."""


def gettext_noop(message: str) -> str:
    """Mark a message for the catalogue; whoever shows a finding translates it."""
    return message


def check(
    id: str,
    severity: Severity,
    message: str,
    *,
    languages: Iterable[str] = ("ar", "en"),
    fields: re.Pattern[str] = ANY,
) -> Callable[[Judge], Judge]:
    """Register a function as a check; its docstring becomes its documentation."""

    def register(judge: Judge) -> Judge:
        if id in CHECKS:
            raise ValueError(f"two checks are called {id}")
        CHECKS[id] = Check(id, severity, message, judge, frozenset(languages), fields)
        return judge

    return register
