"""What a person had typed while they still might write, and sent when they no longer may: kept, and never the head."""

from datetime import datetime

from django.db import transaction

from articles.models import Article, Content, Revision, RevisionKind, User, WorkflowEvent
from articles.workflow import revisions, telling

MOST = 20
"""Texts that are kept so of one person and article: more is no unsaved work."""


def keep(article_pk: int, content: Content, *, base_pk: int, by: User, clock: datetime) -> Revision | None:
    """Keep a text as a revision beside the working copy, once however often it is sent, and tell who goes on with it.

    The caller knows that the person could write in this form when it was opened.
    """
    with transaction.atomic():
        article = Article.objects.select_for_update(of=("self",)).select_related("story").get(pk=article_pk)
        mine = list(article.revisions.filter(kind=RevisionKind.KEPT, written_by=by).order_by("-number")[:MOST])
        known = next((each for each in mine if each.digest == content.digest()), None)
        if known or len(mine) == MOST:
            return known
        base = article.revisions.filter(pk=base_pk).first()
        kept = revisions.write(article, content, by=by, at=clock, base=base, kind=RevisionKind.KEPT)
        goes_on = article.assignments.filter(ended_at=None).values_list("person", flat=True).first()
        event = WorkflowEvent.objects.create(
            at=clock,
            verb=telling.KEPT_LATE,
            actor=by,
            story_id=article.story_id,
            article=article,
            revision=kept,
            from_stage=article.stage,
            to_stage=article.stage,
            details={"to": goes_on},
        )
        telling.tell([event], by=by)
    return kept
