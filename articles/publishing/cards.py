"""The readers' door to social cards: each under an address that its words and its picture decide, drawn when asked.

The address holds 128 bits keyed by the house's secret; another headline, section or picture is another address, and
the former one is gone. So no card is ever stored for what readers do not have (invariant I1).
"""

import json
from datetime import datetime

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.crypto import salted_hmac
from PIL import Image

from articles.models import READABLE, Photo, Publication
from articles.publishing import addresses, card_drawing, presenters, renditions
from articles.publishing.card_drawing import Words
from articles.publishing.editions import Edition
from articles.publishing.pages import Cut
from articles.publishing.photos import original_name
from articles.publishing.pictures import Answer

DESIGN = 1
"""Raised when the drawing changes, so that every card gets a new address."""


def of_page(edition: Edition, row: Publication, photo: Photo | None) -> Cut | None:
    """Return the card of an article's page, or None where none can be drawn. Asks no database."""
    words = _words(edition, row)
    if not card_drawing.can_draw(words):
        return None
    width, height = card_drawing.SIZES[""]
    path = addresses.card(row.article_id, _key(words, _shown(edition, row, photo)))
    return Cut(url=addresses.absolute(path), width=width, height=height)


def shapes(article_pk: int, *, at: datetime) -> dict[str, Cut]:
    """Return the cards of what readers have of an article now, by shape, each by its path; none where none can be."""
    row = _live(article_pk, at)
    if row is None:
        return {}
    edition = Edition.of(row.language, at)
    words = _words(edition, row)
    if not card_drawing.can_draw(words):
        return {}
    key = _key(words, _shown(edition, row, row.lead_photo))
    return {
        shape: Cut(url=addresses.encoded(addresses.card(article_pk, key, shape)), width=width, height=height)
        for shape, (width, height) in card_drawing.SIZES.items()
    }


def card(article_pk: int, key: str, shape: str, *, at: datetime) -> Answer:
    """Return what a card's address answers: the drawing of what readers have now, 410 for another, 404 for none."""
    row = _live(article_pk, at)
    if row is None:
        begun = Publication.objects.not_void().filter(article=article_pk, live_from__lte=at, kind__in=READABLE)
        return Answer(410 if begun.exists() else 404, keys=(f"article-{article_pk}",))
    edition = Edition.of(row.language, at)
    words, focused = _words(edition, row), _shown(edition, row, row.lead_photo)
    span = presenters.row_span([row]) & presenters.photo_span([row.lead_photo] if row.lead_photo else [], at)
    keys = (f"article-{article_pk}", *([f"photo-{row.lead_photo_id}"] if row.lead_photo_id else []))
    if key != _key(words, focused) or not card_drawing.can_draw(words):
        return Answer(410, span=span, keys=keys)
    return Answer(200, _kept(article_pk, key, shape, words, focused), span, keys)


def renew(article_pk: int, *, at: datetime) -> None:
    """Draw the card of what readers have of an article, and delete those of what they no longer have."""
    row = _live(article_pk, at)
    key = ""
    if row is not None:
        edition = Edition.of(row.language, at)
        words, focused = _words(edition, row), _shown(edition, row, row.lead_photo)
        key = _key(words, focused)
        if card_drawing.can_draw(words):
            _kept(article_pk, key, "", words, focused)
    folder = f"cards/{article_pk}"
    if default_storage.exists(folder):
        for name in default_storage.listdir(folder)[1]:
            if not key or not name.startswith(key):
                default_storage.delete(f"{folder}/{name}")


def _live(article_pk: int, at: datetime) -> Publication | None:
    rows = Publication.objects.live(at).filter(article=article_pk, kind__in=READABLE)
    return rows.select_related("lead_photo").defer("body").first()


def _words(edition: Edition, row: Publication) -> Words:
    return Words(
        language=row.language,
        headline=row.social_headline or row.headline,
        section=edition.section(row.section_id).label,
        house=edition.house_name,
    )


Focused = tuple[Photo, renditions.Focus]


def _shown(edition: Edition, row: Publication, photo: Photo | None) -> Focused | None:
    if photo is None or not presenters.is_shown(photo, edition.at):
        return None
    return photo, renditions.focus_of_use(photo, presenters.use_of(row, photo.pk))


def _key(words: Words, focused: Focused | None) -> str:
    picture = [focused[0].token, *focused[1]] if focused else []
    said = json.dumps([DESIGN, words.language, words.headline, words.section, words.house, picture])
    return salted_hmac("articles.publishing.cards", said, algorithm="sha256").hexdigest()[:32]


def _kept(article_pk: int, key: str, shape: str, words: Words, focused: Focused | None) -> str:
    """Return the stored name of a card, drawing it where it is not there yet."""
    name = f"cards/{article_pk}/{key}{'-' if shape else ''}{shape}.jpg"
    if not default_storage.exists(name):
        if focused is None:
            drawn = card_drawing.draw(words, None, shape=shape)
        else:
            with default_storage.open(original_name(focused[0].token)) as file, Image.open(file) as picture:
                picture.draft("RGB", (1300, 1300))
                drawn = card_drawing.draw(words, picture, shape=shape, focus=focused[1])
        default_storage.save(name, ContentFile(drawn))
    return name
