"""A Word file read: mammoth makes its HTML, with tracked changes accepted; what is for editors only becomes remarks."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from itertools import chain
from typing import Any
from xml.parsers.expat import ExpatError

import mammoth
from django.utils.translation import gettext_noop
from mammoth import documents
from mammoth.transforms import get_descendants, get_descendants_of_type

from articles.importing.decode import readable
from articles.importing.package import MAIN, broken_file, parts_of, read_part
from articles.importing.reading import CopyPicture, Reading, Remark
from articles.importing.tracked import Tracked, tracked_in
from articles.language.blocks import text_of

PICTURES_FROM = 9_000_000_000
"""Pictures of a copy that is not saved yet stand in its body under numbers that no photo has."""

MOST_PICTURES = 30
MOST_REMARKS = 200

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h5:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='caption'] => h6:fresh
p[style-name='Caption'] => h6:fresh
"""
_BROKEN = (
    *(KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, RecursionError, NotImplementedError),
    *(ExpatError, zipfile.BadZipFile, zlib.error),
)
# What mammoth passes over with all that it holds: a simple field, and words set in their own direction.
_WRAPPERS = re.compile(rb"</?w:(?:fldSimple|dir|bdo)\b[^<>]*>")
# Word's own words under what it saw in a picture.
_BY_MACHINE = re.compile(r"automatically generated|AI-generated|تم إنشاء الوصف|بواسطة الذكاء الاصطناعي")
_PICTURE = re.compile(r'<img(?=[^>]*\ssrc="picture:(\d+)")[^>]*?/?>')
_PICTURE_ALONE = re.compile(r'<p>((?:<figure data-photo="\d+"></figure>\s*)+)</p>')
_CAPTION = re.compile(r'<figure data-photo="(\d+)"></figure>\s*<h6>(.*?)</h6>', re.DOTALL)
_DECK = re.compile(r"<h5>(.*?)</h5>", re.DOTALL)


def read_word(data: bytes) -> Reading:
    """Return a Word file's copy: its HTML and pictures, and as remarks its footnotes, comments and tracked changes.

    Raises:
        Unreadable: it is no Word file, broken, too big, made to blow up, or has no text.
    """
    package = parts_of(data)
    tracked = tracked_in(read_part(package, MAIN))
    reader = _Reader(tracked)
    try:
        html = mammoth.convert_to_html(
            io.BytesIO(_unwrapped(package, data)),
            style_map=_STYLES,
            convert_image=reader.picture,
            transform_document=reader.without_marginalia,
            include_embedded_style_map=False,
        ).value
    except _BROKEN as broken:
        raise broken_file() from broken
    return reader.reading(html)


def _unwrapped(package: zipfile.ZipFile, data: bytes) -> bytes:
    """Return the file with the words of its simple fields standing in the text as all others."""
    parts = {part.filename: read_part(package, part.filename) for part in package.infolist()}
    if not any(_WRAPPERS.search(part) for name, part in parts.items() if name.endswith(".xml")):
        return data
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as whole:
        for name, part in parts.items():
            whole.writestr(name, _WRAPPERS.sub(b"", part) if name.endswith(".xml") else part)
    return made.getvalue()


class _Reader:
    """What is collected while mammoth walks the document."""

    def __init__(self, tracked: Tracked) -> None:
        self.tracked = tracked
        self.pictures: list[CopyPicture] = []
        self.notes: list[Remark] = []
        self.comments: list[Remark] = []

    def picture(self, image: Any) -> list[Any]:
        """Keep a picture, and put its number where it stands."""
        number = len(self.pictures)
        if number >= MOST_PICTURES:
            return []
        with image.open() as source:
            data = source.read()
        extension = (image.content_type or "").rpartition("/")[2] or "jpeg"
        self.pictures.append(CopyPicture(f"{number + 1}.{extension}", data, _alt(image.alt_text or "")))
        element: list[Any] = mammoth.images.img_element(lambda _: {"src": f"picture:{number}"})(image)
        return element

    def without_marginalia(self, document: Any) -> Any:
        """Take footnotes and comments out of the text, each with the words it stands at."""
        for paragraph in get_descendants_of_type(document, documents.Paragraph):
            self._read_margin(paragraph, document)
        drop = (documents.NoteReference, documents.CommentReference)

        def bare(run: Any) -> Any:
            return run.copy(children=[child for child in run.children if not isinstance(child, drop)])

        return mammoth.transforms.run(bare)(document)

    def reading(self, html: str) -> Reading:
        """Return everything together."""
        html = _PICTURE.sub(lambda found: _figure(int(found[1])), html)
        html = _PICTURE_ALONE.sub(r"\1", html)
        html = self._with_captions(html)
        deck = _DECK.search(html)
        html = _DECK.sub("", html, count=1) if deck else html
        readable(text_of(html))
        remarks = [*self.tracked.remarks(), *self.comments, *self.notes]
        return Reading(
            html=html,
            deck=text_of(deck[1]) if deck else "",
            pictures=tuple(self.pictures),
            remarks=tuple(remarks[:MOST_REMARKS]),
        )

    def _read_margin(self, paragraph: Any, document: Any) -> None:
        before = ""
        for element in get_descendants(paragraph):
            if isinstance(element, documents.Text):
                before += element.value
            elif isinstance(element, documents.NoteReference):
                text = _words(document.notes.resolve(element).body)
                self.notes.append(Remark(gettext_noop("Footnote: %(text)s"), {"text": text}, _tail(before)))
            elif isinstance(element, documents.CommentReference):
                self._read_comment(element.comment_id, document)

    def _read_comment(self, comment_id: str, document: Any) -> None:
        comment = next((each for each in document.comments if each.comment_id == comment_id), None)
        if comment is None:
            return
        said = {"who": comment.author_name or comment.author_initials or "—", "text": _words(comment.body)}
        passage = self.tracked.passages.get(comment_id, "")
        self.comments.append(Remark(gettext_noop("Comment by %(who)s: %(text)s"), said, passage))

    def _with_captions(self, html: str) -> str:
        def captioned(found: re.Match[str]) -> str:
            number = int(found[1]) - PICTURES_FROM
            kept = self.pictures[number]
            self.pictures[number] = CopyPicture(kept.name, kept.data, kept.alt, text_of(found[2])[:400])
            return _figure(number)

        return _CAPTION.sub(captioned, html)


def _alt(text: str) -> str:
    first, *rest = text.strip().splitlines() or [""]
    return (first if any(map(_BY_MACHINE.search, rest)) else text).strip()[:300]


def _figure(number: int) -> str:
    return f'<figure data-photo="{PICTURES_FROM + number}"></figure>'


def _words(elements: list[Any]) -> str:
    paragraphs = ("".join(_texts(element)).strip() for element in elements)
    return " ".join(filter(None, paragraphs))[:2000]


def _texts(element: Any) -> Iterator[str]:
    return (each.value for each in chain(get_descendants(element), (element,)) if isinstance(each, documents.Text))


def _tail(text: str) -> str:
    """Return the last words of a passage, as many as show where it stands."""
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[-60:].partition(" ")[2]
