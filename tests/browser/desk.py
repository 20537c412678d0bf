"""What a person does at the desk, said as a person would say it."""

import pytest
from playwright.sync_api import Locator, Page, expect

from articles.models import Article, User
from tests.admin.desk import SECRET

NEXT_FRAME = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
IS_SELECTED = "(words) => getSelection().toString().trim() === words.trim()"
IS_LAST = "(element) => element.isContentEditable && !element.nextElementSibling"
IS_BEHIND = """(element) => {
  const cursor = getSelection()
  const rest = document.createRange()
  rest.selectNodeContents(element)
  if (!cursor.isCollapsed || !element.contains(cursor.focusNode)) return false
  rest.setStart(cursor.focusNode, cursor.focusOffset)
  return !rest.toString()
}"""
TRIES = 10


def sign_in(page: Page, user: User) -> None:
    """Sign in by the form."""
    page.goto("/admin/")
    page.get_by_label("Username").fill(user.username)
    page.get_by_label("Password").fill(SECRET)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("navigation", name="Desk")).to_be_visible()


def open_article(page: Page, article: Article) -> Locator:
    """Open an article's form, and return its text's editor."""
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    return editor(page)


def editor(page: Page, name: str = "Body") -> Locator:
    """Return the editor of the text, ready to type."""
    text = page.get_by_role("textbox", name=name, exact=True).and_(page.locator("[contenteditable]"))
    expect(text).to_be_editable()
    return text


def press(page: Page, name: str) -> None:
    """Press the first button of this name."""
    page.get_by_role("button", name=name, exact=True).first.click()


def ask(page: Page, name: str) -> Locator:
    """Open the part of the panel where an act asks for something."""
    group = page.locator("details").filter(has=page.locator("summary").get_by_text(name, exact=True))
    group.locator("summary").click()
    return group


def says(page: Page, sentence: str) -> None:
    """See the desk say something."""
    expect(page.get_by_role("status").filter(has_text=sentence)).to_be_visible()


def tray(page: Page, name: str) -> Locator:
    """Return one list of the desk page."""
    return page.locator("section").filter(has=page.get_by_role("heading", name=name, exact=True))


def press_keys(page: Page, *keys: str) -> None:
    """Press keys as fast as a person: the editor hears of each before the next."""
    for key in keys:
        page.keyboard.press(key)
        page.evaluate(NEXT_FRAME)


def go_behind(page: Page, element: Locator) -> None:
    """Put the cursor behind the last letter of a paragraph, or of the whole text."""
    element.locator("xpath=self::*[not(p)] | ./p[last()]").click()
    for _ in range(TRIES):
        press_keys(page, "Control+End" if element.evaluate(IS_LAST) else "End")
        if element.evaluate(IS_BEHIND):
            return
    pytest.fail("the cursor does not go behind the text")


def add_to(page: Page, paragraph: Locator, text: str) -> None:
    """Put the cursor behind a paragraph of one line and type."""
    go_behind(page, paragraph)
    page.keyboard.type(text)


def select(page: Page, paragraph: Locator) -> None:
    """Select a paragraph."""
    words = paragraph.inner_text()
    paragraph.click(click_count=3)
    page.wait_for_function(IS_SELECTED, arg=words)


def replace(page: Page, paragraph: Locator, text: str) -> None:
    """Type another text over a paragraph."""
    select(page, paragraph)
    page.keyboard.type(text)


def is_asked(page: Page, *, theirs: str, mine: str, before: str) -> None:
    """See both people's words beside what stood there before, in the direction of the text."""
    asked = page.get_by_role("region", name="What both of you changed")
    told = asked.get_by_role("definition")
    expect(told.nth(0).get_by_role("insertion")).to_have_text(theirs)
    expect(told.nth(1).get_by_role("insertion")).to_have_text(mine)
    expect(told.nth(2)).to_have_text(before)
    expect(told.nth(0)).to_have_css("direction", "rtl")
