"""The stock admin's list and form; it knows no review, so its acts are one: save."""

from itertools import count, cycle
from urllib.parse import parse_qs, quote, urlsplit

from django.contrib.auth.models import User
from django.urls import reverse

from bench import acting, asking
from bench.bare.models import Article
from tests.forms import Markup


def main() -> None:
    """Do them, and keep what each costs."""
    desk = asking.Door(asking.signed_in(User.objects.get()))
    listed, numbers = reverse("admin:bare_article_changelist"), count()
    keys = cycle(Article.objects.values_list("pk", flat=True)[:200])
    words = cycle(parse_qs(urlsplit(path).query)["q"][0] for path in asking.read("ours")["pages"]["search"]["paths"])
    section = Article.objects.values_list("section", flat=True)[0]

    def form() -> str:
        return reverse("admin:bare_article_change", args=[next(keys)])

    def save() -> acting.Request:
        path = form()
        fields = Markup(desk.ask(path).decode()).forms["article_form"].fields
        return acting.Request(desk, path, fields | {"deck": f"سطر آخر {next(numbers)}"})

    pages = {
        "desk page": lambda: reverse("admin:index"),
        "list": lambda: listed,
        "list, filtered": lambda: f"{listed}?section={quote(section)}&language=ar",
        "search, common word": lambda: f"{listed}?q={quote(next(words))}",
        "open": form,
    }
    opened = {name: (lambda path=path: acting.Request(desk, path())) for name, path in pages.items()}
    acting.weigh("bare", opened | {"save": save})
