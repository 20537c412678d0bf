"""Notes to colleagues on an article, under its lock; a blocking one stops approval until somebody resolves it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article, Note, Revision, User, WorkflowEvent
from articles.workflow import note_places, telling
from articles.workflow.acts import locked
from articles.workflow.refusals import NotAllowed, Refused
from articles.workflow.rights import allowed
from articles.workflow.table import Duty

REOPENED = "reopen_note"


def add(
    article: Article,
    *,
    text: str,
    by: User,
    clock: datetime,
    revision: Revision | None = None,
    passage: str = "",
    place: int | None = None,
    is_blocking: bool = False,
) -> Note:
    """Leave a note on an article, or on a passage of the paragraph at `place` of the text that was read.

    Raises:
        NotAllowed: the person's roles do not reach so far, or the story is not theirs to see.
        Refused: the note says nothing.
    """
    _refuse(article, by, text)
    with transaction.atomic():
        (held,) = locked([article.pk])
        at, paragraph = (None, "") if place is None or revision is None else note_places.placed(held, revision, place)
        note = article.notes.create(
            revision=revision,
            author=by,
            text=text.strip(),
            passage=passage.strip(),
            place=at,
            paragraph=paragraph,
            is_blocking=is_blocking,
            created_at=clock,
        )
        telling.tell_of_note(note)
        return note


def add_news(
    article: Article, *, text: str, by: User, clock: datetime, revision: Revision | None, is_blocking: bool = False
) -> Note:
    """Leave a note that an agency has sent something new; it rings for all who ever acted on the article, and by mail.

    Raises:
        NotAllowed: the person's roles do not reach so far, or the story is not theirs to see.
    """
    _refuse(article, by, text)
    with transaction.atomic():
        locked([article.pk])
        note = article.notes.create(revision=revision, author=by, text=text, is_blocking=is_blocking, created_at=clock)
        telling.tell_of_note(note, asks_to_act=True)
        return note


def answer(note: Note, *, text: str, by: User, clock: datetime) -> Note:
    """Answer a note; whoever has said something in its thread is told.

    Raises:
        NotAllowed: the person's roles do not reach so far, or the story is not theirs to see.
        Refused: the answer says nothing.
    """
    first = note.answers_to or note
    _refuse(first.article, by, text)
    with transaction.atomic():
        locked([first.article_id])
        said = first.answers.create(article=first.article, author=by, text=text.strip(), created_at=clock)
        telling.tell_of_note(said)
        return said


def resolve(note: Note, *, by: User, clock: datetime) -> Note:
    """Say that what a note asked for is done; a resolved note stays as it is.

    Raises:
        NotAllowed: the person's roles do not reach so far, or the story is not theirs to see.
    """
    _refuse(note.article, by)
    with transaction.atomic():
        locked([note.article_id])
        Note.objects.filter(pk=note.pk, resolved_at__isnull=True).update(resolved_by=by, resolved_at=clock)
    note.refresh_from_db()
    return note


def reopen(note: Note, *, by: User, clock: datetime) -> Note:
    """Say that what a note asked for is not done after all; the log keeps who had resolved it.

    Raises:
        NotAllowed: the person's roles do not reach so far, or the story is not theirs to see.
    """
    _refuse(note.article, by)
    with transaction.atomic():
        locked([note.article_id])
        held = Note.objects.get(pk=note.pk)
        if held.resolved_at:
            WorkflowEvent.objects.create(
                at=clock,
                verb=REOPENED,
                actor=by,
                story_id=held.article.story_id,
                article=held.article,
                details={"note": held.pk, "resolved_by": held.resolved_by_id, "at": held.resolved_at.isoformat()},
            )
            Note.objects.filter(pk=held.pk).update(resolved_by=None, resolved_at=None)
            telling.tell_of_note(held, by=by)
    note.refresh_from_db()
    return note


def _refuse(article: Article, by: User, text: str = "…") -> None:
    if not allowed(by, Duty.NOTE, article):
        raise NotAllowed(_("You may not do this here."), "not_allowed")
    if not text.strip():
        raise Refused(_("The note is empty."), "empty_note")
