"""The questions every page asks of the database, each bounded by an index and by a number of rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import (
    BigIntegerField,
    CharField,
    DateTimeField,
    Exists,
    F,
    Model,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
)
from django.db.models.functions import Cast, Coalesce

from articles.models import (
    LISTED,
    READABLE,
    Author,
    Bulletin,
    Correction,
    Format,
    HiddenByline,
    Photo,
    Publication,
    PublicationAuthor,
    PublicationTopic,
    Topic,
)
from articles.models.hiding import hidden_now
from articles.publishing.addresses import Key
from articles.publishing.pages import Span
from articles.publishing.prepared import padded, prepared

CARD = (
    *("article_id", "language", "kind", "live_from", "live_until", "first_published_at", "section_id", "slug"),
    *("kicker", "headline", "front_headline", "deck", "format", "credits", "photos", "lead_photo_id"),
)
"""The columns that a card is made of; a list reads no body."""

FULL = (*CARD, "body", "dateline", "changed_at")
"""The columns that a feed is made of."""

ENDED_BULLETINS = timedelta(days=7)
"""How long a line that left the strip still counts as the page's last change."""

Rows = QuerySet[Publication]


@dataclass(frozen=True)
class Around:
    """What stands round a page, read in one query: the strip's rows, the language's last and next change, and
    an article's topics and corrections."""

    strip: tuple[tuple[Any, ...], ...]
    topics: tuple[tuple[Any, ...], ...]
    corrections: tuple[tuple[Any, ...], ...]
    span: Span


def around(language: str, at: datetime, of: Publication | None = None) -> Around:
    """Read the strip, the last and next change of a language, and an article's topics and corrections.

    Every change that readers see is the beginning of some publication or bulletin, or the end of a bulletin.
    """
    found: dict[str, list[tuple[Any, ...]]] = {"strip": [], "edge": [], "topic": [], "correction": []}
    own = (of.pk, of.article_id) if of else None
    for kind, *row in _round(language, at, at - ENDED_BULLETINS, own):
        found[kind].append(tuple(row))
    shown = tuple(row for row in found["strip"] if row[4] <= at < row[5])
    edges = [row[4] for row in found["edge"]]
    edges += [moment for row in found["strip"] for moment in row[4:6]]
    span = Span(
        since=max((moment for moment in edges if moment <= at), default=None),
        until=min((moment for moment in edges if moment > at), default=None),
    )
    newest = sorted(shown, key=lambda row: row[4], reverse=True)
    return Around(tuple(newest), tuple(found["topic"]), tuple(found["correction"]), span)


@prepared
def _round(
    language: str, at: datetime, ended_from: datetime, own: tuple[int, int] | None
) -> QuerySet[Any, tuple[Any, ...]]:
    parts = [_edges(language, at), _names_hidden()]
    if own:
        publication_pk, article_pk = own
        parts += [_topics_of(publication_pk), _corrections_of(article_pk, at)]
    return _strip(language, at, ended_from).union(*parts, all=True)


def _as_rows(query: QuerySet[Any], kind: str, **columns: Any) -> QuerySet[Any]:
    """Give rows of different tables one shape: kind, number, three texts, two times."""
    empty: dict[str, Any] = {
        "r_number": Cast(Value(None), BigIntegerField()),
        "r_one": Value("", TextField()),
        "r_two": Value("", TextField()),
        "r_three": Value("", TextField()),
        "r_from": Cast(Value(None), DateTimeField()),
        "r_until": Cast(Value(None), DateTimeField()),
    }
    shape = empty | columns
    return query.order_by().annotate(r_kind=Value(kind, CharField()), **shape).values_list("r_kind", *shape)


def _strip(language: str, at: datetime, ended_from: datetime) -> QuerySet[Any]:
    shown = Publication.objects.listed(at).filter(article=OuterRef("article"))
    return _as_rows(
        Bulletin.objects.filter(language=language, live_until__gt=ended_from),
        "strip",
        r_number=F("article_id"),
        r_one=F("text"),
        r_two=Coalesce(Subquery(shown.values("slug")[:1]), Value(""), output_field=TextField()),
        r_three=Coalesce(
            Cast(Subquery(shown.values("section_id")[:1]), TextField()), Value(""), output_field=TextField()
        ),
        r_from=F("live_from"),
        r_until=F("live_until"),
    )


def _edges(language: str, at: datetime) -> QuerySet[Any]:
    rows = Publication.objects.not_void().filter(language=language)
    last = rows.filter(live_from__lte=at).order_by("-live_from").values("pk")[:1]
    following = rows.filter(live_from__gt=at).order_by("live_from").values("pk")[:1]
    edges = Publication.objects.filter(Q(pk=Subquery(last)) | Q(pk=Subquery(following)))
    return _as_rows(edges, "edge", r_from=F("live_from"))


def _names_hidden() -> QuerySet[Any]:
    # A name that goes or comes back changes pages of any time; the last such moment is theirs too.
    hidden = HiddenByline.objects.order_by("-at").values("pk")[:1]
    lifted = HiddenByline.objects.filter(lifted_at__isnull=False).order_by("-lifted_at").values("pk")[:1]
    last = HiddenByline.objects.filter(Q(pk=Subquery(hidden)) | Q(pk=Subquery(lifted)))
    return _as_rows(last, "edge", r_from=Coalesce("lifted_at", "at"))


def _topics_of(publication_pk: int) -> QuerySet[Any]:
    # Each as what it was merged into: number, slug, Arabic and English name.
    return _as_rows(
        PublicationTopic.objects.filter(publication=publication_pk),
        "topic",
        r_number=Coalesce("topic__merged_into_id", "topic_id", output_field=BigIntegerField()),
        r_one=Cast(Coalesce("topic__merged_into__slug", "topic__slug"), TextField()),
        r_two=Cast(Coalesce("topic__merged_into__name_ar", "topic__name_ar"), TextField()),
        r_three=Cast(Coalesce("topic__merged_into__name_en", "topic__name_en"), TextField()),
    )


def _corrections_of(article_pk: int, at: datetime) -> QuerySet[Any]:
    # What an article's readers were told was wrong, up to a moment: number, kind of change, text, time.
    return _as_rows(
        said(at).filter(article=article_pk),
        "correction",
        r_number=F("pk"),
        r_one=Cast("change", TextField()),
        r_two=F("text"),
        r_from=F("at"),
    )


def said(at: datetime) -> QuerySet[Correction]:
    """Return the corrections that readers were shown by a moment; one whose publication was taken back was not."""
    return Correction.objects.filter(at__lte=at).exclude(publication__live_until=F("publication__live_from"))


def is_readable(at: datetime) -> Exists:
    """Ask whether readers can read the article of a row now."""
    return Exists(Publication.objects.live(at).filter(kind__in=READABLE, article=OuterRef("article")))


def cards(*parts: QuerySet[Any], columns: tuple[str, ...] = CARD) -> Rows:
    """Return the rows of several bounded questions in one query, each once, newest first."""
    none = Publication.objects.none().values("pk")
    first, *rest = [Publication.objects.filter(pk__in=part).order_by().values("pk") for part in parts] or [none]
    rows = Publication.objects.filter(pk__in=first.union(*rest) if rest else first).with_hidden()
    return rows.only(*columns).newest_first()


def newest(language: str, at: datetime, *, size: int, **where: Any) -> QuerySet[Any]:
    """Ask for the numbers of a language's newest listed publications."""
    rows = Publication.objects.news(at).filter(language=language, **where)
    return rows.newest_first().values("pk")[:size]


def page(
    language: str, at: datetime, before: Key | None, *, size: int, columns: tuple[str, ...] = CARD, **where: Any
) -> list[Publication]:
    """Return one more row than a page of a list holds, from a key on."""
    return _page(language, at, before, tuple(where.values()), names=tuple(where), size=size, columns=columns)


@prepared
def _page(
    language: str,
    at: datetime,
    before: Key | None,
    values: tuple[Any, ...],
    *,
    names: tuple[str, ...],
    size: int,
    columns: tuple[str, ...],
) -> Rows:
    where = dict(zip(names, values, strict=True))
    rows = Publication.objects.news(at).filter(language=language, **where).with_hidden()
    return _after(rows.newest_first(), before, "article_id").only(*columns)[: size + 1]


@prepared
def of_series(
    series_pk: int,
    language: str,
    at: datetime,
    before: Key | None,
    *,
    size: int,
    is_forward: bool,
    columns: tuple[str, ...] = CARD,
) -> Rows:
    """Return one more row than a page holds of a series: from its first part on, or from its newest."""
    rows = Publication.objects.listed(at).filter(language=language, story__series=series_pk).with_hidden()
    if not is_forward:
        return _after(rows.newest_first(), before, "article_id").only(*columns)[: size + 1]
    if before:
        time, pk = before
        rows = rows.filter(Q(first_published_at__gt=time) | Q(article_id__gt=pk), first_published_at__gte=time)
    return rows.order_by("first_published_at", "article_id").only(*columns)[: size + 1]


def by_pk(pks: Iterable[int]) -> list[Publication]:
    """Return publications as cards need them, newest first."""
    return _by_pk(padded(pks))


@prepared
def _by_pk(publication_pks: tuple[int, ...]) -> Rows:
    return Publication.objects.filter(pk__in=publication_pks).with_hidden().only(*CARD).newest_first()


def live_by_pk(pks: Iterable[int], at: datetime) -> list[Publication]:
    """Return those publications as cards need them that lists may show at a moment, in the order of the numbers."""
    wanted = list(pks)
    rows = {row.pk: row for row in _live_by_pk(padded(wanted), at)} if wanted else {}
    return [rows[pk] for pk in wanted if pk in rows]


@prepared
def _live_by_pk(publication_pks: tuple[int, ...], at: datetime) -> Rows:
    return Publication.objects.listed(at).with_hidden().filter(pk__in=publication_pks).only(*CARD)


@prepared
def _topics_at(slug: str) -> QuerySet[Topic]:
    return Topic.objects.filter(Q(slug=slug) | Q(merged_into__slug=slug)).select_related("merged_into")


def topics_at(slug: str) -> tuple[Topic | None, list[int]]:
    """Return the topic of an address with what it was merged into, and its number with those merged into it."""
    known = _topics_at(slug)
    return next((row for row in known if row.slug == slug), None), [row.pk for row in known]


def through_topic(
    topic_pks: Iterable[int],
    language: str,
    at: datetime,
    before: Key | None,
    *,
    size: int,
    columns: tuple[str, ...] = CARD,
) -> list[Publication]:
    """Return one more row than a page holds of what carries a topic, or one merged into it."""
    return _through_topic(tuple(sorted(topic_pks)), language, at, before, size=size, columns=columns)


@prepared
def _through_topic(
    topic_pks: tuple[int, ...],
    language: str,
    at: datetime,
    before: Key | None,
    *,
    size: int,
    columns: tuple[str, ...],
) -> Rows:
    parts = [linked(PublicationTopic, language, at, before, size + 1, topic=pk) for pk in topic_pks]
    return cards(*parts, columns=columns)[: size + 1]


@prepared
def topic_names(publication_pks: tuple[int, ...]) -> QuerySet[PublicationTopic]:
    """Return the links of some publications to their topics."""
    return PublicationTopic.objects.filter(publication__pk__in=publication_pks).select_related("topic")


@prepared
def _authors_at(slug: str) -> QuerySet[Author]:
    return Author.objects.filter(Q(slug=slug) | Q(merged_into__slug=slug)).select_related("merged_into")


def authors_at(slug: str) -> tuple[Author | None, tuple[int, ...]]:
    """Return the author of an address with whom it was merged into, and its number with those merged into it."""
    known = _authors_at(slug)
    return next((row for row in known if row.slug == slug), None), tuple(sorted(row.pk for row in known))


@prepared
def through_author(author_pks: tuple[int, ...], language: str, at: datetime, before: Key | None, *, size: int) -> Rows:
    """Return one more row than a page holds of what an author signed, under whatever name."""
    hidden = hidden_now(story=OuterRef("publication__story"), author=OuterRef("author"))
    parts = [linked(PublicationAuthor, language, at, before, size + 1, but=hidden, author=pk) for pk in author_pks]
    return cards(*parts)[: size + 1]


def linked(
    through: type[Model],
    language: str,
    at: datetime,
    before: Key | None,
    size: int,
    but: QuerySet[Any] | None = None,
    **of: int,
) -> QuerySet[Any]:
    """Ask through a topic or an author for the numbers of a language's newest listed publications."""
    is_listed = Q(publication__live_from__lte=at, publication__kind__in=LISTED)
    is_listed &= Q(publication__live_until__isnull=True) | Q(publication__live_until__gt=at)
    is_listed &= ~Q(publication__format=Format.SPONSORED)
    links = through._default_manager.filter(is_listed, language=language, first_published_at__lte=at, **of)
    links = links if but is None else links.exclude(Exists(but))
    ordered = _after(links, before, "publication__article_id").order_by(
        "-first_published_at", "-publication__article_id"
    )
    return ordered.values("publication_id")[:size]


def _after(rows: QuerySet[Any], before: Key | None, number: str) -> QuerySet[Any]:
    if before is None:
        return rows
    time, pk = before
    # The first condition lets the index begin there, the second settles the ties.
    return rows.filter(Q(first_published_at__lt=time) | Q(**{f"{number}__lt": pk}), first_published_at__lte=time)


@prepared
def portrayed(author_pks: tuple[int, ...]) -> QuerySet[Author]:
    """Return authors with their portraits."""
    return Author.objects.filter(pk__in=author_pks).select_related("portrait")


@dataclass(frozen=True)
class Photos:
    """The pictures of a page by number, and the portrait of the one author it was asked for."""

    by_pk: Mapping[int, Photo]
    portrait: Photo | None = None


def photos(pks: Iterable[int | None], *, portrait_of: int | None = None) -> Photos:
    """Return pictures by number, with an author's portrait, in one query, or in none when there is none to ask for."""
    wanted = sorted({pk for pk in pks if pk})
    if not wanted and portrait_of is None:
        return Photos({})
    if portrait_of is None:
        return Photos({photo.pk: photo for photo in _photos(padded(wanted))})
    rows = _photos_and_portrait(padded(wanted), portrait_of)
    by_pk = {photo.pk: photo for photo in rows}
    return Photos(by_pk, next((photo for photo in rows if photo.pk == photo.portrait_pk), None))  # type: ignore[attr-defined]


@prepared
def _photos(photo_pks: tuple[int, ...]) -> QuerySet[Photo]:
    return Photo.objects.filter(pk__in=photo_pks)


@prepared
def _photos_and_portrait(photo_pks: tuple[int, ...], author_pk: int) -> QuerySet[Photo]:
    portrait = Author.objects.filter(pk=author_pk).values("portrait_id")[:1]
    rows = Photo.objects.filter(Q(pk__in=photo_pks) | Q(pk=Subquery(portrait)))
    return rows.annotate(portrait_pk=Subquery(portrait))
