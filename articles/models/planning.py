"""Whose turn it is, what is planned, and what has been looked at afterwards."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.choices import Language
from articles.models.people import User
from articles.models.places import Section
from articles.models.publications import Publication
from articles.models.stories import Article


class Assignment(models.Model):
    """That an article is one person's to bring on; one at a time, until it is handed over or let go."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="assignments")
    person = models.ForeignKey(User, models.PROTECT, related_name="assignments", verbose_name=_("person"))
    given_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        constraints = [
            models.UniqueConstraint(
                fields=["article"], condition=Q(ended_at__isnull=True), name="assignment_one_open_an_article"
            )
        ]
        indexes = [
            models.Index(fields=["person"], condition=Q(ended_at__isnull=True), name="assignment_open"),
        ]

    def __str__(self) -> str:
        return f"{self.article_id} · {self.person_id}"


class PlannedSlot(models.Model):
    """What a house means to have at a time: not a publication, and nothing goes out by it."""

    planned_at = models.DateTimeField(_("planned for"))
    title = models.CharField(_("slugline"), max_length=120)
    language = models.CharField(_("language"), max_length=2, choices=Language.choices)
    section = models.ForeignKey(Section, models.PROTECT, related_name="+", verbose_name=_("section"))
    length = models.PositiveIntegerField(_("length in words"), null=True, blank=True)
    person = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="planned_slots", verbose_name=_("person")
    )
    article = models.ForeignKey(
        Article, models.PROTECT, null=True, blank=True, related_name="planned_slots", verbose_name=_("article")
    )
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    dropped_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("planned slot")
        verbose_name_plural = _("planned slots")
        indexes = [
            models.Index(fields=["planned_at"], condition=Q(dropped_at__isnull=True), name="plannedslot_by_time"),
        ]

    def __str__(self) -> str:
        return self.title


class SavedFilter(models.Model):
    """What one person asks of the list of articles again and again, under a name of their own."""

    user = models.ForeignKey(User, models.CASCADE, related_name="saved_filters")
    name = models.CharField(_("name"), max_length=60)
    query = models.CharField(max_length=500)

    class Meta:
        verbose_name = _("saved filter")
        verbose_name_plural = _("saved filters")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["user", "name"], name="savedfilter_name_once_a_person")]

    def __str__(self) -> str:
        return self.name


class AfterReview(models.Model):
    """That a chief has read what went out unreviewed, or was changed by one person alone."""

    publication = models.OneToOneField(Publication, models.PROTECT, related_name="after_review")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("review afterwards")
        verbose_name_plural = _("reviews afterwards")

    def __str__(self) -> str:
        return f"{self.publication_id} · {self.by_id}"
