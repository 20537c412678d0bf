"""Where an article stands on the site: sections, series and topics."""

from datetime import datetime
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from taggit.models import ItemBase, TagBase

from articles.language.folding import fold_name, sort_key
from articles.models.choices import Language
from articles.models.people import Merging, PublicName, User, ascii_slug, keep_known_slug, refuse_turning

RESERVED_SLUGS = frozenset(
    {
        *("admin", "archive", "authors", "corrections", "feed", "healthz", "latest", "media", "pages", "preview"),
        *("readyz", "robots", "search", "series", "sitemap", "static", "topics"),
    }
)


def not_reserved(slug: str) -> None:
    """Refuse a section's slug that an address of the site needs."""
    if slug in RESERVED_SLUGS:
        raise ValidationError(_("“%(slug)s” is an address of the site itself."), params={"slug": slug})


class Section(PublicName):
    """A place on the site."""

    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["position", "pk"]
        constraints = [
            *PublicName.Meta.constraints,
            models.CheckConstraint(
                condition=~models.Q(slug__in=sorted(RESERVED_SLUGS)), name="section_slug_is_not_reserved"
            ),
        ]

    def clean(self) -> None:
        """Refuse a reserved slug and a change of a slug readers know."""
        super().clean()
        not_reserved(self.slug)
        if self.pk:
            keep_known_slug(self, self.publications.all())


class Series(PublicName):
    """A running series, or a column."""

    is_column = models.BooleanField(
        _("is a column"),
        default=False,
        help_text=_("A column is read from its newest piece, a series from its first."),
    )
    about_ar = models.TextField(_("what it is, in Arabic"), blank=True)
    about_en = models.TextField(_("what it is, in English"), blank=True)
    photo = models.ForeignKey(
        "articles.Photo", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("fixed picture")
    )

    class Meta(PublicName.Meta):
        verbose_name = pgettext_lazy("articles", "series")
        verbose_name_plural = pgettext_lazy("articles", "series")
        ordering = ["sort_key_ar", "pk"]

    def clean(self) -> None:
        """Refuse a change of a slug readers know."""
        super().clean()
        if self.pk:
            keep_known_slug(self, self.stories.filter(publications__isnull=False))

    def about(self, language: str) -> str:
        """Return what it is, in a language."""
        return self.about_ar if language == Language.AR else self.about_en


class TopicQuerySet(models.QuerySet["Topic"]):
    """Questions about topics."""

    def known_to(self, user: User, at: datetime) -> Self:
        """Leave out the topics that only restricted stories have which this person was not let into."""
        if user.is_superuser:
            return self
        let_in = Q(content_object__readers=user) | Q(content_object__created_by=user)
        # From the restricted stories, which are few, and never from all that a topic has.
        shut = StoryTopic.objects.filter(content_object__is_restricted=True).exclude(let_in)
        others = StoryTopic.objects.filter(tag=OuterRef("tag"))
        seen = others.filter(Q(content_object__is_restricted=False) | let_in)
        links = self.model.publication_links.rel.related_model.objects.filter(topic=OuterRef("pk"))
        was_live = Q(publication__live_until__isnull=True) | Q(publication__live_until__gt=F("publication__live_from"))
        is_public = Exists(links.filter(was_live, publication__live_from__lte=at))
        return self.exclude(Q(pk__in=shut.filter(~Exists(seen)).values("tag")) & ~is_public)


class Topic(Merging, TagBase):
    """One subject, whatever it is called: two names, one slug, one folded key."""

    name: str

    name_ar = models.CharField(_("name in Arabic"), max_length=100, blank=True)
    name_en = models.CharField(_("name in English"), max_length=100, blank=True)
    key = models.CharField(max_length=100, unique=True, editable=False)
    sort_key_ar = models.CharField(max_length=100, editable=False, db_index=True)
    variants = models.TextField(_("other spellings"), blank=True, help_text=_("One a line."))
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("merged into")
    )

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["sort_key_ar", "pk"]

    def __str__(self) -> str:
        return self.name_ar or self.name_en or self.name

    def clean(self) -> None:
        """Refuse a bad slug or a change of a known one, a topic already there, and a merger that leads back."""
        refuse_turning(self.name_ar, self.name_en, *self.variants.splitlines())
        if self.slug:
            ascii_slug(self.slug)
        if self.pk:
            keep_known_slug(self, self.publication_links.all())
            self.end_of_merging()
        self.name = self.name_ar or self.name_en or self.name
        twin = next((other for other in Topic.objects.exclude(pk=self.pk) if other.keys() & self.keys()), None)
        if twin:
            raise ValidationError(_("This topic is already there: %(topic)s."), params={"topic": twin})

    def keys(self) -> set[str]:
        """Return every folded spelling that this topic answers to, in both languages."""
        return set(map(fold_name, (self.name_ar, self.name_en, self.name, *self.variants.splitlines()))) - {""}

    def take_keys(self) -> None:
        """Put the name, its folded key and its place in the Arabic order in step with the bilingual pair."""
        self.name = self.name_ar or self.name_en or self.name
        self.key = fold_name(self.name)[:100]
        self.sort_key_ar = sort_key(self.name)[:100]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the keys in step with the names."""
        self.take_keys()
        super().save(*args, **kwargs)

    def label(self, language: str) -> str:
        """Return the topic's name in a language, or in the other when it has none."""
        first, second = (self.name_ar, self.name_en) if language == Language.AR else (self.name_en, self.name_ar)
        return first or second or self.name


class StoryTopic(ItemBase):
    """A topic of a story's working copy."""

    tag = models.ForeignKey(Topic, models.PROTECT, related_name="story_topics")
    content_object = models.ForeignKey("articles.Story", models.CASCADE, related_name="story_topics")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tag", "content_object"], name="storytopic_once_a_story")]
