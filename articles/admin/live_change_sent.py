"""The form of a change made from the live text: small fix, update of a developing story, amendment."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin import late
from articles.admin.act_forms import UpdateForm
from articles.admin.article_desk import find
from articles.admin.article_page import MODES, Mode, article_page
from articles.admin.buffers import forgotten, typed_of
from articles.admin.form_sent import address_of, base_of, known_base, unread, user_of
from articles.admin.sheet import Sheet
from articles.admin.two_texts import joined_sheet
from articles.models import Content, Revision
from articles.publishing import live_changes
from articles.workflow import buffers
from articles.workflow.refusals import NewerExists, Refused
from articles.workflow.rights import allowed
from articles.workflow.table import Verb


class LiveChange:
    """One change of what readers have now, begun from exactly that."""

    def __init__(self, request: HttpRequest, pk: int, verb: Verb) -> None:
        self.request, self.verb, self.reach = request, verb, MODES[verb]
        self.desk = find(pk, user=user_of(request), at=timezone.now(), is_shown=True)
        self.article = self.desk.article
        sent = request.POST if request.method == "POST" else None
        self.form = UpdateForm(sent, prefix="update", language=self.article.language) if verb is Verb.UPDATE else None

    def answer(self) -> HttpResponseBase:
        """Show the form, or publish what was sent."""
        return self._sent() if self.request.method == "POST" else self._shown()

    def _shown(self) -> HttpResponseBase:
        live, refusal = self.desk.standing.live, self.desk.open_acts.get(self.verb)
        if live is None or refusal is None or refusal:
            messages.error(self.request, refusal or _("You may not do this here."))
            return HttpResponseRedirect(address_of(self.article))
        kept = buffers.of(self.desk.user, self.article, mode=self.verb) if "buffer" in self.request.GET else None
        if kept is None:
            return self._page(self._sheet(live.revision, live.revision.content()))
        typed = typed_of(kept)
        if self.form:
            self.form.initial["public_note"] = typed.get("update-public_note", "")
        return self._page(self._sheet(kept.base or live.revision, None, sent=typed))

    def _sent(self) -> HttpResponseBase:
        known = known_base(self.request, self.article)
        base = known or base_of(self.request, self.article)
        sheet = self._sheet(base, None, sent=self.request.POST)
        if not allowed(user_of(self.request), self.verb, self.article, at=self.desk.at):
            # Before anything is taken in: what was typed is shown, and nobody's topics or pictures are made of it.
            late.kept_of(request=self.request, article=self.article, base=base, sheet=sheet, by=user_of(self.request))
            return self._page(sheet, refusal=_("You may not do this here."), status=409)
        if known is None:
            return self._page(sheet, refusal=unread(), status=400)
        if not sheet.is_valid() or (self.form and not self.form.is_valid()):
            return self._page(sheet, refusal=_("Not done yet: see below."), status=422)
        content, live = sheet.content(), self.desk.standing.live
        if live is not None and live.revision_id != base.pk:
            return self._joined(base, content, live.revision)
        try:
            self._publish(content, base)
        except NewerExists as newer:
            return self._joined(base, content, newer.newest)
        except Refused as refused:
            return self._page(sheet, refusal=refused.sentence, status=409)
        messages.success(self.request, _("Published."))
        return forgotten(HttpResponseRedirect(address_of(self.article)), self.request)

    def _joined(self, base: Revision, content: Content, newest: Revision) -> HttpResponseBase:
        refusal = _("Readers have a newer text by now. Yours is joined with it here; read it again.")
        sheet, clashes = joined_sheet(self.request, self.desk, base, content, newest, reach=self.reach)
        return self._page(sheet, refusal=refusal, conflicts=clashes, status=409)

    def _publish(self, content: Content, base: Revision) -> None:
        how: dict[str, Any] = {"live_pk": base.pk, "by": user_of(self.request), "clock": timezone.now()}
        match self.verb:
            case Verb.FIX:
                live_changes.fix(self.article, content, **how)
            case Verb.AMEND:
                live_changes.amend(self.article, content, **how)
            case Verb.UPDATE:
                note = self.form.cleaned_data["public_note"] if self.form else ""
                live_changes.update(self.article, content, public_note=note, **how)

    def _sheet(self, base: Revision, content: Content | None, *, sent: QueryDict | None = None) -> Sheet:
        return Sheet(
            self.request,
            language=self.article.language,
            base=base,
            content=content,
            slugline=self.article.story.slugline,
            reach=self.reach,
            sent=sent,
        )

    def _page(self, sheet: Sheet, **how: Any) -> HttpResponseBase:
        return article_page(self.request, self.desk, sheet, mode=Mode(self.verb, self.form), **how)
