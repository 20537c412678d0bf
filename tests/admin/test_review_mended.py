"""What a review found wrong on the desk and is mended: each by the post that once went wrong."""

import pytest

from articles.models import Stage
from articles.workflow import drafts
from articles.workflow.case import Readers
from tests.admin.desk import form_of, signed_in
from tests.admin.test_acts import in_review, readers_have
from tests.workflow.newsroom import fresh, head


def post(user, article, act, **fields):
    """Post an act of an article as a person's browser would, without its form."""
    return signed_in(user).post(f"/admin/articles/article/{article.pk}/{act}/", fields)


@pytest.mark.parametrize("base", ["", "0", "of another"])
def test_an_act_that_does_not_say_which_text_was_read_is_refused(room, base):
    article, other = in_review(room), in_review(room)
    said = str(other.head_id) if base == "of another" else base

    answer = post(room.editor, article, "approve_and_publish", base=said, even_if_newer="1", **{"publish-when": "now"})

    assert answer.status_code == 400
    assert readers_have(article) is Readers.NOTHING
    assert fresh(article).stage == Stage.IN_REVIEW


def editions(room):
    """An article in review, and its English edition, approved."""
    article = in_review(room)
    twin = drafts.make_other_edition(article, by=room.translator, clock=room.tick())
    text = head(twin)
    words = {"headline": "A ship arrives", "body": "<p>The ship arrived.</p>"}
    drafts.save(twin.pk, text.content().with_(**words), base_pk=text.pk, by=room.translator, clock=room.tick())
    room.approve(twin)
    return article, fresh(twin)


def test_both_editions_are_offered_only_while_the_other_is_approved(room):
    article, twin = editions(room)

    assert "publish-twin" in form_of(article, room.editor).page.article.fields

    drafts.return_to_writer(twin, why="why", by=room.editor, clock=room.tick())
    assert "publish-twin" not in form_of(article, room.editor).page.article.fields


def test_both_ticked_and_the_other_not_approved_any_more_publishes_nothing(room):
    article, twin = editions(room)
    desk = form_of(article, room.editor)
    drafts.return_to_writer(twin, why="why", by=room.editor, clock=room.tick())

    page = desk.press("Approve and publish", {"publish-both": "on"})

    assert "The other edition is not approved as you saw it." in page.text
    assert readers_have(article) is readers_have(twin) is Readers.NOTHING
    assert fresh(article).stage == Stage.IN_REVIEW


def test_what_was_read_goes_out_alone_with_both_ticked(room):
    article, twin = editions(room)
    desk = form_of(article, room.editor)
    room.change(article)

    page = desk.press("Approve and publish", {"publish-both": "on"})
    assert "The newer text stays where it is." in page.text
    form = next(number for number, form in page.forms.items() if "Publish what I read" in form.buttons)
    desk.press("Publish what I read", {"publish-both": "on"}, form=form)

    assert readers_have(article) is Readers.LIVE
    assert readers_have(twin) is Readers.NOTHING


def test_a_hold_that_is_posted_twice_still_holds(room):
    article = in_review(room)

    for _again in range(2):
        post(room.editor, article, "hold", base=str(article.head_id), **{"hold-is_held": "1"})

    assert fresh(article).story.is_held
