"""What an editor puts on a front, with windows as publications have."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models.choices import Language
from articles.models.log import WorkflowEvent
from articles.models.people import User
from articles.models.photos import Photo
from articles.models.places import Section
from articles.models.stories import Article


class WindowQuerySet(models.QuerySet["Window"]):
    """Questions about rows that are shown for a time."""

    def shown(self, at: datetime) -> Self:
        """Keep the rows shown at a moment."""
        return self.filter(Q(live_until__isnull=True) | Q(live_until__gt=at), live_from__lte=at)

    def from_now_on(self, at: datetime) -> Self:
        """Keep the rows shown at a moment or to be shown after it, and none that was voided."""
        return self.exclude(live_until=F("live_from")).filter(Q(live_until__isnull=True) | Q(live_until__gt=at))


class Window(models.Model):
    """A time during which readers see something."""

    live_from = models.DateTimeField(_("from"))
    live_until = models.DateTimeField(_("until"), null=True, blank=True)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+", editable=False)

    objects = WindowQuerySet.as_manager()

    class Meta:
        abstract = True


class FrontSlot(Window):
    """A place on a front, the main one or a section's, with its own headline, kicker and picture.

    Places are counted along the whole arrangement, what begins later among it: so the order is settled at any moment.
    """

    language = models.CharField(_("language"), max_length=2, choices=Language.choices)
    section = models.ForeignKey(
        Section, models.PROTECT, null=True, blank=True, related_name="slots", verbose_name=_("section")
    )
    position = models.PositiveSmallIntegerField(_("position"))
    article = models.ForeignKey(Article, models.PROTECT, related_name="slots", verbose_name=_("article"))
    kicker = models.CharField(pgettext_lazy("article", "kicker"), max_length=80, blank=True)
    headline = models.CharField(pgettext_lazy("article", "headline"), max_length=300, blank=True)
    photo = models.ForeignKey(Photo, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("photo"))
    alt = models.CharField(pgettext_lazy("photo", "alt"), max_length=300, blank=True)

    class Meta:
        verbose_name = pgettext_lazy("front", "slot")
        verbose_name_plural = pgettext_lazy("front", "slots")
        ordering = ["language", "position"]
        indexes = [models.Index(fields=["language", "section", "live_until"], name="frontslot_of_front")]
        constraints = [
            models.CheckConstraint(
                condition=Q(live_until__isnull=True) | Q(live_until__gte=F("live_from")),
                name="frontslot_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["language", "position", "live_from"],
                condition=Q(section__isnull=True) & (Q(live_until__isnull=True) | Q(live_until__gt=F("live_from"))),
                name="frontslot_one_a_place",
            ),
            models.UniqueConstraint(
                fields=["language", "section", "position", "live_from"],
                condition=Q(section__isnull=False) & (Q(live_until__isnull=True) | Q(live_until__gt=F("live_from"))),
                name="frontslot_one_a_place_of_section",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.language} {self.position}"


class FrontChange(models.Model):
    """One change of a front's arrangement: its newest is what a form began from; its event tells before and after."""

    language = models.CharField(max_length=2, choices=Language.choices)
    section = models.ForeignKey(Section, models.PROTECT, null=True, related_name="+")
    event = models.OneToOneField(WorkflowEvent, models.PROTECT, related_name="front_change")

    class Meta:
        verbose_name = pgettext_lazy("front", "change")
        verbose_name_plural = pgettext_lazy("front", "changes")
        indexes = [models.Index(fields=["language", "section", "-id"], name="frontchange_newest")]

    def __str__(self) -> str:
        return f"{self.language} {self.pk}"


class Bulletin(Window):
    """The breaking strip: one line, which always ends by itself."""

    language = models.CharField(_("language"), max_length=2, choices=Language.choices)
    text = models.CharField(_("line"), max_length=140)
    article = models.ForeignKey(
        Article, models.PROTECT, null=True, blank=True, related_name="bulletins", verbose_name=_("article")
    )

    class Meta:
        verbose_name = _("breaking strip")
        verbose_name_plural = _("breaking strip")
        ordering = ["-live_from", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(live_until__isnull=False) & Q(live_until__gte=F("live_from")),
                name="bulletin_ends_by_itself",
            )
        ]

    def __str__(self) -> str:
        return self.text
