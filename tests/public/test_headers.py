"""What any cache and any browser may do with a public answer (I9), and 304 for who has it."""

import gzip
from datetime import timedelta

import brotli
import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from articles.models import Author, BylineLine, House, Topic
from articles.public.limits import SEARCHES_A_MINUTE
from articles.publishing import navigation, withdraw
from tests.public.site import both_live, path_of
from tests.workflow.newsroom import Newsroom

PAGES = (
    *("/", "/ar/", "/en/", "/ar/region/", "/ar/latest/", "/ar/corrections/", "/ar/search/", "/ar/search/?q=سفينة"),
    *("/ar/topics/ports/", "/ar/feed/rss/", "/ar/feed/atom/", "/ar/region/feed/rss/", "/sitemap.xml"),
    *("/news-sitemap-ar.xml", "/robots.txt", "/ar/nothing/", "/healthz", "/readyz", "/ar/latest"),
)
STORED = (
    *("/ar/", "/en/", "/ar/region/", "/ar/latest/", "/ar/topics/ports/", "/ar/authors/salma/", "/ar/corrections/"),
    *("/ar/search/?q=سفينة", "/ar/feed/rss/", "/ar/region/feed/atom/", "/ar/topics/ports/feed/rss/"),
    *("/sitemap.xml", "/news-sitemap-ar.xml", "/news-sitemap-en.xml"),
)
ENCODINGS = {
    "br": brotli.decompress,
    "gzip": gzip.decompress,
    "identity": bytes,
}


@pytest.fixture
def _site(room: Newsroom) -> None:
    topic = Topic.objects.create(slug="ports", name_ar="الموانئ", name_en="Ports")
    salma = Author.objects.create(slug="salma", name_ar="سلمى حداد", name_en="Salma Haddad")
    both_live(room, topic_ids=(topic.pk,), bylines=(BylineLine(author_id=salma.pk),))


@pytest.fixture
def _midday(room: Newsroom) -> None:
    """The house is where it is noon: at midnight the date in each masthead changes, and no page is kept beyond that."""
    east = 12 - timezone.now().hour
    House.objects.update(time_zone=f"Etc/GMT{-east:+d}")
    navigation.forget()


def seconds(answer: HttpResponse, directive: str) -> int:
    """What Cache-Control says of a directive."""
    return int(answer["Cache-Control"].split(f"{directive}=")[1].split(",")[0])


@pytest.mark.usefixtures("_site")
@pytest.mark.parametrize("path", PAGES)
def test_nobody_gets_a_cookie_and_nothing_varies(client: Client, path: str) -> None:
    client.cookies["session"] = "somebody-who-works-here"
    client.cookies["csrf"] = "none of ours"

    answer = client.get(path, headers={"accept-language": "en", "accept-encoding": "gzip", "user-agent": "phone"})

    assert not answer.cookies
    assert answer.get("Vary", "Accept-Encoding") == "Accept-Encoding"
    assert "private" not in answer["Cache-Control"]


@pytest.mark.usefixtures("_site")
@pytest.mark.parametrize("path", PAGES)
def test_every_public_answer_says_what_a_browser_may_do(client: Client, path: str) -> None:
    answer = client.get(path)

    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert answer["Permissions-Policy"].startswith("camera=()")
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Cross-Origin-Resource-Policy"] in {"same-site", "cross-origin"}
    assert not {"Server", "X-Powered-By"} & set(answer.headers)
    if path.startswith("/ar/"):
        assert answer["Content-Language"] == "ar"


@pytest.mark.usefixtures("_site")
@pytest.mark.parametrize("path", STORED)
def test_who_has_a_page_gets_304_by_its_tag_and_by_its_time(client: Client, path: str) -> None:
    answer = client.get(path)

    for header in ({"if-none-match": answer["ETag"]}, {"if-modified-since": answer["Last-Modified"]}):
        again = client.get(path, headers=header)
        assert (again.status_code, again.content) == (304, b"")
        assert again["ETag"] == answer["ETag"]
        assert again["Cache-Control"] == answer["Cache-Control"]
    assert not answer["ETag"].startswith("W/")


@pytest.mark.usefixtures("_site")
def test_a_tag_of_something_else_gets_the_page_whatever_the_time_says(client: Client) -> None:
    for path in STORED:
        answer = client.get(path)
        later = answer["Last-Modified"]
        tag = answer["ETag"]

        for lie in ('"somebody-else\'s"', f'W/"x", {tag[:-1]}x"', f'"{tag[1:5]}"'):
            again = client.get(path, headers={"if-none-match": lie, "if-modified-since": later})
            assert (again.status_code, again.content) == (200, answer.content), lie
        for truth in ("*", f"W/{tag}", f'"x", {tag}'):
            assert client.get(path, headers={"if-none-match": truth}).status_code == 304, truth
            assert client.head(path, headers={"if-none-match": truth}).status_code == 304, truth
        assert client.get(path, headers={"if-modified-since": "yesterday"}).status_code == 200
        assert client.get(path, headers={"if-modified-since": "Sun, 01 Jan 2006 00:00:00 GMT"}).status_code == 200


@pytest.mark.usefixtures("_site")
def test_each_encoding_has_the_same_text_and_a_tag_of_its_own(client: Client) -> None:
    for path in (*STORED, "/robots.txt", "/ar/nothing/"):
        plain = client.get(path)
        tags = {plain.get("ETag")}
        for encoding, decoded in ENCODINGS.items():
            answer = client.get(path, headers={"accept-encoding": encoding})

            assert answer["Vary"] == "Accept-Encoding"
            assert (decoded if "Content-Encoding" in answer else bytes)(answer.content) == plain.content
            assert int(answer["Content-Length"]) == len(answer.content)
            if "ETag" in answer:
                tags.add(answer["ETag"])
                again = client.get(path, headers={"accept-encoding": encoding, "if-none-match": answer["ETag"]})
                assert (again.status_code, again["Vary"]) == (304, "Accept-Encoding")
                other = client.get(path, headers={"accept-encoding": "x-other", "if-none-match": answer["ETag"]})
                assert other.status_code == (304 if encoding == "identity" else 200)
        assert len(tags) in {1, len(ENCODINGS)}


@pytest.mark.usefixtures("_site")
@pytest.mark.parametrize(
    ("wish", "got"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("GZIP;q=0.5, br;q=0.1", "gzip"),
        ("br;q=0, gzip;q=0.000", None),
        ("*", "br"),
        ("identity", None),
        ("br;q=nonsense", None),
        ("gzip;q=1" + ";" * 5000, None),
        ("", None),
    ],
)
def test_a_reader_gets_the_encoding_asked_for(client: Client, wish: str, got: str | None) -> None:
    assert client.get("/ar/", headers={"accept-encoding": wish}).get("Content-Encoding") == got


@pytest.mark.parametrize("path", ["/ar/", "/ar/latest/", "/ar/feed/rss/"])
def test_a_change_and_a_withdrawal_are_seen_by_who_asks_by_time(room: Newsroom, client: Client, path: str) -> None:
    article = room.live()
    first = client.get(path)

    withdraw.take_off_air(article, by=room.editor, clock=timezone.now())

    again = client.get(path, headers={"if-modified-since": first["Last-Modified"]})
    assert again.status_code == 200
    assert article.headline not in again.content.decode()


@pytest.mark.usefixtures("_midday")
def test_a_page_is_kept_a_minute_and_no_longer_than_until_it_changes(room: Newsroom, client: Client) -> None:
    article, twin = both_live(room)
    assert seconds(client.get(path_of(article)), "s-maxage") == 60
    assert seconds(client.get(path_of(article)), "max-age") == 0

    room.publish(room.change(twin, by=room.translator, deck="Later"), live_from=timezone.now() + timedelta(seconds=30))

    for path in (path_of(article), path_of(twin), "/en/", "/en/latest/"):
        answer = client.get(path)
        assert 25 <= seconds(answer, "s-maxage") <= 30, path
        assert seconds(answer, "stale-while-revalidate") <= 1
    assert seconds(client.get("/ar/latest/"), "s-maxage") == 60


def test_what_a_cache_must_forget_has_the_keys_that_the_outbox_names(room: Newsroom, client: Client) -> None:
    article = room.live()

    assert f"article-{article.pk}" in client.get(path_of(article))["xkey"].split()
    assert f"story-{article.story_id}" in client.get(path_of(article))["xkey"].split()
    for path in ("/ar/", "/ar/latest/", "/ar/feed/rss/"):
        assert {"lists-ar", f"article-{article.pk}"} <= set(client.get(path)["xkey"].split())
    assert f"section-{room.section.pk}" in client.get("/ar/region/")["xkey"].split()


@pytest.mark.usefixtures("_midday")
def test_redirects_may_be_kept_as_long_as_pages(room: Newsroom, client: Client) -> None:
    article = room.live()

    assert seconds(client.get(f"/ar/{article.pk}/"), "s-maxage") == 60
    assert seconds(client.get(f"/ar/{article.pk}/"), "max-age") == 0
    assert seconds(client.get("/ar/nothing/"), "s-maxage") <= 10


@pytest.mark.usefixtures("_site")
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_a_public_page_can_only_be_read(client: Client, method: str) -> None:
    for path in ("/ar/", "/ar/search/", "/ar/1/", "/ar/nothing/", "/robots.txt"):
        answer = getattr(Client(enforce_csrf_checks=True), method)(path)

        assert answer.status_code == 405
        assert answer["Allow"] == "GET, HEAD, OPTIONS"
        assert not answer.cookies


@pytest.mark.usefixtures("_site")
def test_head_is_get_without_its_body_and_options_says_what_there_is(client: Client) -> None:
    for path in PAGES:
        whole, head = client.get(path), client.head(path)
        assert (head.status_code, head.content) == (whole.status_code, b"")
        assert head.get("ETag") == whole.get("ETag")
    options = client.options("/ar/")
    assert (options.status_code, options["Allow"]) == (204, "GET, HEAD, OPTIONS")
    assert SEARCHES_A_MINUTE > 2
