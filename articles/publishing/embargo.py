"""Holding a story back: what was to go out before it may is voided in the same act, and its text given back."""

from datetime import datetime

from django.db import transaction

from articles.models import LISTED, Story, User
from articles.publishing import publish
from articles.workflow import stories
from articles.workflow.case import standing


def hold(story: Story, *, is_held: bool, by: User, clock: datetime) -> Story:
    """Hold a story back from publication, or let it go; holding voids what is scheduled."""
    with transaction.atomic():
        kept = stories.hold(story, is_held=is_held, by=by, clock=clock)
        if is_held:
            _void_scheduled(kept, before=None, by=by, clock=clock)
    return kept


def set_embargo(story: Story, *, until: datetime | None, by: User, clock: datetime) -> Story:
    """Put a story under embargo until a moment, or lift it (None); what would go out earlier is voided."""
    with transaction.atomic():
        kept = stories.set_embargo(story, until=until, by=by, clock=clock)
        if until is not None:
            _void_scheduled(kept, before=until, by=by, clock=clock)
    return kept


def _void_scheduled(story: Story, *, before: datetime | None, by: User, clock: datetime) -> None:
    for article in story.articles.order_by("pk"):
        pages = [row for row in standing(article, clock).scheduled if row.kind in LISTED]
        if any(before is None or row.live_from < before for row in pages):
            publish.unschedule(article, by=by, clock=clock)
