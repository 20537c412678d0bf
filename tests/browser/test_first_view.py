"""What a phone fetches to read an article of 800 words for the first time: the bytes that production serves, counted.

The peer's data-saving page may weigh 50 KB. Text is counted as gzip -6 makes it, static files as they lie compressed.
"""

import gzip
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.core.management import call_command
from django.http import HttpResponseBase
from django.test import Client
from playwright.sync_api import Browser, Page, Route
from pytest_django import Settings

from articles.language.blocks import plain_text
from articles.language.words import count_words
from articles.management import archive_text
from articles.models import Author, BylineLine, Topic
from articles.publishing import photos
from deploy.inspection import screens
from tests.public.site import link, make_photo, path_of, shown_as
from tests.workflow.newsroom import Newsroom, make_newsroom

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

KB = 1024
PHONE = {"width": 412, "height": 823}
ORIGIN = "http://testserver"
WORDS = 800
HTML, STYLE, SCRIPTS, ALL, REQUESTS = 11 * KB, 6 * KB, 3 * KB, 50 * KB, 8
LEAD_PICTURE = 60 * KB
FONTS = {"ar": (2, 30 * KB), "en": (1, 24 * KB)}
KINDS = {"document": "html", "stylesheet": "style", "font": "fonts", "script": "scripts", "image": "pictures"}


@pytest.fixture
def production(settings: Settings, tmp_path: Path) -> Client:
    """A client of the site as production answers it: hashed files, precompressed, no DEBUG."""
    settings.STATIC_ROOT = str(tmp_path / "static")
    settings.MEDIA_ROOT = str(tmp_path / "media")
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "newsroom.statics.BuiltStaticFiles"}}
    settings.WHITENOISE_USE_FINDERS = settings.WHITENOISE_AUTOREFRESH = False
    # What only the desk loads takes long to compress, and no reader fetches it.
    desk = ("admin", "desk", "django_prose_editor", "js_asset")
    call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=list(desk))
    return Client(headers={"accept-encoding": "gzip, deflate, br, zstd"})


def long_article(room: Newsroom, language: str) -> str:
    """Publish an article of 800 words with what one usually has, others of its topic beside it; return its path."""
    author = Author.objects.create(slug="salma", name_ar="سلمى حداد", name_en="Salma Haddad", portrait=None)
    topics = [Topic.objects.create(slug=f"t-{n}", name_ar=f"الموانئ {n}", name_en=f"Ports {n}") for n in range(4)]
    texts = archive_text.pool(language, 12, seed=8)
    photo = make_photo(room)
    photos.render(photo.pk)
    words = {
        "language": language,
        "section_id": room.section.pk,
        "bylines": (BylineLine(author_id=author.pk),),
        "topic_ids": tuple(topic.pk for topic in topics),
        "photos": (shown_as(photo),),
        "dateline": {"ar": "بيروت", "en": "Beirut"}[language],
    }
    for text in texts[-6:]:
        room.live(headline=text.headline, deck=text.deck, body=text.body_html, **words)
    body = ""
    for text in texts:
        if count_words(plain_text(body)) >= WORDS:
            break
        body += text.body_html
    return path_of(room.live(headline=texts[0].headline, deck=texts[0].deck, body=body, **words))


def read(client: Client, path: str, encoding: str) -> tuple[HttpResponseBase, bytes]:
    """Return what a path answers in an encoding, and its bytes over the wire."""
    answer = client.get(path, headers={"accept-encoding": encoding})
    sent = b"".join(answer)
    answer.close()
    return answer, sent


class Fetched:
    """Everything that a browser fetched for one page, answered by a client, by kind and in bytes over the wire."""

    def __init__(self, page: Page, client: Client) -> None:
        self.client = client
        self.weights: dict[str, list[int]] = {kind: [] for kind in KINDS.values()}
        self.strangers: list[str] = []
        self.not_for_ever: list[str] = []
        page.route("**/*", self._answer)

    def _answer(self, route: Route) -> None:
        asked = urlsplit(route.request.url)
        if f"{asked.scheme}://{asked.netloc}" != ORIGIN:
            self.strangers.append(route.request.url)
            route.abort()
            return
        (sent, small), (plain, whole) = (read(self.client, asked.path, encoding) for encoding in ("br", "identity"))
        kind = KINDS.get(route.request.resource_type, "pictures")
        self.weights[kind].append(len(gzip.compress(whole, 6)) if kind == "html" else len(small))
        if asked.path.startswith("/static/") and "immutable" not in sent["Cache-Control"]:
            self.not_for_ever.append(asked.path)
        headers = {name: value for name, value in plain.headers.items() if name.lower() != "content-length"}
        route.fulfill(status=plain.status_code, headers=headers, body=whole)

    @property
    def number(self) -> int:
        """How many requests there were."""
        return sum(map(len, self.weights.values()))

    def total(self, *kinds: str) -> int:
        """How many bytes some kinds weigh."""
        return sum(sum(self.weights[kind]) for kind in kinds)


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A phone that has never been here."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=1.75, is_mobile=True, has_touch=True)
    context.add_init_script(screens.SHIFTS)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_first_view_of_a_long_article_weighs_less_than_the_peers_lite_page(
    production: Client, phone: Page, language: str
) -> None:
    path = long_article(make_newsroom(), language)
    fetched = Fetched(phone, production)

    phone.goto(ORIGIN + path, wait_until="networkidle")
    phone.evaluate("document.fonts.ready")

    most_fonts, heaviest_fonts = FONTS[language]
    assert fetched.strangers == []
    assert fetched.not_for_ever == []
    assert fetched.number <= REQUESTS, fetched.weights
    assert len(fetched.weights["style"]) == 1
    assert len(fetched.weights["fonts"]) <= most_fonts
    assert fetched.total("html") <= HTML, fetched.weights
    assert max(fetched.weights["pictures"]) <= LEAD_PICTURE, fetched.weights
    assert fetched.total("style") <= STYLE, fetched.weights
    assert fetched.total("fonts") <= heaviest_fonts, fetched.weights
    assert fetched.total("scripts") <= SCRIPTS, fetched.weights
    assert fetched.total("html", "style", "fonts", "scripts") <= ALL, fetched.weights
    assert phone.evaluate("globalThis.shifted") == 0
    assert phone.evaluate(screens.OVERFLOW) == 0
    phone.set_viewport_size({"width": screens.NARROWEST, "height": 700})
    assert phone.evaluate(screens.OVERFLOW) == 0
    assert phone.evaluate("[...document.scripts].every((one) => one.defer || one.type.includes('json'))")


def test_no_screen_is_sent_more_than_two_pixels_to_one_of_its_own(production: Client, browser: Browser) -> None:
    path = long_article(make_newsroom(), "ar")
    wide = """() => [...document.images].filter((one) => one.complete && one.naturalWidth)
      .map((one) => Number(one.currentSrc.match(/-([0-9]+)[.][a-z]+$/)[1]) / one.clientWidth)"""

    for density in (2, 3, 4):
        context = browser.new_context(viewport=PHONE, device_scale_factor=density, is_mobile=True)
        page = context.new_page()
        fetched = Fetched(page, production)
        page.goto(ORIGIN + path, wait_until="networkidle")
        assert max(page.evaluate(wide)) <= 2.1
        assert max(fetched.weights["pictures"]) <= LEAD_PICTURE
        context.close()


def test_a_static_file_is_sent_precompressed_and_for_ever(production: Client) -> None:
    (stylesheet,) = link(production.get("/ar/", headers={"accept-encoding": "identity"}), "stylesheet")

    for encoding in ("br", "gzip"):
        answer, _sent = read(production, stylesheet, encoding)
        assert answer["Content-Encoding"] == encoding
        assert "immutable" in answer["Cache-Control"]
        assert "max-age=315360000" in answer["Cache-Control"]
        assert answer["X-Content-Type-Options"] == "nosniff"
