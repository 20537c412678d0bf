"""A gallery is one block of the text: its photos in order, whole without scripts, and without what was pulled."""

import re
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client

from articles.models import Article, Photo
from articles.publishing import pulling
from articles.publishing.sanitise import clean_body
from tests.public.site import make_photo, read, shown_as
from tests.workflow.newsroom import Newsroom, head

IN_ORDER = re.compile(r'<div class="gallery".*?</div>', re.DOTALL)


@pytest.fixture
def photos(room: Newsroom, settings: object, tmp_path: Path) -> list[Photo]:
    """Three pictures of the library."""
    settings.MEDIA_ROOT = str(tmp_path)
    return [make_photo(room, width=700) for _ in range(3)]


def article_of(room: Newsroom, photos: list[Photo]) -> Article:
    """A live article with a gallery of three, whose first picture stands on top of its page too."""
    uses = tuple(shown_as(photo, alt=f"بديل {n}", caption=f"شرح {n}") for n, photo in enumerate(photos))
    numbers = " ".join(str(photo.pk) for photo in (photos[2], photos[0], photos[1]))
    body = f'<p>وصلت السفينة.</p><figure data-gallery="{numbers}"></figure><p>وغادرت.</p>'
    return room.live(body=body, photos=uses, headline="سفينة", format="gallery")


def galleries(page: HttpResponse) -> list[str]:
    return IN_ORDER.findall(page.content.decode())


def test_readers_see_it_whole_in_its_order_with_words_credits_and_every_density(
    room: Newsroom, client: Client, photos: list[Photo]
) -> None:
    page = read(client, article_of(room, photos))

    (gallery,) = galleries(page)
    assert re.findall(r"<span>(شرح \d)</span>", gallery) == ["شرح 2", "شرح 0", "شرح 1"]
    assert re.findall(r'alt="(بديل \d)"', gallery) == ["بديل 2", "بديل 0", "بديل 1"]
    assert gallery.count("srcset=") >= 3
    assert gallery.count("تصوير راصد") == 3
    # Neither below the text once more, nor without the words before and behind.
    assert page.content.decode().count("<span>شرح 2</span>") == 1
    assert page.content.decode().index("وصلت السفينة") < page.content.decode().index('class="gallery"')
    feed = client.get("/ar/feed/rss/").content.decode()
    assert feed.index("شرح 2") < feed.index("شرح 1")


def test_a_pulled_photo_leaves_it_and_what_is_left_stands(room: Newsroom, client: Client, photos: list[Photo]) -> None:
    article = article_of(room, photos)
    before = head(article).body
    assert [use.article for use in pulling.uses_of(photos[2], by=room.photo_editor, at=room.now)] == [article]

    pulling.pull(photos[2], by=room.photo_editor, clock=room.tick(), why="شكوى حقوق")
    page = read(client, article)
    assert re.findall(r"<span>(شرح \d)</span>", galleries(page)[0]) == ["شرح 0", "شرح 1"]
    assert photos[2].token not in page.content.decode()

    pulling.pull(photos[1], by=room.photo_editor, clock=room.tick(), why="شكوى حقوق")
    page = read(client, article)
    assert galleries(page) == []
    assert "وغادرت." in page.content.decode()
    assert head(article).body == before


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ('<figure data-gallery="3  7 3"></figure>', '<figure data-gallery="3 7"></figure>'),
        ('<figure data-gallery="3 x"></figure><p>نص</p>', "<p>نص</p>"),
        (f'<figure data-gallery="{" ".join(map(str, range(1, 42)))}"></figure>', ""),
        ('<figure data-gallery="3" data-photo="7" onclick="x()"></figure>', '<figure data-photo="7"></figure>'),
        (
            '<p>قبل<figure data-gallery="3 7">كلام</figure></p>',
            '<p>قبل</p><figure data-gallery="3 7"></figure><p>كلام</p>',
        ),
    ],
)
def test_the_sanitiser_keeps_it_as_one_block_and_no_word_is_lost(typed: str, kept: str) -> None:
    assert clean_body(typed) == kept
    assert clean_body(kept) == kept
