"""Unsaved texts: the form keeps what is typed, shows that something was kept, and gives it back or lets it go."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect, JsonResponse, QueryDict
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.article_desk import find
from articles.admin.site import page
from articles.models import DraftBuffer, Language, User
from articles.workflow import buffers
from articles.workflow.table import Duty, Verb

MODES = frozenset({"fix", "update", "amend"})
UNKEPT = frozenset({"csrfmiddlewaretoken", "copy", "base", "form_token", "seal"})
LONGEST_NAME = 32


@page("articles/article/<int:pk>/buffer/", name="articles_article_buffer", asks=Verb.SAVE)
def of_article(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Keep what is being typed into an article; to a question, answer with a fresh token for the form."""
    if request.method != "POST":
        return _token(request)
    desk = find(pk, user=_user(request), at=timezone.now())
    if not desk.may_write:
        return JsonResponse({}, status=403)
    base = request.POST.get("base", "")
    known = desk.article.revisions.filter(pk=int(base)).first() if base.isascii() and base.isdigit() else None
    buffer = buffers.keep(
        _typed(request),
        by=_user(request),
        language=desk.article.language,
        copy=copy_of(request.POST),
        clock=timezone.now(),
        article=desk.article,
        base=known or desk.article.head,
        form=mode_of(request.GET),
    )
    return _kept(buffer)


@page("articles/article/add/buffer/", name="articles_article_add_buffer", asks=Duty.CREATE_ARTICLE)
def of_new_article(request: HttpRequest) -> HttpResponseBase:
    """Keep what is being typed into an article that is not there yet."""
    if request.method != "POST":
        return _token(request)
    language = request.POST.get("language", "")
    token = request.POST.get("form_token", "")[:LONGEST_NAME]
    if language not in Language.values or not token:
        return JsonResponse({}, status=400)
    buffer = buffers.keep(
        _typed(request),
        by=_user(request),
        language=language,
        copy=copy_of(request.POST),
        clock=timezone.now(),
        form=token,
    )
    return _kept(buffer)


@page("buffer/discard/", name="discard_buffer", asks=Duty.SEE_DESK)
def discard(request: HttpRequest) -> HttpResponseBase:
    """Let an unsaved text go."""
    back = reverse("admin:index")
    if request.method == "POST":
        buffer = DraftBuffer.objects.filter(user=_user(request), copy=copy_of(request.POST)).first()
        buffers.forget(copy_of(request.POST), by=_user(request))
        if buffer and buffer.article_id:
            back = reverse(f"admin:articles_article_{buffer.mode or 'change'}", args=[buffer.article_id])
        back = f"{back}?saved={copy_of(request.POST)}"
    return HttpResponseRedirect(back)


def copy_of(sent: QueryDict) -> str:
    """Return the name of the form that something was typed into, or nothing where it has none."""
    copy = sent.get("copy", "")
    return copy if copy.isascii() and copy.isalnum() and len(copy) <= LONGEST_NAME else ""


def mode_of(asked: QueryDict) -> str:
    """Return the change of a live text that a form is of, or nothing where it is the working copy's."""
    mode = asked.get("mode", "")
    return mode if mode in MODES else ""


def typed_of(buffer: DraftBuffer) -> QueryDict:
    """Return a kept form as if it had just been sent."""
    sent = QueryDict(mutable=True)
    sent["copy"] = buffer.copy
    for name, value in buffer.fields:
        sent.appendlist(name, value)
    return sent


def forgotten(response: HttpResponseBase, request: HttpRequest) -> HttpResponseBase:
    """Forget what was kept of a form that has been saved, and let the browser forget it too."""
    copy = copy_of(request.POST)
    if copy:
        buffers.forget(copy, by=_user(request))
        response.headers["Location"] += f"?saved={copy}"
    return response


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    return [(name, str(value)) for name, values in request.POST.lists() if name not in UNKEPT for value in values]


def _kept(buffer: DraftBuffer) -> JsonResponse:
    return JsonResponse({"kept_at": _stamp(buffer.kept_at)})


def _token(request: HttpRequest) -> JsonResponse:
    """Answer with the token that a form needs after its person has signed in again."""
    return JsonResponse({"token": get_token(request)})


def _stamp(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def _user(request: HttpRequest) -> User:
    return request.user  # type: ignore[return-value]


def words_of_autosave() -> dict[str, Any]:
    """Return what the form says about keeping, for its script."""
    return {
        "kept": _("Autosaved"),
        "here": _("No connection: kept in this browser, and tried again"),
        "ended": _("Your sign-in has ended: what you typed is kept in this browser."),
        "shut": _("You may no longer write here. What you typed is in this browser; Save hands it to the editors."),
    }
