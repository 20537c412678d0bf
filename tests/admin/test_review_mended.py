"""What a review found wrong on the desk and is mended: each by the post that once went wrong."""

import pytest

from articles.models import Stage
from articles.workflow.case import Readers
from tests.admin.desk import signed_in
from tests.admin.test_acts import in_review, readers_have
from tests.workflow.newsroom import fresh


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
