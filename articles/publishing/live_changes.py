"""Changes made from the live revision: small fix, update of a developing story, amendment (DESIGN §4)."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.utils.translation import gettext as _

from articles.models import (
    LISTED,
    Article,
    Basis,
    Change,
    Content,
    Publication,
    Revision,
    RevisionKind,
    Stage,
    User,
)
from articles.publishing.restate import Planned, as_planned, restate
from articles.workflow import drafts, revisions, two_saves
from articles.workflow.acts import Turn, act
from articles.workflow.case import Readers, standing
from articles.workflow.refusals import NewerExists, NotAllowed, Refused, WrongStage
from articles.workflow.table import Verb


def fix(article: Article, content: Content, *, live_pk: int, by: User, clock: datetime) -> list[Publication]:
    """Publish a small fix of the live text; readers' time does not move.

    `live_pk` is the live revision that the content was made from. A refused text is kept as a revision.

    Raises:
        NewerExists: readers have another text by now.
        Refused: it is more than a small fix, or the table says no.
    """
    with (
        _kept_when_refused(article, content, base_pk=live_pk, by=by, clock=clock),
        act(Verb.FIX, article.pk, by=by, clock=clock, facts={article.pk: {"content": content}}) as (turn,),
    ):
        _refuse_when_live_is_another(turn, live_pk)
        return _carry_through(turn, content, by=by, basis=Basis.SMALL_FIX)


def update(
    article: Article, content: Content, *, live_pk: int, by: User, clock: datetime, public_note: str = ""
) -> list[Publication]:
    """Publish the next text of a developing story, own text too; the developing story is the reason on record.

    Raises:
        NewerExists: readers have another text by now.
        Refused: the table says no, or what is scheduled changes the same passage.
    """
    with (
        _kept_when_refused(article, content, base_pk=live_pk, by=by, clock=clock),
        act(Verb.UPDATE, article.pk, by=by, clock=clock, facts={article.pk: {"content": content}}) as (turn,),
    ):
        _refuse_when_live_is_another(turn, live_pk)
        before = _live(turn).revision.content()
        made = _carry_through(turn, content, by=by, basis=Basis.DEVELOPING, change=Change.UPDATE, note=public_note)
        drafts.carry_to_story(turn.article, content, before=before, by=by, at=turn.at)
        return made


def amend(article: Article, content: Content, *, live_pk: int, by: User, clock: datetime) -> list[Publication]:
    """Change the section, topics, byline or picture of a live article; both live editions at one instant.

    Raises:
        NewerExists: readers have another text by now.
        Refused: the words changed too, or the table says no.
    """
    before = _live_content(article, clock)
    wanted = {article.pk: content} | _wanted_of_twin(article, content, before, clock)
    made = []
    facts = {pk: {"content": c} for pk, c in wanted.items()}
    with act(Verb.AMEND, *wanted, by=by, clock=clock, facts=facts) as turns:
        for turn in turns:
            if turn.article.pk == article.pk:
                _refuse_when_live_is_another(turn, live_pk)
                drafts.carry_to_story(
                    turn.article, content, before=before, by=by, at=turn.at, with_twin=len(turns) == 1
                )
            made += _carry_through(turn, wanted[turn.article.pk], by=by, basis=Basis.AMENDMENT)
    return made


def _live_content(article: Article, clock: datetime) -> Content:
    live = standing(article, clock).live
    return live.revision.content() if live else Content()


def _wanted_of_twin(article: Article, content: Content, before: Content, clock: datetime) -> dict[int, Content]:
    """What an amendment makes of the other edition, when readers have it and it shares what changes."""
    twin = article.story.articles.exclude(pk=article.pk).first()
    if twin is None or drafts.shared(content) == drafts.shared(before):
        return {}
    had = standing(twin, clock)
    if had.live is None or had.now is not Readers.LIVE:
        return {}
    return {twin.pk: drafts.with_shared(had.live.revision.content(), content)}


@contextmanager
def _kept_when_refused(
    article: Article, content: Content, *, base_pk: int, by: User, clock: datetime
) -> Iterator[None]:
    try:
        yield
    except NotAllowed:
        raise
    except Refused:
        drafts.keep(article.pk, content, base_pk=base_pk, by=by, clock=clock)
        raise


def _live(turn: Turn) -> Publication:
    if turn.standing.live is None:
        raise WrongStage(_("The article has moved on; look at it again."), "wrong_stage")
    return turn.standing.live


def _refuse_when_live_is_another(turn: Turn, live_pk: int) -> None:
    newest = _live(turn).revision
    if newest.pk != live_pk:
        read = turn.article.revisions.get(pk=live_pk)
        raise NewerExists(_("Readers have a newer text by now."), read=read, newest=newest)


def _carry_through(
    turn: Turn, content: Content, *, by: User, basis: Basis, change: Change = Change.NONE, note: str = ""
) -> list[Publication]:
    """Put the change into the live row, every planned row and the waiting draft; an expiry stays."""
    live = _live(turn)
    before = live.revision.content()
    remade: dict[int, Revision] = {}
    plan: list[Planned] = []
    for row in (live, *turn.standing.scheduled):
        if row.kind not in LISTED:
            plan.append(as_planned(row))
            continue
        if row.revision_id not in remade:
            remade[row.revision_id] = _remake(turn, row.revision, before, content, by=by)
        plan.append(as_planned(row, revision=remade[row.revision_id]))
    is_quiet = change is Change.NONE
    plan[0] = Planned(
        revision=remade[live.revision_id],
        live_from=turn.at,
        basis=basis,
        changed_at=live.changed_at if is_quiet else turn.at,
        change=Change(live.change) if is_quiet else change,
        public_note=live.public_note if is_quiet else note,
        approved_by_id=live.approved_by_id,
    )
    made = restate(turn, plan, by=by)
    _join_into_draft(turn, before, content, remade, by=by, keeps_approval=basis is Basis.AMENDMENT)
    turn.revision = remade[live.revision_id]
    return made


def _remake(turn: Turn, old: Revision, before: Content, content: Content, *, by: User) -> Revision:
    text, conflicts = two_saves.join(before, content, old.content())
    if conflicts:
        raise Refused(
            _("What is scheduled changes the same passage; unschedule it first."), "scheduled_changes_the_same"
        )
    return revisions.write(turn.article, text, by=by, at=turn.at, base=old, kind=RevisionKind.FROM_LIVE)


def _join_into_draft(
    turn: Turn, before: Content, content: Content, remade: dict[int, Revision], *, by: User, keeps_approval: bool
) -> None:
    """Join the change into the newer text that waits; where a person must decide, leave it and say so in a note."""
    article, head = turn.article, turn.article.head
    if head is None:
        return
    newer, text = remade.get(head.pk), content
    if newer is None:
        text, conflicts = two_saves.join(before, content, head.content())
        if conflicts:
            turn.details["draft_not_joined"] = head.pk
            article.notes.create(
                revision=head,
                author=by,
                created_at=turn.at,
                text=_("The live text changed where this draft differs; join them by hand."),
            )
            return
        newer = revisions.write(article, text, by=by, at=turn.at, base=head, kind=RevisionKind.JOINED)
        if article.stage == Stage.APPROVED and not keeps_approval:
            turn.to = Stage.DRAFT
    else:
        text = newer.content()
    was_approved = article.approved_id == head.pk
    revisions.make_head(article, newer, text)
    if was_approved and article.stage == Stage.APPROVED:
        article.approved = newer
