"""Many people at one article at once, on both engines: published once, windows apart, every word kept (I3, I4)."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection

from articles.models import Publication, RevisionKind, User
from articles.publishing import publish, withdraw
from articles.publishing.publish import Going
from articles.workflow import drafts
from articles.workflow.refusals import Refused
from tests.workflow.newsroom import Newsroom, fresh, head, make_newsroom, person

EDITORS = 8


@pytest.fixture
def room(transactional_db: None) -> Newsroom:
    """A staffed newsroom whose every act really commits."""
    return make_newsroom()


def all_at_once(*acts: Callable[[], object]) -> Counter[str]:
    """Let each act run in a thread and a connection of its own, beginning together; count how they ended."""
    start = Barrier(len(acts))

    def run(act: Callable[[], object]) -> str:
        try:
            start.wait(timeout=30)
            act()
        except Refused as refused:
            return refused.code
        else:
            return "done"
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return Counter(pool.map(run, acts))


def editors() -> list[User]:
    return [person(f"editor-{number}", "editor") for number in range(EDITORS)]


def windows_are_apart(article_pk: int) -> bool:
    rows = list(Publication.objects.filter(article=article_pk).not_void().order_by("live_from"))
    return (
        all(a.live_until == b.live_from for a, b in zip(rows, rows[1:], strict=False)) and rows[-1].live_until is None
    )


@pytest.mark.parametrize("round_", range(3))
def test_eight_editors_publish_one_text_and_it_is_published_once(room: Newsroom, round_: int) -> None:
    article = room.draft()
    read, clock = head(article), room.tick()

    ended = all_at_once(*(lambda by=by: publish.approve_and_publish(read, by=by, clock=clock) for by in editors()))

    assert ended["done"] == 1, ended
    assert Publication.objects.filter(article=article).count() == 1
    assert article.events.filter(verb="publish").count() == 1


def test_scheduling_withdrawing_and_publishing_at_once_leave_one_answer_a_moment(room: Newsroom) -> None:
    article = room.change(room.live())
    room.approve(article)
    read, clock = head(article), room.tick()
    later = Going(live_from=clock + timedelta(hours=1))
    crowd = editors()

    all_at_once(
        *(lambda by=by: publish.publish(read, by=by, clock=clock) for by in crowd[:3]),
        *(lambda by=by: publish.publish(read, by=by, clock=clock, going=later) for by in crowd[3:6]),
        lambda: withdraw.take_off_air(article, by=crowd[6], clock=clock),
        lambda: withdraw.retract(article, by=room.chief_editor, clock=clock, public_reason="لم يصحّ."),
    )

    assert windows_are_apart(article.pk)


def test_eight_people_save_eight_paragraphs_and_every_word_survives(room: Newsroom) -> None:
    paragraphs = [f"<p>الفقرة رقم {number} كما كتبها صاحبها أول مرة.</p>" for number in range(EDITORS)]
    article = room.draft(body="".join(paragraphs))
    base, clock = head(article), room.tick()
    text = base.content()

    def save(number: int, by: User) -> None:
        mine = text.with_(
            body=text.body.replace(paragraphs[number], f"<p>الفقرة رقم {number} بعد المحرر {number}.</p>")
        )
        drafts.save(article.pk, mine, base_pk=base.pk, by=by, clock=clock)

    ended = all_at_once(*(lambda n=n, by=by: save(n, by) for n, by in enumerate(editors())))

    assert ended == {"done": EDITORS}
    assert all(f"بعد المحرر {number}" in head(article).body for number in range(EDITORS))


def test_eight_people_save_the_same_paragraph_and_every_text_is_kept(room: Newsroom) -> None:
    article = room.draft()
    base, clock = head(article), room.tick()

    def save(number: int, by: User) -> None:
        mine = base.content().with_(body=f"<p>رواية المحرر {number} لما جرى في المرفأ.</p>")
        drafts.save(article.pk, mine, base_pk=base.pk, by=by, clock=clock)

    ended = all_at_once(*(lambda n=n, by=by: save(n, by) for n, by in enumerate(editors())))

    assert ended == {"done": 1, "save_conflict": EDITORS - 1}
    assert article.revisions.filter(kind=RevisionKind.KEPT).count() == EDITORS - 1
    bodies = " ".join(article.revisions.values_list("body", flat=True))
    assert all(f"رواية المحرر {number}" in bodies for number in range(EDITORS))
    assert fresh(article).version == 2


def test_both_editions_changed_at_once_never_wait_for_each_other(room: Newsroom) -> None:
    article = room.draft()
    twin = drafts.make_other_edition(article, by=room.translator, clock=room.tick())
    clock = room.tick()

    def reshape(edition: object) -> None:
        text = head(edition)
        changed = text.content().with_(section_id=None, deck=f"نصّ {edition.language}")
        drafts.save(edition.pk, changed, base_pk=text.pk, by=room.editor, clock=clock)

    ended = all_at_once(*(lambda e=e: reshape(e) for e in (article, twin) * 4))

    assert ended["done"] >= 2
    assert {head(article).section_id, head(twin).section_id} == {None}
