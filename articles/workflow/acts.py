"""The only door through which a stage changes: lock, check the table, yield to the service, write the log."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article, Revision, Role, Stage, Story, User, WorkflowEvent
from articles.workflow.case import Case, Standing, standing
from articles.workflow.refusals import NewerExists, NotAllowed, Refused, WrongStage
from articles.workflow.table import ACTS, Verb, Who

TICK = timedelta(microseconds=1)


@dataclass
class Turn:
    """One article inside an act: what the service may change, and what the log will say."""

    article: Article
    at: datetime
    standing: Standing
    revision: Revision | None
    to: Stage | None
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
    return by.pk in head.writers or head.bylines.filter(author__user=by).exists()


def may(verb: Verb, article: Article, by: User, at: datetime) -> bool:
    """Say whether the table opens an act on this article to this person, whatever its stage."""
    return by.is_active and any(is_one_of(who, article, by, at) for who in sorted(ACTS[verb].by, key=lambda w: w.value))


def locked(pks: Iterable[int]) -> list[Article]:
    """Lock articles and their stories' other editions in primary-key order, inside the running transaction."""
    wanted = set(pks)
    stories_of = Article.objects.filter(pk__in=wanted).values("story_id")
    editions = list(Article.objects.select_for_update().filter(story_id__in=stories_of).order_by("pk"))
    articles = [article for article in editions if article.pk in wanted]
    if len(articles) != len(wanted):
        raise Article.DoesNotExist
    stories = Story.objects.select_for_update().in_bulk(sorted({article.story_id for article in articles}))
    heads = Revision.objects.in_bulk([a.head_id for a in articles if a.head_id])
    for article in articles:
        article.story = stories[article.story_id]
        article.head = heads.get(article.head_id)
    return articles


def moment(articles: Iterable[Article], clock: datetime) -> datetime:
    """Return the act's moment: the clock, or just after the last act or beginning where the clock stepped back."""
    latest = clock
    for article in articles:
        latest = max(latest, article.acted_at + TICK)
        began = article.publications.not_void().filter(live_from=latest).exists()
        latest = latest + TICK if began else latest
    return latest


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
) -> Iterator[list[Turn]]:
    """Carry out one act on one or both editions: one transaction, one event an article.

    `revisions` names the text that was read, by article; `facts` what a guard needs besides, by article.

    Raises:
        Refused: or one of its children, when the table, a guard or a newer text stands in the way.
    """
    with transaction.atomic():
        articles = locked(article_pks)
        at = moment(articles, clock)
        turns = []
        for article in articles:
            revision = (revisions or {}).get(article.pk)
            if revision is not None and not even_if_newer:
                _refuse_when_newer(article, revision)
            case = Case(
                article=article,
                by=by,
                at=at,
                standing=standing(article, at),
                revision=revision,
                why=why,
                facts=dict((facts or {}).get(article.pk, {})),
            )
            check(verb, case)
            turns.append(Turn(article, at, case.standing, revision or article.head, ACTS[verb].to))
        before = {turn.article.pk: turn.article.stage for turn in turns}
        yield turns
        for turn in turns:
            _settle(turn)
            _log(verb, turn, before[turn.article.pk], by=by, why=why)


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


def _log(verb: Verb, turn: Turn, from_stage: str, *, by: User, why: str) -> None:
    WorkflowEvent.objects.create(
        at=turn.at,
        verb=verb,
        actor=by,
        story_id=turn.article.story_id,
        article=turn.article,
        revision=turn.revision,
        from_stage=from_stage,
        to_stage=turn.article.stage,
        readers_had=turn.standing.now,
        why=why,
        details=turn.details,
    )
