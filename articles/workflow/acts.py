"""The only door through which a stage changes: lock, check the table, yield to the service, write the log."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, prefetch_related_objects
from django.utils.translation import gettext as _

from articles.models import Article, HouseStyle, Note, Revision, Role, Stage, Story, User, WireItem, WorkflowEvent
from articles.workflow import telling
from articles.workflow.case import Case, Standing, standing
from articles.workflow.refusals import NewerExists, NotAllowed, Refused, WrongStage
from articles.workflow.table import ACTS, Verb, Who

TICK = timedelta(microseconds=1)


@dataclass(frozen=True)
class Step:
    """One verb of an act, and whence it started."""

    verb: Verb
    from_stage: str
    at: datetime


@dataclass
class Turn:
    """One article inside an act: what the service may change, and what the log will say."""

    article: Article
    at: datetime
    standing: Standing
    revision: Revision | None
    to: Stage | None
    steps: list[Step]
    details: dict[str, Any] = field(default_factory=dict)


def is_one_of(who: Who, article: Article, by: User, at: datetime) -> bool:
    """Say whether a person is, for this article and moment, one of those an act is open to."""
    match who:
        case Who.EDITOR:
            return Role.EDITOR in by.roles
        case Who.CHIEF:
            return Role.CHIEF_EDITOR in by.roles
        case Who.DUTY:
            return Role.EDITOR in by.roles and by.is_on_duty(at)
        case Who.SUBMITTER:
            return article.submitted_by_id == by.pk
        case Who.ITS_PEOPLE:
            return bool(by.roles - {Role.ADMINISTRATOR}) and _wrote(article, by)


def _wrote(article: Article, by: User) -> bool:
    if article.created_by_id == by.pk:
        return True
    head = article.head
    if head is None:
        return False
    return by.pk in head.writers or head.bylines.filter(Q(author__user=by) | Q(author__merged_into__user=by)).exists()


def may(verb: Verb, article: Article, by: User, at: datetime) -> bool:
    """Say whether the table opens an act on this article to this person, whatever its stage."""
    return by.is_active and any(is_one_of(who, article, by, at) for who in sorted(ACTS[verb].by, key=lambda w: w.value))


def locked(pks: Iterable[int], read: Iterable[Revision] = ()) -> list[Article]:
    """Lock articles and their stories' other editions in primary-key order, inside the running transaction.

    A head that is among the revisions `read` before is not read again: a revision never changes.
    """
    wanted = set(pks)
    stories_of = Article.objects.filter(pk__in=wanted).values("story_id")
    editions = list(
        Article.objects.select_for_update(of=("self", "story"))
        .filter(story_id__in=stories_of)
        .select_related("story")
        .annotate(has_placed_notes=Exists(Note.objects.filter(article=OuterRef("pk")).exclude(paragraph="")))
        .annotate(rights_until=WireItem.objects.newest_of(OuterRef("pk")).values("rights_until")[:1])
        .annotate(style_stamp=HouseStyle.objects.filter(pk=OuterRef("language")).values("stamp"))
        .order_by("pk")
    )
    known = {revision.pk: revision for revision in read}
    for article in editions:
        if article.head_id in known:
            article.head = known[article.head_id]
    # Not joined: where PostgreSQL waited for the lock, a joined text would be that of before.
    prefetch_related_objects(editions, "head", "head__bylines", "head__photo_uses")
    for article in editions:
        article.other_edition = next((e for e in editions if e is not article and e.story_id == article.story_id), None)
    articles: list[Article] = [article for article in editions if article.pk in wanted]
    if len(articles) != len(wanted):
        raise Article.DoesNotExist
    return articles


def placed(articles: Iterable[Article], clock: datetime) -> tuple[datetime, dict[int, Standing]]:
    """Return an act's moment and what readers have of each article then.

    The moment is the clock, or just after an article's last act or beginning where the clock stepped back.
    """
    at = max([clock, *(article.acted_at + TICK for article in articles)])
    while True:
        standings = {article.pk: standing(article, at) for article in articles}
        if not any(had.live and had.live.live_from == at for had in standings.values()):
            return at, standings
        at += TICK


def check(verb: Verb, case: Case) -> None:
    """Check one case against its row of the table.

    Raises:
        NotAllowed: the person's roles do not reach so far, or the story is not theirs to see.
        WrongStage: the article does not stand where the act begins.
        Refused: a guard's sentence.
    """
    row = ACTS[verb]
    if not may(verb, case.article, case.by, case.at) or not is_seen_by(case.article.story, case.by):
        raise NotAllowed(_("You may not do this here."), "not_allowed")
    if case.article.stage not in row.stages or case.standing.now not in row.readers:
        raise WrongStage(_("The article has moved on; look at it again."), "wrong_stage")
    for guard in row.guards:
        sentence = guard(case)
        if sentence:
            raise Refused(sentence, guard.__name__)


def is_seen_by(story: Story, user: User) -> bool:
    """Say whether a restricted story exists for this person."""
    if not story.is_restricted or user.is_superuser or story.created_by_id == user.pk:
        return True
    return story.readers.filter(pk=user.pk).exists()


@contextmanager
def act(
    verb: Verb,
    *article_pks: int,
    by: User,
    clock: datetime,
    revisions: Mapping[int, Revision] | None = None,
    why: str = "",
    facts: Mapping[int, Mapping[str, Any]] | None = None,
    even_if_newer: bool = False,
    then: Verb | None = None,
) -> Iterator[list[Turn]]:
    """Carry out one act on one or both editions: one transaction, one event an article.

    `revisions` names the text that was read, by article; `facts` what a guard needs besides, by article; `then` a
    second act that the same button carries out, with an event of its own.

    Raises:
        Refused: or one of its children, when the table, a guard or a newer text stands in the way.
    """
    with transaction.atomic():
        articles = locked(article_pks, (revisions or {}).values())
        at, standings = placed(articles, clock)
        turns = []
        for article in articles:
            read = (revisions or {}).get(article.pk)
            if read is not None and not even_if_newer:
                _refuse_when_newer(article, read)
            revision = article.head if read is None or read.pk == article.head_id else read
            case = Case(
                article=article,
                by=by,
                at=at,
                standing=standings[article.pk],
                revision=revision,
                why=why,
                facts=dict((facts or {}).get(article.pk, {})),
            )
            steps = _checked(case, verb, *([then] if then else []))
            turns.append(Turn(article, steps[-1].at, case.standing, revision, ACTS[steps[-1].verb].to, steps))
        yield turns
        for turn in turns:
            _settle(turn)
        events = [event for turn in turns for event in _events(turn, by=by, why=why)]
        telling.tell(WorkflowEvent.objects.bulk_create(events), by=by)


def _checked(case: Case, *verbs: Verb) -> list[Step]:
    """Check the verbs one after the other, each where the one before leaves the article, an instant later."""
    steps: list[Step] = []
    for number, verb in enumerate(verbs):
        case = replace(case, at=case.at + number * TICK)
        if steps:
            case.article.stage = ACTS[steps[-1].verb].to or case.article.stage
        check(verb, case)
        steps.append(Step(verb, case.article.stage, case.at))
    return steps


def _refuse_when_newer(article: Article, read: Revision) -> None:
    if article.head is not None and article.head_id != read.pk:
        raise NewerExists(_("Somebody saved a newer text meanwhile."), read=read, newest=article.head)


def _settle(turn: Turn) -> None:
    article = turn.article
    if turn.to is not None:
        article.stage = turn.to
    if article.stage != Stage.APPROVED:
        article.approved = None
    article.acted_at = turn.at
    article.save()


def _events(turn: Turn, *, by: User, why: str) -> Iterator[WorkflowEvent]:
    ends = [step.from_stage for step in turn.steps[1:]] + [turn.article.stage]
    for step, to_stage in zip(turn.steps, ends, strict=True):
        yield WorkflowEvent(
            at=step.at,
            verb=step.verb,
            actor=by,
            story_id=turn.article.story_id,
            article=turn.article,
            revision=turn.revision,
            from_stage=step.from_stage,
            to_stage=to_stage,
            readers_had=turn.standing.now,
            why=why,
            details=turn.details if step is turn.steps[-1] else {},
        )
