"""A front arranged by the keyboard alone, shown at an earlier minute, and brought back."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from articles.publishing import fronts
from tests.browser import desk
from tests.browser.conftest import SitDown
from tests.workflow.newsroom import Newsroom

pytestmark = pytest.mark.browser

HEADLINES = ["خبر أول", "خبر ثان", "خبر ثالث"]


def press(page: Page, name: str) -> None:
    """Go to a button with the keyboard, and press it."""
    page.get_by_role("button", name=name, exact=True).first.focus()
    page.keyboard.press("Enter")


def slots(page: Page) -> list[str]:
    return [place.strip() for place in page.locator(".desk-slot-what > a").all_inner_texts()]


def test_slots_by_keyboard_alone_the_front_at_an_earlier_minute_and_undo(room: Newsroom, sit_down: SitDown) -> None:
    for headline in HEADLINES:
        room.live(headline=headline)
    page = sit_down(room.editor)
    page.goto("/admin/front/ar/")
    for headline in HEADLINES:
        press(page, f"Place: {headline}")
        expect(page.get_by_role("button", name=f"Up: {headline}")).to_be_visible()
    before = timezone.now() - timedelta(minutes=1)

    press(page, f"Up: {HEADLINES[1]}")
    expect(page.get_by_role("status").filter(has_text="is number 1 now")).to_be_visible()
    expect(page.locator(":focus")).to_have_accessible_name(f"Up: {HEADLINES[1]}")
    assert slots(page) == [HEADLINES[1], HEADLINES[0], HEADLINES[2]]
    press(page, "Put it on the front")
    desk.says(page, "readers have it so")
    assert fronts.front("ar", at=timezone.now()).page.lead.headline == HEADLINES[1]
    press(page, f"Take out: {HEADLINES[1]}")
    expect(page.get_by_role("status").filter(has_text="Taken out")).to_be_visible()
    with page.expect_navigation():
        press(page, "Put it on the front")
    assert fronts.front("ar", at=timezone.now()).page.lead.headline == HEADLINES[0]

    page.get_by_label("The front at").fill(f"{before.astimezone(ZoneInfo('Asia/Beirut')):%Y-%m-%dT%H:%M}")
    press(page, "Show")
    expect(page.get_by_text("Nothing was placed")).to_be_visible()
    page.get_by_role("link", name="To the front of now").click()
    press(page, "Undo the last change")
    desk.says(page, "Undone")
    assert fronts.front("ar", at=timezone.now()).page.lead.headline == HEADLINES[1]


def test_a_slots_words_are_mended_beside_them_and_stay_so_through_a_move(room: Newsroom, sit_down: SitDown) -> None:
    for headline in HEADLINES[:2]:
        room.live(headline=headline)
    page = sit_down(room.editor)
    page.goto("/admin/front/ar/")
    for headline in HEADLINES[:2]:
        press(page, f"Place: {headline}")
        expect(page.get_by_role("button", name=f"Up: {headline}")).to_be_visible()
    slot = page.locator(".desk-slot").first
    slot.locator("summary").click()
    slot.get_by_label("Headline here").press_sequentially("خبر  من الوزاره")
    mend = slot.get_by_role("button", name="Mend:")
    mend.click()
    expect(slot.get_by_label("Headline here")).to_have_value("خبر من الوزاره")
    press(page, f"Down: {HEADLINES[0]}")

    moved = page.locator(".desk-slot").nth(1)
    expect(moved.get_by_label("Headline here")).to_have_value("خبر من الوزاره")
    moved.get_by_role("button", name="Mend:").click()
    expect(moved.get_by_label("Headline here")).to_have_value("خبر من الوزارة")
    expect(moved.locator(".desk-beside li")).to_have_count(0)
