"""Addresses that readers hold keep leading somewhere: merged topics, old addresses, the language of what is gone."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from articles.models import Author, BylineLine, House, LegacyAddress, Section, Series, Story, Topic
from articles.publishing import addresses, navigation
from tests.public.site import make_photo, path_of, shown_as
from tests.workflow.newsroom import Newsroom


def topic(slug: str, **more: object) -> Topic:
    return Topic.objects.create(slug=slug, name_ar=f"موضوع {slug}", name_en=slug, **more)


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_a_merged_topics_feed_leads_to_the_feed_that_holds_its_articles(
    room: Newsroom, client: Client, kind: str
) -> None:
    ports = topic("ports")
    harbours = topic("harbours")
    room.live(headline="أول", topic_ids=(ports.pk,))
    room.live(headline="ثان", topic_ids=(harbours.pk,))
    harbours.merged_into = ports
    harbours.save()

    old = client.get(f"/ar/topics/harbours/feed/{kind}/")
    feed = client.get(f"/ar/topics/ports/feed/{kind}/").content.decode()

    assert (old.status_code, old["Location"]) == (301, f"/ar/topics/ports/feed/{kind}/")
    assert "أول" in feed
    assert "ثان" in feed


def test_a_topic_is_never_merged_into_itself_or_in_a_circle(db: None) -> None:
    one = topic("one")
    two = topic("two", merged_into=one)
    three = topic("three")
    three.merged_into = three

    with pytest.raises(ValidationError) as itself:
        three.clean()
    one.merged_into = two
    with pytest.raises(ValidationError) as circle:
        one.clean()

    assert list(itself.value.message_dict) == list(circle.value.message_dict) == ["merged_into"]


def test_mergers_of_mergers_stay_one_step_long(room: Newsroom, client: Client) -> None:
    one, two, three = topic("one"), topic("two"), topic("three")
    room.live(headline="أول", topic_ids=(one.pk,))
    one.merged_into = two
    one.save()
    two.merged_into = three
    two.save()
    late = topic("late", merged_into=two)

    answer = client.get("/ar/topics/one/")

    assert {topic.merged_into for topic in Topic.objects.exclude(pk=three.pk)} == {three}
    assert late.merged_into == three
    assert answer["Location"] == "/ar/topics/three/"
    assert "أول" in client.get("/ar/topics/three/").content.decode()


def test_a_slug_that_readers_know_stays(room: Newsroom) -> None:
    known, unknown = [], [topic("quiet"), Author.objects.create(slug="quiet", name_ar="أ", name_en="A")]
    ports, author = topic("ports"), Author.objects.create(slug="salma", name_ar="سلمى", name_en="Salma")
    series = Series.objects.create(slug="column", name_ar="عمود", name_en="Column")
    unknown.append(Series.objects.create(slug="quiet", name_ar="ب", name_en="B"))
    article = room.live(topic_ids=(ports.pk,), bylines=(BylineLine(author_id=author.pk),))
    Story.objects.filter(pk=article.story_id).update(series=series)
    known += [ports, author, series, Section.objects.get(pk=room.section.pk)]

    for thing in (*known, *unknown):
        thing.slug = "other"

    for thing in unknown:
        thing.clean()
    for thing in known:
        with pytest.raises(ValidationError) as refused:
            thing.clean()
        assert list(refused.value.message_dict) == ["slug"]


@pytest.mark.parametrize("old", ["/ar/news", "/en/ship", "/ar/region/1999-ship", "/ar/topics/ship"])
def test_an_old_address_under_a_language_needs_no_closing_slash(room: Newsroom, client: Client, old: str) -> None:
    article = room.live()
    LegacyAddress.objects.create(path=old, article=article)

    answer = client.get(old)

    assert (answer.status_code, answer["Location"]) == (301, addresses.encoded(path_of(article)))


def test_an_address_without_its_closing_slash_still_gets_it(room: Newsroom, client: Client) -> None:
    answer = client.get("/en/latest?x=1")

    assert (answer.status_code, answer["Location"]) == (301, "/en/latest/?x=1")


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("is_held", [True, False])
def test_what_is_missing_outside_both_languages_is_said_in_the_houses_first(
    db: None, client: Client, language: str, *, is_held: bool
) -> None:
    House.objects.update(first_language=language)
    navigation.forget()
    if is_held:
        client.get("/ar/")

    answers = [client.get(path) for path in ("/nothing.html", "/sitemap-ar-1999-1.xml")]

    for answer in answers:
        assert (answer.status_code, answer["Content-Language"]) == (404, language)
        assert f'<html lang="{language}"' in answer.content.decode()
    assert client.get("/ar/nothing/")["Content-Language"] == "ar"
    assert client.post("/nothing.html")["Content-Language"] == language


def test_a_cache_can_be_asked_to_forget_the_sitemaps(room: Newsroom, client: Client) -> None:
    room.live()

    assert client.get("/sitemap.xml")["xkey"] == "lists-ar lists-en"
    assert client.get("/news-sitemap-en.xml")["xkey"] == "lists-en"


def test_a_cache_can_be_asked_to_forget_a_picture_by_the_article_that_shows_it(room: Newsroom, client: Client) -> None:
    photo = make_photo(room)
    article = room.live(photos=(shown_as(photo),))

    answer = client.get(addresses.picture(photo.token, 800, "jpg"))

    assert (answer.status_code, answer["xkey"]) == (200, f"photo-{photo.pk} article-{article.pk}")


@pytest.mark.parametrize("path", ["/en/nothing", "/ar/nothing", "/ar/topics/nothing", "/en/authors/nobody", "/ar/7"])
def test_an_unknown_address_without_a_slash_is_one_404_in_its_language(client, db, path):
    """I8: no redirect leads to nothing."""
    response = client.get(path)

    assert response.status_code == 404
    assert f'<html lang="{path[1:3]}"' in response.content.decode()


def test_a_page_that_is_there_still_gets_its_slash(client, db):
    for path in ("/ar", "/en/latest", "/admin", "/ar/search"):
        response = client.get(f"{path}?q=1")
        assert (response.status_code, response["Location"]) == (301, f"{path}/?q=1"), path
