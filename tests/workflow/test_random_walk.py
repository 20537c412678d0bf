"""A random walk over every act, both editions and a clock that also jumps backwards keeps I2, I4 and I5."""

import random
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from articles.models import Article, Basis, Publication, Revision, Stage, User, WorkflowEvent
from articles.publishing import embargo, live_changes, publish, rights, withdraw
from articles.publishing.publish import Going
from articles.workflow import drafts, stories
from articles.workflow.case import Readers, standing
from articles.workflow.refusals import Refused
from articles.workflow.table import ACTS, Verb
from tests.workflow.newsroom import Newsroom, fresh, head

ACTS_A_WALK = 160
LONGEST_WALK = 1600


class NothingToDoError(Exception):
    """The step does not fit where the article stands."""


class Walk:
    """One walk: a newsroom, two stories with their editions, and what readers saw at every moment so far."""

    def __init__(self, room: Newsroom, seed: int, *, seeks_all: bool = False) -> None:
        self.room = room
        self.seeks_all = seeks_all
        self.rng = random.Random(seed)  # noqa: S311 – a walk that can be walked again
        self.answers: dict[tuple[int, datetime], int | None] = {}
        self.done: Counter[str] = Counter()
        self.number = 0
        self.refused = 0
        self.judged: set[int] = set()
        self.rows: defaultdict[int, list[Publication]] = defaultdict(list)
        first = [room.draft() for _ in range(2)]
        twins = [drafts.make_other_edition(a, by=room.translator, clock=room.tick()) for a in first]
        for twin in twins:
            room.change(twin, by=room.translator, headline="A ship arrives", body="<p>A ship arrived on Tuesday.</p>")
        self.articles = [*first, *twins]

    def someone(self) -> User:
        """Return anyone who might act."""
        room = self.room
        return self.rng.choice([room.writer, room.translator, room.editor, room.editor, room.chief_editor])

    def clock(self) -> datetime:
        """Return a clock that mostly goes on and sometimes jumps back by half a day."""
        step = self.rng.choice([1, 7, 40, 200, 900, -30, -700])
        self.room.now += timedelta(minutes=step)
        return self.room.now

    def step(self) -> None:
        """Try one act, and check everything that must hold afterwards."""
        self.number += 1
        article = fresh(self.rng.choice(self.articles))
        had = standing(article, max(article.acted_at, self.room.now)).now
        name, do = self.rng.choices(STEPS, weights=[self.weight(name, article, had) for name, _ in STEPS])[0]
        events = WorkflowEvent.objects.count()
        try:
            do(self, article)
        except NothingToDoError:
            return
        except Refused:
            self.refused += 1
            assert WorkflowEvent.objects.count() == events, "a refused act leaves no trace in the log"
        else:
            self.done[name] += 1
        self.check()

    def weight(self, name: str, article: Article, had: Readers) -> int:
        """Return how likely a step is: an act whose row of the table is closed to the article mostly waits its turn."""
        if self.seeks_all:
            return WEIGHT.get(name, 4) + 40 * (name not in self.done)
        row = ACTS.get(ROWS[name]) if name in ROWS else None
        is_open = row is None or (article.stage in row.stages and had in row.readers)
        return WEIGHT.get(name, 4) * (6 if is_open else 1)

    def check(self) -> None:
        """Hold every invariant now, and every answer ever given."""
        self.rows = defaultdict(list)
        shown = Publication.objects.not_void().select_related("revision__base").defer("body").order_by("live_from")
        for row in shown:
            self.rows[row.article_id].append(row)
        for (pk, moment), seen in self.answers.items():
            assert self.seen(pk, moment) == seen, "what was true of the past never changes"
        for article in Article.objects.all():
            rows = self.rows[article.pk]
            assert all(a.live_until == b.live_from for a, b in zip(rows, rows[1:], strict=False)), "no gap, no overlap"
            assert not rows or rows[-1].live_until is None, "exactly one row at every moment"
            for row in rows:
                self.check_reviewed(row)
            # A clock that steps back is held by the article's own last act, and by no other article's.
            self.answers[article.pk, article.acted_at] = self.seen(article.pk, article.acted_at)

    def check_reviewed(self, row: Publication) -> None:
        """I2: nobody alone put a text before readers but for a reason on record. Counted here from who saved what."""
        if row.basis != Basis.REVIEWED or row.pk in self.judged:
            return
        self.judged.add(row.pk)
        before = {other.revision_id for other in self.rows[row.article_id] if other.made_at < row.made_at}
        revision, writers = self.approved_text(row), set()
        while revision is not None and revision.pk not in before:
            writers.add(revision.written_by_id)
            revision = revision.base
        assert row.approved_by_id is not None
        assert writers != {row.approved_by_id}

    def approved_text(self, row: Publication) -> Revision | None:
        """Return the text that was approved, before what small fixes made of it."""
        revision = row.revision
        while revision.kind == "from_live" and revision.base is not None:
            revision = revision.base
        return revision

    def seen(self, pk: int, moment: datetime) -> int | None:
        """Return which publication of an article readers have at a moment."""
        live = [r for r in self.rows[pk] if r.live_from <= moment and (r.live_until is None or r.live_until > moment)]
        assert len(live) <= 1
        return live[0].pk if live else None

    def live(self, article: Article) -> Publication | None:
        """Return what readers have of an article."""
        return Publication.objects.live(max(article.acted_at, self.room.now)).filter(article=article).first()

    def other_than(self, article: Article) -> Article:
        """Return any other article."""
        return self.rng.choice([other for other in self.articles if other != article])

    def words(self) -> str:
        """Return a sentence no text has yet."""
        return f"<p>الخبر رقم {self.number} من المرفأ.</p>"

    def going(self) -> Going:
        """Return a way to go out: at once or later, for good or until a time."""
        at = self.room.now + timedelta(minutes=self.rng.choice([30, 300, 3000]))
        start = self.rng.choice([None, at])
        return Going(live_from=start, live_until=self.rng.choice([None, None, at + timedelta(days=2)]))


def _draft(walk: Walk, _a: Article) -> None:
    walk.articles.append(walk.room.draft(body=walk.words()))


def _save(walk: Walk, a: Article) -> None:
    text = head(a)
    content = text.content().with_(body=text.body[-2000:] + walk.words())
    drafts.save(a.pk, content, base_pk=text.pk, by=walk.someone(), clock=walk.clock())


def _reshape(walk: Walk, a: Article) -> None:
    text = head(a)
    other = walk.rng.choice([walk.room.section.pk, None])
    drafts.save(a.pk, text.content().with_(section_id=other), base_pk=text.pk, by=walk.room.editor, clock=walk.clock())


def _from_live(service: Callable[..., object], body: Callable[[Walk, str], str]) -> Callable[[Walk, Article], None]:
    def do(walk: Walk, a: Article) -> None:
        row = walk.live(a)
        if row is None:
            raise NothingToDoError
        content = row.revision.content()
        changed = content.with_(body=body(walk, content.body))
        service(a, changed, live_pk=row.revision_id, by=walk.room.editor, clock=walk.clock())

    return do


def _amend(walk: Walk, a: Article) -> None:
    row = walk.live(a)
    if row is None:
        raise NothingToDoError
    content = row.revision.content().with_(section_id=walk.room.section.pk)
    live_changes.amend(a, content, live_pk=row.revision_id, by=walk.room.editor, clock=walk.clock())


def _what_i_read(walk: Walk, a: Article) -> None:
    older = a.revisions.exclude(kind="kept").order_by("-number")[1:3]
    if not older:
        raise NothingToDoError
    read = walk.rng.choice(list(older))
    publish.approve_and_publish(read, by=walk.someone(), clock=walk.clock(), even_if_newer=True)


def _hold(walk: Walk, a: Article) -> None:
    clock = walk.clock()
    embargo.hold(a.story, is_held=True, by=walk.room.editor, clock=clock)
    assert not standing(fresh(a), max(clock, fresh(a).acted_at)).is_scheduled, "what is held does not go out"
    embargo.hold(a.story, is_held=False, by=walk.room.editor, clock=walk.clock())


def _both(walk: Walk, a: Article) -> None:
    pair = list(a.story.articles.filter(stage=Stage.APPROVED).select_related("approved"))
    if not pair:
        raise NothingToDoError
    texts = [edition.approved for edition in pair if edition.approved]
    publish.publish(*texts, by=walk.room.editor, clock=walk.clock(), going=walk.going())


STEPS: list[tuple[str, Callable[[Walk, Article], object]]] = [
    ("draft", _draft),
    ("save", _save),
    ("reshape", _reshape),
    ("submit", lambda w, a: drafts.submit(head(a), by=w.someone(), clock=w.clock())),
    ("recall", lambda w, a: drafts.recall(a, by=w.someone(), clock=w.clock())),
    ("return", lambda w, a: drafts.return_to_writer(a, by=w.room.editor, clock=w.clock(), why="أعد النظر")),
    ("approve", lambda w, a: drafts.approve(head(a), by=w.someone(), clock=w.clock())),
    ("both", _both),
    (
        "approve and publish",
        lambda w, a: publish.approve_and_publish(head(a), by=w.someone(), clock=w.clock(), going=w.going()),
    ),
    (
        "unreviewed",
        lambda w, a: publish.publish_unreviewed(
            head(a), by=w.room.chief_editor, clock=w.clock(), why="ليلًا", going=w.going()
        ),
    ),
    (
        "reschedule",
        lambda w, a: publish.reschedule(
            a, by=w.room.editor, clock=w.clock(), live_from=w.room.now + timedelta(minutes=w.rng.choice([-60, 90]))
        ),
    ),
    ("unschedule", lambda w, a: publish.unschedule(a, by=w.room.editor, clock=w.clock())),
    (
        "developing",
        lambda w, a: stories.mark_developing(
            a.story, until=w.room.now + timedelta(days=2), by=w.room.editor, clock=w.room.now
        ),
    ),
    ("update", _from_live(live_changes.update, lambda w, body: body[-2000:] + w.words())),
    ("fix", _from_live(live_changes.fix, lambda w, body: body.replace(".</p>", "</p>", 1))),
    ("amend", _amend),
    ("off air", lambda w, a: withdraw.take_off_air(a, by=w.room.editor, clock=w.clock())),
    ("put back", lambda w, a: withdraw.put_back(a, by=w.room.chief_editor, clock=w.clock())),
    (
        "rights",
        lambda w, a: rights.extend_rights(
            w.room.of_an_agency(a),
            until=w.room.now + timedelta(minutes=w.rng.choice([-60, 200])),
            by=w.room.editor,
            clock=w.clock(),
            why="سمحت الوكالة",
        ),
    ),
    ("retract", lambda w, a: withdraw.retract(a, by=w.room.chief_editor, clock=w.clock(), public_reason="خطأ")),
    ("remove", lambda w, a: withdraw.remove(a, by=w.room.chief_editor, clock=w.clock(), public_reason="خطأ")),
    ("spike", lambda w, a: drafts.spike(a, by=w.room.editor, clock=w.clock(), why="تأخرت")),
    ("read", _what_i_read),
    ("move", lambda w, a: withdraw.move(a, w.other_than(a), by=w.room.chief_editor, clock=w.clock())),
    ("discard", lambda w, a: drafts.discard(a, by=w.someone(), clock=w.clock(), why="أُعيد كتابتها")),
    ("hold", _hold),
    ("reopen", lambda w, a: drafts.reopen(a, by=w.room.editor, clock=w.clock(), why="عاد الخبر")),
]


ROWS = {
    "submit": Verb.SUBMIT,
    "recall": Verb.RECALL,
    "return": Verb.RETURN,
    "approve": Verb.APPROVE,
    "approve and publish": Verb.APPROVE,
    "unreviewed": Verb.PUBLISH_UNREVIEWED,
    "reschedule": Verb.RESCHEDULE,
    "update": Verb.UPDATE,
    "fix": Verb.FIX,
    "amend": Verb.AMEND,
    "off air": Verb.TAKE_OFF_AIR,
    "put back": Verb.PUT_BACK,
    "rights": Verb.EXTEND_RIGHTS,
    "retract": Verb.RETRACT,
    "remove": Verb.REMOVE,
    "move": Verb.MOVE,
    "discard": Verb.DISCARD,
    "reopen": Verb.REOPEN,
}
"""The row of the table that opens a step; steps without one are tried wherever the article stands."""


WEIGHT = {
    **dict.fromkeys(("remove", "move"), 1),
    **dict.fromkeys(("spike", "reshape", "developing", "discard", "hold"), 2),
    "submit": 6,
    "approve": 10,
    "both": 8,
    "approve and publish": 16,
}


@pytest.mark.parametrize("seed", range(3))
def test_no_act_changes_the_past_or_leaves_a_moment_without_its_one_answer(room: Newsroom, seed: int) -> None:
    walk = Walk(room, seed)

    for _ in range(ACTS_A_WALK):
        walk.step()

    assert sum(walk.done.values()) >= ACTS_A_WALK // 4, walk.done
    assert walk.refused, "acts that are refused are tried too"


def test_a_long_walk_comes_through_every_act(room: Newsroom) -> None:
    walk = Walk(room, seed=1404, seeks_all=True)

    while set(walk.done) < {name for name, _ in STEPS} and walk.number < LONGEST_WALK:
        walk.step()

    assert set(walk.done) == {name for name, _ in STEPS}, walk.done
    assert set(WorkflowEvent.objects.values_list("verb", flat=True)) >= set(Verb)
