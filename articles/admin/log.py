"""The log of the whole house: who did what to which article, and why; for editors and administrators, and as CSV."""

import csv
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

from django import forms
from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy

from articles.admin.act_forms import MomentField
from articles.admin.site import page, place
from articles.admin.timeline import SAID, said
from articles.models import Article, User, WorkflowEvent
from articles.workflow.table import Duty

ROWS = 50
MOST_IN_CSV = 20_000
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What makes a spreadsheet take a cell for a formula."""

place(gettext_lazy("Log"), "log", duty=Duty.SEE_LOG, position=60)


class LogForm(forms.Form):
    """What of the log is asked for."""

    person = forms.ModelChoiceField(
        User.objects.order_by("display_name", "username"),
        label=gettext_lazy("person"),
        required=False,
        empty_label=gettext_lazy("All"),
    )
    verb = forms.ChoiceField(
        label=gettext_lazy("act"),
        required=False,
        choices=lambda: [("", gettext_lazy("All")), *((v, s) for v, s in SAID.items())],
    )
    article = forms.IntegerField(label=gettext_lazy("article's number"), required=False, min_value=1)
    since = MomentField(label=gettext_lazy("since"))
    until = MomentField(label=gettext_lazy("until"))


@page("log/", name="log", asks=Duty.SEE_LOG)
def log(request: HttpRequest) -> HttpResponseBase:
    """Show one page of the log, newest first, or what was asked for of it as CSV."""
    form = LogForm(request.GET)
    found = _asked(form, request.user)  # type: ignore[arg-type]
    if "csv" in request.GET:
        return _as_csv(found)
    events = said(_before(found, request.GET.get("before", ""))[: ROWS + 1])
    kept = {name: value for name, value in request.GET.items() if value and name != "before"}
    older = _key(events[ROWS - 1]) if len(events) > ROWS else ""
    context = {
        **admin.site.each_context(request),
        "title": gettext_lazy("Log"),
        "form": form,
        "events": events[:ROWS],
        "older": urlencode(kept | {"before": older}) if older else "",
        "heads": [*(_label(name) for name in ("at", "actor", "verb")), Article._meta.verbose_name, _label("why")],
        "csv": urlencode(kept | {"csv": "1"}),
    }
    return render(request, "admin/log.html", context)


def _asked(form: LogForm, user: User) -> QuerySet[WorkflowEvent]:
    """Return the events asked for, but for those of stories that do not exist for this person."""
    form.is_valid()
    asked = form.cleaned_data
    unseen = Q(story__is_restricted=True) & ~Q(story__readers=user) & ~Q(story__created_by=user)
    found = WorkflowEvent.objects.all() if user.is_superuser else WorkflowEvent.objects.exclude(unseen)
    if asked.get("person"):
        found = found.filter(actor=asked["person"])
    if asked.get("verb"):
        found = found.filter(verb=asked["verb"])
    if asked.get("article"):
        found = found.filter(article=asked["article"])
    if asked.get("since"):
        found = found.filter(at__gte=asked["since"])
    if asked.get("until"):
        found = found.filter(at__lt=asked["until"])
    named = found.select_related("actor", "article", "article__story", "revision")
    return named.defer("revision__body", "revision__extras").order_by("-at", "-pk")


def _label(name: str) -> object:
    return WorkflowEvent._meta.get_field(name).verbose_name  # type: ignore[union-attr]


def _key(event: WorkflowEvent) -> str:
    return f"{(event.at - EPOCH) // timedelta(microseconds=1)}-{event.pk}"


def _before(found: QuerySet[WorkflowEvent], key: str) -> QuerySet[WorkflowEvent]:
    micros, _dash, pk = key.partition("-")
    if not (micros.isascii() and micros.isdigit() and pk.isascii() and pk.isdigit() and len(micros) < 17 > len(pk)):
        return found
    at = EPOCH + timedelta(microseconds=int(micros))
    return found.filter(Q(at__lt=at) | Q(at=at, pk__lt=int(pk)))


def _as_csv(found: QuerySet[WorkflowEvent]) -> HttpResponseBase:
    """Stream the events as CSV in UTF-8 with a mark, which spreadsheets need for Arabic."""
    writer = csv.writer(_Echo())
    head = ("at", "person", "act", "article", "headline", "revision", "from", "to", "why")
    lines = (writer.writerow([harmless(cell) for cell in row]) for row in (head, *_rows(found)))
    response = StreamingHttpResponse(_marked(lines), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="log.csv"'
    return response


def _marked(lines: Iterator[str]) -> Iterator[str]:
    yield "\ufeff"
    yield from lines


def _rows(found: QuerySet[WorkflowEvent]) -> Iterator[tuple[object, ...]]:
    for event in found[:MOST_IN_CSV].iterator(chunk_size=1000):
        number = event.revision.number if event.revision else ""
        headline = str(event.article) if event.article else ""
        yield (
            *(event.at.isoformat(), event.actor.username, event.verb, event.article_id or "", headline),
            *(number, event.from_stage, event.to_stage, event.why),
        )


def harmless(cell: object) -> str:
    """Return a cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    text = str(cell)
    return f"'{text}" if text.startswith(DANGEROUS) else text


class _Echo:
    def write(self, line: str) -> str:
        return line
