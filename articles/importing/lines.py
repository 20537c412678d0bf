"""The lines of a copy: messengers' prefixes off, hard-wrapped lines joined, and where empty lines stood."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from articles.language.checks import Passage
from articles.language.placeholders import placeholders
from articles.language.tables import DIRECTION_CONTROLS, DIRECTION_MARKS, INVISIBLE

_INVISIBLE_ENDS = INVISIBLE + "".join(filter(str.isspace, map(chr, range(0x3001))))
_MARKS = f"[{DIRECTION_MARKS}{DIRECTION_CONTROLS}]*"
# [24/11, 09:12] فلان: …   24/11/2026, 9:12 ص - Name: …   [٢٤/١١/٢٠٢٦، ٩:١٢:٣٣ ص] فلان: …
_MESSAGE = re.compile(
    rf"{_MARKS}(?P<open>\[)?\d{{1,2}}[/.-]\d{{1,2}}(?:[/.-]\d{{2,4}})?[,،]?\s{_MARKS}\d{{1,2}}:\d{{2}}(?::\d{{2}})?"
    rf"(?:\s?(?:[AaPp]\.?[Mm]\.?|[صم]))?(?(open)\]|\s-)\s{_MARKS}[^:\n]{{1,40}}:\s*"
)
_MESSENGER_NOTE = re.compile(
    rf"{_MARKS}(?:\*?forwarded(?: many times)?\*?|<media omitted>|<?(?:image|video|audio) omitted>?"
    r"|مُ?عاد توجيهها(?: عدة مرات)?|أُعيد توجيهها|<تم استبعاد الوسائط>|صورة تم استبعادها)\s*",
    re.IGNORECASE,
)
_ENDS_A_SENTENCE = re.compile(r"[.!?؟:…][\s»”\"')\]]*\Z")
_BULLET = re.compile(r"[•●▪◦‣*·\-–—][ \t\N{NO-BREAK SPACE}]|\d{1,2}[.)\-][ \t]")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")

# Mail programs and terminals break lines at 60 to 80; wider than this nobody wraps.
_NARROWEST, _WIDEST = 45, 120
_BREAKS_THAT_PROVE = 2
_NEARLY_FULL = 0.6


@dataclass(frozen=True)
class Line:
    """A line of the copy, its ends stripped, and whether an empty line stood before it."""

    text: str
    after_blank: bool
    opens: bool

    @cached_property
    def is_placeholder(self) -> bool:
        """Whether nothing but placeholders stands here."""
        return is_placeholder(self.text)


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines that hold anything, what was taken off them, and whether an empty line stood between any two."""

    lines: list[Line]
    removed: list[str]


def placeholders_of(text: str) -> list[str]:
    """Return what looks like a placeholder in a text, in order."""
    return [text[start:end] for start, end in placeholders(Passage("body", text, ""))]


def is_placeholder(text: str) -> bool:
    """Say whether a text is placeholders and nothing else that could be read."""
    found = placeholders_of(text)
    for each in found:
        text = text.replace(each, "", 1)
    return bool(found) and not _LETTER_OR_DIGIT.search(text)


def read(text: str) -> Lines:
    """Cut a copy into lines and join those that a program broke for width."""
    lines: list[Line] = []
    removed: list[str] = []
    after_blank = True
    is_chat = bool(_MESSAGE.match(text.lstrip()))
    for raw in text.splitlines():
        prefix = _MESSAGE.match(raw) if is_chat else None
        if prefix:
            removed.append(prefix.group().strip())
        line = raw[prefix.end() if prefix else 0 :].replace("\t", " ").strip(_INVISIBLE_ENDS)
        if is_chat and _MESSENGER_NOTE.fullmatch(line):
            removed.append(line)
        elif line:
            lines.append(Line(line, after_blank, opens=after_blank or prefix is not None))
            after_blank = False
        else:
            after_blank = True
    return Lines(_unwrapped(lines), removed)


def _unwrapped(lines: list[Line]) -> list[Line]:
    body = lines[1:]
    width = max((len(line.text) for line in body), default=0)
    if not _NARROWEST <= width <= _WIDEST or not _is_wrapped(body, width):
        return lines
    joined: list[Line] = lines[:1]
    for number, (before, line) in enumerate(zip(lines, body, strict=False)):
        if _is_wrapped_headline(lines, width) if number == 0 else _runs_on(before, line, width):
            last = joined.pop()
            joined.append(Line(f"{last.text} {line.text}", last.after_blank, last.opens))
        else:
            joined.append(line)
    return joined


def _is_wrapped(lines: Sequence[Line], width: int) -> bool:
    """Whether lines break in mid-sentence, and most often just where the next word would not have fitted."""
    breaks = [
        (before, line)
        for before, line in zip(lines, lines[1:], strict=False)
        if not _is_parted(before, line) and not _ENDS_A_SENTENCE.search(before.text)
    ]
    at_the_width = sum(1 for before, line in breaks if _overflows(before, line, width))
    return at_the_width >= _BREAKS_THAT_PROVE and 2 * at_the_width >= len(breaks)


def _runs_on(before: Line, line: Line, width: int) -> bool:
    """Whether a line goes on in the next, in a copy that is wrapped; after a full stop only where it had to."""
    if _is_parted(before, line):
        return False
    if _ENDS_A_SENTENCE.search(before.text):
        return _overflows(before, line, width)
    return len(before.text) >= _NEARLY_FULL * width


def _overflows(before: Line, line: Line, width: int) -> bool:
    return len(before.text) + 1 + len(line.text.split(maxsplit=1)[0]) > width


def _is_parted(before: Line, line: Line) -> bool:
    return bool(line.opens or before.is_placeholder or line.is_placeholder or _BULLET.match(line.text))


def _is_wrapped_headline(lines: list[Line], width: int) -> bool:
    """Whether the first two lines stand alone together, so that the second can only be the rest of the headline."""
    if len(lines) < 3 or _is_parted(lines[0], lines[1]) or not lines[2].after_blank:
        return False
    return _overflows(lines[0], lines[1], width) and not _ENDS_A_SENTENCE.search(lines[1].text)
