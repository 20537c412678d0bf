"""Search, for people: a sentence and no work for who asks more often than people do."""

from datetime import datetime

from django.http import HttpRequest

from articles.public.limits import has_searched_too_often
from articles.public.responses import public
from articles.publishing import searching
from articles.publishing.addresses import key_of
from articles.publishing.pages import Answer


@public
def search(request: HttpRequest, *, language: str, at: datetime) -> Answer:
    """Show what was found."""
    query = request.GET.get("q", "")
    before = key_of(request.GET.get("before", ""))
    if query.strip() and has_searched_too_often(request.META.get("REMOTE_ADDR", ""), at):
        return searching.too_many(language, query, at=at)
    return searching.results(language, query, at=at, before=before)
