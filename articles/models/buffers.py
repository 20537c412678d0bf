"""What people have typed and not saved."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.choices import Language
from articles.models.people import User
from articles.models.stories import Article, Revision


class DraftBuffer(models.Model):
    """One person's unsaved text of one article, or of one that is not there yet; seen by nobody else."""

    user = models.ForeignKey(User, models.PROTECT, related_name="draft_buffers")
    article = models.ForeignKey(Article, models.CASCADE, null=True, related_name="draft_buffers")
    form_token = models.CharField(max_length=32, blank=True)
    language = models.CharField(max_length=2, choices=Language.choices)
    base = models.ForeignKey(Revision, models.PROTECT, null=True, related_name="+")
    fields = models.JSONField()
    copy = models.CharField(max_length=32)
    mode = models.CharField(max_length=6, blank=True)
    """The change of a live text it was typed into; nothing for the working copy."""
    kept_at = models.DateTimeField(_("kept"))

    class Meta:
        verbose_name = _("unsaved text")
        verbose_name_plural = _("unsaved texts")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "article", "mode"],
                condition=Q(article__isnull=False),
                name="draftbuffer_one_a_form_of_an_article",
            ),
            models.UniqueConstraint(
                fields=["user", "form_token"], condition=Q(article__isnull=True), name="draftbuffer_one_a_new_article"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article_id or self.form_token} · {self.user_id}"
