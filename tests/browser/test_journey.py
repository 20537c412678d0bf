"""The spine: wire copy is sent back once, goes out in two languages, and is read without scripts."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from articles.management.newsroom import CONTENT
from articles.models import Article, Language, Publication, Revision
from tests.browser import desk
from tests.workflow.newsroom import Newsroom

pytestmark = [pytest.mark.browser, pytest.mark.both_engines]

COPY = CONTENT / "wire" / "harbour-ar.txt"
ADDED = "واكد الانصاري ان الاعمال تبدا مطلع الشهر المقبل."
AS_IT_CAME = "ميناء خور السدر يستعد لاستقبال اكبر سفن الحاويات"
HEADLINE = "ميناء خور السدر يستعد لاستقبال أكبر سفن الحاويات"
WHY = "في العنوان همزة ناقصة."
ENGLISH_HEADLINE = "Khor al-Sidr harbour prepares for the largest container ships"
ENGLISH_DECK = "Its northern quay will take vessels of 400 metres within months"
ENGLISH_TEXT = (
    "The harbour authority will lengthen its northern quay within weeks, it said on Tuesday.",
    "Four local banks lend the 310 million dollars that the works will cost.",
)


def test_copy_is_written_reviewed_published_in_two_languages_and_read(
    room: Newsroom, open_context: Callable[..., BrowserContext], read: Callable[..., Page]
) -> None:
    reporter, editor, translator = (open_context().new_page() for _ in range(3))
    for page, user in ((reporter, room.writer), (editor, room.editor), (translator, room.translator)):
        desk.sign_in(page, user)

    import_copy(reporter, room)
    mend_and_submit(reporter)
    return_it_once(editor)
    change_and_resubmit(reporter)
    approve_and_publish(editor, HEADLINE)
    translate_and_submit(translator)
    approve_and_publish(editor, ENGLISH_HEADLINE)

    reader = read()
    read_in_arabic(reader)
    switch_to_english(reader)
    find_both(reader)
    assert reader.context.cookies() == []
    assert Publication.objects.count() == Article.objects.count() == 2


def import_copy(page: Page, room: Newsroom) -> None:
    """Turn wire copy into a draft, after seeing what was understood and what is wrong with it."""
    page.get_by_role("link", name="Import copy").click()
    page.get_by_label("Language").select_option(Language.AR)
    page.get_by_label("Section").select_option(str(room.section.pk))
    page.get_by_label("Paste the copy").fill(COPY.read_text())
    desk.press(page, "Show what is understood")

    understood = page.get_by_role("region", name="This is how the copy was understood")
    expect(understood.get_by_text(AS_IT_CAME)).to_be_visible()
    expect(understood.get_by_text("راصد الإخباري", exact=True)).to_be_visible()
    subheads = understood.locator("[lang=ar] h3")
    expect(subheads).to_have_text(["عمق جديد للحوض", "مخاوف الصيادين", "وظائف في الافق"])
    expect(understood.get_by_role("listitem")).to_have_count(1)
    expect(understood.get_by_role("listitem")).to_contain_text("{title}")
    assert not Article.objects.exists()

    desk.press(page, "Save as a draft")
    desk.says(page, "The copy is a draft now.")


def mend_and_submit(page: Page) -> None:
    """Take the placeholder out of the text, add a paragraph, save, and send it to the editors."""
    text, findings = desk.editor(page), page.get_by_role("region", name="Findings")
    expect(findings.get_by_role("listitem")).to_have_count(1)
    expect(findings.get_by_role("listitem")).to_have_class(re.compile("error"))
    expect(text).to_have_css("direction", "rtl")

    desk.select(page, text.get_by_text("{title}"))
    desk.press_keys(page, "Delete", "Delete")
    desk.go_behind(page, text)
    desk.press_keys(page, "Enter")
    page.keyboard.type(ADDED)
    desk.press(page, "Save")

    desk.says(page, "Saved.")
    expect(findings.get_by_text("Nothing to mend.")).to_be_visible()
    expect(desk.editor(page).locator("p").first).to_contain_text("اعلنت ادارة ميناء خور السدر")
    expect(desk.editor(page).locator("p").last).to_have_text(ADDED)
    desk.press(page, "Submit")
    desk.says(page, "It is with the editors now.")


def return_it_once(page: Page) -> None:
    """Find the text on the desk page, and send it back with a reason."""
    page.goto("/admin/")
    desk.tray(page, "Waiting for me").get_by_role("link", name=AS_IT_CAME).click()
    return_ = desk.ask(page, "Return")
    return_.get_by_label("why").fill(WHY)
    return_.get_by_role("button", name="Return").click()
    desk.says(page, "Returned to its writer.")


def change_and_resubmit(page: Page) -> None:
    """Find the text on one's own desk page, read why, mend it, and send it again by one button."""
    page.goto("/admin/")
    desk.tray(page, "Waiting for me").get_by_role("link", name=AS_IT_CAME).click()
    expect(page.get_by_role("region", name="History")).to_contain_text(WHY)
    desk.editor(page)
    page.get_by_label("Headline", exact=True).fill(HEADLINE)
    desk.press(page, "Submit")
    desk.says(page, "It is with the editors now.")


def approve_and_publish(page: Page, headline: str) -> None:
    """Read a text that waits, approve and publish it by one button."""
    page.goto("/admin/")
    desk.tray(page, "Waiting for me").get_by_role("link", name=headline).click()
    desk.editor(page)
    desk.press(page, "Approve and publish")
    desk.says(page, "Published.")
    expect(page.get_by_text("Readers have: Live")).to_be_visible()


def translate_and_submit(page: Page) -> None:
    """Make the English edition with the Arabic one beside it."""
    page.get_by_role("link", name="Articles").click()
    page.get_by_role("link", name=HEADLINE).click()
    desk.press(page, "Make the other edition")
    source = page.get_by_role("region", name="The other edition")
    expect(source.get_by_text(HEADLINE)).to_be_visible()
    expect(source.get_by_text(ADDED)).to_be_visible()

    page.get_by_label("Headline", exact=True).fill(ENGLISH_HEADLINE)
    page.get_by_label("Deck", exact=True).fill(ENGLISH_DECK)
    desk.editor(page).click()
    page.keyboard.type(ENGLISH_TEXT[0])
    page.keyboard.press("Enter")
    page.keyboard.type(ENGLISH_TEXT[1])
    desk.press(page, "Submit")
    desk.says(page, "It is with the editors now.")
    made = Revision.objects.filter(article__language=Language.EN).latest("number")
    assert made.body == "".join(f"<p>{paragraph}</p>" for paragraph in ENGLISH_TEXT)


def read_in_arabic(page: Page) -> None:
    """Come by the front page and the section to the article."""
    page.goto("/")
    expect(page).to_have_url(re.compile("/ar/$"))
    expect(page.get_by_role("link", name=HEADLINE).first).to_be_visible()
    page.get_by_role("navigation", name="الأقسام").or_(page.get_by_role("navigation", name="Sections")).get_by_role(
        "link", name="المنطقة"
    ).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("المنطقة")
    page.get_by_role("link", name=HEADLINE).first.click()

    has_edition(page, "ar", "rtl", HEADLINE)
    body = page.locator(".body")
    expect(body.locator("p")).to_have_count(11)
    expect(body.locator("h2")).to_have_count(3)
    expect(body).not_to_contain_text("title")
    expect(body.locator("p").last).to_have_text(ADDED)
    expect(page.get_by_text(WHY)).to_have_count(0)


def switch_to_english(page: Page) -> None:
    """Follow the language link; both editions name each other and themselves."""
    arabic = alternates(page)
    page.get_by_role("link", name="English", exact=True).first.click()

    has_edition(page, "en", "ltr", ENGLISH_HEADLINE)
    expect(page.locator(".body p")).to_have_text(list(ENGLISH_TEXT))
    expect(page.get_by_text(ENGLISH_DECK)).to_be_visible()
    assert alternates(page) == arabic
    assert set(arabic) >= {"ar", "en"}
    assert arabic["en"] == page.url


def find_both(page: Page) -> None:
    """Search for what is spelt with hamzas without them, the reverse, and in English."""
    for language, query, headline in (
        ("ar", "اكبر سفن", HEADLINE),
        ("ar", "الأنصاري إيهاب", HEADLINE),
        ("en", "northern quay", ENGLISH_HEADLINE),
    ):
        page.goto(f"/{language}/search/")
        page.get_by_role("searchbox").fill(query)
        page.get_by_role("searchbox").press("Enter")
        expect(page.get_by_role("article")).to_have_count(1)
        expect(page.get_by_role("article").get_by_role("link", name=headline)).to_be_visible()


def has_edition(page: Page, language: str, direction: str, headline: str) -> None:
    """See an article's page in its language, under its own canonical address."""
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("html")).to_have_attribute("dir", direction)
    expect(page.get_by_role("heading", level=1)).to_have_text(headline)
    expect(page.locator("link[rel=canonical]")).to_have_attribute("href", page.url)


def alternates(page: Page) -> dict[str, str]:
    """Return the addresses of a page's editions by language."""
    links = page.locator("link[rel=alternate][hreflang]")
    return dict(links.evaluate_all("all => all.map((one) => [one.hreflang, one.href])"))
