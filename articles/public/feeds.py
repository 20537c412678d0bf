"""RSS 2.0 and Atom 1.0, in full, by the best-practices profile; both open to every site."""

from datetime import datetime
from xml.etree import ElementTree as ET

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.feedgenerator import rfc2822_date, rfc3339_date

from articles.public.responses import conditional, public, with_caching
from articles.public.xml import NAMESPACES, XML, add, written
from articles.publishing import feeds
from articles.publishing.feeds import Entry, Feed
from articles.publishing.pages import Answer

MINUTES_TO_LIVE = "1"


@public
def feed(
    request: HttpRequest, *, language: str, kind: str, at: datetime, **place: str
) -> Answer | HttpResponseBase | None:
    """Answer a feed's address; a merged topic's leads to the feed that holds its articles now."""
    found = feeds.feed(language, kind, at=at, **place)
    if found is None:
        return feeds.moved_on(language, kind, place["topic"]) if "topic" in place else None
    write, mime = (_rss, "application/rss+xml") if kind == "rss" else (_atom, "application/atom+xml")
    response = HttpResponse(write(found), content_type=f"{mime}; charset=utf-8")
    response["Content-Language"] = language
    response["Access-Control-Allow-Origin"] = "*"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return conditional(request, with_caching(response, found.span, at, keys=found.keys), found.span, at)


def _rss(found: Feed) -> bytes:
    root = ET.Element("rss", {"version": "2.0"})
    channel = add(root, "channel")
    add(channel, "title", found.title)
    add(channel, "link", found.home_url)
    add(channel, "description", found.title)
    add(channel, "language", found.language)
    add(channel, "atom:link", href=found.self_url, rel="self", type="application/rss+xml")
    add(channel, "ttl", MINUTES_TO_LIVE)
    icon = add(channel, "image")
    for name, text in (("url", found.icon_url), ("title", found.title), ("link", found.home_url)):
        add(icon, name, text)
    if found.updated:
        add(channel, "lastBuildDate", rfc2822_date(found.updated))
    for entry in found.entries:
        _item(add(channel, "item"), entry)
    return written(root)


def _item(item: ET.Element, entry: Entry) -> None:
    add(item, "title", entry.headline)
    add(item, "link", entry.url)
    add(item, "description", entry.summary or entry.headline)
    add(item, "guid", entry.tag, isPermaLink="false")
    add(item, "pubDate", rfc2822_date(entry.published))
    add(item, "atom:updated", rfc3339_date(entry.updated))
    for author in entry.authors:
        add(item, "dc:creator", author.name)
    for helper in entry.contributors:
        add(item, "dc:contributor", helper.name)
    for category in dict.fromkeys((entry.section, *entry.topics)):
        add(item, "category", category)
    add(item, "content:encoded", entry.html)
    _media(item, entry)


def _media(item: ET.Element, entry: Entry) -> None:
    picture = entry.picture
    if picture is None:
        return
    size = {"width": str(picture.largest_width), "height": str(picture.largest_height)}
    media = add(item, "media:content", url=picture.largest_url, medium="image", type="image/jpeg", **size)
    if picture.caption:
        add(media, "media:description", picture.caption, type="plain")
    if picture.credit:
        add(media, "media:credit", picture.credit)


def _atom(found: Feed) -> bytes:
    root = ET.Element("feed", {f"{{{XML}}}lang": found.language})
    add(root, "id", found.tag)
    add(root, "title", found.title)
    add(root, "updated", rfc3339_date(found.updated or datetime.fromisoformat("1970-01-01T00:00:00+00:00")))
    add(root, "link", rel="self", href=found.self_url, type="application/atom+xml")
    add(root, "link", rel="alternate", href=found.home_url, type="text/html", hreflang=found.language)
    add(root, "icon", found.icon_url)
    add(add(root, "author"), "name", found.house_name)
    for entry in found.entries:
        _atom_entry(add(root, "entry"), entry, found.language)
    return written(root, default_namespace=NAMESPACES["atom"])


def _atom_entry(element: ET.Element, entry: Entry, language: str) -> None:
    add(element, "id", entry.tag)
    add(element, "title", entry.headline)
    add(element, "updated", rfc3339_date(entry.updated))
    add(element, "published", rfc3339_date(entry.published))
    add(element, "link", rel="alternate", href=entry.url, type="text/html", hreflang=language)
    for kind, people in (("author", entry.authors), ("contributor", entry.contributors)):
        for person in people:
            named = add(element, kind)
            add(named, "name", person.name)
            if person.url:
                add(named, "uri", person.url)
    for category in dict.fromkeys((entry.section, *entry.topics)):
        add(element, "category", term=category)
    if entry.summary:
        add(element, "summary", entry.summary)
    add(element, "content", entry.html, type="html")
