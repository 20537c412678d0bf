"""The pages the house writes about itself: about us, the masthead, its policies."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models.choices import Language
from articles.models.people import ascii_slug


class StaticPage(models.Model):
    """One page in both languages; a language without a text has no such page."""

    slug = models.CharField(pgettext_lazy("address", "slug"), max_length=60, unique=True, validators=[ascii_slug])
    title_ar = models.CharField(_("title in Arabic"), max_length=120, blank=True)
    title_en = models.CharField(_("title in English"), max_length=120, blank=True)
    body_ar = models.TextField(_("text in Arabic"), blank=True)
    body_en = models.TextField(_("text in English"), blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    changed_at = models.DateTimeField(editable=False)

    class Meta:
        verbose_name = _("page about the house")
        verbose_name_plural = _("pages about the house")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(title_ar="") | models.Q(body_ar=""), name="staticpage_ar_has_a_title"
            ),
            models.CheckConstraint(
                condition=~models.Q(title_en="") | models.Q(body_en=""), name="staticpage_en_has_a_title"
            ),
        ]

    def __str__(self) -> str:
        return " · ".join(filter(None, (self.title_ar, self.title_en))) or self.slug

    def title(self, language: str) -> str:
        """Return the title in a language."""
        return self.title_ar if language == Language.AR else self.title_en

    def body(self, language: str) -> str:
        """Return the text in a language."""
        return self.body_ar if language == Language.AR else self.body_en
