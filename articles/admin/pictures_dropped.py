"""Pictures that are dropped or pasted into a text: taken in by the one door, answered to the editor's script."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.article_form import LineField
from articles.admin.photos import PhotoFileField
from articles.admin.site import page
from articles.publishing import photos
from articles.workflow.table import Duty


class DroppedForm(forms.Form):
    """One picture, whose it is, and what it shows."""

    file = PhotoFileField(label=gettext_lazy("Picture file"))
    credit = LineField(max_length=160, label=gettext_lazy("Photo credit"))
    shows = LineField(max_length=400)

    def clean_credit(self) -> str:
        """Ask for the credit."""
        if not self.cleaned_data["credit"]:
            raise forms.ValidationError(_("A photo needs this."))
        return str(self.cleaned_data["credit"])


@page("photos/dropped/", name="photo_dropped", asks=Duty.UPLOAD_PHOTO)
def photo_dropped(request: HttpRequest) -> HttpResponseBase:
    """Take a picture in, or say field by field why not."""
    if request.method != "POST":
        return JsonResponse({"refused": {}}, status=405)
    form = DroppedForm(request.POST, request.FILES)
    if not form.is_valid():
        refused = {name: " ".join(map(str, sentences)) for name, sentences in form.errors.items()}
        return JsonResponse({"refused": refused}, status=422)
    given: dict[str, Any] = form.cleaned_data
    photo = photos.take_in(
        given["file"],
        title=(given["shows"] or given["file"].name)[:200],
        credit_ar=given["credit"],
        credit_en=given["credit"],
        by=request.user,  # type: ignore[arg-type]
        clock=timezone.now(),
    )
    return JsonResponse({"id": photo.pk, "title": photo.title})
