"""A picture's address answers only while a page shows it (I1)."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from articles.models import Author, FrontSlot, Photo
from articles.publishing import addresses, withdraw
from tests.public.site import make_photo, path_of, read, shown_as, tags
from tests.workflow.newsroom import Newsroom


def address(photo: Photo, width: int = 800, extension: str = "jpg") -> str:
    return addresses.picture(photo.token, width, extension)


def test_a_picture_of_a_live_page_answers_to_anyone_and_again_with_304(room: Newsroom, client: Client) -> None:
    photo = make_photo(room)
    room.live(photos=(shown_as(photo),))

    answer = client.get(address(photo))

    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/jpeg"
    assert answer.content[:2] == b"\xff\xd8"
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "s-maxage=60" in answer["Cache-Control"]
    assert not answer.cookies
    again = client.get(address(photo), headers={"if-none-match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert "s-maxage=60" in again["Cache-Control"]


def test_a_picture_of_a_draft_or_of_nothing_is_unknown(room: Newsroom, client: Client) -> None:
    draft, scheduled, unused = make_photo(room), make_photo(room), make_photo(room)
    room.draft(photos=(shown_as(draft),))
    room.publish(room.draft(photos=(shown_as(scheduled),)), live_from=timezone.now() + timedelta(seconds=4))

    for photo in (draft, scheduled, unused):
        assert client.get(address(photo)).status_code == 404
    until = client.get(address(scheduled))["Cache-Control"].split("s-maxage=")[1].split(",")[0]
    assert int(until) <= 4
    assert client.get(f"/media/{'0' * 32}-800.jpg").status_code == 404
    assert client.get(address(draft, 9999)).status_code == 404
    assert client.get("/media/photos/aa/x-original.jpg").status_code == 404


@pytest.mark.parametrize("end", ["off_air", "remove", "pull", "rights", "replace"])
def test_a_picture_that_readers_no_longer_see_is_gone_at_once(room: Newsroom, client: Client, end: str) -> None:
    photo = make_photo(room)
    article = room.live(photos=(shown_as(photo),))
    assert client.head(address(photo)).status_code == 200

    if end == "off_air":
        withdraw.take_off_air(article, by=room.editor, clock=room.tick())
    elif end == "remove":
        withdraw.remove(article, by=room.chief_editor, clock=room.tick(), public_reason="خطأ")
    elif end == "pull":
        Photo.objects.filter(pk=photo.pk).update(pulled_at=room.tick())
    elif end == "rights":
        Photo.objects.filter(pk=photo.pk).update(rights_until=room.tick())
    else:
        room.publish(room.change(article, photos=()))

    assert client.get(address(photo)).status_code == 410


@pytest.mark.parametrize("field", ["pulled_at", "rights_until"])
def test_a_page_stays_whole_without_a_picture_that_went(room: Newsroom, client: Client, field: str) -> None:
    lead, inside = make_photo(room), make_photo(room)
    body = f'<p>قبل</p><figure data-photo="{inside.pk}"></figure><p>بعد</p>'
    article = room.live(body=body, photos=(shown_as(lead), shown_as(inside, caption="في الداخل")))
    shown = read(client, article).content.decode()
    assert lead.token in shown
    assert inside.token in shown
    assert "في الداخل" in shown

    Photo.objects.all().update(**{field: room.tick()})

    for path in (path_of(article), "/ar/", "/ar/region/", "/ar/feed/rss/", "/ar/feed/atom/"):
        page = client.get(path)
        assert page.status_code == 200
        assert lead.token not in page.content.decode()
        assert inside.token not in page.content.decode()
    assert "<p>قبل</p>" in read(client, article).content.decode()
    assert "data-photo" not in read(client, article).content.decode()


def test_the_end_of_a_pictures_rights_is_a_boundary_of_its_pages(room: Newsroom, client: Client) -> None:
    photo = make_photo(room, rights_until=timezone.now() + timedelta(seconds=20))
    article = room.live(photos=(shown_as(photo),))

    for path in (path_of(article), "/ar/", "/ar/region/", address(photo)):
        kept = client.head(path)["Cache-Control"].split("s-maxage=")[1].split(",")[0]
        assert 15 <= int(kept) <= 20, path


def test_pictures_say_their_size_their_words_and_their_widths(room: Newsroom, client: Client) -> None:
    photo = make_photo(room)
    article = room.live(photos=(shown_as(photo),))

    (image,) = tags(read(client, article), "img")

    assert (image["width"], image["height"], image["alt"]) == ("1244", "700", "سفينة بيضاء")
    assert image["srcset"] == f"{addresses.picture(photo.token, 800, 'jpg', '16x9-50x50')} 800w"
    assert image["fetchpriority"] == "high"


def test_the_lead_is_not_shown_again_in_the_text_and_the_rest_make_a_gallery(room: Newsroom, client: Client) -> None:
    lead, other = make_photo(room), make_photo(room)
    article = room.live(
        body=f'<p>نص</p><figure data-photo="{lead.pk}"></figure>', photos=(shown_as(lead), shown_as(other))
    )

    images = tags(read(client, article), "img")

    assert [image["src"] for image in images] == [
        addresses.picture(lead.token, 800, "jpg", "16x9-50x50"),
        address(other),
    ]


def test_a_slots_own_picture_answers_while_its_article_is_live(room: Newsroom, client: Client) -> None:
    photo = make_photo(room)
    article = room.live()
    FrontSlot.objects.create(
        language="ar", position=1, article=article, photo=photo, live_from=room.now, created_by=room.editor
    )
    assert photo.token in client.get("/ar/").content.decode()
    assert client.head(address(photo)).status_code == 200

    withdraw.take_off_air(article, by=room.editor, clock=room.tick())

    assert client.get(address(photo)).status_code == 410


def test_the_portrait_of_somebody_who_signed_nothing_is_not_there(room: Newsroom, client: Client) -> None:
    photo = make_photo(room)
    Author.objects.create(slug="salma", name_ar="سلمى", name_en="Salma", portrait=photo)

    assert client.get(address(photo)).status_code == 404
    assert client.get("/ar/authors/salma/").status_code == 404


def test_the_web_server_may_be_handed_the_sending(room: Newsroom, client: Client, settings: Settings) -> None:
    photo = make_photo(room)
    room.live(photos=(shown_as(photo),))
    settings.MEDIA_ACCEL_PREFIX = "/protected/"

    answer = client.get(address(photo))

    assert answer["X-Accel-Redirect"] == f"/protected/photos/{photo.token[:2]}/{photo.token}-800.jpg"
    assert answer.content == b""
