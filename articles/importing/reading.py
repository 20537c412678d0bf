"""What came from outside, before anybody asks what its lines mean: a text or a rich copy, and what editors are told."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import ftfy
import ftfy.bad_codecs
from django.utils.translation import gettext_noop

from articles.importing.decode import is_surely_arabic
from articles.language.broken import mojibake
from articles.language.checks import Passage

# Registers `sloppy-windows-1252`, which loses no byte.
ftfy.bad_codecs.ok()
_LATIN_1_LETTERS = re.compile("[À-ÿ]")


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence for editors: a msgid and what fills it, and the passage it is about."""

    message: str
    parameters: Mapping[str, str | int] = field(default_factory=dict)
    passage: str = ""


@dataclass(frozen=True, slots=True)
class CopyPicture:
    """A picture that came inside a copy."""

    name: str
    data: bytes
    alt: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A copy as it was read: plain `text`, or `html` (with `pictures`) where it came with its structure."""

    text: str = ""
    html: str = ""
    deck: str = ""
    pictures: tuple[CopyPicture, ...] = ()
    remarks: tuple[Remark, ...] = ()


def of_text(text: str) -> Reading:
    """Return a plain copy, its letters restored where a wrong encoding broke them."""
    whole = restored(text)
    if whole == text:
        return Reading(text=text)
    message = gettext_noop("A wrong encoding had broken letters of this copy; they have been restored.")
    return Reading(text=whole, remarks=(Remark(message),))


def restored(text: str) -> str:
    """Return a text with what a wrong encoding broke put right, or as it came where that is not sure.

    Three accidents are everyday: UTF-8 read as Windows-1252 (Ø§Ù„, â€™), which ftfy undoes; UTF-8 read as Windows-1256
    (ط§ظ„), and Windows-1256 read as Windows-1252 (ÇáÓáÇã), which it does not know.
    """
    if len(_LATIN_1_LETTERS.findall(text)) > len(text) // 3:
        arabic = _read_again(text, "sloppy-windows-1252", "cp1256")
        if arabic and is_surely_arabic(arabic):
            return arabic
    breaks = _breaks(text)
    if not breaks:
        return text
    whole = ftfy.fix_encoding(text)
    again = _read_again(whole, "cp1256", "utf-8") or whole
    best = min((whole, again), key=_breaks)
    return best if _breaks(best) < breaks else text


def _breaks(text: str) -> int:
    return sum(hit.end - hit.start for hit in mojibake(Passage("body", text, "")) if text[hit.start] != "&")


def _read_again(text: str, was_read_as: str, written_in: str) -> str:
    try:
        return text.encode(was_read_as).decode(written_in)
    except UnicodeError:
        return ""
