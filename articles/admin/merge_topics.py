"""Merge a topic into another: named under any spelling, shown with its count, then asked."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.admin.site import page
from articles.admin.topics_field import topic_named
from articles.models import Topic
from articles.workflow import topics
from articles.workflow.refusals import Refused
from articles.workflow.table import Duty


class MergeForm(forms.Form):
    """The topic that stays."""

    into = forms.CharField(
        label=_("The topic that stays"),
        max_length=100,
        widget=forms.TextInput(attrs={"dir": "auto", "list": "known-topics", "autocomplete": "off"}),
    )

    def clean_into(self) -> Topic:
        """Return the topic of this name, in whatever spelling and language."""
        found = topic_named(self.cleaned_data["into"])
        if found is None:
            raise forms.ValidationError(gettext("There is no topic of this name."))
        return found


@page("topics/<int:pk>/merge/", name="merge_topic", asks=Duty.KEEP_TOPICS)
def merge_topic(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Show what a merger would move; do it when asked."""
    topic = Topic.objects.filter(pk=pk).first()
    if topic is None:
        raise Http404
    form = MergeForm(request.POST or None)
    found = None
    if request.method == "POST" and form.is_valid():
        try:
            if "merge" in request.POST:
                return _merge(request, topic, form.cleaned_data["into"])
            found = topics.merger(topic, form.cleaned_data["into"])
        except Refused as refused:
            form.add_error("into", refused.sentence)
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": gettext("Merge topics"),
        "topic": topic,
        "form": form,
        "found": found,
        "known": Topic.objects.filter(merged_into=None).exclude(pk=topic.pk)[:1000],
    }
    return render(request, "admin/merge_topic.html", context, status=400 if form.errors else 200)


def _merge(request: HttpRequest, topic: Topic, into: Topic) -> HttpResponseBase:
    kept = topics.merge(topic, into, by=request.user, clock=timezone.now())  # type: ignore[arg-type]
    messages.success(request, gettext("Merged into “%(topic)s”.") % {"topic": kept})
    return HttpResponseRedirect(reverse("admin:articles_topic_change", args=[kept.pk]))
