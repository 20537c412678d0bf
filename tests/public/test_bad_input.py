"""Whatever is asked of the site, the answer is a page in the right language, never an error of ours."""

import logging
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client, override_settings
from django.urls import path

from articles.publishing import navigation
from newsroom.urls import urlpatterns as all_urls
from tests.public.site import tags, texts
from tests.workflow.newsroom import Newsroom

UNKNOWN = (
    "/ar/nothing/",
    "/en/nothing/at/all/",
    "/ar/region/abc-def/",
    "/ar/999999999999999999/",
    "/ar/9999999999999999999/",
    "/en/region/" + "9" * 400 + "-x/",
    "/ar/٣/",
    "/ar/topics/لا-شيء/",
    "/ar/topics/" + "ا" * 300 + "/",
    "/ar/authors/nobody/",
    "/ar/pages/about/",
    "/preview/abcdef/",
    "/favicon.ico",
    "/wp-login.php",
    "/ar/%00/",
    "/ar/topics/a%00b/",
    "/ar/%ED%A0%80/",
    "/ar/%FF%FE/",
    "/ar/a%0Ab/",
    "/ar/../../etc/passwd",
    "/AR/",
    "/fr/",
    "/ar//region/",
    "/" + "a" * 3000,
    "/old.php?" + "x" * 3000,
    "/old.php?a=%00",
    "/media/../../secret.jpg",
)


@pytest.mark.parametrize("address", UNKNOWN, ids=lambda text: text[:30])
def test_an_unknown_address_is_a_404_page_in_the_language_of_its_path(
    room: Newsroom, client: Client, address: str
) -> None:
    answer = client.get(quote(address, safe="/?=%&.-_~"))

    assert answer.status_code == 404
    language = "en" if address.startswith("/en/") else "ar"
    assert tags(answer, "html") == [{"lang": language, "dir": "rtl" if language == "ar" else "ltr"}]
    assert len(texts(answer, "h1")) == 1
    assert "no-store" in answer["Cache-Control"] or "s-maxage=10" in answer["Cache-Control"]


def test_a_404_offers_a_search_for_what_the_address_was_about(room: Newsroom, client: Client) -> None:
    answer = client.get("/en/region/olive-harvest-begins.html")

    assert "olive harvest begins" in [tag.get("value") for tag in tags(answer, "input")]


@pytest.mark.parametrize(
    "before",
    ["x", "-", "1", "1-", "-1", "1-x", "9" * 18 + "-1", "1-" + "9" * 19, "١-٢", "\x00"],
)
@pytest.mark.parametrize("place", ["region/", "latest/", "corrections/", "search/?q=سفينة"])
def test_a_key_that_no_list_wrote_is_a_400_page(room: Newsroom, client: Client, place: str, before: str) -> None:
    mark = "&" if "?" in place else "?"

    answer = client.get(f"/ar/{place}{mark}before={quote(before)}")

    assert answer.status_code == 400
    assert tags(answer, "html")[0]["lang"] == "ar"


def test_a_key_of_the_far_past_is_an_empty_page_and_of_the_far_future_a_full_one(
    room: Newsroom, client: Client
) -> None:
    article = room.live()

    for key, is_there in ((f"1-{'9' * 18}", False), (f"{'9' * 17}-1", True)):
        page = client.get(f"/ar/latest/?before={key}")
        assert page.status_code == 200
        assert (f"/{article.pk}-" in page.content.decode()) == is_there


@pytest.mark.parametrize("address", ["/ar", "/ar/latest", "/ar/region", "/ar/feed/rss", "/ar/search?q=a&b=c"])
def test_a_missing_slash_is_one_redirect(room: Newsroom, client: Client, address: str) -> None:
    answer = client.get(address)
    bare, _, query = address.partition("?")

    assert (answer.status_code, answer["Location"]) == (301, f"{bare}/" + (f"?{query}" if query else ""))


def test_a_host_that_is_not_ours_gets_a_page_and_is_not_repeated(room: Newsroom, client: Client) -> None:
    answer = client.get("/en/", headers={"host": "evil.example"})

    assert answer.status_code == 400
    assert "evil.example" not in answer.content.decode() + str(answer.headers)


def broken(request: object) -> None:
    """A view with a fault."""
    raise RuntimeError("a fault of ours")


urlpatterns = [path("en/broken/", broken), *all_urls]
handler500 = "articles.public.errors.server_error"


@override_settings(ROOT_URLCONF=__name__)
def test_a_fault_of_ours_is_a_500_page_without_a_trace(db: None, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL)
    answer = Client(raise_request_exception=False).get("/en/broken/")

    assert answer.status_code == 500
    assert tags(answer, "html") == [{"lang": "en", "dir": "ltr"}]
    assert "a fault of ours" not in answer.content.decode()
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("address", ["/ar/", "/ar/1/", "/en/search/?q=ship", "/", "/sitemap.xml", "/ar/feed/rss/"])
def test_when_the_database_does_not_answer_a_503_page_does(
    client: Client, address: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    navigation.forget()
    connection.close()
    monkeypatch.setitem(connection.settings_dict, "NAME", "/nowhere/at/all")

    answer = client.get(address)

    monkeypatch.undo()
    connection.close()
    assert answer.status_code == 503
    assert answer["Retry-After"]
    assert answer["Cache-Control"] == "no-store"
    assert tags(answer, "html")[0]["lang"] == ("en" if address.startswith("/en/") else "ar")
    assert "Traceback" not in answer.content.decode()


@pytest.mark.django_db(transaction=True)
def test_liveness_needs_no_database_and_readiness_says_what_is_missing(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert client.get("/readyz").status_code == 200
    connection.close()
    monkeypatch.setitem(connection.settings_dict, "NAME", "/nowhere/at/all")

    alive, ready = client.get("/healthz"), client.get("/readyz")

    monkeypatch.undo()
    connection.close()
    assert alive.status_code == 200
    assert (ready.status_code, ready.content) == (503, b"the database does not answer\n")


EVERYWHERE = (
    *(
        "/",
        "/ar/",
        "/ar/region/",
        "/ar/latest/",
        "/ar/corrections/",
        "/ar/search/",
        "/ar/topics/ports/",
        "/ar/authors/x/",
    ),
    *(
        "/ar/series/x/",
        "/ar/pages/about/",
        "/ar/archive/2026/11/24/",
        "/ar/feed/rss/",
        "/ar/region/feed/atom/",
        "/ar/1/",
    ),
    *("/sitemap.xml", "/sitemap-ar-2026-11.xml", "/news-sitemap-ar.xml", "/robots.txt", "/preview/x/", "/healthz"),
    *("/readyz", "/media/" + "0" * 32 + "-640.jpg"),
)
QUERIES = (
    *(
        "before=yesterday",
        "before=%00",
        "before=%ED%A0%80",
        "before=" + "9" * 5000,
        "before[]=1-1",
        "before=1-1&before=x",
    ),
    *(
        "q=%D9%",
        "q=%ED%A0%80%ED%B0%80",
        "q=%00",
        "q=" + "%D8%A7" * 5000,
        "q=a&q=b",
        "q=%FF%FE",
        "=&=&=",
        "%",
        "&" * 999,
    ),
    *(
        "q=%D9%8E%D9%8F",
        "q=%D9%85%D9%86 %D9%81%D9%8A",
        "q=%D8%A7",
        "q='%22)(*:^-",
        "section=%00&from=x&to=%FF",
        "page=-1",
    ),
)
HEADERS = (
    {"accept-encoding": "\udcff".encode("utf-8", "surrogateescape").decode("latin-1")},
    {"accept-language": "ar" * 5000, "accept": "nonsense"},
    {"if-modified-since": "Thu, 99 Foo 99999 99:99:99 GMT", "if-none-match": '"' * 999},
    {"if-match": '"x"'},
    {"if-unmodified-since": "Mon, 01 Jan 0001 00:00:00 GMT"},
    {"range": "bytes=9999999-1", "x-forwarded-host": "evil.example", "forwarded": "host=evil.example"},
    {"cookie": "session=\x7f; csrf=" + "x" * 5000, "x-forwarded-proto": "ftp", "referer": "javascript:alert(1)"},
)
POSSIBLE = {200, 301, 302, 304, 400, 404, 405, 410, 412, 429}


def test_whatever_is_asked_of_whatever_address_is_answered(room: Newsroom, client: Client) -> None:
    room.live()
    odd = []
    for address in EVERYWHERE:
        asked = [client.get(f"{address}?{query}") for query in QUERIES]
        asked += [client.get(address, headers=headers) for headers in HEADERS]
        asked += [
            client.head(address),
            client.generic("BREW", address),
            client.get(address + "%00"),
            client.get(address + "؟%D9"),
        ]
        for answer in asked:
            said = str(answer.headers) + (b"".join(answer)).decode(errors="replace")
            if answer.status_code not in POSSIBLE or "evil.example" in said or answer.cookies:
                odd.append((answer.status_code, address, answer.request["QUERY_STRING"][:40]))
    assert odd == []


@pytest.mark.parametrize(
    "path",
    [
        # As a browser, a mail program and a log write one address, and half of each.
        "/ar/region/{}-سفينة-تصل-إلى-المرفأ/",
        "/ar/region/{}-%D8%B3%D9%81%D9%8A%D9%86%D8%A9-تصل-%D8%A5%D9%84%D9%89-المرفأ/",
        "/ar/region/{}-%d8%b3%d9%81%d9%8a%d9%86%d8%a9-%D8%AA%D8%B5%D9%84-%D8%A5%D9%84%D9%89-%D8%A7%D9%84%D9%85%D8%B1%D9%81%D8%A3/",
    ],
)
def test_an_address_half_arabic_and_half_encoded_is_the_same_address(room: Newsroom, client: Client, path: str) -> None:
    article = room.live()

    answer = client.get(path.format(article.pk))

    assert answer.status_code == 200
    assert texts(answer, "h1") == [article.headline]


@pytest.mark.parametrize(
    "tail", ["%D8%B3%D9%81%D9", "%C3%98%C2%B3", "سفينة%ED%A0%80", "%ED%A0%80%ED%B0%80", "a%00b", "%252F", "%"]
)
def test_an_address_broken_in_the_middle_of_a_letter_is_put_right(room: Newsroom, client: Client, tail: str) -> None:
    article = room.live()

    answer = client.get(f"/ar/region/{article.pk}-{tail}/")

    assert answer.status_code in {301, 404}
    if answer.status_code == 301:
        assert client.get(answer["Location"]).status_code == 200
