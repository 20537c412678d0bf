"""The desk page: whose turn it is, and what nobody else looks at."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from articles.models import AfterReview, Article, Assignment, PlannedSlot, User, WorkflowEvent
from articles.publishing import publish
from articles.workflow import drafts, planning, stories
from tests.admin.desk import signed_in
from tests.workflow.newsroom import Newsroom, head

INDEX = "/admin/"


def tray(user: User, title: str) -> list[Article]:
    """The articles in one list of a person's desk page."""
    trays = signed_in(user).get(INDEX).context["trays"]
    return [entry.article for each in trays if str(each.title) == title for entry in each.entries]


def test_what_was_sent_to_review_waits_for_editors_of_its_section_and_language(room: Newsroom) -> None:
    article = room.draft()
    drafts.submit(head(article), by=room.writer, clock=room.tick())

    assert tray(room.editor, "Waiting for me") == [article]
    User.objects.filter(pk=room.editor.pk).update(reads_arabic=False)
    assert tray(room.editor, "Waiting for me") == []


def test_an_assignment_rings_waits_and_is_handed_over_with_a_word(room: Newsroom) -> None:
    article = room.draft()
    address = reverse("admin:articles_article_assign", args=[article.pk])

    signed_in(room.editor).post(address, {"assign-person": room.reporter.pk, "assign-note": "حتى المساء"})
    assert tray(room.reporter, "Waiting for me") == [article]
    assert room.reporter.notifications.get().reason == "assigned"
    signed_in(room.reporter).post(address, {"assign-person": room.translator.pk, "assign-note": ""})

    assert Assignment.objects.get(ended_at=None).person == room.translator
    assert WorkflowEvent.objects.filter(verb="assign").count() == 2
    assert tray(room.reporter, "Waiting for me") == []


def test_a_reporter_takes_what_is_with_nobody_but_not_what_is_with_a_colleague(room: Newsroom) -> None:
    article = room.draft()
    address = reverse("admin:articles_article_assign", args=[article.pk])
    signed_in(room.writer).post(address, {"take": "1"})
    signed_in(room.reporter).post(address, {"take": "1"})

    assert Assignment.objects.get(ended_at=None).person == room.writer
    page = signed_in(room.reporter).get(reverse("admin:articles_article_change", args=[article.pk]))
    assert f'<p dir="auto">{room.writer}</p>' in page.content.decode()


def test_what_is_with_somebody_away_waits_for_nobody(room: Newsroom) -> None:
    article = room.draft()
    planning.assign(article, to=room.reporter, by=room.editor, clock=room.tick())
    User.objects.filter(pk=room.reporter.pk).update(away_until=timezone.now() + timedelta(days=3))

    assert tray(room.editor, "Waiting for nobody") == [article]


def test_what_goes_out_without_the_newer_text_says_so(room: Newsroom) -> None:
    article = room.draft()
    going = publish.Going(live_from=timezone.now() + timedelta(hours=2))
    publish.publish(room.approve(article), by=room.editor, clock=room.tick(), going=going)
    room.change(article, deck="تفصيل أحدث")

    page = signed_in(room.editor).get(INDEX).content.decode()

    assert "without the newer one" in page


def test_what_went_out_unreviewed_stays_on_the_chiefs_desk_until_it_is_read(room: Newsroom) -> None:
    article = room.draft()
    publish.publish_unreviewed(head(article), by=room.chief_editor, clock=room.tick(), why="عاجل")
    row = article.publications.get()
    assert tray(room.chief_editor, "Published unreviewed") == [article]
    assert signed_in(room.editor).post(reverse("admin:review_afterwards"), {"row": row.pk}).status_code == 403

    signed_in(room.chief_editor).post(reverse("admin:review_afterwards"), {"row": row.pk})

    assert tray(room.chief_editor, "Published unreviewed") == []
    assert AfterReview.objects.get().by == room.chief_editor
    assert WorkflowEvent.objects.filter(verb="review_afterwards").exists()


def test_held_stories_and_planned_slots_that_have_passed_are_seen(room: Newsroom) -> None:
    article = room.draft()
    stories.hold(article.story, is_held=True, by=room.editor, clock=room.tick())
    browser = signed_in(room.editor)
    slot = {
        "title": "مؤتمر المرفأ",
        "planned_at": "2026-01-05T10:00",
        "language": "ar",
        "section": room.section.pk,
        "person": "",
        "length": "",
    }

    assert browser.post(reverse("admin:planning"), slot).status_code == 302

    assert tray(room.editor, "Prepared") == [article]
    assert "مؤتمر المرفأ" in browser.get(INDEX).content.decode()
    assert "مؤتمر المرفأ" in browser.get(reverse("admin:planning") + "?from=2026-01-05").content.decode()
    browser.post(reverse("admin:drop_slot", args=[PlannedSlot.objects.get().pk]))
    assert "مؤتمر المرفأ" not in browser.get(INDEX).content.decode()


def test_a_slot_without_a_time_comes_back_with_what_was_typed(room: Newsroom) -> None:
    answer = signed_in(room.editor).post(reverse("admin:planning"), {"title": "بلا موعد", "language": "ar"})

    assert answer.status_code == 422
    assert 'value="بلا موعد"' in answer.content.decode()


def test_a_restricted_story_is_in_no_list_of_who_was_not_let_in(room: Newsroom) -> None:
    article = room.draft(headline="سرّ محفوظ")
    article.story.is_restricted = True
    article.story.save()
    drafts.submit(head(article), by=room.writer, clock=room.tick())

    for person in (room.editor, room.chief_editor, room.reporter):
        assert "سرّ محفوظ" not in signed_in(person).get(INDEX).content.decode()
