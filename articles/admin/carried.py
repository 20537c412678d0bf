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

PREFIX = "carried-"
ADDRESS = "carried-to"


def ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    """Show the sign-in page with all that was sent in it, but for secrets."""
    fields = [
        (f"{PREFIX}{name}", value)
        for name, value in _sent(request)
        if name != "csrfmiddlewaretoken" and "password" not in name
    ]
    context = {
        **admin.site.each_context(request),
        "title": _("Sign in"),
        "form": AuthenticationForm(request),
        "carried": [(ADDRESS, request.path), *fields],
        "sentence": _("Your sign-in has ended. Sign in here; what you typed is kept and goes on its way after that."),
    }
    return render(request, "admin/login.html", context, status=401)


class SignIn(auth_views.LoginView):
    """The sign-in page; with a carried form in it, that form comes next."""

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Sign in, then lead on."""
        address = self.request.POST.get(ADDRESS, "")
        if not address.startswith(reverse("admin:index")):
            return super().form_valid(form)
        login(self.request, form.get_user())
        return self._carry_on(address)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Keep what is carried over a wrong password."""
        return super().get_context_data(**kwargs) | {"carried": _carried(self.request)}

    def _carry_on(self, address: str) -> HttpResponse:
        fields = [(name.removeprefix(PREFIX), value) for name, value in _carried(self.request) if name != ADDRESS]
        context = {
            **admin.site.each_context(self.request),
            "title": _("You are signed in again"),
            "address": address,
            "fields": fields,
        }
        return render(self.request, "admin/carry_on.html", context)


def _carried(request: HttpRequest) -> list[tuple[str, str]]:
    return [(name, value) for name, value in _sent(request) if name.startswith(PREFIX)]


def _sent(request: HttpRequest) -> list[tuple[str, str]]:
    return [(name, str(value)) for name, values in request.POST.lists() for value in values]
