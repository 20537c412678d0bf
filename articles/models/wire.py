"""What has come from outside: agencies' items as they were received, and copy that waits to be looked at."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models.choices import Language
from articles.models.people import Agency, User
from articles.models.stories import Article, new_token


class WireItemQuerySet(models.QuerySet["WireItem"]):
    """Questions about agencies' items."""

    def newest_of(self, article: object) -> Self:
        """Return an article's items, the newest take first."""
        return self.filter(article=article).order_by("-received_at", "-pk")


class WireItem(models.Model):
    """One item of an agency as it came, and the edition it went into: the base on which its next take is joined."""

    agency = models.ForeignKey(
        Agency, models.PROTECT, related_name="items", verbose_name=pgettext_lazy("news", "agency")
    )
    article = models.ForeignKey(Article, models.PROTECT, related_name="wire_items", verbose_name=_("article"))
    language = models.CharField(_("language"), max_length=2, choices=Language.choices)
    item_id = models.CharField(max_length=120, blank=True)
    words = models.TextField()
    headline = models.CharField(max_length=300, blank=True)
    dateline = models.CharField(max_length=80, blank=True)
    body = models.TextField(blank=True)
    rights_until = models.DateTimeField(null=True)
    form_token = models.CharField(max_length=32, unique=True, default=new_token)
    received_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    received_at = models.DateTimeField()

    objects = WireItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("agency item")
        verbose_name_plural = _("agency items")
        indexes = [
            models.Index(fields=["agency", "language", "item_id", "-received_at"], name="wireitem_by_id"),
            models.Index(fields=["agency", "language", "-received_at"], name="wireitem_newest"),
            # What readers may soon not be shown any more.
            models.Index(
                fields=["rights_until"], condition=models.Q(rights_until__isnull=False), name="wireitem_rights_end"
            ),
        ]

    def __str__(self) -> str:
        return self.headline


class WaitingCopy(models.Model):
    """A file between the page that shows what was understood of it and the click that saves it; kept for a day."""

    form_token = models.CharField(max_length=32, unique=True)
    sent_by = models.ForeignKey(User, models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    data = models.BinaryField()
    sent_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("waiting copy")
        verbose_name_plural = _("waiting copies")

    def __str__(self) -> str:
        return self.name
