"""Rows into what templates print. The one module where HTML is declared safe (invariant I10).

What is declared safe here is either a body, which one sanitiser made on its way into the database, or JSON and markup
that this room escapes itself.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from articles.models import BylineRole, Change, Format, Photo, Publication
from articles.publishing import addresses
from articles.publishing.editions import Edition
from articles.publishing.pages import Card, Credit, Link, Moment, Note, Picture, Source, Span

MIME = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}


@dataclass(frozen=True)
class Room:
    """How much of the window a picture takes, as its `sizes` says."""

    sizes: str


LEAD = Room("(min-width: 75rem) 48rem, (min-width: 64rem) 65vw, 100vw")
TEXT = Room("(min-width: 48rem) 38rem, 100vw")
CARD = Room("(min-width: 75rem) 24rem, (min-width: 40rem) 45vw, 100vw")
SMALL = Room("(min-width: 40rem) 12rem, 33vw")


def safe(html: str) -> SafeString:
    """Declare HTML safe that came through the sanitiser, or that this room has escaped."""
    return mark_safe(html)  # noqa: S308 – the one place; see the head of this module


def is_shown(photo: Photo, at: datetime) -> bool:
    """Say whether a picture may be shown at a moment: not pulled, its rights not ended, and encoded at least once."""
    ended = [moment for moment in (photo.pulled_at, photo.rights_until) if moment is not None and moment <= at]
    return not ended and any(extension == "jpg" for _width, extension in photo.renditions)


def photo_span(photos: Iterable[Photo], at: datetime) -> Span:
    """Return since when and until when nothing changes about some pictures."""
    moments = [moment for photo in photos for moment in (photo.pulled_at, photo.rights_until) if moment is not None]
    return Span(
        since=max((moment for moment in moments if moment <= at), default=None),
        until=min((moment for moment in moments if moment > at), default=None),
    )


def picture(edition: Edition, photo: Photo | None, use: Mapping[str, Any], room: Room) -> Picture | None:
    """Return a picture with this use's words, or None when it may not be shown now."""
    if photo is None or not is_shown(photo, edition.at):
        return None
    by_extension = {
        extension: sorted(width for width, ext in photo.renditions if ext == extension) for extension in MIME
    }
    largest = by_extension["jpg"][-1]
    return Picture(
        url=addresses.picture(photo.token, _middle(by_extension["jpg"]), "jpg"),
        srcset=_srcset(photo.token, by_extension["jpg"], "jpg"),
        sources=tuple(
            Source(type=MIME[extension], srcset=_srcset(photo.token, by_extension[extension], extension))
            for extension in ("avif", "webp")
            if by_extension[extension]
        ),
        sizes=room.sizes,
        width=photo.width,
        height=photo.height,
        focus=f"{photo.focal_x:.0%} {photo.focal_y:.0%}",
        largest_url=addresses.absolute(addresses.picture(photo.token, largest, "jpg")),
        largest_width=largest,
        largest_height=max(1, round(photo.height * largest / photo.width)),
        alt="" if use.get("decorative") else use.get("alt", ""),
        caption=use.get("caption", ""),
        credit=photo.credit(edition.language),
        language=edition.language,
        direction=edition.direction,
    )


def _middle(widths: list[int]) -> int:
    """The width for browsers without srcset: the smallest of at least 640."""
    return next((width for width in widths if width >= 640), widths[-1])


def _srcset(token: str, widths: Iterable[int], extension: str) -> str:
    return ", ".join(f"{addresses.picture(token, width, extension)} {width}w" for width in widths)


def use_of(row: Publication, photo_pk: int | None) -> Mapping[str, Any]:
    """Return a publication's own words for one of its pictures."""
    return next((use for use in row.photos if use["id"] == photo_pk), {})


def card(edition: Edition, row: Publication, photos: Mapping[int, Photo], room: Room = CARD, **own: Any) -> Card:
    """Return a publication as a list shows it; `own` are a slot's headline, kicker and picture."""
    lead = row.lead_photo_id
    words: dict[str, Any] = {
        "headline": row.front_headline or row.headline,
        "kicker": row.kicker,
        "picture": picture(edition, photos.get(lead), use_of(row, lead), room) if lead else None,
    }
    return Card(
        article_id=row.article_id,
        url=edition.article_path(row.article_id, row.section_id, row.slug),
        deck=row.deck,
        language=row.language,
        direction=edition.direction,
        section=edition.section(row.section_id),
        time=edition.brief_moment(row.first_published_at),
        format=row.format,
        format_label=format_label(row.format),
        credits=credits_of(edition, row),
        is_flash=row.format == Format.FLASH,
        **words | {name: value for name, value in own.items() if value},
    )


def format_label(name: str) -> str:
    """Return what readers are told of a format; nothing of plain news."""
    return "" if name == Format.NEWS else str(Format(name).label)


def credits_of(edition: Edition, row: Publication) -> tuple[Credit, ...]:
    """Return the names over an article, each with what the person did where that is not the writing."""
    return tuple(
        Credit(
            name=credit[edition.language] or credit[edition.other],
            url=addresses.author(edition.language, credit["slug"]) if credit["kind"] == "author" else "",
            role=credit["role"],
            role_label="" if credit["role"] == BylineRole.WRITING else str(BylineRole(credit["role"]).label),
            kind=credit["kind"],
        )
        for credit in row.credits
    )


def note(edition: Edition, change: str, text: str, when: datetime, article: Link | None = None) -> Note:
    """Return what readers were told of a change."""
    return Note(change=change, label=str(Change(change).label), text=text, time=edition.moment(when), article=article)


def topic_links(edition: Edition, rows: Iterable[tuple[Any, ...]]) -> tuple[Link, ...]:
    """Return an article's topics, each once, from the rows of `shelf.topics_of`."""
    links: dict[int, Link] = {}
    for number, slug, name_ar, name_en, *_times in rows:
        name = (name_ar or name_en) if edition.language == "ar" else (name_en or name_ar)
        links.setdefault(number, Link(label=name, url=addresses.topic(edition.language, slug)))
    return tuple(links.values())


def published_times(edition: Edition, row: Publication) -> tuple[Moment, Moment | None]:
    """Return when readers first had an article, and when its text last changed if that was later."""
    first = edition.moment(row.first_published_at)
    changed = edition.moment(row.changed_at)
    return first, changed if row.changed_at > row.first_published_at and changed.text != first.text else None


def row_span(rows: Iterable[Publication]) -> Span:
    """Return since when and until when some publications stand as they are."""
    known = list(rows)
    return Span(
        since=max((row.live_from for row in known), default=None),
        until=min((row.live_until for row in known if row.live_until), default=None),
    )
