"""What a person is told of: on the bell, and by mail where they asked for it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.log import Note, WorkflowEvent
from articles.models.people import User
from articles.models.stories import Article


class Notification(models.Model):
    """That one act or note concerns one person, and whether they have seen it."""

    user = models.ForeignKey(User, models.CASCADE, related_name="notifications")
    article = models.ForeignKey(Article, models.CASCADE, related_name="+")
    event = models.ForeignKey(WorkflowEvent, models.CASCADE, null=True, related_name="+")
    note = models.ForeignKey(Note, models.CASCADE, null=True, related_name="+")
    reason = models.CharField(max_length=12)
    asks_to_act = models.BooleanField(default=False)
    at = models.DateTimeField(_("when"))
    seen_at = models.DateTimeField(null=True)
    mailed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        constraints = [
            models.CheckConstraint(
                condition=Q(event__isnull=False, note__isnull=True) | Q(event__isnull=True, note__isnull=False),
                name="notification_tells_of_one_thing",
            )
        ]
        indexes = [
            models.Index(fields=["user", "-at", "-id"], name="notification_newest"),
            models.Index(fields=["user"], condition=Q(seen_at__isnull=True), name="notification_unseen"),
        ]

    def __str__(self) -> str:
        return f"{self.reason} · {self.user_id}"
