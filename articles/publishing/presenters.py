"""Rows into what templates print. The one module where HTML is declared safe (invariant I10).

What is declared safe here is either a body, which one sanitiser made on its way into the database, or JSON and markup
that this room escapes itself.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from articles.models import BylineRole, Change, Format, Photo, Publication
from articles.publishing import addresses, renditions
from articles.publishing.editions import Edition
from articles.publishing.pages import Card, Credit, Cut, Link, Moment, Note, Picture, Source, Span

PhotosByPk = Mapping[int, Photo]
MIME = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}


@dataclass(frozen=True)
class Room:
    """Where a picture stands: its shape there, how much of the window it takes, and its widest in CSS pixels."""

    sizes: str
    shape: str = renditions.WIDE
    widest: int = 960


LEAD = Room("(min-width: 75rem) 48rem, (min-width: 64rem) 65vw, 100vw")
TEXT = Room("(min-width: 48rem) 38rem, 100vw", shape=renditions.WHOLE, widest=640)
STRIP = Room("(min-width: 48rem) 32rem, 84vw", shape=renditions.WHOLE, widest=560)
"""A picture of a gallery, which is moved through sideways."""
CARD = Room("(min-width: 75rem) 24rem, (min-width: 40rem) 45vw, 100vw", widest=640)
SMALL = Room("(min-width: 40rem) 12rem, 33vw", widest=320)
PORTRAIT = Room("6rem", shape=renditions.WHOLE, widest=240)
DRAWN = Room(LEAD.sizes, shape=renditions.WHOLE)
"""A cartoon on top of its page: nothing of a drawing is cut off."""

_WIDEST_FILE = 2
"""Pixels of a file to a pixel of CSS: more than that no eye sees, and a phone would pay for it."""


def safe(html: str) -> SafeString:
    """Declare HTML safe that came through the sanitiser, or that this room has escaped."""
    return mark_safe(html)  # noqa: S308 – the one place; see the head of this module


def is_shown(photo: Photo, at: datetime) -> bool:
    """Say whether a picture may be shown at a moment: not pulled, its rights not ended, and encoded at least once."""
    ended = [moment for moment in (photo.pulled_at, photo.rights_until) if moment is not None and moment <= at]
    return not ended and any("jpg" in kinds for kinds in photo.renditions.values())


def photo_span(photos: Iterable[Photo], at: datetime) -> Span:
    """Return since when and until when nothing changes about some pictures."""
    moments = [moment for photo in photos for moment in (photo.pulled_at, photo.rights_until) if moment is not None]
    return Span(
        since=max((moment for moment in moments if moment <= at), default=None),
        until=min((moment for moment in moments if moment > at), default=None),
    )


def picture(edition: Edition, photo: Photo | None, use: Mapping[str, Any], room: Room) -> Picture | None:
    """Return a picture with this use's words and crop, or None when it may not be shown now."""
    if photo is None or not is_shown(photo, edition.at):
        return None
    focus = renditions.focus_of_use(photo, use)
    cut = renditions.shown_cut(photo, room.shape, focus)
    kinds = photo.renditions[cut]
    width, height = renditions.size_of(photo, cut)
    largest = kinds["jpg"][-1]
    return Picture(
        url=addresses.picture(photo.token, kinds["jpg"][0], "jpg", cut),
        srcset=_srcset(photo.token, cut, kinds["jpg"], "jpg", room),
        sources=tuple(
            Source(type=MIME[extension], srcset=_srcset(photo.token, cut, kinds[extension], extension, room))
            for extension in ("avif", "webp")
            if extension in kinds
        ),
        sizes=room.sizes,
        width=width,
        height=height,
        largest_url=addresses.absolute(addresses.picture(photo.token, largest, "jpg", cut)),
        largest_width=largest,
        largest_height=_height(photo, cut, largest),
        alt="" if use.get("decorative") else use.get("alt", ""),
        caption=use.get("caption", ""),
        credit=photo.credit(edition.language),
        licence=photo.licence,
        cuts=tuple(_cuts(photo, focus)),
        language=edition.language,
        direction=edition.direction,
    )


def _cuts(photo: Photo, focus: renditions.Focus) -> Iterator[Cut]:
    for shape in (renditions.WIDE, "4x3", "1x1"):
        name = renditions.cut_of(photo, shape, focus)
        for width in photo.renditions.get(name, {}).get("jpg", ())[-1:]:
            url = addresses.absolute(addresses.picture(photo.token, width, "jpg", name))
            yield Cut(url=url, width=width, height=_height(photo, name, width))


def _height(photo: Photo, cut: str, width: int) -> int:
    across, down = renditions.size_of(photo, cut)
    return max(1, round(down * width / across))


def _srcset(token: str, cut: str, widths: Iterable[int], extension: str, room: Room) -> str:
    """Return the files worth choosing among in a room: up to the first that is twice as wide as it ever gets."""
    useful: list[str] = []
    for width in widths:
        useful.append(f"{addresses.picture(token, width, extension, cut)} {width}w")
        if width >= room.widest * _WIDEST_FILE:
            break
    return ", ".join(useful)


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
        for credit in row.shown_credits
    )


def opinion_writer(row: Publication) -> int | None:
    """Return the number of the author whose face stands with an opinion."""
    if row.format != Format.OPINION:
        return None
    return next((credit["id"] for credit in row.shown_credits if credit["kind"] == "author"), None)


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
