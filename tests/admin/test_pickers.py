"""What the form's pickers find: a few, in any spelling, and nothing that this person may not see."""

import pytest
from django.utils import timezone

from articles.models import Agency, Author, Topic
from articles.workflow import search_entries
from tests.admin.desk import form_of, signed_in
from tests.public.site import make_photo, shown_as
from tests.workflow.newsroom import Newsroom, head


def found(client, kind: str, typed: str, key: str = "label") -> list[str]:
    """Ask a picker."""
    return [each[key] for each in client.get(f"/admin/pick/{kind}/", {"q": typed, "language": "ar"}).json()["found"]]


def test_topics_and_names_are_found_under_any_spelling(room: Newsroom) -> None:
    ports = Topic.objects.create(slug="ports", name_ar="الموانئ", name_en="Ports", key="الموانء")
    Topic.objects.create(slug="harbours", name_ar="الموانئ القديمة", name_en="", key="x", merged_into=ports)
    Author.objects.create(name_ar="إيمان أحمد", name_en="Iman Ahmad", slug="iman")
    agency = Agency.objects.create(name_ar="وكالة الأحمدي", name_en="Ahmadi Agency")
    client = signed_in(room.writer)

    assert found(client, "topics", "port") == found(client, "topics", "porting") == ["الموانئ"]
    assert found(client, "topics", "ميناء") == ["الموانئ"]
    assert found(client, "names", "احمد") == ["إيمان أحمد", "وكالة الأحمدي"]
    assert found(client, "names", "ahmadi", "value") == [f"agency-{agency.pk}"]
    assert found(client, "names", "  ") == found(client, "names", "x\x00'%_") == []
    assert client.get("/admin/pick/secrets/?q=x").status_code == 404


@pytest.mark.usefixtures("_own_media")
def test_photos_are_found_by_title_and_caption_but_not_a_restricted_storys(room: Newsroom) -> None:
    titled, captioned, hidden = (make_photo(room) for _ in range(3))
    titled.title = "سفينة إغاثة في المرفأ"
    titled.save()
    search_entries.of_photo(titled, at=timezone.now())
    room.draft(photos=(shown_as(captioned, caption="وصول سفينةِ إغاثة"),))
    secret = room.draft(photos=(shown_as(hidden, caption="سفينة اغاثه سرية"),))
    secret.story.is_restricted = True
    secret.story.save()
    client = signed_in(room.editor)

    for typed in ("سفينه اغاثه", "إغاثه"):
        assert set(found(client, "photos", typed, "value")) == {str(titled.pk), str(captioned.pk)}
    assert found(client, "photos", "المرف", "value") == [str(titled.pk)]
    assert "of 3" not in client.get("/admin/articles/photo/?q=إغاثه").content.decode()


def test_our_stories_are_found_with_their_short_address(room: Newsroom) -> None:
    article = room.live(headline="سفينة تصل إلى المرفأ")
    room.draft(headline="سفينة لم تُنشر بعد")
    client = signed_in(room.writer)

    assert found(client, "stories", "سفينه", "value") == [f"/ar/{article.pk}/"]
    assert found(client, "stories", str(article.pk)) == ["سفينة تصل إلى المرفأ"]


def test_a_name_beyond_the_first_few_is_kept_and_can_be_chosen(room: Newsroom) -> None:
    for number in range(70):
        last = Author.objects.create(name_ar=f"كاتب {number:03}", name_en=f"Author {number:03}", slug=f"a-{number}")
    article = room.draft()
    desk = form_of(article, room.writer)
    assert f"author-{last.pk}" not in desk.page.html

    page = desk.press("Save", {"bylines-0-who": f"author-{last.pk}"})

    assert page.article.fields["bylines-0-who"] == f"author-{last.pk}"
    assert [line.author for line in head(article).bylines.all()] == [last]


@pytest.fixture
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)
