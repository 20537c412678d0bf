"""Hiding a byline: the name leaves every page, card and feed of a story at once, and the past is not rewritten."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article, Author, Byline, HiddenByline, Outbox, Story, User, WorkflowEvent
from articles.models.hiding import hidden_now
from articles.publishing.restate import PURGE_AGAIN_AFTER
from articles.workflow import telling
from articles.workflow.acts import locked
from articles.workflow.refusals import NotAllowed, Refused
from articles.workflow.rights import allowed
from articles.workflow.table import Duty

HIDDEN, PUT_BACK = "hide_byline", "show_byline"
"""What the log calls the two."""


def names_of(story: Story) -> list[Author]:
    """Return the authors that any text of a story has named. One query."""
    named = Byline.objects.filter(revision__article__story=story, author__isnull=False).order_by()
    return list(Author.objects.filter(pk__in=named.values("author")).order_by("pk"))


def hide(story: Story, author: Author, *, by: User, clock: datetime, why: str) -> HiddenByline:
    """Take an author's name off every page of a story, of both languages, whatever readers have of it.

    Raises:
        NotAllowed: the person's roles do not reach so far, or the story is not theirs to see.
        Refused: no reason given, the name is not the story's, or it is hidden already.
    """
    with transaction.atomic():
        editions = _editions(story, by, why)
        if author not in names_of(story):
            raise Refused(_("No text of this story names them."), "not_named")
        if hidden_now(story=story, author=author).exists():
            raise Refused(_("This name is hidden already."), "is_hidden")
        made = HiddenByline.objects.create(story=story, author=author, by=by, at=clock, why=why.strip())
        _log_and_tell(editions, HIDDEN, author, by=by, at=clock, why=why.strip())
    return made


def put_back(story: Story, author: Author, *, by: User, clock: datetime, why: str) -> None:
    """Let an author's name stand over a story again.

    Raises:
        NotAllowed: the person's roles do not reach so far, or the story is not theirs to see.
        Refused: no reason given, or the name is not hidden.
    """
    with transaction.atomic():
        editions = _editions(story, by, why)
        if not hidden_now(story=story, author=author).update(lifted_by=by, lifted_at=clock):
            raise Refused(_("This name is not hidden."), "is_not_hidden")
        _log_and_tell(editions, PUT_BACK, author, by=by, at=clock, why=why.strip())


def _editions(story: Story, by: User, why: str) -> list[Article]:
    editions = locked(Article.objects.filter(story=story).values_list("pk", flat=True))
    if not allowed(by, Duty.HIDE_BYLINE, editions[0].story):
        raise NotAllowed(_("You may not do this here."), "not_allowed")
    if not why.strip():
        raise Refused(_("Say why."), "says_why")
    return editions


def _log_and_tell(editions: list[Article], verb: str, author: Author, *, by: User, at: datetime, why: str) -> None:
    """Write one event an edition, tell its people, and have the caches forget every page the name stood on."""
    events = [
        WorkflowEvent(
            at=at,
            verb=verb,
            actor=by,
            story_id=article.story_id,
            article=article,
            revision=article.head,
            why=why,
            details={"author": author.pk, "people": [str(author)]},
        )
        for article in editions
    ]
    telling.tell(WorkflowEvent.objects.bulk_create(events), by=by)
    keys = [f"story-{editions[0].story_id}", "lists-ar", "lists-en"]
    keys += [f"article-{article.pk}" for article in editions]
    Outbox.objects.bulk_create(
        Outbox(task=Outbox.Task.PURGE, payload={"keys": keys, "is_hard": True}, due_at=due, created_at=at)
        for due in (at, at + PURGE_AGAIN_AFTER)
    )
