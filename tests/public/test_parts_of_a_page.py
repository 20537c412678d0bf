"""What only some pages have: the house's own texts, series, the calendar, films, marks, and what somebody paid for."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import Format, FrontSlot, Series, StaticPage, Topic
from articles.publishing import navigation
from tests.public.site import link, path_of, tags, texts
from tests.workflow.newsroom import Newsroom


def test_a_page_about_the_house_is_read_in_the_languages_that_have_a_text_and_named_in_the_foot(
    room: Newsroom, client: Client
) -> None:
    both = {"title_ar": "من نحن", "body_ar": "<p>نكتب.</p>", "title_en": "About us", "body_en": "<p>We write.</p>"}
    StaticPage.objects.create(slug="about", changed_at=room.now, **both)
    StaticPage.objects.create(slug="letters", changed_at=room.now, title_ar="البريد", body_ar="<p>اكتبوا.</p>")
    navigation.forget()

    page = client.get("/ar/pages/about/")

    assert texts(page, "h1") == ["من نحن"]
    assert link(page, "alternate", hreflang="en") == ["http://testserver/en/pages/about/"]
    assert 'href="/ar/pages/letters/"' in client.get("/ar/").content.decode()
    assert "letters" not in client.get("/en/").content.decode()
    assert [client.get(f"/{code}/pages/letters/").status_code for code in ("ar", "en")] == [200, 404]


@pytest.mark.parametrize(("is_column", "first"), [(False, "الحلقة الأولى"), (True, "الحلقة الثانية")])
def test_a_series_is_read_from_its_first_part_and_a_column_from_its_newest(
    room: Newsroom, client: Client, *, is_column: bool, first: str
) -> None:
    sea = Series.objects.create(slug="sea", name_ar="البحر", name_en="The sea", is_column=is_column)
    for headline in ("الحلقة الأولى", "الحلقة الثانية"):
        article = room.live(headline=headline)
        article.story.series = sea
        article.story.save()

    page = client.get("/ar/series/sea/")

    assert texts(page, "h2")[0] == first
    assert 'href="/ar/series/sea/"' in client.get(path_of(article)).content.decode()


def test_what_is_paid_for_stands_in_no_list_of_news_and_says_what_it_is_where_it_was_placed(
    room: Newsroom, client: Client
) -> None:
    sun = Topic.objects.create(slug="sun", name_ar="الشمس", name_en="The sun")
    room.live(headline="خبر عن الشمس", topic_ids=(sun.pk,))
    paid = room.live(headline="سطح يعمل", format=Format.SPONSORED, topic_ids=(sun.pk,), extras={"sponsor": "الضحى"})
    path = path_of(paid)

    places = ("", "region/", "latest/", "topics/sun/", f"archive/{timezone.localtime():%Y/%m/%d}/", "feed/rss/")
    shown = [place for place in places if "سطح يعمل" in client.get(f"/ar/{place}").content.decode()]
    FrontSlot.objects.create(
        language="ar", position=1, article=paid, live_from=timezone.now() - timedelta(hours=1), created_by=room.editor
    )

    assert shown == []
    assert [tag["rel"] for tag in tags(client.get("/ar/"), "a") if tag["href"] == path] == ["sponsored"]
    assert "محتوى مدفوع" in client.get("/ar/").content.decode()
    assert "محتوى مدفوع" in client.get(path).content.decode()


def test_what_is_paid_for_and_waits_for_its_place_leads_no_block_of_its_section(room: Newsroom, client: Client) -> None:
    paid = room.live(headline="سطح يعمل", format=Format.SPONSORED, extras={"sponsor": "الضحى"})
    before = [room.live(headline=f"خبر {number}") for number in range(5)]
    since = timezone.now() - timedelta(hours=1)
    for position, article in enumerate([*before, paid], start=1):
        FrontSlot.objects.create(
            language="ar", position=position, article=article, live_from=since, created_by=room.editor
        )

    assert "سطح يعمل" not in client.get("/ar/").content.decode()


def test_a_film_is_a_link_until_a_reader_asks_and_its_words_are_on_the_page(room: Newsroom, client: Client) -> None:
    body = '<div class="embed" data-embed="youtube:RasedDemo01"></div><p>خبر الفيديو.</p>'
    film = room.live(body=body, format=Format.VIDEO, extras={"transcript": "(صوت ريح)\n\nزوينة: هذا ماء."})

    page = client.get(path_of(film))

    html = page.content.decode()
    assert [tag["href"] for tag in tags(page, "a") if "data-player" in tag] == [
        "https://www.youtube.com/watch?v=RasedDemo01"
    ]
    assert not tags(page, "iframe")
    assert "زوينة: هذا ماء." in html
    assert html.index("data-player") < html.rindex("خبر الفيديو")


def test_only_a_page_with_the_marks_asks_for_their_face(room: Newsroom, client: Client) -> None:
    plain = room.live(body="<p>نص بلا علامات.</p>")
    marked = room.live(body='<p>قرأ <span class="quran">ٱلۡحَمۡدُ لِلَّهِ ۝</span></p>')

    faces = [
        [href for href in link(client.get(path_of(article)), "preload") if "quran" in href]
        for article in (plain, marked)
    ]

    assert [len(found) for found in faces] == [0, 1]


def test_scores_and_telephone_numbers_are_not_turned_in_arabic_lines(room: Newsroom, client: Client) -> None:
    article = room.live(headline="الميناء يفوز 3-1", body="<p>الرقم +961 1 234 567، لا 61 في المئة.</p>")

    page = client.get(path_of(article))

    assert texts(page, "h1") == [
        "الميناء يفوز \N{LEFT-TO-RIGHT ISOLATE}3\N{POP DIRECTIONAL ISOLATE}-"
        "\N{LEFT-TO-RIGHT ISOLATE}1\N{POP DIRECTIONAL ISOLATE}"
    ]
    assert '<bdi dir="ltr">+961 1 234 567</bdi>، لا 61 في' in page.content.decode()


def test_the_calendar_leads_to_days_that_were_and_to_none_that_will_be(room: Newsroom, client: Client) -> None:
    room.live()
    today = timezone.localtime(timezone=ZoneInfo("Asia/Beirut"))

    page = client.get(f"/ar/archive/{today:%Y/%m/%d}/")

    days = [tag["href"] for tag in tags(page, "a") if tag.get("aria-current") == "page"]
    assert days == [f"/ar/archive/{today:%Y/%m/%d}/"]
    assert f"/ar/archive/{today + timedelta(days=1):%Y/%m/%d}/" not in page.content.decode()
