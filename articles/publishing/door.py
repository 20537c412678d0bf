"""The readers' door to an article: what its address answers at a moment, as values. At most four queries.

1. the rows of its story, of both languages: live and to come; 2. strip, topics, corrections, the language's last and
next change; 3. what goes with it; 4. every picture of the page.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Case, F, Q, QuerySet, Subquery, TextField, Value, When
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.language import excerpts
from articles.language.direction import direction_of
from articles.models import LISTED, READABLE, Article, BylineRole, Change, Format, Kind, Publication
from articles.publishing import (
    absences,
    addresses,
    bodies,
    cards,
    embeds,
    frames,
    presenters,
    related,
    renditions,
    shelf,
    structured,
)
from articles.publishing.editions import NAMES, Edition
from articles.publishing.pages import Answer, Card, FeedLink, Head, Link, Page, Picture, Span
from articles.publishing.prepared import prepared

Topics = tuple[tuple[Any, ...], ...]
"""An article's topics: number, slug, name in Arabic, name in English."""
Address = Callable[[int], str]
"""Where a picture of a preview is answered, by the photo's number."""

RELATED = 5
WITH_CONTENTS = (Format.EXPLAINER, Format.LIVE)
MOST_TOPICS_FOR_RELATED = 4


@dataclass(frozen=True)
class _Rows:
    """An article's live row, its twin's, and how long both stand."""

    mine: Publication | None
    text: str
    twin: Publication | None
    span: Span


@dataclass(frozen=True)
class _Desk:
    """Everything a page of an article is put together from."""

    edition: Edition
    row: Publication
    text: str
    twin: Publication | None
    round_it: shelf.Around
    related: Sequence[Publication]
    photos: shelf.Photos
    pictured: bodies.Pictured


def article(language: str, pk: int, *, path: str, at: datetime) -> Answer:
    """Return what an address with an article's number answers: the page, one redirect, or its absence."""
    edition = Edition.of(language, at)
    rows = _rows(pk, at)
    row = rows.mine
    if row is None or row.language != language:
        return absences.missing(edition, path=path, span=rows.span)
    if row.kind == Kind.MOVED:
        return absences.moved(edition, row, rows.span)
    if row.kind not in READABLE:
        return absences.withdrawn(edition, row, rows.span)
    right = edition.article_path(pk, row.section_id, row.slug)
    if path != right:
        return Answer(redirect=right, status=301, span=rows.span, keys=(f"article-{pk}",))
    return _page(edition, rows, row, right)


def _rows(pk: int, at: datetime) -> _Rows:
    rows = _of_story(pk, at)
    live = [row for row in rows if row.live_from <= at]
    ahead = Span(until=min((row.live_from for row in rows if row.live_from > at), default=None))
    mine = next((row for row in live if row.article_id == pk), None)
    twin = next((row for row in live if row.article_id != pk and row.kind in LISTED), None)
    text = str(mine.text) if mine else ""  # type: ignore[attr-defined]
    return _Rows(mine, text, twin, presenters.row_span(live) & ahead)


@prepared
def _of_story(article_pk: int, at: datetime) -> QuerySet[Publication]:
    story = Article.objects.filter(pk=article_pk).values("story_id")[:1]
    begun = Q(article_id=article_pk, live_from__lte=at)
    rows = Publication.objects.from_now_on(at).filter(story_id=Subquery(story))
    # Of the other edition and of what is to come not even the text is read.
    text = Case(When(begun, then=F("body")), default=Value(""), output_field=TextField())
    series = {f"series_{name}": F(f"story__series__{name}") for name in ("slug", "name_ar", "name_en")}
    return rows.with_hidden().annotate(text=text, **series).defer("body")


def _page(edition: Edition, rows: _Rows, row: Publication, path: str) -> Answer:
    desk = _gathered(edition, row, rows)
    page = _without_head(desk, path)
    others = {edition.language: path} | ({edition.other: page.twin.url} if page.twin else {})
    page = replace(page, head=_head(desk, page, path, others))
    shown = [desk.photos.by_pk[pk] for pk in desk.photos.by_pk]
    span = rows.span & desk.round_it.span & edition.day
    span &= presenters.row_span(desk.related) & presenters.photo_span(shown, edition.at)
    return Answer(
        page=page,
        chrome=frames.chrome(edition, desk.round_it, others=others, here=page.section.url),
        span=span,
        keys=(f"story-{row.story_id}", *_keys([row, *desk.related])),
    )


def preview(row: Publication, text: str, *, at: datetime, topics: Topics, head: Head, address: Address) -> Answer:
    """Return the page of a row that readers do not have, by their own presenters; its pictures are at `address`."""
    edition = Edition.of(row.language, at)
    desk = _gathered(edition, row, _Rows(row, text, None, Span()))
    pictured = _Previewed(edition, row, desk.photos.by_pk, address)
    desk = replace(desk, round_it=replace(desk.round_it, topics=topics), pictured=pictured)
    path = edition.article_path(row.article_id, row.section_id, row.slug)
    page = replace(_without_head(desk, path), head=head)
    chrome = frames.chrome(edition, desk.round_it, others={edition.language: path}, here=page.section.url)
    return Answer(page=page, chrome=chrome, is_stored=False)


@dataclass(frozen=True)
class _Previewed(bodies.Pictured):
    """The pictures of a text that readers do not have: at addresses of their own, which those let in may ask."""

    address: Address

    def picture(self, pk: int, room: presenters.Room = presenters.TEXT) -> Picture | None:
        """Return one of the pictures, at the one address where it is answered."""
        # At that one address stands the whole picture: a cut is made once its text is on its way to readers.
        found = super().picture(pk, replace(room, shape=renditions.WHOLE))
        return replace(found, url=self.address(pk), srcset="", sources=()) if found else None


def _keys(rows: Iterable[Publication]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f"article-{row.article_id}" for row in rows))


def _gathered(edition: Edition, row: Publication, rows: _Rows) -> _Desk:
    round_it = shelf.around(edition.language, edition.at, row)
    topic_pks = [topic[0] for topic in round_it.topics][:MOST_TOPICS_FOR_RELATED]
    beside = related.kin(topic_pks, row, edition.at, size=RELATED)
    wanted = [use["id"] for use in row.photos] + [card.lead_photo_id for card in beside]
    photos = shelf.photos(wanted, portrait_of=presenters.opinion_writer(row))
    pictured = bodies.Pictured(edition, row, photos.by_pk)
    return _Desk(edition, row, rows.text, rows.twin, round_it, beside, photos, pictured)


def _without_head(desk: _Desk, path: str) -> Page:
    edition, row = desk.edition, desk.row
    published, updated = presenters.published_times(edition, row)
    lead = row.lead_photo_id
    film, text = _film(row, desk.text)
    body = bodies.for_page(text, row.dateline, desk.pictured)
    return Page(
        head=Head(title=row.headline),
        language=row.language,
        direction=edition.direction,
        headline=row.headline,
        section=edition.section(row.section_id),
        published=published,
        updated=updated,
        body=body,
        contents=bodies.contents(body) if row.format in WITH_CONTENTS else (),
        film=film,
        transcript=tuple(str(row.extras.get("transcript", "")).split("\n\n")) if row.extras.get("transcript") else (),
        has_marks=bodies.has_marks(body),
        hijri=edition.hijri(row.changed_at),
        series=_series(edition, row),
        format=row.format,
        format_label=presenters.format_label(row.format),
        kicker=row.kicker,
        deck=row.deck,
        credits=presenters.credits_of(edition, row),
        update_note=row.public_note if row.change == Change.UPDATE else "",
        reading_minutes=row.reading_minutes,
        reading_time=reading_time(row.reading_minutes) if desk.text else "",
        lead=desk.pictured.picture(lead, _lead_room(row)) if lead else None,
        portrait=presenters.picture(edition, desk.photos.portrait, {}, presenters.PORTRAIT),
        gallery=_gallery(desk),
        corrections=tuple(
            presenters.note(edition, change, text, when)
            for _pk, change, text, _none, when, _end in sorted(desk.round_it.corrections, key=_when)
        ),
        retraction=row.public_reason if row.kind == Kind.RETRACTED else "",
        sponsor=str(row.extras.get("sponsor", "")),
        sponsor_url=str(row.extras.get("sponsor_url", "")),
        topics=presenters.topic_links(edition, desk.round_it.topics),
        related=_cards(desk),
        twin=_twin(desk),
        short_url=addresses.absolute(addresses.short(row.language, row.article_id)),
    )


def _film(row: Publication, text: str) -> tuple[embeds.Embed | None, str]:
    """Return what a video is about and its text: the film that the desk named, else the first embed of the text."""
    if row.format != Format.VIDEO:
        return None, text
    named = embeds.of(str(row.extras.get("film", "")))
    return (named, text) if named else embeds.first_out_of(text)


def _lead_room(row: Publication) -> presenters.Room:
    return presenters.DRAWN if row.format == Format.CARTOON else presenters.LEAD


def _series(edition: Edition, row: Publication) -> Link | None:
    # A preview's row was never read, and knows no series.
    slug = getattr(row, "series_slug", "")
    if not slug:
        return None
    label = row.series_name_ar if edition.language == "ar" else row.series_name_en  # type: ignore[attr-defined]
    return Link(label=label, url=addresses.series(edition.language, slug))


def _when(correction: tuple[object, ...]) -> tuple[object, ...]:
    return (correction[4], correction[0])


def reading_time(minutes: int) -> str:
    """Return how long a text takes to read, in words."""
    return ngettext("%(minutes)d minute read", "%(minutes)d minutes read", minutes) % {"minutes": minutes}


def _gallery(desk: _Desk) -> tuple[Picture, ...]:
    elsewhere = {desk.row.lead_photo_id, *bodies.photo_numbers(desk.text)}
    rest = (use["id"] for use in desk.row.photos if use["id"] not in elsewhere)
    return tuple(picture for pk in rest if (picture := desk.pictured.picture(pk)))


def _cards(desk: _Desk) -> tuple[Card, ...]:
    return tuple(presenters.card(desk.edition, row, desk.photos.by_pk, presenters.SMALL) for row in desk.related)


def _twin(desk: _Desk) -> Link | None:
    twin = desk.twin
    if twin is None:
        return None
    place = desk.edition.place(twin.section_id)
    return Link(
        label=NAMES[twin.language],
        url=addresses.article(twin.language, place.slug, twin.article_id, twin.slug),
        language=twin.language,
        direction=direction_of(twin.language),
    )


def _head(desk: _Desk, page: Page, path: str, others: dict[str, str]) -> Head:
    edition, row = desk.edition, desk.row
    url = addresses.absolute(path)
    description = page.deck or excerpts.excerpt(desk.text, frames.LONGEST_DESCRIPTION)
    told = structured.Facts(
        url=url,
        description=description,
        word_count=row.word_count,
        dateline=row.dateline,
        embeds=embeds.named_in(f"{embeds.element(str(row.extras.get('film', '')))}{desk.text}"),
        parts=bodies.parts(desk.text) if row.format == Format.LIVE else (),
        is_translation=structured.is_translation(row, desk.twin),
    )
    graph = structured.article(edition, page, told)
    trail = structured.breadcrumbs(edition, page.section)
    facts = frames.Facts(
        path=path,
        title=row.search_headline or row.headline,
        social_title=row.social_headline or row.headline,
        description=description,
        others=others if row.kind in LISTED else {},
        feeds=_feeds(edition, page.section),
        type="article",
        picture=page.lead,
        card=cards.of_page(edition, row, desk.photos.by_pk.get(row.lead_photo_id or 0)),
        authors=", ".join(credit.name for credit in page.credits if credit.role == BylineRole.WRITING),
        more=_article_properties(page),
        json_ld=structured.as_script(graph, trail, structured.website(edition), structured.organization(edition)),
    )
    return frames.head(edition, facts)


def _feeds(edition: Edition, section: Link) -> tuple[FeedLink, ...]:
    title = _("%(house)s: %(section)s") % {"house": edition.house_name, "section": section.label}
    return (
        frames.feed_link(edition, addresses.home(edition.language), edition.house_name),
        frames.feed_link(edition, section.url, title),
    )


def _article_properties(page: Page) -> tuple[tuple[str, str], ...]:
    return (
        ("article:published_time", page.published.iso),
        ("article:modified_time", (page.updated or page.published).iso),
        ("article:section", page.section.label),
        *(("article:tag", topic.label) for topic in page.topics),
    )
