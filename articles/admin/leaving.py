"""Somebody leaves the house: one page shows what is with them and hands it over; what they typed is kept."""

from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.assignments import AssignForm
from articles.admin.buffers import typed_of
from articles.admin.sheet import Sheet
from articles.admin.site import page
from articles.models import Content, DraftBuffer, User
from articles.workflow import buffers, drafts, leaving
from articles.workflow.refusals import Refused
from articles.workflow.table import Duty


@page("people/<int:pk>/leaving/", name="leaving", asks=Duty.KEEP_PEOPLE)
def leave(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Show what is with a person, and hand it over to another."""
    user: User = request.user  # type: ignore[assignment]
    person = get_object_or_404(User, pk=pk)
    form = AssignForm(request.POST or None, prefix="to")
    if request.method == "POST" and form.is_valid() and form.cleaned_data["person"]:
        try:
            with transaction.atomic():
                make_what_was_begun(request, person)
                leaving.hand_over(person, to=form.cleaned_data["person"], by=user, clock=timezone.now())
        except Refused as refused:
            messages.error(request, str(refused.sentence))
        else:
            keep_what_was_typed(request, person)
            messages.success(request, _("Everything is handed over, and the account is shut."))
            return HttpResponseRedirect(reverse("admin:articles_user_changelist"))
    context = {
        **admin.site.each_context(request),
        "title": _("Leaving: %(person)s") % {"person": person},
        "person": person,
        "with_them": leaving.belongings(person, seen_by=user, at=timezone.now()),
        "form": form,
    }
    return render(request, "admin/leaving.html", context)


def make_what_was_begun(request: HttpRequest, person: User) -> None:
    """Make drafts of the articles that a person had begun and never saved, while they still are of the house."""
    for buffer in buffers.of_new_articles(person):
        sheet = Sheet(request, language=buffer.language, base=None, sent=typed_of(buffer))
        content = sheet.words_over(Content())
        if content.headline or content.body:
            token = buffer.form_token
            drafts.create(content, language=buffer.language, form_token=token, by=person, clock=timezone.now())
            buffer.delete()


def keep_what_was_typed(request: HttpRequest, person: User) -> None:
    """Keep a person's unsaved texts as revisions beside the working copies, where colleagues find them."""
    for buffer in DraftBuffer.objects.filter(user=person, article__isnull=False).select_related("article", "base"):
        article, base = buffer.article, buffer.base
        if article is None or base is None:
            continue
        sheet = Sheet(request, language=buffer.language, base=base, sent=typed_of(buffer))
        content = sheet.words_over(base.content())
        if drafts.keep(article.pk, content, base_pk=base.pk, by=person, clock=timezone.now()):
            buffer.delete()
