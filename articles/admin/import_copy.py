"""Import copy: paste or upload it, see what was understood, then save it as a draft; nothing is saved unseen."""

import secrets
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.admin.choices import SectionField
from articles.admin.site import page
from articles.importing import service
from articles.importing.decode import MOST_BYTES, Unreadable, decode
from articles.language.direction import direction_of
from articles.models import Language
from articles.workflow.refusals import Refused
from articles.workflow.table import Duty


class ImportForm(forms.Form):
    """Copy as it came, its language, and where it is to stand."""

    form_token = forms.CharField(widget=forms.HiddenInput, max_length=32)
    language = forms.ChoiceField(label=_("Language"), choices=Language.choices)
    section = SectionField(label=_("Section"))
    text = forms.CharField(
        label=_("Paste the copy"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"dir": "auto", "rows": 14}),
    )
    file = forms.FileField(
        label=_("or choose a text file"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".txt,text/plain"}),
    )

    def clean(self) -> dict[str, Any]:
        """Return the copy's text, from the file when there is one."""
        values = super().clean() or {}
        try:
            values["copy"] = self._copy(values)
        except Unreadable as unreadable:
            raise forms.ValidationError(gettext(unreadable.message) % unreadable.parameters) from unreadable
        return values

    def _copy(self, values: dict[str, Any]) -> str:
        upload = values.get("file")
        if upload:
            return decode(upload.read(MOST_BYTES + 1))
        return decode(values.get("text", "").encode("utf-8", "surrogatepass"))


@page("import/", name="import_copy", asks=Duty.IMPORT_COPY)
def import_copy(request: HttpRequest) -> HttpResponseBase:
    """Show what a copy was understood as; save it when asked."""
    form = ImportForm(request.POST or None, request.FILES or None, initial=_initial(request))
    understood = None
    if request.method == "POST" and form.is_valid():
        try:
            understood = service.understand(
                form.cleaned_data["copy"], language=form.cleaned_data["language"], section=form.cleaned_data["section"]
            )
            if "save" in request.POST:
                return _save(request, form.cleaned_data)
        except Unreadable as unreadable:
            form.add_error(None, gettext(unreadable.message) % unreadable.parameters)
        except Refused as refused:
            form.add_error(None, refused.sentence)
    return render(request, "admin/import.html", _context(request, form, understood), status=_status(form))


def _save(request: HttpRequest, said: dict[str, Any]) -> HttpResponseBase:
    imported = service.import_text(
        said["copy"],
        language=said["language"],
        section=said["section"],
        by=request.user,  # type: ignore[arg-type]
        clock=timezone.now(),
        form_token=said["form_token"],
    )
    messages.success(request, _("The copy is a draft now."))
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[imported.article.pk]))


def _context(request: HttpRequest, form: ImportForm, understood: service.Understood | None) -> dict[str, Any]:
    language = form["language"].value()
    shown = None
    if understood is not None:
        # What was shown is what is saved: the text goes back into the form, a file's too.
        form.data = {**request.POST.dict(), "text": form.cleaned_data["copy"]}
        shown = [
            {"finding": gettext(f.message) % f.parameters, "severity": f.severity.value} for f in understood.findings
        ]
    return {
        **admin.site.each_context(request),
        "title": _("Import copy"),
        "form": form,
        "understood": understood,
        "findings": shown,
        "copy_language": language,
        "copy_direction": direction_of(language) if language in Language.values else "auto",
    }


def _status(form: ImportForm) -> int:
    return 400 if form.is_bound and form.errors else 200


def _initial(request: HttpRequest) -> dict[str, Any]:
    return {"form_token": secrets.token_hex(16), "language": request.LANGUAGE_CODE}
