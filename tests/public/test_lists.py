"""Fronts and lists: what stands on them, in which order, and how they page."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import Author, Bulletin, BylineLine, Format, FrontSlot, LegacyAddress, Section, Series, Topic
from articles.publishing import addresses, withdraw
from articles.publishing.lists import PAGE
from tests.public.site import both_live, graph, link, make_photo, meta, path_of, shown_as, tags, texts
from tests.workflow.newsroom import Newsroom


def order_of(client: Client, path: str, *articles: object) -> list[int]:
    """The first place of each article's link on a page."""
    html = client.get(path).content.decode()
    places = {article.pk: html.find(f'href="{path_of(article)}"') for article in articles}
    return [pk for pk, place in sorted(places.items(), key=lambda item: item[1]) if place >= 0]


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize(
    "place", ["", "region/", "latest/", "corrections/", "search/", "topics/ports/", "authors/salma/"]
)
def test_every_kind_of_page_answers_in_both_languages(
    room: Newsroom, client: Client, language: str, place: str
) -> None:
    topic = Topic.objects.create(slug="ports", name_ar="الموانئ", name_en="Ports")
    salma = Author.objects.create(slug="salma", name_ar="سلمى حداد", name_en="Salma Haddad")
    arabic, english = both_live(room, topic_ids=(topic.pk,), bylines=(BylineLine(author_id=salma.pk),))
    room.publish(room.change(english, by=room.translator, bylines=(BylineLine(author_id=salma.pk),)))

    page = client.get(f"/{language}/{place}")

    assert page.status_code == 200
    assert tags(page, "html") == [{"lang": language, "dir": "rtl" if language == "ar" else "ltr"}]
    assert link(page, "canonical") == [f"http://testserver/{language}/{place}"]
    assert link(page, "alternate", hreflang="ar") == [f"http://testserver/ar/{place}"]
    assert link(page, "alternate", hreflang="en") == [f"http://testserver/en/{place}"]
    assert len([text for text in texts(page, "h1") if text]) == 1
    assert meta(page, "og:title")


def test_the_root_leads_to_the_first_language_and_guesses_nothing(room: Newsroom, client: Client) -> None:
    answer = client.get("/", headers={"accept-language": "en"})

    assert (answer.status_code, answer["Location"]) == (302, "/ar/")


def test_lists_are_newest_first_and_by_section_and_language(room: Newsroom, client: Client) -> None:
    sport = Section.objects.create(slug="sport", name_ar="الرياضة", name_en="Sport")
    old, new = room.live(headline="القديم"), room.live(headline="الجديد")
    game = room.live(headline="مباراة", section_id=sport.pk)

    assert order_of(client, "/ar/region/", old, new, game) == [new.pk, old.pk]
    assert order_of(client, "/ar/sport/", old, new, game) == [game.pk]
    assert order_of(client, "/ar/latest/", old, new, game) == [game.pk, new.pk, old.pk]
    assert order_of(client, "/en/latest/", old, new, game) == []


def test_a_list_pages_by_key_without_a_gap_or_a_repeat(room: Newsroom, client: Client) -> None:
    made = [room.live(headline=f"خبر رقم {n}").pk for n in range(PAGE + 3)]
    seen: list[int] = []
    path = "/ar/region/"
    for _turn in range(2):
        page = client.get(path)
        hrefs = [tag["href"] for tag in tags(page, "a") if (tag["href"] or "").startswith("/ar/region/")]
        seen += dict.fromkeys(int(h.split("/")[3].split("-")[0]) for h in hrefs if "-خبر-" in h)
        older = [tag["href"] for tag in tags(page, "a") if tag.get("rel") == "next"]
        path = older[0] if older else ""

    assert seen == made[::-1]
    assert path == ""
    assert "before=" in link(page, "canonical")[0]


def test_articles_of_one_instant_page_by_their_number(room: Newsroom, client: Client) -> None:
    at = timezone.now() - timedelta(days=1)
    made = []
    for n in range(PAGE + 2):
        moment = room.now
        made.append(room.publish(room.draft(headline=f"خبر رقم {n}"), live_from=at).pk)
        room.now = moment

    first = client.get("/ar/latest/")
    older = next(tag["href"] for tag in tags(first, "a") if tag.get("rel") == "next")
    second = client.get(older)

    for page, wanted in ((first, made[2:]), (second, made[:2])):
        assert all(f"/ar/region/{pk}-" in page.content.decode() for pk in wanted)
    assert f"/ar/region/{made[0]}-" not in first.content.decode()


def test_a_topic_holds_what_was_merged_into_it_and_the_merged_one_leads_there(room: Newsroom, client: Client) -> None:
    ports = Topic.objects.create(slug="ports", name_ar="الموانئ", name_en="Ports")
    harbours = Topic.objects.create(slug="harbours", name_ar="المرافئ", name_en="Harbours", merged_into=ports)
    one = room.live(headline="أول", topic_ids=(ports.pk,))
    two = room.live(headline="ثان", topic_ids=(harbours.pk,))
    both = room.live(headline="ثالث", topic_ids=(harbours.pk, ports.pk))

    assert order_of(client, "/ar/topics/ports/", one, two, both) == [both.pk, two.pk, one.pk]
    answer = client.get("/ar/topics/harbours/")
    assert (answer.status_code, answer["Location"]) == (301, "/ar/topics/ports/")
    assert "الموانئ" in client.get(path_of(two)).content.decode()


def test_a_topic_that_only_a_draft_has_is_no_page(room: Newsroom, client: Client) -> None:
    topic = Topic.objects.create(slug="secret", name_ar="السر", name_en="Secret")
    room.draft(topic_ids=(topic.pk,))

    assert client.get("/ar/topics/secret/").status_code == 404
    assert client.get("/ar/topics/secret/feed/rss/").status_code == 404


def test_a_topic_page_names_its_other_edition_only_when_it_has_articles(room: Newsroom, client: Client) -> None:
    topic = Topic.objects.create(slug="ports", name_ar="الموانئ", name_en="Ports")
    room.live(topic_ids=(topic.pk,))

    assert link(client.get("/ar/topics/ports/"), "alternate", hreflang="en") == []
    assert client.get("/en/topics/ports/").status_code == 404


def test_an_authors_page_has_the_portrait_the_bio_and_what_was_signed(room: Newsroom, client: Client) -> None:
    portrait = make_photo(room)
    salma = Author.objects.create(
        slug="salma", name_ar="سلمى حداد", name_en="Salma Haddad", bio_ar="تكتب عن البحر.", portrait=portrait
    )
    article = room.live(bylines=(BylineLine(author_id=salma.pk),))
    room.live(headline="لغيرها")

    page = client.get("/ar/authors/salma/")

    assert "تكتب عن البحر." in page.content.decode()
    assert "لغيرها" not in page.content.decode()
    assert order_of(client, "/ar/authors/salma/", article) == [article.pk]
    assert graph(page)["ProfilePage"]["mainEntity"]["name"] == "سلمى حداد"
    assert portrait.token in page.content.decode()
    assert client.head(addresses.picture(portrait.token, 800, "jpg")).status_code == 200


def test_a_day_of_the_archive_is_the_houses_day(room: Newsroom, client: Client) -> None:
    article = room.live()
    there = article.publications.get().first_published_at.astimezone(ZoneInfo("Asia/Beirut"))

    assert order_of(client, f"/ar/archive/{there:%Y/%m/%d}/", article) == [article.pk]
    before = there - timedelta(days=1)
    assert order_of(client, f"/ar/archive/{before:%Y/%m/%d}/", article) == []
    assert client.get("/ar/archive/2999/01/01/").status_code == 404
    assert client.get("/ar/archive/2026/02/31/").status_code == 404
    assert client.get("/ar/archive/2026/2/3/").status_code == 404


def test_a_series_lists_its_articles(room: Newsroom, client: Client) -> None:
    column = Series.objects.create(slug="harbour-notes", name_ar="دفتر المرفأ", name_en="Harbour notes")
    article = room.live()
    type(article.story).objects.filter(pk=article.story_id).update(series=column)

    assert order_of(client, "/ar/series/harbour-notes/", article) == [article.pk]
    assert client.get("/ar/series/nothing/").status_code == 404


def test_a_slot_leads_the_front_with_its_own_words(room: Newsroom, client: Client) -> None:
    placed, newest = room.live(headline="قديم"), room.live(headline="جديد")
    FrontSlot.objects.create(
        language="ar",
        position=1,
        article=placed,
        headline="عنوان للرئيسية وحدها",
        live_from=room.now,
        created_by=room.editor,
    )

    page = client.get("/ar/")

    assert page.content.decode().find("عنوان للرئيسية وحدها") < page.content.decode().find("جديد")
    assert order_of(client, "/ar/", placed, newest) == [placed.pk, newest.pk]


def test_a_slot_of_an_article_that_was_withdrawn_shows_nothing(room: Newsroom, client: Client) -> None:
    placed = room.live()
    FrontSlot.objects.create(
        language="ar", position=1, article=placed, headline="عنوان", live_from=room.now, created_by=room.editor
    )
    withdraw.take_off_air(placed, by=room.editor, clock=room.tick())

    assert "عنوان" not in " ".join(texts(client.get("/ar/"), "article"))


def test_the_lead_of_the_front_has_a_picture_where_there_is_one(room: Newsroom, client: Client) -> None:
    pictured = room.live(headline="مصوّر", photos=(shown_as(make_photo(room)),))
    newer = room.live(headline="بلا صورة")

    assert order_of(client, "/ar/", pictured, newer) == [pictured.pk, newer.pk]


def test_opinion_stands_apart_on_the_front(room: Newsroom, client: Client) -> None:
    opinion = room.live(headline="رأي", format=Format.OPINION)
    news = room.live(headline="خبر")

    assert order_of(client, "/ar/", opinion, news) == [news.pk, opinion.pk]


def test_the_strip_is_on_every_page_of_its_language_until_its_end(room: Newsroom, client: Client) -> None:
    article = room.live()
    now = timezone.now()
    for text, begin, end in (
        ("عاجل الآن", now - timedelta(minutes=5), now + timedelta(minutes=5)),
        ("عاجل انتهى", now - timedelta(minutes=50), now - timedelta(minutes=5)),
        ("عاجل لاحقًا", now + timedelta(seconds=30), now + timedelta(minutes=5)),
    ):
        Bulletin.objects.create(
            language="ar", text=text, article=article, live_from=begin, live_until=end, created_by=room.editor
        )

    for path in ("/ar/", "/ar/region/", path_of(article), "/ar/search/?q=سفينة"):
        page = client.get(path)
        assert "عاجل الآن" in page.content.decode(), path
        assert "انتهى" not in page.content.decode()
        assert "لاحقًا" not in page.content.decode()
        assert int(page["Cache-Control"].split("s-maxage=")[1].split(",")[0]) <= 30
    assert "عاجل" not in client.get("/en/").content.decode()
    assert path_of(article) in [tag["href"] for tag in tags(client.get("/ar/corrections/"), "a")]


def test_an_old_address_leads_where_its_article_is_now(room: Newsroom, client: Client) -> None:
    article = room.live()
    LegacyAddress.objects.create(path="/2019/05/ship.html", article=article)
    LegacyAddress.objects.create(path="/story.php?id=7", article=article)
    LegacyAddress.objects.create(path="/ar/harbour/", section=room.section)

    for old, new in (
        ("/2019/05/ship.html", path_of(article)),
        ("/story.php?id=7", path_of(article)),
        ("/ar/harbour/", "/ar/region/"),
    ):
        answer = client.get(old)
        assert (answer.status_code, answer["Location"]) == (301, addresses.encoded(new))
    assert client.get("/story.php?id=8").status_code == 404
