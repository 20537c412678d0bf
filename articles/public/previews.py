"""Previews for people outside the house: by a random link, kept by nobody, and the same 404 for all that is no link."""

from datetime import datetime

from django.http import HttpRequest, HttpResponseBase
from django.utils import translation

from articles.public.photos import sent
from articles.public.responses import public, respond
from articles.publishing import absences, caching, navigation, previews
from articles.publishing.editions import Edition
from articles.publishing.pages import Answer

UNSEEN = {"X-Robots-Tag": "noindex, nofollow", "Referrer-Policy": "no-referrer"}


@public
def preview(request: HttpRequest, *, token: str, at: datetime) -> HttpResponseBase | Answer:
    """Show a frozen text."""
    with translation.override(previews.language_of(token, at=at)):
        answer = previews.opened(token, at=at)
        return _unseen(respond(request, answer, at)) if answer else _missing(at)


@public
def photo(request: HttpRequest, *, token: str, pk: int, at: datetime) -> HttpResponseBase | Answer:
    """Show a picture of a frozen text."""
    del request
    name = previews.photo_name(token, pk, at=at)
    response = sent(name, "image/jpeg") if name else None
    if response is None:
        return _missing(at)
    response["Cache-Control"] = caching.NO_STORE
    return _unseen(response)


def _missing(at: datetime) -> Answer:
    """Say that nothing is here, and nothing about what was asked for."""
    return absences.missing(Edition.of(navigation.current(at).house.first_language, at), path="/")


def _unseen(response: HttpResponseBase) -> HttpResponseBase:
    for name, value in UNSEEN.items():
        response[name] = value
    return response
