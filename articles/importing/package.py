"""A Word file as a zip of parts: opened only when it is small enough, whole, and holds no entity that could grow."""

import io
import re
import zipfile

from django.utils.translation import gettext_noop

from articles.importing.decode import Unreadable

MOST_BYTES = 20_000_000
MOST_UNPACKED = 80_000_000
MOST_XML = 8_000_000
"""Of all parts of text together; 40,000 characters written over a year make half a million."""
MOST_PARTS = 3_000
DEEPEST = 200

MAIN = "word/document.xml"
_IS_XML = (".xml", ".rels")
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_TAG = re.compile(rb"<(/?)[A-Za-z_][^<>]*?(/?)>")


def parts_of(data: bytes) -> zipfile.ZipFile:
    """Open a Word file, or refuse it with a sentence before any of it is parsed.

    Raises:
        Unreadable: too big, no Word file, broken, or made to blow up.
    """
    if len(data) > MOST_BYTES:
        message = gettext_noop("This file is larger than %(limit)d MB.")
        raise Unreadable("too_big", message, limit=MOST_BYTES // 1_000_000)
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as broken:
        raise broken_file() from broken
    if MAIN not in package.namelist():
        raise Unreadable(
            "not_word", gettext_noop("This is not a Word file (.docx); save the copy as .docx or as text.")
        )
    xml = [part for part in parts if part.filename.lower().endswith(_IS_XML)]
    if (
        len(parts) > MOST_PARTS
        or sum(part.file_size for part in parts) > MOST_UNPACKED
        or sum(part.file_size for part in xml) > MOST_XML
    ):
        raise _bomb()
    for part in xml:
        _refuse_what_grows(read_part(package, part.filename))
    return package


def read_part(package: zipfile.ZipFile, name: str) -> bytes:
    """Return one part of the file; b"" when it is not there."""
    try:
        return package.read(name)
    except KeyError:
        return b""
    except (zipfile.BadZipFile, RuntimeError, OSError, ValueError, NotImplementedError, EOFError) as broken:
        raise broken_file() from broken


def broken_file() -> Unreadable:
    """Return the refusal of a file that cannot be read."""
    return Unreadable("broken_word", gettext_noop("This Word file is broken or protected; open it and save it again."))


def _refuse_what_grows(xml: bytes) -> None:
    # Word writes UTF-8 only; in another encoding a declaration could hide from a search for its bytes.
    if xml[:2] in {b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00"} or b"\x00" in xml or _DECLARES.search(xml):
        raise _bomb()
    depth = 0
    for tag in _TAG.finditer(xml):
        depth += -1 if tag[1] else 0 if tag[2] else 1
        if depth > DEEPEST:
            raise _bomb()


def _bomb() -> Unreadable:
    message = gettext_noop("This Word file would unpack to far more than an article; it is not opened.")
    return Unreadable("bomb", message)
