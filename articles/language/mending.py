"""The smallest changes that turn one piece of text into another, so that marks and links round them survive."""

from difflib import SequenceMatcher
from typing import NamedTuple

_LONGEST = 400


class Edit(NamedTuple):
    """Letters from `start` to `end`, counted in the old text, become `text`."""

    start: int
    end: int
    text: str


def edits(old: str, new: str) -> list[Edit]:
    """Return the edits from the last to the first, so that each can be made without moving the next."""
    if max(len(old), len(new)) > _LONGEST:
        return [Edit(0, len(old), new)]
    opcodes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [Edit(i1, i2, new[j1:j2]) for op, i1, i2, j1, j2 in reversed(opcodes) if op != "equal"]
