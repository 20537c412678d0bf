"""What a review found wrong on the desk and is mended: each by the post that once went wrong."""

import pytest
from django.utils import timezone

from articles.models import Author, FrontSlot, LegacyAddress, Photo, PhotoLine, Stage, Story
from articles.workflow import drafts
from articles.workflow.case import Readers
from tests.admin.desk import form_of, signed_in
from tests.admin.test_acts import in_review, readers_have
from tests.workflow.newsroom import fresh, head


def post(user, article, act, **fields):
    """Post an act of an article as a person's browser would, without its form."""
    return signed_in(user).post(f"/admin/articles/article/{article.pk}/{act}/", fields)


@pytest.mark.parametrize("base", ["", "0", "of another"])
def test_an_act_that_does_not_say_which_text_was_read_is_refused(room, base):
    article, other = in_review(room), in_review(room)
    said = str(other.head_id) if base == "of another" else base

    answer = post(room.editor, article, "approve_and_publish", base=said, even_if_newer="1", **{"publish-when": "now"})

    assert answer.status_code == 400
    assert readers_have(article) is Readers.NOTHING
    assert fresh(article).stage == Stage.IN_REVIEW


def editions(room):
    """An article in review, and its English edition, approved."""
    article = in_review(room)
    twin = drafts.make_other_edition(article, by=room.translator, clock=room.tick())
    text = head(twin)
    words = {"headline": "A ship arrives", "body": "<p>The ship arrived.</p>"}
    drafts.save(twin.pk, text.content().with_(**words), base_pk=text.pk, by=room.translator, clock=room.tick())
    room.approve(twin)
    return article, fresh(twin)


def test_both_editions_are_offered_only_while_the_other_is_approved(room):
    article, twin = editions(room)

    assert "publish-twin" in form_of(article, room.editor).page.article.fields

    drafts.return_to_writer(twin, why="why", by=room.editor, clock=room.tick())
    assert "publish-twin" not in form_of(article, room.editor).page.article.fields


def test_both_ticked_and_the_other_not_approved_any_more_publishes_nothing(room):
    article, twin = editions(room)
    desk = form_of(article, room.editor)
    drafts.return_to_writer(twin, why="why", by=room.editor, clock=room.tick())

    page = desk.press("Approve and publish", {"publish-both": "on"})

    assert "The other edition is not approved as you saw it." in page.text
    assert readers_have(article) is readers_have(twin) is Readers.NOTHING
    assert fresh(article).stage == Stage.IN_REVIEW


def test_what_was_read_goes_out_alone_with_both_ticked(room):
    article, twin = editions(room)
    desk = form_of(article, room.editor)
    room.change(article)

    page = desk.press("Approve and publish", {"publish-both": "on"})
    assert "The newer text stays where it is." in page.text
    form = next(number for number, form in page.forms.items() if "Publish what I read" in form.buttons)
    desk.press("Publish what I read", {"publish-both": "on"}, form=form)

    assert readers_have(article) is Readers.LIVE
    assert readers_have(twin) is Readers.NOTHING


def test_a_hold_that_is_posted_twice_still_holds(room):
    article = in_review(room)

    for _again in range(2):
        post(room.editor, article, "hold", base=str(article.head_id), **{"hold-is_held": "1"})

    assert fresh(article).story.is_held


@pytest.fixture
def secret_draft(room):
    """A live article whose working copy has another headline by now."""
    return room.change(room.live(), headline="عنوان لا يراه أحد")


def test_the_desk_names_what_is_live_by_the_headline_that_readers_have(room, secret_draft):
    now = timezone.now()
    window = {"article": secret_draft, "language": "ar", "live_from": now, "created_by": room.editor}
    FrontSlot.objects.create(position=1, **window)
    LegacyAddress.objects.create(path="/old/1", article=secret_draft)
    address = LegacyAddress.objects.get()
    editor, chief = signed_in(room.editor), signed_in(room.chief_editor)

    pages = [
        editor.get("/admin/front/ar/"),
        editor.get("/admin/strip/"),
        chief.get("/admin/articles/legacyaddress/"),
    ]
    form = chief.get(f"/admin/articles/legacyaddress/{address.pk}/change/").content.decode()

    for page in pages:
        assert "سفينة تصل إلى المرفأ" in page.content.decode()
        assert "عنوان لا يراه أحد" not in page.content.decode()
    assert f'value="{secret_draft.pk}"' in form
    assert "عنوان لا يراه أحد" not in form


def test_an_old_address_is_led_to_an_article_by_its_number(room):
    article = room.live()

    sent = {"path": "/old/2", "article": str(article.pk)}
    signed_in(room.chief_editor).post("/admin/articles/legacyaddress/add/", sent)

    assert LegacyAddress.objects.get().article == article


def photo_in(room, caption):
    """A photo in use under a caption, in a new draft."""
    told = {"width": 1300, "height": 700, "uploaded_by": room.photo_editor, "uploaded_at": room.now}
    photo = Photo.objects.create(token=f"{Photo.objects.count():032x}", title="A port", **told)
    article = room.draft(photos=(PhotoLine(photo_id=photo.pk, alt="x", caption=caption),))
    return photo, article


def test_photos_are_found_by_captions_that_a_person_may_see_under_any_spelling(room):
    _seen, article = photo_in(room, "إحراق القمح")
    client = signed_in(room.reporter)

    found = client.get("/admin/articles/photo/", {"q": "احراق"}).context["cl"].result_count
    Story.objects.filter(pk=article.story_id).update(is_restricted=True)
    hidden = client.get("/admin/articles/photo/", {"q": "احراق"}).context["cl"].result_count

    assert (found, hidden) == (1, 0)


def test_an_author_has_a_portrait(room):
    photo, _article = photo_in(room, "x")
    client = signed_in(room.chief_editor)
    sent = {"name_ar": "ليلى", "name_en": "Layla", "slug": "layla", "portrait": str(photo.pk)}

    client.post("/admin/articles/author/add/", sent)

    assert Author.objects.get(slug="layla").portrait == photo
