"""How a copy ends when its agency or its desk has signed it: «انتهى», (أ ف ب), initials. None of it is for readers."""

import re
from dataclasses import dataclass, replace

from articles.importing import sources
from articles.importing.heads import byline_of
from articles.importing.lines import Line
from articles.importing.places import key
from articles.importing.sources import Credit, Names

MOST_LINES = 4
"""How many lines from the end may be signatures."""

_ENDS = frozenset(map(key, ("انتهى", "انتهي", "النهاية", "end", "ends", "30", "###", "xxx end")))
_INITIALS = re.compile(
    r"\(?(?:[ء-ي]{1,3}\.?(?:\s?[/.\-–]\s?|\s)){1,5}[ء-ي]{1,3}\.?\)?|\(?[A-Za-z]{2,3}(?:[/-][A-Za-z]{2,4}){1,5}\)?"
)
_SHORT_WORDS = frozenset("من في عن أو لا ما لم لن قد كل هو هي أن إن يا".split())
_TAIL = re.compile(r"(?P<text>.*\S)\s*[(\[](?P<source>[^()\[\]]{2,30})[)\]]\s*\.?", re.DOTALL)


@dataclass(frozen=True)
class Signed:
    """The lines without their signatures, who signed, and what was taken off."""

    rest: list[Line]
    credit: Credit | None = None
    people: tuple[tuple[str, str], ...] = ()
    removed: tuple[str, ...] = ()


def without_signatures(rest: list[Line], names: Names) -> Signed:
    """Take the signatures off the end of a copy; a line that could be text stays."""
    signed = Signed(list(rest))
    for _ in range(MOST_LINES):
        if len(signed.rest) < 2 or not _is_plain(signed.rest[-1]):
            break
        shorter = _without_last(signed, names)
        if shorter is None:
            break
        signed = shorter
    return _without_tail(signed, names)


def _without_last(signed: Signed, names: Names) -> Signed | None:
    text = signed.rest[-1].text
    rest, removed = signed.rest[:-1], (text, *signed.removed)
    source = None if signed.credit else sources.read_source_line(text, names)
    if source and source.agency and not source.dateline:
        return replace(signed, rest=rest, credit=source, removed=signed.removed)
    people = byline_of(text, names)
    if people:
        return replace(signed, rest=rest, people=(*people, *signed.people), removed=removed)
    ending = re.split(r"[/\-–—]", text.strip(' .()*#"«»'), maxsplit=1)[0]
    if (key(text) in _ENDS or key(ending) in _ENDS or not key(text)) and len(text) <= 30:
        return replace(signed, rest=rest, removed=removed)
    if _INITIALS.fullmatch(text) and not _SHORT_WORDS & set(text.split()):
        return replace(signed, rest=rest, removed=removed)
    return None


def _without_tail(signed: Signed, names: Names) -> Signed:
    """Take (أ ف ب) off the end of the last paragraph."""
    last = signed.rest[-1] if signed.rest else None
    found = _TAIL.fullmatch(last.text) if last and last.block is None else None
    agency = names.agency(found["source"]) if found else None
    if not last or not found or not agency:
        return signed
    rest = [*signed.rest[:-1], replace(last, text=found["text"])]
    credit = signed.credit or Credit(found["source"], agency)
    return replace(signed, rest=rest, credit=credit, removed=(f"({found['source']})", *signed.removed))


def _is_plain(line: Line) -> bool:
    return line.block is None or line.block.kind == "paragraph"
