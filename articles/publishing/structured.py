"""What machines read of a page: schema.org as JSON-LD, saying only what readers see too."""

import json
from dataclasses import dataclass
from typing import Any

from django.templatetags.static import static
from django.utils.safestring import SafeString

from articles.models import BylineRole, Format, Publication
from articles.publishing import addresses, presenters
from articles.publishing.editions import Edition
from articles.publishing.pages import Credit, Cut, Link, Moment, Page, Picture

Node = dict[str, Any]
LONGEST_HEADLINE = 110
_TYPES = {"author": "Person", "desk": "Organization", "agency": "NewsMediaOrganization"}
_TYPES_OF_FORMATS = {
    "live": "LiveBlogPosting",
    "analysis": "AnalysisNewsArticle",
    "opinion": "OpinionNewsArticle",
    "interview": "ReportageNewsArticle",
    "explainer": "BackgroundNewsArticle",
    "feature": "ReportageNewsArticle",
    "cartoon": "OpinionNewsArticle",
    "sponsored": "AdvertiserContentArticle",
}
_POLICIES = {
    "publishingPrinciples": ("principles", "editorial-policy", "policies", "about"),
    "correctionsPolicy": ("corrections-policy", "corrections-and-complaints"),
    "masthead": ("masthead",),
}
"""Where the house says how it works: of each property the first of its own pages that has a text in this language."""
_PLAYERS = {
    "youtube": "https://www.youtube-nocookie.com/embed/{}",
    "vimeo": "https://player.vimeo.com/video/{}",
    "facebook": "https://www.facebook.com/plugins/video.php?href=https://www.facebook.com/{}",
    "tiktok": "https://www.tiktok.com/embed/v2/{}",
}
# What would end a script element, or a line of JavaScript, is written as the escape that means the same.
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def as_script(*nodes: Node) -> SafeString:
    """Return some nodes as one graph, escaped for a script element."""
    graph = {"@context": "https://schema.org", "@graph": list(nodes)}
    return presenters.safe(json.dumps(graph, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES))


def _house() -> str:
    return f"{addresses.absolute('/')}#house"


def _site(edition: Edition) -> str:
    return f"{addresses.absolute(addresses.home(edition.language))}#site"


def organization(edition: Edition) -> Node:
    """Return the house, with the pages on which it says how it works."""
    corrections = {"correctionsPolicy": addresses.absolute(addresses.corrections(edition.language))}
    house: Node = {
        "@type": "NewsMediaOrganization",
        "@id": _house(),
        "name": edition.house_name,
        "url": addresses.absolute(addresses.home(edition.language)),
        "logo": {
            "@type": "ImageObject",
            "url": addresses.absolute(static("site/icon-180.png")),
            "width": 180,
            "height": 180,
        },
    }
    return house | corrections | _policies(edition)


def _policies(edition: Edition) -> Node:
    there = {slug for slug, ar, en in edition.navigation.pages if (ar if edition.language == "ar" else en)}
    found = {name: next((slug for slug in slugs if slug in there), "") for name, slugs in _POLICIES.items()}
    return {
        name: addresses.absolute(addresses.house_page(edition.language, slug)) for name, slug in found.items() if slug
    }


def website(edition: Edition) -> Node:
    """Return the site in one language."""
    return {
        "@type": "WebSite",
        "@id": _site(edition),
        "name": edition.house_name,
        "url": addresses.absolute(addresses.home(edition.language)),
        "inLanguage": edition.language,
        "publisher": {"@id": _house()},
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


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What a page's values do not say of an article: its address, and what only its publication knows."""

    url: str
    description: str
    word_count: int
    dateline: str = ""
    embeds: tuple[tuple[str, str], ...] = ()
    parts: tuple[str, ...] = ()
    is_translation: bool = False


def is_translation(row: Publication, twin: Publication | None) -> bool:
    """Say which of two editions was made from the other: the one with a translator, else the later one."""
    if twin is None:
        return False
    mine, its = (any(credit["role"] == BylineRole.TRANSLATION for credit in each.credits) for each in (row, twin))
    if mine != its:
        return mine
    return (row.first_published_at, row.article_id) > (twin.first_published_at, twin.article_id)


def article(edition: Edition, page: Page, facts: Facts) -> Node:
    """Return an article; what is empty on the page is not said here either."""
    node: Node = {
        "@type": _TYPES_OF_FORMATS.get(page.format, "NewsArticle"),
        "@id": f"{facts.url}#article",
        "url": facts.url,
        "mainEntityOfPage": facts.url,
        "isPartOf": {"@id": _site(edition)},
        "headline": _short(page.headline),
        "description": facts.description,
        "datePublished": page.published.iso,
        "dateModified": (page.updated or page.published).iso,
        "inLanguage": page.language,
        "articleSection": page.section.label,
        "genre": page.format_label,
        "keywords": [topic.label for topic in page.topics],
        "wordCount": facts.word_count,
        "isAccessibleForFree": True,
        "image": _images(*([page.lead] if page.lead else []), *page.gallery),
        "publisher": {"@id": _house()},
        "locationCreated": {"@type": "Place", "name": facts.dateline} if facts.dateline else "",
        "correction": [note.text for note in page.corrections],
        "sponsor": _sponsor(page),
    }
    node |= _people(edition, page) | _of_format(page, facts) | _other_edition(page, facts)
    return {name: value for name, value in node.items() if value not in ("", 0, None, [])}


def _sponsor(page: Page) -> Node | str:
    if not page.sponsor:
        return ""
    return {"@type": "Organization", "name": page.sponsor} | ({"url": page.sponsor_url} if page.sponsor_url else {})


def _short(headline: str) -> str:
    if len(headline) <= LONGEST_HEADLINE:
        return headline
    return headline[:LONGEST_HEADLINE].rpartition(" ")[0] or headline[:LONGEST_HEADLINE]


def _people(edition: Edition, page: Page) -> Node:
    """Who wrote is the author, else who reported, else the house; who translated and who helped are named as that."""
    wrote, reported, translated, helped = (
        [_person(credit) for credit in page.credits if credit.role == role]
        for role in (BylineRole.WRITING, BylineRole.REPORTING, BylineRole.TRANSLATION, BylineRole.PHOTOGRAPHY)
    )
    home = addresses.absolute(addresses.home(edition.language))
    house = {"@type": "NewsMediaOrganization", "@id": _house(), "name": edition.house_name, "url": home}
    return {
        "author": wrote or reported or [house],
        "translator": translated,
        "contributor": [*(reported if wrote else []), *helped],
    }


def _of_format(page: Page, facts: Facts) -> Node:
    if page.format == Format.LIVE:
        updates = [_update(page, facts, link, words) for link, words in zip(page.contents, facts.parts, strict=False)]
        return {"coverageStartTime": page.published.iso, "liveBlogUpdate": updates}
    if page.format == Format.VIDEO and page.lead:
        found = next((_PLAYERS[place].format(what) for place, what in facts.embeds if place in _PLAYERS), "")
        return {"video": _video(page, facts, found)} if found else {}
    return {}


def _update(page: Page, facts: Facts, part: Link, words: str) -> Node:
    """Return one part of live coverage, without a time: readers see none of its own."""
    return {
        "@type": "BlogPosting",
        "headline": _short(part.label),
        "url": f"{facts.url}{part.url}",
        "articleBody": words,
        "inLanguage": page.language,
    }


def _video(page: Page, facts: Facts, player: str) -> Node:
    return {
        "@type": "VideoObject",
        "name": page.headline,
        "description": facts.description,
        "thumbnailUrl": page.lead.largest_url if page.lead else "",
        "uploadDate": page.published.iso,
        "embedUrl": player,
        "inLanguage": page.language,
        **({"transcript": "\n\n".join(page.transcript)} if page.transcript else {}),
    }


def _other_edition(page: Page, facts: Facts) -> Node:
    if page.twin is None:
        return {}
    url = addresses.absolute(page.twin.url)
    edition = {"@type": "NewsArticle", "@id": f"{url}#article", "url": url, "inLanguage": page.twin.language}
    return {"translationOfWork" if facts.is_translation else "workTranslation": edition}


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


def _images(*pictures: Picture) -> list[Node]:
    """Return every picture in each of its shapes, as many machines choose among them."""
    return [
        {
            "@type": "ImageObject",
            "url": cut.url,
            "width": cut.width,
            "height": cut.height,
            **({"caption": picture.caption} if picture.caption else {}),
            **({"creditText": picture.credit} if picture.credit else {}),
            **_licence(picture.licence),
        }
        for picture in pictures
        for cut in picture.cuts or (_largest(picture),)
    ]


def _largest(picture: Picture) -> Cut:
    return Cut(url=picture.largest_url, width=picture.largest_width, height=picture.largest_height)


def _licence(licence: str) -> Node:
    if not licence:
        return {}
    return {"license" if licence.startswith("https://") else "copyrightNotice": licence}
