"""What is scheduled while a newer text waits: it is sent along at the same time, or knowingly left."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article, Change, Kind, Publication, Revision, Stage, User, WorkflowEvent
from articles.publishing import publish
from articles.publishing.publish import Going
from articles.workflow.acts import is_seen_by, locked
from articles.workflow.case import standing
from articles.workflow.refusals import NotAllowed, Refused
from articles.workflow.rights import allowed
from articles.workflow.table import Duty


def send_along(row: Publication, newest: Revision, *, by: User, clock: datetime) -> list[Publication]:
    """Let the newest text go out in the place of what is scheduled: same time, same end, same word to readers.

    Where nobody has approved it yet, the one who sends it along does.

    Raises:
        NewerExists: somebody has saved since.
        Refused: something else is scheduled by now, or the table says no.
    """
    with transaction.atomic():
        article = _held(row, newest, by=by, clock=clock)
        if article.stage == Stage.APPROVED and article.approved_id == newest.pk:
            return publish.publish(newest, by=by, clock=clock, going=_as_planned(row))
        return publish.approve_and_publish(newest, by=by, clock=clock, going=_as_planned(row))


def leave(row: Publication, newest: Revision, *, by: User, clock: datetime) -> None:
    """Say that what is scheduled goes out as it is, without the newer text; the desk page asks no more.

    Raises:
        Refused: somebody has saved since, or something else is scheduled by now.
    """
    with transaction.atomic():
        article = _held(row, newest, by=by, clock=clock)
        if article.head_id != newest.pk:
            raise Refused(_("Somebody saved a newer text meanwhile."), "newer_exists")
        WorkflowEvent.objects.create(
            at=max(clock, article.acted_at),
            verb=Duty.SETTLE_NEWER,
            actor=by,
            story_id=article.story_id,
            article=article,
            revision=newest,
            from_stage=article.stage,
            to_stage=article.stage,
            details={"publication": row.pk},
        )


def _held(row: Publication, newest: Revision, *, by: User, clock: datetime) -> Article:
    (article,) = locked([row.article_id], [newest])
    if not allowed(by, Duty.SETTLE_NEWER) or not is_seen_by(article.story, by):
        raise NotAllowed(_("You may not do this here."), "not_allowed")
    waiting = standing(article, clock).waiting
    if waiting is None or waiting.pk != row.pk:
        raise Refused(_("Something else is scheduled by now than what you saw. Look at it again."), "not_as_seen")
    return article


def _as_planned(row: Publication) -> Going:
    ends = row.article.publications.not_void().filter(kind=Kind.GONE)
    end = ends.filter(live_from=row.live_until).first() if row.live_until else None
    return Going(
        live_from=row.live_from,
        live_until=row.live_until,
        gone_reason=end.public_reason if end else "",
        change=Change(row.change),
        notes={row.language: row.public_note},
    )
