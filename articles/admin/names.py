"""The names that readers see: authors, desks and agencies."""

from typing import Any

from django.contrib import admin
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.places import MergingAdmin, NamedAdmin
from articles.admin.site import place
from articles.models import Agency, Author, Desk, Photo
from articles.workflow.table import Duty


@admin.register(Author)
class AuthorAdmin(MergingAdmin, NamedAdmin):
    """Authors: the people over whose articles a name stands."""

    duty = Duty.KEEP_NAMES
    list_display = ("name_ar", "name_en", "user", "merged_into")
    list_select_related = ("user", "merged_into")
    fields = (("name_ar", "name_en"), "slug", "bio_ar", "bio_en", "links", "portrait", "user", "merging")
    autocomplete_fields = ("portrait",)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:  # noqa: FBT001, FBT002 – Django's signature
        """Offer as a portrait what this person may see, and the one that is there."""
        form = super().get_form(request, obj, change=change, **kwargs)
        if "portrait" in form.base_fields:
            seen = Photo.objects.seen_by(request.user).values("pk")  # type: ignore[arg-type]
            portraits = Photo.objects.filter(Q(pk__in=seen) | Q(pk=obj.portrait_id if obj else None))
            form.base_fields["portrait"].queryset = portraits  # type: ignore[attr-defined]
        return form


@admin.register(Desk)
class DeskAdmin(NamedAdmin):
    """Teams that sign as one."""

    duty = Duty.KEEP_NAMES


@admin.register(Agency)
class AgencyAdmin(MergingAdmin, NamedAdmin):
    """Agencies, and how their copy signs itself."""

    duty = Duty.KEEP_NAMES
    fields = (
        ("name_ar", "name_en"),
        "slug",
        ("credit_line_ar", "credit_line_en"),
        "source_lines",
        "rights_end_after_days",
        "merging",
    )
    list_display = ("name_ar", "name_en", "slug", "merged_into")


place(_("Authors"), "articles_author_changelist", duty=Duty.KEEP_NAMES, position=50)
place(_("Agencies"), "articles_agency_changelist", duty=Duty.KEEP_NAMES, position=55)
