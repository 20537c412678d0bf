"""Fill an empty database with the demo newsroom."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from articles.management.demo_stories import DemoNewsroom
from articles.management.newsroom import ROLES, lay_house
from articles.models import Notification, Role, Story

RINGING = timedelta(hours=3)
"""For how much of the demo's past the bell rings."""


class Command(BaseCommand):
    """`manage.py demo [--if-empty] [--accounts]`."""

    help = "Fill an empty database with the demo newsroom (development only)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the options."""
        parser.add_argument("--if-empty", action="store_true", help="Do nothing, silently, where there are stories.")
        parser.add_argument("--accounts", action="store_true", help="Only print the demo accounts.")

    def handle(self, *_args: Any, if_empty: bool, accounts: bool, **_options: Any) -> None:
        """Make the demo newsroom."""
        if not settings.DEBUG:
            raise CommandError("the demo newsroom's passwords are public: it is made in development only (DEBUG=1)")
        if accounts:
            for name, role in ROLES.items():
                self.stdout.write(f"  {name:<11} {Role(role).label}")
            return
        if Story.objects.exists():
            if if_empty:
                return
            raise CommandError("there are stories already; the demo newsroom needs an empty database")
        self.stdout.write("Filling the newsroom with the demo, its pictures too; this is done once.")
        now = timezone.now()
        DemoNewsroom(lay_house(now=now), now).make()
        # A bell that rings for the whole past tells a newcomer nothing.
        Notification.objects.filter(at__lt=now - RINGING).update(seen_at=now)
        self.stdout.write(f"The demo newsroom is there: {Story.objects.count()} stories.")
