"""What readers see: frozen copies with windows (DESIGN §1)."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.db.models.base import ModelState
from django.utils.translation import gettext_lazy as _

from articles.models.choices import LISTED, Basis, Change, Format, Kind, Language
from articles.models.hiding import hidden_authors
from articles.models.people import Author, User
from articles.models.photos import Photo
from articles.models.places import Section, Topic
from articles.models.stories import Article, Revision, Story, Words


class PublicationQuerySet(models.QuerySet["Publication"]):
    """Questions about what readers see, each as of a moment."""

    def live(self, at: datetime) -> Self:
        """Keep the rows live at a moment, at most one an article."""
        return self.filter(Q(live_until__isnull=True) | Q(live_until__gt=at), live_from__lte=at)

    def listed(self, at: datetime) -> Self:
        """Keep what lists, feeds and search may show at a moment."""
        return self.live(at).filter(kind__in=LISTED, first_published_at__lte=at)

    def news(self, at: datetime) -> Self:
        """Keep what lists of news may show at a moment: what somebody paid for is none."""
        return self.listed(at).exclude(format=Format.SPONSORED)

    def not_void(self) -> Self:
        """Leave out the rows that never were and never will be live."""
        return self.exclude(live_until=F("live_from"))

    def from_now_on(self, at: datetime) -> Self:
        """Keep the rows live at a moment or to be live after it."""
        return self.not_void().filter(Q(live_until__isnull=True) | Q(live_until__gt=at))

    def with_hidden(self) -> Self:
        """Say of each row whose names its readers are not shown; without it no row gives any name."""
        return self.annotate(hidden=hidden_authors())

    def newest_first(self) -> Self:
        """Order as every list of readers' does."""
        return self.order_by("-first_published_at", "-article_id")


class Publication(Words):
    """A frozen copy of everything a reader may see of one article from `live_from` until `live_until`."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="publications")
    story = models.ForeignKey(Story, models.PROTECT, related_name="publications")
    language = models.CharField(max_length=2, choices=Language.choices)
    kind = models.CharField(max_length=9, choices=Kind.choices, default=Kind.PAGE)
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="publications")
    live_from = models.DateTimeField()
    live_until = models.DateTimeField(null=True)
    first_published_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    section = models.ForeignKey(Section, models.PROTECT, related_name="publications")
    slug = models.CharField(max_length=60, blank=True)
    credits = models.JSONField(default=list)
    photos = models.JSONField(default=list)
    related_ids = models.JSONField(default=list)
    lead_photo = models.ForeignKey(Photo, models.PROTECT, null=True, related_name="+")
    reading_minutes = models.PositiveSmallIntegerField(default=1)
    word_count = models.PositiveIntegerField(default=0)
    change = models.CharField(max_length=13, choices=Change.choices, default=Change.NONE)
    public_note = models.TextField(blank=True)
    public_reason = models.TextField(blank=True)
    moved_to = models.ForeignKey(Article, models.PROTECT, null=True, related_name="+")
    is_by_law = models.BooleanField(default=False)
    basis = models.CharField(max_length=10, choices=Basis.choices)
    approved_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    published_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    hidden: str

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        constraints = [
            models.CheckConstraint(
                condition=Q(live_until__isnull=True) | Q(live_until__gte=F("live_from")),
                name="publication_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["article"], condition=Q(live_until__isnull=True), name="publication_one_open_an_article"
            ),
            models.UniqueConstraint(
                fields=["article", "live_from"],
                condition=Q(live_until__isnull=True) | Q(live_until__gt=F("live_from")),
                name="publication_one_beginning_an_instant",
            ),
            models.CheckConstraint(
                condition=~Q(kind=Kind.MOVED) | Q(moved_to__isnull=False), name="publication_moved_says_where"
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=[Kind.GONE, Kind.RETRACTED, Kind.OFF_AIR]) | ~Q(public_reason=""),
                name="publication_absent_says_why",
            ),
        ]
        indexes = [
            models.Index(fields=["language", "-first_published_at", "-article"], name="publication_latest"),
            models.Index(
                fields=["language", "section", "-first_published_at", "-article"], name="publication_of_section"
            ),
            models.Index(fields=["article", "-live_from"], name="publication_of_article"),
            models.Index(fields=["story", "language"], name="publication_of_story"),
            models.Index(fields=["lead_photo"], name="publication_of_lead_photo"),
            # What a chief has to read afterwards.
            models.Index(fields=["basis", "-live_from"], name="publication_by_basis"),
            # Every change before readers is some row's beginning: what changed last and what changes next, in one step.
            models.Index(fields=["language", "live_from"], name="publication_beginnings"),
        ]

    def __str__(self) -> str:
        return f"{self.headline} ({self.live_from:%Y-%m-%d %H:%M})"

    @classmethod
    def from_db(  # type: ignore[override] # the stubs know a later Django
        cls, db: str | None, field_names: Collection[str], values: Collection[Any]
    ) -> Self:
        """Return a row as an instance; Django's own looks at each of 40 columns in turn, and a front reads 100 rows."""
        row = cls.__new__(cls)
        row.__dict__.update(zip(field_names, values, strict=True), _state=ModelState())
        row._state.adding = False
        row._state.db = db
        return row

    @property
    def shown_credits(self) -> list[dict[str, Any]]:
        """The credits that readers are shown: without the names that are hidden now, whenever the row was live."""
        hidden = set(self.hidden.split(","))
        return [line for line in self.credits if line["kind"] != "author" or str(line["id"]) not in hidden]

    @property
    def is_void(self) -> bool:
        """Whether the row was taken back before it began."""
        return self.live_until == self.live_from


class PublicationLink(models.Model):
    """A way from a thing to its publications that a list can walk newest first."""

    language = models.CharField(max_length=2, choices=Language.choices)
    first_published_at = models.DateTimeField()

    class Meta:
        abstract = True


class PublicationTopic(PublicationLink):
    """A topic of a publication."""

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="topic_links")
    topic = models.ForeignKey(Topic, models.PROTECT, related_name="publication_links")

    class Meta:
        indexes = [
            models.Index(fields=["topic", "language", "-first_published_at", "-publication"], name="topic_publications")
        ]

    def __str__(self) -> str:
        return f"{self.topic_id} · {self.publication_id}"


class PublicationAuthor(PublicationLink):
    """An author of a publication."""

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="author_links")
    author = models.ForeignKey(Author, models.PROTECT, related_name="publication_links")

    class Meta:
        indexes = [
            models.Index(
                fields=["author", "language", "-first_published_at", "-publication"], name="author_publications"
            )
        ]

    def __str__(self) -> str:
        return f"{self.author_id} · {self.publication_id}"


class PublicationPhoto(models.Model):
    """A picture of a publication, so that a picture's address knows whether it may answer."""

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="photo_links")
    photo = models.ForeignKey(Photo, models.PROTECT, related_name="publication_links")

    class Meta:
        indexes = [models.Index(fields=["photo", "publication"], name="photo_publications")]

    def __str__(self) -> str:
        return f"{self.photo_id} · {self.publication_id}"


class Correction(models.Model):
    """What was wrong and what is right, said to readers, tied to the publication that first carries it."""

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="corrections")
    article = models.ForeignKey(Article, models.PROTECT, related_name="corrections")
    language = models.CharField(max_length=2, choices=Language.choices)
    change = models.CharField(max_length=13, choices=Change.choices)
    text = models.TextField(_("what was wrong and what is right"))
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        indexes = [
            models.Index(fields=["language", "-at", "-id"], name="correction_newest"),
            models.Index(fields=["article", "-at"], name="correction_of_article"),
        ]

    def __str__(self) -> str:
        return self.text[:60]
