"""What is being typed into a search for articles, answered with headlines; without its script the form searches."""

from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.urls import reverse
from django.utils import timezone

from articles.admin.site import page
from articles.publishing.search import desk_begun
from articles.workflow.table import Duty


@page("suggest/", name="suggest", asks=Duty.SEE_ARTICLE)
def suggest(request: HttpRequest) -> HttpResponseBase:
    """Answer with the articles this person may see that have the word begun in a headline."""
    found = desk_begun(request.GET.get("q", ""), user=request.user, at=timezone.now())  # type: ignore[arg-type]
    suggestions = [
        {
            "headline": str(article),
            "url": reverse("admin:articles_article_change", args=[article.pk]),
            "lang": article.language,
        }
        for article in found
    ]
    return JsonResponse({"suggestions": suggestions})
