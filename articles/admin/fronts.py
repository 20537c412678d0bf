"""The fronts on the desk: arranged, shown as readers will have them before it goes out, at any minute, and undone."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.act_forms import MomentField
from articles.admin.front_board import TYPED, Board, SlotForm, number_of
from articles.admin.headlines import Named
from articles.admin.language import house_of
from articles.admin.previews import in_schemes, photo_file
from articles.admin.site import page, place, with_nonce
from articles.models import FrontChange, FrontSlot, Language, User
from articles.publishing import arranging, fronts, lists, navigation, pages, slots
from articles.publishing.arranging import Front
from articles.publishing.pages import Answer, Card
from articles.workflow.refusals import Refused
from articles.workflow.table import Duty

CHANGES = 8
DID = {
    "in": gettext_lazy("put in"),
    "out": gettext_lazy("taken out"),
    "changed": gettext_lazy("changed"),
    "moved": gettext_lazy("moved"),
}

place(gettext_lazy("Front"), "fronts", duty=Duty.KEEP_FRONT, position=20)


class MomentForm(forms.Form):
    """At which minute a front is to be shown."""

    use_required_attribute = False

    at = MomentField(label=gettext_lazy("The front at"))


@dataclass
class _Told:
    """What a person is told of what they sent."""

    error: str = ""
    since: list[FrontChange] = field(default_factory=list)
    status: int = 200


@page("front/", name="fronts", asks=Duty.KEEP_FRONT)
def first(request: HttpRequest) -> HttpResponseBase:
    """Go to the front of the house's first language."""
    return HttpResponseRedirect(reverse("admin:front", args=[house_of(request).first_language]))


@page("front/<slug:language>/", name="front", asks=Duty.KEEP_FRONT)
def arrange(request: HttpRequest, language: str, section: str = "") -> HttpResponseBase:
    """Show a front to be arranged; take in a move, show what it would come to, and send it out."""
    front, where = _front(language, section)
    now = timezone.now()
    by: User = request.user  # type: ignore[assignment]
    if request.method != "POST":
        asked = MomentForm(request.GET)
        at = asked.cleaned_data["at"] if asked.is_valid() else None
        return _show_moment(request, front, where, at) if at else _show(request, where, Board(front, by=by, at=now))
    board = Board(front, by=by, at=now, sent=request.POST)
    asked_for = request.POST.get("do", "")
    if asked_for in {"save", "undo"}:
        return _send(request, board, where, is_undo=asked_for == "undo")
    board.act(asked_for)
    return _show(request, where, board)


@page("front/<slug:language>/<slug:section>/", name="front_section", asks=Duty.KEEP_FRONT)
def arrange_section(request: HttpRequest, language: str, section: str) -> HttpResponseBase:
    """The same of a section's front."""
    return arrange(request, language, section)


def _front(language: str, section: str) -> tuple[Front, navigation.Place | None]:
    if language not in Language.values:
        raise Http404
    if not section:
        return Front(language), None
    where = navigation.current(timezone.now()).section_of_slug(section)
    if where is None:
        raise Http404
    return Front(language, where.pk), where


def _send(request: HttpRequest, board: Board, where: navigation.Place | None, *, is_undo: bool) -> HttpResponseBase:
    said: dict[str, Any] = {"seen": _seen(request), "by": board.by, "clock": board.at}
    if not (is_undo or board.is_valid):
        return _show(request, where, board, _Told(_("Correct what is marked."), status=422))
    try:
        change = (
            arranging.undo(board.front, **said) if is_undo else arranging.arrange(board.front, board.slots(), **said)
        )
    except arranging.Stale as stale:
        return _show(request, where, board, _Told(stale.sentence, list(stale.changes), status=409))
    except Refused as refused:
        return _show(request, where, board, _Told(refused.sentence, status=422))
    if change is None:
        messages.info(request, _("It stood like that already."))
    else:
        messages.success(
            request, _("Undone: the front is as it was.") if is_undo else _("It is out: readers have it so.")
        )
    return HttpResponseRedirect(request.path)


def _seen(request: HttpRequest) -> int:
    """Return the number of the change that the sent form began from."""
    return number_of(request.POST.get("version", ""))


def _show(
    request: HttpRequest, where: navigation.Place | None, board: Board, told: _Told | None = None
) -> HttpResponseBase:
    told = told or _Told()
    front = board.front
    rows = list(board.rows())
    answer = _page(front, where, board.at, board.as_rows() if request.method == "POST" else None)
    changes = list(front.changes()[:CHANGES])
    newest = changes[0].pk if changes else 0
    context = _context(request, front, where) | {
        "board": board,
        "media": with_nonce(SlotForm(language=front.language).media, request),
        "rows": rows,
        # A form keeps the arrangement it began from through every move, until its person is told of a newer one.
        "version": _seen(request) if request.method == "POST" and not told.since else newest,
        "found": board.found(),
        "photos": board.photos(),
        "told": told,
        "since": _said(told.since, board.by, board.at),
        "changes": _said(changes, board.by, board.at),
        "places": range(1, len(rows) + 2),
        "fill": [card for card in _top(answer) if card.article_id not in board.pks],
        "shown": _rendered(front, answer),
        "moment": MomentForm(),
    }
    return render(request, "admin/front.html", context, status=told.status)


def _show_moment(request: HttpRequest, front: Front, where: navigation.Place | None, at: datetime) -> HttpResponseBase:
    """Show a front as it was, or as it will be with what is arranged now."""
    by: User = request.user  # type: ignore[assignment]
    stood = list(slots.placed(front.language, front.section_id, at=at).by_article.values())
    is_past = at <= timezone.now()
    named = Named((slot.article_id for slot in stood), by=by, at=min(at, timezone.now()))
    for slot in stood:
        slot.told = slot.headline or named.headline(slot.article_id)  # type: ignore[attr-defined]
    context = _context(request, front, where) | {
        "at": at,
        "is_past": is_past,
        "stood": stood,
        # The page of a later moment would show scheduled stories to people who may not know of them.
        "shown": _rendered(front, _page(front, where, at, None)) if is_past else {},
        "moment": MomentForm({"at": f"{timezone.localtime(at):{TYPED}}"}),
    }
    return render(request, "admin/front_moment.html", context)


def _context(request: HttpRequest, front: Front, where: navigation.Place | None) -> dict[str, Any]:
    sections = navigation.current(timezone.now()).sections.values()
    spoken = request.LANGUAGE_CODE
    return {
        **admin.site.each_context(request),
        "title": _("Front"),
        "front": front,
        "where": where.slug if where else "",
        "where_name": where.name(spoken) if where else "",
        "sections": [(section.slug, section.name(spoken)) for section in sections],
        "editions": Language.choices,
    }


def _page(front: Front, where: navigation.Place | None, at: datetime, instead: list[FrontSlot] | None) -> Answer:
    """Return the front as readers have it at a moment, or would have it, by their own presenters."""
    with translation.override(front.language):
        if where is None:
            return fronts.preview(front.language, at=at, address=photo_file, instead=instead)
        return lists.preview_section(front.language, where.slug, at=at, address=photo_file, instead=instead) or Answer()


def _top(answer: Answer) -> tuple[Card, ...]:
    """Return what stands in the places on top, whether placed there or because it is the newest."""
    if isinstance(answer.page, pages.Front):
        return (answer.page.lead, *answer.page.seconds) if answer.page.lead else ()
    return answer.page.cards[: slots.SHOWN] if isinstance(answer.page, pages.Listing) else ()


def _rendered(front: Front, answer: Answer) -> dict[str, str]:
    template = "front" if isinstance(answer.page, pages.Front) else "section"
    with translation.override(front.language):
        html = render_to_string(f"site/{template}.html", {"page": answer.page, "chrome": answer.chrome})
    return in_schemes(str(html))


def _said(changes: list[FrontChange], by: User, at: datetime) -> list[FrontChange]:
    """Put changes into words: who, when, and what of which article."""
    told = [(change, list(arranging.differences(change))) for change in changes]
    named = Named((pk for _change, did in told for _what, pk in did), by=by, at=at)
    for change, did in told:
        change.did = [(DID[what], named.headline(pk)) for what, pk in did]  # type: ignore[attr-defined]
        change.is_undo = change.event.verb == arranging.UNDONE  # type: ignore[attr-defined]
        change.before = f"{timezone.localtime(change.event.at):{TYPED}}"  # type: ignore[attr-defined]
    return changes
