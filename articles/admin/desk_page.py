"""The desk page."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from articles.admin.site import page, place
from articles.workflow.table import Duty

place(_("Desk page"), "index", duty=Duty.SEE_DESK, position=0)


@page("", name="index", asks=Duty.SEE_DESK)
def index(request: HttpRequest) -> HttpResponseBase:
    """Show what waits for this person."""
    return render(request, "admin/index.html", {**admin.site.each_context(request), "title": _("Desk page")})
