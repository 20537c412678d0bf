"""The desk page: what waits for this person, what is theirs, what is about to go out, what nobody else looks at."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
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
from articles.publishing import newer
from articles.workflow import buffers, planning
from articles.workflow.refusals import NotAllowed, Refused
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
    if request.method == "POST":
        rows = Publication.objects.filter(Article.objects.seen_by(user).of_row()).select_related("story")
        row = get_object_or_404(rows, pk=_number(request, "row"))
        planning.review_afterwards(row, by=user, clock=timezone.now())
        messages.success(request, _("Reviewed afterwards, and on record."))
    return HttpResponseRedirect(reverse("admin:index"))


@page("going-out/", name="settle_newer", asks=Duty.SETTLE_NEWER)
def settle_newer(request: HttpRequest) -> HttpResponseBase:
    """Send a newer text along with what is scheduled, or leave it behind: at once, as the desk page showed both."""
    user: User = request.user  # type: ignore[assignment]
    if request.method == "POST":
        seen = Article.objects.seen_by(user)
        rows = Publication.objects.filter(seen.of_row()).select_related("article__story")
        row = get_object_or_404(rows, pk=_number(request, "row"))
        newest = get_object_or_404(row.article.revisions, pk=_number(request, "newest"))
        act, said = SETTLED.get(request.POST.get("do", ""), SETTLED["leave"])
        try:
            act(row, newest, by=user, clock=timezone.now())
        except NotAllowed as refused:
            raise PermissionDenied from refused
        except Refused as refused:
            messages.error(request, f"{row.article}: {refused.sentence}")
        else:
            messages.success(request, f"{row.article}: {said}")
    return HttpResponseRedirect(reverse("admin:index"))


SETTLED: dict[str, tuple[Callable[..., Any], Any]] = {
    "send": (newer.send_along, gettext_lazy("The newer text goes out, at the same time.")),
    "leave": (newer.leave, gettext_lazy("It goes out as it was scheduled; the newer text stays a draft.")),
}


def _number(request: HttpRequest, name: str) -> int:
    number = request.POST.get(name, "")
    if not (number.isascii() and number.isdigit() and len(number) < 18):
        raise Http404
    return int(number)


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
