"""How two people's saves of one text are joined: field by field, and the body block by block."""

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import fields as dataclass_fields
from html import escape, unescape
from typing import Any, TypeVar

from articles.language import joining
from articles.language.joining import Conflict
from articles.models import BylineLine, Content, PhotoLine
from articles.workflow.refusals import FieldConflict

T = TypeVar("T")

_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)


def join(base: Content, mine: Content, theirs: Content) -> tuple[Content, tuple[FieldConflict, ...]]:
    """Join two contents that began from one base; what only a person can join is left as theirs and named."""
    joined: dict[str, Any] = {}
    conflicts: list[FieldConflict] = []
    for field in dataclass_fields(Content):
        name = field.name
        value, clashes = _JOINERS.get(name, _whole)(getattr(base, name), getattr(mine, name), getattr(theirs, name))
        joined[name] = value
        if clashes:
            conflicts.append(FieldConflict(name, clashes))
    return Content(**joined), tuple(conflicts)


def _whole(base: T, mine: T, theirs: T) -> tuple[T, tuple[Conflict, ...]]:
    if mine in (base, theirs):
        return theirs, ()
    if theirs == base:
        return mine, ()
    return theirs, (Conflict(str(base), str(mine), str(theirs)),)


def _text(base: str, mine: str, theirs: str) -> tuple[str, tuple[Conflict, ...]]:
    joined = joining.join_text(base, mine, theirs)
    return joined.text, joined.conflicts


def _body(base: str, mine: str, theirs: str) -> tuple[str, tuple[Conflict, ...]]:
    joined = joining.join_bodies(base, mine, theirs)
    return joined.text, joined.conflicts


def _keyed(key: Callable[[T], Hashable]) -> Callable[..., tuple[tuple[T, ...], tuple[Conflict, ...]]]:
    """Join lists of things that have a key: additions and removals of both survive, one thing's change by one."""

    def joiner(base: Sequence[T], mine: Sequence[T], theirs: Sequence[T]) -> tuple[tuple[T, ...], tuple[Conflict, ...]]:
        if tuple(mine) in (tuple(base), tuple(theirs)):
            return tuple(theirs), ()
        if tuple(theirs) == tuple(base):
            return tuple(mine), ()
        was, here, there = ({key(x): x for x in things} for things in (base, mine, theirs))
        joined: dict[Hashable, T] = {}
        conflicts: list[Conflict] = []
        for k in [*there, *(k for k in here if k not in there)]:
            if (k in was and k not in here and there.get(k) == was[k]) or (k in was and k not in there):
                continue
            value, clash = _whole(was.get(k), here.get(k, was.get(k)), there.get(k, was.get(k)))
            conflicts += clash
            if value is not None:
                joined[k] = value
        return tuple(joined.values()), tuple(conflicts)

    return joiner


def _paragraphs(base: str, mine: str, theirs: str) -> tuple[str, tuple[Conflict, ...]]:
    """Join texts without markup as bodies are joined, whose paragraphs they become for it."""
    joined = joining.join_bodies(
        *("".join(f"<p>{escape(p)}</p>" for p in t.split("\n\n")) for t in (base, mine, theirs))
    )
    return "\n\n".join(map(unescape, _PARAGRAPH.findall(joined.text))), joined.conflicts


def _extras(base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> tuple[Any, ...]:
    """Join what only some formats have, one by one; a transcript paragraph by paragraph."""
    joined: dict[str, Any] = {}
    conflicts: list[Conflict] = []
    for name in sorted({*base, *mine, *theirs}):
        joiner: Callable[..., tuple[Any, tuple[Conflict, ...]]] = _paragraphs if name == "transcript" else _whole
        value, clashes = joiner(*(each.get(name, "") for each in (base, mine, theirs)))
        conflicts += clashes
        if value:
            joined[name] = value
    return joined, tuple(conflicts)


def _who(line: BylineLine) -> Hashable:
    return line.author_id, line.desk_id, line.agency_id, line.role


def _which(line: PhotoLine) -> Hashable:
    return line.photo_id


_JOINERS: dict[str, Callable[..., tuple[Any, tuple[Conflict, ...]]]] = {
    **dict.fromkeys(
        ("kicker", "headline", "front_headline", "social_headline", "search_headline", "deck", "dateline"), _text
    ),
    "body": _body,
    "extras": _extras,
    "topic_ids": _keyed(lambda pk: pk),
    "related_ids": _keyed(lambda pk: pk),
    "bylines": _keyed(_who),
    "photos": _keyed(_which),
}
