"""Pictures: what is taken in, what is refused and with which sentence, and that nothing hides in them."""

import io
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from PIL import Image, ImageCms
from pytest_django import Settings

from articles.models import Outbox, Photo, PhotoLine
from articles.publishing import outbox, photos, renditions, uploads
from articles.publishing.uploads import BadPicture
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


def files_of(photo: Photo) -> dict[str, Image.Image]:
    photo.refresh_from_db()
    found = {}
    for each in renditions.every(photo.renditions):
        with default_storage.open(photos.rendition_name(photo.token, each)) as file:
            found[each.end] = Image.open(io.BytesIO(file.read()))
    return found


def test_a_picture_is_servable_at_once_and_the_rest_is_encoded_by_the_outbox(room: Newsroom) -> None:
    photo = take_in(room, picture(1500, 1000))

    assert set(files_of(photo)) == {f"{cut}{width}.jpg" for cut in ("", "16x9-50x50-") for width in (800, 1280)}

    assert outbox.deliver(room.now) == 1

    files = files_of(photo)
    ladder = {(cut, width) for cut in ("", "16x9-50x50-") for width in (320, 480, 640, 800, 1280)}
    machines = {("4x3-50x50-", 1200), ("1x1-50x50-", 800), ("9x16-50x50-", 562)}
    assert set(files) == {
        *(f"{cut}{width}.{kind}" for cut, width in ladder | machines for kind in ("avif", "webp")),
        *(f"{cut}{width}.jpg" for cut, width in machines),
        *(f"{cut}{width}.jpg" for cut in ("", "16x9-50x50-") for width in (800, 1280)),
    }
    assert files["16x9-50x50-640.avif"].size == (640, 360)
    assert files["640.webp"].size == (640, 427)
    assert files["1x1-50x50-800.jpg"].size == (800, 800)


def test_what_a_phone_is_sent_weighs_60_kb_at_most_however_busy_the_picture(room: Newsroom) -> None:
    file = io.BytesIO()
    Image.effect_noise((1000, 562), 24).convert("RGB").save(file, "JPEG")
    file.seek(0)
    photo = take_in(room, file)
    outbox.deliver(room.now)

    files = files_of(photo)

    assert {"800.avif", "800.webp", "800.jpg"} <= set(files)
    for each in renditions.every(photo.renditions):
        if each.width <= photos.PHONE_WIDTH and renditions.is_for_pages(each.cut):
            assert default_storage.size(photos.rendition_name(photo.token, each)) <= 60_000, each


def test_a_cut_keeps_the_focal_point_and_a_use_may_keep_another(room: Newsroom) -> None:
    file = io.BytesIO()
    halves = Image.new("RGB", (800, 1200), "white")
    halves.paste("black", (0, 0, 800, 600))
    halves.save(file, "JPEG")
    file.seek(0)
    photo = take_in(room, file)
    Photo.objects.filter(pk=photo.pk).update(focal_y=0.0)
    photo.refresh_from_db()
    photos.refocus(photo, clock=room.tick())
    room.live(photos=(PhotoLine(photo_id=photo.pk, alt="سفينة", crop={"x": 0.5, "y": 1.0}),))
    outbox.deliver(room.tick())

    files = files_of(photo)

    assert max(files["16x9-50x0-640.webp"].convert("L").getextrema()) < 60
    assert min(files["16x9-50x100-640.webp"].convert("L").getextrema()) > 200


def test_no_metadata_survives_in_any_file(room: Newsroom) -> None:
    exif = Image.Exif()
    exif[0x010E] = "where it was taken"
    exif.get_ifd(0x8825)[1] = "N"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    hidden = {"exif": exif, "comment": b"secret", "xmp": b"<x:xmpmeta>secret</x:xmpmeta>", "icc_profile": profile}
    photo = take_in(room, picture(**hidden))
    photos.render(photo.pk)

    files = files_of(photo)
    with default_storage.open(photos.original_name(photo.token)) as file:
        files["original"] = Image.open(io.BytesIO(file.read()))
    assert len(files) > 20
    for name, kept in files.items():
        assert not kept.getexif(), name
        assert not {"icc_profile", "xmp", "comment", "exif"} & set(kept.info), name
        kept.load()
        assert b"secret" not in kept.tobytes()


def test_a_picture_taken_sideways_stands_upright(room: Newsroom) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6

    photo = take_in(room, picture(1400, 800, exif=exif))

    assert (photo.width, photo.height) == (800, 1400)


def animated(kind: str) -> io.BytesIO:
    file = io.BytesIO()
    Image.new("RGB", (400, 400)).save(file, kind, save_all=True, append_images=[Image.new("RGB", (400, 400), "red")])
    file.seek(0)
    return file


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (io.BytesIO(b""), "not_a_picture"),
        (io.BytesIO(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), "svg"),
        (io.BytesIO(b"GIF89a<script>"), "gif"),
        (io.BytesIO(b"<script>" + picture().getvalue()), "not_a_picture"),
        (io.BytesIO(b"\x00\x00\x00\x18ftypheic" + b"\x00" * 99), "heic"),
        (io.BytesIO(b"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00heic" + b"\x00" * 99), "heic"),
        (io.BytesIO(b"\xff\xd8\xff" + b"\x00" * (uploads.LARGEST_FILE + 1)), "too_large"),
        (picture(200, 900), "too_small"),
        (picture(12_500, 400), "too_many_pixels"),
        (picture(9_000, 9_000, "PNG"), "too_many_pixels"),
        (io.BytesIO(picture().getvalue()[:2000]), "not_a_picture"),
        (io.BytesIO(picture(640, 640, "AVIF").getvalue()[:-900]), "not_a_picture"),
        (animated("PNG"), "animated"),
        (animated("WEBP"), "animated"),
        (animated("AVIF"), "animated"),
    ],
    ids=[
        *("empty", "svg", "gif", "a page before a picture", "heic", "heif", "too large", "too small", "too wide"),
        *("a bomb", "cut short", "avif cut short", "moving png", "moving webp", "moving avif"),
    ],
)
def test_what_is_no_picture_of_ours_is_refused_and_leaves_nothing(
    room: Newsroom, file: io.BytesIO, code: str, tmp_path: Path
) -> None:
    with pytest.raises(BadPicture) as bad:
        take_in(room, file)

    assert bad.value.code == code
    assert not Photo.objects.exists()
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("given", "kind", "seen"),
    [
        (Image.new("LA", (640, 400), (200, 0)), "PNG", (255, 255, 255)),
        (Image.new("I;16", (640, 400), 40_000), "PNG", (155, 155, 155)),
        (Image.new("CMYK", (640, 400), (0, 255, 255, 0)), "JPEG", (255, 0, 0)),
        (Image.new("P", (640, 400), 0), "PNG", (0, 0, 0)),
    ],
    ids=["transparent grey", "16 bits", "print colours", "palette"],
)
def test_odd_but_honest_pictures_become_plain_ones(
    room: Newsroom, given: Image.Image, kind: str, seen: tuple[int, ...]
) -> None:
    file = io.BytesIO()
    given.save(file, kind)
    file.seek(0)

    found = uploads.read(file)

    assert (found.mode, found.info) == ("RGB", {})
    assert all(abs(a - b) < 6 for a, b in zip(found.getpixel((5, 5)), seen, strict=True))


def test_a_picture_far_larger_than_any_page_is_kept_at_the_size_a_page_can_use() -> None:
    found = uploads.read(picture(8_000, 4_000))

    assert found.size == (3840, 1920)


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
