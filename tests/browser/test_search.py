"""A reader who searches: headlines while typing, by the keyboard alone; without scripts a plain form."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.conftest import DESKTOP, SitDown
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


def test_the_desks_list_suggests_headlines_to_the_keyboard(room: Newsroom, sit_down: SitDown) -> None:
    draft = room.draft(headline="سفينة القمح تصل إلى المرفأ")
    page = sit_down(room.editor, viewport=PHONE)
    page.goto("/admin/articles/article/")

    page.get_by_role("combobox", name="Search").focus()
    page.keyboard.type("قمح ")
    page.keyboard.type("مرفأ")
    expect(page.get_by_role("listbox", name="Search").get_by_role("option")).to_have_text([draft.headline])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(rf"/article/{draft.pk}/change/$"))
