"""What a reader sees when there is no page: the handlers of Django, and the view behind every unknown address."""

import sys
from datetime import datetime
from http import HTTPStatus

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponseBase
from django.urls import Resolver404, resolve
from django.utils import timezone, translation

from articles.public.responses import language_of_path, old_address, public, respond
from articles.publishing import absences
from articles.publishing.editions import Edition
from articles.publishing.pages import Answer

RETRY_AFTER = "30"


@public
def missing(request: HttpRequest, *, at: datetime) -> Answer | None:
    """Answer an unknown address: as an old one, with its closing slash where only that is missing, or as a 404."""
    if not request.path.endswith("/") and _has_page(request, f"{request.path}/"):
        old = old_address(request, Edition.of(language_of_path(request.path), at))
        if old:
            return old
        query = request.META.get("QUERY_STRING", "")
        return Answer(redirect=f"{request.path}/" + (f"?{query}" if query else ""), status=301)
    return None


def _has_page(request: HttpRequest, path: str) -> bool:
    """Say whether a redirect to a path would lead anywhere: one 404 is enough."""
    try:
        match = resolve(path)
    except Resolver404:
        return False
    if match.func is missing or "admin" in match.namespaces:
        return match.func is not missing
    return match.func(request, *match.args, **match.kwargs).status_code != HTTPStatus.NOT_FOUND


def not_found(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """Handle a 404 that some other part of the project raised."""
    del exception
    return missing(request)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """Handle what Django refuses to read: an unknown host, a body too large."""
    del exception
    return _bare(request, 400)


def server_error(request: HttpRequest) -> HttpResponseBase:
    """Handle an error of ours; where it is the database that does not answer, say so."""
    if isinstance(sys.exception(), OperationalError | InterfaceError):
        return unavailable(request)
    return _bare(request, 500)


def unavailable(request: HttpRequest) -> HttpResponseBase:
    """Return the 503 page, which asks nothing of the database."""
    response = _bare(request, 503)
    response["Retry-After"] = RETRY_AFTER
    return response


def _bare(request: HttpRequest, status: int) -> HttpResponseBase:
    language = language_of_path(request.path)
    with translation.override(language):
        return respond(request, absences.bare(language, status), timezone.now())
