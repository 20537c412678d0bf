"""A reporter without a pointer: writes, saves and finds the way, and always sees where she is."""

import pytest
from playwright.sync_api import Page, expect

from articles.models import Article
from tests.browser import desk
from tests.browser.conftest import SitDown
from tests.workflow.newsroom import Newsroom, head

pytestmark = pytest.mark.browser

IS_MARKED = """() => {
  const here = document.activeElement, style = getComputedStyle(here)
  const isOutlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1.5
  // Behind the last thing of a page comes the browser itself.
  return isOutlined || style.boxShadow !== "none" || here === document.body
}"""
WHERE = """() => {
  const here = document.activeElement
  if (here === document.body) return "the browser"
  const label = here.getAttribute("aria-label") || here.textContent.trim()
  return (here.localName !== "button" && here.getAttribute("name")) || (here.isContentEditable ? "the text" : label)
}"""


def tab_to(page: Page, wanted: str, *, most: int = 40, key: str = "Tab") -> None:
    """Press Tab until the focus is on a field or button, visibly all the way."""
    passed = []
    for _ in range(most):
        page.keyboard.press(key)
        passed.append(page.evaluate(WHERE))
        assert page.evaluate(IS_MARKED), f"the focus on {passed[-1]!r} cannot be seen"
        if passed[-1] == wanted:
            return
    pytest.fail(f"{wanted!r} was not reached: {passed}")


def test_an_article_is_begun_written_and_saved_with_the_keyboard_only(room: Newsroom, sit_down: SitDown) -> None:
    page = sit_down(room.writer)
    page.goto("/admin/")

    tab_to(page, "New article in Arabic")
    page.keyboard.press("Enter")
    desk.editor(page)
    expect(page.get_by_label("Headline", exact=True)).to_be_focused()
    page.keyboard.type("سفينة تصل إلى المرفأ")
    # Deck, dateline, the text's tools (one stop, the arrows lead on) and the text itself.
    tab_to(page, "the text", most=5)
    page.keyboard.type("وصلت السفينة صباح الثلاثاء.")
    page.keyboard.press("Enter")
    page.keyboard.type("وتغادر يوم الخميس.")
    page.keyboard.press("Control+s")

    desk.says(page, "Saved.")
    made = head(Article.objects.get())
    assert made.headline == "سفينة تصل إلى المرفأ"
    assert made.body == "<p>وصلت السفينة صباح الثلاثاء.</p><p>وتغادر يوم الخميس.</p>"


def test_the_text_is_no_trap_and_lists_keep_their_tab(room: Newsroom, sit_down: SitDown) -> None:
    page = sit_down(room.writer)
    text = desk.open_article(page, room.draft(body="<p>وصلت السفينة.</p>"))

    text.get_by_text("وصلت السفينة.").click()
    tab_to(page, "section", key="Tab")
    tab_to(page, "the text", key="Shift+Tab")
    page.keyboard.press("Control+b")
    page.keyboard.type("مساء")

    expect(text.locator("strong")).to_have_text("مساء")


def test_the_tools_of_the_text_are_one_stop_and_the_arrows_go_round_them(room: Newsroom, sit_down: SitDown) -> None:
    page = sit_down(room.writer)
    text = desk.open_article(page, room.draft(body="<p>وصلت السفينة.</p>"))
    text.get_by_text("وصلت السفينة.").click()
    page.keyboard.press("Control+a")
    here = page.get_by_role("toolbar").locator("button:focus")

    page.keyboard.press("Shift+Tab")
    first = here.get_attribute("data-name")
    page.keyboard.press("ArrowRight")
    second = here.get_attribute("data-name")
    page.keyboard.press("ArrowLeft")
    assert here.get_attribute("data-name") == first != second
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    assert here.get_attribute("data-name") == first
    while here.get_attribute("data-name") != "bold":
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")

    expect(text.locator("strong")).to_have_text("وصلت السفينة.")


def test_a_reader_skips_to_the_article_and_sees_the_focus(room: Newsroom, read: SitDown) -> None:
    room.live()
    page = read(java_script_enabled=True)
    page.goto("/ar/")

    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    tab_to(page, "سفينة تصل إلى المرفأ", most=3)
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("سفينة تصل إلى المرفأ")
