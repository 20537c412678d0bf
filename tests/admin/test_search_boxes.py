"""Every search box of the desk finds under another spelling, and under another form of an English word."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db.models import Model
from django.utils import timezone

from articles.models import (
    Agency,
    Author,
    Desk,
    Language,
    NameEntry,
    Photo,
    Section,
    Series,
    SpellingGroup,
    Stopword,
    TermRule,
    Topic,
    User,
)
from articles.workflow import search_entries
from tests.admin.desk import signed_in
from tests.public.site import make_photo
from tests.workflow.newsroom import Newsroom

TYPED = ("أخبار", "اخبار", "اﻷخبار", "أَخْبـار", "الأخبار")
NAMED = {"name_ar": "الأخبار العاجلة", "name_en": "Elections"}


def _photo(room: Newsroom) -> Photo:
    photo = make_photo(room)
    photo.title = "الأخبار · Elections"
    photo.save()
    search_entries.of_photo(photo, at=timezone.now())
    return photo


def _person(_room: Newsroom) -> User:
    return User.objects.create(username="x", display_name="الأخبار Elections")


THINGS: dict[str, Callable[[Newsroom], Model]] = {
    "topic": lambda _room: Topic.objects.create(slug="x", **NAMED),
    "section": lambda _room: Section.objects.create(slug="x", **NAMED),
    "series": lambda _room: Series.objects.create(slug="x", **NAMED),
    "author": lambda _room: Author.objects.create(slug="x", **NAMED),
    "desk": lambda _room: Desk.objects.create(slug="x", **NAMED),
    "agency": lambda _room: Agency.objects.create(slug="x", **NAMED),
    "nameentry": lambda _room: NameEntry.objects.create(role="Elections", **NAMED),
    "termrule": lambda _room: TermRule.objects.create(
        language=Language.AR, word="الأخبار", preferred="Elections", reason="x"
    ),
    "spellinggroup": lambda _room: SpellingGroup.objects.create(spellings="الأخبار\nElections"),
    "photo": _photo,
    "user": _person,
    "article": lambda room: room.draft(headline="الأخبار العاجلة Elections"),
}


def _lists(page: Any, kind: str, thing: Model) -> bool:
    return f"/admin/articles/{kind}/{thing.pk}/" in page.content.decode()


@pytest.mark.usefixtures("_own_media")
@pytest.mark.parametrize("kind", THINGS)
def test_every_list_finds_under_every_spelling(room: Newsroom, kind: str) -> None:
    thing = THINGS[kind](room)
    client = signed_in(_who(room, kind))

    def finds(typed: str) -> bool:
        return _lists(client.get(f"/admin/articles/{kind}/", {"q": typed}), kind, thing)

    assert [typed for typed in (*TYPED, "election", "elections") if not finds(typed)] == []
    assert not finds("غرينلاند")


def test_stopwords_are_found_under_every_spelling(room: Newsroom) -> None:
    word = Stopword.objects.create(word="إزاءَ")
    client = signed_in(room.chief_editor)

    assert all(
        _lists(client.get("/admin/articles/stopword/", {"q": typed}), "stopword", word) for typed in ("ازاء", "إزاء")
    )


def _who(room: Newsroom, kind: str) -> User:
    return room.administrator if kind in {"section", "user"} else room.chief_editor


@pytest.fixture
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)


def test_headlines_of_working_copies_are_suggested_to_who_may_see_them(room: Newsroom) -> None:
    draft = room.draft(headline="أزمة الموانئ تتفاقم")
    secret = room.draft(headline="أزمة سرية")
    secret.story.is_restricted = True
    secret.story.save()
    client = signed_in(room.editor)

    def suggested(typed: str) -> list[dict[str, str]]:
        return client.get("/admin/suggest/", {"q": typed.encode("utf-8", "surrogatepass")}).json()["suggestions"]

    address = f"/admin/articles/article/{draft.pk}/change/"
    assert suggested("موان") == [{"headline": draft.headline, "url": address, "lang": "ar"}]
    assert suggested("ازمة المواني") == suggested("ازمه") == suggested("موان")
    assert suggested("مو") == suggested("") == suggested("\ud800'\"*") == []
