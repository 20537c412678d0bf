"""Who is told of what, on the bell and by mail."""

from datetime import timedelta

import pytest
from django.core import mail
from pytest_django import Settings

from articles.models import Article, Notification, Outbox, User
from articles.publishing import outbox
from articles.workflow import drafts, notes
from tests.workflow.newsroom import Newsroom, head


def told(user: User) -> list[tuple[str, str]]:
    """What a person was told, oldest first."""
    news = Notification.objects.filter(user=user).select_related("event").order_by("at")
    return [(one.reason, one.event.verb if one.event else "note") for one in news]


def submit(room: Newsroom, article: Article) -> None:
    """Send a text to review."""
    drafts.submit(head(article), by=room.writer, clock=room.tick())


def test_a_text_sent_to_review_rings_for_the_editors_who_read_its_language_and_for_nobody_else(
    room: Newsroom,
) -> None:
    User.objects.filter(pk=room.chief_editor.pk).update(reads_arabic=False)
    article = room.draft()

    submit(room, article)

    assert told(room.editor) == [("to_review", "submit")]
    assert told(room.writer) == []
    assert told(room.chief_editor) == []


def test_a_returned_text_is_told_to_its_writer_to_act_on_and_its_publication_to_know(room: Newsroom) -> None:
    article = room.draft()
    submit(room, article)
    drafts.return_to_writer(article, by=room.editor, clock=room.tick(), why="أين المصدر؟")
    room.publish(article)

    assert ("returned", "return") in told(room.writer)
    assert told(room.writer)[-1] == ("its_people", "publish")
    assert Notification.objects.get(reason="returned").asks_to_act
    assert not Notification.objects.filter(user=room.editor, reason="its_people").exists()


def test_a_note_names_a_colleague_and_tells_the_texts_people(room: Newsroom) -> None:
    article = room.draft()

    notes.add(article, text="@translator كيف يُكتب الاسم؟", by=room.editor, clock=room.tick())

    assert told(room.translator) == [("mention", "note")]
    assert told(room.writer) == [("note", "note")]


def test_a_restricted_story_tells_only_those_who_were_let_in(room: Newsroom) -> None:
    article = room.draft()
    article.story.is_restricted = True
    article.story.save()

    submit(room, article)

    assert Notification.objects.count() == 0


def test_what_happens_in_a_few_minutes_is_one_mail_in_the_persons_language_and_a_retry_is_no_second(
    room: Newsroom, settings: Settings
) -> None:
    settings.SITE_ORIGIN = "https://news.example"
    User.objects.filter(pk=room.editor.pk).update(email="editor@news.example", interface_language="ar")
    first, second = room.draft(), room.draft()
    submit(room, first)
    submit(room, second)
    due = room.tick() + timedelta(minutes=4)

    outbox.deliver(due)

    assert len(mail.outbox) == 1
    letter = mail.outbox[0]
    assert letter.to == ["editor@news.example"]
    assert "إرسال إلى المراجعة" in letter.body
    assert f"https://news.example/admin/articles/article/{second.pk}/change/" in letter.body
    task = Outbox.objects.filter(task="mail").earliest("pk")
    assert letter.extra_headers["Message-ID"] == f"<{task.payload['message']}@news.example>"
    outbox.deliver(due + timedelta(hours=1))
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("change", [{"mail": "nothing"}, {"is_active": False}])
def test_nobody_is_mailed_against_their_will_or_after_they_have_gone(room: Newsroom, change: dict[str, object]) -> None:
    User.objects.filter(pk=room.editor.pk).update(email="editor@news.example")
    submit(room, room.draft())
    User.objects.filter(pk=room.editor.pk).update(**change)

    outbox.deliver(room.tick() + timedelta(minutes=4))

    assert mail.outbox == []
