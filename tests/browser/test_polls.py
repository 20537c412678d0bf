"""What the desk asks by itself: it never moves what somebody is in, and a page that nobody sees asks nothing."""

import pytest
from playwright.sync_api import expect

from articles.models import Stage
from tests.browser.conftest import SitDown
from tests.workflow.newsroom import Newsroom

pytestmark = pytest.mark.browser

MINUTE = 61_000
CAN_BE_HIDDEN = "Object.defineProperty(document, 'hidden', { get: () => globalThis.isHidden ?? false })"


def test_the_desk_page_brings_itself_up_to_date_but_not_under_the_focus(room: Newsroom, sit_down: SitDown) -> None:
    room.bring_to(room.draft(headline="سفينة أولى"), Stage.IN_REVIEW)
    page = sit_down(room.editor)
    page.clock.install()
    page.goto("/admin/")
    lists = page.locator("[data-refreshes]")
    first = lists.get_by_role("link", name="سفينة أولى").first
    first.focus()
    room.bring_to(room.draft(headline="سفينة ثانية"), Stage.IN_REVIEW)

    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.clock.run_for(MINUTE)
    # Asked after whatever the page has asked by then, and answered.
    page.evaluate("() => fetch('/robots.txt').then((answer) => answer.text())")
    assert [url for url in asked if url.endswith("/admin/")] == []
    expect(first).to_be_focused()

    first.blur()
    page.clock.run_for(MINUTE)
    expect(lists.get_by_text("سفينة ثانية").first).to_be_visible()


def test_a_page_that_nobody_sees_asks_for_no_news(room: Newsroom, sit_down: SitDown) -> None:
    page = sit_down(room.editor)
    page.add_init_script(CAN_BE_HIDDEN)
    page.clock.install()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "notifications/news/" in request.url else None)
    with page.expect_response("**/notifications/news/**"):
        page.goto("/admin/")
    page.evaluate("() => { globalThis.isHidden = true }")

    before = len(asked)
    page.clock.run_for(MINUTE)
    page.evaluate("() => fetch('/robots.txt').then((answer) => answer.text())")
    assert len(asked) == before

    page.evaluate("() => { globalThis.isHidden = false }")
    with page.expect_response("**/notifications/news/**"):
        page.clock.run_for(MINUTE)
