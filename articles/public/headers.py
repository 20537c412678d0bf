"""Headers of every public answer, and the 503 page when the database does not answer."""

import logging
from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponseBase

from articles.public import errors
from articles.public.responses import language_of_path

logger = logging.getLogger(__name__)

DESK = "/admin/"
MEDIA = "/media/"
PERMISSIONS = "camera=(), microphone=(), geolocation=(), browsing-topics=()"


class PublicHeaders:
    """Say of every public answer what a browser may do with it, and of which language it is."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, with headers unless the desk is asked; and to no reader's page do cookies exist (I9).

        A cookie that is none of ours would be answered with one to take its place, in a page that others are given too.
        """
        if request.path.startswith(DESK):
            return self.get_response(request)
        request.META.pop("HTTP_COOKIE", None)
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        # Other sites may show our pictures and read our feeds; both say so themselves.
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-site")
        if request.path[1:4] in {"ar/", "en/"}:
            response.headers.setdefault("Content-Language", language_of_path(request.path))
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        """Answer with the 503 page when it is the database that does not."""
        if not isinstance(exception, OperationalError | InterfaceError):
            return None
        logger.error("the database does not answer at %s", request.path, exc_info=exception)
        return errors.unavailable(request)
