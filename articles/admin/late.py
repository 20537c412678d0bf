"""A form sent by who may write no longer: account shut, role taken away, story closed to them (I3: nothing is lost).

A form that was opened by a person who could write carries a seal that says so. What comes with it later changes no
text; it is kept beside the working copy, where those who go on with the article find it.
"""

from copy import copy
from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from articles.admin.declared import before_sign_in
from articles.admin.sheet import Sheet
from articles.language.blocks import plain_text
from articles.models import Article, Revision, User
from articles.workflow import late
from articles.workflow.rights import allowed
from articles.workflow.table import Duty

SALT = "rased.form"
LASTS = timedelta(days=7)


def seal(user: User, article: Article) -> str:
    """Return the seal of a form that this person can write in."""
    return signing.dumps([user.pk, article.pk], salt=SALT)


def sealed_by(request: HttpRequest, pk: int) -> User | None:
    """Return who had opened the form of this article that was sent, and could write in it."""
    try:
        user_pk, article_pk = signing.loads(request.POST.get("seal", ""), salt=SALT, max_age=LASTS)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return User.objects.filter(pk=user_pk).first() if article_pk == pk else None


def kept_of(request: HttpRequest, article: Article, base: Revision, sheet: Sheet, *, by: User) -> Revision | None:
    """Keep what this person typed into a form of theirs; None where nothing is new, or the form was never theirs."""
    if sealed_by(request, article.pk) != by:
        return None
    content = sheet.words_over(base.content())
    if content == base.content():
        return None
    return late.keep(article.pk, content, base_pk=base.pk, by=by, clock=timezone.now())


@before_sign_in
def handed_over(request: HttpRequest) -> HttpResponse | None:
    """Answer a form of somebody whose account is shut, or who has no role any more; None where it is another's case."""
    match = request.resolver_match
    pk = match.kwargs.get("pk") if match and match.url_name and match.url_name.startswith("articles_article_") else None
    person = sealed_by(request, pk) if pk else None
    if person is None or pk is None or allowed(person, Duty.SEE_DESK):
        return None
    if match and match.url_name == "articles_article_buffer":
        return JsonResponse({}, status=403)
    return _handed_over(request, pk, person, status=401)


def or_handed_over(request: HttpRequest, pk: int, gone: Http404) -> HttpResponse:
    """Answer a form of a story that this person may see no longer.

    Raises:
        Http404: it never was theirs.
    """
    user: User = request.user  # type: ignore[assignment]
    answer = _handed_over(request, pk, user, status=404) if sealed_by(request, pk) == user else None
    if answer is None:
        raise gone
    return answer


def _handed_over(request: HttpRequest, pk: int, person: User, *, status: int) -> HttpResponse | None:
    article = Article.objects.filter(pk=pk).select_related("story", "head").first()
    if article is None or "headline" not in request.POST:
        return None
    sent_base = request.POST.get("base", "")
    number = int(sent_base) if sent_base.isascii() and sent_base.isdigit() and len(sent_base) < 18 else 0
    base = article.revisions.filter(pk=number).first() or article.revisions.earliest("number")
    theirs = copy(request)
    theirs.user = person
    sheet = Sheet(theirs, language=article.language, base=base, sent=request.POST)
    content = sheet.words_over(base.content())
    kept = None
    if content != base.content():
        kept = late.keep(pk, content, base_pk=base.pk, by=person, clock=timezone.now())
    request.LANGUAGE_CODE = person.interface_language
    with translation.override(person.interface_language):
        return _page(request, article, kept, status=status)


def _page(request: HttpRequest, article: Article, kept: Revision | None, *, status: int) -> Any:
    headline, deck, body = (request.POST.get(name, "") for name in ("headline", "deck", "body"))
    context = {
        **admin.site.each_context(request),
        "title": _("You may no longer write here"),
        "kept": kept,
        "article_language": article.language,
        # As it was sent, also where it cannot be taken in; of the article itself they see nothing any more.
        "typed": "\n\n".join(filter(None, (headline, deck, plain_text(body) or body))),
    }
    return render(request, "admin/late.html", context, status=status)
