"""What machines are told beyond an article's own facts: crops, policies, coverage in parts, films, plain lines."""

from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import Format, House, Section, Series, StaticPage
from articles.publishing import navigation, outbox
from tests.public.site import graph, make_photo, meta, path_of, read, shown_as, texts
from tests.workflow.newsroom import Newsroom

FSI_LTR, PDI = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def test_the_picture_is_named_in_the_three_shapes_that_machines_choose_among(room: Newsroom, client: Client) -> None:
    article = room.live(photos=(shown_as(make_photo(room, width=2400)),))
    outbox.deliver(timezone.now())

    images = graph(read(client, article))["NewsArticle"]["image"]

    assert [round(image["width"] / image["height"], 2) for image in images] == [1.78, 1.33, 1.0]
    assert images[0]["width"] >= 1200
    for image in images:
        assert client.head(image["url"].removeprefix("http://testserver")).status_code == 200


def test_the_house_says_how_it_works_on_the_pages_it_has(room: Newsroom, client: Client) -> None:
    article = room.live()
    bare = graph(read(client, article))["NewsMediaOrganization"]
    for slug in ("about", "masthead", "corrections-policy"):
        StaticPage.objects.create(slug=slug, changed_at=room.now, title_ar="صفحة", body_ar="<p>نص.</p>")
    navigation.forget()

    house = graph(read(client, article))["NewsMediaOrganization"]

    assert bare["correctionsPolicy"] == "http://testserver/ar/corrections/"
    assert "publishingPrinciples" not in bare
    assert house["publishingPrinciples"] == "http://testserver/ar/pages/about/"
    assert house["correctionsPolicy"] == "http://testserver/ar/pages/corrections-policy/"
    assert house["masthead"] == "http://testserver/ar/pages/masthead/"
    assert "publishingPrinciples" not in graph(client.get("/en/"))["NewsMediaOrganization"]


def test_live_coverage_is_told_part_by_part_and_a_films_words_with_it(room: Newsroom, client: Client) -> None:
    live = room.live(
        format=Format.LIVE,
        body="<p>مقدمة.</p><h2>ثانيًا</h2><p>فُرزت الصناديق.</p><h2>أولًا</h2><p>أُقفلت.</p><p>مساءً.</p>",
    )
    film = room.live(
        format=Format.VIDEO,
        body='<div class="embed" data-embed="youtube:RasedDemo01"></div><p>نص.</p>',
        photos=(shown_as(make_photo(room)),),
        extras={"transcript": "(صوت ريح)\n\nزوينة: هذا ماء."},
    )

    page = read(client, live)
    updates = graph(page)["LiveBlogPosting"]["liveBlogUpdate"]
    video = graph(read(client, film))["NewsArticle"]["video"]

    assert [(part["headline"], part["articleBody"]) for part in updates] == [
        ("ثانيًا", "فُرزت الصناديق."),
        ("أولًا", "أُقفلت. مساءً."),
    ]
    for part in updates:
        assert f'id="{part["url"].partition("#")[2]}"' in page.content.decode()
    assert video["transcript"] == "(صوت ريح)\n\nزوينة: هذا ماء."


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_a_series_has_feeds_of_its_own_that_its_page_names(room: Newsroom, client: Client, kind: str) -> None:
    sea = Series.objects.create(slug="sea", name_ar="البحر", name_en="The sea")
    part, _other = room.live(headline="الحلقة الأولى"), room.live(headline="خبر آخر")
    part.story.series = sea
    part.story.save()

    feed = client.get(f"/ar/series/sea/feed/{kind}/").content.decode()

    assert "الحلقة الأولى" in feed
    assert "خبر آخر" not in feed
    assert f"/ar/series/sea/feed/{kind}/" in client.get("/ar/series/sea/").content.decode()
    for nowhere in ("/en/series/sea/", "/ar/series/none/"):
        assert client.get(f"{nowhere}feed/{kind}/").status_code == 404


def test_what_is_paid_for_is_in_no_sitemap_and_leaves_no_month_empty(room: Newsroom, client: Client) -> None:
    room.live(headline="خبر")
    room.now = timezone.now() - timedelta(days=70)
    paid = room.live(headline="إعلان", format=Format.SPONSORED, extras={"sponsor": "شركة الأفق"})

    maps = [node.text or "" for node in ET.fromstring(client.get("/sitemap.xml").content).iter() if "loc" in node.tag]  # noqa: S314

    assert len(maps) == 1
    assert path_of(paid).split("-")[0] not in client.get(maps[0]).content.decode()
    assert f"sitemap-ar-{room.now:%Y}-{room.now.month}.xml" not in maps[0]


def test_lines_without_markup_run_as_their_language_does(room: Newsroom, client: Client) -> None:
    article = room.live(headline="OpenAI تفوز 3-1 والرقم +961 1 234 567", deck="")
    turned = f"{FSI_LTR}+961 1 234 567{PDI}"

    for path in ("/ar/feed/rss/", "/ar/feed/atom/"):
        root = ET.fromstring(client.get(path).content)  # noqa: S314
        (title,) = [
            node.text or "" for node in root.iter() if node.tag.endswith("title") and "OpenAI" in (node.text or "")
        ]
        assert title.startswith("\N{RIGHT-TO-LEFT ISOLATE}OpenAI")
        assert turned in title
    page = read(client, article)
    assert turned in meta(page, "og:title")[0]
    assert turned in texts(page, "title")[0]


def test_a_text_without_a_deck_is_described_by_whole_sentences_and_no_half_quotation(
    room: Newsroom, client: Client
) -> None:
    said = "وقال الوزير: «" + " ".join(["كلمة"] * 60) + "»."
    article = room.live(deck="", body=f"<h2>عنوان فرعي</h2><p>وصلت السفينة صباحًا إلى المرفأ. {said}</p>")

    description = meta(read(client, article), "description")[0]
    summary = ET.fromstring(client.get("/ar/feed/rss/").content).findtext("channel/item/description")  # noqa: S314

    assert description.startswith("وصلت السفينة صباحًا إلى المرفأ.")
    for text in (description, summary or ""):
        assert "عنوان فرعي" not in text
        assert text.count("«") == text.count("»")


@pytest.mark.parametrize(
    ("digits", "shown", "hidden"), [("arab", "١٢ سفينة", "12 سفينة"), ("latn", "12 سفينة", "١٢ سفينة")]
)
def test_a_page_has_one_kind_of_digits_whatever_was_typed(
    room: Newsroom, client: Client, digits: str, shown: str, hidden: str
) -> None:
    House.objects.update(digits=digits)
    navigation.forget()
    code = '<span class="verbatim">الرمز 77 ٧٧</span>'
    article = room.live(headline="وصلت 12 سفينة", deck="ثم ١٢ سفينة", body=f"<p>بعد ١٢ سفينة و12 سفينة. {code}</p>")

    page = read(client, article)
    feed = ET.fromstring(client.get("/ar/feed/rss/").content).find("channel/item")  # noqa: S314

    words = "".join((*texts(page, "title"), *texts(page, "h1"), *texts(page, "article")))
    for text in (words, feed.findtext("title"), feed.findtext("{http://purl.org/rss/1.0/modules/content/}encoded")):
        assert shown in text
        assert hidden not in text
    assert code in page.content.decode()
    assert "12 ships" in read(client, room.live(language="en", headline="12 ships come in")).content.decode()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_an_empty_search_page_says_since_when_it_stands(room: Newsroom, client: Client, language: str) -> None:
    answer = client.get(f"/{language}/search/")

    again = client.get(f"/{language}/search/", headers={"if-modified-since": answer["Last-Modified"]})

    assert again.status_code == 304


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_first_day_of_a_newsroom_has_whole_pages(room: Newsroom, client: Client, language: str) -> None:
    Section.objects.create(slug="sport", name_ar="الرياضة", name_en="Sport")

    for path in ("", "latest/", "sport/", "corrections/", "search/", f"archive/{timezone.localtime():%Y/%m/%d}/"):
        page = client.get(f"/{language}/{path}")
        assert page.status_code == 200, path
        assert len(texts(page, "h1")) == 1, path
        assert len([text for text in texts(page, "main") if len(text) > 5]) == 1, path
