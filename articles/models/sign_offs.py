"""Somebody's word that a text may stand: the lawyer's, the fact checker's, the chief's."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models.people import User
from articles.models.stories import Revision, Story


class SignOffKind(models.TextChoices):
    """Whose word it is."""

    LEGAL = "legal", pgettext_lazy("sign-off", "Legal")
    FACTS = "facts", pgettext_lazy("sign-off", "Facts")
    CHIEF = "chief", pgettext_lazy("sign-off", "Chief editor")


class SignOff(models.Model):
    """One word given on one text of a story, and on what its other edition said then; any later change voids it.

    `covers` holds the digest of each edition's words by its number, so that a text is known again when it is the same.
    """

    story = models.ForeignKey(Story, models.PROTECT, related_name="given_sign_offs")
    kind = models.CharField(_("sign-off"), max_length=5, choices=SignOffKind.choices)
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="+")
    other = models.ForeignKey(Revision, models.PROTECT, null=True, related_name="+")
    covers = models.JSONField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    note = models.TextField(_("note"), blank=True)
    voided_by = models.ForeignKey(Revision, models.PROTECT, null=True, related_name="+")
    voided_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("sign-off")
        verbose_name_plural = _("sign-offs")

    def __str__(self) -> str:
        return f"{self.kind} · {self.by_id}"
