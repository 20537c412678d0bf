"""Inside our newsroom: its addresses, and its texts for the peers, who then show the same articles."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import quote

from django.urls import reverse
from django.utils import timezone

from articles.language import words
from articles.language.blocks import plain_text
from articles.models import Article, Language, Publication, Section, User
from articles.publishing import addresses
from bench import asking

TEXTS_A_LANGUAGE = 500
ARTICLES = 300
PAGES_A_SECTION = 10
ROWS = 30
FORMS = 50
SEARCHED = 5
BLOCK = re.compile(r"<(p|h2)>(.*?)</\1>", re.S)


def main() -> None:
    """Write texts.json and ours.json."""
    at = timezone.now()
    texts = {language: list(texts_of(language, at)) for language in Language.values}
    asking.write("texts", [text for language in texts.values() for text in language])
    pages = {
        "article": [path for of_one in texts.values() for path in _spread(of_one)],
        "front": [addresses.home(language) for language in texts],
        "search": [search_path(language, word) for language in texts for word in common_words(texts[language])],
        "section": [addresses.encoded(path) for language in texts for path in section_pages(language, at)],
        asking.DESK: [reverse("admin:articles_article_changelist")],
        asking.FORM: [reverse("admin:articles_article_change", args=[pk]) for pk in _newest_forms()],
    }
    asking.describe("ours", pages, user=User.objects.get(username="chief"), card=b'<article class="card')


def _newest_forms() -> list[int]:
    return list(Article.objects.order_by("-pk").values_list("pk", flat=True)[:FORMS])


def _spread(texts: list[dict[str, Any]]) -> list[str]:
    step = max(1, len(texts) * 2 // ARTICLES)
    return [text["path"] for text in texts[::step]]


def search_path(language: str, word: str) -> str:
    """The address of a search."""
    return f"{addresses.search(language)}?q={quote(word)}"


def texts_of(language: str, at: datetime) -> Iterator[dict[str, Any]]:
    """The newest articles of a language, as values."""
    rows = Publication.objects.listed(at).filter(language=language).select_related("section").newest_first()
    for row in rows[:TEXTS_A_LANGUAGE]:
        yield {
            "language": language,
            "path": article_path(row),
            "headline": row.headline,
            "deck": row.deck,
            "body": row.body,
            "blocks": BLOCK.findall(row.body),
            "byline": row.credits[0][language] if row.credits else "",
            "section": [row.section.slug, row.section.name(language)],
            "topics": [link.topic.label(language) for link in row.topic_links.select_related("topic")],
            "published_at": row.first_published_at.isoformat(),
        }


def article_path(row: Publication) -> str:
    """An article's address as a browser sends it."""
    return addresses.encoded(addresses.article(row.language, row.section.slug, row.article_id, row.slug))


def common_words(texts: list[dict[str, Any]]) -> list[str]:
    """Words that stand in many of these texts, but not in every one."""
    often = [word for word, number in _met(texts).most_common() if number < len(texts) / 5]
    return often[:SEARCHED]


def rare_word(texts: list[dict[str, Any]]) -> str:
    """A word that stands in one of these texts only."""
    return next(word for word, number in reversed(_met(texts).most_common()) if number == 1)


def _met(texts: list[dict[str, Any]]) -> Counter[str]:
    """In how many texts each word stands that is spelt so that everybody's search finds it."""
    met: Counter[str] = Counter()
    for text in texts:
        said = f"{text['headline']} {plain_text(text['body'])}"
        found = {word.folded for word in words.words(said) if said[word.start : word.end] == word.folded}
        met.update(word for word in found if len(word) > 3 and word.isalpha())
    return met


def section_pages(language: str, at: datetime) -> Iterator[str]:
    """The paths of every section's first pages."""
    for section in Section.objects.all():
        path = addresses.section(language, section.slug)
        yield path
        rows = Publication.objects.listed(at).filter(language=language, section=section).newest_first()
        ends = list(rows.values_list("first_published_at", "article_id")[: PAGES_A_SECTION * ROWS])[ROWS - 1 :: ROWS]
        yield from (addresses.older(path, *end) for end in ends[:-1])
