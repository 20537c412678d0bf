"""Feeds and sitemaps: whole texts, names that stay for ever, real times, nothing that readers do not have."""

from datetime import timedelta
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import Author, BylineLine, House, Section, Topic
from articles.publishing import addresses
from tests.public.site import both_live, link, make_photo, path_of, shown_as
from tests.workflow.newsroom import Newsroom

NS = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "media": "http://search.yahoo.com/mrss/",
    "map": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
}


def tree(client: Client, path: str) -> ET.Element:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return ET.fromstring(answer.content)  # noqa: S314 – our own


def test_an_item_of_rss_is_whole(room: Newsroom, client: Client) -> None:
    salma = Author.objects.create(slug="salma", name_ar="سلمى حداد", name_en="Salma Haddad")
    topic = Topic.objects.create(slug="ports", name_ar="الموانئ", name_en="Ports")
    inside = make_photo(room)
    article = room.live(
        deck="بعد أسبوع",
        dateline="بيروت",
        body=f'<p>نص <a href="/ar/region/">القسم</a></p><figure data-photo="{inside.pk}"></figure>',
        bylines=(BylineLine(author_id=salma.pk),),
        topic_ids=(topic.pk,),
        photos=(shown_as(make_photo(room)), shown_as(inside)),
    )

    channel = tree(client, "/ar/feed/rss/").find("channel")

    item = channel.find("item")
    assert channel.findtext("language") == "ar"
    assert channel.find("atom:link", NS).get("href") == "http://testserver/ar/feed/rss/"
    assert item.findtext("title") == article.headline
    assert item.findtext("link") == addresses.absolute(path_of(article))
    assert item.findtext("description") == "بعد أسبوع"
    assert item.find("guid").get("isPermaLink") == "false"
    assert item.findtext("dc:creator", namespaces=NS) == "سلمى حداد"
    assert [c.text for c in item.findall("category")] == ["المنطقة", "الموانئ"]
    assert item.find("media:content", NS).get("width") == "1280"
    html = item.findtext("content:encoded", namespaces=NS)
    assert html.startswith('<div lang="ar" dir="rtl">')
    assert "بيروت" in html
    assert 'href="http://testserver/ar/region/"' in html
    assert html.count('src="http://testserver/media/') == 2


@pytest.mark.parametrize("kind", ["rss", "atom"])
@pytest.mark.parametrize("place", ["", "region/", "topics/ports/"])
def test_every_place_has_both_feeds(room: Newsroom, client: Client, kind: str, place: str) -> None:
    topic = Topic.objects.create(slug="ports", name_ar="الموانئ", name_en="Ports")
    sport = Section.objects.create(slug="sport", name_ar="الرياضة", name_en="Sport")
    article = room.live(topic_ids=(topic.pk,))
    room.live(headline="مباراة", section_id=sport.pk)

    answer = client.get(f"/ar/{place}feed/{kind}/")

    assert answer["Content-Type"].startswith(f"application/{kind}+xml")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert article.headline in answer.content.decode()
    assert ("مباراة" in answer.content.decode()) == (place == "")
    assert f"http://testserver/ar/{place}feed/{kind}/" in answer.content.decode()


def test_atom_is_valid_where_it_counts(room: Newsroom, client: Client) -> None:
    article = room.live()

    feed = tree(client, "/ar/feed/atom/")

    assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
    entry = feed.find("atom:entry", NS)
    assert feed.findtext("atom:updated", namespaces=NS) == entry.findtext("atom:updated", namespaces=NS)
    assert entry.find("atom:content", NS).get("type") == "html"
    assert entry.findtext("atom:id", namespaces=NS) == f"tag:testserver,2026:article:{article.pk}"


def test_an_empty_feed_is_still_a_feed(room: Newsroom, client: Client) -> None:
    for path in ("/en/feed/rss/", "/en/feed/atom/"):
        assert tree(client, path) is not None


def test_a_guid_outlives_a_new_slug_and_a_new_section(room: Newsroom, client: Client) -> None:
    article = room.live()
    before = tree(client, "/ar/feed/rss/").findtext("channel/item/guid")
    room.publish(room.change(article, headline="عنوان آخر تمامًا"))

    item = tree(client, "/ar/feed/rss/").find("channel/item")

    assert item.findtext("guid") == before
    assert item.findtext("link") == addresses.absolute(path_of(article))


def test_times_in_feeds_are_those_of_real_changes(room: Newsroom, client: Client) -> None:
    article = room.live()
    row = article.publications.get()

    channel = tree(client, "/ar/feed/rss/").find("channel")

    published = row.first_published_at.replace(microsecond=0)
    assert parsedate_to_datetime(channel.findtext("item/pubDate")) == published
    assert parsedate_to_datetime(channel.findtext("lastBuildDate")) == published


def test_pages_name_their_feeds(room: Newsroom, client: Client) -> None:
    topic = Topic.objects.create(slug="ports", name_ar="الموانئ", name_en="Ports")
    article = room.live(topic_ids=(topic.pk,))
    everything, of_section = "http://testserver/ar/feed/rss/", "http://testserver/ar/region/feed/rss/"

    def feeds(path: str) -> list[str | None]:
        return link(client.get(path), "alternate", type="application/rss+xml")

    assert feeds("/ar/") == [everything]
    assert feeds("/ar/region/") == [everything, of_section]
    assert feeds(path_of(article)) == [everything, of_section]
    assert feeds("/ar/topics/ports/") == [everything, "http://testserver/ar/topics/ports/feed/rss/"]


def test_the_sitemaps_lead_to_every_page_by_month_and_language(room: Newsroom, client: Client) -> None:
    arabic, english = both_live(room)
    room.now = timezone.now() - timedelta(days=70)
    old = room.live(headline="قديم")

    maps = [loc.text for loc in tree(client, "/sitemap.xml").findall("map:sitemap/map:loc", NS)]

    found: list[str | None] = []
    for address in maps:
        found += [loc.text for loc in tree(client, address or "").findall("map:url/map:loc", NS)]
    assert sorted(map(str, found)) == sorted(addresses.absolute(path_of(a)) for a in (arabic, english, old))
    assert len(maps) == 3
    assert client.get("/sitemap-ar-1999-1.xml").status_code == 404
    assert client.get("/sitemap-ar-2026-13.xml").status_code == 404
    assert client.get(f"/sitemap-ar-{'9' * 30}-1.xml").status_code == 404


def test_the_news_sitemap_holds_two_days(room: Newsroom, client: Client) -> None:
    room.live(headline="قديم")
    room.now = timezone.now() - timedelta(hours=47)
    fresh_one = room.live(headline="جديد")

    urls = tree(client, "/news-sitemap-ar.xml").findall("map:url", NS)

    assert [url.findtext("map:loc", namespaces=NS) for url in urls] == [addresses.absolute(path_of(fresh_one))]
    assert urls[0].findtext("news:news/news:publication/news:language", namespaces=NS) == "ar"
    assert urls[0].findtext("news:news/news:title", namespaces=NS) == "جديد"


def test_robots_are_told_what_to_leave_alone_and_where_to_look(room: Newsroom, client: Client) -> None:
    text = client.get("/robots.txt").content.decode()

    assert "Disallow: /admin/" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text
    assert "Sitemap: http://testserver/news-sitemap-en.xml" in text


def test_what_xml_cannot_say_is_left_out(room: Newsroom, client: Client) -> None:
    House.objects.update(name_ar="را\x0bصد & <b>")
    room.live()

    assert tree(client, "/ar/feed/rss/").findtext("channel/title") == "راصد & <b>"
