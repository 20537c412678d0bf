"""A stored body made ready for readers: pictures by their number, subheads with anchors, the dateline run in.

It reads the sanitiser's own spelling (a closed list of tags, attributes quoted), so that patterns are enough.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.language import slugs
from articles.language.blocks import plain_text, text_of
from articles.language.digits import one_kind_in_html
from articles.language.isolating import isolate_in_html
from articles.models import Language, Photo, Publication
from articles.publishing import addresses, embeds, presenters
from articles.publishing.editions import Edition
from articles.publishing.pages import Link, Picture

_FIGURE = re.compile(r'<figure data-photo="([0-9]+)"></figure>')
_GALLERY = re.compile(r'<figure data-gallery="([0-9 ]+)"></figure>')
_SUBHEAD = re.compile(r"<h2([^>]*)>(.*?)</h2>", re.DOTALL)
_ANCHORED = re.compile(r'<h2 id="([^"]*)"[^>]*>(.*?)</h2>', re.DOTALL)
_MARKED = re.compile(r'class="(?:quran|verbatim)"|[\u06d6-\u06ed\ufd3e\ufd3f]')
_FIRST_PARAGRAPH = re.compile(r"\s*<p[^>]*>")
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_OWN_LINK = re.compile(r'href="(/[^"]*)"')


@dataclass(frozen=True)
class Pictured:
    """A publication's pictures that may be shown now, by number and with this use's words."""

    edition: Edition
    row: Publication
    photos: Mapping[int, Photo]

    def picture(self, pk: int, room: presenters.Room = presenters.TEXT) -> Picture | None:
        """Return one of the pictures, or None: the page stays whole without it."""
        use = presenters.use_of(self.row, pk)
        return presenters.picture(self.edition, self.photos.get(pk), use, room) if use else None


def photo_numbers(body: str) -> list[int]:
    """Return the numbers of the pictures that stand in a body."""
    return [int(number) for found in (*_FIGURE.findall(body), *_GALLERY.findall(body)) for number in found.split()]


def for_page(body: str, dateline: str, pictured: Pictured) -> SafeString:
    """Return a body as its page shows it; the picture on top stands in it once more only as part of a gallery."""

    def figure(pk: int) -> str:
        found = pictured.picture(pk) if pk != pictured.row.lead_photo_id else None
        return render_to_string("site/_figure.html", {"picture": found}) if found else ""

    html = _with_figures(embeds.shown(_isolated(body, pictured.edition), "site/_embed.html"), figure)
    html = _GALLERY.sub(lambda found: _gallery(_pictures(found, pictured)), html)
    html = _with_anchors(html)
    html = _TABLE.sub(_scrolling, html)
    return presenters.safe(_with_dateline(html, dateline))


def _pictures(gallery: re.Match[str], pictured: Pictured) -> list[Picture]:
    """Return a gallery's pictures that may be shown now."""
    return [found for number in gallery[1].split() if (found := pictured.picture(int(number), presenters.STRIP))]


def _gallery(pictures: list[Picture]) -> str:
    """Return a gallery; of one picture that is left a figure, and of none nothing."""
    if len(pictures) > 1:
        return render_to_string("site/_gallery.html", {"pictures": pictures})
    return "".join(render_to_string("site/_figure.html", {"picture": picture}) for picture in pictures)


def for_house_page(body: str) -> SafeString:
    """Return one of the house's own texts as its page shows it: without pictures or anything from elsewhere."""
    bare = _GALLERY.sub("", _FIGURE.sub("", embeds.EMBED.sub("", body)))
    return presenters.safe(_TABLE.sub(_scrolling, _with_anchors(bare)))


def beginning(body: str) -> str:
    """Return a text's words in one line."""
    return " ".join(plain_text(body).split())


def contents(html: str) -> tuple[Link, ...]:
    """Return the subheads of a body that `for_page` has given anchors."""
    return tuple(Link(label=text_of(text), url=f"#{name}") for name, text in _ANCHORED.findall(html))


def parts(body: str) -> tuple[str, ...]:
    """Return the words under each subhead of a body, in its order."""
    return tuple(beginning(text) for text in _SUBHEAD.split(body)[3::3])


def has_marks(html: str) -> bool:
    """Say whether a text has passages, or signs, that the face of the Qur'an's marks is for."""
    return _MARKED.search(html) is not None


def for_feed(body: str, dateline: str, pictured: Pictured) -> str:
    """Return a body that stands by itself in a feed: absolute addresses, its language and direction round it."""

    def figure(pk: int) -> str:
        found = pictured.picture(pk)
        return _plain_figure(found) if found else ""

    lead = pictured.row.lead_photo_id
    on_top = figure(lead) if lead and lead not in photo_numbers(body) else ""
    html = _with_figures(embeds.shown(_isolated(body, pictured.edition), "site/_embed_link.html"), figure)
    html = _GALLERY.sub(lambda found: "".join(map(_plain_figure, _pictures(found, pictured))), html)
    html = _OWN_LINK.sub(lambda link: f'href="{addresses.absolute(link[1])}"', _with_dateline(html, dateline))
    edition = pictured.edition
    if edition.language == Language.AR:
        html = one_kind_in_html(html, edition.house.digits)
    return f'<div lang="{edition.language}" dir="{edition.direction}">{on_top}{html}</div>'


def _isolated(body: str, edition: Edition) -> str:
    return isolate_in_html(body) if edition.direction == "rtl" else body


def _with_figures(body: str, figure: Callable[[int], str]) -> str:
    return _FIGURE.sub(lambda found: figure(int(found[1])), body)


def _plain_figure(picture: Picture) -> str:
    caption = " ".join(part for part in (picture.caption, picture.credit) if part)
    return format_html(
        '<figure><img src="{}" width="{}" height="{}" alt="{}"><figcaption>{}</figcaption></figure>',
        picture.largest_url,
        picture.largest_width,
        picture.largest_height,
        picture.alt,
        caption,
    )


def _with_anchors(body: str) -> str:
    taken: set[str] = set()

    def anchored(found: re.Match[str]) -> str:
        stem = "s-" + (slugs.slug_of(text_of(found[2])) or "1")
        name, again = stem, 2
        while name in taken:
            name, again = f"{stem}-{again}", again + 1
        taken.add(name)
        return f'<h2 id="{name}"{found[1]}>{found[2]}</h2>'

    return _SUBHEAD.sub(anchored, body)


def _scrolling(table: re.Match[str]) -> str:
    return f'<div class="scroll" role="region" tabindex="0" aria-label="{_("Table")}">{table.group()}</div>'


def _with_dateline(body: str, dateline: str) -> str:
    """Run a place into the first paragraph; a body that begins with something else gets a paragraph for it."""
    if not dateline:
        return body
    run = format_html('<b class="dateline">{}</b>', dateline)
    first = _FIRST_PARAGRAPH.match(body)
    if first is None:
        return f"<p>{run}</p>{body}"
    return f"{body[: first.end()]}{run} — {body[first.end() :]}"
