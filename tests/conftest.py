"""What every test may lean on: the engine, the triggers round a flush, the browser."""

import os
from collections.abc import Iterator

import hypothesis
import pytest
from django.conf import settings
from django.db import connection
from playwright.sync_api import Browser, sync_playwright
from pytest_django import DjangoDbBlocker

from articles.models import triggers
from articles.publishing import navigation
from articles.templatetags import kept
from articles.workflow import search_entries
from deploy import chromium as chromiums
from deploy import messages

# No deadline: a busy machine is not a fault of the code. In CI the same examples every time.
hypothesis.settings.register_profile("suite", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("suite")

OTHERS_OUT = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)
TOUCHES_SQL = {"db", "transactional_db", "live_server"}
COMMITS = {"transactional_db", "live_server", "django_db_reset_sequences", "django_db_serialized_rollback"}


def pytest_configure() -> None:
    """Compile the catalogue, so that Arabic is Arabic however pytest was started."""
    messages.compile_stale()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL run only what touches SQL; a browser test only where it is marked for both engines."""
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        return
    chosen = [item for item in items if _belongs_on_postgresql(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
    items[:] = chosen


def _belongs_on_postgresql(item: pytest.Item) -> bool:
    if item.get_closest_marker("one_engine"):
        return False
    if item.get_closest_marker("browser"):
        return item.get_closest_marker("both_engines") is not None
    fixtures = set(getattr(item, "fixturenames", ()))
    return item.get_closest_marker("django_db") is not None or bool(fixtures & TOUCHES_SQL)


@pytest.fixture(autouse=True)
def _triggers_are_lifted_before_the_flush(request: pytest.FixtureRequest) -> Iterator[None]:
    # A test that commits ends with a flush of every table, which the triggers rightly refuse; the flush itself lays
    # them again and re-makes the first rows, by post_migrate.
    marker = request.node.get_closest_marker("django_db")
    commits = COMMITS & set(request.fixturenames) or (marker and marker.kwargs.get("transaction"))
    if commits:
        # Asked for here, it is torn down after us.
        request.getfixturevalue("transactional_db")
    yield
    if commits:
        triggers.lift(connection)


@pytest.fixture(autouse=True)
def _nothing_is_held_over() -> None:
    # The process holds the navigation for a minute; the next test has other sections.
    navigation.forget()
    search_entries.forget()
    kept.forget()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """pytest-django's, with one thing more: no thread's forgotten connection hinders the end of a database."""
    yield
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(OTHERS_OUT)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the Chromium to drive; its absence is a failure, never a skip."""
    return chromiums.find() or pytest.fail(chromiums.ADVICE)


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One running Chromium for the worker's browser tests; each takes `browser.new_context()` for each person."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=chromiums.flags())
        yield started
        started.close()


@pytest.fixture
def is_postgresql() -> bool:
    """Whether the test runs on PostgreSQL."""
    return connection.vendor == "postgresql"
