"""The readers' door to feeds: what RSS and Atom say, in full, as values. Four queries at most."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.templatetags.static import static
from django.utils.translation import gettext as _

from articles.language import excerpts
from articles.models import BylineRole, Format, Publication, Series
from articles.publishing import addresses, bodies, presenters, shelf
from articles.publishing.editions import Edition
from articles.publishing.pages import Answer, Credit, Link, Picture, Span
from articles.publishing.prepared import padded

NEWEST = 30
LONGEST_SUMMARY = 300


@dataclass(frozen=True)
class Author:
    """A name over an article in a feed, and where more of it is."""

    name: str
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """An article in a feed; `tag` is the same for ever, whatever becomes of its address."""

    tag: str
    url: str
    headline: str
    summary: str
    html: str
    published: datetime
    updated: datetime
    authors: tuple[Author, ...]
    contributors: tuple[Author, ...]
    section: str
    topics: tuple[str, ...]
    picture: Picture | None


@dataclass(frozen=True, kw_only=True)
class Feed:
    """A feed; `updated` is the newest real change of what it shows, None when it is empty."""

    language: str
    title: str
    house_name: str
    home_url: str
    self_url: str
    icon_url: str
    tag: str
    updated: datetime | None
    entries: tuple[Entry, ...]
    span: Span
    keys: tuple[str, ...]


def feed(
    language: str, kind: str, *, at: datetime, section: str = "", topic: str = "", series: str = ""
) -> Feed | None:
    """Return the feed of a language, a section, a topic or a series; None where there is no such place."""
    edition = Edition.of(language, at)
    if section:
        return _of_section(edition, kind, section)
    if topic:
        return _of_topic(edition, kind, topic)
    if series:
        return _of_series(edition, kind, series)
    home = Link(label=edition.house_name, url=addresses.home(language))
    return _feed(edition, kind, home, shelf.page(language, at, None, size=NEWEST - 1, columns=shelf.FULL))


def moved_on(language: str, kind: str, topic: str) -> Answer | None:
    """Return the one redirect of a merged topic's feed to the feed of the topic that holds its articles now."""
    found, _pks = shelf.topics_at(topic)
    if found is None or found.merged_into is None:
        return None
    target = addresses.topic(language, found.merged_into.slug)
    return Answer(redirect=addresses.feed(target, kind), status=301)


def _of_section(edition: Edition, kind: str, slug: str) -> Feed | None:
    place = edition.place_of_slug(slug)
    if place is None:
        return None
    newest = shelf.page(edition.language, edition.at, None, size=NEWEST - 1, columns=shelf.FULL, section_id=place.pk)
    return _feed(edition, kind, edition.section(place.pk), newest, f"section-{place.pk}")


def _of_topic(edition: Edition, kind: str, slug: str) -> Feed | None:
    found, pks = shelf.topics_at(slug)
    if found is None or found.merged_into:
        return None
    rows = shelf.through_topic(pks, edition.language, edition.at, None, size=NEWEST - 1, columns=shelf.FULL)
    link = Link(label=found.label(edition.language), url=addresses.topic(edition.language, slug))
    made = _feed(edition, kind, link, rows)
    return made if made.entries else None


def _of_series(edition: Edition, kind: str, slug: str) -> Feed | None:
    found = Series.objects.filter(slug=slug).first()
    if found is None:
        return None
    rows = shelf.of_series(
        found.pk, edition.language, edition.at, None, size=NEWEST - 1, is_forward=False, columns=shelf.FULL
    )
    made = _feed(
        edition, kind, Link(label=found.name(edition.language), url=addresses.series(edition.language, slug)), rows
    )
    return made if made.entries else None


def _feed(edition: Edition, kind: str, of: Link, found: Sequence[Publication], *keys: str) -> Feed:
    # What is paid for is no news.
    rows = [row for row in found if row.format != Format.SPONSORED]
    photos = shelf.photos(use["id"] for row in rows for use in row.photos)
    topics = _topics(edition, rows)
    round_it = shelf.around(edition.language, edition.at)
    span = round_it.span & presenters.row_span(rows) & presenters.photo_span(photos.by_pk.values(), edition.at)
    is_home = of.url == addresses.home(edition.language)
    title = _("%(house)s: %(section)s") % {"house": edition.house_name, "section": of.label}
    return Feed(
        language=edition.language,
        title=edition.house_name if is_home else title,
        house_name=edition.house_name,
        home_url=addresses.absolute(of.url),
        self_url=addresses.absolute(addresses.feed(of.url, kind)),
        icon_url=addresses.absolute(static("site/icon-180.png")),
        tag=_tag(f"feed:{of.url.strip('/')}"),
        updated=max((row.changed_at for row in rows), default=None),
        entries=tuple(_entry(edition, row, photos, topics.get(row.pk, ())) for row in rows),
        span=span,
        keys=(f"lists-{edition.language}", *keys, *(f"article-{row.article_id}" for row in rows)),
    )


def _topics(edition: Edition, rows: Sequence[Publication]) -> dict[int, tuple[str, ...]]:
    names: dict[int, tuple[str, ...]] = {}
    for link in shelf.topic_names(padded(row.pk for row in rows)):
        names[link.publication_id] = (*names.get(link.publication_id, ()), link.topic.label(edition.language))
    return names


def _entry(edition: Edition, row: Publication, photos: shelf.Photos, topics: tuple[str, ...]) -> Entry:
    pictured = bodies.Pictured(edition, row, photos.by_pk)
    lead = row.lead_photo_id
    authors, contributors = _people(edition, presenters.credits_of(edition, row))
    return Entry(
        tag=_tag(f"article:{row.article_id}"),
        url=addresses.absolute(edition.article_path(row.article_id, row.section_id, row.slug)),
        headline=edition.line(row.headline),
        summary=edition.line(row.deck or excerpts.excerpt(row.body, LONGEST_SUMMARY)),
        html=bodies.for_feed(row.body, row.dateline, pictured),
        published=row.first_published_at,
        updated=max(row.changed_at, row.first_published_at),
        authors=authors,
        contributors=contributors,
        section=edition.section(row.section_id).label,
        topics=topics,
        picture=pictured.picture(lead) if lead else None,
    )


def _people(edition: Edition, credits: Sequence[Credit]) -> tuple[tuple[Author, ...], tuple[Author, ...]]:
    """Return who wrote, the house where nobody is named, and who helped."""
    named = [
        (credit.role, Author(credit.name, addresses.absolute(credit.url) if credit.url else "")) for credit in credits
    ]
    authors = tuple(author for role, author in named if role == BylineRole.WRITING)
    helped = tuple(author for role, author in named if role != BylineRole.WRITING)
    return authors or (Author(edition.house_name, addresses.absolute(addresses.home(edition.language))),), helped


def _tag(of: str) -> str:
    """Return a `tag:` URI (RFC 4151), which outlives every change of address; its date is the scheme's own."""
    host = urlsplit(settings.SITE_ORIGIN).hostname
    return f"tag:{host},2026:{of}"
