"""Import copy: paste or upload it, see what was understood, then save it as a draft; nothing is saved unseen."""

import secrets
from datetime import timedelta
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
from articles.admin.copy_preview import preview
from articles.admin.site import page
from articles.importing import service
from articles.importing.decode import Unreadable
from articles.importing.files import MOST_BYTES, read_file, read_paste
from articles.importing.reading import Reading
from articles.language.direction import direction_of
from articles.models import Language, WaitingCopy
from articles.workflow.refusals import Refused
from articles.workflow.table import Duty

WAITS_FOR = timedelta(days=1)
LONGEST_PASTE = 2_000_000


class ImportForm(forms.Form):
    """Copy as it came, its language, and where it is to stand."""

    form_token = forms.CharField(widget=forms.HiddenInput, max_length=32)
    waiting = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)
    html = forms.CharField(widget=forms.HiddenInput, required=False, strip=False, max_length=LONGEST_PASTE)
    language = forms.ChoiceField(label=_("Language"), choices=Language.choices)
    section = SectionField(label=_("Section"))
    text = forms.CharField(
        label=_("Paste the copy"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"dir": "auto", "rows": 14, "data-keeps-html": "id_html"}),
    )
    file = forms.FileField(
        label=_("or choose a file: text, Word (.docx) or a saved web page"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".txt,.docx,.html,.htm,text/plain,text/html"}),
    )

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request

    def clean(self) -> dict[str, Any]:
        """Return what was read: the file when there is one, else what was pasted, else the file shown before."""
        values = super().clean() or {}
        try:
            values["copy"] = self._reading(values)
        except Unreadable as unreadable:
            raise forms.ValidationError(gettext(unreadable.message) % unreadable.parameters) from unreadable
        return values

    def _reading(self, values: dict[str, Any]) -> Reading:
        upload = values.get("file")
        text, html = values.get("text", ""), values.get("html", "")
        if upload:
            data = upload.read(MOST_BYTES + 1)
            reading = read_file(data)
            values["to_wait"] = (data, upload.name) if reading.html else None
            return reading
        waiting = self._waiting(values) if not text.strip() else None
        return read_file(bytes(waiting.data)) if waiting else read_paste(text, html)

    def _waiting(self, values: dict[str, Any]) -> WaitingCopy | None:
        if not values.get("waiting"):
            return None
        return WaitingCopy.objects.filter(form_token=values.get("form_token"), sent_by=self.request.user.pk).first()


@page("import/", name="import_copy", asks=Duty.IMPORT_COPY)
def import_copy(request: HttpRequest) -> HttpResponseBase:
    """Show what a copy was understood as; save it when asked."""
    form = ImportForm(request.POST or None, request.FILES or None, initial=_initial(request), request=request)
    understood = None
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            understood = service.understand(said["copy"], language=said["language"], section=said["section"])
            if "save" in request.POST or "join" in request.POST:
                return _save(request, said)
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
        joins="join" in request.POST,
    )
    WaitingCopy.objects.filter(form_token=said["form_token"]).delete()
    done = _("The new take is joined into the article.") if imported.joined else _("The copy is a draft now.")
    messages.success(request, done)
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[imported.article.pk]))


def _context(request: HttpRequest, form: ImportForm, understood: service.Understood | None) -> dict[str, Any]:
    language = form["language"].value()
    shown = None
    if understood is not None:
        _show_again(request, form, understood.reading)
        now = timezone.now()
        earlier = service.earlier_of(understood, language=language, by=request.user, clock=now)  # type: ignore[arg-type]
        shown = preview(understood, earlier, now=now, language=request.LANGUAGE_CODE)
    return {
        **admin.site.each_context(request),
        "title": _("Import copy"),
        "form": form,
        "shown": shown,
        "copy_language": language,
        "copy_direction": direction_of(language) if language in Language.values else "auto",
    }


def _show_again(request: HttpRequest, form: ImportForm, reading: Reading) -> None:
    """What was shown is what is saved: a text goes back into the form, a rich file waits until it is saved."""
    said = form.cleaned_data
    data: dict[str, Any] = {**request.POST.dict()}
    if said.get("to_wait"):
        content, name = said["to_wait"]
        data |= {"text": "", "html": "", "waiting": name[:200]}
        now = timezone.now()
        WaitingCopy.objects.filter(sent_at__lt=now - WAITS_FOR).delete()
        WaitingCopy.objects.update_or_create(
            form_token=said["form_token"],
            defaults={"sent_by": request.user, "name": name[:200], "data": content, "sent_at": now},  # type: ignore[misc]
        )
    elif not reading.html:
        data |= {"text": reading.text, "html": "", "waiting": ""}
    form.data = data


def _status(form: ImportForm) -> int:
    return 400 if form.is_bound and form.errors else 200


def _initial(request: HttpRequest) -> dict[str, Any]:
    return {"form_token": secrets.token_hex(16), "language": request.LANGUAGE_CODE}
