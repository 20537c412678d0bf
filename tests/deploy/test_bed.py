"""The bed that other tests lie in: commits are flushed, triggers come back, threads and browser see one database."""

import threading

import pytest
from django.contrib.auth.models import Group
from django.db import connection

from articles.models import House, User, triggers


@pytest.mark.parametrize("time", ["the first time", "after a flush"])
def test_a_test_that_commits_finds_the_triggers_and_the_first_rows(transactional_db, time):
    assert triggers.laid(connection) == triggers.expected(connection)
    assert House.objects.count() == 1
    assert Group.objects.exists()
    assert not User.objects.exists()

    User.objects.create_user("somebody", password="a long enough password")


def test_another_thread_sees_what_is_committed_through_a_connection_of_its_own(transactional_db):
    User.objects.create_user("somebody", password="a long enough password")
    seen: list[int] = []

    def look():
        seen.append(User.objects.count())
        connection.close()

    other = threading.Thread(target=look)
    other.start()
    other.join()

    assert seen == [1]


@pytest.mark.browser
@pytest.mark.both_engines
def test_the_browser_reaches_the_desk_and_nothing_is_refused_by_its_policy(live_server, browser):
    page = browser.new_context().new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if "Security Policy" in message.text else None)

    answer = page.goto(f"{live_server.url}/admin/login/")

    assert answer.status == 200
    assert page.locator("input[name=username]").is_visible()
    assert refused == []
