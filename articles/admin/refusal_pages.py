"""The desk's answers to what cannot be done at all: not there, not this person's, too large, signed out meanwhile."""

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.core.exceptions import (
    PermissionDenied,
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.http import Http404, HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.admin.carried import send_again

TOO_LARGE = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def unreadable(request: HttpRequest) -> HttpResponse | None:
    """Return the answer to a form that cannot be read, or None when it can."""
    if request.method != "POST":
        return None
    try:
        request.POST  # noqa: B018 – reading it is what fails
    except TOO_LARGE:
        went_back = _("Go back: what you typed is still in the form.")
        return _page(request, 413, _("This is too large"), f"{too_large()} {went_back}")
    except MultiPartParserError:
        return _page(request, 400, _("This did not arrive whole"), _("Go back and send it again."))
    return None


def too_large() -> str:
    """Return the sentence that says how much a form may hold."""
    most = filesizeformat(settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
    return _("The desk takes at most %(most)s of text at once.") % {"most": most}


def answer_to(request: HttpRequest, exception: Exception) -> HttpResponse | None:
    """Return the desk's page for an exception that has one."""
    if isinstance(exception, PermissionDenied):
        return _page(request, 403, _("Not open to you"), _("Your role in the house does not reach so far."))
    if isinstance(exception, Http404):
        return _page(request, 404, _("Not found"), _("There is nothing at this address of the desk."))
    return None


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that was opened before the person signed in again, or came from elsewhere."""
    again = send_again(request) if hasattr(request, "house") else None
    return again or _page(
        request,
        403,
        _("This form is from before"),
        _("You have signed in again since it was opened. Go back, copy what you typed, and load the page anew."),
    )


def locked_out(request: HttpRequest, credentials: dict[str, Any], *args: Any, **kwargs: Any) -> HttpResponse:
    """Answer somebody who has tried too many wrong passwords."""
    minutes = round(settings.AXES_COOLOFF_TIME * 60)
    sentence = ngettext("Try again in %(minutes)d minute.", "Try again in %(minutes)d minutes.", minutes)
    return _page(request, 429, _("Too many wrong passwords"), sentence % {"minutes": minutes})


def _page(request: HttpRequest, status: int, title: Any, sentence: Any) -> HttpResponse:
    if not hasattr(request, "house"):
        return HttpResponse(f"{title}. {sentence}", status=status, content_type="text/plain; charset=utf-8")
    context = {**admin.site.each_context(request), "title": title, "sentence": sentence}
    return render(request, "admin/refusal.html", context, status=status)
