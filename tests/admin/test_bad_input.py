"""Whatever a form may be sent: too long, too large, broken, dangerous. A clear sentence, and nothing half made."""

import pytest

from articles.models import (
    Article,
)
from tests.admin.desk import Desk, Page, form_of, new, signed_in
from tests.workflow.newsroom import Newsroom, head

LINES = "<p>وصلت السفينة إلى المرفأ.</p><p>تحمل قمحًا.</p><p>تغادر الخميس.</p>"


# --- Bad input ------------------------------------------------------------------------


@pytest.fixture
def desk(room: Newsroom) -> Desk:
    """A reporter before a new form."""
    return new(room.writer)


def test_a_line_of_200_000_characters_is_refused_and_kept(desk):
    page = desk.press("Save", {"headline": "م" * 200_000})

    assert page.status == 422
    assert "at most 300 characters (it has 200000)" in page.text
    assert page.article.fields["headline"] == "م" * 200_000


def test_a_body_of_one_200_000_character_line_is_taken(desk):
    desk.press("Save", {"headline": "عنوان", "body": f"<p>{'م' * 200_000}</p>"})

    assert len(head(Article.objects.get()).body) == 200_007


def test_a_body_too_long_is_refused_and_kept(desk):
    page = desk.press("Save", {"headline": "عنوان", "body": "م" * 300_001})

    assert page.status == 422
    assert "longer than 300000 characters" in page.text
    assert "م" * 300_001 in page.article.fields["body"]


@pytest.mark.parametrize("field", ["headline", "body", "topics", "slugline"])
def test_a_nul_is_refused_aloud_and_makes_nothing(desk, field):
    page = desk.press("Save", {"headline": "عنوان", field: "قبل\x00بعد"})

    assert page.status == 422
    assert "Null characters are not allowed." in page.text
    assert not Article.objects.exists()


def test_half_a_character_becomes_a_visible_sign(desk):
    fields = "&".join(f"{k}={v}" for k, v in desk.page.article.fields.items() if v.isascii() and k != "headline")

    desk.client.post(
        "/admin/articles/article/add/", f"{fields}&headline=a%ED%A0%80b", "application/x-www-form-urlencoded"
    )

    assert Article.objects.get().headline.startswith("a\N{REPLACEMENT CHARACTER}")


def test_twenty_megabytes_are_answered_by_a_page(desk):
    fields = desk.page.article.fields | {"body": "م" * 10_000_000}

    response = desk.client.post("/admin/articles/article/add/", fields)

    assert response.status_code == 413
    assert "what you typed is still in the form" in Page(response).text


def test_scripts_and_styles_in_a_body_are_gone_before_it_is_stored(desk):
    desk.press("Save", {"headline": "عنوان", "body": '<p onclick="x()">نص<script>alert(1)</script></p>'})

    assert head(Article.objects.get()).body == "<p>نص</p>"


def test_plain_text_typed_without_scripts_becomes_paragraphs(desk):
    desk.press("Save", {"headline": "عنوان", "body": "فقرة أولى.\r\n\r\nفقرة ثانية."})

    assert head(Article.objects.get()).body == "<p>فقرة أولى.</p><p>فقرة ثانية.</p>"


def test_a_form_of_words_only_changes_words_only(room):
    article = room.draft(body=LINES)
    fields = {"base": article.head_id, "headline": "عنوان آخر", "body": LINES}

    signed_in(room.writer).post(f"/admin/articles/article/{article.pk}/save/", fields)

    text = head(article)
    assert (text.headline, text.body, text.section) == ("عنوان آخر", LINES, room.section)


def test_a_section_that_is_no_longer_there_is_asked_for_again_and_the_text_stays(room):
    desk = form_of(room.draft(), room.writer)

    page = desk.press("Save", {"section": "987654", "deck": "سطر جديد"})

    assert page.status == 422
    assert page.article.fields["deck"] == "سطر جديد"


def test_two_tabs_of_one_person_join_like_two_people(room):
    article = room.draft(body="<p>الفقرة الأولى.</p><p>الفقرة الثانية.</p>")
    one, other = form_of(article, room.writer), form_of(article, room.writer)

    one.press("Save", {"body": "<p>الفقرة الأولى بعد تعديل.</p><p>الفقرة الثانية.</p>"})
    other.press("Save", {"body": "<p>الفقرة الأولى.</p><p>الفقرة الثانية بعد تعديل.</p>"})

    assert head(article).body == "<p>الفقرة الأولى بعد تعديل.</p><p>الفقرة الثانية بعد تعديل.</p>"


def test_forty_thousand_words_are_taken_and_come_back(room):
    words = "كلمة " * 39_999 + "أخيرة"
    desk = form_of(room.draft(), room.writer)

    page = desk.press("Save", {"body": f"<p>{words}</p>"})

    assert page.status == 200
    assert page.article.fields["body"].count("كلمة") == 39_999
