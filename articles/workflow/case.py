"""One act upon one article, as the guards see it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from articles.models import LISTED, Article, Kind, Publication, Revision, User


class Readers(StrEnum):
    """What readers have of an article at a moment, read off its publications."""

    NOTHING = "nothing"
    LIVE = "live"
    OFF_AIR = "off_air"
    RETRACTED = "retracted"
    GONE = "gone"
    MOVED = "moved"


READERS_LABELS: dict[Readers, Promise] = {
    Readers.NOTHING: pgettext_lazy("readers have", "Nothing"),
    Readers.LIVE: pgettext_lazy("readers have", "Live"),
    Readers.OFF_AIR: pgettext_lazy("readers have", "Off the air"),
    Readers.RETRACTED: pgettext_lazy("readers have", "Retracted"),
    Readers.GONE: pgettext_lazy("readers have", "Gone"),
    Readers.MOVED: pgettext_lazy("readers have", "Moved"),
}


@dataclass(frozen=True)
class Standing:
    """What readers have of one article at a moment, and what is planned for them."""

    now: Readers
    live: Publication | None
    scheduled: tuple[Publication, ...]

    @property
    def waiting(self) -> Publication | None:
        """The page that waits for its time."""
        return next((row for row in self.scheduled if row.kind in LISTED), None)

    @property
    def is_scheduled(self) -> bool:
        """Whether a page waits for its time."""
        return self.waiting is not None


@dataclass(frozen=True, kw_only=True)
class Case:
    """One act upon one article, as the guards see it."""

    article: Article
    by: User
    at: datetime
    standing: Standing
    revision: Revision | None = None
    why: str = ""
    facts: dict[str, Any] = field(default_factory=dict)


READERS_OF: dict[str, Readers] = {
    Kind.PAGE: Readers.LIVE,
    Kind.IMPORTED: Readers.LIVE,
    Kind.OFF_AIR: Readers.OFF_AIR,
    Kind.RETRACTED: Readers.RETRACTED,
    Kind.GONE: Readers.GONE,
    Kind.MOVED: Readers.MOVED,
}


def standing(article: Article, at: datetime) -> Standing:
    """Read off the publications what readers have of an article at a moment, and what is planned. One query."""
    rows = article.publications.from_now_on(at).select_related("revision").order_by("live_from")
    return standing_in(list(rows), at)


def standing_in(rows: Sequence[Publication], at: datetime) -> Standing:
    """Read off the rows of an article that have not ended, in their order."""
    live = rows[0] if rows and rows[0].live_from <= at else None
    now = READERS_OF[live.kind] if live else Readers.NOTHING
    return Standing(now=now, live=live, scheduled=tuple(row for row in rows if row is not live))
