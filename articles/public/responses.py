"""A door's answer into HTTP: one template, the language of the path, and headers by which anyone may keep it (I9).

Nothing here touches the session, the user or the CSRF token; templates are rendered without a request, so that they
cannot either.
"""

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.csrf import csrf_exempt

from articles.public.encoding import encoded, tag_of
from articles.publishing import absences, addresses, caching, navigation, pages
from articles.publishing.editions import Edition
from articles.publishing.pages import Answer, Span
from articles.publishing.rendering import rendered

View = Callable[..., Answer | HttpResponseBase | None]

TEMPLATES = {
    pages.Page: "article",
    pages.Front: "front",
    pages.SearchPage: "search",
    pages.Corrections: "corrections",
    pages.StaticPage: "page",
    pages.Absence: "absence",
}
LISTS = {"section", "topic", "author", "latest", "archive", "series"}
READING = ("GET", "HEAD")


def public(view: View) -> Callable[..., HttpResponseBase]:
    """Make a view of `(request, at=…, language=…, …)`: the path's language, reading methods only, old addresses on 404.

    Without a CSRF check: nothing here can be changed, and a refused POST gets its page, not Django's.
    """

    def plain(request: HttpRequest, language: str, at: datetime, **named: Any) -> HttpResponseBase:
        spoken = language or language_of_path(request.path)
        with translation.override(spoken):
            if request.method not in READING:
                return not_reading(request, spoken)
            try:
                named |= {"language": language} if language else {}
                answer = view(request, at=at, **named)
            except addresses.BadKey:
                answer = absences.bare(spoken, 400)
            if isinstance(answer, HttpResponseBase):
                return answer
            if answer is not None and answer.status != 404:
                return respond(request, answer, at)
        return _old_or_missing(request, language or _said_by(request.path), at, answer)

    @csrf_exempt
    @wraps(view)
    def answered(request: HttpRequest, language: str = "", **named: Any) -> HttpResponseBase:
        return encoded(request, plain(request, language, timezone.now(), **named))

    return answered


def _old_or_missing(request: HttpRequest, language: str, at: datetime, answer: Answer | None) -> HttpResponseBase:
    # Here the database is asked anyway, so the house may be asked for its first language, held or not.
    edition = Edition.of(language or Edition.of("ar", at).house.first_language, at)
    with translation.override(edition.language):
        found = old_address(request, edition) or answer or absences.missing(edition, path=request.path)
        return respond(request, found, at)


def old_address(request: HttpRequest, edition: Edition) -> Answer | None:
    """Return the redirect of an address the site once had."""
    return absences.legacy(edition, request.path, request.META.get("QUERY_STRING", ""))


def language_of_path(path: str) -> str:
    """Return the language an address begins with, or the house's first as far as it is held: without a query."""
    return _said_by(path) or navigation.first_language_held()


def _said_by(path: str) -> str:
    return path[1:3] if path[1:4] in {"ar/", "en/"} or path in {"/ar", "/en"} else ""


def respond(request: HttpRequest, answer: Answer, at: datetime) -> HttpResponseBase:
    """Return a door's answer as a response."""
    if answer.redirect:
        redirect = HttpResponsePermanentRedirect if answer.status == 301 else HttpResponseRedirect
        return with_caching(redirect(addresses.encoded(answer.redirect)), answer.span, at, keys=answer.keys)
    response = HttpResponse(rendered(template_of(answer.page), answer), status=answer.status)
    if answer.chrome:
        response["Content-Language"] = answer.chrome.language
    if not answer.is_stored:
        response["Cache-Control"] = caching.NO_STORE
        return response
    if answer.status == 404:
        longest = caching.LONGEST_ABSENCE
        response["Cache-Control"] = caching.cache_control(answer.span, at, longest=longest, stale=0)
        return response
    # The strip stands on every page that has what stands round it.
    keys = (*answer.keys, f"strip-{answer.chrome.language}") if answer.chrome else answer.keys
    return conditional(request, with_caching(response, answer.span, at, keys=keys), answer.span, at)


def template_of(page: pages.AnyPage | None) -> str:
    """Return the template of a page."""
    if isinstance(page, pages.Listing):
        return f"site/{page.kind if page.kind in LISTS else 'latest'}.html"
    return f"site/{TEMPLATES[type(page)]}.html"


def with_caching(response: HttpResponse, span: Span, at: datetime, *, keys: tuple[str, ...] = ()) -> HttpResponse:
    """Say how long a response may be kept, and by which keys a cache is asked to forget it."""
    response["Cache-Control"] = caching.cache_control(span, at)
    if keys:
        response["xkey"] = " ".join(dict.fromkeys(keys))
    return response


def conditional(request: HttpRequest, response: HttpResponse, span: Span, at: datetime) -> HttpResponseBase:
    """Give a page its strong ETag and its Last-Modified, and answer 304 to who has it.

    A change of this very second gets no Last-Modified: another may follow in the same second, and HTTP counts seconds.
    """
    if response.status_code != 200:
        return response
    etag = tag_of(request, hashlib.sha256(response.content).hexdigest()[:32])
    response["ETag"] = etag
    response["Vary"] = "Accept-Encoding"
    is_settled = span.since is not None and at - span.since >= timedelta(seconds=1)
    modified = int(span.since.timestamp()) if span.since and is_settled else None
    if modified is not None:
        response["Last-Modified"] = http_date(modified)
    return get_conditional_response(request, etag=etag, last_modified=modified, response=response) or response


def not_reading(request: HttpRequest, language: str) -> HttpResponseBase:
    """Answer OPTIONS with what is possible, and every method that would change something with a page that says no."""
    if request.method == "OPTIONS":
        response: HttpResponseBase = HttpResponse(status=204)
    else:
        response = respond(request, absences.bare(language, 405), timezone.now())
    response["Allow"] = ", ".join((*READING, "OPTIONS"))
    return response
