"""A demo newsroom made for the occasion and served as in production: hashed, compressed files, no DEBUG."""

import http.client
import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deploy import messages, serve
from deploy.inspection.crawl import Answer

FIRST_PORT, LAST_PORT = 8400, 8500
PATIENCE = 30


@contextmanager
def served() -> Iterator[str]:
    """Fill a newsroom with the demo, encode its pictures, and serve it; yields its origin. SITE names one that runs."""
    if running := os.environ.get("SITE"):
        yield running.rstrip("/")
        return
    port = next(number for number in range(FIRST_PORT, LAST_PORT) if serve.is_free(number))
    origin = f"http://{serve.HOST}:{port}"
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "DATABASE_URL": f"sqlite:///{folder}/rased.sqlite3",
            "MEDIA_STORAGE_URL": Path(folder, "media").as_uri(),
            "SITE_ORIGIN": origin,
            "ALLOWED_HOSTS": serve.HOST,
            "SECRET_KEY": secrets.token_urlsafe(50),
        }
        os.environ |= environment
        messages.compile_stale()
        for command in (["migrate", "-v0"], ["demo"], ["deliver"]):
            _manage(*command, DEBUG="1")
        _manage("collectstatic", "--no-input", "-v0", DEBUG="")
        os.environ["DEBUG"] = ""
        crew = serve.Crew()
        try:
            options = ("--interface", "wsgi", "--host", serve.HOST, "--port", str(port), "--log-level", "error")
            crew.start("web server", "-m", "granian", *options, "--blocking-threads", "4", "newsroom.wsgi:application")
            if not serve.answers(crew, port):
                sys.exit("The web server does not answer.")
            yield origin
        finally:
            crew.stop()


def _manage(*command: str, **environment: str) -> None:
    subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=serve.BASE_DIR,
        env=os.environ | environment,
        stdout=subprocess.DEVNULL,
        check=True,
    )


def ask(origin: str, path: str, **headers: str) -> Answer:
    """Ask a server for one path, following nothing; its body as it came over the wire."""
    connection = http.client.HTTPConnection(origin.removeprefix("http://"), timeout=PATIENCE)
    try:
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        fields = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, fields, response.read())
    finally:
        connection.close()
