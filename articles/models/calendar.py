"""The beginnings of Hijri months as the house's country announces them: the day is seen, not computed."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.language.hijri import MOST_DAYS_APART
from articles.models.choices import Language

HIJRI_YEARS = (1343, 1500)


class HijriMonth(models.Model):
    """By how many days one month begins later, for one language's edition, than it was computed."""

    language = models.CharField(_("language"), max_length=2, choices=Language.choices, default=Language.AR)
    year = models.PositiveSmallIntegerField(
        _("Hijri year"), validators=[MinValueValidator(HIJRI_YEARS[0]), MaxValueValidator(HIJRI_YEARS[1])]
    )
    month = models.PositiveSmallIntegerField(_("Hijri month"), validators=[MinValueValidator(1), MaxValueValidator(12)])
    offset = models.SmallIntegerField(
        _("begins later by days"),
        help_text=_("1: a day later than computed; -1: a day earlier."),
        validators=[MinValueValidator(-MOST_DAYS_APART), MaxValueValidator(MOST_DAYS_APART)],
    )

    class Meta:
        verbose_name = _("announced Hijri month")
        verbose_name_plural = _("announced Hijri months")
        ordering = ["-year", "-month", "language"]
        constraints = [models.UniqueConstraint(fields=["language", "year", "month"], name="hijrimonth_said_once")]

    def __str__(self) -> str:
        return f"{self.year}/{self.month:02} {self.offset:+}"
