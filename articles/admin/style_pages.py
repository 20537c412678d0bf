"""The house's style, its terms and its names, as the desk keeps them."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db import models
from django.db.models import QuerySet
from django.forms import Textarea, TextInput
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from articles.admin.site import DeskModelAdmin, place
from articles.language.folding import fold_name
from articles.models import HouseStyle, Language, NameEntry, TermRule
from articles.workflow import house_style
from articles.workflow.table import Duty


class _Kept(DeskModelAdmin):
    """Saved and taken away through the service, so that every process reads the style anew."""

    formfield_overrides = {
        models.CharField: {"widget": TextInput(attrs={"dir": "auto", "size": 40})},
        models.TextField: {"widget": Textarea(attrs={"dir": "auto", "rows": 8, "cols": 60})},
    }

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        """Save by the service."""
        house_style.keep(obj, by=request.user)  # type: ignore[arg-type]

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Take away by the service."""
        house_style.drop(obj, by=request.user)  # type: ignore[arg-type]

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Take several away, one by one."""
        for thing in queryset:
            house_style.drop(thing, by=request.user)  # type: ignore[arg-type]


@admin.register(HouseStyle)
class HouseStyleAdmin(_Kept):
    """One form a language; what the language has not is not asked."""

    duty = Duty.KEEP_HOUSE
    list_display = ("__str__", "quotes", "headline_long", "sentence_long")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Ask in Arabic for the hamza, the digits, the months and the per cent sign too."""
        letters = ("quotes", "hamza", "digits", "months", "percent") if obj and obj.pk == Language.AR else ("quotes",)
        lengths = (("headline_short", "headline_long", "headline_too_long"), "sentence_long")
        return (
            (_("Letters and signs"), {"fields": letters}),
            (_("Words"), {"fields": ("glossary", "ambiguous")}),
            (_("Lengths"), {"fields": lengths}),
            (_("What a text owes"), {"fields": ("asks_byline", "asks_dateline")}),
        )

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Call it what it is where the house has no rule."""
        if db_field.name in {"digits", "months"}:
            kwargs["choices"] = db_field.get_choices(blank_choice=[("", pgettext("digits and months", "As it comes"))])
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Refuse: each language has one."""
        return False


class _Removable(_Kept):
    list_per_page = 100
    search_fields: ClassVar[tuple[str, ...]] = ("key",)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Ask the table: no article cites these."""
        return self.has_change_permission(request)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Find by the folded key."""
        return super().get_search_results(request, queryset, fold_name(search_term))


@admin.register(TermRule)
class TermRuleAdmin(_Removable):
    """Words over which the house has a rule."""

    duty = Duty.KEEP_TERMS
    list_display = ("word", "language", "preferred", "reason")
    list_filter = ("language",)
    fields = ("language", "word", "preferred", "reason")
    named_by = ("word", "preferred")


@admin.register(NameEntry)
class NameEntryAdmin(_Removable):
    """Names in both languages, as the house writes them."""

    duty = Duty.KEEP_NAME_GLOSSARY
    list_display = ("name_ar", "name_en", "role", "checked_on")
    fields = (("name_ar", "name_en"), "role", "checked_on")
    search_fields: ClassVar[tuple[str, ...]] = ("key", "name_en")
    named_by = ("name_ar", "name_en", "role")


place(_("Names"), "articles_nameentry_changelist", duty=Duty.KEEP_NAME_GLOSSARY, position=52)
place(_("Terms"), "articles_termrule_changelist", duty=Duty.KEEP_TERMS, position=84)
place(_("House style"), "articles_housestyle_changelist", duty=Duty.KEEP_HOUSE, position=86)
