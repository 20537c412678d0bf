"""Photos on the desk: uploaded, described, found, and looked at."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import admin
from django.core.files.storage import default_storage
from django.core.validators import FileExtensionValidator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import localize
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.checked_lines import check_line
from articles.admin.photo_pull import named_uses
from articles.admin.site import DeskModelAdmin, page, place
from articles.admin.uncounted import PhotoList
from articles.models import Language, Photo
from articles.publishing import photos, search, uploads
from articles.workflow import search_entries
from articles.workflow.rights import allowed
from articles.workflow.table import Duty

ABOUT_TO_END = timedelta(days=30)
ACCEPTED = "image/jpeg,image/png,image/webp,image/avif"


class PhotoFileField(forms.FileField):
    """A file that is checked by opening it; phones convert HEIC by the `accept`."""

    widget = forms.FileInput(attrs={"accept": ACCEPTED})

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Refuse what is no picture of ours, with the sentence that helps."""
        upload = super().clean(data, initial)
        if upload:
            try:
                uploads.read(upload)
            except uploads.BadPicture as bad:
                raise forms.ValidationError(bad.sentence, code=bad.code) from bad
            upload.seek(0)
        return upload


class PhotoForm(forms.ModelForm):
    """A picture's words, those for readers looked through."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for language in Language:
            if f"credit_{language}" in self.fields:
                check_line(self.fields[f"credit_{language}"], checked_as="credit", language=language.value)


class NewPhotoForm(PhotoForm):
    """A picture with its file."""

    file = PhotoFileField(
        label=_("Picture file"),
        validators=[FileExtensionValidator(["jpg", "jpeg", "png", "webp", "avif", "heic", "heif"])],
    )

    class Meta:
        model = Photo
        fields = ("title", "credit_ar", "credit_en", "licence", "rights_until")


class RightsFilter(admin.SimpleListFilter):
    """The photos whose rights have ended, or are about to."""

    title = _("rights")
    parameter_name = "rights"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Return what can be asked for."""
        return [("ending", _("End within 30 days")), ("ended", _("Have ended"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep what was asked for."""
        at = timezone.now()
        if self.value() == "ending":
            return queryset.filter(rights_until__gt=at, rights_until__lte=at + ABOUT_TO_END)
        return queryset.filter(rights_until__lte=at) if self.value() == "ended" else queryset


@admin.register(Photo)
class PhotoAdmin(DeskModelAdmin):
    """The house's pictures."""

    duty = Duty.UPLOAD_PHOTO
    list_filter = (RightsFilter,)
    list_display = ("thumbnail", "title", "credit_ar", "credit_en", "rights", "uploaded_by", "uploaded_at")
    list_display_links = ("thumbnail", "title")
    list_select_related = ("uploaded_by",)
    empty_value_display = ""
    search_fields = ("title",)
    sortable_by = ()
    fields = (
        *("picture", "title", ("credit_ar", "credit_en"), "licence", "rights_until"),
        ("focal_x", "focal_y"),
    )
    readonly_fields = ("picture",)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[PhotoList]:
        """Return a list that goes on behind its last page."""
        del request, kwargs
        return PhotoList

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Leave out what stands in nothing but stories that this person may not see: list, search, form, choices."""
        return super().get_queryset(request).seen_by(request.user)  # type: ignore[attr-defined]

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Let those who keep the authors choose portraits too."""
        asked = request.resolver_match
        if asked is not None and asked.view_name == "admin:autocomplete":
            return any(allowed(request.user, duty) for duty in (self.duty, Duty.KEEP_NAMES))  # type: ignore[arg-type]
        return super().has_view_permission(request, obj)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:  # noqa: FBT001, FBT002 – Django's signature
        """Return the form with the file for a new picture only."""
        kwargs["form"] = NewPhotoForm if obj is None else PhotoForm
        return super().get_form(request, obj, change=change, **kwargs)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Ask for the file of a new picture; show the one that is there."""
        return ("file", *self.fields[1:-1]) if obj is None else self.fields

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Let people keep their own pictures, and those who keep photos every one."""
        if obj is None or obj.uploaded_by == request.user:
            return allowed(request.user, Duty.UPLOAD_PHOTO)  # type: ignore[arg-type]
        return allowed(request.user, Duty.KEEP_PHOTOS)  # type: ignore[arg-type]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Find by what it shows, and by its captions in the newest texts that this person may see."""
        if not search_term.strip():
            return queryset, False
        found = search.photos_find(search_term, user=request.user, at=timezone.now())  # type: ignore[arg-type]
        return queryset.filter(pk__in=found), False

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        """Say where the photo is used, and offer to pull it to those who may."""
        photo = kwargs.get("obj")
        context["uses"] = named_uses(photo, request.user) if photo else []  # type: ignore[arg-type]
        is_shown = photo is not None and photo.pulled_at is None
        context["may_pull"] = is_shown and allowed(request.user, Duty.PULL_PHOTO)  # type: ignore[arg-type]
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:  # noqa: FBT001 – Django's signature
        """Take a new picture in by the one service; save the words of one that is there."""
        if change:
            super().save_model(request, obj, form, change)
            photos.refocus(obj, clock=timezone.now())
            search_entries.of_photo(obj, at=timezone.now())
            return
        said = form.cleaned_data
        made = photos.take_in(
            said["file"],
            title=said["title"],
            credit_ar=said["credit_ar"],
            credit_en=said["credit_en"],
            licence=said["licence"],
            rights_until=said["rights_until"],
            by=request.user,  # type: ignore[arg-type]
            clock=timezone.now(),
        )
        obj.__dict__.update(made.__dict__)

    @admin.display(description=_("picture"))
    def thumbnail(self, photo: Photo) -> str:
        """Return a small picture for a list."""
        return format_html(
            '<img class="desk-thumbnail" src="{}" alt="{}" width="120" height="{}" loading="lazy">',
            reverse("admin:photo_file", args=[photo.pk]),
            photo.title,
            round(120 * photo.height / photo.width),
        )

    @admin.display(description=_("rights"))
    def rights(self, photo: Photo) -> str:
        """Say when a picture may no longer be shown, where that is known."""
        if photo.rights_until is None:
            return ""
        ends = localize(timezone.localtime(photo.rights_until))
        word = _("Rights ended:") if photo.rights_until <= timezone.now() else _("Rights end:")
        return format_html('<strong class="desk-scheduled">{} {}</strong>', word, ends)

    @admin.display(description=_("picture"))
    def picture(self, photo: Photo) -> str:
        """Return the picture for its form."""
        return format_html(
            '<img class="desk-picture" src="{}" alt="" width="640" height="{}" data-focus="id_focal_x id_focal_y" '
            'data-scale="100" data-label="{}">',
            reverse("admin:photo_file", args=[photo.pk]),
            round(640 * photo.height / photo.width),
            _("Focal point"),
        )


@page("photos/<int:pk>/file/", name="photo_file", asks=Duty.SEE_DESK)
def photo_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Show a picture to the desk, whether readers may see it or not."""
    photo = get_object_or_404(Photo.objects.seen_by(request.user), pk=pk)  # type: ignore[arg-type]
    # What was pulled has left every public file; the desk still has to know which picture it was.
    known = (photos.small_name(photo), photos.original_name(photo.token))
    name = next((name for name in known if name and default_storage.exists(name)), None)
    if name is None:
        raise Http404
    with default_storage.open(name) as file:
        return HttpResponse(file.read(), content_type="image/jpeg")


place(_("Photos"), "articles_photo_changelist", duty=Duty.UPLOAD_PHOTO, position=30)
