"""The house's style at the desk: what is pasted is mended by clicks and keys alone, and a verse is never touched."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from articles.management.newsroom import CONTENT
from articles.models import Article, HouseStyle
from articles.workflow import house_style
from tests.browser import desk
from tests.browser.conftest import SitDown
from tests.workflow.newsroom import Newsroom, head

pytestmark = pytest.mark.browser

PASTE = """(element, html) => {
  element.focus()
  const data = new DataTransfer()
  data.setData(html.startsWith("<") ? "text/html" : "text/plain", html)
  element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }))
}"""
FAULTY = (
    "<p>{title}</p>"
    "<p>اعلنت ادارة <b>المينــ<i>ــاء</i></b> ,  أن <a href='https://example.com/'>الارصفة</a> جاهزة ، و قالت إن "
    "الريـــاض لم تصل إلى ٣ من 15 و20 سفينة.</p>"
)
MENDED = (
    '<p>أعلنت إدارة <strong>المين<em>اء</em></strong>، أن <a href="https://example.com/">الأرصفة</a> جاهزة، وقالت إن '
    "الرياض لم تصل إلى 3 من 15 و20 سفينة.</p>"
)
VERSE = "﴿وَقُل  رَّبِّ زِدْنِي عِلْمًا﴾"
LOOKED = re.compile("/findings/$")
QUOTED = ("«الحكومة [...] لن  تتراجع ,»", "«شو بدكن فينا الى متى»")
REPORT = f"قرأ الامام ,  وقال {VERSE} وصلّى على النبي ﷺ ثم قال {QUOTED[0]} ورد آخر {QUOTED[1]} ومضى الى بيته."


def with_full_hamzas(room: Newsroom) -> None:
    """Let the house write every hamza."""
    style, _is_new = HouseStyle.objects.get_or_create(pk="ar")
    style.hamza = "full"
    house_style.keep(style, by=room.chief_editor)


def findings(page: Page) -> Locator:
    """The list of the side panel."""
    return page.get_by_role("region", name="Findings")


def test_pasted_copy_is_mended_by_clicks_and_keys_alone(room: Newsroom, sit_down: SitDown) -> None:
    with_full_hamzas(room)
    article = room.draft(headline="الوزاره تعلن  خطتها", body="")
    page = sit_down(room.writer)
    text = desk.open_article(page, article)
    with page.expect_response(LOOKED):
        text.evaluate(PASTE, FAULTY)
    expect(text.locator(".desk-mark.is-error")).to_have_text("{title}")
    beside = page.locator("#field-headline .desk-beside")
    expect(beside.get_by_role("button", name="Mend")).to_have_count(1)
    expect(beside).to_contain_text("+1")

    everything = findings(page).get_by_role("button", name=re.compile("^Mend all of this kind"))
    everything.first.click()
    expect(findings(page).get_by_role("status")).to_contain_text("Mended")
    page.keyboard.press("F8")
    expect(findings(page).locator("[aria-current]")).to_have_count(1)
    mend = findings(page).get_by_role("button", name=re.compile("^Mend:"))
    while mend.count():
        with page.expect_response(LOOKED):
            mend.first.press("Enter")
    expect(findings(page).get_by_text("Nothing to mend.")).to_be_visible()
    desk.press(page, "Submit")

    desk.says(page, "It is with the editors now.")
    article.refresh_from_db()
    assert article.head is not None
    assert article.head.body == MENDED
    assert article.head.headline == "الوزارة تعلن خطتها"


def test_imported_copy_is_mended_by_clicks_and_keys_alone_and_the_verse_in_it_is_as_it_was_on_the_page(
    room: Newsroom, sit_down: SitDown, read: SitDown
) -> None:
    with_full_hamzas(room)
    page = sit_down(room.writer)
    text = imported(page, room)
    expect(text.locator(".desk-mark.is-error")).to_have_text("{title}")

    with page.expect_response(LOOKED):
        page.keyboard.press("F8")
        page.keyboard.press("Alt+Enter")
    expect(text).not_to_contain_text("{title}")
    mend_everything(page)
    leave_the_rest(page)
    expect(findings(page).get_by_text("Nothing to mend.")).to_be_visible()
    desk.press(page, "Submit")
    desk.says(page, "It is with the editors now.")

    article = Article.objects.get()
    publish(sit_down(room.editor), article)
    reader = read()
    reader.goto(f"/ar/{article.pk}/")
    shown = reader.locator(".body").evaluate("(body) => body.textContent")
    assert "أعلنت إدارة ميناء خور السدر اليوم" in shown
    assert "إلى بيته" in shown
    for words in (VERSE, "ﷺ", *QUOTED):
        assert words in head(article).body
        assert words in shown
    reader.goto("/ar/search/?q=رب زدني علما")
    expect(reader.get_by_role("link", name=article.headline)).to_be_visible()


def imported(page: Page, room: Newsroom) -> Locator:
    """Import an agency-like copy with a verse in it, and return its text's editor."""
    page.goto("/admin/import/")
    page.get_by_label("Language").select_option("ar")
    page.get_by_label("Section").select_option(str(room.section.pk))
    page.get_by_label("Paste the copy").fill((CONTENT / "wire" / "harbour-ar.txt").read_text() + f"\n\n{REPORT}\n")
    desk.press(page, "Show what is understood")
    desk.press(page, "Save as a draft")
    return desk.editor(page)


def publish(page: Page, article: Article) -> None:
    """Read what waits, and let it go out."""
    desk.open_article(page, article)
    desk.press(page, "Approve and publish")
    desk.says(page, "Published.")


def mend_everything(page: Page) -> None:
    """Mend one and take it back; mend all of each kind; and the quoted ones not at all."""
    mend = findings(page).get_by_role("button", name=re.compile("^Mend:"))
    headline, text = page.get_by_label("Headline", exact=True), desk.editor(page)
    before = headline.input_value(), text.inner_text()
    with page.expect_response(LOOKED):
        mend.first.press("Enter")
    assert (headline.input_value(), text.inner_text()) != before
    with page.expect_response(LOOKED):
        findings(page).get_by_role("button", name="Undo the mending").click()
    assert (headline.input_value(), text.inner_text()) == before
    everything = findings(page).get_by_role("button", name=re.compile("^Mend all of this kind"))
    while many := everything.count():
        everything.first.click()
        expect(everything).not_to_have_count(many)


def leave_the_rest(page: Page) -> None:
    """Mend what is one of its kind; leave what is quoted or too long as it is, each with a reason."""
    mended: set[str] = set()
    rest = findings(page).locator("li[data-number]")
    while many := rest.count():
        first, kind = rest.first, rest.first.inner_text().partition("\n")[0]
        # All hamzas but the quoted ones are mended by now.
        is_kept = kind in mended or "house's spelling" in kind
        if is_kept or first.get_by_role("button", name=re.compile("^Mend:")).count() == 0:
            first.get_by_role("button", name=re.compile("^Leave as it is")).click()
            findings(page).get_by_label("Why it may stay").fill("هكذا قيل")
            page.keyboard.press("Enter")
        else:
            mended.add(kind)
            first.get_by_role("button", name=re.compile("^Mend:")).press("Enter")
        expect(rest).not_to_have_count(many)


WHERE = "(box) => scrollY + box.getBoundingClientRect().top"


def test_what_is_found_in_a_line_moves_nothing_and_is_mended_beside_it_the_keys_staying_there(
    room: Newsroom, sit_down: SitDown
) -> None:
    page = sit_down(room.writer, viewport={"width": 360, "height": 800})
    text = desk.open_article(page, room.draft(headline="", body="<p>سفينة</p>"))
    headline = page.get_by_label("Headline", exact=True)
    before = text.evaluate(WHERE)

    with page.expect_response(LOOKED):
        headline.press_sequentially("خبر  جديد ، من الوزاره")
    mend = page.locator("#field-headline .desk-beside").get_by_role("button", name=re.compile("^Mend:"))
    expect(mend).to_be_visible()
    assert text.evaluate(WHERE) == before
    for _one in range(2):
        with page.expect_response(LOOKED):
            mend.press("Enter")
    expect(headline).to_have_value("خبر جديد، من الوزاره")
    expect(mend).to_be_focused()
    assert text.evaluate(WHERE) == before
    page.keyboard.press("Enter")

    expect(headline).to_have_value("خبر جديد، من الوزارة")
    expect(headline).to_be_focused()
    page.keyboard.press("Control+z")
    expect(headline).to_have_value("خبر جديد، من الوزاره")


def test_leaving_a_finding_is_asked_why_and_undoing_takes_a_mending_back(room: Newsroom, sit_down: SitDown) -> None:
    article = room.draft(body="<p>قال الوزيــر إن السفينة وصلت ، ومضى.</p>")
    page = sit_down(room.writer)
    text = desk.open_article(page, article)

    findings(page).get_by_role("button", name=re.compile("^Mend:")).first.click()
    expect(text).to_have_text("قال الوزير إن السفينة وصلت ، ومضى.")
    findings(page).get_by_role("button", name="Undo the mending").click()
    expect(text).to_have_text("قال الوزيــر إن السفينة وصلت ، ومضى.")
    expect(findings(page).get_by_role("button", name=re.compile("^Leave as it is"))).to_have_count(2)
    findings(page).get_by_role("button", name=re.compile("^Leave as it is")).last.click()
    findings(page).get_by_label("Why it may stay").fill("هكذا ورد في الوثيقة")
    page.keyboard.press("Enter")

    expect(findings(page).get_by_role("button", name=re.compile("^Leave as it is"))).to_have_count(1)
    dismissal = article.dismissals.get()
    assert (dismissal.check_id, dismissal.by_id) == ("space-before-punct", room.writer.pk)
    assert article.events.filter(verb="dismiss_finding", why="هكذا ورد في الوثيقة").exists()
