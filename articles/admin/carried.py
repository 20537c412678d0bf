"""A form sent after the sign-in has ended: nothing typed is lost (I3); it goes on its way once the person is back."""

from typing import Any

from django.contrib import admin
from django.contrib.auth import login
from django.contrib.auth import views as auth_views
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

Fields = list[tuple[str, str]]

PREFIX = "carried-"
ADDRESS = "carried-to"
LOST = "carried-lost"
"""The names of files, which no page can carry."""
SECRETS = ("csrfmiddlewaretoken", "password")


def ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    """Show the sign-in page with all that was sent in it, but for secrets; files that are lost are named."""
    carried = _taken_along(request)
    context = {
        **admin.site.each_context(request),
        "title": _("Sign in"),
        "form": AuthenticationForm(request),
        "carried": carried,
        "sentence": _("Your sign-in has ended. Sign in here; what you typed is kept and goes on its way after that."),
        "lost": _lost(carried),
    }
    return render(request, "admin/login.html", context, status=401)


def send_again(request: HttpRequest) -> HttpResponse | None:
    """Offer to send a form again that was opened before its person signed in anew; None where there is none.

    Only for forms of our own pages, as the browser itself says: a stranger's form is refused.
    """
    fetched = request.headers.get("Sec-Fetch-Site"), request.headers.get("Sec-Fetch-Mode")
    if request.method != "POST" or fetched != ("same-origin", "navigate") or not admin.site.has_permission(request):
        return None
    carried = _carried(request) or _taken_along(request)
    address = dict(carried).get(ADDRESS, "")
    if not address.startswith(reverse("admin:index")) or address in {reverse("admin:logout"), reverse("admin:login")}:
        return None
    return _carry_on(request, address, carried, status=403)


class SignIn(auth_views.LoginView):
    """The sign-in page; with a carried form in it, that form comes next."""

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Sign in, then lead on."""
        address = self.request.POST.get(ADDRESS, "")
        if not address.startswith(reverse("admin:index")):
            return super().form_valid(form)
        login(self.request, form.get_user())
        return _carry_on(self.request, address, _carried(self.request))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Keep what is carried over a wrong password."""
        carried = _carried(self.request)
        return super().get_context_data(**kwargs) | {"carried": carried, "lost": _lost(carried)}


def _carry_on(request: HttpRequest, address: str, carried: Fields, *, status: int = 200) -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        "title": _("You are signed in again"),
        "address": address,
        "fields": [(name.removeprefix(PREFIX), value) for name, value in carried if name not in {ADDRESS, LOST}],
        "lost": _lost(carried),
    }
    return render(request, "admin/carry_on.html", context, status=status)


def _taken_along(request: HttpRequest) -> Fields:
    """Return what was sent as the sign-in page carries it."""
    fields = [(f"{PREFIX}{name}", value) for name, value in _sent(request) if not any(s in name for s in SECRETS)]
    files = [(LOST, str(file.name)) for _name, files in request.FILES.lists() for file in files]
    return [(ADDRESS, request.path), *files, *fields]


def _lost(carried: Fields) -> str:
    names = [value for name, value in carried if name == LOST]
    if not names:
        return ""
    sentence = ngettext(
        "This file cannot be kept; choose it again when the form is back: %(names)s",
        "These files cannot be kept; choose them again when the form is back: %(names)s",
        len(names),
    )
    return sentence % {"names": " · ".join(names)}


def _carried(request: HttpRequest) -> Fields:
    return [(name, value) for name, value in _sent(request) if name.startswith(PREFIX)]


def _sent(request: HttpRequest) -> Fields:
    return [(name, str(value)) for name, values in request.POST.lists() for value in values]
