"""A newsroom with its server running, and people who sit down at browsers of their own."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as known
from django.core.cache import cache
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from articles.models import User
from tests.admin.desk import SECRET, signed_in
from tests.browser.complaints import Complaints
from tests.workflow.newsroom import Newsroom, make_newsroom

LONG_AGO = timedelta(days=20)
DESKTOP = {"width": 1280, "height": 900}
# A busy machine is not a fault of the code.
PATIENCE = 20_000

SitDown = Callable[..., Page]


@pytest.fixture(autouse=True)
def _own_place(settings: Settings, tmp_path: Path, live_server: LiveServer) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.SITE_ORIGIN = live_server.url
    cache.clear()


@pytest.fixture
def room(live_server: LiveServer) -> Newsroom:
    """A staffed newsroom, three weeks ago; its people speak English to their desk and know one password."""
    room = make_newsroom()
    room.now = timezone.now() - LONG_AGO
    for person in User.objects.all():
        person.interface_language = "en"
        person.set_password(SECRET)
        person.save()
    for who in vars(room).values():
        if isinstance(who, User):
            who.refresh_from_db()
    return room


@pytest.fixture
def complaints() -> Iterator[Complaints]:
    """What the browsers complain of in the course of a test; at its end there must be nothing."""
    heard = Complaints()
    yield heard
    assert heard.all == []


@pytest.fixture
def open_context(browser: Browser, live_server: LiveServer, complaints: Complaints) -> Iterator[Callable[..., Any]]:
    """Open a browser of one's own: its cookies, its size, its language."""
    opened: list[BrowserContext] = []
    expect.set_options(timeout=PATIENCE)

    def open_one(**options: Any) -> BrowserContext:
        wanted = {"base_url": live_server.url, "viewport": DESKTOP, "locale": "en-GB"} | options
        context = browser.new_context(**wanted)
        context.set_default_timeout(PATIENCE)
        complaints.listen_to(context)
        opened.append(context)
        return context

    yield open_one
    for context in opened:
        context.close()


@pytest.fixture
def sit_down(open_context: Callable[..., BrowserContext], live_server: LiveServer) -> SitDown:
    """Sit somebody down at the desk, signed in already."""

    def sit(user: User, **options: Any) -> Page:
        session = signed_in(user).cookies[known.SESSION_COOKIE_NAME].value
        context = open_context(**options)
        context.add_cookies([{"name": known.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
        return context.new_page()

    return sit


@pytest.fixture
def read(open_context: Callable[..., BrowserContext]) -> SitDown:
    """Sit a reader down, without scripts unless told otherwise."""

    def sit(**options: Any) -> Page:
        return open_context(**({"java_script_enabled": False} | options)).new_page()

    return sit
