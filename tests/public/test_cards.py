"""Social cards: drawn with whole letters or not at all, under an address that their words and picture decide."""

import io

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone
from PIL import Image, features

from articles.models import Photo
from articles.publishing import card_drawing, cards, outbox, pulling, system_checks, withdraw
from articles.publishing.card_drawing import Words
from tests.public.site import make_photo, meta, read, shown_as
from tests.workflow.newsroom import Newsroom


def address(client: Client, article: object) -> str:
    (url,) = meta(read(client, article), "og:image")
    return url.removeprefix("http://testserver")


def test_a_card_is_drawn_at_the_size_its_page_says_without_metadata(room: Newsroom, client: Client) -> None:
    article = room.live(photos=(shown_as(make_photo(room)),), social_headline="سفينة OpenAI تصل")
    page = read(client, article)

    answer = client.get(address(client, article))

    drawn = Image.open(io.BytesIO(answer.content))
    assert [meta(page, f"og:image:{side}") for side in ("width", "height")] == [["1200"], ["630"]]
    assert drawn.size == (1200, 630)
    assert meta(page, "og:image:alt") == ["سفينة OpenAI تصل"]
    assert meta(page, "twitter:card") == ["summary_large_image"]
    assert not {"exif", "icc_profile", "xmp", "comment"} & set(drawn.info)
    assert "s-maxage=60" in answer["Cache-Control"]
    for shape, size in (("1x1", (1080, 1080)), ("9x16", (1080, 1920))):
        tall = client.get(address(client, article).replace(".jpg", f"-{shape}.jpg"))
        assert Image.open(io.BytesIO(tall.content)).size == size


def test_another_headline_or_picture_is_another_address_and_the_former_is_gone(room: Newsroom, client: Client) -> None:
    photo = make_photo(room)
    article = room.live(photos=(shown_as(photo),))
    seen = [address(client, article)]
    room.publish(room.change(article, headline="سفينة أخرى تصل"))
    seen.append(address(client, article))
    pulling.pull(photo, by=room.photo_editor, clock=room.tick(), why="شكوى")
    seen.append(address(client, article))

    assert len(set(seen)) == 3
    assert [client.get(way).status_code for way in seen] == [410, 410, 200]
    cards.renew(article.pk, at=timezone.now())
    assert [f"/media/cards/{article.pk}-{name}" for name in default_storage.listdir(f"cards/{article.pk}")[1]] == [
        seen[2]
    ]


def test_no_card_answers_for_what_readers_do_not_have(room: Newsroom, client: Client) -> None:
    article, draft = room.live(), room.draft()
    way = address(client, article)
    assert client.get(way).status_code == 200
    assert client.get(f"/media/cards/{draft.pk}-{'0' * 32}.jpg").status_code == 404

    withdraw.remove(article, by=room.chief_editor, clock=room.tick(), public_reason="خطأ")

    assert client.get(way).status_code == 410
    outbox.deliver(timezone.now())
    assert default_storage.listdir(f"cards/{article.pk}")[1] == []


@pytest.mark.parametrize("headline", ["سفينة 😀 تصل", "Ship \u65e5\u672c arrives"], ids=["emoji", "another script"])
def test_a_letter_without_a_glyph_leaves_the_photo_instead_of_a_card(
    room: Newsroom, client: Client, headline: str
) -> None:
    photo = make_photo(room)
    article = room.live(headline=headline, photos=(shown_as(photo),))

    assert photo.token in address(client, article)


def test_without_fribidi_no_card_is_drawn_and_the_check_says_what_to_install(
    room: Newsroom, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(features, "check", lambda _name: False)
    article = room.live(photos=(shown_as(make_photo(room)),))

    assert "/cards/" not in address(client, article)
    (said,) = system_checks.drawing_needs_fribidi()
    assert "libfribidi0" in said.hint


@pytest.mark.parametrize("language", ["ar", "en"])
def test_letters_are_joined_and_stand_on_the_side_where_reading_begins(language: str) -> None:
    headline = {"ar": "عاجل", "en": "Now"}[language]
    raw = card_drawing.draw(Words(language, headline, "—", "—"), None)
    page = Image.open(io.BytesIO(raw)).convert("L").crop((0, 300, 1200, 560)).point(lambda part: 255 * (part < 90))
    left, _top, right, _bottom = page.getbbox()

    assert (left > 700, right < 500) == (language == "ar", language == "en")
    if language == "ar":
        # Joined letters are drawn in fewer pieces than there are letters: no column between them is white.
        columns = [page.crop((x, 0, x + 1, 260)).getbbox() is not None for x in range(left, right)]
        gaps = sum(a and not b for a, b in zip(columns, columns[1:], strict=False))
        assert gaps <= 2


@pytest.mark.parametrize("shape", ["", "1x1", "9x16"])
def test_a_headline_of_300_letters_ends_inside_the_card(shape: str) -> None:
    words = Words("ar", "مرفأ المدينة يبقي أنواره مضاءة " * 9, "المنطقة", "راصد")

    drawn = Image.open(io.BytesIO(card_drawing.draw(words, None, shape=shape))).convert("L")

    width, height = drawn.size
    assert min(drawn.crop((0, height - 40, width, height)).getextrema()) > 150
    assert min(drawn.crop((0, 20, 40, height)).getextrema()) > 150


def test_a_photo_whose_rights_ended_is_in_no_card(room: Newsroom, client: Client) -> None:
    photo = make_photo(room)
    article = room.live(photos=(shown_as(photo),))
    before = address(client, article)
    Photo.objects.filter(pk=photo.pk).update(rights_until=room.tick())

    assert address(client, article) != before
    assert client.get(before).status_code == 410
