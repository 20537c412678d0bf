"""What is taken from everybody's eyes without rewriting the past: names, applied at reading."""

from typing import Any

from django.db import models
from django.db.models import OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import gettext_lazy as _

from articles.models.people import Author, User
from articles.models.stories import Story


class HiddenByline(models.Model):
    """That an author's name is off every page of a story, in both languages, until it is put back."""

    story = models.ForeignKey(Story, models.PROTECT, related_name="hidden_bylines")
    author = models.ForeignKey(Author, models.PROTECT, related_name="+", verbose_name=_("author"))
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    why = models.TextField(_("why"))
    lifted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("hidden byline")
        verbose_name_plural = _("hidden bylines")
        constraints = [
            models.UniqueConstraint(
                fields=["story", "author"], condition=Q(lifted_at__isnull=True), name="hiddenbyline_once_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"{self.story_id} · {self.author_id}"


def hidden_now(**of: Any) -> QuerySet[HiddenByline]:
    """Return the bylines that are hidden at present."""
    return HiddenByline.objects.filter(lifted_at__isnull=True, **of)


class _InOneText(models.Aggregate):
    """Numbers with a comma between them, by the name that either engine has for it."""

    output_field = TextField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, template="GROUP_CONCAT(%(expressions)s)", **context)

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, template="STRING_AGG(%(expressions)s, ',')", **context)


def hidden_authors(story: str = "story_id") -> Coalesce:
    """Return, for a row's story, the numbers of the authors whose names are hidden, in one text."""
    own = hidden_now(story=OuterRef(story)).order_by().values("story")
    numbers = own.annotate(numbers=_InOneText(Cast("author_id", TextField()))).values("numbers")
    return Coalesce(Subquery(numbers), Value(""), output_field=TextField())
