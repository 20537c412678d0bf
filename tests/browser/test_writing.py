"""Writing in the form: what counts beside the text agrees with the server, and quotation marks become the house's."""

import base64
import io

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from articles.language import words
from articles.models import Photo
from tests.browser import desk
from tests.browser.complaints import Complaints
from tests.browser.conftest import SitDown
from tests.public.site import make_photo, shown_as
from tests.workflow.newsroom import Newsroom, head

pytestmark = pytest.mark.browser

COUNT = """async (texts) => {
  const { countWords, countCharacters, readingMinutes } = await import(
    document.querySelector("script[src*='desk/counts']").src
  )
  return texts.map((text) => [countWords(text), countCharacters(text), readingMinutes(countWords(text))])
}"""
TEXTS = (
    "وَقُلْ رَبِّ زِدْنِي عِلْمًا",
    "ﷺ قال الرّئيسُ: «لـــم نتّفق»، ومضى.",
    "مي\u200cخواهم \u2067ABC\u2069 +961 3 123 456 \u0674 x\u0301y",
    "Don’t count – dashes… ½ of 1,200 👩‍🚀 emoji",
    "  \u0640\u0640 \u064e ـا \u200f\u00ad\ufeff_a_b ",
    "كلمة " * 900,
)


def test_the_counters_say_of_vocalised_arabic_what_the_server_would(room: Newsroom, sit_down: SitDown) -> None:
    article = room.draft(headline="وَصَلَتِ السَّفِينَةُ", body="<p>وَقُلْ رَبِّ زِدْنِي عِلْمًا</p><p>ثانية</p>")
    page = sit_down(room.writer)
    text = desk.open_article(page, article)

    expect(page.locator("output[for=id_headline]")).to_have_text("12 / 75")
    expect(page.locator("output[for=id_search_headline]")).to_have_text("12 / 60 · As the headline")
    expect(page.locator("output[for=id_body]")).to_have_text("Words: 5 · Characters: 21 · 1 minute read")
    desk.add_to(page, text.locator("p").last, " كُلُّهَا")
    expect(page.locator("output[for=id_body]")).to_have_text("Words: 6 · Characters: 26 · 1 minute read")
    counted = [
        [count := words.count_words(each), words.count_characters(each), words.reading_minutes(count, "ar")]
        for each in TEXTS
    ]
    assert page.evaluate(COUNT, TEXTS) == counted


def test_quotation_marks_are_the_houses_and_one_step_brings_the_straight_one_back(
    room: Newsroom, sit_down: SitDown
) -> None:
    page = sit_down(room.writer)
    text = desk.open_article(page, room.draft(headline="", body="<p>سفينة</p><p><span class='verbatim'>نص</span></p>"))

    desk.add_to(page, text.locator("p").first, ' قالت "نعم" و"رد "هو" عليها" 12"')
    expect(text.locator("p").first).to_have_text('سفينة قالت «نعم» و«رد “هو” عليها» 12"')
    page.keyboard.type(' "')
    expect(text.locator("p").first).to_contain_text('12" «')
    desk.press_keys(page, "Backspace")
    expect(text.locator("p").first).to_contain_text('12" "')
    desk.press_keys(page, "Backspace", '"', "Control+z")
    expect(text.locator("p").first).to_contain_text('12" "')
    desk.add_to(page, text.locator(".verbatim"), '"')
    expect(text.locator(".verbatim")).to_have_text('نص"')

    _in_headline(page)


def _in_headline(page: Page) -> None:
    headline = page.get_by_label("Headline", exact=True)
    headline.press_sequentially('قال "نعم"')
    expect(headline).to_have_value("قال «نعم»")
    headline.press("Control+z")
    expect(headline).to_have_value('قال «نعم"')
    headline.press_sequentially(' "')
    headline.press("Backspace")
    headline.press_sequentially("لا")
    expect(headline).to_have_value('قال «نعم" "لا')


DROP = """(text, [encoded, name]) => {
  const data = new DataTransfer()
  data.items.add(new File([Uint8Array.from(atob(encoded), (each) => each.charCodeAt(0))], name, { type: "image/jpeg" }))
  const { left, top } = text.querySelector("p").getBoundingClientRect()
  const how = { dataTransfer: data, bubbles: true, cancelable: true, clientX: left + 9, clientY: top + 9 }
  text.querySelector("p").dispatchEvent(new DragEvent("drop", how))
}"""
PASTE = """(text, pasted) => {
  text.focus()
  const data = new DataTransfer()
  for (const [kind, value] of Object.entries(pasted)) data.setData(kind, value)
  text.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }))
}"""
WORD = (
    "<html xmlns:o='urn:x'><style>p{}</style><h1>عنوان</h1><p class=MsoNormal style='margin:0'><b>نص</b>"
    "<span> 10&nbsp;%</span><o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>"
    "<p style='mso-list:l0'><span style='mso-list:Ignore'>·</span>بند</p>"
    "<p><a href='https://example.com/?utm_source=x&id=2'>رابط</a>&nbsp;<img alt='😀' src='x'></p></html>"
)
CHAT = "[14:05, 24/11/2026] أحمد: وصلنا \u202aABC\u202c\n\u200e[14:06, 24/11/2026] سلمى: \u200e<تم استبعاد الوسائط>"


def test_a_dropped_picture_passes_the_one_door(room: Newsroom, sit_down: SitDown, complaints: Complaints) -> None:
    own = make_photo(room)
    article = room.draft(body="<p>سفينة</p><p>ثانية</p>", photos=(shown_as(own),))
    page = sit_down(room.writer)
    text = desk.open_article(page, article)

    text.evaluate(DROP, [_encoded(100, 100), "صغيرة.jpg"])
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Insert").click()
    expect(dialog.get_by_text("The picture is too small")).to_be_visible()
    expect(dialog.get_by_text("A photo needs this.")).to_be_visible()
    dialog.get_by_role("button", name="Cancel").click()
    text.evaluate(DROP, [_encoded(900, 600), "ميناء.jpg"])
    dialog.get_by_label("Caption").fill("الميناء صباحًا")
    dialog.get_by_label("Photo credit").fill("راصد")
    dialog.get_by_role("button", name="Insert").click()
    expect(text.locator("figcaption")).to_have_text("الميناء صباحًا")
    # What was refused is an answer here.
    complaints.all = [heard for heard in complaints.all if not heard.startswith("422")]
    desk.press(page, "Save")

    desk.says(page, "Saved.")
    dropped = Photo.objects.latest("pk")
    assert (dropped.credit_ar, dropped.title) == ("راصد", "الميناء صباحًا")
    assert [use.photo_id for use in head(article).photo_uses.order_by("position")] == [own.pk, dropped.pk]
    assert head(article).body == f'<p>سفينة</p><figure data-photo="{dropped.pk}"></figure><p>ثانية</p>'


def test_several_photos_and_an_embed_are_put_in_by_hand(room: Newsroom, sit_down: SitDown) -> None:
    own, other = make_photo(room), make_photo(room)
    article = room.draft(body="<p>سفينة</p>", photos=(shown_as(own), shown_as(other)))
    page = sit_down(room.writer)
    text = desk.open_article(page, article)
    dialog = page.get_by_role("dialog")

    text.click()
    page.get_by_role("button", name="Photo in the text").click()
    for box in dialog.get_by_role("checkbox").all():
        box.check()
    dialog.get_by_role("button", name="Insert").click()
    expect(text.locator("figure")).to_have_count(2)
    page.get_by_role("button", name="Embed").click()
    dialog.get_by_role("textbox").fill("https://example.com/")
    page.keyboard.press("Enter")
    expect(dialog.get_by_role("alert")).to_have_text("Nothing can be embedded from this address.")
    dialog.get_by_role("textbox").fill("https://youtu.be/dQw4w9WgXcQ")
    page.keyboard.press("Enter")
    expect(text.locator(".embed")).to_have_count(1)
    desk.press(page, "Save")

    desk.says(page, "Saved.")
    figures = "".join(f'<figure data-photo="{photo.pk}"></figure>' for photo in (own, other))
    assert head(article).body == f'<p>سفينة</p>{figures}<div class="embed" data-embed="youtube:dQw4w9WgXcQ"></div>'


def test_what_is_pasted_from_word_the_web_and_a_chat_comes_in_clean(room: Newsroom, sit_down: SitDown) -> None:
    page = sit_down(room.writer)
    text = desk.open_article(page, room.draft(body=""))
    field = page.locator("[name=body]")

    text.evaluate(PASTE, {"text/html": WORD})
    link = '<a href="https://example.com/?id=2">رابط</a>'
    list_of_one = "<ul><li><p>بند</p></li></ul>"
    expect(field).to_have_value(f"<h2>عنوان</h2><p><strong>نص</strong> 10&nbsp;%</p>{list_of_one}<p>{link} 😀</p>")
    page.keyboard.press("Control+a")
    text.evaluate(PASTE, {"text/plain": CHAT})
    expect(field).to_have_value("<p>أحمد: وصلنا ABC</p>")
    page.keyboard.press("Enter")
    text.evaluate(PASTE, {"text/plain": "https://youtu.be/dQw4w9WgXcQ"})
    page.keyboard.type("بعده")
    embed = '<div class="embed" data-embed="youtube:dQw4w9WgXcQ"></div>'
    expect(field).to_have_value(f"<p>أحمد: وصلنا ABC</p>{embed}<p>بعده</p>")


def test_what_is_wrong_leads_to_its_field_and_the_list_of_keys_says_what_is_there(
    room: Newsroom, sit_down: SitDown
) -> None:
    article = room.draft(body="<p>نص</p>")
    page = sit_down(room.writer)
    text = desk.open_article(page, article)
    listed = page.get_by_role("dialog", name="Keyboard shortcuts")

    headline = page.get_by_label("Headline", exact=True)
    headline.press("?")
    expect(listed).to_be_hidden()
    headline.fill("س" * 400)
    headline.press("Control+s")
    wrong = page.get_by_role("alert").filter(has_text="Not saved yet")
    expect(wrong).to_be_focused()
    wrong.get_by_role("link", name="Headline").click()
    expect(headline).to_be_focused()
    headline.fill("سفينة تصل")
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("Shift+?")
    expect(listed.get_by_text("Submit", exact=True)).to_be_visible()
    expect(listed.get_by_text("Approve", exact=True)).to_be_hidden()
    page.keyboard.press("Escape")
    text.click()
    desk.press_keys(page, "Control+Alt+Digit2")
    expect(text.locator("h2")).to_have_text("نص")
    page.keyboard.press("Control+Alt+KeyM")
    expect(page.get_by_label("Note", exact=True)).to_be_focused()
    page.keyboard.press("Control+Alt+KeyS")

    desk.says(page, "It is with the editors now.")


def _encoded(width: int, height: int) -> str:
    file = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(file, "JPEG")
    return base64.b64encode(file.getvalue()).decode()


def test_a_gallery_is_put_together_by_keys_and_readers_need_no_scripts_for_it(
    room: Newsroom, sit_down: SitDown, read: SitDown
) -> None:
    photos = [make_photo(room, width=700) for _ in range(3)]
    uses = tuple(shown_as(photo, caption=f"شرح {n}") for n, photo in enumerate(photos))
    article = room.draft(body="<p>سفينة</p>", photos=uses)
    page = sit_down(room.writer)
    _arrange(page, desk.open_article(page, article))

    made = head(article)
    assert made.body == f'<p>سفينة</p><figure data-gallery="{photos[0].pk} {photos[2].pk}"></figure>'
    assert [use.caption for use in made.photo_uses.order_by("position")] == ["شرح 0", "شرح 1", "شرح آخر"]
    room.publish(article)
    reader = read(viewport={"width": 360, "height": 740})
    reader.goto(f"/ar/{article.pk}/")
    gallery = reader.locator(".gallery")
    expect(gallery.locator("figcaption").nth(1)).to_contain_text("شرح آخر")
    gallery.scroll_into_view_if_needed()
    gallery.focus()
    for _ in range(12):
        # One press moves a little; where the next picture is nearer, it comes the rest of the way by itself.
        reader.keyboard.press("ArrowLeft", delay=60)
    expect(gallery.locator("figure").last).to_be_in_viewport(ratio=0.9)


def _arrange(page: Page, text: Locator) -> None:
    """Choose three photos, put the last in the middle with a caption of its own, and take the other out again."""
    dialog = page.get_by_role("dialog")
    text.click()
    page.get_by_role("button", name="Gallery").click()
    for box in dialog.get_by_role("checkbox").all():
        box.focus()
        page.keyboard.press("Space")
    dialog.get_by_role("button", name="Up: شرح 2").focus()
    page.keyboard.press("Enter")
    expect(dialog.get_by_role("status")).to_have_text("شرح 2 is number 2 now.")
    expect(page.locator(":focus")).to_have_accessible_name("Up: شرح 2")
    dialog.get_by_label("Caption").nth(1).fill("شرح آخر")
    dialog.get_by_role("button", name="Insert").click()
    expect(text.locator("figure.desk-gallery img")).to_have_count(3)
    text.get_by_role("button", name="Change the gallery").click()
    dialog.get_by_role("button", name="Take out: شرح 1").click()
    dialog.get_by_role("button", name="Insert").click()
    expect(text.locator("figure.desk-gallery img")).to_have_count(2)
    desk.press(page, "Save")
    desk.says(page, "Saved.")
