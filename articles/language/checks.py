"""The registry of checks: what a check is, what it finds, and the passage it looks at. The checks stand beside it.

A check documents itself: its docstring says in English what it looks for, `arabic` says it in Arabic, and `example`
is a text in which it finds something. The pages in `docs/` are written from these.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import islice
from operator import itemgetter

from articles.language.house_style import UNSET, HouseStyle
from articles.language.tables import ARABIC_LETTERS, DIACRITICS, TATWEEL

Span = tuple[int, int]

_QUOTATION = re.compile(r"«[^«»\n]*(?:«[^«»\n]*»[^«»\n]*)*»|“[^“”\n]*”|\"[^\"\n]*\"")

# A verse between ornate brackets is a verse, whether or not somebody marked it as one.
_VERSE = re.compile(r"﴿[^﴿﴾\nA-Za-z{}]{1,2000}﴾")
_LINK = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]+|[@#]\w[\w.]*")
WORD = re.compile(rf"[{ARABIC_LETTERS}{TATWEEL}](?:[{ARABIC_LETTERS}{DIACRITICS}{TATWEEL}])*+")
"""An Arabic word as it was typed, its marks and its stretching included."""

_NO_MARKS = str.maketrans("", "", DIACRITICS + TATWEEL)

ANY = re.compile(r".*")
HEADLINES = re.compile(r"kicker|dateline|(?:\w+_)?headline")
"""The short lines that stand in lists and titles far from their article."""

MASK = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for each character of a verbatim or Qur'an passage while the rest is checked: no letter, blank or sign."""


MOST_FINDINGS = 1000
"""Of one check in one field; nobody reads more, and a hostile text would have a third of a million."""


LONGEST_MENDED = 400
"""Characters; what is mended by one click is seen at one glance."""


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
    is_quoted: bool = False
    around: tuple[str, str] = ("", "")
    text: str = ""

    @property
    def place(self) -> str:
        """What names this place in a text that goes on being written: check, field, words found, a word either side."""
        return "\n".join((self.check, self.field, self.around[0], str(self.parameters["found"]), self.around[1]))


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
    style: HouseStyle = UNSET

    @classmethod
    def of(cls, field: str, text: str, language: str, style: HouseStyle = UNSET) -> "Passage":
        """Return a passage with the verses between ornate brackets masked."""
        if "﴿" in text:
            text = _VERSE.sub(lambda found: MASK * len(found.group()), text)
        return cls(field, text, language, style)

    @cached_property
    def paragraphs(self) -> list[Span]:
        """The places of the paragraphs that hold anything."""
        spans: list[Span] = []
        at = 0
        for line in self.text.split("\n"):
            if line and not line.isspace():
                spans.append((at, at + len(line)))
            at += len(line) + 1
        return spans

    @cached_property
    def quotations(self) -> list[Span]:
        """The places of «…», “…” and "…", marks included, that begin and end in one paragraph."""
        return [found.span() for found in _QUOTATION.finditer(self.text)]

    @cached_property
    def links(self) -> list[Span]:
        """The places of addresses, handles and hashtags: codes, not words."""
        return [found.span() for found in _LINK.finditer(self.text)]

    @cached_property
    def words(self) -> list[tuple[int, int, str]]:
        """The Arabic words outside addresses: their places, and their letters without marks."""
        found = ((*each.span(), each.group().translate(_NO_MARKS)) for each in WORD.finditer(self.text))
        return [word for word in found if word[2] and not self.is_linked(word[0], word[1])]

    def is_quoted(self, start: int) -> bool:
        """Say whether a place lies inside a quotation."""
        return _touches(self.quotations, start, start + 1)

    def is_linked(self, start: int, end: int) -> bool:
        """Say whether a place touches an address, a handle or a hashtag."""
        return _touches(self.links, start, end)


def _touches(spans: list[Span], start: int, end: int) -> bool:
    at = bisect_right(spans, start, key=itemgetter(0))
    return (at > 0 and start < spans[at - 1][1]) or (at < len(spans) and spans[at][0] < end)


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
    arabic: str
    example: str
    in_links: bool

    @property
    def description(self) -> str:
        """What the check looks for, in English, for the page that lists all of them."""
        return " ".join((self.judge.__doc__ or "").split())

    def applies_to(self, passage: Passage) -> bool:
        """Say whether the check has anything to say about this field in this language."""
        return passage.language in self.languages and self.fields.fullmatch(passage.field) is not None

    def findings(self, passage: Passage) -> Iterator[Finding]:
        """Give what the check finds in a passage, at most `MOST_FINDINGS`."""
        hits = (hit for hit in self.judge(passage) if not self._is_spared(passage, hit))
        for hit in islice(hits, MOST_FINDINGS):
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
                is_quoted=hit.end > hit.start and passage.is_quoted(hit.start),
                text=found[:LONGEST_MENDED],
                around=(_last_word(passage.text, hit.start), _first_word(passage.text, hit.end)),
            )

    def _is_spared(self, passage: Passage, hit: Hit) -> bool:
        """Say whether a hit would mend what nobody may touch: masked words, or an address."""
        if hit.replacement is not None and MASK in passage.text[hit.start : hit.end]:
            return True
        if hit.replacement is not None and hit.end - hit.start > LONGEST_MENDED:
            return True
        return not self.in_links and hit.end > hit.start and passage.is_linked(hit.start, hit.end)


_LAST = re.compile(r"(\S{1,24})\s*\Z")
_FIRST = re.compile(r"\s*(\S{1,24})")


def _last_word(text: str, before: int) -> str:
    found = _LAST.search(text[max(0, before - 40) : before])
    return found[1] if found else ""


def _first_word(text: str, after: int) -> str:
    found = _FIRST.match(text, after, after + 40)
    return found[1] if found else ""


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
    arabic: str = "",
    example: str = "",
    languages: Iterable[str] = ("ar", "en"),
    fields: re.Pattern[str] = ANY,
    in_links: bool = False,
) -> Callable[[Judge], Judge]:
    """Register a function as a check; its docstring becomes its documentation."""

    def register(judge: Judge) -> Judge:
        if id in CHECKS:
            raise ValueError(f"two checks are called {id}")
        CHECKS[id] = Check(id, severity, message, judge, frozenset(languages), fields, arabic, example, in_links)
        return judge

    return register
