"""The house's own pages: each text goes through the one sanitiser, in the editor that articles have."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.admin.editor import BodyField, photos_for_editor
from articles.admin.site import DeskModelAdmin, place
from articles.language.blocks import plain_text
from articles.language.direction import direction_of
from articles.models import Language, StaticPage
from articles.workflow.table import Duty


class StaticPageForm(forms.ModelForm):
    """A page in both languages, each text in its own direction."""

    body_ar = BodyField(label=_("text in Arabic"), required=False)
    body_en = BodyField(label=_("text in English"), required=False)

    class Meta:
        model = StaticPage
        fields = ("slug", "position", "title_ar", "body_ar", "title_en", "body_en")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for language in Language:
            own = {"lang": language.value, "dir": direction_of(language)}
            self.fields[f"title_{language}"].widget.attrs |= own
            self.fields[f"body_{language}"].widget.attrs |= own | {"data-photos": photos_for_editor(())}

    def clean(self) -> dict[str, Any]:
        """Refuse a text without its title, and a page that says nothing in either language."""
        values = super().clean() or {}
        written = [language for language in Language if plain_text(values.get(f"body_{language}") or "").strip()]
        for language in written:
            if not values.get(f"title_{language}"):
                self.add_error(f"title_{language}", _("A text needs its title."))
        if not written and not self.errors:
            self.add_error("body_ar", _("The page says nothing yet, in either language."))
        return values


@admin.register(StaticPage)
class StaticPageAdmin(DeskModelAdmin):
    """About us, masthead, policies."""

    duty = Duty.KEEP_HOUSE
    form = StaticPageForm
    list_display = ("title_ar", "title_en", "slug", "position")
    list_display_links = ("title_ar", "title_en", "slug")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Keep an address that readers may know."""
        return ("slug",) if obj else ()

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:  # noqa: FBT001 – Django's signature
        """Keep when readers' page last changed."""
        obj.changed_at = timezone.now()
        super().save_model(request, obj, form, change)


place(_("Pages about the house"), "articles_staticpage_changelist", duty=Duty.KEEP_HOUSE, position=85)
