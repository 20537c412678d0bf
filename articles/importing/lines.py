"""The lines of a copy: messengers' prefixes off, hard-wrapped lines joined, and where empty lines stood."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from articles.language.blocks import Block
from articles.language.checks import Passage
from articles.language.placeholders import placeholders
from articles.language.tables import DIRECTION_CONTROLS, DIRECTION_MARKS, INVISIBLE

_INVISIBLE_ENDS = INVISIBLE + "".join(filter(str.isspace, map(chr, range(0x3001))))
_MARKS = f"[{DIRECTION_MARKS}{DIRECTION_CONTROLS}]*"
# iOS: [24/11, 09:12] فلان: …   [٢٤/١١/٢٠٢٦، ٩:١٢:٣٣ ص] فلان: …   Android: 24/11/2026, 9:12 ص - Name: …
# The date's parts carry marks of their own in Arabic; the hour and its half stand a narrow blank apart.
_SLASH = rf"{_MARKS}[/.\u2010-]{_MARKS}"
_STAMP = (
    rf"{_MARKS}(?P<open>\[)?{_MARKS}\d{{1,4}}{_SLASH}\d{{1,2}}(?:{_SLASH}\d{{2,4}})?{_MARKS}[,،]?\s{_MARKS}"
    rf"\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:\s?{_MARKS}(?:[AaPp]\.?\s?[Mm]\.?|[صم]))?{_MARKS}(?(open)\]|\s[-–])\s{_MARKS}"
)
_MESSAGE = re.compile(rf"{_STAMP}~?\s?(?P<sender>[^:\n]{{1,40}}?){_MARKS}:(?:\s|{_MARKS}\Z)\s*")
# What the messenger says of itself has no sender.
_SYSTEM = re.compile(
    rf"{_STAMP}(?:[^:\n]*(?:end-to-end encrypted|created (?:this )?group|added you|changed the subject|joined using)"
    r"|[^:\n]*(?:مشفرة تمامًا|مشفّرة تمامًا|أنشأ المجموعة|أنشأت المجموعة|انضم باستخدام|تمت إضافتك))[^\n]*"
)
_MESSENGER_NOTE = re.compile(
    rf"{_MARKS}[*_<‹]?{_MARKS}(?:forwarded(?: many times)?|media omitted|(?:image|video|audio|sticker|document) omitted"
    r"|attached: [^>\n]+|[^\n]{1,60} \((?:file attached|الملف مرفق)\)|this message was (?:edited|deleted)"
    r"|you deleted this message|مُ?عاد توجيهها(?: عدة مرات)?|أُعيد توجيهها|تم تعديل هذه الرسالة|تم حذف هذه الرسالة"
    rf"|تم استبعاد الوسائط|(?:صورة|فيديو|مقطع صوتي) تم استبعادها?){_MARKS}[*_>›]?\s*",
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
    """A line of the copy, its ends stripped, and whether an empty line stood before it; its block in a rich copy."""

    text: str
    after_blank: bool
    opens: bool
    block: Block | None = None

    @cached_property
    def is_placeholder(self) -> bool:
        """Whether nothing but placeholders stands here."""
        return is_placeholder(self.text)


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines that hold anything, what was taken off them, and whether an empty line stood between any two."""

    lines: list[Line]
    removed: list[str]
    senders: list[str] = field(default_factory=list)


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
    """Cut a copy into lines, take a messenger's own words off, and join what a program broke for width."""
    read_ = Lines([], [])
    after_blank = True
    is_chat = bool(_MESSAGE.match(text.lstrip()) or _SYSTEM.match(text.lstrip()))
    for raw in text.splitlines():
        prefix = _MESSAGE.match(raw) if is_chat else None
        if is_chat and not prefix and _SYSTEM.match(raw):
            read_.removed.append(raw.strip(_INVISIBLE_ENDS))
            continue
        if prefix:
            _note_sender(read_, prefix)
        line = raw[prefix.end() if prefix else 0 :].replace("\t", " ").strip(_INVISIBLE_ENDS)
        if is_chat and _MESSENGER_NOTE.fullmatch(line):
            read_.removed.append(line)
        elif line:
            read_.lines.append(Line(line, after_blank, opens=after_blank or prefix is not None))
            after_blank = False
        else:
            after_blank = True
    return replace(read_, lines=_unwrapped(read_.lines))


def of_blocks(blocks: Iterable[Block]) -> Lines:
    """Return the blocks of a rich copy as lines, each a line of its own."""
    return Lines([Line(block.text.strip(), after_blank=True, opens=True, block=block) for block in blocks], [])


def _note_sender(read_: Lines, prefix: re.Match[str]) -> None:
    sender = prefix["sender"].strip(_INVISIBLE_ENDS)
    read_.removed.append(prefix.group().strip(_INVISIBLE_ENDS))
    read_.senders.append(sender)


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
