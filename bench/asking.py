"""A WSGI application asked in this process: its pages, their queries, a cookie of somebody signed in; any Django."""

import io
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any
from urllib.parse import unquote_to_bytes, urlencode, urlsplit

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.sessions.backends.db import SessionStore
from django.core.wsgi import get_wsgi_application
from django.db import connection

from bench.packages import VAR_DIR

ASKED = 30
DESK, FORM = "desk list", "desk form"
SIGNED_IN = (DESK, FORM)
"""The pages that are asked by somebody signed in."""
UNCOUNTED = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
SECRET = "a" * 32
"""What a form sends back as its token, and the cookie holds: a browser of our own may choose it."""


class Door:
    """The application, asked by another reader each time."""

    def __init__(self, cookie: str = "") -> None:
        self.application = get_wsgi_application()
        self.cookie = f"{cookie}; {settings.CSRF_COOKIE_NAME}={SECRET}"
        self._readers = count(1)

    def ask(self, path: str) -> bytes:
        """The body of a page.

        Raises:
            RuntimeError: the answer is not 200.
        """
        return self._answer(path, self._environ(path), expected=200)

    def post(self, path: str, fields: Mapping[str, str]) -> None:
        """Send a form, which leads on to another page when it is taken.

        Raises:
            RuntimeError: the answer leads nowhere.
        """
        sent = urlencode({**fields, "csrfmiddlewaretoken": SECRET}).encode()
        environ = self._environ(path) | {
            "REQUEST_METHOD": "POST",
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(sent)),
            "wsgi.input": io.BytesIO(sent),
        }
        self._answer(path, environ, expected=302)

    def _answer(self, path: str, environ: dict[str, Any], *, expected: int) -> bytes:
        response = self.application(environ, lambda *_status_and_headers: bytes)
        body = b"".join(response)
        response.close()
        if response.status_code != expected:
            message = f"{path} answers {response.status_code}"
            raise RuntimeError(message)
        return body

    def queries(self, path: str) -> int:
        """How many queries a page costs that has been asked before, those for session and user included."""
        asked: list[str] = []

        def noted(execute: Any, sql: str, *rest: Any) -> Any:
            asked.append(sql)
            return execute(sql, *rest)

        self.ask(path)
        with connection.execute_wrapper(noted):
            self.ask(path)
        return sum(not sql.startswith(UNCOUNTED) for sql in asked)

    def _environ(self, path: str) -> dict[str, Any]:
        parts, reader = urlsplit(path), next(self._readers)
        return {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": unquote_to_bytes(parts.path).decode("latin-1"),
            "QUERY_STRING": parts.query,
            "SCRIPT_NAME": "",
            "SERVER_NAME": settings.ALLOWED_HOSTS[0],
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": f"10.{reader >> 16 & 255}.{reader >> 8 & 255}.{reader & 255}",
            "HTTP_COOKIE": self.cookie,
            "wsgi.input": io.BytesIO(),
            "wsgi.errors": sys.stderr,
            "wsgi.url_scheme": "http",
        }


def signed_in(user: AbstractBaseUser) -> str:
    """A Cookie header under which this person is signed in."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


@dataclass(frozen=True)
class Seen:
    """A kind of page as its system shows it; sizes are means over some of its paths, in bytes."""

    paths: Sequence[str]
    queries: int
    size: int
    cards: int

    @classmethod
    def through(cls, door: Door, paths: Sequence[str], *, card: bytes) -> "Seen":
        """Ask for some paths of a kind; `card` is what a card of a list begins with."""
        bodies = [door.ask(path) for path in paths[:: len(paths) // ASKED + 1]]
        size = sum(map(len, bodies)) // len(bodies)
        cards = round(sum(body.count(card) for body in bodies) / len(bodies))
        return cls(paths, max(door.queries(path) for path in paths[:3]), size, cards)


def describe(name: str, pages: Mapping[str, Iterable[str]], *, user: AbstractBaseUser, card: bytes) -> None:
    """Write what one system says of itself into var/bench/."""
    cookie = signed_in(user)
    reader, editor = Door(), Door(cookie)
    seen = {
        page: vars(Seen.through(editor if page in SIGNED_IN else reader, list(paths), card=card))
        for page, paths in pages.items()
    }
    write(name, {"cookie": cookie, "pages": seen})


def write(name: str, value: Any) -> None:
    """Keep a value for the other processes."""
    (VAR_DIR / f"{name}.json").write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def read(name: str) -> Any:
    """A value that another process has kept."""
    return json.loads((VAR_DIR / f"{name}.json").read_text(encoding="utf-8"))
