"""Every stage × act × role cell of DESIGN §4, by the real services."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import product

import pytest
from django.db import transaction

from articles.models import Article, Content, Stage, User
from articles.publishing import live_changes, publish, rights, withdraw
from articles.publishing.publish import Going
from articles.workflow import drafts
from articles.workflow.case import Readers
from articles.workflow.refusals import NotAllowed, Refused, WrongStage
from articles.workflow.table import ACTS, Verb
from tests.workflow.newsroom import Newsroom, fresh, head

D, R, B, A, P, X = Stage.DRAFT, Stage.IN_REVIEW, Stage.RETURNED, Stage.APPROVED, Stage.PUBLISHED, Stage.SPIKED
BUT_SPIKED = {D, R, B, A, P}
EDITORS = {"editor", "duty_editor", "chief_editor"}
ITS = {"writer"}
CHIEFS = {"chief_editor", "duty_editor"}
PEOPLE = (
    *("writer", "reporter", "translator", "photo_editor", "editor", "duty_editor", "chief_editor", "administrator"),
)

Refusal = type[Exception] | tuple[type[Exception], ...]

# What an editor expects, written down a second time, by hand, from DESIGN §4: the people, the stages, and what readers
# must have for the act to make sense.
EXPECTED: dict[Verb, tuple[set[str], set[Stage], Readers]] = {
    Verb.SAVE: (ITS | EDITORS, BUT_SPIKED, Readers.NOTHING),
    Verb.SUBMIT: (ITS, {D, B}, Readers.NOTHING),
    Verb.RECALL: (ITS, {R}, Readers.NOTHING),
    Verb.RETURN: (EDITORS, {R, A}, Readers.NOTHING),
    Verb.APPROVE: (EDITORS, {D, R, B}, Readers.NOTHING),
    Verb.PUBLISH: (EDITORS, {A}, Readers.NOTHING),
    Verb.RESCHEDULE: (EDITORS, {P}, Readers.NOTHING),
    Verb.UPDATE: (EDITORS, BUT_SPIKED, Readers.LIVE),
    Verb.FIX: (EDITORS, {P}, Readers.LIVE),
    Verb.AMEND: (EDITORS, BUT_SPIKED, Readers.LIVE),
    Verb.PUBLISH_UNREVIEWED: (CHIEFS, {D, R, A}, Readers.NOTHING),
    Verb.UNSCHEDULE: (EDITORS, BUT_SPIKED, Readers.LIVE),
    Verb.TAKE_OFF_AIR: (EDITORS, BUT_SPIKED, Readers.LIVE),
    Verb.PUT_BACK: ({"chief_editor"}, BUT_SPIKED, Readers.OFF_AIR),
    Verb.EXTEND_RIGHTS: (EDITORS, BUT_SPIKED, Readers.LIVE),
    Verb.RETRACT: (CHIEFS, BUT_SPIKED, Readers.LIVE),
    Verb.REMOVE: (CHIEFS, BUT_SPIKED, Readers.LIVE),
    Verb.MOVE: (CHIEFS, BUT_SPIKED, Readers.LIVE),
    Verb.SPIKE: (EDITORS, {D, R, B, A}, Readers.NOTHING),
    Verb.DISCARD: (ITS, {D}, Readers.NOTHING),
    Verb.REOPEN: (EDITORS, {X}, Readers.NOTHING),
}


def _live_content(article: Article, **changes: object) -> tuple[Content, int]:
    live = article.publications.order_by("live_from").filter(live_from__lte=article.acted_at).last()
    return live.revision.content().with_(**changes), live.revision_id


def _live_change(service: Callable[..., object], **changes: object) -> Callable[[Newsroom, Article, User], object]:
    def do(room: Newsroom, article: Article, by: User) -> object:
        content, live_pk = (
            _live_content(article, **changes) if article.publications.exists() else (room.content(), head(article).pk)
        )
        return service(article, content, live_pk=live_pk, by=by, clock=room.tick())

    return do


DO: dict[Verb, Callable[[Newsroom, Article, User], object]] = {
    Verb.SAVE: lambda room, a, by: drafts.save(
        a.pk, room.content("<p>نصّ آخر.</p>"), base_pk=head(a).pk, by=by, clock=room.tick()
    ),
    Verb.SUBMIT: lambda room, a, by: drafts.submit(head(a), by=by, clock=room.tick()),
    Verb.RECALL: lambda room, a, by: drafts.recall(a, by=by, clock=room.tick()),
    Verb.RETURN: lambda room, a, by: drafts.return_to_writer(a, by=by, clock=room.tick(), why="أين المصدر؟"),
    Verb.APPROVE: lambda room, a, by: drafts.approve(head(a), by=by, clock=room.tick()),
    Verb.PUBLISH: lambda room, a, by: publish.publish(head(a), by=by, clock=room.tick()),
    Verb.RESCHEDULE: lambda room, a, by: publish.reschedule(
        a, by=by, clock=room.tick(), live_from=room.now + timedelta(days=2)
    ),
    Verb.UPDATE: _live_change(live_changes.update, body="<p>وصلت سفينتان إلى المرفأ.</p>"),
    Verb.FIX: _live_change(live_changes.fix, body="<p>وصلت السفينة إلى المرفأ صباح الثلاثاء</p>"),
    Verb.AMEND: _live_change(live_changes.amend),
    Verb.PUBLISH_UNREVIEWED: lambda room, a, by: publish.publish_unreviewed(
        head(a), by=by, clock=room.tick(), why="لا أحد غيري في الليل"
    ),
    Verb.UNSCHEDULE: lambda room, a, by: publish.unschedule(a, by=by, clock=room.tick()),
    Verb.TAKE_OFF_AIR: lambda room, a, by: withdraw.take_off_air(a, by=by, clock=room.tick()),
    Verb.PUT_BACK: lambda room, a, by: withdraw.put_back(a, by=by, clock=room.tick()),
    Verb.EXTEND_RIGHTS: lambda room, a, by: rights.extend_rights(
        room.of_an_agency(a), until=room.now + timedelta(days=9), by=by, clock=room.tick(), why="سمحت الوكالة"
    ),
    Verb.RETRACT: lambda room, a, by: withdraw.retract(a, by=by, clock=room.tick(), public_reason="لم يصحّ الخبر."),
    Verb.REMOVE: lambda room, a, by: withdraw.remove(a, by=by, clock=room.tick(), public_reason="بطلب من المحكمة."),
    Verb.MOVE: lambda room, a, by: withdraw.move(a, room.live(), by=by, clock=room.tick()),
    Verb.SPIKE: lambda room, a, by: drafts.spike(a, by=by, clock=room.tick(), why="فات وقتها"),
    Verb.DISCARD: lambda room, a, by: drafts.discard(a, by=by, clock=room.tick(), why="فات وقتها"),
    Verb.REOPEN: lambda room, a, by: drafts.reopen(a, by=by, clock=room.tick(), why="فات وقتها"),
}


def test_every_act_of_the_table_has_its_expectation() -> None:
    assert set(EXPECTED) == set(DO) == set(ACTS) == set(Verb)


@pytest.mark.parametrize(("verb", "stage"), list(product(Verb, Stage)))
def test_an_act_is_open_to_exactly_its_people_in_exactly_its_stages(room: Newsroom, verb: Verb, stage: Stage) -> None:
    people, stages, readers = EXPECTED[verb]
    article = room.article_in(stage, readers, scheduled=verb is Verb.UNSCHEDULE)

    for person in PEOPLE:
        with _undone_afterwards(), _said_of(person):
            if person not in people:
                _is_refused(room, article, verb, person, NotAllowed)
            elif stage not in stages:
                _is_refused(room, article, verb, person, (WrongStage, Refused))
            else:
                _is_done(room, article, verb, person)


def _is_done(room: Newsroom, article: Article, verb: Verb, person: str) -> None:
    by, stage = getattr(room, person), article.stage
    DO[verb](room, fresh(article), by)

    event = article.events.latest("pk")
    assert (event.verb, event.actor, event.from_stage) == (verb, by, stage)
    assert event.to_stage == fresh(article).stage


def _is_refused(room: Newsroom, article: Article, verb: Verb, person: str, refusal: Refusal) -> None:
    events = article.events.count()
    with pytest.raises(refusal):
        DO[verb](room, fresh(article), getattr(room, person))

    assert fresh(article).stage == article.stage
    assert article.events.count() == events


@contextmanager
def _undone_afterwards() -> Iterator[None]:
    """The next person finds the article as this one found it."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def _said_of(person: str) -> Iterator[None]:
    """A failure names who it was."""
    try:
        yield
    except BaseException as failure:
        failure.add_note(f"as {person}")
        raise


def test_publishing_at_a_time_leaves_readers_with_nothing_until_then(room: Newsroom) -> None:
    article = room.draft()
    at = room.now + timedelta(hours=2)

    room.publish(article, live_from=at)

    assert not article.publications.live(at - timedelta(microseconds=1)).exists()
    assert article.publications.live(at).get().headline == "سفينة تصل إلى المرفأ"
    assert Going().live_from is None
