"""Merge a topic, an author or an agency into another: named under any spelling, shown with its count, then asked."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from articles.admin.site import page
from articles.admin.topics_field import topic_named
from articles.language.folding import fold_name
from articles.models import Agency, Author, Topic
from articles.workflow import merging
from articles.workflow.merging import Mergeable
from articles.workflow.refusals import Refused
from articles.workflow.table import Duty

MOST_OFFERED = 1000
TITLES = {Topic: _("Merge topics"), Author: _("Merge authors"), Agency: _("Merge agencies")}


class MergeForm(forms.Form):
    """The one that stays."""

    into = forms.CharField(
        label=_("The one that stays"),
        max_length=120,
        widget=forms.TextInput(attrs={"dir": "auto", "list": "known-names", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, named: Callable[[str], Mergeable | None], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.named = named

    def clean_into(self) -> Mergeable:
        """Return the one of this name, in whatever spelling and language."""
        found = self.named(self.cleaned_data["into"])
        if found is None:
            raise forms.ValidationError(gettext("There is none of this name."))
        return found


@page("topics/<int:pk>/merge/", name="merge_topic", asks=Duty.KEEP_TOPICS)
def merge_topic(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Merge a topic."""
    return _page(request, Topic, pk, topic_named)


@page("authors/<int:pk>/merge/", name="merge_author", asks=Duty.KEEP_NAMES)
def merge_author(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Merge an author."""
    return _page(request, Author, pk, lambda name: _named(Author, name))


@page("agencies/<int:pk>/merge/", name="merge_agency", asks=Duty.KEEP_NAMES)
def merge_agency(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Merge an agency."""
    return _page(request, Agency, pk, lambda name: _named(Agency, name))


def _named(model: Any, name: str) -> Any:
    """Return what has this name in either language; both together, as lists show them, do as well."""
    keys = [fold_name(part)[:120] for part in (name, *name.split("·")) if fold_name(part)]
    found = model.objects.filter(Q(key_ar__in=keys) | Q(key_en__in=keys)).select_related("merged_into").first()
    return found and (found.merged_into or found)


def _page(
    request: HttpRequest, model: type[Mergeable], pk: int, named: Callable[[str], Mergeable | None]
) -> HttpResponseBase:
    """Show what a merger would move; do it when asked."""
    one: Any = model._default_manager.filter(pk=pk).first()
    if one is None:
        raise Http404
    form = MergeForm(request.POST or None, named=named)
    found = None
    if request.method == "POST" and form.is_valid():
        try:
            if "merge" in request.POST:
                return _merge(request, one, form.cleaned_data["into"])
            found = merging.merger(one, form.cleaned_data["into"])
        except Refused as refused:
            form.add_error("into", refused.sentence)
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": TITLES[model],
        "one": _said(one),
        "into": _said(found.into) if found else "",
        "kind": one._meta.model_name,
        "form": form,
        "found": found,
        "back": _address(one),
        "known": map(_said, model._default_manager.filter(merged_into=None).exclude(pk=pk)[:MOST_OFFERED]),
    }
    return render(request, "admin/merge.html", context, status=400 if form.errors else 200)


def _merge(request: HttpRequest, one: Mergeable, into: Mergeable) -> HttpResponseBase:
    kept = merging.merge(one, into, by=request.user, clock=timezone.now())  # type: ignore[arg-type]
    messages.success(request, gettext("Merged into “%(name)s”.") % {"name": _said(kept)})
    return HttpResponseRedirect(_address(kept))


def _said(one: Any) -> str:
    name = one.label if isinstance(one, Topic) else one.name
    return str(name(get_language()))


def _address(one: Mergeable) -> str:
    return reverse(f"admin:articles_{one._meta.model_name}_change", args=[one.pk])
