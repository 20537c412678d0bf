"""The article form as it was sent: the text first, then the act. Whatever refuses, the form comes back whole."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin import late
from articles.admin.act_forms import ActForm
from articles.admin.article_acts import Asked, FormAct, twin_has_changed
from articles.admin.article_desk import ArticleDesk, find
from articles.admin.article_page import article_page
from articles.admin.buffers import forgotten
from articles.admin.sheet import Reach, Sheet
from articles.admin.two_texts import joined_sheet, newer_page
from articles.models import Article, Content, Revision, User
from articles.workflow import drafts
from articles.workflow.drafts import Saved
from articles.workflow.refusals import NewerExists, Refused, SaveConflict


def address_of(article: Article) -> str:
    """Return the address of an article's form."""
    return reverse("admin:articles_article_change", args=[article.pk])


def user_of(request: HttpRequest) -> User:
    return request.user  # type: ignore[return-value]


def known_base(request: HttpRequest, article: Article) -> Revision | None:
    """Return the text of this article that a form says it began with; None when it does not say."""
    pk = request.POST.get("base", "")
    if article.head and pk == str(article.head_id):
        return article.head
    known = article.revisions.filter(pk=int(pk)) if pk.isascii() and pk.isdigit() and len(pk) < 18 else None
    return known.first() if known is not None else None


def base_of(request: HttpRequest, article: Article) -> Revision:
    """Return the text a form began with; a form that does not say joins from the very first, which asks the most."""
    return known_base(request, article) or article.revisions.earliest("number")


def unread() -> str:
    """Say that a form does not name the text that was read: only a save may join from the first."""
    return _("This form does not say which text you read. Read it again.")


class FormSent:
    """One sending of the working copy's form, with or without an act."""

    def __init__(self, request: HttpRequest, pk: int, act: FormAct | None) -> None:
        self.request, self.act = request, act
        self.desk: ArticleDesk = find(pk, user=user_of(request), at=timezone.now())
        self.article = self.desk.article

    def answer(self) -> HttpResponseBase:
        """Save what was typed, then do what was asked; what was kept of a form that is done with is needed no more."""
        response = self._answer()
        return forgotten(response, self.request) if response.status_code == 302 else response

    def _answer(self) -> HttpResponseBase:
        # The version is looked at before anything is validated.
        known = known_base(self.request, self.article)
        base = known or base_of(self.request, self.article)
        if self.act and known is None:
            return self._unread(base)
        if self.act and "even_if_newer" in self.request.POST:
            return self._do(self.act, base, even_if_newer=True)
        sheet = self._sheet(base)
        read = base
        if sheet.is_changed and not self.desk.may_write:
            # A role or a byline was taken away while the form was open.
            return self._again(sheet, refusal=self._handed_over(sheet, base))
        if sheet.is_changed:
            saved = self._save(sheet, base)
            if isinstance(saved, HttpResponseBase):
                return saved
            self._tell(saved)
            read = saved.revision
            if saved.joined_with and self.act:
                messages.warning(self.request, _("Read the joined text first, then go on."))
                return HttpResponseRedirect(address_of(self.article))
        elif self.act is None:
            messages.info(self.request, _("Nothing has changed."))
        return self._do(self.act, read) if self.act else HttpResponseRedirect(address_of(self.article))

    def _handed_over(self, sheet: Sheet, base: Revision) -> str:
        kept = late.kept_of(self.request, self.article, base, sheet, by=user_of(self.request))
        stands = _("You may not write here any more. What you typed still stands below.")
        given = _("It has been handed to the editors as revision %(number)s.")
        return f"{stands} {given % {'number': kept.number}}" if kept else stands

    def _unread(self, base: Revision) -> HttpResponseBase:
        """Refuse an act that does not say which text was read."""
        sheet = None if self._reach() is Reach.NOTHING else self._sheet(base)
        return self._again(sheet, refusal=unread(), status=400)

    def _sheet(self, base: Revision) -> Sheet:
        return Sheet(
            self.request,
            language=self.article.language,
            base=base,
            slugline=self.article.story.slugline,
            reach=self._reach(),
            sent=self.request.POST,
        )

    def _reach(self) -> Reach:
        """Return how much of a form was sent: the whole, the words of a change from the live text, or no text."""
        if "headline" not in self.request.POST:
            return Reach.NOTHING
        return Reach.ALL if "bylines-TOTAL_FORMS" in self.request.POST else Reach.WORDS

    def _save(self, sheet: Sheet, base: Revision) -> Saved | HttpResponseBase:
        if not sheet.is_valid():
            return self._again(sheet, refusal=_("Not saved yet: see below."), newest=base, status=422)
        content = sheet.content()
        try:
            return drafts.save(
                self.article.pk,
                content,
                base_pk=base.pk,
                by=user_of(self.request),
                clock=timezone.now(),
                slugline=sheet.slugline if "slugline" in sheet.form.changed_data else None,
                summary=sheet.summary,
                base=base,
            )
        except SaveConflict as conflict:
            return self._ask(base, content, conflict.newest, refusal=conflict.sentence)
        except Refused as refused:
            return self._again(sheet, refusal=refused.sentence)

    def _tell(self, saved: Saved) -> None:
        if saved.joined_with:
            joined = _("Saved, joined with the changes of %(colleague)s.")
            messages.success(self.request, joined % {"colleague": saved.joined_with})
        elif not self.act:
            messages.success(self.request, _("Nothing has changed.") if saved.is_unchanged else _("Saved."))

    def _do(self, act: FormAct, read: Revision, *, even_if_newer: bool = False) -> HttpResponseBase:
        form = None
        if act.form:
            form = act.form(self.request.POST, prefix=act.prefix, language=self.article.language)
            if not form.is_valid():
                return self._again(None, bound={act.prefix: form}, refusal=_("Not done yet: see below."), status=422)
        asked = Asked(
            article=self.article,
            read=read,
            by=user_of(self.request),
            clock=timezone.now(),
            form=form,
            even_if_newer=even_if_newer,
            other=self.desk.twin,
        )
        try:
            said = act.perform(asked)
        except NewerExists as newer:
            if newer.read.article_id != self.article.pk:
                return self._again(None, bound={act.prefix: form} if form else {}, refusal=twin_has_changed())
            return newer_page(self.request, self.desk, act, newer, form)
        except Refused as refused:
            return self._again(None, bound={act.prefix: form} if form else {}, refusal=refused.sentence)
        if said:
            messages.success(self.request, said)
        return HttpResponseRedirect(address_of(asked.leads_to or self.article))

    def _ask(self, base: Revision, mine: Content, newest: Revision, *, refusal: Any) -> HttpResponseBase:
        """Come back with both people's texts in one, mine wherever both changed, and the base moved to the newest."""
        desk = self._fresh()
        sheet, clashes = joined_sheet(self.request, desk, base, mine, newest)
        return article_page(self.request, desk, sheet, refusal=refusal, conflicts=clashes, status=409)

    def _again(
        self,
        sheet: Sheet | None,
        *,
        refusal: Any,
        bound: dict[str, ActForm] | None = None,
        newest: Revision | None = None,
        status: int = 409,
    ) -> HttpResponseBase:
        desk = self._fresh()
        if newest is not None and newest.pk != desk.article.head_id:
            newer = _("%(colleague)s saved a newer text meanwhile; yours will be joined with it.")
            refusal = f"{refusal} {newer % {'colleague': desk.head.written_by}}"
        return article_page(self.request, desk, sheet, bound=bound, refusal=refusal, status=status)

    def _fresh(self) -> ArticleDesk:
        return find(self.article.pk, user=user_of(self.request), at=timezone.now(), is_shown=True)
