"""What articles are called where the desk names them outside their own pages: the headline readers have."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import CharField, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, NullIf

from articles.models import LISTED, Article, Publication, User


def numbered(pk: int, headline: str | None) -> str:
    """Return an article's number with the headline that readers have, if they have one."""
    return f"{pk} · {headline}" if headline else str(pk)


def live_headline(article: str, at: datetime) -> Subquery:
    """Return the headline that readers have of an article at a moment; `article` is the column that names it."""
    return Subquery(Publication.objects.listed(at).filter(article_id=OuterRef(article)).values("headline")[:1])


class Named:
    """Articles by number, each with the front's headline that readers have, had, or will where this person may know."""

    def __init__(self, pks: Iterable[int], *, by: User, at: datetime) -> None:
        rows = Publication.objects.not_void().filter(kind__in=LISTED)
        begun = rows.filter(article=OuterRef("pk"), live_from__lte=at).order_by("-live_from")
        ahead = rows.filter(Article.objects.seen_by(by).of_row(), article=OuterRef("pk")).order_by("live_from")
        listed = Publication.objects.listed(at).filter(article=OuterRef("pk"))
        none = Value("", CharField())
        found = Article.objects.filter(pk__in=set(pks)).annotate(
            shown=Coalesce(Subquery(_on_front(listed)), none),
            had=Coalesce(Subquery(_on_front(begun)), none),
            ahead=Coalesce(Subquery(_on_front(ahead)), none),
        )
        self._rows = {row["pk"]: row for row in found.values("pk", "shown", "had", "ahead")}

    def headline(self, pk: int) -> str:
        """Return a headline, or the number of an article that this person may not know."""
        row = self._rows.get(pk)
        return (row["shown"] or row["had"] or row["ahead"] if row else "") or str(pk)

    def is_live(self, pk: int) -> bool:
        """Say whether readers find an article in their lists now."""
        row = self._rows.get(pk)
        return bool(row and row["shown"])


def _on_front(rows: QuerySet[Publication]) -> Any:
    return rows.annotate(told=Coalesce(NullIf("front_headline", Value("")), F("headline"))).values("told")[:1]
