"""What Wagtail says of itself."""

from urllib.parse import parse_qs, quote, urlsplit

from django.contrib.auth.models import User
from django.urls import reverse

from bench import asking
from bench.wag.models import ArticlePage, HomePage, SectionPage

ROWS = 30
FORMS = 50


def main() -> None:
    """Write wagtail.json; the words of the searches are ours."""
    sections = list(SectionPage.objects.all())
    pages = {
        "article": [page.url for page in ArticlePage.objects.all()[::3]],
        "front": [page.url for page in HomePage.objects.all()],
        "search": [_search(path) for path in asking.read("ours")["pages"]["search"]["paths"]],
        "section": [path for section in sections for path in _pages(section)],
        asking.DESK: [reverse("wagtailadmin_explore", args=[section.pk]) for section in sections],
        asking.FORM: [reverse("wagtailadmin_pages:edit", args=[page.pk]) for page in ArticlePage.objects.all()[:FORMS]],
    }
    asking.describe("wagtail", pages, user=User.objects.get(), card=b'<li class="card"')


def _search(ours: str) -> str:
    word = parse_qs(urlsplit(ours).query)["q"][0]
    return f"{ours[:3]}/search/?query={quote(word)}"


def _pages(section: SectionPage) -> list[str]:
    return [f"{section.url}?page={page}" for page in range(1, section.get_children().count() // ROWS + 1)]
