"""Impatient hands and lost connections: one act is done once, and what was typed is still there."""

import pytest
from playwright.sync_api import expect

from articles.models import Article, Publication, RevisionKind, WorkflowEvent
from tests.browser import desk
from tests.browser.conftest import SitDown
from tests.workflow.newsroom import Newsroom

pytestmark = [pytest.mark.browser, pytest.mark.both_engines]

TEXT = "وصلت السفينة إلى المرفأ."
ADDED = " وأفرغت حمولتها."


@pytest.fixture
def draft(room: Newsroom) -> Article:
    """A draft of one paragraph."""
    return room.draft(body=f"<p>{TEXT}</p>")


def test_a_double_click_on_save_saves_once(room: Newsroom, sit_down: SitDown, draft: Article) -> None:
    page = sit_down(room.writer)
    text = desk.open_article(page, draft)
    desk.add_to(page, text.get_by_text(TEXT), ADDED)

    page.get_by_role("button", name="Save", exact=True).dblclick()

    expect(page.get_by_role("status").last).to_be_visible()
    expect(desk.editor(page).locator("p")).to_have_text(TEXT + ADDED)
    assert draft.revisions.count() == 2
    assert not draft.revisions.filter(kind=RevisionKind.KEPT).exists()


def test_a_double_click_on_a_new_article_makes_one(room: Newsroom, sit_down: SitDown) -> None:
    page = sit_down(room.writer)
    page.goto("/admin/articles/article/add/?language=ar")
    desk.editor(page)
    page.get_by_label("Headline", exact=True).fill("سفينة تصل")

    page.get_by_role("button", name="Save", exact=True).dblclick()

    expect(page.get_by_role("region", name="History")).to_be_visible()
    assert Article.objects.count() == 1


def test_a_double_click_on_approve_and_publish_is_one_act(room: Newsroom, sit_down: SitDown, draft: Article) -> None:
    page = sit_down(room.editor)
    desk.open_article(page, draft)

    page.get_by_role("button", name="Approve and publish", exact=True).first.dblclick()

    expect(page.get_by_text("Readers have: Live")).to_be_visible()
    assert Publication.objects.count() == 1
    assert WorkflowEvent.objects.filter(verb="approve").count() == 1
    assert WorkflowEvent.objects.filter(verb="publish").count() == 1


def test_a_save_that_never_arrived_is_still_in_the_form(room: Newsroom, sit_down: SitDown, draft: Article) -> None:
    page = sit_down(room.writer)
    text = desk.open_article(page, draft)
    desk.add_to(page, text.get_by_text(TEXT), ADDED)
    page.get_by_label("Headline", exact=True).fill("عنوان آخر")

    page.context.set_offline(True)
    desk.press(page, "Save")
    page.wait_for_url("chrome-error://**")
    page.context.set_offline(False)
    page.go_back()

    expect(desk.editor(page).locator("p")).to_have_text(TEXT + ADDED)
    expect(page.get_by_label("Headline", exact=True)).to_have_value("عنوان آخر")
