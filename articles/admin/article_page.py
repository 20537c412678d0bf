"""The article form's page: the sheet, the panel, the findings, the history, put together for the template."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from articles.admin.act_forms import ActForm
from articles.admin.article_desk import ArticleDesk
from articles.admin.assignments import assign_form
from articles.admin.buffers import words_of_autosave
from articles.admin.editor import counting, words
from articles.admin.findings_panel import saved_findings, shown
from articles.admin.late import seal
from articles.admin.notes_beside import note_form, threads_of
from articles.admin.panel import panel_of
from articles.admin.refusal_pages import too_large
from articles.admin.sheet import Reach, Sheet
from articles.admin.site import with_nonce
from articles.admin.timeline import newest_events
from articles.admin.two_texts import Clash
from articles.admin.what_is_wrong import wrong_in
from articles.language.house_style import HouseStyle
from articles.models import DraftBuffer, Language
from articles.workflow.case import READERS_LABELS
from articles.workflow.style_as_read import stamped, style_of
from articles.workflow.table import LABELS, Duty, Verb

SEARCH_SHOWS = 60
"""Letters of a title that search engines show before they cut it."""

MODES: dict[Verb, Reach] = {Verb.FIX: Reach.WORDS, Verb.UPDATE: Reach.ALL, Verb.AMEND: Reach.DATA}


@dataclass(frozen=True)
class Mode:
    """A change that the form makes from the live text instead of from the working copy."""

    verb: Verb
    form: ActForm | None = None

    @property
    def label(self) -> str | Promise:
        """What the act is called."""
        return LABELS[self.verb]


def fresh_sheet(request: HttpRequest, desk: ArticleDesk) -> Sheet:
    """Return the form as the working copy stands."""
    reach = Reach.ALL if desk.is_open_for_writing else Reach.NOTHING
    return Sheet(
        request,
        language=desk.article.language,
        base=desk.head,
        content=desk.head.content(),
        slugline=desk.article.story.slugline,
        reach=reach,
    )


def article_page(
    request: HttpRequest,
    desk: ArticleDesk,
    sheet: Sheet | None = None,
    *,
    bound: Mapping[str, ActForm] | None = None,
    refusal: Any = "",
    conflicts: Sequence[Clash] = (),
    mode: Mode | None = None,
    status: int = 200,
) -> HttpResponse:
    """Show the form of an article, with what was refused and all that was typed."""
    sheet = sheet or fresh_sheet(request, desk)
    article = desk.article
    stamp, style = stamped(article.language)
    context = _form_context(request, sheet, style, title=article.headline or article.story.slugline) | {
        "desk": desk,
        "article": article,
        "twin": desk.twin,
        "shows_source": desk.twin is not None and _shows_source(request, desk),
        "readers_have": READERS_LABELS[desk.standing.now],
        "panel": panel_of(desk, bound) if mode is None else None,
        "mode": mode,
        "refusal": refusal,
        "wrong": wrong_in(sheet, [*(bound or {}).values(), mode.form if mode else None]),
        "conflicts": conflicts,
        "findings": saved_findings(article, desk.twin, stamp),
        "events": newest_events(article),
        "notes": threads_of(article),
        "assign_form": assign_form(desk) if mode is None else None,
        "note_form": note_form(desk, bound or {}),
        "unsaved": [desk.buffer] if _is_offered(desk, sheet, mode) else [],
        "seal": seal(desk.user, article),
        "keeps": f"{reverse('admin:articles_article_buffer', args=[article.pk])}{f'?mode={mode.verb}' if mode else ''}",
        "may_redact": desk.may(Duty.REDACT),
        "may_send": desk.may(Duty.SEND_SOCIAL),
        "may_make_other": desk.twin is None and desk.may(Duty.MAKE_OTHER_EDITION),
    }
    return render(request, "admin/articles/form.html", context, status=status)


def new_page(
    request: HttpRequest,
    sheet: Sheet,
    *,
    token: str,
    refusal: Any = "",
    kept: Sequence[DraftBuffer] = (),
    status: int = 200,
) -> HttpResponse:
    """Show the form of an article that is not there yet, and what else was begun and never saved."""
    context = _form_context(request, sheet, style_of(sheet.language), title=_("New article")) | {
        "form_token": token,
        "refusal": refusal,
        "wrong": wrong_in(sheet),
        "unsaved": kept,
        "keeps": reverse("admin:articles_article_add_buffer"),
        "findings": shown([]),
    }
    return render(request, "admin/articles/form.html", context, status=status)


def _is_offered(desk: ArticleDesk, sheet: Sheet, mode: Mode | None) -> bool:
    """Say whether unsaved work is offered: not over what has just been sent, and a change's own within its form."""
    if desk.buffer is None or sheet.is_sent:
        return False
    return mode is None or desk.buffer.mode == mode.verb


def _form_context(request: HttpRequest, sheet: Sheet, style: HouseStyle, *, title: str) -> dict[str, Any]:
    language = Language(sheet.language)
    return {
        **admin.site.each_context(request),
        "title": title,
        "sheet": sheet,
        "form": sheet.form,
        "article_language": language,
        "article_language_label": language.label,
        "words": words(request.LANGUAGE_CODE),
        "style": style,
        "search_shows": min(SEARCH_SHOWS, style.headline_long),
        "counting": counting(sheet.language, request.LANGUAGE_CODE),
        "most_bytes": settings.DATA_UPLOAD_MAX_MEMORY_SIZE,
        "too_large": too_large(),
        "autosave": words_of_autosave(),
        "media": with_nonce(sheet.media, request),
        "may_write": sheet.reach is not Reach.NOTHING,
    }


def _shows_source(request: HttpRequest, desk: ArticleDesk) -> bool:
    """Say whether the other edition stands beside the text: in the younger edition unless the person put it away."""
    wish = request.GET.get("source", "")
    if wish in {"0", "1"}:
        return wish == "1"
    return desk.twin is not None and desk.twin.created_at < desk.article.created_at
