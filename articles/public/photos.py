"""Pictures' files, answered only while a page shows them; the web server may be handed the sending."""

import logging
from datetime import datetime

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response

from articles.public.responses import public, with_caching
from articles.publishing import caching, cards, pictures
from articles.publishing.renditions import Rendition

logger = logging.getLogger(__name__)

WORDS = {404: "There is no such picture.\n", 410: "This picture is no longer shown.\n"}


@public
def photo(
    request: HttpRequest, *, token: str, width: str, extension: str, at: datetime, cut: str = ""
) -> HttpResponseBase:
    """Answer one rendition's address."""
    wanted = Rendition(cut, int(width), extension)
    found = pictures.rendition(token, wanted, at=at)
    return _answered(request, found, f'"{token}-{wanted.end}"', pictures.MIME[extension], at)


@public
def card(request: HttpRequest, *, pk: str, key: str, at: datetime, shape: str = "") -> HttpResponseBase:
    """Answer a social card's address."""
    return _answered(request, cards.card(int(pk), key, shape, at=at), f'"{key}-{shape}"', pictures.MIME["jpg"], at)


def _answered(request: HttpRequest, found: pictures.Answer, etag: str, mime: str, at: datetime) -> HttpResponseBase:
    if found.status != 200:
        return _absent(found, at)
    # A name stands for one sequence of bytes for ever: it holds 128 random bits.
    response = get_conditional_response(request, etag=etag) or sent(found.name, mime)
    if response is None:
        return _absent(pictures.Answer(404), at)
    response["ETag"] = etag
    response["Cache-Control"] = caching.cache_control(found.span, at)
    if found.keys:
        response["xkey"] = " ".join(found.keys)
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def sent(name: str, mime: str) -> HttpResponseBase | None:
    """Return a stored file as a response, or None when it is not there."""
    prefix = settings.MEDIA_ACCEL_PREFIX
    if prefix:
        response = HttpResponse(content_type=mime)
        response["X-Accel-Redirect"] = f"{prefix}{name}"
        return response
    try:
        # A rendition is small; where sending it costs too much, MEDIA_ACCEL_PREFIX hands it to the web server.
        with default_storage.open(name) as file:
            return HttpResponse(file.read(), content_type=mime)
    except FileNotFoundError:
        logger.warning("the file of a picture is missing: %s", name)
        return None


def _absent(found: pictures.Answer, at: datetime) -> HttpResponse:
    response = HttpResponse(WORDS[found.status], status=found.status, content_type="text/plain; charset=utf-8")
    if found.status == 410:
        return with_caching(response, found.span, at, keys=found.keys)
    response["Cache-Control"] = caching.cache_control(found.span, at, longest=caching.LONGEST_ABSENCE, stale=0)
    return response
