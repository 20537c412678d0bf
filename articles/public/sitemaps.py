"""Sitemaps by language and month, news sitemaps of two days, robots.txt."""

from datetime import datetime
from xml.etree import ElementTree as ET

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from articles.public.responses import conditional, public, with_caching
from articles.public.xml import add, written
from articles.publishing import addresses, sitemaps
from articles.publishing.pages import Span
from articles.publishing.sitemaps import Entry, Sitemap

SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"
ROBOTS = """User-agent: *
Disallow: /admin/
Disallow: /ar/search/
Disallow: /en/search/
Disallow: /preview/

Sitemap: {index}
Sitemap: {ar}
Sitemap: {en}
"""


@public
def index(request: HttpRequest, *, at: datetime) -> HttpResponseBase:
    """List the sitemaps of every month with an article."""
    root = ET.Element("sitemapindex")
    for language, year, month in sitemaps.months(at):
        add(add(root, "sitemap"), "loc", addresses.absolute(f"/sitemap-{language}-{year}-{month}.xml"))
    return _sent(request, root, sitemaps.span(at), at, "ar", "en")


@public
def of_month(request: HttpRequest, *, of: str, year: int, month: int, at: datetime) -> HttpResponseBase | None:
    """List the articles of one month."""
    found = sitemaps.month(of, year, month, at=at)
    if found is None:
        return None
    root = ET.Element("urlset")
    for entry in found.entries:
        _url(root, entry)
    return _sent(request, root, found.span, at, of)


@public
def news(request: HttpRequest, *, of: str, at: datetime) -> HttpResponseBase:
    """List the articles of the last two days, with what news search asks for."""
    found = sitemaps.news(of, at=at)
    root = ET.Element("urlset")
    for entry in found.entries:
        _news(_url(root, entry), entry, found)
    return _sent(request, root, found.span, at, of)


def _url(root: ET.Element, entry: Entry) -> ET.Element:
    url = add(root, "url")
    add(url, "loc", entry.url)
    add(url, "lastmod", entry.changed.isoformat(timespec="seconds"))
    return url


def _news(url: ET.Element, entry: Entry, found: Sitemap) -> None:
    item = add(url, "news:news")
    publication = add(item, "news:publication")
    add(publication, "news:name", found.house_name)
    add(publication, "news:language", found.language)
    add(item, "news:publication_date", entry.published.isoformat(timespec="seconds"))
    add(item, "news:title", entry.headline)


@public
def robots(request: HttpRequest, *, at: datetime) -> HttpResponseBase:
    """Say where robots need not look, and where the sitemaps are."""
    text = ROBOTS.format(
        index=addresses.absolute("/sitemap.xml"),
        ar=addresses.absolute("/news-sitemap-ar.xml"),
        en=addresses.absolute("/news-sitemap-en.xml"),
    )
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    return conditional(request, with_caching(response, Span(), at), Span(), at)


def _sent(request: HttpRequest, root: ET.Element, span: Span, at: datetime, *languages: str) -> HttpResponseBase:
    keys = tuple(f"lists-{language}" for language in languages)
    body = written(root, default_namespace=SCHEMA)
    response = HttpResponse(body, content_type="application/xml; charset=utf-8")
    return conditional(request, with_caching(response, span, at, keys=keys), span, at)
