"""A working day at the desk: a review round, two who schedule, a phone, a killed server; nothing typed is lost."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from articles.models import Article, Stage
from articles.workflow import stories
from tests.browser import desk
from tests.browser.conftest import SitDown
from tests.browser.test_keyboard import tab_to
from tests.browser.test_scenes import BODY, FIRST, change_of, tomorrow, typed
from tests.workflow.newsroom import Newsroom

pytestmark = pytest.mark.browser

FITS = "() => document.documentElement.scrollWidth <= innerWidth"


def test_two_editors_schedule_one_text_and_the_second_is_told(room: Newsroom, sit_down: SitDown) -> None:
    article = room.publish(room.draft(), live_from=timezone.now() + timedelta(days=1))
    one, other = sit_down(room.editor), sit_down(room.chief_editor)
    later, latest = (typed(timezone.now() + timedelta(days=days)) for days in (2, 3))
    for page in (one, other):
        page.goto(change_of(article))
        desk.ask(page, "Reschedule")

    one.get_by_label("goes out at").last.fill(later)
    one.get_by_role("button", name="Reschedule", exact=True).click()
    desk.says(one, "Scheduled.")
    other.get_by_label("goes out at").last.fill(latest)
    other.get_by_role("button", name="Reschedule", exact=True).click()

    expect(other.get_by_role("alert")).to_be_visible()
    expect(other.get_by_label("goes out at").last).to_have_value(latest)
    waiting = article.publications.not_void().get()
    assert typed(waiting.live_from) == later


def test_a_review_round_with_notes_in_arabic(room: Newsroom, sit_down: SitDown) -> None:
    article = room.bring_to(room.draft(body=BODY), Stage.IN_REVIEW)
    editor, writer = sit_down(room.editor), sit_down(room.writer)
    asked, answered = "من أين هذا الرقم؟ أضف المصدر @writer", "من هيئة الميناء."

    note_and_return(editor, article, asked)
    answer_and_submit(writer, article, asked, answered)

    editor.goto(change_of(article))
    expect(editor.get_by_text(answered)).to_be_visible()
    desk.press(editor, "Resolve")
    desk.says(editor, "The note is resolved.")
    desk.press(editor, "Approve and publish")
    desk.says(editor, "Published.")
    assert "قالت هيئة الميناء" in article.publications.get().body


def note_and_return(editor: Page, article: Article, asked: str) -> None:
    """A note on the second paragraph stops approval; the text goes back."""
    desk.open_article(editor, article)
    new = desk.ask(editor, "Add a note")
    new.get_by_role("textbox").fill(asked)
    new.get_by_label("about").select_option("1")
    new.get_by_label("stops approval").check()
    new.get_by_role("button", name="Add the note").click()
    desk.says(editor, "Noted.")
    expect(editor.get_by_role("button", name="Approve", exact=True).first).to_be_disabled()
    return_ = desk.ask(editor, "Return")
    return_.get_by_label("why").fill("انظر الملاحظة")
    return_.get_by_role("button", name="Return").click()
    desk.says(editor, "Returned to its writer.")


def answer_and_submit(writer: Page, article: Article, asked: str, answered: str) -> None:
    """The bell leads to the text; the note stands by its paragraph, is answered, and the text comes again."""
    writer.goto("/admin/notifications/")
    expect(writer.get_by_role("link", name=article.headline).first).to_be_visible()
    text = desk.open_article(writer, article)
    note = writer.get_by_role("region", name="Notes", exact=True)
    expect(note.get_by_text(asked)).to_have_css("direction", "rtl")
    expect(note.locator("q")).to_contain_text("تحمل السفينة")
    desk.add_to(writer, text.get_by_text(FIRST), " قالت هيئة الميناء.")
    desk.press(writer, "Save")
    desk.says(writer, "Saved.")
    note.get_by_text("Answer", exact=True).first.click()
    note.get_by_role("textbox", name="Answer").fill(answered)
    note.get_by_role("button", name="Answer").click()
    desk.says(writer, "Answered.")
    desk.press(writer, "Submit")
    desk.says(writer, "It is with the editors now.")


def test_from_an_empty_form_to_readers_by_keyboard_on_a_phone(room: Newsroom, sit_down: SitDown, read: SitDown) -> None:
    phone = {"width": 360, "height": 740}
    writer, editor = sit_down(room.writer, viewport=phone), sit_down(room.editor, viewport=phone)
    writer.goto("/admin/articles/article/add/?language=ar")
    desk.editor(writer)
    tab_to(writer, "headline")
    writer.keyboard.type("من لوحة المفاتيح وحدها")
    tab_to(writer, "the text")
    writer.keyboard.type(FIRST)
    writer.wait_for_function(FITS)
    tab_to(writer, "section")
    writer.keyboard.press("ArrowDown")
    tab_to(writer, "Submit", most=90)
    writer.keyboard.press("Enter")
    desk.says(writer, "It is with the editors now.")

    editor.goto("/admin/")
    tab_to(editor, "من لوحة المفاتيح وحدها")
    editor.keyboard.press("Enter")
    desk.editor(editor)
    editor.wait_for_function(FITS)
    tab_to(editor, "Approve and publish", most=90)
    editor.keyboard.press("Enter")
    desk.says(editor, "Published.")

    reader = read(viewport=phone, java_script_enabled=True)
    reader.goto("/ar/")
    tab_to(reader, "من لوحة المفاتيح وحدها")
    reader.keyboard.press("Enter")
    expect(reader.get_by_role("heading", level=1)).to_have_text("من لوحة المفاتيح وحدها")


def test_what_is_typed_into_an_update_is_kept_and_given_back_there(room: Newsroom, sit_down: SitDown) -> None:
    article = room.live(body=BODY)
    stories.mark_developing(article.story, until=tomorrow(), by=room.editor, clock=timezone.now())
    page = sit_down(room.editor)
    page.goto(change_of(article, "update"))
    desk.add_to(page, desk.editor(page).get_by_text(FIRST), " وأفرغت.")
    page.get_by_label("note to readers").fill("أضيف خبر التفريغ.")
    expect(page.get_by_text("Autosaved")).to_be_visible()
    page.close(run_before_unload=False)

    again = sit_down(room.editor)
    again.goto(change_of(article))
    again.get_by_role("link", name="Restore").click()
    expect(desk.editor(again).locator("p").first).to_have_text(f"{FIRST} وأفرغت.")
    expect(again.get_by_label("note to readers")).to_have_value("أضيف خبر التفريغ.")
    desk.press(again, "Update")

    desk.says(again, "Published.")
    assert "وأفرغت" in article.publications.get(live_until=None).body
    expect(again.get_by_role("link", name="Restore")).to_have_count(0)


def test_a_computer_two_hours_slow_still_brings_in_what_the_desk_has_not(room: Newsroom, sit_down: SitDown) -> None:
    article = room.draft(body=BODY)
    page = sit_down(room.writer)
    page.context.add_init_script("{ const was = Date.now; Date.now = () => was() - 7200000 }")
    text = desk.open_article(page, article)
    desk.add_to(page, text.get_by_text(FIRST), " الأولى")
    expect(page.get_by_text("Autosaved")).to_be_visible()
    page.context.set_offline(True)
    page.keyboard.type(" والثانية")
    expect(page.get_by_text("kept in this browser")).to_be_visible()
    page.evaluate("() => { window.fetch = () => Promise.reject(new Error('the tunnel')) }")
    page.context.set_offline(False)
    other = page.context.new_page()
    page.close(run_before_unload=False)

    desk.open_article(other, article)
    other.get_by_role("link", name="Restore").click()

    expect(desk.editor(other).locator("p").first).to_have_text(f"{FIRST} الأولى والثانية")
