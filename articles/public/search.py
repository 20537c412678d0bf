"""Search, for people: a sentence and no work for who asks more often than people do."""

from datetime import datetime

from django.http import HttpRequest, HttpResponseBase, JsonResponse

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
    said = (request.GET.get(name, "")[:60] for name in ("section", "from", "until"))
    return searching.results(language, query, at=at, before=before, narrowed=searching.Narrowed(*said))


@public
def suggest(request: HttpRequest, *, language: str, at: datetime) -> HttpResponseBase:
    """Answer what is being typed with headlines, for the script of the search box; without it the form does."""
    typed = request.GET.get("q", "")
    is_too_often = has_searched_too_often(request.META.get("REMOTE_ADDR", ""), at, suggestions=True)
    found = [] if is_too_often else searching.suggestions(language, typed, at=at)
    response = JsonResponse({"suggestions": found}, status=429 if is_too_often else 200)
    response["Cache-Control"] = "no-store"
    return response
