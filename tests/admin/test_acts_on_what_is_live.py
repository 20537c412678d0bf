"""What readers have is changed on the desk: small fix, update, amendment, off the air and back, withdrawn."""

from django.utils import timezone

from articles.models import Article, Kind, Publication, Stage
from articles.publishing import withdraw
from articles.workflow.case import Readers, standing
from tests.admin.desk import form_of
from tests.workflow.newsroom import Newsroom, fresh, head

TEXT = "<p>وصلت السفينة إلى المرفأ.</p><p>تحمل قمحًا.</p>"


def readers_have(article: Article) -> Readers:
    """What readers have now."""
    return standing(fresh(article), timezone.now()).now


def live_page(article: Article) -> Publication:
    """What readers see now."""
    found = standing(fresh(article), timezone.now()).live
    assert found is not None
    return found


def in_review(room: Newsroom, **fields: object) -> Article:
    return room.bring_to(room.draft(**({"body": TEXT} | fields)), Stage.IN_REVIEW)


# --- What readers have ------------------------------------------------------------------------


def test_a_small_fix_begins_from_the_live_text_and_goes_out(room):
    article = room.live(body=TEXT)
    before = live_page(article)
    desk = form_of(article, room.editor, "fix")

    desk.press("Small fix", {"body": TEXT.replace("قمحًا.", "قمحًا،")})

    assert live_page(article).body == TEXT.replace("قمحًا.", "قمحًا،")
    assert live_page(article).changed_at == before.changed_at


def test_more_than_a_small_fix_is_refused_with_all_that_was_typed(room):
    article = room.live(body=TEXT)
    desk = form_of(article, room.editor, "fix")

    page = desk.press("Small fix", {"body": TEXT.replace("قمحًا", "أرزًا وذرة")})

    assert page.status == 409
    assert "أرزًا وذرة" in page.article.fields["body"]
    assert live_page(article).body == TEXT

    desk.press("Save as a draft", {})
    assert "أرزًا وذرة" in head(article).body


def test_an_update_of_a_developing_story_goes_out_by_one_editor(room):
    article = room.live(body=TEXT, developing=True)
    desk = form_of(article, room.editor, "update")

    desk.press("Update", {"body": TEXT + "<p>وصلت الشاحنات.</p>", "update-public_note": "أضيف وصول الشاحنات."})

    assert live_page(article).body.endswith("<p>وصلت الشاحنات.</p>")
    assert live_page(article).public_note == "أضيف وصول الشاحنات."


def test_an_amendment_changes_the_topics_and_not_a_word(room):
    article = room.live(body=TEXT)
    desk = form_of(article, room.editor, "amend")

    desk.press("Amend", {"topics": "مرافئ", "headline": "عنوان آخر"})

    assert [link.topic.name_ar for link in live_page(article).topic_links.all()] == ["مرافئ"]
    assert live_page(article).headline == "سفينة تصل إلى المرفأ"


def test_a_change_of_what_is_no_longer_live_is_joined_and_asked_again(room):
    article = room.live(body=TEXT)
    desk = form_of(article, room.editor, "fix")
    room.publish(room.change(article, body=TEXT.replace("قمحًا", "أرزًا")))

    page = desk.press("Small fix", {"body": TEXT.replace("المرفأ.", "المرفأ،")})

    assert page.status == 409
    assert "Readers have a newer text by now." in page.text
    assert "أرزًا" in page.article.fields["body"]
    assert "المرفأ،" in page.article.fields["body"]


def test_what_is_not_live_cannot_be_fixed(room):
    page = form_of(in_review(room), room.editor, "fix").page

    assert "You may not do this here." in page.text


def test_an_article_is_taken_off_the_air_and_put_back_by_the_chief(room):
    article = room.live(body=TEXT)

    form_of(article, room.editor).press("Take off the air", {"take_off_air-why": "شكوى"})
    assert readers_have(article) is Readers.OFF_AIR
    assert "Put back" not in form_of(article, room.editor).page.buttons

    form_of(article, room.chief_editor).press("Put back")
    assert readers_have(article) is Readers.LIVE


def test_a_withdrawal_owes_readers_a_reason(room):
    article = room.live(body=TEXT)
    desk = form_of(article, room.chief_editor)

    page = desk.press("Retract")
    assert "Readers are owed a reason" in page.text

    desk.press("Retract", {"withdraw-public_reason": "لم نتحقق من المصدر."})
    assert readers_have(article) is Readers.RETRACTED
    desk.press("Remove", {"withdraw-public_reason": "بطلب من المحكمة.", "withdraw-is_by_law": "on"})
    assert live_page(article).is_by_law


def test_an_article_moves_to_another_of_its_language_only(room):
    article, target = room.live(body=TEXT), room.live(body=TEXT)
    desk = form_of(article, room.chief_editor)

    page = desk.press("Move", {"withdraw-moved_to": "999999"})
    assert "Choose another article in the same language." in page.text

    desk.press("Move", {"withdraw-moved_to": str(target.pk)})
    assert (live_page(article).kind, live_page(article).moved_to) == (Kind.MOVED, target)


def test_over_a_removed_article_only_the_chief_publishes(room):
    article = room.live(body=TEXT)
    withdraw.remove(article, by=room.chief_editor, clock=room.tick(), public_reason="خطأ جسيم")
    article = room.bring_to(room.change(article), Stage.APPROVED)

    assert "Publish" not in form_of(article, room.editor).page.buttons
    assert "Publish" in form_of(article, room.chief_editor).page.buttons
