"""Signing in and out, the password, and the language of one's desk."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.contrib import admin
from django.contrib.auth import forms as auth_forms
from django.contrib.auth import views as auth_views
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse, reverse_lazy
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from articles.admin.carried import SignIn
from articles.admin.declared import Open
from articles.admin.site import page
from articles.models import Language, User
from articles.workflow.rights import allowed
from articles.workflow.table import Duty


class SignInForm(auth_forms.AuthenticationForm):
    """Let in whoever has a role in the house."""

    def confirm_login_allowed(self, user: Any) -> None:
        """Refuse people without a role."""
        super().confirm_login_allowed(user)
        if not allowed(user, Duty.SEE_DESK):
            raise forms.ValidationError(_("Your account has no role in the house yet."), code="no_role")


class ResetForm(auth_forms.PasswordResetForm):
    """Mail the link in each person's own language, under the site's own address only."""

    def get_users(self, email: str) -> Iterable[User]:
        """Return the active people of an address who have a role, new ones without a password yet among them."""
        found = User.objects.filter(email__iexact=email, is_active=True)
        # The database's idea of the same letters is wider than a mail server's.
        return [who for who in found if who.email.casefold() == email.casefold() and allowed(who, Duty.SEE_DESK)]

    def save(self, **how: Any) -> None:  # type: ignore[override]
        """Send the mails."""
        origin = urlsplit(settings.SITE_ORIGIN)
        how |= {"domain_override": origin.netloc, "use_https": origin.scheme == "https"}
        super().save(**how)

    def send_mail(self, *args: Any, **kwargs: Any) -> None:
        """Send one mail."""
        context = args[2]
        with translation.override(context["user"].interface_language):
            super().send_mail(*args, **kwargs)


@page("login/", name="login", asks=Open.TO_ALL)
@never_cache
@sensitive_post_parameters()
def sign_in(request: HttpRequest) -> HttpResponseBase:
    """Sign in; the page's language is switched without a cookie."""
    desk = reverse("admin:index")
    if request.method == "GET" and admin.site.has_permission(request):
        return HttpResponseRedirect(desk)
    context = _context(request, _("Sign in"), app_path=request.get_full_path())
    if "next" not in request.GET and "next" not in request.POST:
        context["next"] = desk
    return SignIn.as_view(
        template_name="admin/login.html", authentication_form=SignInForm, next_page=desk, extra_context=context
    )(request)


@page("logout/", name="logout", asks=Open.TO_ALL)
@never_cache
@require_POST
def sign_out(request: HttpRequest) -> HttpResponseBase:
    """Sign out, and lead to the sign-in page in the same language."""
    address = f"{reverse('admin:login')}?language={translation.get_language()}"
    return auth_views.LogoutView.as_view(next_page=address)(request)


@page("password_change/", name="password_change", asks=Duty.SEE_DESK)
@sensitive_post_parameters()
def change_password(request: HttpRequest) -> HttpResponseBase:
    """Change one's own password."""
    return auth_views.PasswordChangeView.as_view(
        template_name="admin/accounts/form.html",
        success_url=reverse_lazy("admin:password_change_done"),
        extra_context=_context(request, _("Change password"), button=_("Change password")),
    )(request)


@page("password_change/done/", name="password_change_done", asks=Duty.SEE_DESK)
def password_changed(request: HttpRequest) -> HttpResponseBase:
    """Say that it is done."""
    return _said(request, _("Password changed"), _("Your password was changed."))


@page("password_reset/", name="password_reset", asks=Open.TO_ALL)
@never_cache
def reset_password(request: HttpRequest) -> HttpResponseBase:
    """Ask for a link by mail; the answer is the same whether the address is known or not."""
    return auth_views.PasswordResetView.as_view(
        template_name="admin/accounts/form.html",
        form_class=ResetForm,
        email_template_name="admin/accounts/reset_mail.txt",
        subject_template_name="admin/accounts/reset_subject.txt",
        success_url=reverse_lazy("admin:password_reset_done"),
        extra_email_context={"house": request.house},  # type: ignore[attr-defined]
        extra_context=_context(
            request,
            _("Forgotten password"),
            button=_("Send the link"),
            sentence=_("A link for choosing a new password comes to your e-mail address."),
        ),
    )(request)


@page("password_reset/done/", name="password_reset_done", asks=Open.TO_ALL)
def reset_mailed(request: HttpRequest) -> HttpResponseBase:
    """Say where to look."""
    sentence = _("If the house knows this address, a mail with a link is on its way. Look into the junk folder too.")
    return _said(request, _("Look into your mail"), sentence)


@page("reset/<uidb64>/<token>/", name="password_reset_confirm", asks=Open.TO_ALL)
@never_cache
@sensitive_post_parameters()
def choose_password(request: HttpRequest, uidb64: str, token: str) -> HttpResponseBase:
    """Choose a new password by the link that was mailed."""
    return auth_views.PasswordResetConfirmView.as_view(
        template_name="admin/accounts/form.html",
        success_url=f"{reverse('admin:password_reset_complete')}?language={translation.get_language()}",
        extra_context=_context(request, _("New password"), button=_("Change password")),
    )(request, uidb64=uidb64, token=token)


@page("reset/done/", name="password_reset_complete", asks=Open.TO_ALL)
def password_reset(request: HttpRequest) -> HttpResponseBase:
    """Say that it is done."""
    return _said(request, _("Password changed"), _("You can sign in with your new password."))


@page("language/", name="language", asks=Duty.SEE_DESK)
@require_POST
def switch_language(request: HttpRequest) -> HttpResponseBase:
    """Change the language of one's own desk, and stay on the page."""
    chosen, back = request.POST.get("language", ""), request.POST.get("next", "")
    if chosen in Language.values:
        User.objects.filter(username=request.user.get_username()).update(interface_language=chosen)
    is_ours = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(back if is_ours else reverse("admin:index"))


def _context(request: HttpRequest, title: Any, **more: Any) -> dict[str, Any]:
    return {**admin.site.each_context(request), "title": title, **more}


def _said(request: HttpRequest, title: Any, sentence: Any) -> HttpResponseBase:
    context = _context(request, title, sentence=sentence)
    return auth_views.PasswordResetDoneView.as_view(template_name="admin/refusal.html", extra_context=context)(request)
