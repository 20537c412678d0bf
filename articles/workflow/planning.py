"""Whose turn it is: assignments, planned slots, absences; and what a chief looks at afterwards. All on record."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import (
    AfterReview,
    Article,
    Assignment,
    PlannedSlot,
    Publication,
    User,
    WorkflowEvent,
)
from articles.workflow import telling
from articles.workflow.acts import locked
from articles.workflow.refusals import NotAllowed, Refused
from articles.workflow.rights import allowed
from articles.workflow.table import Duty


def assign(article: Article, *, to: User | None, by: User, clock: datetime, note: str = "") -> Assignment | None:
    """Give an article to a person, or to nobody; whoever has it may hand it over, anybody who writes may take it.

    Raises:
        NotAllowed: it is neither taken, nor one's own, nor does the person assign.
        Refused: whom it would go to cannot work on it.
    """
    with transaction.atomic():
        (kept,) = locked([article.pk])
        had = kept.assignments.filter(ended_at=None).select_related("person").first()
        is_own = had is not None and had.person_id == by.pk
        is_taken = to is not None and to.pk == by.pk and had is None
        duty = Duty.TAKE_ASSIGNMENT if is_own or is_taken else Duty.ASSIGN
        if not allowed(by, duty, kept):
            raise NotAllowed(_("You may not do this here."), "not_allowed")
        if to is not None and not allowed(to, Duty.TAKE_ASSIGNMENT, kept):
            raise Refused(_("%(person)s cannot work on this.") % {"person": to}, "not_theirs")
        if had is not None and to is not None and had.person_id == to.pk:
            return had
        kept.assignments.filter(ended_at=None).update(ended_at=clock)
        given = kept.assignments.create(person=to, given_by=by, given_at=clock, note=note.strip()) if to else None
        event = WorkflowEvent.objects.create(
            at=clock,
            verb="assign",
            actor=by,
            story_id=kept.story_id,
            article=kept,
            why=note.strip(),
            details={"from": had.person_id if had else None, "to": to.pk if to else None},
        )
        telling.tell([event], by=by)
    return given


def plan(slot: PlannedSlot, *, by: User) -> PlannedSlot:
    """Put a slot into the plan, or change it there.

    Raises:
        NotAllowed: the person does not plan.
    """
    if not allowed(by, Duty.PLAN):
        raise NotAllowed(_("You may not do this here."), "not_allowed")
    if slot.made_by_id is None:
        slot.made_by = by
    slot.save()
    return slot


def drop(slot: PlannedSlot, *, by: User, clock: datetime) -> None:
    """Take a slot out of the plan.

    Raises:
        NotAllowed: the person does not plan.
    """
    if not allowed(by, Duty.PLAN):
        raise NotAllowed(_("You may not do this here."), "not_allowed")
    PlannedSlot.objects.filter(pk=slot.pk, dropped_at=None).update(dropped_at=clock)


def review_afterwards(row: Publication, *, by: User, clock: datetime) -> None:
    """Say that what went out unreviewed, or changed by one person alone, has been read.

    Raises:
        NotAllowed: the person is no chief, or published it.
    """
    if not allowed(by, Duty.REVIEW_AFTERWARDS, row.story):
        raise NotAllowed(_("You may not do this here."), "not_allowed")
    with transaction.atomic():
        locked([row.article_id])
        _review, is_new = AfterReview.objects.get_or_create(publication=row, defaults={"by": by, "at": clock})
        if is_new:
            WorkflowEvent.objects.create(
                at=clock,
                verb=Duty.REVIEW_AFTERWARDS,
                actor=by,
                story_id=row.story_id,
                article_id=row.article_id,
                revision_id=row.revision_id,
                details={"publication": row.pk},
            )
