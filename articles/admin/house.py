"""The house's own row, kept by the chief and the administrator."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.admin.site import DeskModelAdmin, place
from articles.models import House
from articles.workflow.table import Duty


@admin.register(House)
class HouseAdmin(DeskModelAdmin):
    """One row: its list is its form, and it is never made twice."""

    duty = Duty.KEEP_HOUSE
    fieldsets = (
        (None, {"fields": (("name_ar", "name_en"), ("motto_ar", "motto_en"), "first_language")}),
        (_("Time and numbers"), {"fields": ("time_zone", ("zone_name_ar", "zone_name_en"), "digits", "months")}),
        (_("Wordings"), {"fields": ("gone_ar", "gone_en", "off_air_ar", "off_air_en")}),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Refuse: there is one house."""
        return False

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, object] | None = None) -> HttpResponse:
        """Lead to the one form."""
        return HttpResponseRedirect(reverse("admin:articles_house_change", args=[1]))


place(_("House"), "articles_house_changelist", duty=Duty.KEEP_HOUSE, position=90)
