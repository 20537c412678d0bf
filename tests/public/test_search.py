"""Search as a reader has it: found words marked, a sentence for everything else, no work for who asks too often."""

from urllib.parse import quote

import pytest
from django.core.cache import cache
from django.test import Client

from articles.public import limits
from articles.publishing.search import LONGEST_QUERY, PAGE
from tests.public.site import both_live, link, meta, path_of, tags, texts
from tests.workflow.newsroom import Newsroom


def test_a_word_is_found_in_other_spelling_and_marked_in_its_own(room: Newsroom, client: Client) -> None:
    article = room.live(headline="إعلان المرفأ عن أوّل سفينة")

    page = client.get("/ar/search/", {"q": "اعلان اول"})

    assert path_of(article) in [tag["href"] for tag in tags(page, "a")]
    assert texts(page, "mark") == ["إعلان", "أوّل"]
    assert [tag.get("value") for tag in tags(page, "input") if tag.get("name") == "q"] == ["اعلان اول"]


def test_a_search_is_of_one_language(room: Newsroom, client: Client) -> None:
    arabic, english = both_live(room)

    page = client.get("/en/search/", {"q": "ship"})

    hrefs = [tag["href"] for tag in tags(page, "a")]
    assert path_of(english) in hrefs
    assert path_of(arabic) not in hrefs
    assert meta(page, "robots") == ["noindex"]
    assert link(page, "canonical") == ["http://testserver/en/search/?q=ship"]


def test_when_no_article_has_all_words_those_with_some_are_shown_and_it_says_so(room: Newsroom, client: Client) -> None:
    article = room.live()

    page = client.get("/ar/search/", {"q": "سفينة زرقاء"})

    assert path_of(article) in [tag["href"] for tag in tags(page, "a")]
    assert len(texts(page, "mark")) == 1


def test_results_page_by_key(room: Newsroom, client: Client) -> None:
    made = [room.live(headline=f"سفينة رقم {n}").pk for n in range(PAGE + 2)]

    first = client.get("/ar/search/", {"q": "سفينة"})
    older = next(tag["href"] for tag in tags(first, "a") if tag.get("rel") == "next")
    second = client.get(older)

    assert all(f"/{pk}-" in first.content.decode() for pk in made[2:])
    assert all(f"/{pk}-" in second.content.decode() for pk in made[:2])
    assert not [tag for tag in tags(second, "a") if tag.get("rel") == "next"]


@pytest.mark.parametrize("query", ["", "   ", "؟!", "كلمةغيرموجودة", "'", '"', "* OR NEAR(", "a\x00b", "\ud800"])
def test_whatever_is_asked_gets_a_page(room: Newsroom, client: Client, query: str) -> None:
    room.live()

    page = client.get("/ar/search/", {"q": query.encode("utf-8", "surrogatepass")})

    assert page.status_code == 200
    assert len(texts(page, "h1")) == 1


def test_a_query_longer_than_200_characters_gets_a_sentence(room: Newsroom, client: Client) -> None:
    page = client.get("/en/search/", {"q": "a" * (LONGEST_QUERY + 1)})

    assert page.status_code == 400
    assert "too long" in page.content.decode()
    assert page["Cache-Control"] == "no-store"
    assert client.get("/en/search/", {"q": "a" * LONGEST_QUERY}).status_code == 200


def test_more_than_thirty_searches_a_minute_get_a_sentence_and_other_people_are_served(
    room: Newsroom, client: Client
) -> None:
    statuses = [
        client.get("/en/search/", {"q": "ship"}, REMOTE_ADDR="192.0.2.7").status_code
        for _turn in range(limits.SEARCHES_A_MINUTE + 2)
    ]

    assert statuses[0] == 200
    assert statuses[-1] == 429
    assert client.get("/en/search/", {"q": "ship"}, REMOTE_ADDR="192.0.2.8").status_code == 200
    assert client.get("/en/search/", REMOTE_ADDR="192.0.2.7").status_code == 200


def test_a_household_shares_one_count_whatever_its_address_in_ipv6(room: Newsroom, client: Client) -> None:
    cache.clear()
    statuses = [
        client.get("/en/search/", {"q": "ship"}, REMOTE_ADDR=f"2001:db8:0:1::{n:x}").status_code for n in range(40)
    ]

    assert statuses[-1] == 429


def test_a_search_is_narrowed_to_a_section_and_to_days(room: Newsroom, client: Client) -> None:
    article = room.live(headline="سفينة في المرفأ")
    slug = article.story.section.slug

    def finds(**limits: str) -> bool:
        page = client.get("/ar/search/", {"q": "سفن", **limits})
        return path_of(article) in [tag["href"] for tag in tags(page, "a")]

    assert finds()
    assert finds(section=slug, until="2099-01-01")
    assert not finds(section=slug, until="1999-01-01")
    assert not finds(**{"from": "2099-01-01"})
    assert finds(section="no-such", until="not-a-day")


def test_suggestions_are_headlines_that_readers_have_with_the_word_begun(room: Newsroom, client: Client) -> None:
    article = room.live(headline="غرينلاند تنتظر السفينة")
    room.draft(headline="غرينلاند سرّ")

    def suggested(typed: str) -> list[dict[str, str]]:
        return client.get("/ar/search/suggest/", {"q": typed.encode("utf-8", "surrogatepass")}).json()["suggestions"]

    assert suggested("غرين") == [{"headline": "غرينلاند تنتظر السفينة", "url": path_of(article)}]
    assert suggested("غرينلاند السفي") == suggested("غرين") == suggested("والسفن غرينل")
    assert suggested("غرينلاند ال") == suggested("غرينلاند") == suggested("غرين")
    assert suggested("من ال") == suggested("غر") == suggested("") == suggested("\ud800'\"*") == []


def test_a_name_in_another_transcription_is_found_by_its_sound(room: Newsroom, client: Client) -> None:
    article = room.live(headline="غرينلاند تنتظر", body="<p>سفينة في المرفأ.</p>")

    alone = client.get("/ar/search/", {"q": "جرينلند"})
    beside = client.get("/ar/search/", {"q": "سفينة جرينلند"})

    assert path_of(article) in [tag["href"] for tag in tags(alone, "a")]
    assert "سفينة غرينلاند" in texts(beside, "bdi")


@pytest.mark.parametrize(
    ("language", "headline", "typed", "meant"),
    [
        ("ar", "قطر تفتح المرفأ", "قطرر", "قطر"),
        ("ar", "تونس تنتظر", "تونص", "تونس"),
        ("ar", "قطر تفتح المرفأ", "المرفأ قطرر", "المرفأ قطر"),
        ("en", "Parliament votes in Egypt", "egpyt", "egypt"),
        ("en", "Parliament votes in Egypt", "votes parlament", "votes parliament"),
    ],
)
def test_a_slip_is_asked_about_in_short_words_and_english_too(
    room: Newsroom, client: Client, language: str, headline: str, typed: str, meant: str
) -> None:
    article = room.live(language=language, headline=headline)

    page = client.get(f"/{language}/search/", {"q": typed})

    assert meant in texts(page, "bdi")
    offered = f"/{language}/search/?q={quote(meant)}"
    assert offered in [tag["href"] for tag in tags(page, "a")]
    assert path_of(article) in [tag["href"] for tag in tags(client.get(offered), "a")]


def test_nothing_is_offered_that_readers_find_nothing_of(room: Newsroom, client: Client) -> None:
    room.draft(headline="قطر سرّ")
    room.live(headline="غزة تنتظر")

    assert "قطر" not in texts(client.get("/ar/search/", {"q": "قطرر"}), "bdi")
