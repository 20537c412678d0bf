"""What was sent to social networks: recorded, so that whoever sent it hears when readers get another text."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article, User, WorkflowEvent
from articles.workflow.acts import locked
from articles.workflow.case import Readers, standing
from articles.workflow.refusals import NotAllowed, Refused
from articles.workflow.rights import allowed
from articles.workflow.table import Duty
from articles.workflow.telling import SENT_OUT

MOST_PLACES = 12


def record(article: Article, places: Sequence[str], *, by: User, clock: datetime) -> WorkflowEvent:
    """Record where a live article was sent to.

    Raises:
        NotAllowed: the table does not give this person the duty.
        Refused: nothing was named, or readers do not have the article.
    """
    named = [place.strip() for place in places if place.strip()][:MOST_PLACES]
    with transaction.atomic():
        (held,) = locked([article.pk])
        if not allowed(by, Duty.SEND_SOCIAL, held):
            raise NotAllowed(_("You may not do this here."), "not_allowed")
        had = standing(held, clock)
        if had.live is None or had.now is not Readers.LIVE:
            raise Refused(_("Readers do not have this article now."), "not_live")
        if not named:
            raise Refused(_("Say where it was sent."), "nowhere")
        return WorkflowEvent.objects.create(
            at=clock,
            verb=SENT_OUT,
            actor=by,
            story_id=held.story_id,
            article=held,
            revision=had.live.revision,
            why=" · ".join(named),
        )


def sent(article: Article) -> list[WorkflowEvent]:
    """Return where an article was sent, by whom and when, newest first. One query."""
    rows = WorkflowEvent.objects.filter(article=article, verb=SENT_OUT).select_related("actor").order_by("-at", "-pk")
    return list(rows[:50])
