"""The desk's language is the person's, its clock the house's, and nothing of it is kept by a cache."""

import re
from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.functional import SimpleLazyObject
from django.utils.http import urlsafe_base64_decode
from django.utils.translation.trans_real import parse_accept_lang_header

from articles.admin import refusal_pages
from articles.models import House, Language, User
from articles.publishing import navigation

PREFIX = "/admin/"
RESET_LINK = re.compile(r"/admin/reset/([^/]+)/[^/]+/")
NUMBER = re.compile(r"[0-9]{1,18}")


def house_of(request: HttpRequest) -> House:
    """Return the house, held in the process for a minute."""
    return request.house  # type: ignore[attr-defined]


def language_of(request: HttpRequest) -> str:
    """Return the person's language; before signing in the one asked for, the browser's, or the house's first.

    A link for a new password is its person's, whoever is signed in.
    """
    addressee = _addressee(request.path_info)
    if addressee:
        return addressee
    if request.user.is_authenticated:
        return request.user.interface_language
    asked = request.GET.get("language", "")
    if asked in Language.values:
        return asked
    accepted = (
        code.partition("-")[0] for code, _ in parse_accept_lang_header(request.headers.get("Accept-Language", ""))
    )
    known = (code for code in accepted if code in Language.values)
    return next(known, house_of(request).first_language)


def _addressee(path: str) -> str:
    """Return the language of the person to whom a link for a new password was mailed; nothing for other addresses."""
    link = RESET_LINK.match(path)
    if link is None:
        return ""
    try:
        number = urlsafe_base64_decode(link[1]).decode("ascii")
    except ValueError:
        return ""
    if not NUMBER.fullmatch(number):
        return ""
    return User.objects.filter(pk=int(number)).values_list("interface_language", flat=True).first() or ""


class DeskLanguageMiddleware:
    """Speak each person's language in the house's time on every page under /admin/, and keep none of them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request."""
        if not request.path_info.startswith(PREFIX):
            return self.get_response(request)
        request.house = SimpleLazyObject(lambda: navigation.current(timezone.now()).house)  # type: ignore[attr-defined]
        language = language_of(request)
        request.LANGUAGE_CODE = language
        with translation.override(language), timezone.override(ZoneInfo(house_of(request).time_zone)):
            # Read here, where a form that is too large can still be answered by a page.
            response = refusal_pages.unreadable(request) or self.get_response(request)
        response["Cache-Control"] = "no-store"
        response["Content-Language"] = language
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer what is not there, or not this person's, by a page of the desk."""
        if not request.path_info.startswith(PREFIX):
            return None
        return refusal_pages.answer_to(request, exception)
