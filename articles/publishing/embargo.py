"""Holding a story back: what was to go out before it may is voided in the same act, and its text given back."""

from datetime import datetime

from django.db import transaction

from articles.models import Article, Story, User
from articles.publishing import publish
from articles.workflow import stories
from articles.workflow.case import standing
from articles.workflow.stories import NOTHING_SHOWN, Seen


def hold(story: Story, *, is_held: bool, by: User, clock: datetime, why: str = "") -> list[Article]:
    """Hold a story back from publication, or let it go; return the editions whose schedule that voided."""
    with transaction.atomic():
        kept = stories.hold(story, is_held=is_held, by=by, clock=clock, why=why)
        return _void_scheduled(kept, before=None, by=by, clock=clock, why=why) if is_held else []


def set_embargo(
    story: Story, *, until: datetime | None, by: User, clock: datetime, why: str = "", seen: Seen = NOTHING_SHOWN
) -> list[Article]:
    """Put a story under embargo until a moment, or lift it (None); return the editions whose schedule that voided."""
    with transaction.atomic():
        kept = stories.set_embargo(story, until=until, by=by, clock=clock, why=why, seen=seen)
        return _void_scheduled(kept, before=until, by=by, clock=clock, why=why) if until is not None else []


def _void_scheduled(story: Story, *, before: datetime | None, by: User, clock: datetime, why: str) -> list[Article]:
    voided = []
    for article in story.articles.order_by("pk"):
        page = standing(article, clock).waiting
        if page is not None and (before is None or page.live_from < before):
            voided += publish.unschedule(article, by=by, clock=clock, why=why)
    return voided
