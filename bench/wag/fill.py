"""Fill Wagtail with our texts: two trees, one a language, whose articles are each other's translations."""

import uuid
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection, transaction
from wagtail.models import Locale, Page, Site
from wagtail.signal_handlers import disable_reference_index_auto_update

from bench import asking
from bench.wag.models import ArticlePage, HomePage, SectionPage

BLOCKS = {"p": "paragraph", "h2": "heading"}


def main() -> None:
    """Make its tables and fill them."""
    with connection.cursor() as cursor:
        # Hundreds of migrations would each wait for the disk; nothing here must survive a power cut.
        cursor.execute("PRAGMA synchronous = OFF")
    call_command("migrate", verbosity=0)
    User.objects.create_superuser("editor")
    with transaction.atomic(), disable_reference_index_auto_update():
        _fill(asking.read("texts"))
    call_command("wagtail_update_index", verbosity=0)


def _fill(texts: list[dict[str, Any]]) -> None:
    root = Page.get_first_root_node()
    root.get_children().delete()
    root = Page.objects.get(pk=root.pk)
    keys: dict[str, uuid.UUID] = {}
    for code in ("ar", "en"):
        locale = Locale.objects.get_or_create(language_code=code)[0]
        tree = _Tree(root, locale, keys)
        for number, text in enumerate(text for text in texts if text["language"] == code):
            tree.add(number, text)
        root.refresh_from_db()
    # The stock site went with the stock page.
    Site.objects.create(
        hostname="localhost", root_page=HomePage.objects.get(locale__language_code="ar"), is_default_site=True
    )


class _Tree:
    """The pages of one language; `keys` is what ties them to their translations."""

    def __init__(self, root: Page, locale: Locale, keys: dict[str, uuid.UUID]) -> None:
        self.locale, self.keys = locale, keys
        home = HomePage(title=f"Peer {locale}", slug=f"home-{locale.language_code}", **self._tie("home"))
        self.home = root.add_child(instance=home)
        self.sections: dict[str, SectionPage] = {}

    def add(self, number: int, text: dict[str, Any]) -> None:
        """Add an article, and its section when it is the first there."""
        slug, title = text["section"]
        if slug not in self.sections:
            section = SectionPage(title=title, slug=slug, show_in_menus=True, **self._tie(f"section {slug}"))
            self.sections[slug] = self.home.add_child(instance=section)
        page = ArticlePage(
            title=text["headline"],
            slug=f"article-{number}",
            date=datetime.fromisoformat(text["published_at"]),
            deck=text["deck"],
            byline=text["byline"],
            body=[(BLOCKS[tag], f"<p>{html}</p>" if tag == "p" else html) for tag, html in text["blocks"]],
            **self._tie(f"article {number}"),
        )
        page.tags.add(*text["topics"])
        self.sections[slug].add_child(instance=page)

    def _tie(self, name: str) -> dict[str, Any]:
        return {"locale": self.locale, "translation_key": self.keys.setdefault(name, uuid.uuid4())}
