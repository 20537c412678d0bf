"""The desk page: whose turn it is, and what nobody else looks at."""

import re
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import AfterReview, Article, Assignment, Kind, PlannedSlot, User, WireItem, WorkflowEvent
from articles.publishing import publish, withdraw
from articles.workflow import drafts, planning, stories
from tests.admin.desk import at_desk, form_of, signed_in
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

    desk = at_desk(room.editor)
    assert "without the change of" in desk.page.text
    assert "by Writer" in desk.page.text
    assert "without your change of" in at_desk(room.writer).page.text
    assert "Send it along" not in at_desk(room.writer).page.html
    at, row = article.publications.get().live_from, article.publications.get()
    (form,) = [name for name, form in desk.page.forms.items() if "Send it along" in form.buttons]

    page = desk.press("Leave it", form=form)

    assert "goes out as it was scheduled" in page.text
    assert "stays behind" in page.text
    assert "Leave it" not in page.html
    assert article.publications.get() == row
    assert article.events.get(verb="settle_newer").revision == head(article)
    (form,) = [name for name, form in desk.page.forms.items() if "Send it along" in form.buttons]
    page = desk.press("Send it along", form=form)
    assert "goes out, at the same time" in page.text
    waiting = article.publications.not_void().get()
    assert (waiting.deck, waiting.live_from, waiting.approved_by) == ("تفصيل أحدث", at, room.editor)
    assert "without the change" not in desk.page.text


@pytest.mark.parametrize("change", ["newer", "rescheduled", "own"])
def test_a_newer_text_is_sent_along_only_as_it_was_seen_and_by_who_may_approve_it(room: Newsroom, change: str) -> None:
    article = room.draft(by=room.editor) if change == "own" else room.draft()
    going = publish.Going(live_from=timezone.now() + timedelta(hours=2))
    if change == "own":
        drafts.approve(head(article), by=room.chief_editor, clock=room.tick())
        publish.publish(head(article), by=room.editor, clock=room.tick(), going=going)
    else:
        publish.publish(room.approve(article), by=room.editor, clock=room.tick(), going=going)
    room.change(article, by=room.editor if change == "own" else room.writer, deck="تفصيل أحدث")
    desk = at_desk(room.editor)
    (form,) = [name for name, form in desk.page.forms.items() if "Send it along" in form.buttons]
    if change == "newer":
        room.change(article, deck="أحدث منه")
    if change == "rescheduled":
        publish.unschedule(article, by=room.editor, clock=room.tick())
    before = list(article.publications.values_list("pk", "live_from", "live_until"))

    page = desk.press("Send it along", form=form)

    assert "goes out, at the same time" not in page.text
    said = {"newer": "Somebody saved a newer text", "rescheduled": "Something else is scheduled", "own": "only writer"}
    assert said[change] in page.text
    assert list(article.publications.values_list("pk", "live_from", "live_until")) == before


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


def test_what_an_agencys_rights_end_in_stands_on_the_desk_with_what_each_person_may_do(room: Newsroom) -> None:
    room.now = timezone.now() - timedelta(hours=3)
    soon, over, later, gone = (room.live(headline=f"خبر {number}") for number in range(4))
    for article, days in ((soon, 3), (over, -1), (later, 40), (gone, 1)):
        room.of_an_agency(article, days=days)
    withdraw.take_off_air(gone, by=room.editor, clock=room.tick())

    entries = {
        who: next(each for each in signed_in(who).get(INDEX).context["trays"] if "rights" in str(each.title)).entries
        for who in (room.editor, room.chief_editor)
    }

    assert [entry.article for entry in entries[room.editor]] == [over, soon]
    assert [str(entry.said) for entry in entries[room.editor]] == ["AFP: the rights are over", "AFP: the rights end"]
    assert [str(name) for name, _address in entries[room.editor][0].acts] == ["Extend the rights", "Take off the air"]
    assert [str(name) for name, _address in entries[room.chief_editor][0].acts][2:] == ["Withdraw"]
    listed = signed_in(room.editor).get(f"{reverse('admin:articles_article_changelist')}?tray=rights").context["rows"]
    assert {row.article for row in listed} == {over, soon}


def test_an_editor_lets_an_agencys_text_be_shown_longer_by_the_act_that_the_desk_offers(room: Newsroom) -> None:
    room.now = timezone.now() - timedelta(hours=3)
    article = room.of_an_agency(room.draft(), days=2)
    room.publish(article)
    entry = next(each for each in signed_in(room.editor).get(INDEX).context["trays"] if "rights" in str(each.title))
    address = entry.entries[0].acts[0][1]
    until = (timezone.now() + timedelta(days=20)).replace(second=0, microsecond=0)
    typed = f"{until.astimezone(ZoneInfo('Asia/Beirut')):%Y-%m-%dT%H:%M}"

    desk = at_desk(room.editor, address)
    assert re.search(r'id="act-extend_rights" open', desk.page.html)
    desk.press("Extend the rights", {"extend_rights-until": typed, "extend_rights-why": ""})
    assert WireItem.objects.get().rights_until < until
    form_of(article, room.editor).press(
        "Extend the rights", {"extend_rights-until": typed, "extend_rights-why": "رسالة الوكالة"}
    )

    assert WireItem.objects.get().rights_until == until
    page, end = article.publications.not_void().order_by("live_from")
    assert (page.live_until, end.kind, end.live_from) == (until, Kind.GONE, until)
    assert article.events.latest("pk").why == "رسالة الوكالة"
