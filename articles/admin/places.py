"""Sections, series, topics and old addresses."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles.admin.headlines import live_headline, numbered
from articles.admin.site import DeskModelAdmin, place
from articles.models import Article, LegacyAddress, Section, Series, Topic
from articles.workflow.table import Duty


class NamedAdmin(DeskModelAdmin):
    """Things with a name in both languages, found under every spelling of it."""

    list_display: tuple[str, ...] = ("name_ar", "name_en", "slug")
    fields: ClassVar[tuple[str | tuple[str, ...], ...]] = (("name_ar", "name_en"), "slug")
    search_fields = ("name_en", "slug")
    named_by = ("name_ar", "name_en", "slug")
    prepopulated_fields = {"slug": ("name_en",)}


class MergingAdmin(admin.ModelAdmin):
    """What can be merged: says into what it was, and leads to the page that does it."""

    readonly_fields = ("merging",)
    list_select_related: ClassVar[Any] = ("merged_into",)

    @admin.display(description=_("merged into"))
    def merging(self, obj: Any) -> str:
        """Say what this was merged into, and lead to the page that merges it."""
        if obj.pk is None:
            return "—"
        address = reverse(f"admin:merge_{obj._meta.model_name}", args=[obj.pk])
        return format_html("<bdi>{}</bdi> · <a href='{}'>{}</a>", obj.merged_into or "—", address, _("Merge into…"))


@admin.register(Section)
class SectionAdmin(NamedAdmin):
    """The sections, in the order of the navigation."""

    duty = Duty.KEEP_HOUSE
    list_display = ("name_ar", "name_en", "slug", "position")
    fields = (("name_ar", "name_en"), "slug", "position")


@admin.register(Series)
class SeriesAdmin(NamedAdmin):
    """Series and columns."""

    duty = Duty.KEEP_TOPICS
    list_display = ("name_ar", "name_en", "is_column")
    fields = (("name_ar", "name_en"), "slug", "is_column", "about_ar", "about_en", "photo")
    autocomplete_fields = ("photo",)


@admin.register(Topic)
class TopicAdmin(MergingAdmin, DeskModelAdmin):
    """Topics, found under every spelling; merging one into another keeps both addresses."""

    duty = Duty.KEEP_TOPICS
    list_display = ("name_ar", "name_en", "slug", "merged_into")
    fields = (("name_ar", "name_en"), "slug", "variants", "merging")
    search_fields = ("name_en", "slug")
    named_by = ("name_ar", "name_en", "variants")
    prepopulated_fields = {"slug": ("name_en",)}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Leave out what only restricted stories are about."""
        known = Topic.objects.known_to(request.user, timezone.now())  # type: ignore[arg-type]
        return super().get_queryset(request).filter(pk__in=known.values("pk"))


@admin.register(LegacyAddress)
class LegacyAddressAdmin(DeskModelAdmin):
    """Addresses the site once had, and where each leads now."""

    duty = Duty.KEEP_HOUSE
    list_display = ("path", "leads_to")
    list_select_related = ("section", "topic", "author")
    fields = ("path", "article", "section", "topic", "author")
    search_fields = ("path",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Know the headline that readers have of each address's article."""
        return super().get_queryset(request).annotate(live_headline=live_headline("article_id", timezone.now()))

    @admin.display(description=_("leads to"))
    def leads_to(self, obj: Any) -> str:
        """Return the thing that the address leads to."""
        if obj.article_id:
            return numbered(obj.article_id, obj.live_headline)
        return str(obj.section or obj.topic or obj.author)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Call each thing an address can lead to by its own name."""
        kwargs["label"] = capfirst(db_field.related_model._meta.verbose_name)
        if db_field.name == "article":
            # A bare number: the stock raw id field writes the working headline beside it.
            kwargs["widget"] = forms.NumberInput
            kwargs["queryset"] = Article.objects.seen_by(request.user)  # type: ignore[arg-type]
        if db_field.name == "topic":
            kwargs["queryset"] = Topic.objects.known_to(request.user, timezone.now())  # type: ignore[arg-type]
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


place(_("Topics"), "articles_topic_changelist", duty=Duty.KEEP_TOPICS, position=40)
place(_("Sections"), "articles_section_changelist", duty=Duty.KEEP_HOUSE, position=80)
