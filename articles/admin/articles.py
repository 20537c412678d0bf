"""The addresses of the article form: new, working copy, each act, and the changes made from the live text."""

import secrets

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.article_acts import FormAct
from articles.admin.article_desk import find
from articles.admin.article_page import MODES, article_page, new_page
from articles.admin.buffers import forgotten, typed_of
from articles.admin.form_sent import FormSent, address_of
from articles.admin.late import or_handed_over
from articles.admin.live_change_sent import LiveChange
from articles.admin.sheet import Sheet
from articles.admin.site import page, place
from articles.admin.story_acts import every_act
from articles.models import Article, Language
from articles.workflow import buffers, drafts
from articles.workflow.refusals import Refused
from articles.workflow.table import Duty, Verb

place(gettext_lazy("Articles"), "articles_article_changelist", duty=Duty.SEE_ARTICLE, position=10)


@page("articles/article/add/", name="articles_article_add", asks=Duty.CREATE_ARTICLE)
def add(request: HttpRequest) -> HttpResponseBase:
    """Write a new article; the same form sent twice makes one."""
    sent = request.method == "POST"
    language = (request.POST if sent else request.GET).get("language", "")
    language = language if language in Language.values else request.LANGUAGE_CODE
    sheet = Sheet(request, language=language, base=None, sent=request.POST if sent else None)
    token = request.POST.get("form_token", "")[:32] or secrets.token_hex(16)
    if not sent:
        return _new_or_kept(request, sheet, token)
    if not sheet.is_valid():
        return new_page(request, sheet, token=token, refusal=_("Not saved yet: see below."), status=422)
    content = sheet.content()
    if not (content.headline or content.body or sheet.slugline):
        refusal = _("There is nothing here yet: write a headline or a text.")
        return new_page(request, sheet, token=token, refusal=refusal, status=422)
    try:
        article = drafts.create(
            content,
            language=language,
            by=request.user,  # type: ignore[arg-type]
            clock=timezone.now(),
            slugline=sheet.slugline,
            form_token=token,
        )
    except Refused as refused:
        return new_page(request, sheet, token=token, refusal=refused.sentence, status=409)
    return _after_making(request, article)


def _new_or_kept(request: HttpRequest, sheet: Sheet, token: str) -> HttpResponseBase:
    """Show an empty form, or one that was typed into and never saved, where the person asks for that."""
    kept = buffers.of_new_articles(request.user)  # type: ignore[arg-type]
    asked = next((buffer for buffer in kept if buffer.copy == request.GET.get("buffer")), None)
    if asked is None:
        return new_page(request, sheet, token=token, kept=kept)
    sheet = Sheet(request, language=asked.language, base=None, sent=typed_of(asked))
    return new_page(request, sheet, token=asked.form_token)


def _after_making(request: HttpRequest, article: Article) -> HttpResponseBase:
    if "submit" in request.POST and article.head:
        try:
            drafts.submit(article.head, by=request.user, clock=timezone.now())  # type: ignore[arg-type]
            messages.success(request, _("It is with the editors now."))
        except Refused as refused:
            messages.error(request, str(refused.sentence))
    else:
        messages.success(request, _("Saved."))
    return forgotten(HttpResponseRedirect(address_of(article)), request)


@page("articles/article/<int:pk>/change/", name="articles_article_change", asks=Duty.SEE_ARTICLE)
def change(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Show the working copy."""
    desk = find(pk, user=request.user, at=timezone.now(), is_shown=True)  # type: ignore[arg-type]
    buffer = buffers.of(desk.user, desk.article) if "buffer" in request.GET and desk.is_open_for_writing else None
    if buffer is None:
        return article_page(request, desk)
    sheet = Sheet(
        request,
        language=desk.article.language,
        base=buffer.base or desk.head,
        slugline=desk.article.story.slugline,
        sent=typed_of(buffer),
    )
    return article_page(request, desk, sheet)


@page("articles/article/<int:pk>/save/", name="articles_article_save", asks=Verb.SAVE)
def save(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Save the working copy."""
    return _carry_out(request, pk, None)


def _address(act: FormAct) -> None:
    """Give one act its address, which declares the act itself."""

    @page(f"articles/article/<int:pk>/{act.slug}/", name=f"articles_article_{act.slug}", asks=act.asks)
    def carry_out(request: HttpRequest, pk: int) -> HttpResponseBase:
        return _carry_out(request, pk, act)


for _act in every_act().values():
    _address(_act)


def _carry_out(request: HttpRequest, pk: int, act: FormAct | None) -> HttpResponseBase:
    if request.method != "POST":
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))
    try:
        sent = FormSent(request, pk, act)
    except Http404 as gone:
        return or_handed_over(request, pk, gone)
    return sent.answer()


def _from_live(verb: Verb) -> None:
    """Give one change made from the live text its address."""

    @page(f"articles/article/<int:pk>/{verb}/", name=f"articles_article_{verb}", asks=verb)
    def change_live(request: HttpRequest, pk: int) -> HttpResponseBase:
        try:
            change = LiveChange(request, pk, verb)
        except Http404 as gone:
            return or_handed_over(request, pk, gone)
        return change.answer()


for _verb in MODES:
    _from_live(_verb)
