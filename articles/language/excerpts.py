"""The beginning of a text, for descriptions and feeds: whole sentences, else whole words, never half a quotation."""

import re

from articles.language.blocks import split
from articles.language.tables import DIRECTION_CONTROLS, DIRECTION_MARKS

ELLIPSIS = "…"
SHORTEST = 0.5
"""A sentence that ends before half of the room is no excerpt yet: what follows is cut at a word instead."""

_UNSEEN = re.compile(f"[{re.escape(DIRECTION_CONTROLS + DIRECTION_MARKS)}]")
_SENTENCE = re.compile(r"[.؟?!](?:[»”\"')\]]*)(?=\s|\Z)")
_WORD_END = re.compile(r"(?<=\S)(?=\s)")
_OPEN, _CLOSE = "«“(", "»”)"
_LEFT_OVER = "،,;؛:–—- "
_LONELY = re.compile(r"\s(?:و|ف|ب|ل|ك|and|or|the|a|an|of)\Z")


def excerpt(html: str, most: int) -> str:
    """Return the beginning of a body in at most `most` characters, without its subheads, tables and captions."""
    told = (block.text for block in split(html) if block.kind in {"paragraph", "item", "quote"} and block.text)
    return shortened(" ".join(" ".join(told).split()), most)


def shortened(text: str, most: int) -> str:
    """Return a text in at most `most` characters: cut after a sentence, else at a word, never inside a quotation."""
    text = _UNSEEN.sub("", text)
    if len(text) <= most:
        return text
    closed = _closed_places(text, most)
    sentences = [found.end() for found in _SENTENCE.finditer(text, 0, most + 1) if found.end() in closed]
    if sentences and sentences[-1] >= SHORTEST * most:
        return text[: sentences[-1]]
    room = most - len(ELLIPSIS)
    ends = [found.start() for found in _WORD_END.finditer(text, 0, room + 1) if found.start() in closed]
    cut = text[: ends[-1]] if ends else text[:room]
    return _LONELY.sub("", cut).rstrip(_LEFT_OVER) + ELLIPSIS


def _closed_places(text: str, most: int) -> set[int]:
    """The places where no quotation and no bracket is open."""
    depth, places = 0, set()
    straight = False
    for place, letter in enumerate(text[: most + 1]):
        if depth <= 0 and not straight:
            places.add(place)
        if letter in _OPEN:
            depth += 1
        elif letter in _CLOSE:
            depth = max(0, depth - 1)
        elif letter == '"':
            straight = not straight
    if depth <= 0 and not straight:
        places.add(min(len(text), most + 1))
    return places
