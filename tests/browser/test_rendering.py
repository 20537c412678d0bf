"""How pages look to their readers, by day and by night; each text in the language and direction of its own (I7)."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from playwright.sync_api import Locator, Page, expect

from articles.models import Article, Language, PhotoLine, User
from articles.publishing import photos
from articles.workflow import drafts
from tests.browser import desk
from tests.browser.conftest import SitDown
from tests.publishing.test_photos import picture
from tests.workflow.newsroom import Newsroom

pytestmark = pytest.mark.browser

LOOKS = (Path(__file__).parent / "looks.js").read_text()
SIZES = ({"width": 360, "height": 800}, {"width": 1280, "height": 900})
LONG_WORD = "واستقبالاتهمالمستقبلاتهمن" * 3
LONG_ADDRESS = "https://example.org/" + "a-very-long-address-without-a-break" * 4
BODIES = {
    "ar": f"<p>{LONG_WORD} وصلت السفينة.</p><h2>عنوان داخلي</h2><p><a href='{LONG_ADDRESS}'>{LONG_ADDRESS}</a></p>",
    "en": f"<p>The ship came in. {LONG_ADDRESS}</p><h2>A subhead</h2><p>{'Donaudampfschifffahrt' * 4}</p>",
}
TABLE = "<table><tbody><tr>" + "<th><p>عمود طويل</p></th>" * 9 + "</tr></tbody></table>"
QUOTES = (
    '<aside class="pullquote"><p>قول يُبرز</p></aside><blockquote><p>قول</p></blockquote><ul><li><p>بند</p></li></ul>'
)
HEADLINES = {"ar": "سفينة تصل إلى المرفأ بعد رحلة دامت أربعين يومًا", "en": "A ship comes in after forty days at sea"}


@pytest.fixture
def pair(room: Newsroom) -> Article:
    """An article in both languages with all that a text can hold, live, and a newer draft of it."""
    shown = photos.take_in(
        SimpleUploadedFile("a.jpg", picture().read()),
        title="سفينة",
        credit_ar="راصد",
        credit_en="Rased",
        by=room.photo_editor,
        clock=room.tick(),
    )
    use = PhotoLine(photo_id=shown.pk, alt="سفينة عند الرصيف", caption="السفينة صباح الثلاثاء")
    figure = f'<figure data-photo="{shown.pk}"></figure>'
    words = {"headline": HEADLINES["ar"], "deck": "سطر يشرح", "kicker": "المرافئ", "dateline": "بيروت"}
    arabic = room.live(body=BODIES["ar"] + figure + TABLE + QUOTES, photos=(use,), **words)
    english = drafts.make_other_edition(arabic, by=room.translator, clock=room.tick())
    words = {"headline": HEADLINES["en"], "deck": "A line", "body": BODIES["en"] + figure + TABLE}
    use = PhotoLine(photo_id=shown.pk, alt="A ship at the quay", caption="The ship on Tuesday")
    room.change(english, photos=(use,), by=room.translator, **words)
    room.publish(english)
    room.live(headline="خبر ثان")
    return arabic


def looks_right(page: Page, *addresses: str) -> None:
    """Look at pages on a phone and at a desk, by day and by night."""
    faults = []
    for address in addresses:
        page.goto(address)
        for size in SIZES:
            page.set_viewport_size(size)
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                wrong = page.evaluate(LOOKS)
                faults += [f"{address} {size['width']} px, {scheme}: {fault}" for fault in wrong]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("language", Language.values)
def test_the_site_fits_its_screen_and_can_be_read(pair: Article, read: SitDown, language: str) -> None:
    page = read(java_script_enabled=True)
    page.goto(f"/{language}/")
    page.get_by_role("link", name=HEADLINES[language]).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(HEADLINES[language])
    article = page.url

    query = {"ar": "سفينة", "en": "ship"}[language]
    lists = (f"/{language}/", f"/{language}/region/", f"/{language}/search/?q={query}", f"/{language}/latest/")
    looks_right(page, article, *lists, f"/{language}/nowhere/")


@pytest.mark.parametrize("language", Language.values)
def test_the_desk_fits_its_screen_and_can_be_read(
    room: Newsroom, pair: Article, sit_down: SitDown, language: str
) -> None:
    User.objects.update(interface_language=language)
    page = sit_down(room.editor)
    form = f"/admin/articles/article/{pair.pk}/change/"
    page.goto(form)
    expect(page.locator(".ProseMirror")).to_be_visible()

    looks_right(page, form, "/admin/", "/admin/articles/article/", "/admin/flash/", "/admin/import/")


def test_every_text_at_the_desk_carries_its_own_language(room: Newsroom, pair: Article, sit_down: SitDown) -> None:
    page = sit_down(room.editor)
    text = desk.open_article(page, pair)

    expect(page.locator("html")).to_have_attribute("dir", "ltr")
    for name in ("Kicker", "Headline", "Deck", "Dateline"):
        is_arabic(page.get_by_label(name, exact=True))
    is_arabic(text)
    for name in ("alt", "caption"):
        is_arabic(page.locator(f"[name=photos-0-{name}]"))
    page.goto("/admin/articles/article/")
    is_arabic(page.get_by_role("link", name=HEADLINES["ar"]))
    page.goto("/admin/")
    page.goto(f"/admin/articles/article/{pair.pk}/revisions/1/")
    is_arabic(page.locator(".desk-copy"))


def is_arabic(element: Locator) -> None:
    """See that an element is Arabic, and runs so."""
    expect(element).to_have_attribute("lang", "ar")
    expect(element).to_have_css("direction", "rtl")


def test_arabic_is_set_as_arabic(pair: Article, read: SitDown) -> None:
    page = read(java_script_enabled=True)
    for address in ("/ar/", "/ar/region/", "/ar/search/?q=سفينة"):
        page.goto(address)
        assert strangely_set(page) == []
    page.goto("/ar/")
    page.get_by_role("link", name=HEADLINES["ar"]).first.click()
    expect(page.locator(".body h2")).to_be_visible()
    assert strangely_set(page) == []
    expect(page.locator(".body p").first).to_have_css("hyphens", "none")
    family = page.evaluate(
        "document.fonts.ready.then(() => [...document.fonts].filter((f) => f.status === 'loaded').length)"
    )
    assert family >= 1


def strangely_set(page: Page) -> list[str]:
    """Return the elements with letters spaced, slanted or stretched, which Arabic is never."""
    return page.locator("body *").evaluate_all(
        """all => all.filter((one) => {
          const { letterSpacing, fontStyle, textAlign, textTransform } = getComputedStyle(one)
          const isPlain = ["normal", "0px"].includes(letterSpacing) && textAlign !== "justify"
          return one.closest("[lang]").lang === "ar" && !(isPlain && fontStyle === "normal" && textTransform === "none")
        }).map((one) => one.outerHTML.slice(0, 80))"""
    )
