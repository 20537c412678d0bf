"""What makes the article's form cheap says nothing else than Django would."""

import re
from datetime import timedelta

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils import timezone
from django.utils.safestring import mark_safe

from articles.admin import asked
from articles.admin.article_form import ArticleForm, BylineForm, PhotoForm
from articles.admin.rendering import QuickRenderer
from articles.models import Agency, Author, BylineLine, Photo, Series, Topic
from tests.admin.desk import form_of
from tests.public.site import make_photo, shown_as
from tests.workflow.newsroom import Newsroom, head

ODD = """<b>"قوس" & 'x'</b>"""


class Odd(forms.Form):
    """Every widget that is written out, with values that have to be escaped."""

    line = forms.CharField(label=ODD, widget=forms.TextInput({"data-x": ODD, "hidden": True, "dir": False, "rows": 3}))
    safe = forms.CharField(widget=forms.Textarea({"title": mark_safe("<i>")}))
    number = forms.IntegerField(show_hidden_initial=True)
    moment = forms.DateTimeField(disabled=True)
    is_on = forms.BooleanField()
    file = forms.FileField(widget=forms.FileInput)
    choice = forms.ChoiceField(choices=[("", "—"), (ODD, [("1", ODD), (2, "ب")]), ("3", "ج")])
    one = forms.ChoiceField(choices=[("x", ODD), (ODD, [(1, "ب"), (2, "ج")])], widget=forms.RadioSelect({"class": ODD}))
    several = forms.MultipleChoiceField(choices=[(1, ODD), (2, "ب")], widget=forms.CheckboxSelectMultiple)


def test_a_widget_written_out_is_djangos_own_to_the_letter() -> None:
    given = {"line": ODD, "safe": f"\n{ODD}\n", "number": 12345, "is_on": True, "choice": 2, "several": ["2"]}
    empty = {"number": "x", "choice": "9"}
    language = {"language": "ar", "sections": lambda: [(1, ODD)]}
    for make in (
        lambda renderer: Odd(initial=given | {"moment": timezone.now()}, renderer=renderer),
        lambda renderer: Odd(empty, renderer=renderer),
        lambda renderer: Odd(renderer=renderer),
        lambda renderer: ArticleForm(initial={"headline": ODD, "body": f"<p>{ODD}</p>"}, renderer=renderer, **language),
        lambda renderer: BylineForm(names=lambda: [(ODD, [("author-1", ODD)])], renderer=renderer, is_shut=True),
        lambda renderer: PhotoForm(language="ar", photos=list, initial={"photo": 3, "crop_x": 0}, renderer=renderer),
    ):
        ours, theirs = make(QuickRenderer()), make(DjangoTemplates())
        # Between options white space says nothing; in a text it does.
        assert re.sub(r"\s+", " ", str(ours)) == re.sub(r"\s+", " ", str(theirs))
        for field in ours:
            if not isinstance(field.field.widget, forms.Select):
                assert str(field) == str(theirs[field.name]), field.name


@pytest.fixture
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)


@pytest.mark.usefixtures("_own_media")
def test_every_question_of_the_form_answers_as_its_queryset(room: Newsroom) -> None:
    author = Author.objects.create(name_ar="سلمى", name_en="Salma", slug="salma")
    topic = Topic.objects.create(slug="ports", name_ar="الموانئ", name_en="Ports")
    Agency.objects.create(name_ar="وكالة", name_en="Agency")
    Series.objects.create(slug="sea", name_ar="البحر", name_en="The sea")
    lines = {"bylines": (BylineLine(author_id=author.pk),), "photos": (shown_as(make_photo(room)),)}
    article = room.live(topic_ids=(topic.pk,), **lines)
    form_of(article, room.editor).press("Add the note", {"note-text": "أين المصدر؟"})
    revision, user, at = head(article).pk, room.editor.pk, timezone.now() + timedelta(minutes=1)
    photos = tuple(Photo.objects.values_list("pk", flat=True))
    for question, values, shape in (
        *((asked.editions, (article.pk, user), {"is_superuser": False, "is_shown": shown}) for shown in (True, False)),
        (asked.editions, (article.pk, None), {"is_superuser": True, "is_shown": False}),
        (asked.bylines, ((revision,),), {}),
        (asked.photo_uses, ((revision,),), {}),
        (asked.plan, (article.pk, at), {}),
        (asked.notes, (article.pk,), {}),
        (asked.events, (article.pk, article.story_id), {"most": 3}),
        (asked.topics, ((topic.pk,),), {}),
        (asked.series, (), {}),
        (asked.people, (("editor", "reporter"),), {}),
        *((asked.names, ((author.pk,), (), ()), {"language": language}) for language in ("ar", "en")),
        (asked.photos, (user, photos, ()), {"is_superuser": False}),
        (asked.photos, (None, (), photos), {"is_superuser": True}),
    ):
        found, plain = question(*values, **shape), list(question.__wrapped__(*values, **shape))
        assert found, question.__name__
        assert sorted(map(_seen, found)) == sorted(map(_seen, plain)), question.__name__


def _seen(row: object) -> str:
    own = {name: value for name, value in getattr(row, "__dict__", {}).items() if name != "_state"}
    return repr((type(row), sorted(own.items(), key=str) if own else row))
