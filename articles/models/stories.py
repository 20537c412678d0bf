"""The event, its two editions, and every text they ever had."""

import secrets
from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from taggit.managers import TaggableManager

from articles.models.choices import BylineRole, Format, Language, RevisionKind, Stage, Urgency
from articles.models.content import BylineLine, Content, PhotoLine
from articles.models.people import Agency, Author, Desk, User
from articles.models.photos import Photo
from articles.models.places import Section, Series, StoryTopic


def new_token() -> str:
    """Return a random token, 32 hexadecimal digits."""
    return secrets.token_hex(16)


class Story(models.Model):  # type: ignore[django-manager-missing]
    """An event, without a language."""

    slugline = models.CharField(_("slugline"), max_length=120, help_text=_("The desk's own name for it."))
    section = models.ForeignKey(
        Section, models.PROTECT, null=True, blank=True, related_name="stories", verbose_name=_("section")
    )
    topics = TaggableManager(through=StoryTopic, blank=True, verbose_name=_("topics"))
    lead_photo = models.ForeignKey(
        Photo, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("lead photo")
    )
    series = models.ForeignKey(
        Series,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="stories",
        verbose_name=pgettext_lazy("articles", "series"),
    )
    urgency = models.CharField(_("urgency"), max_length=8, choices=Urgency.choices, default=Urgency.ROUTINE)
    embargo_until = models.DateTimeField(_("embargo until"), null=True, blank=True)
    is_held = models.BooleanField(_("is held"), default=False)
    is_restricted = models.BooleanField(_("is restricted"), default=False)
    readers = models.ManyToManyField(
        User, blank=True, related_name="restricted_stories", verbose_name=_("people let in")
    )
    developing_until = models.DateTimeField(_("developing until"), null=True, blank=True)
    sign_offs = models.JSONField(_("sign-offs"), default=list, blank=True)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+", editable=False)
    created_at = models.DateTimeField(editable=False)

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        indexes = [
            # What is prepared, and what is shut: few of many.
            models.Index(fields=["is_restricted"], condition=Q(is_restricted=True), name="story_restricted"),
            models.Index(fields=["is_held"], condition=Q(is_held=True), name="story_held"),
            models.Index(
                fields=["embargo_until"], condition=Q(embargo_until__isnull=False), name="story_under_embargo"
            ),
        ]

    def __str__(self) -> str:
        return self.slugline

    def is_developing(self, at: datetime) -> bool:
        """Say whether an editor has marked the story as developing for the moment `at`."""
        return self.developing_until is not None and at < self.developing_until


class ArticleQuerySet(models.QuerySet["Article"]):
    """Questions a desk asks about its articles."""

    def seen_by(self, user: User) -> Self:
        """Leave out the restricted stories this person was not let into; they exist for nobody else."""
        if user.is_superuser:
            return self
        return self.exclude(Q(story__is_restricted=True) & ~Q(story__readers=user) & ~Q(story__created_by=user))

    def of_row(self) -> Exists:
        """Return the condition that the `article` of another table's row is one of these.

        Asked of each row that is there. As a list (`article__in`) SQLite, once it has statistics, begins with it: with
        every article of the house, to find a dozen rows.
        """
        return Exists(self.filter(pk=OuterRef("article")))

    def awaiting_review(self) -> Self:
        """Keep what editors have to read."""
        return self.filter(stage=Stage.IN_REVIEW)

    def for_desk(self) -> Self:
        """Load what a list of articles shows, and no text."""
        return self.select_related("story", "story__section", "head").defer("head__body", "head__extras")


class Article(models.Model):
    """One language's edition of a story: its working copy's stage, version and newest accepted revision."""

    story = models.ForeignKey(Story, models.PROTECT, related_name="articles")
    language = models.CharField(_("language"), max_length=2, choices=Language.choices)
    stage = models.CharField(_("stage"), max_length=9, choices=Stage.choices, default=Stage.DRAFT)
    version = models.PositiveIntegerField(default=0)
    head = models.ForeignKey("articles.Revision", models.PROTECT, null=True, related_name="+")
    approved = models.ForeignKey("articles.Revision", models.PROTECT, null=True, related_name="+")
    format = models.CharField(_("format"), max_length=9, choices=Format.choices, default=Format.NEWS)
    headline = models.CharField(pgettext_lazy("article", "headline"), max_length=300, blank=True)
    acted_at = models.DateTimeField(_("last act"))
    submitted_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(_("made"))
    form_token = models.CharField(max_length=32, unique=True, default=new_token)

    objects = ArticleQuerySet.as_manager()

    other_edition: "Article | None"
    """The same story's other edition, where a service has locked both."""

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        constraints = [
            models.UniqueConstraint(fields=["story", "language"], name="article_once_a_language"),
            models.CheckConstraint(condition=Q(language__in=Language.values), name="article_language_is_known"),
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="article_stage_is_known"),
            models.CheckConstraint(
                condition=~Q(stage=Stage.APPROVED) | Q(approved__isnull=False), name="article_approved_names_revision"
            ),
        ]
        indexes = [
            models.Index(fields=["-acted_at", "-id"], name="article_newest"),
            models.Index(fields=["stage", "-acted_at", "-id"], name="article_stage_newest"),
            models.Index(fields=["language", "-acted_at", "-id"], name="article_language_newest"),
            models.Index(fields=["format", "-acted_at", "-id"], name="article_format_newest"),
            models.Index(fields=["created_by", "-acted_at", "-id"], name="article_made_newest"),
            models.Index(fields=["submitted_by", "-acted_at", "-id"], name="article_submitted_newest"),
        ]

    def __str__(self) -> str:
        return self.headline or self.story.slugline


class Words(models.Model):
    """The words of an edition, as a revision and as a publication carry them."""

    kicker = models.CharField(pgettext_lazy("article", "kicker"), max_length=80, blank=True)
    headline = models.CharField(pgettext_lazy("article", "headline"), max_length=300, blank=True)
    front_headline = models.CharField(_("front headline"), max_length=300, blank=True)
    social_headline = models.CharField(_("social headline"), max_length=300, blank=True)
    search_headline = models.CharField(_("search headline"), max_length=300, blank=True)
    deck = models.CharField(pgettext_lazy("article", "deck"), max_length=600, blank=True)
    dateline = models.CharField(pgettext_lazy("article", "dateline"), max_length=80, blank=True)
    body = models.TextField(pgettext_lazy("article", "body"), blank=True)
    format = models.CharField(_("format"), max_length=9, choices=Format.choices, default=Format.NEWS)
    extras = models.JSONField(default=dict, blank=True)

    class Meta:
        abstract = True


class Revision(Words):
    """One text of an edition, whole; rows are only ever added (invariant I5)."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    base = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=9, choices=RevisionKind.choices, default=RevisionKind.SAVED)
    section = models.ForeignKey(Section, models.PROTECT, null=True, related_name="+")
    topic_ids = models.JSONField(default=list)
    related_ids = models.JSONField(default=list)
    writers = models.JSONField(default=list)
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="+")
    imported = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    summary = models.CharField(max_length=200, blank=True)
    digest = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="revision_number_once")]

    def __str__(self) -> str:
        return str(self.number)

    def content(self) -> Content:
        """Return the revision as a value. What it cites is read once: a revision never changes."""
        models.prefetch_related_objects([self], "bylines", "photo_uses")
        return Content(
            **{name: getattr(self, name) for name in WORD_FIELDS},
            section_id=self.section_id,
            topic_ids=tuple(self.topic_ids),
            related_ids=tuple(self.related_ids),
            bylines=tuple(
                BylineLine(role=b.role, author_id=b.author_id, desk_id=b.desk_id, agency_id=b.agency_id)
                for b in self.bylines.all()
            ),
            photos=tuple(
                PhotoLine(photo_id=u.photo_id, alt=u.alt, caption=u.caption, is_decorative=u.is_decorative, crop=u.crop)
                for u in self.photo_uses.all()
            ),
        )


WORD_FIELDS = tuple(field.name for field in Words._meta.local_fields)


class BylineManager(models.Manager["Byline"]):
    """Bylines with the names they stand for: nobody asks for one without the other."""

    def get_queryset(self) -> models.QuerySet["Byline"]:
        """Load the names along."""
        return super().get_queryset().select_related("author", "desk", "agency")


class Byline(models.Model):
    """One credit of a revision, in order."""

    revision = models.ForeignKey(Revision, models.CASCADE, related_name="bylines")
    position = models.PositiveSmallIntegerField(default=0)
    role = models.CharField(max_length=11, choices=BylineRole.choices, default=BylineRole.WRITING)
    author = models.ForeignKey(Author, models.PROTECT, null=True, blank=True, related_name="bylines")
    desk = models.ForeignKey(Desk, models.PROTECT, null=True, blank=True, related_name="bylines")
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, blank=True, related_name="bylines")

    objects = BylineManager()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(author__isnull=False, desk__isnull=True, agency__isnull=True)
                | Q(author__isnull=True, desk__isnull=False, agency__isnull=True)
                | Q(author__isnull=True, desk__isnull=True, agency__isnull=False),
                name="byline_names_exactly_one",
            )
        ]

    def __str__(self) -> str:
        return str(self.author or self.desk or self.agency)
