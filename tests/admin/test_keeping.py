"""What is kept beside the articles: photos, names, topics, fronts, the strip, people; each by its duty."""

import io
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from pytest_django import Settings

from articles.models import Author, Photo, Role, Topic, User
from tests.admin.desk import person, signed_in

PAGES = {
    "photo": {Role.REPORTER, Role.TRANSLATOR, Role.PHOTO_EDITOR, Role.EDITOR, Role.CHIEF_EDITOR},
    "topic": {Role.EDITOR, Role.CHIEF_EDITOR},
    "series": {Role.EDITOR, Role.CHIEF_EDITOR},
    "author": {Role.EDITOR, Role.CHIEF_EDITOR, Role.ADMINISTRATOR},
    "desk": {Role.EDITOR, Role.CHIEF_EDITOR, Role.ADMINISTRATOR},
    "agency": {Role.EDITOR, Role.CHIEF_EDITOR, Role.ADMINISTRATOR},
    "section": {Role.CHIEF_EDITOR, Role.ADMINISTRATOR},
    "house": {Role.CHIEF_EDITOR, Role.ADMINISTRATOR},
    "legacyaddress": {Role.CHIEF_EDITOR, Role.ADMINISTRATOR},
    "user": {Role.ADMINISTRATOR},
}


def desk(role: Role) -> Client:
    return signed_in(person(f"a-{role}", role))


@pytest.mark.parametrize("role", Role)
def test_each_page_opens_to_exactly_those_who_keep_it(db: None, role: Role) -> None:
    client = desk(role)

    for name, roles in PAGES.items():
        answers = [client.get(f"/admin/articles/{name}/{way}", follow=True).status_code for way in ("", "?q=سفينة")]
        assert answers == ([200, 200] if role in roles else [403, 403]), name
        if name != "house":
            assert client.get(f"/admin/articles/{name}/add/").status_code == (200 if role in roles else 403), name


def test_a_photo_is_uploaded_in_place_and_shown_to_the_desk(db: None, settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = str(tmp_path)
    file = io.BytesIO()
    Image.new("RGB", (1300, 700), "teal").save(file, "PNG")
    client = desk(Role.PHOTO_EDITOR)

    response = client.post(
        "/admin/articles/photo/add/",
        {
            "file": SimpleUploadedFile("harbour.png", file.getvalue(), "image/png"),
            "title": "المرفأ",
            "credit_ar": "راصد",
            "credit_en": "Rased",
            "licence": "",
            "rights_until": "",
        },
    )

    photo = Photo.objects.get()
    assert response.status_code == 302
    assert (photo.width, photo.height, photo.credit_ar) == (1300, 700, "راصد")
    shown = client.get(f"/admin/photos/{photo.pk}/file/")
    assert Image.open(io.BytesIO(shown.content)).size == (800, round(700 * 800 / 1300))
    assert client.get(f"/admin/articles/photo/{photo.pk}/change/").status_code == 200


def test_a_topic_is_found_under_every_spelling_and_made_once(db: None) -> None:
    Topic.objects.create(name_ar="إعادة الإعمار", name_en="Reconstruction", slug="reconstruction")
    client = desk(Role.EDITOR)

    found = client.get("/admin/articles/topic/", {"q": "اعادة الاعمار"})
    again = client.post(
        "/admin/articles/topic/add/", {"name_ar": "اعاده الإعمار", "name_en": "", "slug": "again", "variants": ""}
    )

    assert "إعادة الإعمار" in found.text
    assert "This topic is already there" in again.text
    assert Topic.objects.count() == 1


def test_an_author_is_found_by_the_folded_name(db: None) -> None:
    Author.objects.create(name_ar="أحمد الإدريسي", name_en="Ahmad al-Idrisi", slug="ahmad")

    found = desk(Role.EDITOR).get("/admin/articles/author/", {"q": "احمد الادريسي"})

    assert "أحمد الإدريسي" in found.text


def account(user: User, **fields: object) -> dict[str, object]:
    return {
        "username": user.username,
        "display_name": user.display_name,
        "email": "",
        "interface_language": "ar",
        "reads_arabic": "on",
        "is_active": "on",
    } | fields


def group_of(role: Role) -> int:
    return User.groups.through.objects.model._meta.apps.get_model("auth", "Group").objects.get(name=role).pk


def test_an_administrator_gives_roles_but_never_their_own_and_never_an_administrators(db: None) -> None:
    admin, other = person("admin", Role.ADMINISTRATOR), person("other", Role.REPORTER)
    client = signed_in(admin)

    client.post(f"/admin/articles/user/{other.pk}/change/", account(other, groups=[group_of(Role.EDITOR)]))
    assert User.objects.get(pk=other.pk).roles == {Role.EDITOR}

    above = client.post(
        f"/admin/articles/user/{other.pk}/change/", account(other, groups=[group_of(Role.ADMINISTRATOR)])
    )
    client.post(f"/admin/articles/user/{admin.pk}/change/", account(admin, groups=[group_of(Role.CHIEF_EDITOR)]))

    assert above.status_code == 403
    assert User.objects.get(pk=other.pk).roles == {Role.EDITOR}
    assert User.objects.get(pk=admin.pk).roles == {Role.ADMINISTRATOR}


def test_an_administrator_cannot_touch_a_superuser(db: None) -> None:
    root = User.objects.create_superuser("root", password="ماء النهر أزرق")

    response = signed_in(person("admin", Role.ADMINISTRATOR)).post(
        f"/admin/articles/user/{root.pk}/change/", account(root, email="thief@newsroom.example")
    )

    assert response.status_code == 403
    assert User.objects.get(pk=root.pk).email == ""


@pytest.mark.parametrize("name", PAGES)
def test_nothing_the_desk_keeps_is_deleted(db: None, name: str) -> None:
    root = User.objects.create_superuser("root", password="ماء النهر أزرق")

    assert signed_in(root).get(f"/admin/articles/{name}/1/delete/").status_code in {302, 403, 404}


def test_people_are_found_however_their_name_is_spelled(db: None) -> None:
    User.objects.create_user("hiba", display_name="هبة الأحمد")
    User.objects.create_user("nadia", display_name="نادية سالم")

    shown = desk(Role.ADMINISTRATOR).get("/admin/articles/user/?q=هبه احمد").content.decode()

    assert "هبة الأحمد" in shown
    assert "نادية سالم" not in shown
