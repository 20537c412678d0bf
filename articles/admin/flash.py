"""The one-screen flash: a headline, a line, a section; the picture can wait, and no body is asked for."""

import secrets
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.admin.choices import SectionField
from articles.admin.photos import PhotoFileField
from articles.admin.site import page, with_nonce
from articles.models import Article, Content, Format, Language, PhotoLine
from articles.publishing import photos
from articles.publishing.sanitise import clean_line
from articles.workflow import drafts
from articles.workflow.refusals import Refused
from articles.workflow.table import Duty


class FlashForm(forms.Form):
    """What breaking news has at its first minute."""

    form_token = forms.CharField(widget=forms.HiddenInput, max_length=32)
    language = forms.ChoiceField(label=_("Language"), choices=Language.choices, widget=forms.RadioSelect)
    headline = forms.CharField(
        label=pgettext_lazy("article", "Headline"),
        max_length=300,
        widget=forms.TextInput(attrs={"dir": "auto", "autofocus": True, "autocomplete": "off"}),
    )
    line = forms.CharField(
        label=_("One line"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"dir": "auto", "rows": 2}),
    )
    section = SectionField(label=_("Section"))
    file = PhotoFileField(label=_("Photo (can wait)"), required=False)
    alt = forms.CharField(
        label=pgettext_lazy("photo", "Alt"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    credit = forms.CharField(
        label=_("Photo credit"), max_length=160, required=False, widget=forms.TextInput(attrs={"dir": "auto"})
    )

    def clean(self) -> dict[str, Any]:
        """Ask for a picture's words when there is a picture."""
        values = super().clean() or {}
        if values.get("file"):
            for name in ("alt", "credit"):
                if not values.get(name):
                    self.add_error(name, _("A photo needs this."))
        return values


@page("flash/", name="flash", asks=Duty.CREATE_ARTICLE)
def flash(request: HttpRequest) -> HttpResponseBase:
    """Write a flash and send it to review in one act."""
    form = FlashForm(request.POST or None, request.FILES or None, initial=_initial(request))
    if request.method == "POST" and form.is_valid():
        try:
            article = _submit(request, form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("The flash is with the editors."))
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))
    context = {
        **admin.site.each_context(request),
        "title": pgettext_lazy("format", "Flash"),
        "form": form,
        "media": with_nonce(form.media, request),
    }
    return render(request, "admin/flash.html", context, status=400 if form.is_bound else 200)


def _initial(request: HttpRequest) -> dict[str, Any]:
    return {"form_token": secrets.token_hex(16), "language": request.LANGUAGE_CODE}


@transaction.atomic
def _submit(request: HttpRequest, said: dict[str, Any]) -> Article:
    by, clock = request.user, timezone.now()
    made = Article.objects.filter(form_token=said["form_token"]).first()
    if made:
        return made
    pictures: tuple[PhotoLine, ...] = ()
    if said["file"]:
        photo = photos.take_in(
            said["file"],
            title=said["headline"][:200],
            credit_ar=said["credit"],
            credit_en=said["credit"],
            by=by,  # type: ignore[arg-type]
            clock=clock,
        )
        pictures = (PhotoLine(photo_id=photo.pk, alt=said["alt"]),)
    content = Content(
        headline=clean_line(said["headline"]),
        deck=clean_line(said["line"]),
        format=Format.FLASH,
        section_id=said["section"].pk,
        photos=pictures,
    )
    article = drafts.create(
        content,
        language=said["language"],
        by=by,  # type: ignore[arg-type]
        clock=clock,
        form_token=said["form_token"],
    )
    if article.head is not None:
        article = drafts.submit(article.head, by=by, clock=clock)  # type: ignore[arg-type]
    return article
