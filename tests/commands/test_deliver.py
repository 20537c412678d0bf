"""`manage.py deliver`: once, or for as long as the newsroom runs."""

import os
import signal
import subprocess
import sys
import time
from urllib.parse import quote

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from articles.models import Outbox, SearchEntry
from articles.publishing import outbox, reindexing
from tests.workflow.newsroom import make_newsroom


@pytest.mark.django_db
def test_what_is_due_is_delivered_once(capsys: pytest.CaptureFixture[str]) -> None:
    make_newsroom().live()

    call_command("deliver")
    call_command("deliver")

    said = capsys.readouterr().out.split()
    assert said[0] != "0"
    assert said[1] == "0"
    assert not Outbox.objects.filter(done_at=None).exists()


@pytest.mark.django_db
def test_a_worker_that_is_stopped_leaves_the_rest_to_the_next_one() -> None:
    make_newsroom().live()
    waiting = Outbox.objects.filter(done_at=None).count()
    answers = iter([False, True])

    done = outbox.deliver(timezone.now(), is_stopped=lambda: next(answers))

    assert done == 1 < waiting
    assert Outbox.objects.filter(done_at=None, attempts=0).count() == waiting - 1


@pytest.mark.django_db(transaction=True)
def test_forever_fills_an_emptied_search_index_by_itself_and_ends_at_once_when_it_is_stopped() -> None:
    make_newsroom().live()
    SearchEntry.objects.all().delete()  # as an upgrade may leave it
    if connection.vendor == "sqlite":
        url = f"sqlite:///{connection.settings_dict['NAME']}"
    else:
        # As the driver has it: a socket's folder may stand in the address's options.
        to = connection.connection.info
        url = f"postgres://{quote(to.user)}:{quote(to.password)}@{quote(to.host, safe='')}:{to.port}/{to.dbname}"
    environment = os.environ | {"DEBUG": "", "SECRET_KEY": "x" * 50, "ALLOWED_HOSTS": "127.0.0.1", "DATABASE_URL": url}
    worker = subprocess.Popen([sys.executable, "manage.py", "deliver", "--forever"], env=environment)
    try:
        deadline = time.monotonic() + 60
        while not _is_done() and time.monotonic() < deadline:
            time.sleep(0.1)

        worker.send_signal(signal.SIGTERM)

        assert worker.wait(timeout=20) == 0
        assert _is_done()
    finally:
        worker.kill()
        worker.wait()


def _is_done() -> bool:
    return not Outbox.objects.filter(done_at=None).exists() and reindexing.is_up_to_date(timezone.now())
