"""Import copy from files: each becomes a draft of its own, or is refused whole."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.importing import service
from articles.importing.decode import Unreadable
from articles.importing.files import MOST_BYTES, read_file
from articles.language.findings import Finding
from articles.models import Language, Section, User
from articles.workflow.refusals import Refused


class Command(BaseCommand):
    """`manage.py import_copy FILE… --language ar --section world --as reporter [--submit]`."""

    help = "Turn files of copy (text, .docx, .html) into drafts; print each article's number and its findings."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the files and the options."""
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
        parser.add_argument("--language", required=True, choices=Language.values)
        parser.add_argument("--section", required=True, help="The section's slug.")
        parser.add_argument("--as", required=True, dest="username", metavar="USER", help="Who imports.")
        parser.add_argument("--submit", action="store_true", help="Send the drafts to review.")

    def handle(
        self, *_args: Any, files: list[Path], language: str, section: str, username: str, submit: bool, **_options: Any
    ) -> None:
        """Import each file by itself; say at the end which ones were refused."""
        where = Section.objects.filter(slug=section).first()
        who = User.objects.filter(username=username, is_active=True).first()
        if where is None or who is None:
            raise CommandError(f"no section {section}" if where is None else f"no user {username}")
        refused: list[str] = []
        for file in files:
            try:
                copy = read_file(_read(file))
                made = service.import_text(
                    copy, language=language, section=where, by=who, clock=timezone.now(), submit=submit
                )
            except (OSError, Unreadable, Refused) as refusal:
                refused.append(f"{file.name}: {_sentence(refusal)}")
            else:
                self.stdout.write("\n".join([f"{made.article.pk} {file.name}", *map(_line, made.findings)]))
        if refused:
            raise CommandError("\n".join(refused))


def _read(file: Path) -> bytes:
    with file.open("rb") as source:
        return source.read(MOST_BYTES + 1)


def _sentence(refusal: Exception) -> str:
    if isinstance(refusal, Unreadable):
        return _(refusal.message) % refusal.parameters
    return (refusal.strerror or str(refusal)) if isinstance(refusal, OSError) else str(refusal)


def _line(finding: Finding) -> str:
    message = _(finding.message) % finding.parameters
    return f"  {finding.severity} {finding.check} {finding.field}:{finding.start}-{finding.end} {message}"
