"""axe finds nothing on any template, in either language: WCAG 2.2 AA and best practice, by day and by night."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext

from articles.models import Author, BylineLine, Change, Topic
from deploy.inspection import access
from tests.public.site import both_live, make_photo, path_of, shown_as
from tests.workflow.newsroom import Newsroom

pytestmark = pytest.mark.browser

BODY = (
    "<p>وصلت السفينة إلى المرفأ صباح الثلاثاء.</p><h2>عنوان داخلي</h2><blockquote><p>قول</p></blockquote>"
    "<ul><li><p>بند</p></li></ul><table><tbody><tr><th><p>المرفأ</p></th><td><p>12</p></td></tr></tbody></table>"
)
PLACES = ("", "region/", "authors/salma/", "corrections/", "no/such/")
LOOKS = {"ar": (access.PHONE, "light"), "en": (access.DESKTOP, "dark")}


@pytest.fixture
def paths(room: Newsroom) -> dict[str, list[str]]:
    """One address for each template, in each language."""
    salma = Author.objects.create(slug="salma", name_ar="سلمى حداد", name_en="Salma Haddad")
    topic = Topic.objects.create(slug="ports", name_ar="الموانئ", name_en="Ports")
    known = {"bylines": (BylineLine(author_id=salma.pk),), "topic_ids": (topic.pk,)}
    pair = both_live(room, body=BODY, deck="سطر", photos=(shown_as(make_photo(room)),), **known)
    room.live(headline="خبر ثان", **known)
    notes = ((room.writer, "كان اليوم خطأً."), (room.translator, "The day was wrong."))
    for article, (writer, note) in zip(pair, notes, strict=True):
        corrected = room.change(article, by=writer, deck="Later")
        room.publish(corrected, change=Change.CORRECTION, notes={article.language: note})
    words = {"ar": "سفينة", "en": "ship"}
    return {
        article.language: [
            path_of(article),
            *(
                f"/{article.language}/{place}"
                for place in ("", "region/", "authors/salma/", "corrections/", "no/such/")
            ),
            f"/{article.language}/search/?q={words[article.language]}",
        ]
        for article in pair
    }


@pytest.mark.parametrize("language", ["ar", "en"])
def test_nothing_hinders_anybody_on_any_template(
    paths: dict[str, list[str]], open_context: Callable[..., BrowserContext], language: str
) -> None:
    page = open_context().new_page()
    width, scheme = LOOKS[language]

    found = list(access.everywhere(page, paths[language], widths=(width,), schemes=(scheme,)))

    assert not found, "\n".join(found)
    page.set_content("<img src='data:,'><p lang=xx>x")
    assert access.faults(page, "a page that hinders")
