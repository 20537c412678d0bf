"""Photos on the desk: the point that every cut keeps, and pulling one from everywhere at once."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from articles.models import Author, FrontSlot, Outbox, Photo, Story, WorkflowEvent
from articles.publishing import addresses, outbox, photos, renditions
from tests.admin.desk import at_desk, form_of, signed_in
from tests.public.site import make_photo, path_of, shown_as
from tests.workflow.newsroom import Newsroom, head


@pytest.fixture(autouse=True)
def _own_media(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = str(tmp_path)


def test_a_use_keeps_a_point_of_its_own_and_its_page_shows_that_cut(room: Newsroom) -> None:
    photo = make_photo(room)
    article = room.draft(photos=(shown_as(photo),))

    form_of(article, room.writer).press("Save", {"photos-0-crop_x": "20", "photos-0-crop_y": "80"})
    assert head(article).photo_uses.get().crop == {"x": 0.2, "y": 0.8}
    form_of(article, room.writer).press("Save", {"photos-0-caption": "عند الرصيف الثاني"})
    assert head(article).photo_uses.get().crop == {"x": 0.2, "y": 0.8}

    room.publish(article)
    outbox.deliver(timezone.now() + timedelta(minutes=1))

    assert f"{photo.token}-16x9-20x80-800.avif" in Client().get(path_of(article)).content.decode()


def test_a_moved_focal_point_is_a_new_cut_and_the_former_one_serves_meanwhile(room: Newsroom) -> None:
    photo = make_photo(room)
    article = room.live(photos=(shown_as(photo),))
    outbox.deliver(room.tick())

    words = {"title": photo.title, "credit_ar": photo.credit_ar, "credit_en": photo.credit_en}
    signed_in(room.photo_editor).post(
        f"/admin/articles/photo/{photo.pk}/change/", words | {"focal_x": "0.1", "focal_y": "0.5"}
    )
    assert f"{photo.token}-16x9-50x50-800.avif" in Client().get(path_of(article)).content.decode()
    photos.render(photo.pk)

    assert f"{photo.token}-16x9-10x50-800.avif" in Client().get(path_of(article)).content.decode()


@pytest.mark.parametrize("who", ["photo_editor", "editor", "chief_editor", "writer", "translator", "administrator"])
def test_pulling_a_photo_is_for_photo_editors_and_editors(room: Newsroom, who: str) -> None:
    photo = make_photo(room)
    may = who in {"photo_editor", "editor", "chief_editor"}

    answer = signed_in(getattr(room, who)).post(f"/admin/photos/{photo.pk}/pull/", {"why": "شكوى حقوق"})

    assert answer.status_code == (302 if may else 403)
    assert (Photo.objects.get().pulled_at is not None) is may


def test_a_pulled_photo_is_gone_from_every_address_at_once_and_the_pages_stay_whole(room: Newsroom) -> None:
    photo = make_photo(room)
    article, other = room.live(photos=(shown_as(photo),)), room.live(headline="خبر ثان", photos=(shown_as(photo),))
    secret = room.live(headline="خبر سري", photos=(shown_as(photo),))
    Story.objects.filter(pk=secret.story_id).update(is_restricted=True)
    room.draft(headline="مسودة فيها الصورة", photos=(shown_as(photo),))
    FrontSlot.objects.create(
        language="ar", position=1, article=other, photo=photo, live_from=room.now, created_by=room.editor
    )
    Author.objects.create(slug="salma", name_ar="سلمى", name_en="Salma", portrait=photo)
    outbox.deliver(room.tick())
    photo.refresh_from_db()
    reader, every = Client(), list(renditions.every(photo.renditions))
    ways = [addresses.picture(photo.token, each.width, each.extension, each.cut) for each in every]
    assert {reader.head(way).status_code for way in ways} == {200}

    desk = at_desk(room.photo_editor, f"/admin/photos/{photo.pk}/pull/")
    for words in (article.headline, other.headline, "مسودة فيها الصورة", "سلمى"):
        assert words in desk.page.html
    assert secret.headline not in desk.page.html
    refused = desk.client.post(f"/admin/photos/{photo.pk}/pull/", {"why": " "})
    assert refused.status_code == 422
    assert desk.client.post(f"/admin/photos/{photo.pk}/pull/", {"why": "شكوى حقوق"}).status_code == 302

    answers = [reader.get(way) for way in ways]
    assert {(answer.status_code, answer["xkey"]) for answer in answers} == {(410, f"photo-{photo.pk}")}
    assert len(ways) > 20
    for path in (path_of(article), path_of(other), "/ar/", "/ar/feed/rss/"):
        page = reader.get(path)
        assert page.status_code == 200
        assert photo.token not in page.content.decode()
    told = WorkflowEvent.objects.filter(verb="pull_photo", why="شكوى حقوق", actor=room.photo_editor)
    assert set(told.values_list("article", flat=True)) == {None, article.pk, other.pk, secret.pk}
    purges = Outbox.objects.filter(task="purge", payload__is_hard=True)
    assert [f"photo-{photo.pk}" in purge.payload["keys"] for purge in purges] == [True, True]
    assert f"article-{article.pk}" in purges[0].payload["keys"]


def test_a_pulled_photos_files_are_away_and_none_is_made_again(
    room: Newsroom, django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[list[object]]]
) -> None:
    photo = make_photo(room)
    names = [photos.rendition_name(photo.token, each) for each in renditions.every(photo.renditions)]
    assert all(default_storage.exists(name) for name in names)

    with django_capture_on_commit_callbacks(execute=True):
        signed_in(room.editor).post(f"/admin/photos/{photo.pk}/pull/", {"why": "شكوى"})
    outbox.deliver(room.tick())

    assert not [name for name in names if default_storage.exists(name)]
    assert signed_in(room.editor).get(f"/admin/photos/{photo.pk}/file/").status_code == 200
