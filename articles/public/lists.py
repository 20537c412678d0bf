"""Fronts, lists and corrections."""

from datetime import date, datetime

from django.http import HttpRequest

from articles.public.responses import public
from articles.publishing import errata, fronts, house_pages, lists
from articles.publishing.addresses import Key, key_of
from articles.publishing.pages import Answer

EARLIEST_YEAR = 1900


def _before(request: HttpRequest) -> Key | None:
    return key_of(request.GET.get("before", ""))


@public
def front(request: HttpRequest, *, language: str, at: datetime) -> Answer:
    """Show a front."""
    del request
    return fronts.front(language, at=at)


@public
def section(request: HttpRequest, *, language: str, slug: str, at: datetime) -> Answer | None:
    """Show a section."""
    return lists.section(language, slug, at=at, before=_before(request))


@public
def topic(request: HttpRequest, *, language: str, slug: str, at: datetime) -> Answer:
    """Show a topic."""
    return lists.topic(language, slug, at=at, before=_before(request))


@public
def author(request: HttpRequest, *, language: str, slug: str, at: datetime) -> Answer:
    """Show an author."""
    return lists.author(language, slug, at=at, before=_before(request))


@public
def series(request: HttpRequest, *, language: str, slug: str, at: datetime) -> Answer:
    """Show a series."""
    return lists.series(language, slug, at=at, before=_before(request))


@public
def latest(request: HttpRequest, *, language: str, at: datetime) -> Answer:
    """Show everything, newest first."""
    return lists.latest(language, at=at, before=_before(request))


@public
def archive(request: HttpRequest, *, language: str, year: str, month: str, day: str, at: datetime) -> Answer | None:
    """Show one day."""
    try:
        asked = date(int(year), int(month), int(day))
    except ValueError:
        return None
    if asked.year < EARLIEST_YEAR:
        return None
    return lists.archive(language, asked, at=at, before=_before(request))


@public
def house_page(request: HttpRequest, *, language: str, slug: str, at: datetime) -> Answer:
    """Show one of the house's own pages."""
    del request
    return house_pages.house_page(language, slug, at=at)


@public
def corrections(request: HttpRequest, *, language: str, at: datetime) -> Answer:
    """Show what was wrong and what is right."""
    return errata.corrections(language, at=at, before=_before(request))
