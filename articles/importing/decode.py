"""Bytes from outside become text, or are refused with a sentence. Nothing else is ever raised, whatever the bytes."""

import codecs
import re
from collections import Counter

from django.utils.translation import gettext_noop

from articles.language.checks import Passage
from articles.language.placeholders import placeholders
from articles.language.tables import ARABIC_LETTERS

MOST_BYTES = 1_000_000
MOST_CHARACTERS = 200_000
MOST_IN_A_LINE = 20_000
"""Limits of one copy: a long investigation has 40,000 characters, its longest paragraph 3,000."""

_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1f]")
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_BINARY_BEGINNINGS = (b"PK\x03\x04", b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_WORD = re.compile(r"[^\W\d_]+")


class Unreadable(Exception):
    """A copy that cannot become a draft: `code` for programs, `message` (a msgid) and `parameters` for people."""

    def __init__(self, code: str, message: str, **parameters: int) -> None:
        super().__init__(message % parameters)
        self.code = code
        self.message = message
        self.parameters = parameters


def decode(data: bytes) -> str:
    """Return the text of a file: UTF-8, UTF-16 with its mark, or Windows-1256 when it is surely Arabic.

    Raises:
        Unreadable: it is too big, binary, in another encoding, or `readable` refuses its text.
    """
    if len(data) > MOST_BYTES:
        raise _too_big()
    if data.startswith(_OLD_WORD):
        message = gettext_noop("This is an old or a protected Word file; save it as .docx, without a password.")
        raise Unreadable("old_word", message)
    if data.startswith(_BINARY_BEGINNINGS):
        raise _binary()
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return readable(_decoded(data, "utf-16"))
    if b"\x00" in data:
        raise Unreadable("nul", gettext_noop("The file holds NUL characters; it is not a text."))
    return readable(_text_of(data))


def readable(text: str) -> str:
    """Return a text as it came when it can become a draft.

    Raises:
        Unreadable: it is empty, too long, damaged, or nothing but placeholders.
    """
    if len(text) > MOST_CHARACTERS:
        raise _too_big()
    if "\x00" in text:
        raise Unreadable("nul", gettext_noop("The file holds NUL characters; it is not a text."))
    if _SURROGATE.search(text):
        raise Unreadable("surrogate", gettext_noop("The text holds half characters; copy it again from its source."))
    if _CONTROLS.search(text):
        raise _binary()
    if not _LETTER_OR_DIGIT.search(text):
        raise Unreadable("empty", gettext_noop("There is no text here."))
    if max(map(len, text.splitlines())) > MOST_IN_A_LINE:
        message = gettext_noop("A line has more than %(limit)d characters; a copy has paragraphs.")
        raise Unreadable("line_too_long", message, limit=MOST_IN_A_LINE)
    if not _LETTER_OR_DIGIT.search(_without_placeholders(text)):
        raise Unreadable("only_placeholders", gettext_noop("There are only placeholders here, and no text."))
    return text


def is_surely_arabic(text: str) -> bool:
    """Say whether a text read as Windows-1256, in which any byte is a letter, is Arabic and no other alphabet.

    Newspaper Arabic: alef and lam are a quarter of the letters, tah and zah a fiftieth, no word mixes two alphabets.
    A UTF-8 text with one broken byte is half tah and zah; Latin-1, Cyrillic, Greek and Hebrew mix é and ل.
    """
    counts = Counter(letter for letter in text if letter in _ARABIC)
    letters = counts.total()
    foreign = sum(1 for letter in text if letter > "\x7f" and letter.isalpha() and letter not in _ARABIC)
    words = _WORD.findall(text)
    mixed = sum(1 for word in words if any(c in _ARABIC for c in word) and any(c not in _ARABIC for c in word))
    return (
        letters >= 20
        and counts["ا"] + counts["ل"] >= 0.15 * letters
        and counts["ط"] + counts["ظ"] <= 0.08 * letters
        and foreign <= 0.02 * letters
        and mixed <= 0.02 * len(words)
    )


_ARABIC = frozenset(ARABIC_LETTERS)


def _text_of(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _decoded(data, "cp1256")
    if _CONTROLS.search(text):
        raise _binary()
    if not is_surely_arabic(text):
        raise _wrong_encoding()
    return text


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _wrong_encoding() from error


def _without_placeholders(text: str) -> str:
    kept, at = [], 0
    for start, end in placeholders(Passage("body", text, "")):
        kept.append(text[at:start])
        at = end
    return "".join([*kept, text[at:]])


def _too_big() -> Unreadable:
    message = gettext_noop("This is too long for one article: more than %(limit)d characters.")
    return Unreadable("too_big", message, limit=MOST_CHARACTERS)


def _binary() -> Unreadable:
    return Unreadable("binary", gettext_noop("This is not a text file; save the copy as plain text first."))


def _wrong_encoding() -> Unreadable:
    return Unreadable("wrong_encoding", gettext_noop("The encoding cannot be read; save the file as UTF-8."))
