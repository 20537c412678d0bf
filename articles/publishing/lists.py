"""The readers' door to lists: section, topic, author, latest, a day of the archive, a series. At most six queries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from articles.models import FrontSlot, Photo, Publication, Series
from articles.publishing import absences, addresses, frames, presenters, shelf, slots, structured
from articles.publishing.addresses import Key
from articles.publishing.calendars import month_of
from articles.publishing.editions import Edition
from articles.publishing.navigation import Place
from articles.publishing.pages import Answer, FeedLink, Link, Listing, Moment, Picture, Span
from articles.publishing.prepared import padded, prepared

PAGE = 30


@dataclass(frozen=True, kw_only=True)
class _List:
    """What one list is, before its rows are shown."""

    edition: Edition
    kind: str
    title: str
    path: str
    rows: Iterable[Publication]
    others: dict[str, str]
    before: Key | None = None
    intro: str = ""
    feed: FeedLink | None = None
    portrait_of: int | None = None
    fixed: Photo | None = None
    keys: tuple[str, ...] = ()
    more: dict[str, Any] = field(default_factory=dict)
    placed: slots.Placed = slots.NONE


def section(language: str, slug: str, *, at: datetime, before: Key | None = None) -> Answer | None:
    """Return a section's page, what editors placed on it first; None when there is no such section."""
    edition = Edition.of(language, at)
    place = edition.place_of_slug(slug)
    if place is None:
        return None
    return _section(edition, place, before, slots.NONE if before else slots.placed(language, place.pk, at=at))


def preview_section(
    language: str, slug: str, *, at: datetime, address: slots.Address, instead: Sequence[FrontSlot] | None
) -> Answer | None:
    """Return a section's front as it is at a moment, or as it would be with other slots."""
    edition = Edition.of(language, at)
    place = edition.place_of_slug(slug)
    if place is None:
        return None
    placed = slots.placed(language, place.pk, at=at, instead=instead)
    return _section(edition, place, None, replace(placed, address=address))


def _section(edition: Edition, place: Place, before: Key | None, placed: slots.Placed) -> Answer:
    language, slug = edition.language, place.slug
    path = addresses.section(language, slug)
    title = place.name(language)
    return _answer(
        _List(
            edition=edition,
            kind="section",
            title=title,
            path=path,
            rows=shelf.page(language, edition.at, before, size=PAGE, section_id=place.pk),
            others=_both(addresses.section, slug),
            before=before,
            placed=placed,
            feed=_feed(edition, path, title),
            keys=(f"section-{place.pk}",),
        )
    )


@prepared
def _articles(language: str, at: datetime, article_pks: tuple[int, ...]) -> QuerySet[Publication]:
    rows = Publication.objects.listed(at).filter(language=language, article__pk__in=article_pks)
    return rows.only(*shelf.CARD)


def _with_placed(placed: slots.Placed, rows: list[Publication], edition: Edition) -> list[Publication]:
    """Put first what editors placed, which may be older than the rows; a second query only where it is."""
    known = {row.article_id for row in rows}
    missing = padded([pk for pk in placed.by_article if pk not in known])
    first = placed.lead([*rows, *_articles(edition.language, edition.at, missing)] if missing else rows)
    return [*first, *(row for row in rows if row not in first)]


def latest(language: str, *, at: datetime, before: Key | None = None) -> Answer:
    """Return the list of everything, newest first."""
    edition = Edition.of(language, at)
    return _answer(
        _List(
            edition=edition,
            kind="latest",
            title=_("Latest"),
            path=addresses.latest(language),
            rows=shelf.page(language, at, before, size=PAGE),
            others={code: addresses.latest(code) for code in (language, edition.other)},
            before=before,
        )
    )


def topic(language: str, slug: str, *, at: datetime, before: Key | None = None) -> Answer:
    """Return a topic's page with what was merged into it, one redirect for a merged one; 404 without an article."""
    edition = Edition.of(language, at)
    found, pks = shelf.topics_at(slug)
    path = addresses.topic(language, slug)
    if found is None:
        return absences.missing(edition, path=path)
    if found.merged_into:
        return Answer(redirect=addresses.topic(language, found.merged_into.slug), status=301)
    rows = shelf.through_topic(pks, language, at, before, size=PAGE)
    if not rows and before is None:
        return absences.missing(edition, path=path)
    title = found.label(language)
    return _answer(
        _List(
            edition=edition,
            kind="topic",
            title=title,
            path=path,
            rows=rows,
            others=_both(addresses.topic, slug) if _is_in(edition.other, pks, at) else {language: path},
            before=before,
            feed=_feed(edition, path, title),
        )
    )


def _is_in(language: str, topic_pks: Iterable[int], at: datetime) -> bool:
    return bool(shelf.through_topic(topic_pks, language, at, None, size=0))


def author(language: str, slug: str, *, at: datetime, before: Key | None = None) -> Answer:
    """Return an author's page with what was merged into it, one redirect for a merged one; 404 without an article."""
    edition = Edition.of(language, at)
    path = addresses.author(language, slug)
    found, pks = shelf.authors_at(slug)
    if found and found.merged_into:
        return Answer(redirect=addresses.author(language, found.merged_into.slug), status=301)
    rows = shelf.through_author(pks, language, at, before, size=PAGE) if found else []
    if found is None or (not rows and before is None):
        return absences.missing(edition, path=path)
    is_in_other = bool(shelf.through_author(pks, edition.other, at, None, size=0))
    return _answer(
        _List(
            edition=edition,
            kind="author",
            title=found.name(language),
            path=path,
            rows=rows,
            others=_both(addresses.author, slug) if is_in_other else {language: path},
            before=before,
            intro=found.bio(language),
            portrait_of=found.pk,
            more={"links": tuple(_elsewhere(address) for address in found.links.split())},
        )
    )


def _elsewhere(address: str) -> Link:
    """Return a way out of the site, called by where it leads."""
    there = urlsplit(address)
    return Link(label=there.netloc.removeprefix("www.") + there.path.rstrip("/"), url=address)


def series(language: str, slug: str, *, at: datetime, before: Key | None = None) -> Answer:
    """Return the articles of a series or a column."""
    edition = Edition.of(language, at)
    path = addresses.series(language, slug)
    found = Series.objects.filter(slug=slug).select_related("photo").first()
    if found is None:
        return absences.missing(edition, path=path)
    rows = shelf.of_series(found.pk, language, at, before, size=PAGE, is_forward=not found.is_column)
    if not rows and before is None:
        return absences.missing(edition, path=path)
    title = found.name(language)
    is_in_other = bool(shelf.of_series(found.pk, edition.other, at, None, size=0, is_forward=False))
    return _answer(
        _List(
            edition=edition,
            kind="series",
            title=title,
            path=path,
            rows=rows,
            others=_both(addresses.series, slug) if is_in_other else {language: path},
            before=before,
            intro=found.about(language),
            fixed=found.photo,
            feed=_feed(edition, path, title),
            more={"is_forward": not found.is_column},
        )
    )


def archive(language: str, day: date, *, at: datetime, before: Key | None = None) -> Answer:
    """Return what was first published on one day of the house's; a day that has not begun is 404."""
    edition = Edition.of(language, at)
    path = addresses.archive(language, day)
    zone = edition.navigation.zone
    begin = datetime.combine(day, time.min, zone)
    if begin > at:
        return absences.missing(edition, path=path, span=Span(until=begin))
    end = datetime.combine(day + timedelta(days=1), time.min, zone)
    rows = shelf.page(language, at, before, size=PAGE, first_published_at__gte=begin, first_published_at__lt=end)
    neighbours: dict[str, Any] = {"previous": _day(edition, begin - timedelta(hours=12))}
    if end <= at:
        neighbours["next"] = _day(edition, end + timedelta(hours=12))
    return _answer(
        _List(
            edition=edition,
            kind="archive",
            title=edition.date(begin).text,
            path=path,
            rows=rows,
            others={code: addresses.archive(code, day) for code in (language, edition.other)},
            before=before,
            more=neighbours | {"month": month_of(edition, day), "hijri": edition.hijri(begin)},
        )
    )


def _day(edition: Edition, noon: datetime) -> Link:
    local = noon.astimezone(edition.navigation.zone)
    return Link(label=edition.date(local).text, url=addresses.archive(edition.language, local.date()))


def _both(address: Any, slug: str) -> dict[str, str]:
    return {language: address(language, slug) for language in ("ar", "en")}


def _feed(edition: Edition, path: str, title: str) -> FeedLink:
    return frames.feed_link(edition, path, _named(edition, title))


def _named(edition: Edition, title: str) -> str:
    return _("%(house)s: %(section)s") % {"house": edition.house_name, "section": title}


def _answer(given: _List) -> Answer:
    edition = given.edition
    rows = list(given.rows)
    shown, older = rows[:PAGE], ""
    if len(rows) > PAGE:
        older = addresses.older(given.path, shown[-1].first_published_at, shown[-1].article_id)
    shown = _with_placed(given.placed, shown, edition)
    pictured = [*(row.lead_photo_id for row in shown), *given.placed.photo_pks]
    photos = shelf.photos(pictured, portrait_of=given.portrait_of)
    round_it = shelf.around(edition.language, edition.at)
    own = presenters.picture(edition, photos.portrait, {"alt": given.title}, presenters.PORTRAIT)
    portrait = own or presenters.picture(edition, given.fixed, {"decorative": True}, presenters.CARD)
    page = Listing(
        head=_head(given, portrait, [row.first_published_at for row in shown]),
        kind=given.kind,
        title=given.title,
        cards=tuple(given.placed.card(edition, row, photos.by_pk) for row in shown),
        intro=given.intro,
        portrait=portrait,
        feed=given.feed,
        older_url=older,
        newest_url=given.path if given.before else "",
        empty="" if shown else frames.sentence_for_none(),
        **given.more,
    )
    span = round_it.span & edition.day & given.placed.span & presenters.row_span(shown)
    pictures = [*photos.by_pk.values(), *([given.fixed] if given.fixed else [])]
    return Answer(
        page=page,
        chrome=frames.chrome(edition, round_it, others=given.others, here=given.path),
        span=span & presenters.photo_span(pictures, edition.at),
        keys=(f"lists-{edition.language}", *given.keys, *(f"article-{row.article_id}" for row in shown)),
    )


def _head(given: _List, portrait: Picture | None, times: list[datetime]) -> Any:
    edition = given.edition
    path = given.path if given.before is None else addresses.older(given.path, *given.before)
    nodes = [structured.breadcrumbs(edition, Link(label=given.title, url=given.path))]
    if given.kind == "author" and times:
        since: Moment = edition.moment(max(times))
        nodes.append(
            structured.profile(
                edition,
                given.title,
                url=addresses.absolute(given.path),
                intro=given.intro,
                portrait=portrait,
                since=since,
            )
        )
    home = frames.feed_link(edition, addresses.home(edition.language), edition.house_name)
    return frames.head(
        edition,
        frames.Facts(
            path=path,
            title=given.title,
            description=given.intro
            or _("%(house)s: %(section)s") % {"house": edition.house_name, "section": given.title},
            others=given.others if given.before is None else {},
            feeds=(home, given.feed) if given.feed else (home,),
            picture=portrait,
            json_ld=structured.as_script(*nodes),
        ),
    )
