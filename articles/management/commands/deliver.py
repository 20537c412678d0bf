"""Deliver the outbox: once, or for as long as the newsroom runs."""

import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError, close_old_connections
from django.utils import timezone

from articles.publishing import outbox

PAUSE = 1.0


class Command(BaseCommand):
    """`manage.py deliver [--forever]`."""

    help = "Carry out what must happen after a commit: purge caches, encode pictures, send mail."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the one option."""
        parser.add_argument("--forever", action="store_true", help="Go on until stopped.")

    def handle(self, *_args: Any, forever: bool, **_options: Any) -> None:
        """Deliver what is due."""
        if not forever:
            self.stdout.write(str(outbox.deliver(timezone.now())))
            return
        stopped = threading.Event()
        for sign in (signal.SIGTERM, signal.SIGINT):
            signal.signal(sign, lambda *_: stopped.set())
        while not stopped.is_set():
            try:
                done = outbox.deliver(timezone.now())
            except DatabaseError as failure:
                self.stderr.write(f"the database does not answer: {failure}")
                close_old_connections()
                done = 0
            stopped.wait(0 if done else PAUSE)
