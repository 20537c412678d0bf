"""A reader who searches: headlines while typing, by the keyboard alone; without scripts a plain form."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.conftest import DESKTOP
from tests.workflow.newsroom import Newsroom

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}


def test_four_letters_an_arrow_and_enter_lead_to_the_article(
    room: Newsroom, open_context: Callable[..., BrowserContext]
) -> None:
    room.live(headline="سفينة القمح تصل إلى المرفأ")
    page = open_context(viewport=PHONE).new_page()
    page.goto("/ar/search/")
    box = page.locator("main input[name=q]")
    box.focus()

    page.keyboard.type("سفين")
    found = page.locator("#suggested")
    expect(found.get_by_role("option")).to_have_text(["سفينة القمح تصل إلى المرفأ"])
    page.keyboard.press("Escape")
    expect(found).to_be_hidden()
    page.keyboard.type("ة")
    expect(found.get_by_role("option")).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.querySelector('[aria-selected=true]').id") == box.get_attribute(
        "aria-activedescendant"
    )
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("سفينة القمح تصل إلى المرفأ")


def test_without_scripts_the_form_searches_as_it_is(
    room: Newsroom, open_context: Callable[..., BrowserContext]
) -> None:
    room.live(headline="سفينة القمح تصل إلى المرفأ")
    page = open_context(java_script_enabled=False, viewport=DESKTOP).new_page()
    page.goto("/ar/search/")

    page.locator("main input[name=q]").fill("السفن")
    page.keyboard.press("Enter")

    expect(page.locator("main mark")).to_have_text("سفينة")
