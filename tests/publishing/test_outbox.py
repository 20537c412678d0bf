"""The outbox: tried until done, once each, dropped with its publication."""

import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from pytest_django import Settings

from articles.models import Outbox
from articles.publishing import outbox, publish
from tests.workflow.newsroom import Newsroom


class Cache(HTTPServer):
    """A cache that writes down what it was asked to forget."""

    asked: list[dict[str, str]]


@pytest.fixture
def cache() -> Iterator[Cache]:
    """A real cache's door on this machine."""

    class Door(BaseHTTPRequestHandler):
        def do_PURGE(self) -> None:
            self.server.asked.append(dict(self.headers))
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_args: object) -> None:
            """Say nothing."""

    server = Cache(("127.0.0.1", 0), Door)
    server.asked = []
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_publishing_asks_every_cache_to_forget_exactly_what_it_changed(
    room: Newsroom, settings: Settings, cache: Cache
) -> None:
    settings.CACHE_PURGE_URLS = [f"http://127.0.0.1:{cache.server_port}/"]
    article = room.live()

    done = outbox.deliver(room.now)

    assert done == 2
    (asked,) = cache.asked
    assert asked["Xkey-Softpurge" if "Xkey-Softpurge" in asked else "xkey-softpurge"].split() == [
        f"article-{article.pk}",
        f"story-{article.story_id}",
        "lists-ar",
        f"section-{room.section.pk}",
    ]


def test_it_asks_once_more_when_older_renders_are_out(room: Newsroom) -> None:
    room.live()
    outbox.deliver(room.now)

    assert outbox.deliver(room.now + timedelta(seconds=30)) == 0
    assert outbox.deliver(room.now + timedelta(seconds=120)) == 1
    assert not Outbox.objects.filter(done_at=None).exists()


def test_a_cache_that_does_not_answer_is_asked_again_later(room: Newsroom, settings: Settings) -> None:
    settings.CACHE_PURGE_URLS = ["http://127.0.0.1:9/"]
    room.live()

    assert outbox.deliver(room.now) == 1
    assert outbox.deliver(room.now) == 0

    task = Outbox.objects.order_by("pk")[0]
    assert task.attempts == 1
    assert "URLError" in task.last_error

    settings.CACHE_PURGE_URLS = []
    assert outbox.deliver(task.due_at) >= 1


def test_what_was_to_follow_a_voided_publication_is_dropped(room: Newsroom) -> None:
    article = room.publish(room.draft(), live_from=room.now + timedelta(hours=3))
    voided = article.publications.get()

    publish.unschedule(article, by=room.editor, clock=room.tick())

    assert all(task.dropped_at for task in Outbox.objects.filter(publication=voided))
