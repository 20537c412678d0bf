"""The house's own row, kept by the chief and the administrator."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles.admin.site import DeskModelAdmin, place
from articles.language.dates import weekday_name
from articles.language.hijri import hijri_month_name
from articles.models import HijriMonth, House
from articles.workflow.table import Duty


class DaysField(forms.MultipleChoiceField):
    """Days of the week, stored as their numbers between commas."""

    widget = forms.CheckboxSelectMultiple

    def prepare_value(self, value: Any) -> Any:
        """Return the days of what is stored."""
        return value.split(",") if isinstance(value, str) else value

    def clean(self, value: Any) -> str:
        """Return the days as they are stored."""
        return ",".join(sorted(super().clean(value)))


class HourField(forms.TimeField):
    """An hour of the house's own clock, whatever the browser's is."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"), **kwargs)


class HouseForm(forms.ModelForm):
    """The house, with the days of its week by name."""

    week_starts_on = forms.TypedChoiceField(label=_("week starts on"), coerce=int)
    weekend = DaysField(label=_("weekend"), required=False)
    opens_at = HourField(label=_("opens at"))
    closes_at = HourField(label=_("closes at"))

    class Meta:
        model = House
        fields = ("week_starts_on", "weekend", "opens_at", "closes_at")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or "ar"
        # 0 is Sunday in the house's settings; the first of November 2026 was one.
        days = [(str(day), weekday_name(date(2026, 11, 1 + day), language)) for day in range(7)]
        for name in ("week_starts_on", "weekend"):
            self.fields[name].choices = days  # type: ignore[attr-defined]


@admin.register(House)
class HouseAdmin(DeskModelAdmin):
    """One row: its list is its form, and it is never made twice."""

    form = HouseForm

    duty = Duty.KEEP_HOUSE
    fieldsets = (
        (None, {"fields": (("name_ar", "name_en"), ("motto_ar", "motto_en"), "first_language")}),
        (_("Time and numbers"), {"fields": ("time_zone", ("zone_name_ar", "zone_name_en"), "digits", "months")}),
        (_("Working week"), {"fields": ("week_starts_on", "weekend", ("opens_at", "closes_at"))}),
        (_("Hijri date"), {"fields": (("shows_hijri", "hijri_offset"),)}),
        (_("Wordings"), {"fields": ("gone_ar", "gone_en", "off_air_ar", "off_air_en")}),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Refuse: there is one house."""
        return False

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, object] | None = None) -> HttpResponse:
        """Lead those who keep it to the one form."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return HttpResponseRedirect(reverse("admin:articles_house_change", args=[1]))


@admin.register(HijriMonth)
class HijriMonthAdmin(DeskModelAdmin):
    """The Hijri months whose beginning was announced otherwise than computed; a wrong row is set to 0."""

    duty = Duty.KEEP_HOUSE
    list_display = ("year", "month_name", "language", "offset")
    fields = ("language", ("year", "month"), "offset")

    @admin.display(description=_("Hijri month"), ordering="month")
    def month_name(self, obj: HijriMonth) -> str:
        """Return the month's name in the reader's language."""
        return hijri_month_name(obj.month, get_language() or "ar")

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Offer the months by name."""
        if db_field.name == "month":
            names = [(month, hijri_month_name(month, get_language() or "ar")) for month in range(1, 13)]
            return forms.TypedChoiceField(label=_("Hijri month"), choices=names, coerce=int)
        return super().formfield_for_dbfield(db_field, request, **kwargs)


place(_("Hijri months"), "articles_hijrimonth_changelist", duty=Duty.KEEP_HOUSE, position=91)
place(_("House"), "articles_house_changelist", duty=Duty.KEEP_HOUSE, position=90)
