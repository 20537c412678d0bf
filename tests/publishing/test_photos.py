"""Pictures: what is taken in, what is refused and with which sentence, and that nothing hides in them."""

import io
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from PIL import Image
from pytest_django import Settings

from articles.models import Outbox, Photo
from articles.publishing import outbox, photos
from articles.publishing.photos import BadPicture
from articles.workflow.refusals import NotAllowed
from tests.workflow.newsroom import Newsroom


@pytest.fixture(autouse=True)
def _own_media(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = str(tmp_path)


def picture(width: int = 1400, height: int = 800, kind: str = "JPEG", **how: object) -> io.BytesIO:
    file = io.BytesIO()
    Image.radial_gradient("L").resize((width, height)).convert("RGB").save(file, kind, **how)
    file.seek(0)
    return file


def take_in(room: Newsroom, file: io.BytesIO) -> Photo:
    return photos.take_in(
        file, title="مرفأ", credit_ar="راصد", credit_en="Rased", by=room.photo_editor, clock=room.tick()
    )


def test_a_picture_is_servable_at_once_and_the_rest_is_encoded_by_the_outbox(room: Newsroom) -> None:
    photo = take_in(room, picture())

    assert photo.renditions == [[640, "jpg"], [1280, "jpg"]]

    assert outbox.deliver(room.now) == 1

    photo.refresh_from_db()
    assert {tuple(pair) for pair in photo.renditions} == {
        (width, ext) for width in (320, 640, 960, 1280) for ext in ("avif", "webp", "jpg")
    }
    for width, extension in photo.renditions:
        with default_storage.open(photos.rendition_name(photo.token, width, extension)) as file:
            assert Image.open(file).size == (width, round(800 * width / 1400))


def test_no_metadata_survives_in_any_file(room: Newsroom) -> None:
    exif = Image.Exif()
    exif[0x010E] = "where it was taken"
    exif.get_ifd(0x8825)[1] = "N"
    photo = take_in(room, picture(exif=exif, comment=b"secret"))
    photos.render(photo.pk)
    photo.refresh_from_db()

    names = [photos.original_name(photo.token)]
    names += [photos.rendition_name(photo.token, width, ext) for width, ext in photo.renditions]
    for name in names:
        with default_storage.open(name) as file:
            raw = file.read()
        assert b"secret" not in raw
        assert not Image.open(io.BytesIO(raw)).getexif()


def test_a_picture_taken_sideways_stands_upright(room: Newsroom) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6

    photo = take_in(room, picture(1400, 800, exif=exif))

    assert (photo.width, photo.height) == (800, 1400)


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (io.BytesIO(b""), "not_a_picture"),
        (io.BytesIO(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), "not_a_picture"),
        (io.BytesIO(b"GIF89a<script>"), "not_a_picture"),
        (io.BytesIO(b"\x00\x00\x00\x18ftypheic" + b"\x00" * 99), "heic"),
        (io.BytesIO(b"\xff\xd8\xff" + b"\x00" * (photos.LARGEST_FILE + 1)), "too_large"),
        (picture(200, 900), "too_small"),
        (picture(12_500, 400), "too_many_pixels"),
        (io.BytesIO(picture().getvalue()[:2000]), "not_a_picture"),
    ],
    ids=["empty", "svg", "gif", "heic", "too large", "too small", "too many pixels", "cut short"],
)
def test_what_is_no_picture_of_ours_is_refused_and_leaves_nothing(
    room: Newsroom, file: io.BytesIO, code: str, tmp_path: Path
) -> None:
    with pytest.raises(BadPicture) as bad:
        take_in(room, file)

    assert bad.value.code == code
    assert not Photo.objects.exists()
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_transparent_and_grey_pictures_become_plain_ones(room: Newsroom) -> None:
    file = io.BytesIO()
    Image.new("LA", (640, 400), (200, 0)).save(file, "PNG")
    file.seek(0)

    photo = take_in(room, file)

    with default_storage.open(photos.original_name(photo.token)) as original:
        assert Image.open(original).convert("RGB").getpixel((5, 5)) == (255, 255, 255)


def test_an_administrator_uploads_nothing(room: Newsroom) -> None:
    with pytest.raises(NotAllowed):
        photos.take_in(picture(), title="x", credit_ar="x", credit_en="x", by=room.administrator, clock=room.tick())


def test_a_picture_without_its_file_is_tried_again_and_the_reason_is_written_down(room: Newsroom) -> None:
    photo = take_in(room, picture())
    default_storage.delete(photos.original_name(photo.token))

    assert outbox.deliver(room.now) == 0

    task = Outbox.objects.get()
    assert (task.attempts, task.done_at) == (1, None)
    assert "FileNotFoundError" in task.last_error
    assert task.due_at > room.now
