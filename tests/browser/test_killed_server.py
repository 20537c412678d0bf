"""The server is killed in the middle of a sentence, and the save with it; what was typed is still there."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings as known
from django.db import connection
from playwright.sync_api import BrowserContext, expect

from articles.models import RevisionKind
from tests.admin.desk import signed_in
from tests.architecture.files import BASE_DIR
from tests.browser import desk
from tests.browser.complaints import Complaints
from tests.deploy.test_serve import free_port, wait_for
from tests.workflow.newsroom import Newsroom, head

pytestmark = pytest.mark.browser

TEXT, BEFORE, AFTER = "وصلت السفينة إلى المرفأ.", " وأفرغت «حمولتها» & غادرت", "، ثم عادت"


class Server:
    """The newsroom's own server as a process of its own, on the test's database; killed as a power cut kills."""

    def __init__(self) -> None:
        self.port = free_port()
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def origin(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start, and wait until it answers."""
        database = f"sqlite:///{connection.settings_dict['NAME']}"
        environment = os.environ | {"DATABASE_URL": database, "DJANGO_SETTINGS_MODULE": "tests.settings"}
        command = ["-m", "granian", "--interface", "wsgi", "--port", str(self.port), "newsroom.wsgi:application"]
        self.process = subprocess.Popen(
            [sys.executable, *command], cwd=BASE_DIR, env=environment, start_new_session=True, stderr=subprocess.DEVNULL
        )
        assert wait_for(self._answers)

    def kill(self) -> None:
        """Kill it with all its workers: kill -9."""
        if self.process:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None

    def _answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=5):
                return True
        except OSError:
            return False


@pytest.fixture
def server() -> Iterator[Server]:
    """A server that a test may kill."""
    running = Server()
    running.start()
    yield running
    running.kill()


def test_autosave_and_save_survive_kill_9_of_the_server(
    room: Newsroom, server: Server, open_context: Callable[..., BrowserContext], complaints: Complaints
) -> None:
    article = room.draft(body=f"<p>{TEXT}</p>")
    session = signed_in(room.writer).cookies[known.SESSION_COOKIE_NAME].value
    context = open_context(base_url=server.origin)
    context.add_cookies([{"name": known.SESSION_COOKIE_NAME, "value": session, "url": server.origin}])
    page = context.new_page()
    text = desk.open_article(page, article)
    desk.add_to(page, text.get_by_text(TEXT), BEFORE)
    expect(page.get_by_text("Autosaved")).to_be_visible()

    server.kill()
    page.keyboard.type(AFTER)
    expect(page.get_by_text("kept in this browser")).to_be_visible()
    desk.press(page, "Save")
    page.wait_for_url("chrome-error://**")
    server.start()
    page.close(run_before_unload=False)
    page = context.new_page()
    desk.open_article(page, article)
    page.get_by_role("link", name="Restore").click()
    expect(desk.editor(page).locator("p")).to_have_text(TEXT + BEFORE + AFTER)
    desk.press(page, "Save")
    desk.says(page, "Saved.")

    complaints.all = []
    assert head(article).body == f"<p>{TEXT}{BEFORE.replace('&', '&amp;')}{AFTER}</p>"
    assert not article.revisions.filter(kind=RevisionKind.KEPT).exists()
