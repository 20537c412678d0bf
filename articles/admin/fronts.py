"""The breaking strip and the front's slots: what is shown ends or is followed, it is never rewritten."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.contrib import admin
from django.db import transaction
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.admin.site import DeskModelAdmin, place
from articles.language.direction import direction_of
from articles.models import Article, Bulletin, FrontSlot, Publication
from articles.workflow.table import Duty

NEWEST = 200
STRIP_STANDS = timedelta(hours=2)


class ArticleChoice(forms.ModelChoiceField):
    """The newest articles that readers have, by headline."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Article.objects.none(), **kwargs)

    def label_from_instance(self, obj: Any) -> str:
        """Return a headline with its language and number."""
        return f"{obj.live_headline} · {obj.language} {obj.pk}"


def numbered(pk: int, headline: str | None) -> str:
    """Return an article's number with the headline that readers have, if they have one."""
    return f"{pk} · {headline}" if headline else str(pk)


def live_headline(article: str, at: datetime) -> Subquery:
    """Return the headline that readers have of an article at a moment; `article` is the column that names it."""
    return Subquery(Publication.objects.listed(at).filter(article_id=OuterRef(article)).values("headline")[:1])


def newest_live() -> Any:
    """Return the newest articles that lists show now."""
    now = timezone.now()
    newest = Publication.objects.listed(now).newest_first().values("article_id")[:NEWEST]
    live = Article.objects.filter(pk__in=newest).order_by("-acted_at").only("language")
    return live.annotate(live_headline=live_headline("pk", now))


class WindowForm(forms.ModelForm):
    """A line or slot with its window, and an article in the same language."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["article"].queryset = newest_live()  # type: ignore[attr-defined]
        for name in ("text", "headline", "kicker"):
            if name in self.fields:
                self.fields[name].widget.attrs |= {"dir": "auto"}
        if self.instance.pk:
            for name in ("text", "headline", "kicker"):
                if name in self.fields:
                    language = self.instance.language
                    self.fields[name].widget.attrs |= {"lang": language, "dir": direction_of(language)}

    def clean(self) -> dict[str, Any]:
        """Refuse a window that ends before it begins, and an article of the other language."""
        values = super().clean() or {}
        begin, end = values.get("live_from"), values.get("live_until")
        # An edit of what is shown begins its follower now, whatever the form says.
        if begin and end and end <= max(begin, timezone.now()):
            self.add_error("live_until", _("It would end before it begins."))
        article = values.get("article")
        if article and article.language != values.get("language"):
            self.add_error("article", _("Choose an article in the same language."))
        return values

    def _get_validation_exclusions(self) -> set[str]:
        # The place's constraint is for the save, which first ends what stands there.
        return super()._get_validation_exclusions() | {"live_until"}  # type: ignore[misc]


class BulletinForm(WindowForm):
    """One breaking line, which always ends by itself."""

    article = ArticleChoice(required=False, label=_("article"))

    class Meta:
        model = Bulletin
        fields = ("language", "text", "article", "live_from", "live_until")


class SlotForm(WindowForm):
    """One place on a front."""

    article = ArticleChoice(label=_("article"))

    class Meta:
        model = FrontSlot
        fields = ("language", "position", "article", "kicker", "headline", "live_from", "live_until")


class WindowAdmin(DeskModelAdmin):
    """Rows readers see for a time: an edit of what is shown ends it and begins its follower at one instant."""

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Begin now."""
        return {"live_from": timezone.now()}

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:  # noqa: FBT001 – Django's signature
        """Save a window without rewriting what readers have already seen."""
        now = timezone.now()
        obj.created_by = request.user
        with transaction.atomic():
            if change:
                shown = type(obj).objects.select_for_update().get(pk=obj.pk)
                if shown.live_from <= now:
                    shown.live_until = min(now, shown.live_until or now)
                    shown.save(update_fields=["live_until"])
                    obj.pk, obj.live_from = None, max(now, obj.live_from)
                    obj._state.adding = True
            self.make_room(obj)
            obj.save()

    def make_room(self, obj: Any) -> None:
        """End whatever the row replaces."""


@admin.register(Bulletin)
class BulletinAdmin(WindowAdmin):
    """The breaking strip."""

    duty = Duty.KEEP_STRIP
    form = BulletinForm
    list_display = ("text", "language", "live_from", "live_until", "made_by")
    list_select_related = ("created_by",)
    list_filter = ("language",)

    @admin.display(description=_("made by"), ordering="created_by__display_name")
    def made_by(self, obj: Bulletin) -> str:
        """Return who wrote the line."""
        return str(obj.created_by)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Begin now, and end in two hours."""
        now = timezone.now()
        return {"live_from": now, "live_until": now + STRIP_STANDS}


@admin.register(FrontSlot)
class FrontSlotAdmin(WindowAdmin):
    """The slots of both fronts."""

    duty = Duty.KEEP_FRONT
    form = SlotForm
    list_display = ("position", "language", "shows", "headline", "live_from", "live_until")
    list_filter = ("language",)
    ordering = ("language", "position", "-live_from")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Know the headline that readers have of each slot's article."""
        return super().get_queryset(request).annotate(live_headline=live_headline("article_id", timezone.now()))

    @admin.display(description=_("article"), ordering="article_id")
    def shows(self, obj: Any) -> str:
        """Return the article's number and the headline that readers have, never the working one."""
        return numbered(obj.article_id, obj.live_headline)

    def make_room(self, obj: Any) -> None:
        """End what stands in the place at the instant its follower begins."""
        standing = FrontSlot.objects.filter(language=obj.language, position=obj.position, live_until__isnull=True)
        for slot in standing.exclude(pk=obj.pk):
            slot.live_until = max(slot.live_from, obj.live_from)
            slot.save(update_fields=["live_until"])


place(_("Front"), "articles_frontslot_changelist", duty=Duty.KEEP_FRONT, position=20)
place(_("Breaking strip"), "articles_bulletin_changelist", duty=Duty.KEEP_STRIP, position=25)
