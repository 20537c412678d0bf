"""What machines read of a page: every format by its type, every field equal to what readers see."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import Author, BylineLine, BylineRole, Format, Topic
from articles.publishing import addresses
from tests.public.site import both_live, graph, link, make_photo, meta, path_of, read, shown_as, tags, texts
from tests.workflow.newsroom import Newsroom

TYPES = {
    Format.NEWS: "NewsArticle",
    Format.FLASH: "NewsArticle",
    Format.LIVE: "LiveBlogPosting",
    Format.ANALYSIS: "AnalysisNewsArticle",
    Format.OPINION: "OpinionNewsArticle",
    Format.INTERVIEW: "ReportageNewsArticle",
    Format.EXPLAINER: "BackgroundNewsArticle",
    Format.FEATURE: "ReportageNewsArticle",
    Format.GALLERY: "NewsArticle",
    Format.VIDEO: "NewsArticle",
    Format.CARTOON: "OpinionNewsArticle",
    Format.SPONSORED: "AdvertiserContentArticle",
}
EXPECTED = {
    *("@id", "url", "mainEntityOfPage", "isPartOf", "headline", "description", "datePublished", "dateModified"),
    *("inLanguage", "articleSection", "keywords", "wordCount", "isAccessibleForFree", "image", "publisher", "author"),
    *("locationCreated", "translator"),
}
EMBED = '<div class="embed" data-embed="youtube:dQw4w9WgXcQ"></div>'


def test_every_format_has_its_type(room: Newsroom, client: Client) -> None:
    photo = make_photo(room)
    found, labels = {}, {}
    for format_name in Format:
        more = {"extras": {"sponsor": "شركة الأفق"}} if format_name is Format.SPONSORED else {}
        article = room.live(
            format=format_name,
            headline=f"سفينة {format_name}",
            body=f"<p>نص.</p>{EMBED}",
            photos=(shown_as(photo),),
            **more,
        )
        nodes = graph(read(client, article))
        (found[format_name],) = (node for node in nodes.values() if "headline" in node)
        labels[format_name] = str(format_name.label)

    assert {name: node["@type"] for name, node in found.items()} == TYPES
    assert found[Format.LIVE]["coverageStartTime"] == found[Format.LIVE]["datePublished"]
    assert found[Format.SPONSORED]["sponsor"] == {"@type": "Organization", "name": "شركة الأفق"}
    video = found[Format.VIDEO]["video"]
    assert (video["@type"], video["embedUrl"]) == (
        "VideoObject",
        "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
    )
    assert video["thumbnailUrl"] == found[Format.VIDEO]["image"][0]["url"]
    assert "genre" not in found[Format.NEWS]


def test_every_field_is_there_and_says_what_the_page_shows(room: Newsroom, client: Client) -> None:
    salma = Author.objects.create(slug="salma", name_ar="سلمى حداد", name_en="Salma Haddad")
    omar = Author.objects.create(slug="omar", name_ar="عمر", name_en="Omar")
    topic = Topic.objects.create(slug="ports", name_ar="الموانئ", name_en="Ports")
    article = room.live(
        deck="بعد انتظار دام أسبوعًا",
        dateline="بيروت",
        bylines=(BylineLine(author_id=salma.pk), BylineLine(role=BylineRole.TRANSLATION, author_id=omar.pk)),
        topic_ids=(topic.pk,),
        photos=(shown_as(make_photo(room)),),
    )

    page = read(client, article)

    nodes = graph(page)
    node = nodes["NewsArticle"]
    seen = " ".join(unescape(re.sub(r"<script.*?</script>|<[^>]+>", " ", page.content.decode(), flags=re.S)).split())
    assert set(node) - {"@type"} == EXPECTED
    assert node["headline"] == texts(page, "h1")[0]
    assert [node["url"]] == link(page, "canonical") == meta(page, "og:url")
    assert {node["datePublished"], node["dateModified"]} <= {tag["datetime"] for tag in tags(page, "time")}
    assert node["inLanguage"] == tags(page, "html")[0]["lang"]
    (image,) = node["image"]
    people = [*node["author"], *node["translator"]]
    for text in (
        *(node["description"], node["articleSection"], node["locationCreated"]["name"], *node["keywords"]),
        *(image["caption"], image["creditText"], *(person["name"] for person in people)),
    ):
        assert text in seen
    known = {nodes[name]["@id"] for name in ("NewsMediaOrganization", "WebSite")}
    assert {node["publisher"]["@id"], node["isPartOf"]["@id"]} == known
    assert nodes["NewsMediaOrganization"]["logo"]["url"].startswith("http://testserver/static/")
    for person in people:
        assert client.get(person["url"].removeprefix("http://testserver")).status_code == 200


def test_each_edition_names_the_other_and_which_of_them_was_first(room: Newsroom, client: Client) -> None:
    first, translated = both_live(room)
    pages = {article.language: read(client, article) for article in (first, translated)}
    nodes = {language: graph(page)["NewsArticle"] for language, page in pages.items()}

    assert nodes["ar"]["workTranslation"]["@id"] == nodes["en"]["@id"]
    assert nodes["en"]["translationOfWork"]["@id"] == nodes["ar"]["@id"]
    assert "translationOfWork" not in nodes["ar"]
    assert "workTranslation" not in nodes["en"]
    ways = {
        language: {tag["hreflang"]: tag["href"] for tag in tags(page, "link") if "hreflang" in tag}
        for language, page in pages.items()
    }
    assert ways["ar"] == ways["en"]
    assert set(ways["ar"]) == {"ar", "en", "x-default"}
    assert ways["ar"]["x-default"] == addresses.absolute(path_of(first))


def test_a_headline_of_200_letters_is_cut_at_a_word(room: Newsroom, client: Client) -> None:
    article = room.live(headline=" ".join(["سفينة"] * 33))

    said = graph(read(client, article))["NewsArticle"]["headline"]

    assert len(said) <= 110
    assert said == " ".join(["سفينة"] * (len(said) // 6 + 1))


@pytest.mark.parametrize("place", ["", "region/", "topics/ports/"])
def test_what_is_paid_for_is_in_no_feed_and_in_no_news_sitemap(room: Newsroom, client: Client, place: str) -> None:
    topic = Topic.objects.create(slug="ports", name_ar="الموانئ", name_en="Ports")
    room.now = timezone.now() - timedelta(hours=40)
    room.live(topic_ids=(topic.pk,))
    room.live(headline="إعلان عن سفن", format=Format.SPONSORED, extras={"sponsor": "شركة الأفق"}, topic_ids=(topic.pk,))

    for path in (f"/ar/{place}feed/rss/", f"/ar/{place}feed/atom/", "/news-sitemap-ar.xml"):
        answer = client.get(path)
        assert answer.status_code == 200
        assert "سفينة تصل" in answer.content.decode()
        assert "إعلان" not in answer.content.decode()
