"""One table, with everything that costs to make already stored in it."""

from django.db import models


class Article(models.Model):
    """An article whose body, related list and card are HTML."""

    language = models.CharField(max_length=2)
    section = models.CharField(max_length=60)
    headline = models.CharField(max_length=300)
    deck = models.TextField()
    byline = models.CharField(max_length=120)
    body = models.TextField()
    related = models.TextField()
    card = models.TextField()
    published_at = models.DateTimeField()

    class Meta:
        app_label = "bare"
        indexes = [
            models.Index(fields=["language", "-published_at"], name="bare_latest"),
            models.Index(fields=["language", "section", "-published_at"], name="bare_section"),
        ]

    def __str__(self) -> str:
        return self.headline
