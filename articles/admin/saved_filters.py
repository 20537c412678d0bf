"""What a person asks of the list of articles again and again, kept under a name; seen by nobody else."""

from urllib.parse import parse_qsl, urlencode

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.admin.site import page
from articles.models import SavedFilter, User
from articles.publishing.sanitise import clean_line
from articles.workflow.table import Duty

MOST = 30
LONGEST_NAME, LONGEST_QUERY = 60, 500


@page("articles/article/filters/", name="saved_filters", asks=Duty.SEE_ARTICLE)
def saved(request: HttpRequest) -> HttpResponseBase:
    """Keep a filter under a name, or let one go."""
    user: User = request.user  # type: ignore[assignment]
    query = request.POST.get("query", "")[:LONGEST_QUERY]
    number = request.POST.get("drop", "")
    if request.method == "POST" and number:
        pk = int(number) if number.isascii() and number.isdigit() and len(number) < 18 else 0
        SavedFilter.objects.filter(user=user, pk=pk).delete()
    elif request.method == "POST":
        _keep(request, user, clean_line(request.POST.get("name", ""))[:LONGEST_NAME], query)
    return HttpResponseRedirect(f"{reverse('admin:articles_article_changelist')}?{_tidy(query)}")


def _keep(request: HttpRequest, user: User, name: str, query: str) -> None:
    if not name:
        messages.error(request, _("Give the filter a name."))
    elif len(filters_of(user)) >= MOST:
        messages.error(request, _("You have as many filters as the list can show; let one go first."))
    else:
        SavedFilter.objects.update_or_create(user=user, name=name, defaults={"query": _tidy(query)})
        messages.success(request, _("The filter is kept."))


def _tidy(query: str) -> str:
    """Return what is asked for, without the place in the list."""
    return urlencode([(name, value) for name, value in parse_qsl(query) if name != "before"])


def filters_of(user: User) -> "QuerySet[SavedFilter]":
    """Return a person's filters, oldest first. One query."""
    return SavedFilter.objects.filter(user=user)[:MOST]
