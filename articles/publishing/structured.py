"""What machines read of a page: schema.org as JSON-LD, saying only what readers see too."""

import json
from collections.abc import Sequence
from typing import Any

from django.utils.safestring import SafeString

from articles.models import BylineRole
from articles.publishing import addresses, presenters
from articles.publishing.editions import Edition
from articles.publishing.pages import Credit, Link, Moment, Page, Picture

Node = dict[str, Any]
LONGEST_HEADLINE = 110
_TYPES = {"author": "Person", "desk": "Organization", "agency": "NewsMediaOrganization"}
_FORMATS = {"analysis": "AnalysisNewsArticle", "opinion": "OpinionNewsArticle", "sponsored": "AdvertiserContentArticle"}
# What would end a script element, or a line of JavaScript, is written as the escape that means the same.
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def as_script(*nodes: Node) -> SafeString:
    """Return some nodes as one graph, escaped for a script element."""
    graph = {"@context": "https://schema.org", "@graph": list(nodes)}
    return presenters.safe(json.dumps(graph, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES))


def organization(edition: Edition) -> Node:
    """Return the house."""
    home = addresses.absolute(addresses.home(edition.language))
    return {
        "@type": "NewsMediaOrganization",
        "@id": f"{addresses.absolute('/')}#house",
        "name": edition.house_name,
        "url": home,
        "correctionsPolicy": addresses.absolute(addresses.corrections(edition.language)),
    }


def website(edition: Edition) -> Node:
    """Return the site in one language."""
    home = addresses.absolute(addresses.home(edition.language))
    return {
        "@type": "WebSite",
        "@id": f"{home}#site",
        "name": edition.house_name,
        "url": home,
        "inLanguage": edition.language,
        "publisher": {"@id": f"{addresses.absolute('/')}#house"},
    }


def breadcrumbs(edition: Edition, *links: Link) -> Node:
    """Return the way from the front to a page."""
    trail = (Link(label=edition.house_name, url=addresses.home(edition.language)), *links)
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": link.label, "item": addresses.absolute(link.url)}
            for place, link in enumerate(trail, 1)
        ],
    }


def article(edition: Edition, page: Page, *, url: str, description: str, word_count: int) -> Node:
    """Return an article; what is empty on the page is not said here either."""
    node: Node = {
        "@type": _FORMATS.get(page.format, "NewsArticle"),
        "@id": f"{url}#article",
        "url": url,
        "mainEntityOfPage": url,
        "headline": page.headline[:LONGEST_HEADLINE],
        "description": description,
        "datePublished": page.published.iso,
        "dateModified": (page.updated or page.published).iso,
        "inLanguage": page.language,
        "articleSection": page.section.label,
        "keywords": [topic.label for topic in page.topics],
        "wordCount": word_count,
        "isAccessibleForFree": True,
        "author": [_person(credit) for credit in page.credits if credit.role != BylineRole.PHOTOGRAPHY],
        "image": _image(page.lead) if page.lead else None,
        "publisher": {"@id": f"{addresses.absolute('/')}#house"},
        "correction": [note.text for note in page.corrections],
    }
    if page.twin:
        other = addresses.absolute(page.twin.url)
        node["workTranslation"] = {"@id": f"{other}#article", "url": other, "inLanguage": page.twin.language}
    if not node["author"]:
        node["author"] = [{"@id": f"{addresses.absolute('/')}#house"}]
    return {name: value for name, value in node.items() if value not in ("", None, [])}


def profile(edition: Edition, name: str, *, url: str, intro: str, portrait: Picture | None, since: Moment) -> Node:
    """Return an author's page."""
    person: Node = {"@type": "Person", "@id": f"{url}#person", "name": name, "url": url}
    person |= {"description": intro} if intro else {}
    person |= {"image": portrait.largest_url} if portrait else {}
    return {
        "@type": "ProfilePage",
        "url": url,
        "inLanguage": edition.language,
        "dateModified": since.iso,
        "mainEntity": person,
    }


def _person(credit: Credit) -> Node:
    node: Node = {"@type": _TYPES.get(credit.kind, "Person"), "name": credit.name}
    return node | ({"url": addresses.absolute(credit.url)} if credit.url else {})


def _image(*pictures: Picture) -> Sequence[Node]:
    return [
        {
            "@type": "ImageObject",
            "url": picture.largest_url,
            "width": picture.largest_width,
            "height": picture.largest_height,
            **({"caption": picture.caption} if picture.caption else {}),
            **({"creditText": picture.credit} if picture.credit else {}),
        }
        for picture in pictures
    ]
