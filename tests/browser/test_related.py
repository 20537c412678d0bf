"""Related stories are found, put in order and taken out by the keyboard alone, and readers see them so."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from articles.publishing import door
from tests.browser import desk
from tests.browser.conftest import SitDown
from tests.browser.test_keyboard import tab_to
from tests.public.site import path_of
from tests.workflow.newsroom import Newsroom, head

pytestmark = pytest.mark.browser


def test_related_stories_are_picked_and_put_in_order_by_keys(room: Newsroom, sit_down: SitDown) -> None:
    wheat, port = room.live(headline="شحنة قمح جديدة"), room.live(headline="توسعة المرفأ")
    article = room.live(headline="سفينة")
    page = sit_down(room.editor)
    page.goto(f"/admin/articles/article/{article.pk}/amend/")
    field = page.get_by_role("combobox", name="Related")
    page.get_by_role("combobox", name="Topics").focus()

    page.keyboard.press("Tab")
    expect(field).to_be_focused()
    for words, named in (("قمح", wheat.headline), ("توسعة", port.headline)):
        page.keyboard.type(words)
        expect(page.get_by_role("option", name=named)).to_be_visible()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(page.locator(".desk-picked li").last).to_contain_text(named)
    tab_to(page, f"Up: {port.headline}", key="Shift+Tab", most=6)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text=f"{port.headline} is number 1 now.")).to_be_attached()
    expect(page.locator(":focus")).to_have_accessible_name(f"Up: {port.headline}")
    desk.press(page, "Amend")
    desk.says(page, "Published.")

    assert head(article).content().related_ids == (port.story_id, wheat.story_id)
    shown = door.article("ar", article.pk, path=path_of(article), at=timezone.now()).page
    assert [card.headline for card in shown.related][:2] == [port.headline, wheat.headline]
