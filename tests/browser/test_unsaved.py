"""What is typed and not saved: kept while a person types, given back after whatever happened."""

import html

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, Route, expect

from articles.models import Article, DraftBuffer, Revision
from tests.admin.desk import SECRET
from tests.browser import desk
from tests.browser.complaints import Complaints
from tests.browser.conftest import SitDown
from tests.workflow.newsroom import Newsroom

pytestmark = pytest.mark.browser

TEXT = "وصلت السفينة إلى المرفأ."
ADDED = " وأفرغت حمولتها «كلها» عند الـ 9:30."
MARKED = " وقال «لا تُفتح» & <b> 5 < 7، ثم سكـ"


@pytest.fixture
def draft(room: Newsroom) -> Article:
    """A draft of one paragraph."""
    return room.draft(body=f"<p>{TEXT}</p>")


def autosaved(page: Page) -> None:
    """Wait until the desk has what was typed."""
    expect(page.get_by_text("Autosaved")).to_be_visible()


def test_a_closed_tab_loses_nothing_and_the_text_is_offered_once(
    room: Newsroom, sit_down: SitDown, draft: Article
) -> None:
    page = sit_down(room.writer)
    text = desk.open_article(page, draft)
    desk.add_to(page, text.get_by_text(TEXT), ADDED)
    autosaved(page)
    page.close(run_before_unload=False)

    again = sit_down(room.writer)
    desk.open_article(again, draft)
    again.get_by_role("link", name="Restore").click()
    expect(desk.editor(again).locator("p")).to_have_text(TEXT + ADDED)
    desk.press(again, "Save")

    desk.says(again, "Saved.")
    draft.refresh_from_db()
    assert draft.head is not None
    assert draft.head.body == f"<p>{TEXT}{ADDED}</p>"
    assert not DraftBuffer.objects.exists()
    expect(again.get_by_role("link", name="Restore")).to_have_count(0)


def test_what_is_being_kept_does_not_come_in_behind_the_save(room: Newsroom, sit_down: SitDown, draft: Article) -> None:
    page = sit_down(room.writer)
    held: list[Route] = []
    page.route("**/buffer/", lambda route: held.extend([route]))
    text = desk.open_article(page, draft)
    desk.add_to(page, text.get_by_text(TEXT), ADDED)
    page.wait_for_event("request", lambda request: request.url.endswith("/buffer/"))

    desk.press(page, "Save")
    page.evaluate(desk.NEXT_FRAME)
    desk.press(page, "Save")
    assert DraftBuffer.objects.count() == Revision.objects.filter(article=draft, number__gt=1).count() == 0
    for route in held:
        route.continue_()

    desk.says(page, "Saved.")
    assert not DraftBuffer.objects.exists()
    expect(page.get_by_role("link", name="Restore")).to_have_count(0)


def test_an_hour_without_a_network_and_a_tab_that_was_thrown_away(
    room: Newsroom, sit_down: SitDown, draft: Article
) -> None:
    page = sit_down(room.writer)
    text = desk.open_article(page, draft)
    page.context.set_offline(True)
    desk.add_to(page, text.get_by_text(TEXT), ADDED)
    expect(page.get_by_text("kept in this browser")).to_be_visible()
    page.evaluate("() => { window.fetch = () => Promise.reject(new Error('the tunnel')) }")
    page.context.set_offline(False)
    other = page.context.new_page()
    page.close(run_before_unload=False)

    desk.open_article(other, draft)
    other.get_by_role("link", name="Restore").click()

    expect(desk.editor(other).locator("p")).to_have_text(TEXT + ADDED)


def test_a_session_that_ended_asks_in_place_and_the_text_goes_on(
    room: Newsroom, sit_down: SitDown, draft: Article, complaints: Complaints
) -> None:
    page = sit_down(room.writer)
    text = desk.open_article(page, draft)
    Session.objects.all().delete()
    desk.add_to(page, text.get_by_text(TEXT), ADDED)
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    dialog.get_by_label("Password").fill(SECRET)
    dialog.get_by_role("button", name="Sign in").click()
    expect(dialog).to_be_hidden()
    autosaved(page)
    # The question that went out without a sign-in was answered by 401, twice: itself and the one for a fresh token.
    # One that was on its way while the sign-in changed the token is answered by 403, and sent again.
    buffer = f"/admin/articles/article/{draft.pk}/buffer/"
    complaints.all = [
        each
        for each in complaints.all
        if not each.startswith("401") and not (each.startswith("403") and each.endswith(buffer))
    ]
    desk.press(page, "Save")

    desk.says(page, "Saved.")
    draft.refresh_from_db()
    assert draft.head is not None
    assert draft.head.body == f"<p>{TEXT}{ADDED}</p>"


def test_a_session_deleted_in_the_middle_of_a_sentence_loses_no_byte_that_save_sends(
    room: Newsroom, sit_down: SitDown, draft: Article, complaints: Complaints
) -> None:
    page = sit_down(room.writer)
    text = desk.open_article(page, draft)
    # No autosave asks first: the button itself comes upon the ended sign-in.
    page.evaluate("() => { window.fetch = () => Promise.reject(new Error('the tunnel')) }")
    desk.add_to(page, text.get_by_text(TEXT), MARKED)
    Session.objects.all().delete()
    desk.press(page, "Save")
    page.get_by_label("Password").fill(SECRET)
    page.get_by_label("Username").fill(room.writer.username)
    desk.press(page, "Sign in")
    desk.press(page, "Send it again")

    desk.says(page, "Saved.")
    complaints.all = [each for each in complaints.all if not each.startswith("401")]
    draft.refresh_from_db()
    assert draft.head is not None
    assert draft.head.body == f"<p>{TEXT}{html.escape(MARKED, quote=False)}</p>"
    expect(desk.editor(page).locator("p")).to_have_text(TEXT + MARKED)
    expect(page.get_by_role("link", name="Restore")).to_have_count(0)


def test_signing_out_leaves_nothing_on_a_shared_computer(room: Newsroom, sit_down: SitDown, draft: Article) -> None:
    page = sit_down(room.writer)
    text = desk.open_article(page, draft)
    desk.add_to(page, text.get_by_text(TEXT), ADDED)
    autosaved(page)
    page.on("dialog", lambda leaving: leaving.accept())

    page.locator(".desk-person summary").click()
    page.get_by_role("button", name="Sign out").click()

    expect(page.get_by_label("Password")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('rased-'))") == []
    assert DraftBuffer.objects.count() == 1
