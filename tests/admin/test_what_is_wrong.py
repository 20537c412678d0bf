"""A form that comes back: what is wrong stands on top, each with the way to its field, and beside the field too."""

import re

from articles.models import Stage
from tests.admin.desk import form_of, new
from tests.workflow.newsroom import Newsroom


def told(html: str) -> list[tuple[str, str]]:
    """Return the links of the summary, and make sure that each leads somewhere on the page."""
    summary = html.split("desk-wrong")[1].split("</div>")[0]
    links = re.findall(r'<a href="#([^"]+)">([^<]+)</a>', summary)
    assert all(f'id="{anchor}"' in html for anchor, _label in links)
    return links


def test_everything_that_was_refused_is_summed_up_with_links(room: Newsroom) -> None:
    sent = {"headline": "س" * 1000, "bylines-0-who": "author-1\x00", "photos-0-place": "0", "body": "<p>نص</p>"}
    page = form_of(room.draft(), room.writer).press("Save", sent)

    assert page.status == 422
    assert told(page.html) == [
        ("field-headline", "Headline"),
        ("field-bylines-0", "Byline"),
        ("field-photos-0-place", "Photo 1 · place"),
    ]
    assert "autofocus" in page.html
    assert 'id="id_headline_error"' in page.html


def test_a_new_articles_form_and_an_acts_question_are_summed_up_too(room: Newsroom) -> None:
    page = new(room.writer).press("Save", {"headline": "س\x00"})
    assert told(page.html) == [("field-headline", "Headline")]

    article = room.bring_to(room.draft(), Stage.IN_REVIEW)
    page = form_of(article, room.editor).press("Approve and publish", {"publish-live_from": "نهار الخميس"})
    assert told(page.html) == [("field-publish-live_from", "Goes out at")]


def test_a_form_that_is_opened_says_nothing_is_wrong(room: Newsroom) -> None:
    assert "desk-wrong" not in form_of(room.draft(), room.writer).page.html
