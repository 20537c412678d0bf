"""What the bare Django says of itself."""

from django.contrib.auth.models import User
from django.urls import reverse

from bench import asking
from bench.bare.models import Article


def main() -> None:
    """Write bare.json; the searches are ours."""
    searches = asking.read("ours")["pages"]["search"]["paths"]
    rows = Article.objects.values_list("language", "pk", "section")
    pages = {
        "article": [reverse("article", args=row[:2]) for row in rows[::3]],
        "front": [reverse("front", args=[language]) for language in ("ar", "en")],
        "search": searches,
        "section": sorted({reverse("section", args=[row[0], row[2]]) for row in rows}),
        asking.DESK: [reverse("admin:bare_article_changelist")],
        asking.FORM: [reverse("admin:bare_article_change", args=[row[1]]) for row in rows[:50]],
    }
    asking.describe("bare", pages, user=User.objects.get(), card=b'<li><p class="kicker">')
