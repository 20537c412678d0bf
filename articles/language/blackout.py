"""A passage blacked out of any text, plain or HTML, however it was spelled, spaced or marked there."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from articles.language.folding import fold

BLACK = "■■■"
"""The same for every passage: its length would tell of it."""

LEAST_LETTERS = 3
"""Fewer letters stand in too many words."""

_PIECE = re.compile(r"<[/!?]?(?P<tag>[A-Za-z][A-Za-z0-9]*)?[^<>]*>|&(?:#?[A-Za-z0-9]{1,31});|.", re.DOTALL)
_VALUE = re.compile(r'(?<==)"[^"]*"|(?<==)\'[^\']*\'')
_INLINE = frozenset("a abbr b bdi bdo cite code del em i ins mark q s small span strong sub sup u".split())

Place = tuple[str, int, int]
"""One folded character with where it stands in the source."""


def letters_of(passage: str) -> int:
    """Return how many letters and digits a passage is found by."""
    return sum(map(str.isalnum, fold(passage)))


def has(text: str, passage: str) -> bool:
    """Say whether a text holds a passage."""
    return black_out(text, passage) != text


def black_out(text: str, passage: str) -> str:
    """Return a text without a passage: each time it is met, black squares stand in its place and its markup stays.

    Marks, controls, case and blanks make no difference, nor does inline markup within the passage, as in `fold`.
    """
    wanted = "".join(char for char, _start, _end in _places(passage)).strip()
    if not wanted or not text:
        return text
    places = list(_places(text))
    read = "".join(char for char, _start, _end in places)
    out, last = [], 0
    at = read.find(wanted)
    while at >= 0:
        start, end = places[at][1], _past_marks(text, places[at + len(wanted) - 1][2])
        if start >= last:
            out += [text[last:start], BLACK, *_tags_of(text[start:end])]
            last = end
        at = read.find(wanted, at + len(wanted))
    return _in_tags("".join([*out, text[last:]]), wanted)


def _past_marks(text: str, end: int) -> int:
    """Return where the marks over the last letter end, which are of the passage too."""
    while end < len(text) and not fold(text[end]) and not text[end].isspace():
        end += 1
    return end


def _tags_of(html: str) -> Iterator[str]:
    """Return the tags in a piece of markup: they are no words, and the markup round the passage stays whole."""
    return (piece.group() for piece in _PIECE.finditer(html) if len(piece.group()) > 1 and piece.group()[0] == "<")


def _places(text: str) -> Iterator[Place]:
    """Read a text as people do: folded, one blank for many, tags left out; with each character's place."""
    was_blank = True
    for piece in _PIECE.finditer(text):
        start, end = piece.span()
        if end - start > 1 and text[start] == "<":
            shown = "" if (piece["tag"] or "").lower() in _INLINE else " "
        else:
            shown = unescape(piece.group())
        for char in fold(shown) or (" " if shown.isspace() else ""):
            is_blank = char.isspace()
            if not (is_blank and was_blank):
                yield (" " if is_blank else char), start, end
            was_blank = is_blank


def _in_tags(html: str, wanted: str) -> str:
    """Empty the attributes that hold the passage, written out or percent-encoded."""
    if "=" not in html:
        return html
    return re.sub(r"<[A-Za-z][^<>]*>", lambda tag: _VALUE.sub(lambda v: _value(v.group(), wanted), tag.group()), html)


def _value(quoted: str, wanted: str) -> str:
    said = unquote(unescape(quoted))
    held = any("".join(char for char, *_at in _places(form)).find(wanted) >= 0 for form in (said, _spaced(said)))
    return f"{quoted[0]}{quoted[0]}" if held else quoted


def _spaced(address: str) -> str:
    return re.sub(r"[-_+]", " ", address)
