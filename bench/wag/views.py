"""Search, as Wagtail's start template has it."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Locale

from bench.wag.models import ArticlePage

HITS = 20


def search(request: HttpRequest) -> HttpResponse:
    """What was found for `query` in the language of the address."""
    query = request.GET.get("query", "")
    hits = ArticlePage.objects.live().filter(locale=Locale.get_active()).search(query)
    return render(request, "wag/search.html", {"query": query, "articles": Paginator(hits, HITS).get_page(1)})
