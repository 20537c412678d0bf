"""What goes to social networks: words that can be pasted, cards of three shapes, who sent it where, and who is told."""

import pytest

from articles.language.direction import isolate
from articles.models import Change, Notification, WorkflowEvent
from articles.workflow import social
from tests.admin.desk import at_desk, form_of
from tests.workflow.newsroom import Newsroom, fresh


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)


def address_of(article) -> str:
    """Return the page of an article's social words."""
    return f"/admin/articles/article/{article.pk}/social/"


def test_the_words_the_short_link_and_the_cards_are_of_what_readers_have(room: Newsroom) -> None:
    article = room.live(social_headline="السفينة تتصل على +961 3 123 456", deck="سطر")
    room.change(article, social_headline="عنوان لم يُنشر")
    form_of(article, room.writer)
    page = at_desk(room.writer, address_of(article)).page

    words = page.html.split('id="social-words"')[1].split(">", 1)[1].split("</textarea>")[0]
    assert words.startswith(f"السفينة تتصل على {isolate('+961 3 123 456', 'ltr')}\n\nسطر\n\nhttp")
    assert words.endswith(f"/ar/{article.pk}/")
    assert "عنوان لم يُنشر" not in words
    assert all(f"Save the card {shape}" in page.text for shape in ("16:9", "1:1", "9:16"))


def test_who_sent_it_is_on_record_and_told_when_it_is_corrected(room: Newsroom) -> None:
    article = room.live()
    desk = at_desk(room.translator, address_of(article))
    assert "Say where it was sent." in desk.press("Record it", form="sent-form").text
    page = desk.press("Record it", {"places": "X", "other": "نشرة المساء"}, form="sent-form")

    assert "X · نشرة المساء" in page.text
    assert WorkflowEvent.objects.get(verb="social").actor == room.translator
    assert "Sent to social networks" in form_of(article, room.writer).page.text
    room.change(article)
    assert not Notification.objects.filter(user=room.translator).exists()
    room.publish(fresh(article), change=Change.CORRECTION, notes={"ar": "صُحّح الاسم."})
    told = Notification.objects.get(user=room.translator)
    assert (told.reason, told.asks_to_act) == ("sent", True)
    assert "you sent it to social networks" in at_desk(room.translator, "/admin/notifications/").page.text


def test_what_readers_do_not_have_is_sent_nowhere(room: Newsroom) -> None:
    article = room.draft()

    assert "Readers do not have this article now." in at_desk(room.writer, address_of(article)).page.text
    with pytest.raises(social.Refused, match="Readers do not have"):
        social.record(article, ["X"], by=room.writer, clock=room.tick())
