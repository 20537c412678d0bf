"""A picture that stands in nothing but restricted stories exists only for those who may see them."""

from pathlib import Path

import pytest
from pytest_django import Settings

from articles.models import Author, Photo, PhotoLine, Story
from tests.admin.desk import at_desk, form_of, signed_in
from tests.public.site import make_photo
from tests.workflow.newsroom import Newsroom, fresh

ROLES = ("writer", "reporter", "translator", "photo_editor", "editor", "duty_editor", "chief_editor", "administrator")
SECRET = "تسوية سرية"


@pytest.fixture(autouse=True)
def _own_media(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = str(tmp_path)


@pytest.fixture
def hidden(room: Newsroom) -> Photo:
    photo = make_photo(room)
    Photo.objects.filter(pk=photo.pk).update(title=SECRET)
    article = room.draft(photos=(PhotoLine(photo_id=photo.pk, is_decorative=True, caption="خلف الباب"),))
    Story.objects.filter(pk=article.story_id).update(is_restricted=True)
    return photo


@pytest.mark.parametrize("who", ROLES)
def test_a_restricted_picture_is_nowhere_on_the_desk_but_for_those_let_in(
    room: Newsroom, hidden: Photo, who: str
) -> None:
    user, is_let_in = getattr(room, who), who == "writer"
    client = signed_in(user)
    portraits = "/admin/autocomplete/?app_label=articles&model_name=author&field_name=portrait&term="
    answers = {
        "file": client.get(f"/admin/photos/{hidden.pk}/file/").status_code == 200,
        "form": client.get(f"/admin/articles/photo/{hidden.pk}/change/").status_code == 200,
        "history": client.get(f"/admin/articles/photo/{hidden.pk}/history/").status_code == 200,
        "list": SECRET in client.get("/admin/articles/photo/").content.decode(),
        "search": f"/photo/{hidden.pk}/" in client.get("/admin/articles/photo/?q=الباب").content.decode(),
        "portrait": f'"id": "{hidden.pk}"' in client.get(portraits).content.decode(),
        "picker": SECRET in client.get("/admin/articles/article/add/?language=ar").content.decode(),
    }

    assert set(answers.values()) == {is_let_in}, answers


def test_a_person_let_in_sees_it_and_so_does_everybody_once_an_open_story_uses_it(
    room: Newsroom, hidden: Photo
) -> None:
    address = f"/admin/photos/{hidden.pk}/file/"
    Story.objects.get().readers.add(room.reporter)
    assert signed_in(room.reporter).get(address).status_code == 200
    assert signed_in(room.editor).get(address).status_code == 404

    room.draft(photos=(PhotoLine(photo_id=hidden.pk, is_decorative=True),))

    assert signed_in(room.editor).get(address).status_code == 200


def test_its_number_cannot_be_put_into_another_article_nor_made_a_portrait(room: Newsroom, hidden: Photo) -> None:
    article = room.draft()
    desk = form_of(article, room.editor)

    page = desk.press("Save", {"photos-0-photo": str(hidden.pk), "photos-0-is_decorative": "on"})

    assert page.status == 422
    assert SECRET not in page.html
    assert not fresh(article).head.photo_uses.exists()

    author = Author.objects.create(slug="salma", name_ar="سلمى", name_en="Salma")
    signed_in(room.administrator).post(
        f"/admin/articles/author/{author.pk}/change/",
        {"name_ar": "سلمى", "name_en": "Salma", "slug": "salma", "portrait": str(hidden.pk)},
    )
    author.refresh_from_db()
    assert author.portrait is None


def test_an_administrator_chooses_a_portrait_but_uploads_and_lists_nothing(room: Newsroom) -> None:
    photo = make_photo(room)
    client = signed_in(room.administrator)

    found = client.get("/admin/autocomplete/?app_label=articles&model_name=author&field_name=portrait&term=")

    assert [row["id"] for row in found.json()["results"]] == [str(photo.pk)]
    assert at_desk(room.administrator, "/admin/articles/photo/").page.status == 403
    assert client.get("/admin/articles/photo/add/").status_code == 403
