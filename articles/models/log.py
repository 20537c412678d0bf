"""Who did what, and who said what."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.people import User
from articles.models.stories import Article, Revision, Story


class WorkflowEvent(models.Model):
    """One act: who, what, when, on which revision, from what to what, and why; only ever added (invariant I5)."""

    at = models.DateTimeField(_("when"))
    verb = models.CharField(_("act"), max_length=24)
    actor = models.ForeignKey(User, models.PROTECT, related_name="acts", verbose_name=_("who"))
    story = models.ForeignKey(Story, models.PROTECT, null=True, related_name="events")
    article = models.ForeignKey(Article, models.PROTECT, null=True, related_name="events")
    revision = models.ForeignKey(Revision, models.PROTECT, null=True, related_name="+")
    from_stage = models.CharField(max_length=9, blank=True)
    to_stage = models.CharField(max_length=9, blank=True)
    readers_had = models.CharField(max_length=20, blank=True)
    why = models.TextField(_("why"), blank=True)
    details = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        indexes = [
            models.Index(fields=["article", "-at", "-id"], name="event_of_article"),
            models.Index(fields=["-at", "-id"], name="event_newest"),
            models.Index(fields=["verb", "-at", "-id"], name="event_of_verb"),
            # What the desk page tells: not that somebody saved, and no archive that was brought in.
            models.Index(fields=["-at", "-id"], condition=~Q(verb__in=["save", "import"]), name="event_told"),
        ]

    def __str__(self) -> str:
        return f"{self.verb} · {self.actor_id}"


class Note(models.Model):
    """A comment on an article or on a passage of it; a blocking one stops approval until resolved.

    `place` is the number of its paragraph in the newest text and `paragraph` what that said when it was last found;
    with a paragraph and no place it is an orphan.
    """

    article = models.ForeignKey(Article, models.PROTECT, related_name="notes")
    revision = models.ForeignKey(Revision, models.PROTECT, null=True, related_name="+")
    author = models.ForeignKey(User, models.PROTECT, related_name="+")
    text = models.TextField(_("note"))
    passage = models.TextField(_("passage"), blank=True)
    place = models.PositiveIntegerField(null=True)
    paragraph = models.TextField(blank=True)
    answers_to = models.ForeignKey("self", models.PROTECT, null=True, related_name="answers")
    is_blocking = models.BooleanField(_("stops approval"), default=False)
    created_at = models.DateTimeField()
    resolved_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    resolved_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        ordering = ["created_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(resolved_by__isnull=True, resolved_at__isnull=True)
                | models.Q(resolved_by__isnull=False, resolved_at__isnull=False),
                name="note_resolved_by_someone",
            )
        ]

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def is_orphaned(self) -> bool:
        """Whether the paragraph it was about is no longer in the text."""
        return bool(self.paragraph) and self.place is None
