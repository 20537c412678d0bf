"""What editors teach search: spellings that are one name, and words that say nothing."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.admin.site import DeskModelAdmin, place
from articles.models import SpellingGroup, Stopword
from articles.publishing import reindexing
from articles.workflow import search_entries
from articles.workflow.table import Duty


class SearchWordsAdmin(DeskModelAdmin):
    """Rows that every search reads; what this process holds of them is let go."""

    duty = Duty.KEEP_TOPICS

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Let those who keep them take them out: nothing cites them."""
        return self.has_change_permission(request, obj)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:  # noqa: FBT001 – Django's signature
        """Save, and read them anew."""
        super().save_model(request, obj, form, change)
        search_entries.forget()

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Delete, and read them anew."""
        super().delete_model(request, obj)
        search_entries.forget()

    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        """Delete one by one, as any other."""
        for obj in queryset:
            self.delete_model(request, obj)


@admin.register(SpellingGroup)
class SpellingGroupAdmin(SearchWordsAdmin):
    """Spellings and names that search takes for one another; what holds one of them is indexed anew by the outbox."""

    list_display = ("__str__",)
    search_fields = ("spellings",)
    named_by = ("spellings",)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:  # noqa: FBT001 – Django's signature
        """Save, and have everything that holds the old or the new spellings made anew."""
        had = SpellingGroup.objects.get(pk=obj.pk).each() if change else []
        super().save_model(request, obj, form, change)
        reindexing.queue([*had, *obj.each()], timezone.now())

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Delete, and have everything that holds the spellings made anew."""
        had = obj.each()
        super().delete_model(request, obj)
        reindexing.queue(had, timezone.now())


@admin.register(Stopword)
class StopwordAdmin(SearchWordsAdmin):
    """Words that say nothing in a query; the index holds them all the same, so a changed list touches nothing."""

    list_display = ("word",)
    search_fields = ("word",)
    named_by = ("word",)


place(_("Spelling groups"), "articles_spellinggroup_changelist", duty=Duty.KEEP_TOPICS, position=84)
place(_("Stopwords"), "articles_stopword_changelist", duty=Duty.KEEP_TOPICS, position=85)
