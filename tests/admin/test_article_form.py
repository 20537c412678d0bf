"""The article's form: writing, saving, joining, and whatever a form may be sent."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from articles.language.blocks import plain_text
from articles.models import (
    Agency,
    Article,
    Author,
    BylineRole,
    House,
    Language,
    Photo,
    Revision,
    RevisionKind,
    Stage,
    Topic,
    User,
)
from articles.workflow import drafts
from tests.admin.desk import SECRET, form_of, new, signed_in
from tests.workflow.newsroom import Newsroom, head

LINES = "<p>وصلت السفينة إلى المرفأ.</p><p>تحمل قمحًا.</p><p>تغادر الخميس.</p>"


def a_photo(by: User, room: Newsroom, title: str = "المرفأ") -> Photo:
    """Make a photo without a file."""
    return Photo.objects.create(
        title=title, width=800, height=450, credit_ar="راصد", credit_en="Rased", uploaded_by=by, uploaded_at=room.now
    )


# --- Writing ---------------------------------------------------------------------


def test_a_reporter_writes_an_article_and_finds_it_as_it_was_typed(room):
    page = new(room.writer).press(
        "Save", {"headline": "سفينة تصل", "body": "<p>نص <strong>أول</strong>.</p>", "section": str(room.section.pk)}
    )

    text = head(Article.objects.get())
    assert "Saved." in page.text
    assert (text.headline, text.body, text.section) == ("سفينة تصل", "<p>نص <strong>أول</strong>.</p>", room.section)
    assert page.article.fields["headline"] == "سفينة تصل"


def test_every_field_of_the_text_has_the_articles_language_and_direction(room):
    for language, direction in (("ar", "rtl"), ("en", "ltr")):
        page = new(room.writer, language).page

        for name in ("kicker", "headline", "deck", "dateline", "body", "search_headline"):
            tag = page.html.split(f'name="{name}"')[1].split(">")[0]
            assert f'lang="{language}"' in tag, name
            assert f'dir="{direction}"' in tag, name


def test_the_same_new_form_sent_twice_makes_one_article(room):
    desk = new(room.writer)
    fields = desk.page.article.fields | {"headline": "سفينة تصل"}

    for _ in range(2):
        response = desk.client.post("/admin/articles/article/add/", fields)

    assert Article.objects.count() == 1
    assert response["Location"] == f"/admin/articles/article/{Article.objects.get().pk}/change/"


def test_an_empty_new_form_is_refused_and_makes_nothing(room):
    page = new(room.writer).press("Save")

    assert page.status == 422
    assert "There is nothing here yet" in page.text
    assert not Article.objects.exists()


def test_a_new_article_is_written_and_submitted_by_one_button(room):
    new(room.writer).press("Submit", {"headline": "سفينة تصل", "body": "<p>نص.</p>"})

    assert Article.objects.get().stage == Stage.IN_REVIEW


def test_what_cannot_be_submitted_yet_is_saved_and_the_reason_said(room):
    page = new(room.writer).press("Submit", {"headline": "سفينة تصل"})

    assert Article.objects.get().stage == Stage.DRAFT
    assert "The text is empty; only a flash may be." in page.text


def test_a_photo_editor_reads_the_form_and_cannot_write_in_it(room):
    article = room.draft()

    desk = form_of(article, room.photo_editor)

    assert "Save" not in desk.page.buttons
    assert "headline" not in desk.page.article.fields


def test_topics_are_split_at_arabic_and_latin_commas_and_folded_into_those_that_are_there(room):
    known = Topic.objects.create(name_ar="القاهرة", slug="cairo")
    desk = form_of(room.draft(), room.writer)

    desk.press("Save", {"topics": "القاهره، قناة السويس, Suez"})

    topics = list(Article.objects.get().story.topics.order_by("pk"))
    assert topics[0] == known
    assert [topic.name_ar for topic in topics] == ["القاهرة", "قناة السويس", "Suez"]
    assert desk.page.article.fields["topics"].startswith("القاهرة، ")


def test_bylines_name_an_author_and_an_agency_in_order(room):
    author = Author.objects.create(name_ar="ليلى", name_en="Layla", slug="layla")
    agency = Agency.objects.create(name_ar="وكالة", name_en="Wire", slug="wire")
    desk = form_of(room.draft(), room.writer)

    desk.press("Save", {"bylines-0-who": f"author-{author.pk}", "bylines-0-role": BylineRole.REPORTING})
    desk.press("Save", {"bylines-1-who": f"agency-{agency.pk}"})

    lines = head(Article.objects.get()).content().bylines
    assert [(line.author_id, line.agency_id, line.role) for line in lines] == [
        (author.pk, None, BylineRole.REPORTING),
        (None, agency.pk, BylineRole.WRITING),
    ]


def test_a_photo_has_this_uses_words_and_goes_when_it_is_taken_out(room):
    photo = a_photo(room.writer, room)
    desk = form_of(room.draft(), room.writer)

    desk.press("Save", {"photos-0-photo": str(photo.pk), "photos-0-alt": "سفينة", "photos-0-caption": "عند الفجر"})
    line = head(Article.objects.get()).content().photos[0]
    desk.press("Save", {"photos-0-remove": "on"})

    assert (line.photo_id, line.alt, line.caption) == (photo.pk, "سفينة", "عند الفجر")
    assert head(Article.objects.get()).content().photos == ()


def test_the_first_photo_by_place_leads(room):
    one, two = a_photo(room.writer, room), a_photo(room.writer, room, "القمح")
    desk = form_of(room.draft(), room.writer)

    desk.press("Save", {"photos-0-photo": str(one.pk), "photos-0-alt": "أ"})
    desk.press(
        "Save", {"photos-0-place": "2", "photos-1-photo": str(two.pk), "photos-1-alt": "ب", "photos-1-place": "1"}
    )

    assert [line.photo_id for line in head(Article.objects.get()).content().photos] == [two.pk, one.pk]
    assert Article.objects.get().story.lead_photo == two


def test_a_photo_twice_is_refused_with_all_that_was_typed(room):
    photo = a_photo(room.writer, room)
    desk = form_of(room.draft(), room.writer)
    desk.press("Save", {"photos-0-photo": str(photo.pk), "photos-0-alt": "سفينة"})

    page = desk.press("Save", {"photos-1-photo": str(photo.pk), "headline": "عنوان آخر"})

    assert "A photo is there twice." in page.text
    assert page.article.fields["headline"] == "عنوان آخر"


def test_saving_without_a_change_writes_no_revision(room):
    desk = form_of(room.draft(body=LINES), room.writer)

    page = desk.press("Save")

    assert "Nothing has changed." in page.text
    assert Revision.objects.count() == 1


def test_findings_lead_to_their_fields(room):
    article = room.draft(body="<p>قال {name} ذلك.</p>")

    page = form_of(article, room.writer).page

    assert 'href="#field-body"' in page.html
    assert "{name}" in page.text


def test_the_other_edition_is_made_and_opened_with_its_source_beside_it(room):
    article = room.draft(body=LINES)

    page = form_of(article, room.translator).press("Make the other edition")

    twin = article.story.articles.get(language=Language.EN)
    assert page.article.fields["base"] == str(twin.head_id)
    assert "تحمل قمحًا." in page.text
    assert 'lang="ar" dir="rtl" tabindex="0"' in page.html


# --- Two people at once -----------------------------------------------------------


def test_two_people_in_two_paragraphs_both_survive_and_are_told(room):
    article = room.draft(body=LINES)
    one, other = form_of(article, room.writer), form_of(article, room.editor)

    one.press("Save", {"body": LINES.replace("قمحًا", "قمحًا وأرزًا")})
    page = other.press("Save", {"body": LINES.replace("الخميس", "الجمعة")})

    assert "Saved, joined with the changes of Writer." in page.text
    assert plain_text(head(article).body) == "وصلت السفينة إلى المرفأ.\n\nتحمل قمحًا وأرزًا.\n\nتغادر الجمعة."


def test_only_the_same_paragraph_asks_and_nothing_is_lost(room):
    article = room.draft(body=LINES)
    one, other = form_of(article, room.writer), form_of(article, room.editor)
    one.press("Save", {"body": LINES.replace("قمحًا", "قمحًا وأرزًا"), "deck": "سطر من الصحفي"})

    page = other.press("Save", {"body": LINES.replace("قمحًا", "ذرة").replace("الخميس", "الجمعة")})

    assert page.status == 409
    assert "You and Writer changed the same passage." in page.text
    for words in ("<ins> وأرزًا</ins>", "<del>قمحًا</del><ins>ذرة</ins>", "تحمل قمحًا."):
        assert words in page.html
    fields = page.article.fields
    assert fields["deck"] == "سطر من الصحفي"
    assert "ذرة" in fields["body"]
    assert "الجمعة" in fields["body"]
    assert fields["base"] == str(head(article).pk)
    assert Revision.objects.filter(kind=RevisionKind.KEPT).count() == 1

    other.press("Save", {"body": fields["body"].replace("ذرة", "قمحًا وأرزًا وذرة")})
    text = head(article)
    assert "قمحًا وأرزًا وذرة" in text.body
    assert "الجمعة" in text.body
    assert text.deck == "سطر من الصحفي"


def test_a_stale_form_that_cannot_be_saved_comes_back_whole_and_says_both_things(room):
    article = room.draft(body=LINES)
    one, other = form_of(article, room.writer), form_of(article, room.editor)
    one.press("Save", {"deck": "سطر من الصحفي"})

    page = other.press("Save", {"headline": "ع" * 301, "body": LINES.replace("الخميس", "الجمعة")})

    assert page.status == 422
    assert "Writer saved a newer text meanwhile; yours will be joined with it." in page.text
    assert page.article.fields["headline"] == "ع" * 301
    page = other.press("Save", {"headline": "سفينة تصل"})
    assert head(article).deck == "سطر من الصحفي"
    assert "الجمعة" in head(article).body


def test_a_text_sent_to_an_article_that_was_spiked_meanwhile_is_kept(room):
    article = room.draft(body=LINES)
    desk = form_of(article, room.writer)
    drafts.spike(article, by=room.editor, clock=room.tick(), why="فات وقتها")

    page = desk.press("Save", {"deck": "سطر كُتب في الأثناء"})

    assert page.status == 409
    assert "The article has moved on" in page.text
    assert Revision.objects.get(kind=RevisionKind.KEPT).deck == "سطر كُتب في الأثناء"
    assert page.article.fields.get("deck") == "سطر كُتب في الأثناء"


def test_a_form_without_its_base_is_joined_from_the_first_text(room):
    article = room.change(room.draft(body=LINES), body=LINES.replace("قمحًا", "أرزًا"))
    desk = form_of(article, room.writer)

    page = desk.press("Save", {"base": "", "body": LINES.replace("قمحًا", "ذرة")})

    assert page.status == 409
    assert "<ins>أرزًا</ins>" in page.html


# --- Restricted stories ---------------------------------------------------------------


def test_a_restricted_story_does_not_exist_for_others(room):
    article = room.draft()
    story = article.story
    story.is_restricted = True
    story.save()

    for user, status in ((room.writer, 200), (room.editor, 404)):
        client = signed_in(user)
        for address in ("change/", "history/", "revisions/1/"):
            assert client.get(f"/admin/articles/article/{article.pk}/{address}").status_code == status
        assert (article.headline in client.get("/admin/articles/article/").content.decode()) == (status == 200)


def test_a_new_picture_is_taken_in_with_the_text(room, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    desk = form_of(room.draft(), room.writer)
    file = io.BytesIO()
    Image.new("RGB", (800, 450), "navy").save(file, "JPEG")

    page = desk.press(
        "Save",
        {"photos-0-alt": "سفينة"},
        files={"photos-0-file": SimpleUploadedFile("phone.jpg", file.getvalue(), "image/jpeg")},
    )
    assert "A photo needs this." in page.text

    desk.press(
        "Save",
        {"photos-0-credit": "راصد"},
        files={"photos-0-file": SimpleUploadedFile("phone.jpg", file.getvalue(), "image/jpeg")},
    )
    photo = Photo.objects.get()
    assert head(Article.objects.get()).content().photos[0].photo_id == photo.pk
    assert (photo.credit_ar, photo.width) == ("راصد", 800)


def test_what_is_sent_after_the_sign_in_has_ended_goes_on_its_way_after_the_next_one(room):
    House.objects.update(first_language=Language.EN)
    article = room.draft(body=LINES)
    writer = User.objects.get(pk=room.writer.pk)
    writer.set_password(SECRET)
    writer.save()
    desk = form_of(article, writer)
    desk.client.logout()

    page = desk.press("Save", {"headline": "ما كُتب قبل انتهاء الجلسة", "deck": "سطر\nآخر <b>"})
    assert page.status == 401
    assert "Your sign-in has ended." in page.text
    desk.press("Sign in", {"username": "writer", "password": "wrong"}, form="login-form")
    desk.press("Sign in", {"username": "writer", "password": SECRET}, form="login-form")
    desk.press("Send it again", form="carry-on")

    text = head(article)
    assert (text.headline, text.deck) == ("ما كُتب قبل انتهاء الجلسة", "سطر آخر <b>")
    assert text.body == LINES
