"""What an editor sets on a story: developing, embargo, hold; each under the locks of its editions, on record."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article, Story, User, WorkflowEvent
from articles.workflow.acts import locked
from articles.workflow.refusals import NotAllowed
from articles.workflow.rights import allowed
from articles.workflow.table import Duty


def mark_developing(story: Story, *, until: datetime | None, by: User, clock: datetime) -> Story:
    """Mark a story as developing until a moment, or take the mark away (None)."""
    return _set(story, Duty.MARK_DEVELOPING, by=by, clock=clock, developing_until=until)


def hold(story: Story, *, is_held: bool, by: User, clock: datetime) -> Story:
    """Set whether a story is held; `publishing.embargo` voids what is scheduled besides."""
    return _set(story, Duty.SET_EMBARGO, by=by, clock=clock, is_held=is_held)


def set_embargo(story: Story, *, until: datetime | None, by: User, clock: datetime) -> Story:
    """Set the moment before which nothing of a story may be published, or take it away (None)."""
    return _set(story, Duty.SET_EMBARGO, by=by, clock=clock, embargo_until=until)


def _set(story: Story, duty: Duty, *, by: User, clock: datetime, **fields: object) -> Story:
    if not allowed(by, duty, story):
        raise NotAllowed(_("You may not do this here."), "not_allowed")
    with transaction.atomic():
        editions = locked(Article.objects.filter(story=story).values_list("pk", flat=True))
        kept = editions[0].story if editions else story
        for name, value in fields.items():
            setattr(kept, name, value)
        kept.save(update_fields=list(fields))
        WorkflowEvent.objects.create(
            at=clock, verb=duty, actor=by, story=kept, details={k: str(v) for k, v in fields.items()}
        )
    return kept
