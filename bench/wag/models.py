"""A newsroom's pages in Wagtail, its lists written with care: one query for their rows, no body in them."""

from typing import Any

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

CARDS = 30
RELATED = 5


class HomePage(Page):
    """The front of one language."""

    class Meta:
        app_label = "wag"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The newest articles."""
        newest = ArticlePage.objects.live().filter(locale=self.locale).order_by("-date").defer_streamfields()
        return super().get_context(request, *args, **kwargs) | {"articles": newest[:CARDS]}


class SectionPage(Page):
    """A section, the parent of its articles."""

    class Meta:
        app_label = "wag"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """One page of its articles."""
        rows = ArticlePage.objects.live().child_of(self).order_by("-date").defer_streamfields()
        page = Paginator(rows, CARDS).get_page(request.GET.get("page"))
        return super().get_context(request, *args, **kwargs) | {"articles": page}


class ArticleTag(TaggedItemBase):
    """A topic of an article."""

    content_object = ParentalKey("ArticlePage", related_name="tagged_items", on_delete=models.CASCADE)

    class Meta:
        app_label = "wag"


class ArticlePage(Page):
    """An article."""

    date = models.DateTimeField(db_index=True)
    deck = models.TextField(blank=True)
    byline = models.CharField(max_length=200, blank=True)
    body = StreamField([("heading", blocks.CharBlock()), ("paragraph", blocks.RichTextBlock())])
    tags = ClusterTaggableManager(through=ArticleTag, blank=True)

    search_fields = [
        *Page.search_fields,
        index.SearchField("deck"),
        index.SearchField("body"),
        index.FilterField("date"),
    ]
    content_panels = [*Page.content_panels, *map(FieldPanel, ("date", "deck", "byline", "body", "tags"))]

    class Meta:
        app_label = "wag"

    def related(self) -> Any:
        """The newest others of its section."""
        others = ArticlePage.objects.live().sibling_of(self, inclusive=False).order_by("-date")
        return others.defer_streamfields()[:RELATED]
