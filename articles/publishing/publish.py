"""The services that put a text before readers: publish, reschedule, unschedule, and the shortcuts on record."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from articles.models import LISTED, Article, Basis, Change, Publication, Revision, Stage, User, WorkflowEvent
from articles.publishing.restate import Planned, as_planned, gone, restate
from articles.workflow.acts import Turn, act
from articles.workflow.refusals import NewerExists, Refused
from articles.workflow.table import Verb


@dataclass(frozen=True, kw_only=True)
class Going:
    """How a text goes out: from when (None: at once), until when (then 410), and what readers are told of a change.

    `notes` holds the public note by language.
    """

    live_from: datetime | None = None
    live_until: datetime | None = None
    gone_reason: str = ""
    change: Change = Change.NONE
    notes: Mapping[str, str] = field(default_factory=dict)

    def facts(self) -> dict[str, Any]:
        """Return what the guards of an act ask of it."""
        return {"live_from": self.live_from, "change": self.change, "notes": self.notes}


AT_ONCE = Going()

Seen = Mapping[int, int | None]
"""What a person saw scheduled: publications by article, by primary key."""


def publish(
    *read: Revision,
    by: User,
    clock: datetime,
    going: Going = AT_ONCE,
    why: str = "",
    even_if_newer: bool = False,
) -> list[Publication]:
    """Publish approved texts, at once or at a time; both editions of a story flip at one instant.

    Raises:
        NewerExists: a newer text exists than the one that was read.
        Refused: the table or a guard says no.
    """
    with act(
        Verb.PUBLISH,
        *(revision.article_id for revision in read),
        by=by,
        clock=clock,
        revisions={revision.article_id: revision for revision in read},
        why=why,
        facts={revision.article_id: going.facts() for revision in read},
        even_if_newer=even_if_newer,
    ) as turns:
        made = []
        for turn in turns:
            _refuse_other_than_approved(turn)
            approver = _approver_of(turn)
            made += _go_out(turn, going, by=by, basis=_basis(turn, approver), approved_by_id=approver)
    return made


def approve_and_publish(
    revision: Revision, *, by: User, clock: datetime, going: Going = AT_ONCE, even_if_newer: bool = False
) -> list[Publication]:
    """Approve exactly what was read and publish it: one button, one transaction, two events.

    With `even_if_newer`, *publish what I read*: the newer text stays where it was in its writer's hands.
    """
    with act(
        Verb.APPROVE,
        revision.article_id,
        by=by,
        clock=clock,
        revisions={revision.article_id: revision},
        facts={revision.article_id: going.facts()},
        even_if_newer=even_if_newer,
        then=Verb.PUBLISH,
    ) as (turn,):
        return _go_out(turn, going, by=by, basis=_basis(turn, by.pk), approved_by_id=by.pk)


def publish_unreviewed(
    revision: Revision, *, by: User, clock: datetime, why: str, going: Going = AT_ONCE
) -> list[Publication]:
    """Publish a text nobody else has read, with the reason on record, for the chief's list of things to review."""
    with act(
        Verb.PUBLISH_UNREVIEWED,
        revision.article_id,
        by=by,
        clock=clock,
        revisions={revision.article_id: revision},
        why=why,
        facts={revision.article_id: going.facts()},
    ) as (turn,):
        return _go_out(turn, going, by=by, basis=Basis.UNREVIEWED, approved_by_id=None)


def reschedule(
    *articles: Article, by: User, clock: datetime, live_from: datetime, seen: Seen | None = None
) -> list[Publication]:
    """Give what is scheduled another time, both editions at one instant; a time that has passed means now.

    `seen` names the scheduled page that the person saw, by article.

    Raises:
        Refused: something else is scheduled by now, or the table says no.
    """
    with act(
        Verb.RESCHEDULE,
        *(article.pk for article in articles),
        by=by,
        clock=clock,
        facts={article.pk: {"live_from": live_from} for article in articles},
    ) as turns:
        _refuse_other_than_seen(turns, seen)
        made = []
        for turn in turns:
            page = next(row for row in turn.standing.scheduled if row.kind in LISTED)
            begin = max(live_from, turn.at)
            if any(row is not page and row.live_from <= begin for row in turn.standing.scheduled):
                raise Refused(_("It would end before it begins."), "ends_before_it_begins")
            later = [as_planned(row) for row in turn.standing.scheduled if row is not page]
            made += restate(turn, [as_planned(page, live_from=begin, changed_at=None), *later], by=by)
    return made


def unschedule(*articles: Article, by: User, clock: datetime, seen: Seen | None = None, why: str = "") -> list[Article]:
    """Take back what is scheduled, of both editions as one act; what is live stays, without an end.

    Raises:
        Refused: something else is scheduled by now than what was `seen`, or the table says no.
    """
    with act(Verb.UNSCHEDULE, *(article.pk for article in articles), by=by, clock=clock, why=why) as turns:
        _refuse_other_than_seen(turns, seen)
        for turn in turns:
            stand_back(turn)
            restate(turn, [], by=by)
    return [turn.article for turn in turns]


def _refuse_other_than_seen(turns: list[Turn], seen: Seen | None) -> None:
    for turn in turns if seen is not None else ():
        page = turn.standing.waiting
        if page is None or seen is None or seen.get(turn.article.pk) != page.pk:
            raise Refused(_("Something else is scheduled by now than what you saw. Look at it again."), "not_as_seen")


def stand_back(turn: Turn) -> None:
    """Return a working copy to where it stood before its text was scheduled, when that text is voided."""
    article = turn.article
    page = turn.standing.waiting
    if page is None or article.stage != Stage.PUBLISHED or page.revision_id != article.head_id:
        return
    is_approved = page.basis in {Basis.REVIEWED, Basis.AGENCY}
    turn.to = Stage.APPROVED if is_approved else Stage.DRAFT
    article.approved = article.head if is_approved else None


def _go_out(turn: Turn, going: Going, *, by: User, basis: Basis, approved_by_id: int | None) -> list[Publication]:
    begin = max(going.live_from or turn.at, turn.at)
    end = going.live_until or _end_of_rights(turn, begin)
    if end is not None and end <= begin:
        raise Refused(_("It would end before it begins."), "ends_before_it_begins")
    if turn.revision is None:
        raise ValueError("what goes out is a revision")
    page = Planned(
        revision=turn.revision,
        live_from=begin,
        basis=basis,
        change=going.change,
        public_note=going.notes.get(turn.article.language, ""),
        approved_by_id=approved_by_id,
    )
    plan = [page]
    if end is not None:
        plan.append(gone(turn.revision, at=end, reason=going.gone_reason))
    before = Stage(turn.steps[0].from_stage)
    waiting = before if before in {Stage.IN_REVIEW, Stage.RETURNED} else Stage.DRAFT
    turn.to = Stage.PUBLISHED if turn.article.head_id == turn.revision.pk else waiting
    return restate(turn, plan, by=by)


def _end_of_rights(turn: Turn, begin: datetime) -> datetime | None:
    """Return until when the newest take of an agency's item in the text may be shown; None: for good."""
    newest: datetime | None = getattr(turn.article, "rights_until", None)
    if newest is not None and newest <= begin:
        raise Refused(_("The agency's rights in this copy are over; say until when it is shown."), "rights_are_over")
    return newest


def _refuse_other_than_approved(turn: Turn) -> None:
    read = turn.revision
    if read is None or turn.article.approved_id in {None, read.pk} or turn.article.approved is None:
        return
    sentence = _("Another text was approved than the one you read.")
    raise NewerExists(sentence, read=read, newest=turn.article.approved)


def _approver_of(turn: Turn) -> int | None:
    approvals = WorkflowEvent.objects.filter(article=turn.article, revision=turn.revision, verb=Verb.APPROVE)
    return approvals.order_by("-pk").values_list("actor_id", flat=True).first()


def _basis(turn: Turn, approver: int | None) -> Basis:
    revision = turn.revision
    alone = revision is not None and revision.agency_id and set(revision.writers) <= {approver}
    return Basis.AGENCY if alone else Basis.REVIEWED
