"""Notes to colleagues on an article, under its lock; a blocking one stops approval until somebody resolves it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article, Note, Revision, User
from articles.workflow import telling
from articles.workflow.acts import locked
from articles.workflow.refusals import NotAllowed, Refused
from articles.workflow.rights import allowed
from articles.workflow.table import Duty


def add(
    article: Article,
    *,
    text: str,
    by: User,
    clock: datetime,
    revision: Revision | None = None,
    passage: str = "",
    is_blocking: bool = False,
) -> Note:
    """Leave a note on an article, or on a passage of one text of it.

    Raises:
        NotAllowed: the person's roles do not reach so far, or the story is not theirs to see.
        Refused: the note says nothing.
    """
    if not allowed(by, Duty.NOTE, article):
        raise NotAllowed(_("You may not do this here."), "not_allowed")
    if not text.strip():
        raise Refused(_("The note is empty."), "empty_note")
    with transaction.atomic():
        locked([article.pk])
        note = article.notes.create(
            revision=revision, author=by, text=text.strip(), passage=passage, is_blocking=is_blocking, created_at=clock
        )
        telling.tell_of_note(note)
        return note


def resolve(note: Note, *, by: User, clock: datetime) -> Note:
    """Say that what a note asked for is done; a resolved note stays as it is.

    Raises:
        NotAllowed: the person's roles do not reach so far, or the story is not theirs to see.
    """
    if not allowed(by, Duty.NOTE, note.article):
        raise NotAllowed(_("You may not do this here."), "not_allowed")
    with transaction.atomic():
        locked([note.article_id])
        Note.objects.filter(pk=note.pk, resolved_at__isnull=True).update(resolved_by=by, resolved_at=clock)
    note.refresh_from_db()
    return note
