"""What is round a page's own content: masthead, navigation, strip, language switch, and the head of the document."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from articles.language import excerpts
from articles.language.direction import direction_of
from articles.models import House, Language
from articles.publishing import addresses
from articles.publishing.editions import NAMES, Edition
from articles.publishing.pages import Alternate, Bulletin, Chrome, Cut, FeedLink, Head, Link, Picture
from articles.publishing.shelf import Around

LOCALES = {"ar": "ar_AR", "en": "en_GB"}
LONGEST_DESCRIPTION = 160


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What a head is made of: the path is this page's own, `others` are the paths of its editions by language."""

    path: str
    title: str
    description: str = ""
    others: dict[str, str]
    feeds: tuple[FeedLink, ...] = ()
    type: str = "website"
    social_title: str = ""
    picture: Picture | None = None
    card: Cut | None = None
    authors: str = ""
    more: Sequence[tuple[str, str]] = ()
    robots: str = "max-image-preview:large"
    json_ld: Any = ""
    is_home: bool = False


def head(edition: Edition, facts: Facts) -> Head:
    """Return the head of a page."""
    title = facts.title if facts.is_home else f"{facts.title} — {edition.house_name}"
    feeds = facts.feeds or (feed_link(edition, addresses.home(edition.language), edition.house_name),)
    return Head(
        title=edition.line(title),
        description=shortened(facts.description or named(edition, facts.title)),
        canonical=addresses.absolute(facts.path),
        robots=facts.robots,
        alternates=_alternates(edition, facts.others),
        feeds=(*feeds, _as_atom(feeds[-1])),
        properties=tuple(_properties(edition, facts)),
        names=(
            *((("author", facts.authors),) if facts.authors else ()),
            ("twitter:card", "summary_large_image" if facts.card or facts.picture else "summary"),
        ),
        json_ld=facts.json_ld,
    )


def named(edition: Edition, title: str) -> str:
    """Return a title with whose it is, as feeds are called and as a page without a line of its own is described."""
    return _("%(house)s: %(section)s") % {"house": edition.house_name, "section": title}


def shortened(text: str) -> str:
    """Return a text as long as a description may be: whole sentences or words, never half a quotation."""
    return excerpts.shortened(text, LONGEST_DESCRIPTION)


def _alternates(edition: Edition, others: dict[str, str]) -> tuple[Alternate, ...]:
    if not others:
        return ()
    first = others.get(edition.house.first_language) or others[edition.language]
    known = [Alternate(language=language, url=addresses.absolute(path)) for language, path in sorted(others.items())]
    return (*known, Alternate(language="x-default", url=addresses.absolute(first)))


def _properties(edition: Edition, facts: Facts) -> list[tuple[str, str]]:
    pairs = [
        ("og:title", edition.line(facts.social_title or facts.title)),
        ("og:type", facts.type),
        ("og:url", addresses.absolute(facts.path)),
        ("og:site_name", edition.house_name),
        ("og:locale", LOCALES[edition.language]),
    ]
    pairs += [("og:locale:alternate", LOCALES[other]) for other in facts.others if other != edition.language]
    if facts.description:
        pairs.append(("og:description", shortened(facts.description)))
    if facts.card:
        pairs += [
            ("og:image", facts.card.url),
            ("og:image:type", "image/jpeg"),
            ("og:image:width", str(facts.card.width)),
            ("og:image:height", str(facts.card.height)),
            ("og:image:alt", facts.social_title or facts.title),
        ]
    elif facts.picture:
        pairs += [
            ("og:image", facts.picture.largest_url),
            ("og:image:width", str(facts.picture.largest_width)),
            ("og:image:height", str(facts.picture.largest_height)),
        ]
        pairs += [("og:image:alt", facts.picture.alt)] if facts.picture.alt else []
    return [*pairs, *facts.more]


def _as_atom(feed: FeedLink) -> FeedLink:
    """Return the other feed of the same place, which is at the same address but for its name."""
    return FeedLink(url=feed.url.removesuffix("rss/") + "atom/", title=feed.title, type="application/atom+xml")


def feed_link(edition: Edition, of: str, title: str) -> FeedLink:
    """Return the feed of a front's, section's or topic's path."""
    return FeedLink(url=addresses.absolute(addresses.feed(of)), title=title)


def chrome(
    edition: Edition,
    round_it: Around | None,
    *,
    others: dict[str, str],
    here: str = "",
    query: str = "",
    is_home: bool = False,
) -> Chrome:
    """Return what is round a page; `here` is the path of the section it stands in."""
    sections = (edition.section(pk) for pk in edition.navigation.sections)
    return Chrome(
        **_bare(edition.language, edition.house_name),
        switch=switch(edition.language, others),
        digits=edition.house.digits,
        motto=edition.house.motto_ar if edition.language == Language.AR else edition.house.motto_en,
        today=edition.date(edition.at),
        hijri=edition.hijri(edition.at),
        pages=_house_pages(edition, here),
        archive_url=addresses.archive(edition.language, edition.here.date()),
        sections=tuple(Link(label=link.label, url=link.url, is_here=link.url == here) for link in sections),
        strip=tuple(_bulletin(edition, row) for row in round_it.strip) if round_it else (),
        query=query,
        is_home=is_home,
    )


def _house_pages(edition: Edition, here: str) -> tuple[Link, ...]:
    links = (
        Link(label=ar if edition.language == Language.AR else en, url=addresses.house_page(edition.language, slug))
        for slug, ar, en in edition.navigation.pages
    )
    return tuple(replace(link, is_here=link.url == here) for link in links if link.label)


def bare_chrome(language: str) -> Chrome:
    """Return what can be round a page without asking the database."""
    house = House()
    return Chrome(**_bare(language, house.name(language)), switch=switch(language, {}))


def _bare(language: str, house_name: str) -> dict[str, Any]:
    return {
        "language": language,
        "direction": direction_of(language),
        "house_name": house_name,
        "origin": settings.SITE_ORIGIN,
        "home_url": addresses.home(language),
        "search_url": addresses.search(language),
        "latest_url": addresses.latest(language),
        "corrections_url": addresses.corrections(language),
        "feed_url": addresses.feed(addresses.home(language)),
    }


def switch(language: str, others: dict[str, str]) -> Link:
    """Return the way to this page's other edition, or to the other front."""
    other = str(Language(language).other.value)
    url = others.get(other) or addresses.home(other)
    return Link(label=NAMES[other], url=url, language=other, direction=direction_of(other))


def _bulletin(edition: Edition, row: tuple[Any, ...]) -> Bulletin:
    number, text, slug, section_pk, *_times = row
    url = edition.article_path(number, int(section_pk), slug) if number and section_pk else ""
    return Bulletin(text=text, url=url)


def bare_head(language: str, title: str) -> Head:
    """Return the head of a page that is no page: nobody keeps or indexes it."""
    return Head(title=f"{title} — {House().name(language)}", robots="noindex")


def sentence_for_none() -> str:
    """Return what an empty list says."""
    return _("Nothing has been published here yet.")
