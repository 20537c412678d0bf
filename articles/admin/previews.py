"""The text as readers will see it, with what has not been saved; and links that show a saved text outside the house."""

from pathlib import Path

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from articles.admin.article_desk import ArticleDesk, find
from articles.admin.sheet import Sheet
from articles.admin.site import page
from articles.language.direction import isolate
from articles.models import Content, PreviewLink
from articles.publishing import previews
from articles.publishing.rendering import rendered
from articles.workflow.table import Duty

NEWEST_LINKS = 20
STYLE = "site/site.css"
DARK = "@media (prefers-color-scheme: dark)"
SCHEMES = {"light": "@media not all", "dark": "@media all"}


@page("articles/article/<int:pk>/preview/", name="articles_article_preview", asks=Duty.SEE_ARTICLE)
def preview(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Show an article's page as its form stands, on a phone and on a desk, light and dark."""
    at = timezone.now()
    desk = find(pk, user=request.user, at=at)  # type: ignore[arg-type]
    frozen = previews.freeze(_typed(request, desk), language=desk.article.language)
    with translation.override(desk.article.language):
        answer = previews.show(desk.article, frozen, at=at, address=photo_file)
        html = rendered("site/article.html", answer)
    links = desk.article.preview_links.select_related("created_by", "revision").defer("preview", "revision__body")
    context = {
        **admin.site.each_context(request),
        "title": _("Preview"),
        "article": desk.article,
        "schemes": in_schemes(html),
        "links": links.order_by("-pk")[:NEWEST_LINKS] if desk.may(Duty.SHARE_PREVIEW) else None,
        "at": at,
    }
    return render(request, "admin/articles/preview.html", context)


def in_schemes(html: str) -> dict[str, str]:
    """Return a readers' page as readers of each colour scheme have it, whatever this computer's is."""
    return {scheme: html.replace(static(STYLE), reverse("admin:preview_style", args=[scheme])) for scheme in SCHEMES}


@page("preview/style/<slug:scheme>.css", name="preview_style", asks=Duty.SEE_ARTICLE)
def style(request: HttpRequest, scheme: str) -> HttpResponseBase:
    """Answer the readers' style sheet as a reader of one colour scheme has it, whatever this computer's is."""
    del request
    if scheme not in SCHEMES:
        raise Http404
    found = finders.find(STYLE) or staticfiles_storage.path(STYLE)
    sheet = Path(found).read_text().replace(DARK, SCHEMES[scheme]).replace('url("../', f'url("{settings.STATIC_URL}')
    return HttpResponse(sheet, content_type="text/css; charset=utf-8")


def _typed(request: HttpRequest, desk: ArticleDesk) -> Content:
    """Return what was typed where a form was sent and can be read, else what was saved; nothing new is made of it."""
    saved = desk.head.content()
    if "headline" not in request.POST or not desk.may_write:
        return saved
    sheet = Sheet(request, language=desk.article.language, base=desk.head, sent=request.POST)
    return sheet.words_over(saved)


def photo_file(pk: int) -> str:
    return reverse("admin:photo_file", args=[pk])


@page("articles/article/<int:pk>/preview/link/", name="articles_article_preview_link", asks=Duty.SHARE_PREVIEW)
def make_link(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Make a link to the saved text, and say its address this once."""
    desk = find(pk, user=request.user, at=timezone.now())  # type: ignore[arg-type]
    if request.method == "POST":
        address = previews.make_link(desk.head, by=desk.user, clock=desk.at)
        sentence = _("The link, shown only now; it ends in three days: %(address)s")
        messages.success(request, sentence % {"address": isolate(address, "ltr")})
    return HttpResponseRedirect(reverse("admin:articles_article_preview", args=[pk]))


@page("articles/article/<int:pk>/preview/shut/", name="articles_article_shut_preview", asks=Duty.SHARE_PREVIEW)
def shut_link(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Shut a link."""
    desk = find(pk, user=request.user, at=timezone.now())  # type: ignore[arg-type]
    number = request.POST.get("link", "")
    if request.method == "POST":
        if not (number.isascii() and number.isdigit()):
            raise Http404
        previews.revoke(
            get_object_or_404(PreviewLink, pk=int(number), article=desk.article), by=desk.user, clock=desk.at
        )
        messages.success(request, _("The link is shut."))
    return HttpResponseRedirect(reverse("admin:articles_article_preview", args=[pk]))
