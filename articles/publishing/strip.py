"""The breaking strip: a line goes up until an end that it always has, and comes down by itself or at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article, Bulletin, User, WorkflowEvent
from articles.publishing.arranging import purge
from articles.workflow.refusals import NotAllowed, Refused
from articles.workflow.rights import allowed
from articles.workflow.table import Duty

UP = "put_up_line"
DOWN = "take_down_line"


@dataclass(frozen=True, kw_only=True)
class Line:
    """What goes up: a text a language, the article it leads to in any of its editions, and its window."""

    texts: Mapping[str, str]
    article: Article | None = None
    begins: datetime | None = None
    until: datetime


def put_up(line: Line, *, by: User, clock: datetime, instead_of: Bulletin | None = None) -> list[Bulletin]:
    """Put a line up in each language that has a text; what it stands instead of comes down at that instant.

    Raises:
        NotAllowed: the person's roles do not reach so far.
        Refused: no text, an end before the beginning, or a colleague has taken the old line down meanwhile.
    """
    _ask(by)
    begins = max(line.begins or clock, clock)
    texts = {language: text for language, text in line.texts.items() if text}
    if not texts:
        raise Refused(_("Write the line in one language at least."), "no_text")
    if line.until <= begins:
        raise Refused(_("It would end before it begins."), "ends_before")
    with transaction.atomic():
        if instead_of is not None and not _end(instead_of, at=begins, by=by, clock=clock):
            raise Refused(_("The line you are replacing is down already. Look at what stands now."), "line_is_down")
        rows = [
            Bulletin.objects.create(
                language=language,
                text=text,
                article=_edition(line.article, language),
                live_from=begins,
                live_until=line.until,
                created_by=by,
            )
            for language, text in texts.items()
        ]
        _record(UP, rows, by=by, clock=clock)
    return rows


def take_down(line: Bulletin, *, by: User, clock: datetime) -> None:
    """Take a line down now; one that is down already stays as it was.

    Raises:
        NotAllowed: the person's roles do not reach so far.
    """
    _ask(by)
    with transaction.atomic():
        _end(line, at=clock, by=by, clock=clock)


def _end(line: Bulletin, *, at: datetime, by: User, clock: datetime) -> bool:
    """End a line, and say whether it still stood."""
    held = Bulletin.objects.select_for_update().get(pk=line.pk)
    if held.live_until is not None and held.live_until <= at:
        return False
    # One that has not begun is voided: it ends where it would begin.
    held.live_until = max(at, held.live_from) if held.live_from <= clock else held.live_from
    held.save(update_fields=["live_until"])
    _record(DOWN, [held], by=by, clock=clock)
    return True


def _ask(by: User) -> None:
    if not allowed(by, Duty.KEEP_STRIP):
        raise NotAllowed(_("You may not do this here."), "not_allowed")


def _edition(article: Article | None, language: str) -> Article | None:
    if article is None or article.language == language:
        return article
    return Article.objects.filter(story=article.story_id, language=language).first()


def _record(verb: str, rows: list[Bulletin], *, by: User, clock: datetime) -> None:
    lines = [{"line": row.pk, "language": row.language, "text": row.text} for row in rows]
    WorkflowEvent.objects.create(at=clock, verb=verb, actor=by, details={"lines": lines})
    purge([f"strip-{row.language}" for row in rows], clock)
