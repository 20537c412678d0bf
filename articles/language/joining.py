"""Two people changed one text: both changes in one, and only what both changed differently left for a person."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from articles.language.blocks import Block, assemble, split
from articles.language.matching import essence, pair


@dataclass(frozen=True, slots=True)
class Conflict:
    """What both changed, in three states: a whole text, or of a body one block as a body of its own ("" where gone).

    `index` is the block's place in the joined body; a block that "theirs" no longer has would stand before that place.
    """

    base: str
    mine: str
    theirs: str
    index: int = 0


@dataclass(frozen=True, slots=True)
class Joined:
    """A joined text; where there is a conflict it holds theirs."""

    text: str
    conflicts: tuple[Conflict, ...]


def join_text(base: str, mine: str, theirs: str) -> Joined:
    """Join two changes of a one-line text: whoever changed it wins, two different changes are a conflict."""
    if mine in (base, theirs):
        return Joined(theirs, ())
    if theirs == base:
        return Joined(mine, ())
    return Joined(theirs, (Conflict(base, mine, theirs),))


def join_bodies(base: str, mine: str, theirs: str) -> Joined:
    """Join two changes of a body block by block: insertions, removals, moves by one and edits by the other all survive.

    A block that both changed, or that one changed and the other took out, is a conflict. What both put in at one place
    is kept, theirs first. No word that either typed is lost: it is in the text or in a conflict.
    """
    if mine in (base, theirs):
        return Joined(theirs, ())
    if theirs == base:
        return Joined(mine, ())
    join = _Join(split(base), split(mine), split(theirs))
    return Joined(assemble(join.blocks()), tuple(join.conflicts))


class _Join:
    """Three texts and how their blocks belong together.

    `fixed` are the base's blocks that both still have where they were. All else stands in the gap after one of them:
    first what their text puts there, then what mine does.
    """

    def __init__(self, base: Sequence[Block], mine: Sequence[Block], theirs: Sequence[Block]) -> None:
        self.base, self.mine, self.theirs = base, mine, theirs
        self.in_mine, self.in_theirs = pair(base, mine), pair(base, theirs)
        self.unmoved_in_mine, self.unmoved_in_theirs = _unmoved(self.in_mine), _unmoved(self.in_theirs)
        self.fixed = self.unmoved_in_mine & self.unmoved_in_theirs
        self.conflicts: list[Conflict] = []

    def blocks(self) -> list[Block]:
        """Return the joined blocks, and collect the conflicts on the way."""
        gaps_mine = self._gaps(self.mine, self.in_mine)
        gaps_theirs = self._gaps(self.theirs, self.in_theirs)
        joined: list[Block] = []
        for at in [-1, *sorted(self.fixed)]:
            if at >= 0:
                joined.append(self._merged(at, len(joined)))
            put_in: list[tuple[str, str]] = []
            for block, origin in gaps_theirs.get(at, ()):
                joined += self._of_theirs(block, origin, len(joined))
                put_in += [_key(block)] if origin is None else []
            for block, origin in gaps_mine.get(at, ()):
                if origin is None and _key(block) in put_in:
                    put_in.remove(_key(block))
                else:
                    joined += self._of_mine(block, origin, len(joined))
        return joined

    def _gaps(self, blocks: Sequence[Block], places: Sequence[int | None]) -> dict[int, list[tuple[Block, int | None]]]:
        """Return what stands after each fixed block (-1: before the first), each with its place in the base."""
        origins = {place: origin for origin, place in enumerate(places) if place is not None}
        gaps: dict[int, list[tuple[Block, int | None]]] = {}
        at = -1
        for place, block in enumerate(blocks):
            origin = origins.get(place)
            if origin in self.fixed and origin is not None:
                at = origin
            else:
                gaps.setdefault(at, []).append((block, origin))
        return gaps

    def _of_theirs(self, block: Block, origin: int | None, index: int) -> Iterator[Block]:
        if origin is None:
            yield block
        elif self.in_mine[origin] is None:
            if _is_changed(self.base[origin], block):
                self._clash(index, self.base[origin], None, block)
                yield block
        elif origin not in self.unmoved_in_theirs:
            yield self._merged(origin, index)

    def _of_mine(self, block: Block, origin: int | None, index: int) -> Iterator[Block]:
        if origin is None:
            yield block
        elif self.in_theirs[origin] is None:
            if _is_changed(self.base[origin], block):
                self._clash(index, self.base[origin], block, None)
        elif origin in self.unmoved_in_theirs:
            yield self._merged(origin, index)

    def _merged(self, origin: int, index: int) -> Block:
        """Return the one block that three states of a block make."""
        was = self.base[origin]
        mine, theirs = self._at(self.mine, self.in_mine, origin), self._at(self.theirs, self.in_theirs, origin)
        if _is_changed(was, mine) and _is_changed(was, theirs):
            chosen = theirs
            if _is_changed(mine, theirs):
                self._clash(index, was, mine, theirs)
        elif _is_changed(was, theirs):
            chosen = theirs
        else:
            chosen = mine if _is_changed(was, mine) or theirs.html == was.html else theirs
        is_apart = mine.apart if theirs.apart == was.apart else theirs.apart
        if not (was.wrapper and mine.wrapper and theirs.wrapper):
            return replace(chosen, apart=is_apart and bool(chosen.wrapper))
        return replace(
            chosen, wrapper=mine.wrapper if theirs.wrapper == was.wrapper else theirs.wrapper, apart=is_apart
        )

    @staticmethod
    def _at(blocks: Sequence[Block], places: Sequence[int | None], origin: int) -> Block:
        place = places[origin]
        if place is None:
            raise LookupError(origin)
        return blocks[place]

    def _clash(self, index: int, base: Block, mine: Block | None, theirs: Block | None) -> None:
        self.conflicts.append(Conflict(_alone(base), _alone(mine), _alone(theirs), index))


def _unmoved(places: Sequence[int | None]) -> frozenset[int]:
    """Return the base's blocks that keep their order: the longest rising row of places. O(n log n)."""
    ends: list[int] = []
    row: list[int] = []
    before: dict[int, int | None] = {}
    for origin, place in enumerate(places):
        if place is None:
            continue
        length = bisect_left(ends, place)
        before[origin] = row[length - 1] if length else None
        ends[length : length + 1] = [place]
        row[length : length + 1] = [origin]
    kept: set[int] = set()
    at = row[-1] if row else None
    while at is not None:
        kept.add(at)
        at = before[at]
    return frozenset(kept)


def _is_changed(old: Block, new: Block) -> bool:
    return essence(old.html) != essence(new.html)


def _key(block: Block) -> tuple[str, str]:
    return block.wrapper, essence(block.html)


def _alone(block: Block | None) -> str:
    return assemble([block]) if block else ""
