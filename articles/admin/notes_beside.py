"""The notes beside a text: threads in the order of its paragraphs, and the form that leaves one on a passage."""

from collections.abc import Mapping
from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from articles.admin import asked
from articles.admin.act_forms import ActForm, NoteForm
from articles.admin.article_desk import ArticleDesk
from articles.language.blocks import split
from articles.models import Article, Note
from articles.workflow.table import Duty

FIRST_WORDS = 8


def threads_of(article: Article) -> list[Note]:
    """Return an article's notes, open ones first and in the order of the text, each with its answers. One query."""
    every = asked.notes(article.pk)
    for note in every:
        note.thread = [each for each in every if each.answers_to_id == note.pk]  # type: ignore[attr-defined]
    return sorted((note for note in every if note.answers_to_id is None), key=_order)


def _order(note: Note) -> tuple[bool, bool, int, int]:
    return note.resolved_at is not None, note.place is None, note.place or 0, note.pk


def note_form(desk: ArticleDesk, bound: Mapping[str, ActForm]) -> ActForm | None:
    """Return the form that leaves a note, offering the paragraphs of the text; None for who may leave none."""
    if not desk.may(Duty.NOTE):
        return None
    form = bound.get("note") or NoteForm(prefix="note", language=desk.article.language)
    form.fields["place"].widget.choices = [("", _("The whole text")), *_paragraphs(desk)]
    form.fields["place"].widget.attrs |= {"lang": desk.article.language}
    return form


def _paragraphs(desk: ArticleDesk) -> list[tuple[Any, str]]:
    blocks = enumerate(split(desk.head.body))
    return [(at, f"{at + 1}. {Truncator(block.text).words(FIRST_WORDS)}") for at, block in blocks if block.text]
