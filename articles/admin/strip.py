"""The breaking strip on the desk: what stands, what stood, a new line, and taking one down."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.act_forms import MomentField
from articles.admin.checked_lines import check_line
from articles.admin.front_board import TYPED, number_of
from articles.admin.headlines import Named
from articles.admin.site import page, place, with_nonce
from articles.language.direction import refused_controls
from articles.models import Article, Bulletin, Language, Publication, User
from articles.publishing import search, shelf, strip
from articles.publishing.sanitise import clean_line
from articles.workflow.refusals import Refused
from articles.workflow.table import Duty

STANDS = timedelta(hours=2)
STOOD = 30
OFFERED = 6
LONGEST = 140

place(gettext_lazy("Breaking strip"), "strip", duty=Duty.KEEP_STRIP, position=25)


class LineForm(forms.Form):
    """One line in one language or in both, and when it comes down."""

    use_required_attribute = False

    text_ar = forms.CharField(label=gettext_lazy("line in Arabic"), max_length=LONGEST, required=False)
    text_en = forms.CharField(label=gettext_lazy("line in English"), max_length=LONGEST, required=False)
    begins = MomentField(label=gettext_lazy("begins at"))
    until = MomentField(label=gettext_lazy("comes down at"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for language in Language:
            field = self.fields[f"text_{language}"]
            check_line(field, checked_as="strip", language=language.value)
            field.widget.attrs["data-counts"] = LONGEST

    def clean(self) -> dict[str, Any]:
        """Clean the lines, and ask for an end."""
        said = super().clean() or {}
        for language in Language:
            name = f"text_{language}"
            said[name] = clean_line(said.get(name, ""))
            if refused_controls(said[name]) and name not in self.errors:
                self.add_error(name, _("Take out the invisible direction marks."))
        if not said.get("until") and "until" not in self.errors:
            self.add_error("until", _("Say when."))
        return said


@page("strip/", name="strip", asks=Duty.KEEP_STRIP)
def lines(request: HttpRequest) -> HttpResponseBase:
    """Show the strip's lines and the form of a new one, and put one up."""
    at = timezone.now()
    does = request.POST.get("do", "")
    verb, _colon, rest = does.partition(":")
    if request.method != "POST":
        return _show(request, LineForm(_initial(at)), at)
    if verb == "down":
        return _take_down(request, number_of(rest), at)
    if verb == "up":
        return _put_up(request, LineForm(request.POST), at)
    changed = get_object_or_404(Bulletin, pk=number_of(rest)) if verb == "change" else None
    return _show(request, LineForm(_typed(changed) if changed else request.POST), at, changed=changed)


def _initial(at: datetime) -> dict[str, str]:
    return {"until": f"{timezone.localtime(at + STANDS):{TYPED}}"}


def _typed(line: Bulletin) -> dict[str, str]:
    until = line.live_until or timezone.now()
    return {f"text_{line.language}": line.text, "until": f"{timezone.localtime(until):{TYPED}}"}


def _take_down(request: HttpRequest, pk: int, at: datetime) -> HttpResponseBase:
    strip.take_down(get_object_or_404(Bulletin, pk=pk), by=request.user, clock=at)  # type: ignore[arg-type]
    messages.success(request, _("The line is down."))
    return HttpResponseRedirect(reverse("admin:strip"))


def _put_up(request: HttpRequest, form: LineForm, at: datetime) -> HttpResponseBase:
    if not form.is_valid():
        return _show(request, form, at, status=422)
    said, old = form.cleaned_data, number_of(request.POST.get("instead_of", ""))
    line = strip.Line(
        texts={language.value: said[f"text_{language}"] for language in Language},
        article=_chosen(request, at),
        begins=said["begins"],
        until=said["until"],
    )
    try:
        strip.put_up(
            line,
            by=request.user,  # type: ignore[arg-type]
            clock=at,
            instead_of=get_object_or_404(Bulletin, pk=old) if old else None,
        )
    except Refused as refused:
        form.add_error(None, refused.sentence)
        return _show(request, form, at, status=422)
    messages.success(request, _("The line is up."))
    return HttpResponseRedirect(reverse("admin:strip"))


def _chosen(request: HttpRequest, at: datetime) -> Article | None:
    """Return the article that the line leads to: one that readers have."""
    pk = number_of(request.POST.get("article", ""))
    if not pk:
        return None
    if not Publication.objects.listed(at).filter(article=pk).exists():
        raise Http404
    return Article.objects.get(pk=pk)


def _show(
    request: HttpRequest, form: LineForm, at: datetime, *, changed: Bulletin | None = None, status: int = 200
) -> HttpResponseBase:
    by: User = request.user  # type: ignore[assignment]
    known = Bulletin.objects.select_related("created_by").order_by("-live_from", "-pk")
    standing, stood = list(known.from_now_on(at)), list(known.filter(live_until__lte=at)[:STOOD])
    chosen = (changed.article_id if changed else number_of(request.POST.get("article", ""))) or 0
    named = Named([line.article_id for line in (*standing, *stood) if line.article_id] + [chosen], by=by, at=at)
    for line in (*standing, *stood):
        line.leads_to = named.headline(line.article_id) if line.article_id else ""  # type: ignore[attr-defined]
    query = clean_line(request.POST.get("q", ""))[: search.LONGEST_QUERY]
    is_bound_by_person = request.method == "POST" and changed is None and request.POST.get("do") == "up"
    context = {
        **admin.site.each_context(request),
        "title": _("Breaking strip"),
        "form": form,
        "media": with_nonce(form.media, request),
        "is_told": is_bound_by_person,
        "standing": standing,
        "stood": stood,
        "at": at,
        "q": query,
        "found": _found(query, request.LANGUAGE_CODE, at),
        "chosen": chosen,
        "chosen_headline": named.headline(chosen) if chosen else "",
        "instead_of": changed.pk if changed else request.POST.get("instead_of", ""),
    }
    return render(request, "admin/strip.html", context, status=status)


def _found(query: str, first: str, at: datetime) -> list[Publication]:
    """Return what readers have of a query in both languages; without one, the newest."""
    languages = (first, Language(first).other.value)
    if not query:
        return [row for language in languages for row in shelf.page(language, at, None, size=OFFERED - 1)][
            : 2 * OFFERED
        ]
    found = [search.find(query, language=language, at=at, size=OFFERED).rows for language in languages]
    return [row for hits in found for row in hits]
