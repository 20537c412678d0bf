"""The plan: what is meant for when, what is scheduled, what went out, and the days on which nothing is."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.act_forms import MomentField
from articles.admin.assignments import PersonField
from articles.admin.choices import SectionField
from articles.admin.language import house_of
from articles.admin.site import page, place
from articles.language.dates import format_date, weekday_name
from articles.models import LISTED, Article, Change, House, PlannedSlot, Publication, User
from articles.publishing import navigation
from articles.workflow import planning
from articles.workflow.rights import allowed
from articles.workflow.table import Duty

WEEKS = {"week": 1, "month": 5}
MOST = 400

place(gettext_lazy("Planning"), "planning", duty=Duty.SEE_ARTICLE, position=12)


class SlotForm(forms.ModelForm):
    """A planned slot."""

    planned_at = MomentField(label=gettext_lazy("planned for"))
    section = SectionField(label=gettext_lazy("section"))
    person = PersonField(label=gettext_lazy("person"))

    class Meta:
        model = PlannedSlot
        fields = ("title", "planned_at", "language", "section", "length", "person")
        widgets = {"title": forms.TextInput({"dir": "auto"})}

    def clean_planned_at(self) -> datetime:
        """Refuse an empty time."""
        if self.cleaned_data["planned_at"] is None:
            raise forms.ValidationError(_("Say when."))
        return self.cleaned_data["planned_at"]


@dataclass
class Day:
    """One day of the calendar."""

    date: date
    label: str
    weekday: str
    is_weekend: bool
    is_today: bool
    slots: list[PlannedSlot] = field(default_factory=list)
    rows: list[Publication] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    """The sections that have nothing on a day still to come."""


@page("planning/", name="planning", asks=Duty.SEE_ARTICLE)
def calendar(request: HttpRequest) -> HttpResponseBase:
    """Show a week or a month of the plan, and take in a new slot."""
    user: User = request.user  # type: ignore[assignment]
    may_plan = allowed(user, Duty.PLAN)
    form = SlotForm(request.POST if may_plan and request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        planning.plan(form.save(commit=False), by=user)
        messages.success(request, _("It stands in the plan."))
        return HttpResponseRedirect(request.get_full_path())
    span = request.GET.get("span", "week")
    span = span if span in WEEKS else "week"
    house = house_of(request)
    now = timezone.now()
    first = _first_day(request.GET.get("from", ""), house, now)
    days = _days(first, WEEKS[span] * 7, house, now, request.LANGUAGE_CODE)
    _fill(days, house, user)
    if span == "week":
        _find_gaps(days, now, request.LANGUAGE_CODE)
    context = {
        **admin.site.each_context(request),
        "title": _("Planning"),
        "days": days,
        "form": form if may_plan else None,
        "span": span,
        "other_span": "month" if span == "week" else "week",
        "from": first.isoformat(),
        "before": (first - timedelta(days=7 * WEEKS[span])).isoformat(),
        "after": (first + timedelta(days=7 * WEEKS[span])).isoformat(),
    }
    return render(request, "admin/planning.html", context, status=422 if form.is_bound else 200)


@page("planning/<int:pk>/drop/", name="drop_slot", asks=Duty.PLAN)
def drop(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Take a slot out of the plan."""
    if request.method == "POST":
        planning.drop(get_object_or_404(PlannedSlot, pk=pk), by=request.user, clock=timezone.now())  # type: ignore[arg-type]
        messages.success(request, _("It is out of the plan."))
    return HttpResponseRedirect(reverse("admin:planning"))


def _first_day(asked: str, house: House, now: datetime) -> date:
    """Return the first day of the house's week that was asked for, or of this one."""
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        day = now.astimezone(ZoneInfo(house.time_zone)).date()
    # 0 is Sunday in the house's settings, Monday in Python's weekdays.
    back = (day.weekday() + 1 - house.week_starts_on) % 7
    return max(date(1900, 1, 1), min(day, date(2900, 1, 1)) - timedelta(days=back))


def _days(first: date, number: int, house: House, now: datetime, language: str) -> list[Day]:
    today = now.astimezone(ZoneInfo(house.time_zone)).date()
    weekend = {int(each) for each in house.weekend.split(",") if each.strip().isdigit()}
    days = [first + timedelta(days=n) for n in range(number)]
    return [
        Day(
            date=day,
            label=_label(day, language, house, is_first=day in {first, day.replace(day=1)}),
            weekday=weekday_name(day, language),
            is_weekend=(day.weekday() + 1) % 7 in weekend,
            is_today=day == today,
        )
        for day in days
    ]


def _label(day: date, language: str, house: House, *, is_first: bool) -> str:
    """Return a day's number, with the month where one begins."""
    label = format_date(day, language, months=house.months, digits=house.digits).rpartition(" ")[0]
    return label if is_first else next(part for part in label.split() if part[0].isdigit())


def _fill(days: list[Day], house: House, user: User) -> None:
    zone = ZoneInfo(house.time_zone)
    begin, end = (datetime.combine(day, time.min, zone).astimezone(UTC) for day in _edges(days))
    by_date = {day.date: day for day in days}
    slots = PlannedSlot.objects.filter(dropped_at=None, planned_at__gte=begin, planned_at__lt=end)
    for slot in slots.select_related("section", "person", "article").order_by("planned_at")[:MOST]:
        by_date[slot.planned_at.astimezone(zone).date()].slots.append(slot)
    for row in _rows(begin, end, user):
        by_date[row.live_from.astimezone(zone).date()].rows.append(row)


def _find_gaps(days: list[Day], now: datetime, language: str) -> None:
    """Say of today and the days to come which sections have nothing, where others have something."""
    sections = navigation.current(now).sections
    today = next((day.date for day in days if day.is_today), days[0].date)
    for day in days:
        held = {slot.section_id for slot in day.slots} | {row.section_id for row in day.rows}
        if held and day.date >= today:
            day.gaps = [section.name(language) for pk, section in sections.items() if pk not in held]


def _edges(days: list[Day]) -> tuple[date, date]:
    return days[0].date, days[-1].date + timedelta(days=1)


def _rows(begin: datetime, end: datetime, user: User) -> Any:
    """Return the articles that went or will go out first within some days."""
    rows = Publication.objects.filter(language__in=("ar", "en"), live_from__gte=begin, live_from__lt=end)
    firsts = rows.not_void().filter(kind__in=LISTED, first_published_at__gte=begin, change=Change.NONE)
    seen = firsts.filter(Article.objects.seen_by(user).of_row())
    return seen.only("headline", "language", "live_from", "article_id", "kind", "section_id").order_by("live_from")[
        :MOST
    ]
