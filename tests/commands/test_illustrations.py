"""The demo's pictures: all there, the same every time, in the shape asked for, quick to draw and light to send."""

import io

import pytest
from PIL import Image, ImageStat

from articles.management.illustrations import PORTRAITS, SCENES, draw

ASKED_FOR = {
    "harbour", "grid", "market", "olive", "stadium", "library", "datacentre", "flood", "ballot", "metro", "kitchen",
    "satellite", "theatre", "desert", *(f"portrait-{number}" for number in range(1, 9)),
}  # fmt: skip
BYTES_OF_A_LEAD_IMAGE = 60 * 1024


def test_every_picture_that_was_asked_for_can_be_drawn():
    assert set(SCENES | PORTRAITS) >= ASKED_FOR


@pytest.mark.parametrize("key", sorted(SCENES | PORTRAITS))
def test_a_picture_shows_something_and_no_two_are_alike(key):
    picture = draw(key, width=160, height=90)

    assert picture.mode == "RGB"
    assert min(ImageStat.Stat(picture).stddev) > 15
    assert len(picture.getcolors(160 * 90)) > 1000


def test_the_same_name_gives_the_same_pixels():
    first, second, other = (draw(key, width=320, height=180).tobytes() for key in ("olive", "olive", "harbour"))

    assert first == second != other


@pytest.mark.parametrize(("width", "height"), [(320, 180), (320, 320), (200, 400), (401, 225)])
def test_a_scene_fills_the_shape_asked_for(width, height):
    assert draw("grid", width=width, height=height).size == (width, height)


def test_a_portrait_is_a_square():
    assert draw("portrait-3", width=320, height=180).size == (180, 180)


def test_an_unknown_name_is_refused():
    with pytest.raises(KeyError):
        draw("unicorn")


def test_the_busiest_picture_is_light_enough_for_a_phone():
    picture = draw("stadium")
    sent = io.BytesIO()
    picture.resize((824, 464), Image.Resampling.LANCZOS).save(sent, "WEBP", quality=75)

    assert picture.size == (1600, 900)
    assert sent.tell() <= BYTES_OF_A_LEAD_IMAGE
