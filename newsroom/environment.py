"""Turn the text of environment variables into values for settings; reads no environment itself."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

MAIL_SCHEMES = {"smtp": 25, "smtp+tls": 587, "smtps": 465, "submission": 587}


def is_on(text: str) -> bool:
    """Whether a switch is on: 1, true, yes and on are; everything else is off."""
    return text.strip().lower() in {"1", "true", "yes", "on"}


def words(text: str) -> list[str]:
    """The entries of a list separated by commas or blanks."""
    return text.replace(",", " ").split()


def kept_secret(path: Path) -> str:
    """The development secret, made at the first call and kept in `path` for the owner only."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(get_random_secret_key(), encoding="utf-8")
    return path.read_text(encoding="utf-8")


def database(url: str, *, statement_timeout: str) -> dict[str, Any]:
    """A DATABASES entry tuned for its engine; `statement_timeout` in PostgreSQL's notation (0 for none)."""
    entry: dict[str, Any] = dict(dj_database_url.parse(url))
    engine = entry["ENGINE"].rpartition(".")[2]
    if engine == "sqlite3":
        entry["CONN_MAX_AGE"] = None
        # With Django's own defaults 9 of 240 concurrent transactions failed; with these, none.
        entry["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 5,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
            # What is deleted is overwritten: a redacted passage must not lie on in a page that nothing uses.
            " PRAGMA secure_delete=ON;",
        } | entry.get("OPTIONS", {})
    elif engine == "postgresql":
        entry["CONN_MAX_AGE"] = 600
        entry["CONN_HEALTH_CHECKS"] = True
        limits = {
            "statement_timeout": statement_timeout,
            "lock_timeout": "5s",
            "idle_in_transaction_session_timeout": "30s",
            # Every question of ours is of an index and of few rows; for one whose cost was guessed too high, starting
            # workers and compiling took 300 ms of a search's 3.
            "jit": "off",
            "max_parallel_workers_per_gather": "0",
        }
        options = " ".join(f"-c {name}={value}" for name, value in limits.items())
        entry["OPTIONS"] = {"options": options} | entry.get("OPTIONS", {})
    else:
        message = f"DATABASE_URL names the engine {engine}; Rased runs on sqlite:/// and postgres://."
        raise ImproperlyConfigured(message)
    return entry


def mail(url: str) -> dict[str, Any]:
    """E-mail settings from `smtp+tls://user:password@host:587/?from=desk@news.example`, `console:` or nothing."""
    parts = urlsplit(url)
    if parts.scheme in {"", "console"}:
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    if parts.scheme not in MAIL_SCHEMES:
        message = f"EMAIL_URL starts with {parts.scheme}:; it may be {', '.join(MAIL_SCHEMES)} or console."
        raise ImproperlyConfigured(message)
    sender = parse_qs(parts.query).get("from", [""])[0]
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname or "localhost",
        "EMAIL_PORT": parts.port or MAIL_SCHEMES[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme in {"smtp+tls", "submission"},
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": 10,
    } | ({"DEFAULT_FROM_EMAIL": sender, "SERVER_EMAIL": sender} if sender else {})


def media_root(url: str, default: Path) -> Path:
    """The folder of pictures from `file:///srv/media`, or `default` when nothing is said."""
    parts = urlsplit(url)
    if not url:
        return default
    if parts.scheme != "file" or not parts.path.startswith("/"):
        message = f"MEDIA_STORAGE_URL is {url!r}; this version keeps pictures in a folder: file:///srv/rased/media."
        raise ImproperlyConfigured(message)
    return Path(unquote(parts.path))


def origin(text: str) -> str:
    """A site's origin, `https://news.example`, without a path or a closing slash."""
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path.strip("/") or parts.query:
        message = f"SITE_ORIGIN is {text!r}; it must be a scheme and a host, as https://news.example."
        raise ImproperlyConfigured(message)
    return f"{parts.scheme}://{parts.netloc}"
