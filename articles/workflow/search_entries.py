"""How what can be found is written down for search: the one place where entries are made, of texts and of photos."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from articles.language import stems
from articles.language.blocks import plain_text
from articles.language.index_words import Line, line
from articles.language.stems import HouseWords
from articles.models import (
    LISTED,
    Article,
    Content,
    Photo,
    Publication,
    Revision,
    SearchEntry,
    SpellingGroup,
    Stopword,
)

HELD_FOR = timedelta(seconds=10)
"""How long a process goes on with the house's words as it last read them."""

_HEADLINES = ("headline", "front_headline", "social_headline", "search_headline")
_LINES = ("kicker", "deck", "dateline")


@dataclass(frozen=True)
class _Held:
    words: HouseWords
    at: datetime


_held: dict[str, _Held] = {}


def house_words(at: datetime) -> HouseWords:
    """Return what the house's editors teach search, as read in the last seconds."""
    held = _held.get("words")
    if held is None or not timedelta(0) <= at - held.at < HELD_FOR:
        held = _Held(read_house_words(), at)
        _held["words"] = held
    return held.words


def read_house_words() -> HouseWords:
    """Return what the house's editors teach search, as the database has it. Two queries."""
    groups = [group.each() for group in SpellingGroup.objects.all()]
    return HouseWords.of(Stopword.objects.values_list("word", flat=True), groups)


def forget() -> None:
    """Let go of what is held."""
    _held.clear()


def of_working_copy(article: Article, content: Content, *, at: datetime) -> None:
    """Let the desk find an article by its newest text and by its story's slugline."""
    fields = _fields(_working_copy_line(article, content, house_words(at))) | {"language": article.language}
    copies = SearchEntry.objects.filter(article=article, publication=None, photo=None)
    if not copies.update(**fields):
        SearchEntry.objects.create(article=article, **fields)


def of_publication(row: Publication, content: Content) -> None:
    """Let readers find a publication while it is live; those that ended are found no more."""
    if row.kind not in LISTED:
        return
    SearchEntry.objects.create(**publication_fields(row, content, house_words(row.made_at)))


def publication_fields(row: Publication, content: Content, house: HouseWords) -> dict[str, object]:
    """Return the entry of a publication as values."""
    said = text_line(content, house, section=row.section_id, day=row.first_published_at)
    return _fields(said) | {
        "article_id": row.article_id,
        "publication_id": row.pk,
        "language": row.language,
        "published_at": row.first_published_at,
    }


def forget_ended(article_pk: int, at: datetime) -> None:
    """Take out the entries of an article's publications that ended, or were voided, by a moment."""
    SearchEntry.objects.filter(article=article_pk, publication__live_until__lte=at).delete()


def text_line(
    content: Content,
    house: HouseWords,
    *,
    section: int | None = None,
    day: datetime | None = None,
    more: Iterable[str] = (),
) -> Line:
    """Return what the index holds of an edition."""
    captions = (photo.caption for photo in content.photos)
    lines = (getattr(content, name) for name in _LINES)
    return line(
        (getattr(content, name) for name in _HEADLINES),
        (*lines, plain_text(content.body), *captions, *more),
        house=house,
        section=section,
        day=day.date() if day else None,
    )


def of_photo(photo: Photo, *, at: datetime) -> None:
    """Let the desk find a photo by its title and credits, and by every caption it has had in a newest text."""
    fields = _fields(photo_line(photo, house_words(at)))
    if not SearchEntry.objects.filter(photo=photo).update(**fields):
        SearchEntry.objects.create(photo=photo, **fields)


def photo_line(photo: Photo, house: HouseWords) -> Line:
    """Return what the index holds of a photo: title and credits."""
    return line((photo.title,), (photo.credit_ar, photo.credit_en), house=house)


def working_copy_fields(article: Article, revision: Revision, house: HouseWords) -> dict[str, object]:
    """Return the entry of a working copy as values."""
    said = _working_copy_line(article, revision.content(), house)
    return _fields(said) | {"article_id": article.pk, "language": article.language}


def _working_copy_line(article: Article, content: Content, house: HouseWords) -> Line:
    """Return what the index holds of a working copy: its section too, and the day it was begun."""
    more = (article.story.slugline,)
    return text_line(content, house, section=content.section_id, day=article.created_at, more=more)


def photo_fields(photo: Photo, house: HouseWords) -> dict[str, object]:
    """Return the entry of a photo as values."""
    return _fields(photo_line(photo, house)) | {"photo_id": photo.pk}


def _fields(said: Line) -> dict[str, object]:
    return {"head": said.head, "words": said.words, "analyser": stems.version()}
