"""`make test`: find a browser and a PostgreSQL, then run the suite on SQLite and what touches SQL again on PostgreSQL.

Nothing is skipped in silence: a machine without one of them fails with a sentence that says what to install.
Arguments go to both runs of pytest.
"""

import os
import re
import signal
import subprocess
import sys
import time

import psutil
import psycopg
from psycopg import sql

from deploy import chromium, messages, postgres

VAR_DIR = postgres.VAR_DIR
# One more than the cores we want to be enough: a browser test waits as much as it reckons.
WORKERS = "3"


def is_left_over(name: str) -> bool:
    """Whether a test database was made by a run that no longer is: its name holds the run's process number."""
    number = re.search(r"\d+", name)
    return number is not None and not psutil.pid_exists(int(number.group()))


def clear_leftovers(url: str) -> None:
    """Remove the test databases of runs that were killed."""
    for path in VAR_DIR.glob("test-*.sqlite3*"):
        if is_left_over(path.name):
            path.unlink(missing_ok=True)
    with psycopg.connect(url, autocommit=True) as connection:
        names = connection.execute("SELECT datname FROM pg_database WHERE datname LIKE 'test\\_rased\\_%'").fetchall()
        for (name,) in names:
            if is_left_over(name):
                connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def run_pytest(title: str, arguments: list[str], **environment: str) -> int:
    """Run pytest once in an environment; returns its exit code."""
    print(f"\n=== {title} ===", flush=True)
    command = [sys.executable, "-m", "pytest", "-n", WORKERS, "--dist", "worksteal", *arguments]
    return subprocess.run(command, env=os.environ | environment, check=False).returncode


def main(arguments: list[str]) -> int:
    """Run both; the exit code is that of the first run that failed."""
    begun = time.monotonic()
    # Asked to end, we must still stop the server that we started.
    signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(128 + number))
    messages.compile_stale()
    chromium.ensure_fribidi()
    browser = chromium.find_or_install()
    with postgres.server() as url:
        clear_leftovers(url)
        print(f"Browser: {browser}\nPostgreSQL: {url}", flush=True)
        codes = [
            run_pytest("SQLite: everything", arguments, CHROMIUM=browser, DATABASE_URL=""),
            run_pytest("PostgreSQL: what touches SQL", arguments, CHROMIUM=browser, DATABASE_URL=url),
        ]
    failed = [code for code in codes if code]
    print(f"\nBoth engines in {time.monotonic() - begun:.0f} s: {'FAILED' if failed else 'passed'}.", flush=True)
    return failed[0] if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
