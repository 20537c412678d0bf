"""The findings of a text that is being typed, and leaving one of them as it is. Answers scripts; saving asks nobody."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponseBase, JsonResponse, RawPostDataException
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.article_desk import find
from articles.admin.checked_lines import LINES_OUTSIDE
from articles.admin.findings_panel import findings_in, shown
from articles.admin.site import page
from articles.language.findings import Finding
from articles.models import LINES, Article, Language
from articles.workflow.dismissals import dismiss
from articles.workflow.findings_left import place_of
from articles.workflow.refusals import NotAllowed, Refused
from articles.workflow.table import Duty

MOST_PHOTOS = 40
FIELDS = LINES_OUTSIDE | {*LINES, "body", "byline", "sponsor", "transcript"}


class _Unreadable(Exception):
    """What was sent is no text of a form."""


class _Typed:
    """What the form's script sends: the article, if there is one yet, and the visible text of its fields."""

    def __init__(self, request: HttpRequest) -> None:
        try:
            sent = json.loads(request.body)
            self.fields = {name: text for name, text in sent["fields"].items() if _is_field(name)}
            self.place = str(sent.get("place", ""))
            self.reason = str(sent.get("reason", ""))
            pk = sent.get("article")
            language = str(sent.get("language", ""))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError, RawPostDataException) as error:
            raise _Unreadable from error
        is_article = isinstance(pk, int) and 0 < pk < 1 << 62
        if (pk is not None and not is_article) or not all(isinstance(text, str) for text in self.fields.values()):
            raise _Unreadable
        if pk is None and language not in Language.values:
            raise _Unreadable
        desk = find(pk, user=request.user, at=timezone.now()) if pk else None  # type: ignore[arg-type]
        self.article: Article | None = desk.article if desk else None
        self.twin = desk.twin if desk else None
        self.language = self.article.language if self.article else language

    def findings(self) -> list[Finding]:
        """Look for what is to be mended."""
        return findings_in(self.fields, language=self.language, article=self.article, twin=self.twin)


def _is_field(name: str) -> bool:
    if name in FIELDS:
        return True
    photo, _dot, rest = name.partition(".")
    number, _dot, part = rest.partition(".")
    is_number = number.isascii() and number.isdigit() and len(number) < 3 and 0 < int(number) <= MOST_PHOTOS
    return photo == "photo" and is_number and part in {"alt", "caption"}


def _refusal(sentence: str, status: int) -> JsonResponse:
    return JsonResponse({"refusal": sentence}, status=status)


@page("articles/findings/", name="articles_findings", asks=Duty.SEE_ARTICLE)
def findings(request: HttpRequest) -> HttpResponseBase:
    """Look through a text that is being typed."""
    try:
        typed = _Typed(request)
    except _Unreadable:
        return _refusal(_("This is no text of an article's form."), 400)
    return JsonResponse(shown(typed.findings()).as_values())


@page("articles/findings/leave/", name="articles_findings_leave", asks=Duty.SEE_ARTICLE)
def leave(request: HttpRequest) -> HttpResponseBase:
    """Leave one finding of the text as it is, on record."""
    try:
        typed = _Typed(request)
    except _Unreadable:
        return _refusal(_("This is no text of an article's form."), 400)
    finding = next((each for each in typed.findings() if place_of(each) == typed.place), None)
    if typed.article is None:
        return _refusal(_("Save the article first."), 409)
    if finding is not None:
        known: Any = {"reason": typed.reason, "by": request.user, "clock": timezone.now()}
        try:
            dismiss(typed.article, finding, **known)
        except NotAllowed as refused:
            return _refusal(refused.sentence, 403)
        except Refused as refused:
            return _refusal(refused.sentence, 409)
    return JsonResponse(shown(typed.findings()).as_values())
