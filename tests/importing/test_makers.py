"""Word files as each maker of them writes: every one becomes the draft that stands beside it.

Only LibreOffice's was saved by its maker. The others are our own copy in parts written as each maker's files are known
to be made (Word on a desk and on a phone, Google Docs, Pages, WPS), since none of these programs runs here.
"""

import io
import re
import zipfile
from pathlib import Path

import pytest

from articles.importing.files import read_file
from articles.importing.service import import_text
from articles.models import Article, Language, Note
from tests.importing.texts import DATA
from tests.importing.word_files import ROOT, TYPES, png
from tests.workflow.newsroom import Newsroom, fresh, make_newsroom

MAKERS = ("word-desktop", "word-phone", "google-docs", "pages", "wps", "libreoffice")


def made_by(maker: str) -> bytes:
    """Return a maker's file: its parts, with what all of them have."""
    whole = DATA / f"harbour_{maker}.docx"
    if whole.exists():
        return whole.read_bytes()
    folder = DATA / "word" / maker
    parts: dict[str, bytes] = {"[Content_Types].xml": TYPES.encode(), "_rels/.rels": ROOT.encode()}
    parts |= {str(path.relative_to(folder)): path.read_bytes() for path in _files(folder)}
    parts["word/media/image1.png"] = png()
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return file.getvalue()


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def as_text(article: Article) -> str:
    """Return a draft as the files beside the copies show it: its lines, its blocks, its pictures, its notes."""
    head = article.head
    body = re.sub(r"(?<=p>|2>|l>|e>)(?=<(?:p|h2|ul|figure|blockquote|table)\b)", "\n", head.body)
    for number, use in enumerate(head.photo_uses.order_by("position"), start=1):
        body = body.replace(f'data-photo="{use.photo_id}"', f'data-photo="{number}"')
    lines = [f"headline: {head.headline}", f"deck: {head.deck}", f"dateline: {head.dateline}", body]
    lines += [f"photo: {use.alt} | {use.caption}" for use in head.photo_uses.order_by("position")]
    lines += [
        f"note: {note.passage or '—'} | {note.text}" for note in Note.objects.filter(article=article).order_by("pk")
    ]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("maker", MAKERS)
def test_a_file_of_each_maker_becomes_the_draft_beside_it(maker: str, db: None) -> None:
    room: Newsroom = make_newsroom()

    made = import_text(
        read_file(made_by(maker)), language=Language.AR, section=room.section, by=room.writer, clock=room.tick()
    )

    assert as_text(fresh(made.article)) == (DATA / "word" / f"{maker}.txt").read_text(encoding="utf-8")
