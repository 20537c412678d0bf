"""Notes follow their paragraph through rewrites and moves, are orphaned without it, answered and reopened."""

import pytest

from articles.models import Notification, WorkflowEvent
from articles.workflow import drafts, notes
from articles.workflow.refusals import NotAllowed, Refused
from tests.workflow.newsroom import Newsroom, fresh, head

FIRST, SECOND, THIRD = "<p>وصلت السفينة إلى المرفأ صباحًا.</p>", "<p>قال الناطق إن الحمولة قمح.</p>", "<p>الطقس صحو.</p>"


def test_a_note_follows_its_paragraph_and_is_orphaned_without_it(room: Newsroom) -> None:
    article = room.draft(body=FIRST + SECOND + THIRD)
    note = notes.add(
        article,
        text="أي ناطق؟ @writer",
        by=room.editor,
        clock=room.tick(),
        revision=head(article),
        passage="قال الناطق",
        place=1,
    )
    assert Notification.objects.filter(user=room.writer, note=note, reason="mention").exists()
    walked = {
        "<p>مقدمة.</p>" + FIRST + SECOND: 2,
        "<p>قال الناطق باسم المرفأ إن الحمولة قمح مستورد.</p>" + FIRST: 0,
        FIRST + THIRD: None,
    }
    for body, place in walked.items():
        room.change(article, body=body)
        note.refresh_from_db()
        assert note.place == place, body
    assert note.is_orphaned

    room.change(article, body=THIRD + f"<p>{note.paragraph}</p>")

    note.refresh_from_db()
    assert note.place == 1
    assert "<p" in head(article).body
    assert "note" not in head(article).body


def test_a_note_on_an_older_text_finds_its_paragraph_in_the_newest(room: Newsroom) -> None:
    article = room.draft(body=FIRST + SECOND)
    read = head(article)
    room.change(article, body="<p>مقدمة.</p>" + FIRST + SECOND)

    note = notes.add(article, text="؟", by=room.editor, clock=room.tick(), revision=read, place=1)

    assert note.place == 2


def test_a_thread_is_answered_resolved_and_reopened_and_blocks_while_it_is_open(room: Newsroom) -> None:
    article = room.draft()
    note = notes.add(article, text="المصدر؟", by=room.editor, clock=room.tick(), is_blocking=True)
    notes.answer(note, text="وزارة النقل", by=room.writer, clock=room.tick())
    assert Notification.objects.filter(user=room.editor, note__text="وزارة النقل").exists()
    notes.resolve(note, by=room.editor, clock=room.tick())
    notes.reopen(note, by=room.duty_editor, clock=room.tick())
    event = WorkflowEvent.objects.get(verb=notes.REOPENED)
    assert (event.actor, event.details["resolved_by"]) == (room.duty_editor, room.editor.pk)
    with pytest.raises(Refused, match="stops approval"):
        drafts.approve(head(article), by=room.editor, clock=room.tick())
    with pytest.raises(NotAllowed):
        notes.answer(note, text="لا", by=room.administrator, clock=room.tick())
    notes.resolve(note, by=room.editor, clock=room.tick())
    drafts.approve(head(fresh(article)), by=room.editor, clock=room.tick())
