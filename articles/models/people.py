"""Who works here, and whose names readers see."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Self

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator, URLValidator
from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.language.direction import refused_controls
from articles.language.folding import fold_name, sort_key
from articles.models.choices import Language, Role

ascii_slug = RegexValidator(
    r"^[a-z][a-z0-9-]{0,59}\Z", _("Use small Latin letters, digits and hyphens, beginning with a letter.")
)


_web_address = URLValidator(schemes=["https", "http"])


def web_addresses(text: str) -> None:
    """Refuse a line that is no address on the web."""
    for line in text.split():
        _web_address(line)


def refuse_turning(*names: str) -> None:
    """Refuse a name with a control in it that turns the direction of whatever stands round it."""
    if any(refused_controls(name) for name in names):
        raise ValidationError(_("Take out the invisible direction marks."))


class User(AbstractUser):
    """A member of staff; deactivated, never deleted."""

    class Mail(models.TextChoices):
        """What a person wants to be told by mail."""

        NOTHING = "nothing", _("Nothing")
        TO_ACT = "to_act", _("What I must act on")
        ALL = "all", _("All that concerns me")

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    display_name = models.CharField(_("display name"), max_length=120, blank=True)
    interface_language = models.CharField(
        _("interface language"), max_length=2, choices=Language.choices, default=Language.AR
    )
    reads_arabic = models.BooleanField(_("reads Arabic"), default=True)
    reads_english = models.BooleanField(_("reads English"), default=True)
    mail = models.CharField(_("told by mail"), max_length=7, choices=Mail.choices, default=Mail.TO_ACT)
    sections = models.ManyToManyField(
        "articles.Section", blank=True, related_name="+", verbose_name=_("sections to review")
    )
    away_until = models.DateTimeField(_("away until"), null=True, blank=True)
    on_duty_from = models.DateTimeField(_("on duty from"), null=True, blank=True)
    on_duty_until = models.DateTimeField(_("on duty until"), null=True, blank=True)

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self) -> str:
        return self.get_full_name()

    def get_full_name(self) -> str:
        """Return the name colleagues see."""
        return self.display_name or self.username

    def get_short_name(self) -> str:
        """Return the name colleagues see."""
        return self.get_full_name()

    @cached_property
    def roles(self) -> frozenset[Role]:
        """The roles of the groups this person is in; every role for a superuser."""
        if not self.is_active:
            return frozenset()
        if self.is_superuser:
            return frozenset(Role)
        names = self._group_names if self._group_names is not None else self.groups.values_list("name", flat=True)
        return frozenset(Role(name) for name in names if name in Role.values)

    _group_names: tuple[str, ...] | None = None

    def in_groups(self, names: Iterable[str]) -> Self:
        """Say which groups this person was found in, so that nobody asks again."""
        self._group_names = tuple(names)
        return self

    def reads(self, language: str) -> bool:
        """Say whether this person reads a language."""
        return self.reads_arabic if language == Language.AR else self.reads_english

    def is_away(self, at: datetime) -> bool:
        """Say whether this person is away, or gone."""
        return not self.is_active or (self.away_until is not None and at < self.away_until)

    def is_on_duty(self, at: datetime) -> bool:
        """Say whether the chief has named this person duty editor for the moment `at`."""
        return bool(self.on_duty_from and self.on_duty_until and self.on_duty_from <= at < self.on_duty_until)


def keep_known_slug(thing: models.Model, known_by: models.QuerySet[Any]) -> None:
    """Refuse a change of a slug that readers know: the thing has a publication by `known_by`."""
    slug = type(thing)._default_manager.filter(pk=thing.pk).values_list("slug", flat=True).first()
    if slug and slug != getattr(thing, "slug", slug) and known_by.exists():
        raise ValidationError({"slug": _("Readers know this address; it stays.")})


class Merging:
    """What can be there twice by mistake: one is merged into the other, always in one step."""

    pk: Any
    merged_into: Any
    merged: Any

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep every merger one step long."""
        self.merged_into = self.end_of_merging()
        super().save(*args, **kwargs)  # type: ignore[misc]
        if self.merged_into:
            self.merged.update(merged_into=self.merged_into)

    def end_of_merging(self) -> Self | None:
        """Return what holds the thing that this one is merged into; ValidationError when that leads back here."""
        passed = {self.pk}
        end: Self | None = self.merged_into
        while end:
            if end.pk in passed:
                raise ValidationError({"merged_into": _("Merged like this, the two would lead to each other.")})
            if end.merged_into is None:
                break
            passed.add(end.pk)
            end = end.merged_into
        return end


class PublicName(models.Model):
    """A name that readers see, in both languages, with one ASCII slug; each name once in whatever spelling."""

    name_ar = models.CharField(_("name in Arabic"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120)
    slug = models.CharField(pgettext_lazy("address", "slug"), max_length=60, unique=True, validators=[ascii_slug])
    key_ar = models.CharField(max_length=120, editable=False)
    key_en = models.CharField(max_length=120, editable=False)
    sort_key_ar = models.CharField(max_length=120, editable=False, db_index=True)

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["key_ar"], condition=~Q(key_ar=""), name="%(class)s_name_ar_once"),
            models.UniqueConstraint(fields=["key_en"], condition=~Q(key_en=""), name="%(class)s_name_en_once"),
        ]

    def __str__(self) -> str:
        return f"{self.name_ar} · {self.name_en}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the keys in step with the names."""
        self.key_ar, self.key_en = (fold_name(name)[:120] for name in (self.name_ar, self.name_en))
        self.sort_key_ar = sort_key(self.name_ar)[:120]
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Refuse a name without a letter or with a turning control, and one that is there under whatever spelling."""
        refuse_turning(self.name_ar, self.name_en)
        keys = [fold_name(name)[:120] for name in (self.name_ar, self.name_en) if name]
        if not all(keys):
            raise ValidationError(_("This has no letters."))
        others = type(self)._default_manager.exclude(pk=self.pk)
        twice = others.filter(Q(key_ar__in=keys) | Q(key_en__in=keys)).first()
        if twice:
            raise ValidationError(_("This name is already there: %(name)s."), params={"name": twice})

    def name(self, language: str) -> str:
        """Return the name in a language."""
        return self.name_ar if language == Language.AR else self.name_en


class Author(Merging, PublicName):
    """A person whose name stands over articles; not the same thing as a `User`."""

    bio_ar = models.TextField(_("bio in Arabic"), blank=True)
    bio_en = models.TextField(_("bio in English"), blank=True)
    links = models.TextField(_("links"), blank=True, validators=[web_addresses], help_text=_("On the web, one a line."))
    portrait = models.ForeignKey(
        "articles.Photo", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("portrait")
    )
    user = models.OneToOneField(
        User, models.PROTECT, null=True, blank=True, related_name="author", verbose_name=_("person")
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("merged into")
    )

    class Meta(PublicName.Meta):
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["sort_key_ar", "pk"]

    def clean(self) -> None:
        """Refuse a change of a slug readers know."""
        super().clean()
        if self.pk:
            keep_known_slug(self, self.publication_links.all())

    def bio(self, language: str) -> str:
        """Return the biography in a language."""
        return self.bio_ar if language == Language.AR else self.bio_en


class Desk(PublicName):
    """A team that signs as one."""

    class Meta(PublicName.Meta):
        verbose_name = pgettext_lazy("team", "desk")
        verbose_name_plural = pgettext_lazy("team", "desks")
        ordering = ["sort_key_ar", "pk"]


class Agency(Merging, PublicName):
    """A news agency: its credit line, and how long its copy may be shown."""

    credit_line_ar = models.CharField(_("credit line in Arabic"), max_length=160, blank=True)
    credit_line_en = models.CharField(_("credit line in English"), max_length=160, blank=True)
    source_lines = models.TextField(
        _("source lines"), blank=True, help_text=_("How its copy signs itself, one a line.")
    )
    rights_end_after_days = models.PositiveIntegerField(_("rights end after days"), null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("merged into")
    )

    class Meta(PublicName.Meta):
        verbose_name = pgettext_lazy("news", "agency")
        verbose_name_plural = pgettext_lazy("news", "agencies")
        ordering = ["sort_key_ar", "pk"]
