"""One query and one template each."""

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bench import asking
from bench.bare.models import Article

CARDS: dict[str, int] = asking.read("cards")


def article(request: HttpRequest, language: str, pk: int) -> HttpResponse:
    """An article, its body and its related list as they are stored."""
    found = Article.objects.defer("card").get(pk=pk)
    return render(request, "bare/article.html", {"article": found, "language": language})


def front(request: HttpRequest, language: str) -> HttpResponse:
    """The newest cards of a language."""
    return _cards(request, language, Article.objects.all(), CARDS["front"])


def section(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """The newest cards of a section."""
    return _cards(request, language, Article.objects.filter(section=slug), CARDS["section"])


def search(request: HttpRequest, language: str) -> HttpResponse:
    """The newest cards in which a word stands."""
    word = request.GET.get("q", "")
    met = Article.objects.filter(Q(headline__contains=word) | Q(body__contains=word))
    return _cards(request, language, met, CARDS["search"])


def _cards(request: HttpRequest, language: str, rows: QuerySet[Article], number: int) -> HttpResponse:
    newest = rows.filter(language=language).order_by("-published_at").values_list("card", flat=True)
    return render(request, "bare/cards.html", {"language": language, "cards": "".join(newest[:number])})
