"""What search reads: one row for everything that can be found, and what editors teach it about words."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.language.words import words
from articles.models.choices import Language
from articles.models.photos import Photo
from articles.models.publications import Publication
from articles.models.stories import Article


class SearchEntry(models.Model):
    """The index's tokens of a publication (for readers), of a working copy (for the desk), or of a photo.

    SQLite's FTS5 indexes `head` and `words` as they stand; PostgreSQL makes a `tsvector` column of them, without a
    parser, when the row is written (migration `engines`). The big columns come last, so that the rest is read
    without them.
    """

    article = models.ForeignKey(Article, models.CASCADE, null=True, related_name="search_entries")
    publication = models.OneToOneField(Publication, models.CASCADE, null=True, related_name="search_entry")
    photo = models.OneToOneField(Photo, models.CASCADE, null=True, related_name="search_entry")
    language = models.CharField(max_length=2, choices=Language.choices, blank=True)
    published_at = models.DateTimeField(null=True)
    analyser = models.CharField(max_length=20)
    head = models.TextField()
    words = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["article"],
                condition=Q(publication__isnull=True, photo__isnull=True),
                name="searchentry_one_working_copy",
            ),
            models.CheckConstraint(
                condition=Q(article__isnull=False, photo__isnull=True)
                | Q(article__isnull=True, publication__isnull=True, photo__isnull=False),
                name="searchentry_is_of_one_thing",
            ),
        ]
        indexes = [models.Index(fields=["analyser", "id"], name="searchentry_analyser")]

    def __str__(self) -> str:
        return f"{self.article_id} · {self.publication_id} · {self.photo_id}"


class Stopword(models.Model):
    """A word that says nothing in a search: it is left out of texts and queries alike."""

    word = models.CharField(_("word"), max_length=40, unique=True)

    class Meta:
        verbose_name = _("stopword")
        verbose_name_plural = _("stopwords")
        ordering = ["word"]

    def __str__(self) -> str:
        return self.word

    def clean(self) -> None:
        """Refuse what is no single word."""
        if sum(1 for _word in words(self.word)) != 1:
            raise ValidationError({"word": _("Exactly one word.")})


class SpellingGroup(models.Model):
    """Spellings and names that search takes for one another; the first names the group."""

    spellings = models.TextField(
        _("spellings"), help_text=_("One on each line: ways to write one name, or names of one thing.")
    )

    class Meta:
        verbose_name = _("spelling group")
        verbose_name_plural = _("spelling groups")
        ordering = ["pk"]

    def __str__(self) -> str:
        return " · ".join(self.each())

    def each(self) -> list[str]:
        """Return the spellings."""
        return [spelling for line in self.spellings.splitlines() if (spelling := " ".join(line.split()))]

    def clean(self) -> None:
        """Refuse a group of one, and a spelling without a letter."""
        each = self.each()
        if len(each) < 2 or not all(any(words(spelling)) for spelling in each):
            raise ValidationError({"spellings": _("At least two spellings, each with letters, one on each line.")})
