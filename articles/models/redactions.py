"""The one exception to *the past never changes*: a passage blacked out, asked by one of two offices, confirmed by the
other.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.people import User
from articles.models.stories import Story


class RedactionRequest(models.Model):
    """A passage that somebody asks to have blacked out; it says the passage until it is decided, and then no more."""

    story = models.ForeignKey(Story, models.PROTECT, related_name="redaction_requests")
    passage = models.TextField(_("passage"), blank=True)
    why = models.TextField(_("why"))
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("request for a redaction")
        verbose_name_plural = _("requests for redactions")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended_at__isnull=True) | models.Q(passage=""), name="redactionrequest_forgets"
            )
        ]

    def __str__(self) -> str:
        return f"{self.story_id} · {self.asked_at:%Y-%m-%d %H:%M}"


NOTHING = -1
"""The number of no row."""


class Redaction(models.Model):
    """An act of blacking out. While it is under way the triggers let the past be changed, in its own transaction only.

    Under way it points to a row that is not there: nobody else sees it before the commit, and with such a foreign key
    neither database commits. So the exception ends with the transaction, whatever the code forgets.
    """

    story = models.ForeignKey(Story, models.PROTECT, related_name="redactions")
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    confirmed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    why = models.TextField(_("why"))
    under_way = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("redaction")
        verbose_name_plural = _("redactions")

    def __str__(self) -> str:
        return f"{self.story_id} · {self.at:%Y-%m-%d %H:%M}"
