"""Sign-offs: without those a story asks for nothing goes out, and a later change of either edition voids them."""

from datetime import timedelta

import pytest

from articles.models import Article, Notification, SignOff, SignOffKind, Stage, WorkflowEvent
from articles.publishing import publish
from articles.publishing.publish import Going
from articles.workflow import drafts, sign_offs, stories
from articles.workflow.refusals import NotAllowed, Refused
from tests.workflow.newsroom import Newsroom, fresh, head

LEGAL, CHIEF = SignOffKind.LEGAL, SignOffKind.CHIEF


@pytest.fixture
def story(room: Newsroom) -> Article:
    """A restricted story in both languages, under embargo until eight in the evening, which a lawyer has to see."""
    article = room.draft()
    twin = drafts.make_other_edition(article, by=room.translator, clock=room.tick())
    room.change(twin, by=room.translator, headline="A ship arrives", body="<p>A ship arrives.</p>")
    people = [room.writer, room.translator, room.editor, room.chief_editor]
    stories.restrict(article.story, people=people, by=room.editor, clock=room.tick())
    stories.set_embargo(article.story, until=room.now + timedelta(hours=8), by=room.editor, clock=room.tick())
    stories.require_sign_offs(article.story, kinds=[LEGAL], by=room.editor, clock=room.tick())
    return fresh(article)


def twin_of(article: Article) -> Article:
    return fresh(article.story.articles.exclude(pk=article.pk).get())


def sign(room: Newsroom, article: Article, kind: str = LEGAL) -> SignOff:
    return sign_offs.give(head(article), kind, by=room.chief_editor, clock=room.tick(), note="راجعه المحامي")


def test_nothing_goes_out_without_the_sign_off_and_a_comma_in_either_edition_voids_it(
    room: Newsroom, story: Article
) -> None:
    with pytest.raises(Refused, match="Legal"):
        room.approve(story)
    alone = {"by": room.chief_editor, "why": "عاجل", "going": Going(live_from=room.now + timedelta(hours=9))}
    with pytest.raises(Refused, match="Legal"):
        publish.publish_unreviewed(head(story), clock=room.tick(), **alone)
    given = sign(room, story)
    room.approve(story)
    room.approve(twin_of(story))
    signed = head(story)

    comma = room.change(twin_of(story), by=room.translator, body="<p>A ship, arrives.</p>")

    given.refresh_from_db()
    assert given.voided_by == head(comma)
    (owed,) = sign_offs.owed(fresh(story), twin_of(story))
    assert owed.holds is None
    assert owed.signed.number + 1 == head(comma).number
    event = WorkflowEvent.objects.get(verb="void_sign_off")
    assert (event.actor, event.revision, event.details["to"]) == (room.translator, head(comma), room.chief_editor.pk)
    assert Notification.objects.filter(user=room.chief_editor, event=event, asks_to_act=True).exists()
    assert fresh(story).stage == Stage.APPROVED
    at_eight = Going(live_from=room.now + timedelta(hours=9))
    with pytest.raises(Refused, match="Legal"):
        publish.publish(signed, by=room.editor, clock=room.tick(), going=at_eight)

    sign(room, comma)
    room.approve(comma)
    made = publish.publish(signed, head(comma), by=room.editor, clock=room.tick(), going=at_eight)

    assert len({row.live_from for row in made}) == 1


def test_what_was_scheduled_stays_and_the_same_words_are_known_again(room: Newsroom, story: Article) -> None:
    sign(room, story)
    room.approve(story)
    (row,) = publish.publish(
        head(story), by=room.editor, clock=room.tick(), going=Going(live_from=room.now + timedelta(hours=9))
    )
    signed = head(story)
    changed = room.change(fresh(story), by=room.writer, deck="سطر")

    row.refresh_from_db()
    assert row.live_until is None
    assert sign_offs.owed(fresh(story), twin_of(story))[0].holds is None

    text = signed.content()
    drafts.save(story.pk, text, base_pk=head(changed).pk, by=room.writer, clock=room.tick())

    assert sign_offs.owed(fresh(story), twin_of(story))[0].holds is not None


def test_a_sign_off_is_given_by_whose_it_is_on_the_text_they_read(room: Newsroom, story: Article) -> None:
    stories.require_sign_offs(story.story, kinds=[LEGAL, CHIEF], by=room.editor, clock=room.tick())
    old = head(story)
    for by, kind in ((room.writer, LEGAL), (room.editor, CHIEF), (room.duty_editor, LEGAL)):
        with pytest.raises(NotAllowed):
            sign_offs.give(old, kind, by=by, clock=room.tick())
    with pytest.raises(Refused, match="ask for"):
        sign_offs.give(old, SignOffKind.FACTS, by=room.editor, clock=room.tick())
    room.change(story)
    with pytest.raises(Refused, match="newer"):
        sign_offs.give(old, LEGAL, by=room.editor, clock=room.tick())
    sign(room, story)
    assert [each.holds is None for each in sign_offs.owed(fresh(story), twin_of(story))] == [False, True]
