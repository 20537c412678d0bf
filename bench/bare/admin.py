"""The stock admin, with as many rows to a page as our desk has."""

from django.contrib import admin

from bench.bare.models import Article


@admin.register(Article)
class ArticleAdmin(admin.ModelAdmin):
    """The stock list of articles."""

    list_display = ["headline", "language", "section", "byline", "published_at"]
    list_filter = ["language", "section"]
    search_fields = ["headline"]
    list_per_page = 50
