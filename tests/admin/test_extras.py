"""What only one format has: entered on the desk's form, kept, joined, compared, and shown to readers."""

import pytest
from django.test import Client

from articles.models import Format, Stage
from articles.publishing import embeds
from articles.workflow import two_saves
from tests.admin.desk import at_desk, form_of
from tests.public.site import make_photo, path_of, shown_as
from tests.workflow.newsroom import fresh, head

FILM = "https://www.youtube.com/watch?v=RasedDemo01"


def test_a_sponsored_piece_is_written_on_the_form_and_readers_see_who_paid(room, client: Client):
    article = room.draft(format=Format.SPONSORED)
    article = room.bring_to(article, Stage.IN_REVIEW)

    refused = form_of(article, room.editor).page
    assert "A sponsored piece does not say who paid for it." in refused.text
    assert "Approve and publish" not in refused.buttons

    payer = {"sponsor": "  الضحى\nللطاقة ", "sponsor_url": "https://duha.example/"}
    form_of(article, room.writer).press("Save", payer)
    form_of(article, room.editor).press("Approve and publish")

    assert head(article).extras == {"sponsor": "الضحى للطاقة", "sponsor_url": "https://duha.example/"}
    html = client.get(path_of(fresh(article))).content.decode()
    assert "<bdi>الضحى للطاقة</bdi>" in html
    assert '<a href="https://duha.example/" rel="sponsored nofollow noopener">' in html


def test_a_video_is_written_on_the_form_its_film_on_top_and_its_words_below(room, client: Client):
    article = room.draft(format=Format.VIDEO, photos=(shown_as(make_photo(room)),))
    desk = form_of(article, room.writer)
    assert "No words say what is heard or drawn" in desk.page.text

    page = desk.press("Save", {"film": FILM, "transcript": "(ريح)\r\n\r\n \r\nزوينة:  هذا ماء.\r\n"})

    assert head(article).extras == {"film": "youtube:RasedDemo01", "transcript": "(ريح)\n\nزوينة:  هذا ماء."}
    assert page.article.fields["film"] == FILM
    assert "No words say what is heard or drawn" not in page.text
    assert "Nothing has changed." in desk.press("Save").text
    room.publish(fresh(article))
    html = client.get(path_of(fresh(article))).content.decode()
    assert f'href="{FILM}"' in html
    assert '"embedUrl":"https://www.youtube-nocookie.com/embed/RasedDemo01"' in html
    assert '<p dir="auto">(ريح)</p>' in html


def test_what_cannot_be_read_comes_back_beside_its_field_with_all_that_was_typed(room):
    desk = form_of(room.draft(format=Format.VIDEO), room.writer)

    bad = {"film": "https://films.example/1", "sponsor_url": "javascript:alert(1)", "transcript": "ماء"}
    page = desk.press("Save", bad)

    assert page.status == 422
    assert "Nothing can be embedded from this address." in page.text
    assert {name: page.article.fields[name] for name in bad} == bad


def test_a_form_that_does_not_name_them_leaves_them_and_an_emptied_field_takes_one_away(room):
    known = {"sponsor": "الضحى", "transcript": "ماء", "imported": "1"}
    article = room.draft(format=Format.SPONSORED, extras=known)
    desk = form_of(article, room.writer)
    sent = desk.page.article.fields
    older = {
        name: value for name, value in sent.items() if name not in {"sponsor", "sponsor_url", "film", "transcript"}
    }
    desk.client.post(desk.page.article.action, older | {"deck": "سطر"})
    assert head(article).extras == known

    form_of(article, room.writer).press("Save", {"transcript": ""})

    assert head(article).extras == {"sponsor": "الضحى", "imported": "1"}


def test_two_people_fill_in_different_ones_and_the_same_one_asks(room):
    article = room.draft(format=Format.SPONSORED, extras={"sponsor": "الضحى"})
    mine, theirs, third = (form_of(article, room.writer) for _ in range(3))

    mine.press("Save", {"sponsor_url": "https://duha.example/"})
    page = theirs.press("Save", {"transcript": "ماء"})
    asked = third.press("Save", {"sponsor_url": "https://other.example/"})

    assert "Saved." in page.text or "joined" in page.text
    assert head(article).extras == {"sponsor": "الضحى", "sponsor_url": "https://duha.example/", "transcript": "ماء"}
    assert asked.status == 409
    assert "the payer's address: https://other.example/" in asked.text
    assert asked.article.fields["transcript"] == "ماء"
    third.press("Save")
    assert head(article).extras["sponsor_url"] in {"https://duha.example/", "https://other.example/"}


def test_words_of_a_film_join_paragraph_by_paragraph(room):
    was = room.content(extras={"transcript": "سيف: إحدى عشرة عقدة.\n\nزوينة: اكتبها."})
    mine = was.with_(extras={"transcript": "سيف: إحدى عشرة عقدة وشبر.\n\nزوينة: اكتبها."})
    theirs = was.with_(extras={"transcript": "سيف: إحدى عشرة عقدة.\n\nزوينة: اكتبها الآن."})

    joined, conflicts = two_saves.join(was, mine, theirs)

    assert not conflicts
    assert joined.extras == {"transcript": "سيف: إحدى عشرة عقدة وشبر.\n\nزوينة: اكتبها الآن."}


def test_a_comparison_shows_what_changed_in_them(room):
    article = room.draft(format=Format.SPONSORED, extras={"sponsor": "الضحى"})
    room.change(article, extras={"sponsor": "الفجر"})

    page = at_desk(room.editor, f"/admin/articles/article/{article.pk}/revisions/2/?with=1").page

    assert "aid for by" in page.text
    assert "الضحى" in page.text
    assert "الفجر" in page.text


@pytest.mark.parametrize(
    ("address", "named"),
    [
        (FILM, "youtube:RasedDemo01"),
        ("youtu.be/RasedDemo01?t=4", "youtube:RasedDemo01"),
        ("https://m.youtube.com/watch?list=x&v=RasedDemo01", "youtube:RasedDemo01"),
        ("https://vimeo.com/123456789", "vimeo:123456789"),
        ("https://www.tiktok.com/@some.one/video/712345678901234567", "tiktok:712345678901234567"),
        ("https://evil.example/youtube.com/watch?v=RasedDemo01", ""),
        ("https://www.youtube.com/watch?v=RasedDemo01'><script>", ""),
        ("", ""),
    ],
)
def test_an_address_names_an_embed_and_is_given_back(address, named):
    assert embeds.named_by(address) == named
    assert not named or embeds.named_by(embeds.address_of(named)) == named
