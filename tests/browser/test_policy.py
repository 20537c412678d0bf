"""The strict policy in a real browser: no page of desk or site asks for what it refuses."""

from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, Page, expect

from articles.models import Article, Photo
from tests.browser import desk
from tests.browser.complaints import Complaints
from tests.browser.conftest import SitDown
from tests.workflow.newsroom import Newsroom, head

pytestmark = pytest.mark.browser

FROM_WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><style>p.MsoNormal {margin: 0cm; font-family: Calibri}</style></head>
<body lang=AR-SA>
<p class=MsoNormal dir=RTL style='text-align:justify'><b><span lang=AR-SA
style='font-family:"Arial",sans-serif;color:red'>نص من برنامج آخر</span></b><o:p></o:p></p>
<p><b style="font-weight:normal"><span style="font-weight:700">غليظ</span> <span
style="font-weight:400">رقيق</span></b></p>
<p class=MsoNormal onclick="alert(1)"><a href="javascript:alert(1)">رابط</a><img src="data:," onerror="alert(1)"></p>
</body></html>"""


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A picture as a camera has it."""
    path = tmp_path / "harbour.jpg"
    Image.new("RGB", (1400, 800), (30, 90, 110)).save(path)
    return path


def test_the_policy_is_at_work_and_its_refusals_are_heard(
    room: Newsroom, sit_down: SitDown, complaints: Complaints
) -> None:
    page = sit_down(room.writer)
    page.goto("/admin/")

    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {textContent: 'let a = 1'}))")
    page.evaluate("document.body.setAttribute('style', 'color: red')")

    page.wait_for_function("true")
    heard = "\n".join(complaints.all)
    complaints.all.clear()
    assert "script-src" in heard
    assert "style-src" in heard


def test_typing_pasting_from_word_and_the_tools_of_the_text(room: Newsroom, sit_down: SitDown) -> None:
    page = sit_down(room.writer)
    copy_from_word(page.context)
    draft = room.draft(body="<p>وصلت السفينة.</p>")
    text = desk.open_article(page, draft)

    desk.add_to(page, text.get_by_text("وصلت السفينة."), " وأفرغت حمولتها.")
    desk.press_keys(page, "Enter")
    page.keyboard.press("Control+v")
    expect(text.locator("strong")).to_have_text(["نص من برنامج آخر", "غليظ"])
    desk.go_behind(page, text)
    desk.press_keys(page, "Enter")
    page.keyboard.type("قول يستحق أن يُبرز")
    desk.press(page, "Pull quote")
    desk.press(page, "Save")

    desk.says(page, "Saved.")
    body = head(draft).body
    assert "<p><strong>نص من برنامج آخر</strong></p><p><strong>غليظ</strong> رقيق</p>" in body
    assert '<aside class="pullquote"><p>قول يستحق أن يُبرز</p></aside>' in body
    assert not [word for word in ("style", "Mso", "onclick", "javascript", "<img", "<span") if word in body]


def copy_from_word(context: BrowserContext) -> None:
    """Copy all of a text that was made elsewhere."""
    elsewhere = context.new_page()
    elsewhere.route(
        "**/letter.html", lambda route: route.fulfill(body=FROM_WORD, content_type="text/html; charset=utf-8")
    )
    elsewhere.goto("/letter.html")
    elsewhere.keyboard.press("Control+a")
    elsewhere.keyboard.press("Control+c")
    elsewhere.close()


def test_a_photo_is_uploaded_described_and_placed_in_the_text(room: Newsroom, sit_down: SitDown, picture: Path) -> None:
    page = sit_down(room.writer)
    draft = room.draft()
    upload(page, picture)

    desk.open_article(page, draft)
    photos = page.get_by_role("region", name="Photos")
    desk.press(page, "Add a photo")
    photos.get_by_label("Photo", exact=True).last.press_sequentially("المر")
    photos.get_by_role("option", name="المرفأ").click()
    photos.get_by_label("Alt", exact=True).last.fill("سفينة عند الرصيف")
    desk.press(page, "Save")
    desk.says(page, "Saved.")
    text = desk.editor(page)
    desk.go_behind(page, text)
    desk.press(page, "Photo in the text")
    page.get_by_role("dialog").get_by_role("checkbox").check()
    desk.press(page, "Insert")
    expect(text.locator("figure img")).to_be_visible()
    desk.press(page, "Save")

    desk.says(page, "Saved.")
    photo = Photo.objects.get()
    assert f'<figure data-photo="{photo.pk}"></figure>' in head(draft).body


def upload(page: Page, picture: Path) -> None:
    """Upload a picture with its title and credits."""
    page.goto("/admin/articles/photo/add/")
    page.get_by_label("Picture file").set_input_files(picture)
    page.get_by_label("What it shows").fill("المرفأ")
    page.locator("[name=credit_ar]").fill("راصد")
    page.locator("[name=credit_en]").fill("Rased")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".messagelist")).to_be_visible()


def test_every_page_of_the_desk_and_the_site(room: Newsroom, sit_down: SitDown, read: SitDown) -> None:
    live: Article = room.live()
    desk_page, site_page = sit_down(room.chief_editor), read(java_script_enabled=True)
    number = f"/admin/articles/article/{live.pk}"
    at_the_desk = (
        *("/admin/", "/admin/articles/article/", "/admin/flash/", "/admin/import/", "/admin/password_change/"),
        *(f"{number}/change/", f"{number}/history/", f"{number}/revisions/1/", f"{number}/fix/", f"{number}/amend/"),
        *("/admin/articles/photo/", "/admin/articles/topic/add/", "/admin/front/ar/", "/admin/strip/"),
    )
    for address in at_the_desk:
        answer = desk_page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
    for address in (
        "/ar/",
        "/ar/region/",
        f"/ar/{live.pk}/",
        "/ar/search/?q=سفينة",
        "/ar/latest/",
        "/en/",
        "/en/nowhere/",
    ):
        site_page.goto(address)
    expect(site_page.get_by_role("heading", level=1)).to_be_visible()
