"""What changed between two texts, word by word, and between two bodies, block by block: the stuff of a compare page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal

from articles.language.blocks import Block, split
from articles.language.matching import essence, pair
from articles.language.tables import DIACRITICS, INVISIBLE, LATIN_MARKS, TATWEEL

Op = Literal["same", "gone", "new"]
Piece = tuple[Op, str]
Opcode = tuple[str, int, int, int, int]

# What difflib may be asked to weigh: it is quadratic in equal pairs, and in the length of rows with many small changes.
_MOST_PAIRS: Final = 400_000
_LONGEST: Final = 10_000

# A word with its marks, or a number with what stands inside it, or one sign; each with the blanks after it.
_MARKS = re.escape(DIACRITICS + LATIN_MARKS + TATWEEL + INVISIBLE)
_TOKEN = re.compile(rf"((?:[^\W_]|[{_MARKS}])++|[^\w\s]|_|)(\s*+)")


def word_difference(old: str, new: str) -> list[Piece]:
    """Return the pieces of two texts in order: "same" and "gone" together are the old text, "same" and "new" the new.

    Compared are words and signs; blanks that changed between equal words are pieces of their own.
    """
    pieces: list[Piece] = []
    start, end = _shared_ends(old, new)
    _add(pieces, "same", old[:start])
    for op, text in _compared(old[start : len(old) - end], new[start : len(new) - end]):
        _add(pieces, op, text)
    _add(pieces, "same", old[len(old) - end :])
    return pieces


@dataclass(frozen=True, slots=True)
class BlockChange:
    """One block of a compare page. "changed" has both blocks and their words' difference; "moved" is told apart.

    A change of markup only has equal words: its pieces are all "same".
    """

    op: Literal["same", "gone", "new", "changed"]
    old: Block | None
    new: Block | None
    pieces: tuple[Piece, ...]
    is_moved: bool = False


def block_difference(old: str, new: str) -> list[BlockChange]:
    """Return what became of each block between two bodies: in the new order, what is gone where it stood."""
    before, after = split(old), split(new)
    to_new = pair(before, after)
    origins = {place: origin for origin, place in enumerate(to_new) if place is not None}
    changes: list[BlockChange] = []
    shown = -1
    for place, block in enumerate(after):
        origin = origins.get(place)
        if origin is None:
            changes.append(BlockChange("new", None, block, (("new", block.text),)))
            continue
        is_moved = origin < shown
        if not is_moved:
            changes += _gone(before, to_new, range(shown + 1, origin))
            shown = origin
        changes.append(_kept(before[origin], block, is_moved=is_moved))
    return changes + _gone(before, to_new, range(shown + 1, len(before)))


def _gone(before: Sequence[Block], to_new: Sequence[int | None], places: range) -> list[BlockChange]:
    lost = (before[place] for place in places if to_new[place] is None)
    return [BlockChange("gone", block, None, (("gone", block.text),)) for block in lost]


def _kept(old: Block, new: Block, *, is_moved: bool) -> BlockChange:
    if essence(old.html) == essence(new.html) and old.wrapper == new.wrapper:
        return BlockChange("same", old, new, (("same", new.text),), is_moved)
    return BlockChange("changed", old, new, tuple(word_difference(old.text, new.text)), is_moved)


def _add(pieces: list[Piece], op: Op, text: str) -> None:
    if not text:
        return
    if pieces and pieces[-1][0] == op:
        text = pieces.pop()[1] + text
    pieces.append((op, text))


def _shared_ends(old: str, new: str) -> tuple[int, int]:
    """Return how many characters both texts begin with and end with, cut back to whole words."""
    most = min(len(old), len(new))
    start = next((i for i in range(most) if old[i] != new[i]), most)
    end = next((i for i in range(most - start) if old[-1 - i] != new[-1 - i]), most - start)
    while start and not old[start - 1].isspace():
        start -= 1
    while end and not old[len(old) - end].isspace():
        end -= 1
    return start, end


def _compared(old: str, new: str) -> Iterator[Piece]:
    """Compare by words; where those would be too many by lines, and the lines that differ by words."""
    a, b = _tokens(old), _tokens(new)
    if (opcodes := _aligned_words(a, b)) is not None:
        yield from _by_words(a, b, opcodes)
        return
    lines_a, lines_b = old.splitlines(keepends=True), new.splitlines(keepends=True)
    by_lines = aligned(lines_a, lines_b)
    for op, i1, i2, j1, j2 in [("replace", 0, len(lines_a), 0, len(lines_b))] if by_lines is None else by_lines:
        before, after = "".join(lines_a[i1:i2]), "".join(lines_b[j1:j2])
        a, b = _tokens(before), _tokens(after)
        if op == "equal":
            yield "same", before
        elif (opcodes := _aligned_words(a, b)) is not None:
            yield from _by_words(a, b, opcodes)
        else:
            yield "gone", before
            yield "new", after


def aligned(a: Sequence[str], b: Sequence[str]) -> Sequence[Opcode] | None:
    """Return difflib's opcodes of two rows, or None when finding them would take too long."""
    second = Counter(b)
    if len(a) + len(b) > _LONGEST or sum(count * second[item] for item, count in Counter(a).items()) > _MOST_PAIRS:
        return None
    return SequenceMatcher(None, a, b, autojunk=False).get_opcodes()


def _aligned_words(a: Sequence[tuple[str, str]], b: Sequence[tuple[str, str]]) -> Sequence[Opcode] | None:
    return aligned([word for word, _ in a], [word for word, _ in b])


def _tokens(text: str) -> list[tuple[str, str]]:
    return [(found[1], found[2]) for found in _TOKEN.finditer(text) if found.group()]


def _by_words(a: Sequence[tuple[str, str]], b: Sequence[tuple[str, str]], opcodes: Sequence[Opcode]) -> Iterator[Piece]:
    for op, i1, i2, j1, j2 in opcodes:
        if op != "equal":
            yield from _replaced(a[i1:i2], b[j1:j2])
            continue
        for (word, blanks), (_, new_blanks) in zip(a[i1:i2], b[j1:j2], strict=True):
            yield "same", word
            if blanks == new_blanks:
                yield "same", blanks
            else:
                yield "gone", blanks
                yield "new", new_blanks


def _replaced(a: Sequence[tuple[str, str]], b: Sequence[tuple[str, str]]) -> Iterator[Piece]:
    gone, new = ("".join(word + blanks for word, blanks in side) for side in (a, b))
    after = a[-1][1] if a and b and a[-1][1] == b[-1][1] else ""
    yield "gone", gone.removesuffix(after)
    yield "new", new.removesuffix(after)
    yield "same", after
