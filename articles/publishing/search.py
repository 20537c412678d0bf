"""The one door of search, for readers and for the desk: the same words find the same things on both engines (I6).

Folded words, all of them, newest first within the newest `MOST_HITS` entries; the Arabic issue deepens it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from articles.language.words import search_terms
from articles.models import Article, Publication, SearchEntry, User

LONGEST_QUERY = 200
MOST_HITS = 1000
PAGE = 20


@dataclass(frozen=True)
class Found:
    """One page of hits: publications by primary key, newest first, and whether every word was met."""

    pks: tuple[int, ...]
    terms: tuple[str, ...]
    has_all_words: bool = True
    older: tuple[datetime, int] | None = None


def find(
    query: str,
    *,
    language: str,
    at: datetime,
    section_id: int | None = None,
    before: tuple[datetime, int] | None = None,
    size: int = PAGE,
) -> Found:
    """Find what readers can read in one language at a moment: one query; with no article of all words, of any (two)."""
    terms = tuple(search_terms(query[:LONGEST_QUERY]))
    if not terms:
        return Found((), ())
    for every in (True, False) if len(terms) > 1 else (True,):
        hits = _hits(terms, every=every, language=language, at=at, section_id=section_id)
        if before:
            time, pk = before
            hits = hits.filter(Q(first_published_at__lt=time) | Q(first_published_at=time, article_id__lt=pk))
        page = list(hits.values_list("pk", "first_published_at", "article_id")[: size + 1])
        if page:
            last = page[size - 1] if len(page) > size else None
            return Found(tuple(row[0] for row in page[:size]), terms, every, (last[1], last[2]) if last else None)
    return Found((), terms, has_all_words=False)


def _hits(
    terms: Sequence[str], *, every: bool, language: str, at: datetime, section_id: int | None
) -> QuerySet[Publication]:
    entries = matching(terms, every=every).filter(publication__isnull=False, language=language)
    newest = entries.order_by("-pk").values("publication_id")[:MOST_HITS]
    hits = Publication.objects.listed(at).filter(pk__in=newest).newest_first()
    return hits.filter(section_id=section_id) if section_id else hits


def matching(terms: Sequence[str], *, every: bool = True) -> QuerySet[SearchEntry]:
    """Return the entries that hold every (or any) of some folded words, by the engine's own index."""
    if connection.vendor == "sqlite":
        match = (" AND " if every else " OR ").join(f'"{term}"' for term in terms)
        rows = RawSQL("SELECT rowid FROM articles_search WHERE articles_search MATCH %s", [match])
        return SearchEntry.objects.filter(pk__in=rows)
    match = (" & " if every else " | ").join(f"'{term}'" for term in terms)
    return SearchEntry.objects.extra(where=["words::tsvector @@ %s::tsquery"], params=[match])


def desk_find(query: str, *, user: User) -> QuerySet[Article]:
    """Find working copies that a person may see, by the same words; the caller orders and cuts."""
    terms = search_terms(query[:LONGEST_QUERY])
    seen = Article.objects.seen_by(user)
    if not terms:
        return seen
    newest = matching(terms).filter(publication__isnull=True).order_by("-pk").values("article_id")[:MOST_HITS]
    return seen.filter(pk__in=newest)
