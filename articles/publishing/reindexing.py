"""Bring the search index up to date while the newsroom works: in small transactions, from where it was left.

Every entry says which analyser made it, so that nothing has to be remembered: killed and started again, it goes on.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.language import stems
from articles.language.stems import HouseWords, every_token
from articles.models import LISTED, Article, Outbox, Photo, Publication, SearchEntry
from articles.publishing.search_index import newest
from articles.publishing.search_questions import Asked, Scope, some
from articles.workflow import search_entries

BATCH = 200
MOST_TOUCHED = 1_000_000
LATER = search_entries.HELD_FOR + timedelta(seconds=5)
"""By then every process knows the house's new words."""


@dataclass(frozen=True)
class Progress:
    """How far it has come: what is being done, and how many entries were written of it."""

    what: str
    done: int

    @property
    def is_worth_saying(self) -> bool:
        """Whether somebody who waits is told of it: not of every batch."""
        return self.done > 0 and self.done % (25 * BATCH) == 0


def is_up_to_date(at: datetime) -> bool:
    """Say whether everything has an entry, and each is of this analyser. Reads the index whole where it is."""
    return not (_stale().exists() or any(missing.exists() for missing in _missing(at)))


def bring_up_to_date(at: datetime) -> Iterator[Progress]:
    """Make what is missing, make anew what another analyser made, take out what has ended; tell after each batch."""
    house = search_entries.read_house_words()
    publications, articles, photos = _missing(at)
    yield from _made("publications", publications.select_related("revision"), _publication, house)
    yield from _made("articles", articles.select_related("story", "head"), _article, house)
    yield from _made("photos", photos, _photo, house)
    yield from _anew(house)
    ended = SearchEntry.objects.filter(publication__live_until__lte=at)
    yield Progress("ended", ended.delete()[0])


def queue(words: Iterable[str], at: datetime) -> None:
    """Have what holds these words made anew, once every process knows what the house's editors changed."""
    asked = sorted(dict.fromkeys(word for word in words if word))
    if asked:
        Outbox.objects.create(task=Outbox.Task.REINDEX, payload={"words": asked}, due_at=at + LATER, created_at=at)


def touched(payload: dict[str, Any]) -> None:
    """Make anew what holds some words, by the stems they have and had: with the house's words and without."""
    house = search_entries.read_house_words()
    found: dict[str, None] = {}
    for word in payload["words"]:
        for tokens in (every_token(word, house), every_token(word)):
            found.update(dict.fromkeys(token.stem for token in tokens))
            found.update(dict.fromkeys(["".join(token.stem for token in tokens), stems.name_of(word)]))
    found.pop("", None)
    pks = [hit.entry for hit in newest(Asked(wanted=some(found)), tuple(Scope), most=MOST_TOUCHED)] if found else []
    for begin in range(0, len(pks), BATCH):
        _rewrite(SearchEntry.objects.filter(pk__in=pks[begin : begin + BATCH]), house)


def _missing(at: datetime) -> tuple[QuerySet[Publication], QuerySet[Article], QuerySet[Photo]]:
    """Return what ought to be found and has no entry."""
    copies = SearchEntry.objects.filter(article=OuterRef("pk"), publication=None, photo=None)
    return (
        Publication.objects.from_now_on(at).filter(~Exists(_entries("publication")), kind__in=LISTED),
        Article.objects.filter(~Exists(copies), head__isnull=False),
        Photo.objects.filter(~Exists(_entries("photo"))),
    )


def _entries(of: str) -> QuerySet[SearchEntry]:
    return SearchEntry.objects.filter(**{of: OuterRef("pk")})


def _stale() -> QuerySet[SearchEntry]:
    now = stems.version()
    return SearchEntry.objects.filter(Q(analyser__lt=now) | Q(analyser__gt=now))


def _made(
    what: str, missing: QuerySet[Any], fields: Callable[[Any, HouseWords], dict[str, Any]], house: HouseWords
) -> Iterator[Progress]:
    done, last = 0, 0
    while True:
        with transaction.atomic():
            # Locked, so that nobody saves one of these in between; what somebody just did save has its entry.
            batch = list(missing.filter(pk__gt=last).order_by("pk").select_for_update(of=("self",))[:BATCH])
            entries = [SearchEntry(**fields(row, house)) for row in batch]
            SearchEntry.objects.bulk_create(entries, ignore_conflicts=True)
        if not batch:
            return
        last = batch[-1].pk
        done += len(batch)
        yield Progress(what, done)


def _anew(house: HouseWords) -> Iterator[Progress]:
    done = 0
    while pks := list(_stale().order_by("analyser", "pk").values_list("pk", flat=True)[:BATCH]):
        done += _rewrite(SearchEntry.objects.filter(pk__in=pks), house)
        yield Progress("entries", done)


def rewrite(entries: QuerySet[SearchEntry]) -> int:
    """Write some entries anew from what they are of."""
    return _rewrite(entries, search_entries.read_house_words())


def _rewrite(entries: QuerySet[SearchEntry], house: HouseWords) -> int:
    """Write some entries anew, locked so that a save in between is not undone."""
    with transaction.atomic():
        rows = list(entries.select_for_update())
        wanted = _sources(rows)
        for entry in rows:
            source, fields = wanted[entry.pk]
            for name, value in fields(source, house).items():
                setattr(entry, name, value)
        SearchEntry.objects.bulk_update(rows, ["head", "words", "analyser", "published_at"])
    return len(rows)


def _sources(rows: Sequence[SearchEntry]) -> dict[int, tuple[Any, Callable[[Any, HouseWords], dict[str, Any]]]]:
    """Return what each entry is made of, and how."""
    publications = Publication.objects.select_related("revision").in_bulk([row.publication_id for row in rows])
    photos = Photo.objects.in_bulk([row.photo_id for row in rows])
    copies = [row.article_id for row in rows if row.publication_id is None and row.article_id]
    articles = Article.objects.select_related("story", "head").in_bulk(copies)
    return {
        row.pk: (
            (photos[row.photo_id], _photo)
            if row.photo_id
            else (publications[row.publication_id], _publication)
            if row.publication_id
            else (articles[row.article_id], _article)
        )
        for row in rows
    }


def _publication(row: Publication, house: HouseWords) -> dict[str, Any]:
    return search_entries.publication_fields(row, row.revision.content(), house)


def _article(article: Article, house: HouseWords) -> dict[str, Any]:
    if article.head is None:
        raise ValueError("an entry is of a text")
    return search_entries.working_copy_fields(article, article.head, house)


def _photo(photo: Photo, house: HouseWords) -> dict[str, Any]:
    return search_entries.photo_fields(photo, house)
