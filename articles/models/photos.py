"""Pictures."""

import secrets
from typing import Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models.choices import Language
from articles.models.people import User, refuse_turning


def new_token() -> str:
    """Return 128 random bits as 32 hexadecimal digits, the stem of a picture's file names (invariant I1)."""
    return secrets.token_hex(16)


class PhotoQuerySet(models.QuerySet["Photo"]):
    """Questions a desk asks about its pictures."""

    def seen_by(self, user: User) -> Self:
        """Leave out the pictures used in nothing but restricted stories that this person was not let into."""
        if user.is_superuser:
            return self
        story = "revision__article__story__"
        is_theirs = Q(**{f"{story}created_by": user}) | Q(**{f"{story}readers": user})
        # From the restricted stories, which are few, and never from the pictures, which are many.
        shut = PhotoUse.objects.filter(**{f"{story}is_restricted": True}).exclude(is_theirs)
        others = PhotoUse.objects.filter(photo=OuterRef("photo"))
        seen = others.filter(Q(**{f"{story}is_restricted": False}) | is_theirs)
        return self.exclude(pk__in=shut.filter(~Exists(seen)).values("photo"))


class Photo(models.Model):
    """One picture: re-encoded without metadata, with its credit, its rights and its renditions."""

    token = models.CharField(max_length=32, unique=True, default=new_token, editable=False)
    title = models.CharField(_("what it shows"), max_length=200, help_text=_("For the desk's search only."))
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    focal_x = models.FloatField(
        _("focal point, across"), default=0.5, validators=[MinValueValidator(0), MaxValueValidator(1)]
    )
    focal_y = models.FloatField(
        _("focal point, down"), default=0.5, validators=[MinValueValidator(0), MaxValueValidator(1)]
    )
    credit_ar = models.CharField(_("credit in Arabic"), max_length=160)
    credit_en = models.CharField(_("credit in English"), max_length=160)
    licence = models.CharField(
        _("licence"), max_length=200, blank=True, help_text=_("Readers see it beside the credit; a link or words.")
    )
    rights_until = models.DateTimeField(_("rights until"), null=True, blank=True)
    pulled_at = models.DateTimeField(_("pulled at"), null=True, editable=False)
    renditions = models.JSONField(default=dict, editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("uploaded by"), editable=False
    )
    uploaded_at = models.DateTimeField(_("uploaded at"), editable=False)

    objects = PhotoQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("one of many", "photo")
        verbose_name_plural = _("photos")
        ordering = ["-uploaded_at", "-pk"]
        indexes = [models.Index(fields=["-uploaded_at", "-id"], name="photo_newest")]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Refuse a credit with a control in it that turns what stands round it."""
        refuse_turning(self.credit_ar, self.credit_en)

    def credit(self, language: str) -> str:
        """Return the credit in a language."""
        return self.credit_ar if language == Language.AR else self.credit_en


class PhotoUse(models.Model):
    """A picture's use in one revision: this use's caption, alternative text and crop."""

    revision = models.ForeignKey("articles.Revision", models.CASCADE, related_name="photo_uses")
    photo = models.ForeignKey(Photo, models.PROTECT, related_name="uses")
    position = models.PositiveSmallIntegerField(default=0)
    alt = models.CharField(pgettext_lazy("photo", "alt"), max_length=300, blank=True)
    caption = models.CharField(pgettext_lazy("photo", "caption"), max_length=400, blank=True)
    is_decorative = models.BooleanField(_("is decorative"), default=False)
    crop = models.JSONField(null=True, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["revision", "photo"], name="photouse_once_a_revision"),
            models.CheckConstraint(
                condition=models.Q(is_decorative=False) | models.Q(alt=""), name="photouse_decorative_has_no_alt"
            ),
        ]

    def __str__(self) -> str:
        return self.alt or str(self.photo_id)
