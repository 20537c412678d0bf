"""Fill the bare Django with our texts, each page as long as ours of that kind is."""

from datetime import datetime
from itertools import cycle, islice
from typing import Any

from django.contrib.auth.models import User
from django.core.management import call_command
from django.template.loader import render_to_string
from django.utils.html import format_html

from bench import asking
from bench.bare.models import Article

FRAME = 1_000
"""Bytes of a page that are neither body nor list; the exact number matters little."""


def main() -> None:
    """Make its tables and fill them."""
    texts, pages = asking.read("texts"), asking.read("ours")["pages"]
    cards = [card_of(text) for text in texts]
    size = sum(len(card.encode()) for card in cards) / len(cards)
    asking.write(
        "cards", {page: round((pages[page]["size"] - FRAME) / size) for page in ("front", "section", "search")}
    )
    call_command("migrate", run_syncdb=True, verbosity=0)
    User.objects.create_superuser("editor")
    rows = [_row(text, card) for text, card in zip(texts, cards, strict=True)]
    for number, row in enumerate(rows):
        row.related = _as_long(row, pages["article"]["size"], cards[number % 7 :])
    Article.objects.bulk_create(rows)


def card_of(text: dict[str, Any]) -> str:
    """A card as it would be stored at publishing."""
    return format_html(
        '<li><p class="kicker">{}</p><h3><a href="{}">{}</a></h3><p class="deck">{}</p>'
        '<p class="by">{} <time datetime="{}">{}</time></p></li>',
        text["section"][1],
        text["path"],
        text["headline"],
        text["deck"],
        text["byline"],
        text["published_at"],
        text["published_at"][:10],
    )


def _row(text: dict[str, Any], card: str) -> Article:
    plain = {name: text[name] for name in ("language", "headline", "deck", "body", "byline")}
    at = datetime.fromisoformat(text["published_at"])
    return Article(**plain, section=text["section"][0], card=card, published_at=at)


def _as_long(row: Article, size: int, cards: list[str]) -> str:
    """As much of a related list as makes the page `size` bytes long."""
    row.pk = 1
    room = size - len(render_to_string("bare/article.html", {"article": row, "language": row.language}).encode())
    row.pk = None
    related = ""
    for card in islice(cycle(cards), 100):
        if len((related + card).encode()) > room:
            break
        related += card
    return f"{related}<p>{'·' * ((room - len(related.encode())) // 2)}</p>"
