"""A text on paper for who reads it outside the desk, the lawyer above all: numbered paragraphs and their notes."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.article_desk import find
from articles.admin.notes_beside import threads_of
from articles.admin.site import page
from articles.language.blocks import split
from articles.models import Note
from articles.workflow.case import READERS_LABELS
from articles.workflow.table import Duty


@page("articles/article/<int:pk>/print/", name="articles_article_print", asks=Duty.SEE_ARTICLE)
def on_paper(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Show the working copy as it is printed, each paragraph with its number and the notes on it."""
    desk = find(pk, user=request.user, at=timezone.now(), is_shown=True)  # type: ignore[arg-type]
    notes = [note for note in threads_of(desk.article) if note.resolved_at is None]
    context = {
        **admin.site.each_context(request),
        "title": _("The text with its notes"),
        "article": desk.article,
        "revision": desk.head,
        "readers_have": READERS_LABELS[desk.standing.now],
        "at": desk.at,
        "paragraphs": _paragraphs(desk.head.body, notes),
        "notes": [note for note in notes if note.place is None],
        "sign_offs": desk.sign_offs,
    }
    return render(request, "admin/articles/print.html", context)


def _paragraphs(body: str, notes: list[Note]) -> list[dict[str, Any]]:
    """Return the blocks that have words, under the numbers by which a note's form offers them, with their notes."""
    return [
        {"number": place + 1, "block": block, "notes": [note for note in notes if note.place == place]}
        for place, block in enumerate(split(body))
        if block.text
    ]
