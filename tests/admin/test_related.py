"""Related stories picked by hand: in their order before the automatic ones, each in the language of the page."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article, Stage
from articles.publishing import withdraw
from articles.workflow import stories
from tests.admin.desk import counted, form_of, signed_in
from tests.public.site import both_live, path_of, read, texts
from tests.workflow.newsroom import Newsroom, fresh, head

AUTOMATIC = "خبر من القسم"


def beside(article: Article) -> list[str]:
    """Return the headlines that readers see beside an article, in order."""
    page = read(Client(), article)
    html = page.content.decode().partition('id="related"')[2].partition("</section>")[0]
    page.content = html.encode()
    return texts(page, "h3")


def test_what_is_picked_stands_first_in_its_order_and_in_the_language_of_the_page(room: Newsroom) -> None:
    one, its_twin = both_live(room, headline="الأولى")
    two, _its_twin = both_live(room, headline="الثانية")
    room.live(headline=AUTOMATIC)
    never = room.draft(headline="لم تُنشر")
    article, twin = both_live(room, headline="القصة")
    before = beside(article)

    page = form_of(article, room.writer).press("Save", {"related": f"{two.pk}\n{never.pk} x\nhttp://x{path_of(one)}"})

    assert page.article.fields["related"].splitlines() == [
        f"{two.pk} · الثانية",
        f"{never.pk} · لم تُنشر",
        f"{one.pk} · الأولى",
    ]
    picked = (two.story_id, never.story_id, one.story_id)
    assert head(article).content().related_ids == head(twin).content().related_ids == picked
    assert beside(article) == before, "a draft reaches no reader"
    room.publish(fresh(article))
    room.publish(fresh(twin))
    assert beside(article) == ["الثانية", "الأولى", AUTOMATIC]
    assert beside(twin)[:2] == ["A ship comes in"] * 2
    withdraw.take_off_air(two, by=room.editor, clock=room.tick())
    assert beside(article) == ["الأولى", AUTOMATIC]
    assert its_twin.pk != one.pk


def test_an_amendment_brings_it_before_readers_of_both_editions_and_nothing_else_does(room: Newsroom) -> None:
    other = both_live(room, headline="الأخرى")[0]
    article, twin = both_live(room, headline="القصة")
    room.live(headline=AUTOMATIC)
    assert beside(article)[0] == AUTOMATIC

    page = form_of(article, room.editor, "amend").press("Amend", {"related": str(other.pk)})

    assert "Published." in page.text
    assert (beside(article)[0], beside(twin)[0]) == ("الأخرى", "A ship comes in")
    assert fresh(article).stage == Stage.PUBLISHED
    assert article.events.filter(verb="amend").count() == twin.events.filter(verb="amend").count() == 1
    refused = form_of(article, room.editor, "fix")
    assert "related" not in refused.page.article.fields


def test_what_cannot_stand_there_is_refused_with_all_that_was_typed(room: Newsroom) -> None:
    secret, spiked = room.draft(headline="سرّها"), room.bring_to(room.draft(), Stage.SPIKED)
    stories.restrict(secret.story, people=[room.writer], by=room.editor, clock=room.tick())
    article = room.draft()
    many = "\n".join(str(room.draft().pk) for _ in range(9))
    for typed in ("عنوان بلا رقم", "987654", str(secret.pk), str(spiked.pk), str(article.pk), many):
        page = form_of(article, room.chief_editor).press("Save", {"related": typed})
        assert page.status == 422
        assert page.article.fields["related"] == typed
    assert head(article).related_ids == []


def test_a_restricted_story_is_kept_by_others_and_named_to_nobody(room: Newsroom) -> None:
    secret = room.draft(headline="سرّها")
    article = room.change(room.draft(), related_ids=(secret.story_id,))
    stories.restrict(secret.story, people=[room.writer], by=room.editor, clock=room.tick())
    desk = form_of(article, room.chief_editor)
    assert desk.page.article.fields["related"] == str(secret.pk)
    other = room.draft()

    desk.press("Save", {"related": f"{other.pk}\n{secret.pk}"})

    assert head(article).related_ids == [other.story_id, secret.story_id]


def test_two_who_pick_different_stories_are_joined(room: Newsroom) -> None:
    one, two = room.draft(), room.draft()
    article = room.draft()
    mine, theirs = form_of(article, room.editor), form_of(article, room.writer)

    theirs.press("Save", {"related": str(one.pk)})
    page = mine.press("Save", {"related": str(two.pk)})

    assert "joined" in page.text
    assert head(article).related_ids == [one.story_id, two.story_id]


def test_eight_picked_stories_cost_the_form_one_question_and_the_page_none(room: Newsroom) -> None:
    picked = tuple(room.live().story_id for _ in range(8))
    article = room.live(related_ids=picked)
    at_desk, reader = signed_in(room.editor), Client()
    desk, path = f"/admin/articles/article/{article.pk}/change/", path_of(article, timezone.now())
    reader.get(path)
    at_desk.get(desk)
    with CaptureQueriesContext(connection) as asked:
        at_desk.get(desk)
    assert len(counted(asked)) <= 15, counted(asked)
    with CaptureQueriesContext(connection) as asked:
        reader.get(path)
    assert len(counted(asked)) <= 4, counted(asked)
    assert len(beside(article)) == 8
