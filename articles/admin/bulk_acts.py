"""One act on several articles of the list, each on its own: their section, topics, whose they are, spiked.

What one article refuses, the others do not feel: the answer says how many were done, and of each that was not, why.
"""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from articles.admin.assignments import PersonField
from articles.admin.choices import SectionField
from articles.admin.declared import Declared
from articles.admin.questions import EDITORS
from articles.admin.site import page
from articles.admin.topics_field import TopicsField, topics_named
from articles.language.direction import isolate
from articles.models import Article, Content, User
from articles.publishing import live_changes
from articles.workflow import drafts, planning
from articles.workflow.case import Readers, standing
from articles.workflow.refusals import Refused
from articles.workflow.table import LABELS, Duty, Verb

MOST = 50


class BulkForm(forms.Form):
    """What is to be done with the chosen articles."""

    use_required_attribute = False

    section = SectionField(label=gettext_lazy("section"), required=False)
    topics = TopicsField(label=gettext_lazy("topics"))
    person = PersonField(label=gettext_lazy("person"))
    why = forms.CharField(
        label=gettext_lazy("why"), required=False, max_length=2000, widget=forms.TextInput({"dir": "auto"})
    )


One = Callable[[Article, dict[str, Any], User], None]


def _data(change: Callable[[Content, dict[str, Any], Article], Content]) -> One:
    """Return the act that changes the data of one article: of what readers have, else of the draft."""

    def act(article: Article, given: dict[str, Any], by: User) -> None:
        at = timezone.now()
        had = standing(article, at)
        text = had.live.revision if had.live and had.now is Readers.LIVE else article.head
        if text is None:
            raise ValueError("an article is made with its first revision")
        before = text.content()
        content = change(before, given, article)
        if content == before:
            return
        if had.now is Readers.LIVE:
            live_changes.amend(article, content, live_pk=text.pk, by=by, clock=at)
        else:
            drafts.save(article.pk, content, base_pk=text.pk, by=by, clock=at)

    return act


def _placed(content: Content, given: dict[str, Any], article: Article) -> Content:
    del article
    if given["section"] is None:
        raise Refused(_("Choose a section."), "no_section")
    return content.with_(section_id=given["section"].pk)


def _with_topics(content: Content, given: dict[str, Any], article: Article) -> Content:
    if not given["topics"]:
        raise Refused(_("Name a topic."), "no_topic")
    added = topics_named(given["topics"], article.language)
    return content.with_(topic_ids=tuple(dict.fromkeys([*content.topic_ids, *added])))


def _given(article: Article, given: dict[str, Any], by: User) -> None:
    planning.assign(article, to=given["person"], by=by, clock=timezone.now())


def _spiked(article: Article, given: dict[str, Any], by: User) -> None:
    drafts.spike(article, by=by, clock=timezone.now(), why=given["why"])


BULK: dict[str, tuple[str | Promise, Declared, str, One]] = {
    "section": (gettext_lazy("Move to the section"), Duty.PLACE_STORY, "section", _data(_placed)),
    "topics": (gettext_lazy("Add the topics"), Duty.PLACE_STORY, "topics", _data(_with_topics)),
    "assign": (pgettext_lazy("bulk", "Assign"), Duty.ASSIGN, "person", _given),
    "spike": (LABELS[Verb.SPIKE], Verb.SPIKE, "why", _spiked),
}
"""Each act: what its button says, what it asks of the person, which field it reads, what it does with one article."""


def _address(name: str, asks: Declared, one: One) -> None:
    """Give one act on many its address."""

    @page(f"articles/article/bulk/{name}/", name=f"bulk_{name}", asks=asks)
    def carry_out(request: HttpRequest) -> HttpResponseBase:
        if not request.user.roles & EDITORS:  # type: ignore[union-attr]
            raise PermissionDenied
        back = request.POST.get("back", "")[:500]
        form = BulkForm(request.POST)
        if request.method == "POST" and form.is_valid():
            _carry_out(request, one, form.cleaned_data)
        elif request.method == "POST":
            messages.error(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
        return HttpResponseRedirect(f"{reverse('admin:articles_article_changelist')}?{back}")


def _carry_out(request: HttpRequest, one: One, given: dict[str, Any]) -> None:
    user: User = request.user  # type: ignore[assignment]
    chosen = [int(pk) for pk in request.POST.getlist("chosen")[:MOST] if pk.isascii() and pk.isdigit() and len(pk) < 18]
    articles = Article.objects.seen_by(user).filter(pk__in=chosen).select_related("story", "head")
    done, refused = 0, []
    for article in articles:
        try:
            one(article, given, user)
            done += 1
        except Refused as refusal:
            refused.append(f"{isolate(str(article))} – {refusal.sentence}")
    if not articles:
        messages.error(request, _("Choose some articles first."))
    elif done:
        said = ngettext("Done with %(number)d article.", "Done with %(number)d articles.", done)
        messages.success(request, said % {"number": done})
    for sentence in refused:
        messages.error(request, sentence)


def bulk_acts(user: User) -> list[dict[str, Any]]:
    """Return the acts on many that a person's role knows, each with its field of the form."""
    if not user.roles & EDITORS:
        return []
    form = BulkForm()
    return [{"name": name, "label": label, "field": form[field]} for name, (label, _asks, field, _one) in BULK.items()]


for _name, (_label, _asks, _field, _one) in BULK.items():
    _address(_name, _asks, _one)
