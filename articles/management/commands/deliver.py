"""Deliver the outbox: once, or for as long as the newsroom runs."""

import logging
import signal
import threading
from collections.abc import Callable, Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError, close_old_connections
from django.utils import timezone

from articles.publishing import outbox, reindexing
from articles.publishing.reindexing import Progress

logger = logging.getLogger(__name__)

PAUSE = 1.0


class Command(BaseCommand):
    """`manage.py deliver [--forever]`."""

    help = "Carry out what must happen after a commit: purge caches, encode pictures, send mail; and index."

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
        index = _Index(self.stdout.write)
        while not stopped.is_set():
            try:
                done = outbox.deliver(timezone.now(), is_stopped=stopped.is_set)
                has_more = index.go_on()
            except DatabaseError as failure:
                self.stderr.write(f"the database does not answer: {failure}")
                close_old_connections()
                done, has_more = 0, False
            stopped.wait(0 if done or has_more else PAUSE)


class _Index:
    """The search index brought up to date between the outbox's turns, a batch each: after an upgrade nobody has to
    think of it. Stopped or without a database it begins again, where it was left."""

    def __init__(self, say: Callable[[str], object]) -> None:
        self.say = say
        self.left: Iterator[Progress] | None = None
        self.is_done = False
        self.has_written = False

    def go_on(self) -> bool:
        """Do one batch; say whether there may be more."""
        if self.is_done:
            return False
        self.left = self.left or reindexing.bring_up_to_date(timezone.now())
        try:
            progress = next(self.left, None)
        except DatabaseError:
            self.left = None
            raise
        except Exception:
            # What cannot be read by our own rules must not keep mail from going out.
            logger.exception("the search index could not be brought up to date")
            progress = None
        if progress:
            self._tell(progress)
        elif self.has_written:
            self.say("The search index is up to date.")
        self.is_done = progress is None
        return not self.is_done

    def _tell(self, progress: Progress) -> None:
        if progress.done and not self.has_written:
            self.has_written = True
            self.say("Bringing the search index up to date; what is not in it yet is not found.")
        if progress.is_worth_saying:
            self.say(f"search index, {progress.what}: {progress.done:,}")
