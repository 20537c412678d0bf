"""Every public address of the site, and the keys by which its lists page. Paths are unquoted text until `encoded`."""

import re
from datetime import UTC, date, datetime, timedelta
from urllib.parse import quote

from django.conf import settings

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_KEY = re.compile(r"([0-9]{1,17})-([0-9]{1,18})", re.ASCII)
_MICROSECOND = timedelta(microseconds=1)

Key = tuple[datetime, int]
"""Where a list goes on: the time and the number of the last thing that was shown."""


class BadKey(ValueError):
    """A `before=` that no list of ours has written."""


def home(language: str) -> str:
    """Return a front's path."""
    return f"/{language}/"


def section(language: str, slug: str) -> str:
    """Return a section's path."""
    return f"/{language}/{slug}/"


def article(language: str, section_slug: str, pk: int, slug: str) -> str:
    """Return an article's path; the number in it decides."""
    return f"/{language}/{section_slug}/{pk}-{slug}/" if slug else f"/{language}/{section_slug}/{pk}/"


def short(language: str, pk: int) -> str:
    """Return the path for sharing, which leads to the article's."""
    return f"/{language}/{pk}/"


def topic(language: str, slug: str) -> str:
    """Return a topic's path."""
    return f"/{language}/topics/{slug}/"


def author(language: str, slug: str) -> str:
    """Return an author's path."""
    return f"/{language}/authors/{slug}/"


def series(language: str, slug: str) -> str:
    """Return the path of a series."""
    return f"/{language}/series/{slug}/"


def house_page(language: str, slug: str) -> str:
    """Return the path of one of the house's own pages."""
    return f"/{language}/pages/{slug}/"


def latest(language: str) -> str:
    """Return the path of the list of everything."""
    return f"/{language}/latest/"


def corrections(language: str) -> str:
    """Return the path of the corrections."""
    return f"/{language}/corrections/"


def search(language: str) -> str:
    """Return the path of search."""
    return f"/{language}/search/"


def archive(language: str, day: date) -> str:
    """Return the path of one day's articles."""
    return f"/{language}/archive/{day:%Y/%m/%d}/"


def feed(of: str, kind: str = "rss") -> str:
    """Return the path of the feed of a front's, section's, topic's or author's path."""
    return f"{of}feed/{kind}/"


def picture(token: str, width: int, extension: str, cut: str = "") -> str:
    """Return the path of one rendition of a picture."""
    return f"{settings.MEDIA_URL}{token}-{cut}{'-' if cut else ''}{width}.{extension}"


def preview(token: str) -> str:
    """Return the path of a preview for somebody outside the house."""
    return f"/preview/{token}/"


def preview_photo(token: str, pk: int) -> str:
    """Return the path of a picture of such a preview."""
    return f"/preview/{token}/photos/{pk}/"


def card(article_pk: int, key: str, shape: str = "") -> str:
    """Return the path of a social card."""
    return f"{settings.MEDIA_URL}cards/{article_pk}-{key}{'-' if shape else ''}{shape}.jpg"


def encoded(path: str) -> str:
    """Return a path, with its query if it has one, as it is written in a header or in markup."""
    return quote(path, safe="/?=&%:-._~")


def absolute(path: str) -> str:
    """Return the whole address of a path, from the house's origin only."""
    return settings.SITE_ORIGIN + encoded(path)


def older(path: str, time: datetime, number: int) -> str:
    """Return the address of what comes after the last thing shown; the path may have a query."""
    mark = "&" if "?" in path else "?"
    return f"{path}{mark}before={(time - _EPOCH) // _MICROSECOND}-{number}"


def key_of(text: str) -> Key | None:
    """Return the key that `before=` names, None for the first page.

    Raises:
        BadKey: it names none.
    """
    if not text:
        return None
    found = _KEY.fullmatch(text)
    if not found:
        raise BadKey(text)
    try:
        return _EPOCH + int(found[1]) * _MICROSECOND, int(found[2])
    except OverflowError as too_far:
        raise BadKey(text) from too_far
