"""The desk page: what waits for this person, what is theirs, what is about to go out, what nobody else looks at."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.language import house_of
from articles.admin.site import page, place
from articles.admin.timeline import newest_everywhere
from articles.admin.trays import Trays
from articles.models import Article, Language, Publication, User
from articles.workflow import buffers, planning
from articles.workflow.rights import allowed
from articles.workflow.table import Duty

LOOKS = "looks"
SITTING = timedelta(minutes=10)

place(gettext_lazy("Desk page"), "index", duty=Duty.SEE_DESK, position=0)


@page("", name="index", asks=Duty.SEE_DESK)
def index(request: HttpRequest) -> HttpResponseBase:
    """Show what waits for this person."""
    user: User = request.user  # type: ignore[assignment]
    context = {
        **admin.site.each_context(request),
        "title": gettext_lazy("Desk page"),
        "trays": Trays(user, timezone.now(), house_of(request)).all(),
        "unsaved": buffers.of_new_articles(user),
        "newest": newest_everywhere(user, since=last_look(request, timezone.now())),
        "may_create": allowed(user, Duty.CREATE_ARTICLE),
        "article_languages": _languages(user),
    }
    return render(request, "admin/index.html", context)


@page("reviewed/", name="review_afterwards", asks=Duty.REVIEW_AFTERWARDS)
def reviewed(request: HttpRequest) -> HttpResponseBase:
    """Say that something has been read afterwards."""
    user: User = request.user  # type: ignore[assignment]
    number = request.POST.get("row", "")
    if request.method == "POST":
        if not (number.isascii() and number.isdigit() and len(number) < 18):
            raise Http404
        rows = Publication.objects.filter(article__in=Article.objects.seen_by(user)).select_related("story")
        planning.review_afterwards(get_object_or_404(rows, pk=int(number)), by=user, clock=timezone.now())
        messages.success(request, _("Reviewed afterwards, and on record."))
    return HttpResponseRedirect(reverse("admin:index"))


def last_look(request: HttpRequest, now: datetime) -> datetime | None:
    """Return when this person was last at their desk before the present sitting; None where nobody knows.

    The page brings itself up to date every minute: that is one sitting, and what was new in it stays new.
    """
    before, latest = request.session.get(LOOKS, (None, None))
    if latest is None or now - datetime.fromisoformat(latest) > SITTING:
        before = latest
    request.session[LOOKS] = (before, now.isoformat())
    return datetime.fromisoformat(before) if before else None


def _languages(user: User) -> list[dict[str, Any]]:
    """Return the languages an article can be begun in, the person's own first."""
    own = Language(user.interface_language)
    return [{"code": language.value, "label": language.label} for language in (own, own.other)]
