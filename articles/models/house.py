"""The house: one row that says what is the same on every page and every desk."""

from datetime import time

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.choices import Digits, Language, Months


class House(models.Model):
    """The newsroom itself, in one row."""

    name_ar = models.CharField(_("name in Arabic"), max_length=80, default="راصد")
    name_en = models.CharField(_("name in English"), max_length=80, default="Rased")
    motto_ar = models.CharField(_("motto in Arabic"), max_length=160, blank=True)
    motto_en = models.CharField(_("motto in English"), max_length=160, blank=True)
    first_language = models.CharField(_("first language"), max_length=2, choices=Language.choices, default=Language.AR)
    time_zone = models.CharField(_("time zone"), max_length=63, default="Asia/Beirut")
    zone_name_ar = models.CharField(_("zone's name in Arabic"), max_length=60, default="بتوقيت بيروت")
    zone_name_en = models.CharField(_("zone's name in English"), max_length=60, default="Beirut time")
    week_starts_on = models.PositiveSmallIntegerField(_("week starts on"), default=0)
    weekend = models.CharField(_("weekend"), max_length=20, default="5,6")
    opens_at = models.TimeField(_("opens at"), default=time(9))
    closes_at = models.TimeField(_("closes at"), default=time(21))
    digits = models.CharField(_("digits"), max_length=4, choices=Digits.choices, default=Digits.LATIN)
    months = models.CharField(_("month names"), max_length=10, choices=Months.choices, default=Months.DUAL)
    shows_hijri = models.BooleanField(_("shows the Hijri date"), default=False)
    hijri_offset = models.SmallIntegerField(_("Hijri offset in days"), default=0)
    gone_ar = models.TextField(_("wording for a removed article, Arabic"), default="أُزيلت هذه المادة من الموقع.")
    gone_en = models.TextField(
        _("wording for a removed article, English"), default="This article has been removed from the site."
    )
    off_air_ar = models.TextField(
        _("wording for an article off the air, Arabic"),
        default="هذه المادة غير متاحة مؤقتًا، وستعود هيئة التحرير إليها.",
    )
    off_air_en = models.TextField(
        _("wording for an article off the air, English"),
        default="This article is temporarily unavailable while our editors look at it.",
    )

    class Meta:
        verbose_name = _("house")
        verbose_name_plural = _("house")
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="house_is_one_row")]

    def __str__(self) -> str:
        return self.name_en

    def name(self, language: str) -> str:
        """Return the house's name in a language."""
        return self.name_ar if language == Language.AR else self.name_en

    def wording(self, which: str, language: str) -> str:
        """Return the default public wording, `gone` or `off_air`, in a language."""
        return getattr(self, f"{which}_{language}")
