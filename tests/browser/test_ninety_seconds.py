"""From the empty flash form to the reader's page by two people at an Arabic desk: at most 5 clicks, 12 s of machine."""

import time
from collections.abc import Callable

import pytest
from django.utils.translation import gettext, override, pgettext
from playwright.sync_api import BrowserContext, expect

from articles.models import User
from tests.browser import desk
from tests.browser.conftest import SitDown
from tests.workflow.newsroom import Newsroom

pytestmark = pytest.mark.browser

HEADLINE = "هزة أرضية تضرب الساحل الشمالي"
LINE = "شعر بها سكان ثلاث مدن، ولا أنباء عن إصابات."
MOST_CLICKS = 5
MOST_SECONDS = 12


class Clicks:
    """Counts what people really press with the pointer, in every page of the browsers it watches."""

    def __init__(self) -> None:
        self.number = 0

    def watch(self, context: BrowserContext) -> None:
        """Count the clicks of one browser."""
        context.expose_function("clicked", self._one)
        context.add_init_script("addEventListener('pointerdown', (e) => e.isTrusted && window.clicked(), true)")

    def _one(self) -> None:
        self.number += 1


@pytest.fixture
def said() -> Callable[..., str]:
    """What the Arabic desk says for an English sentence."""

    def in_arabic(sentence: str, context: str = "") -> str:
        with override("ar"):
            return pgettext(context, sentence) if context else gettext(sentence)

    return in_arabic


def test_a_flash_is_before_readers_in_five_clicks(
    room: Newsroom, sit_down: SitDown, read: SitDown, said: Callable[..., str]
) -> None:
    User.objects.update(interface_language="ar")
    clicks = Clicks()
    reporter, editor, reader = sit_down(room.writer), sit_down(room.editor), read(java_script_enabled=True)
    for page in (reporter, editor, reader):
        clicks.watch(page.context)
    editor.goto("/admin/")
    reader.goto("/ar/")
    reporter.goto("/admin/flash/")
    expect(reporter.locator("html")).to_have_attribute("dir", "rtl")
    expect(reporter.locator("[name=headline]")).to_be_focused()

    begun = time.monotonic()
    reporter.keyboard.insert_text(HEADLINE)
    reporter.keyboard.press("Tab")
    reporter.keyboard.insert_text(LINE)
    reporter.keyboard.press("Tab")
    reporter.keyboard.press("ArrowDown")
    reporter.get_by_role("button", name=said("Submit", "act"), exact=True).click()
    desk.says(reporter, said("The flash is with the editors."))
    editor.get_by_role("link", name=said("Desk page"), exact=True).click()
    editor.get_by_role("link", name=HEADLINE).first.click()
    editor.get_by_role("button", name=said("Approve and publish"), exact=True).first.click()
    desk.says(editor, said("Published."))
    reader.reload()
    reader.get_by_role("link", name=HEADLINE).first.click()
    expect(reader.get_by_role("heading", level=1)).to_have_text(HEADLINE)
    expect(reader.get_by_text(LINE).first).to_be_visible()
    took = time.monotonic() - begun

    assert 4 <= clicks.number <= MOST_CLICKS
    assert took <= MOST_SECONDS
