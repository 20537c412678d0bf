"""A file or a paste becomes a reading, whatever it is; or is refused with a sentence."""

from articles.importing import pasted, word
from articles.importing.decode import MOST_BYTES as MOST_TEXT_BYTES
from articles.importing.decode import decode
from articles.importing.package import MOST_BYTES as MOST_WORD_BYTES
from articles.importing.reading import Reading, of_text

MOST_BYTES = max(MOST_TEXT_BYTES, MOST_WORD_BYTES)
"""No more than this, and one byte, is ever asked of a file."""

_ZIP = b"PK\x03\x04"
_HTML = (b"<!doctype html", b"<html")


def read_file(data: bytes) -> Reading:
    """Return what a file holds: a text in any encoding we know, a web page, or a Word document.

    Raises:
        Unreadable: it is none of these, too big, or broken.
    """
    if data.startswith(_ZIP):
        return word.read_word(data)
    text = decode(data)
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:15].lower().startswith(_HTML):
        return pasted.read_html(text)
    return of_text(text)


def read_paste(text: str, html: str = "") -> Reading:
    """Return what was pasted: with its structure, where the clipboard held one.

    Raises:
        Unreadable: there is nothing in it that could become a draft.
    """
    if html.strip():
        return pasted.read_html(html)
    return of_text(decode(text.encode("utf-8", "surrogatepass")))
