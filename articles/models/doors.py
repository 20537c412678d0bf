"""The other ways in and out: previews, old addresses, and what must happen after a commit."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.people import Author, User
from articles.models.places import Section, Topic
from articles.models.publications import Publication
from articles.models.stories import Article, Revision


class PreviewLink(models.Model):
    """A way to show a frozen preview outside the house; only the token's hash is stored."""

    token_hash = models.CharField(max_length=64, unique=True)
    article = models.ForeignKey(Article, models.PROTECT, related_name="preview_links")
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="+")
    preview = models.JSONField()
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    ends_at = models.DateTimeField(_("ends"))
    revoked_at = models.DateTimeField(_("revoked"), null=True)
    times_opened = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.article_id} · {self.ends_at:%Y-%m-%d %H:%M}"


class LegacyAddress(models.Model):
    """An address the site once had; it answers one permanent redirect (invariant I8)."""

    path = models.CharField(_("old address"), max_length=500, unique=True)
    article = models.ForeignKey(Article, models.PROTECT, null=True, blank=True, related_name="+")
    section = models.ForeignKey(Section, models.PROTECT, null=True, blank=True, related_name="+")
    topic = models.ForeignKey(Topic, models.PROTECT, null=True, blank=True, related_name="+")
    author = models.ForeignKey(Author, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("old address")
        verbose_name_plural = _("old addresses")
        constraints = [
            models.CheckConstraint(
                condition=Q(article__isnull=False, section__isnull=True, topic__isnull=True, author__isnull=True)
                | Q(article__isnull=True, section__isnull=False, topic__isnull=True, author__isnull=True)
                | Q(article__isnull=True, section__isnull=True, topic__isnull=False, author__isnull=True)
                | Q(article__isnull=True, section__isnull=True, topic__isnull=True, author__isnull=False),
                name="legacyaddress_leads_to_exactly_one",
            )
        ]

    def __str__(self) -> str:
        return self.path


class Outbox(models.Model):
    """What must happen after a commit: tried until done, dropped when its publication was voided."""

    class Task(models.TextChoices):
        PURGE = "purge", _("Purge caches")
        RENDER = "render", _("Encode a picture")
        MAIL = "mail", _("Send mail")
        REINDEX = "reindex", _("Bring the search index up to date")

    task = models.CharField(max_length=7, choices=Task.choices)
    payload = models.JSONField(default=dict)
    due_at = models.DateTimeField()
    publication = models.ForeignKey(Publication, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField()
    attempts = models.PositiveIntegerField(default=0)
    last_error = models.TextField(blank=True)
    done_at = models.DateTimeField(null=True)
    dropped_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("outbox")
        verbose_name_plural = _("outbox")
        indexes = [
            models.Index(
                fields=["due_at", "id"],
                condition=Q(done_at__isnull=True, dropped_at__isnull=True),
                name="outbox_waiting",
            )
        ]

    def __str__(self) -> str:
        return f"{self.task} · {self.due_at:%Y-%m-%d %H:%M}"
