"""Publishing, scheduling, and changing what is live (DESIGN §1 and §4)."""

from datetime import timedelta

import pytest

from articles.models import Change, Kind, Outbox, Publication, Stage
from articles.publishing import embargo, live_changes, publish, withdraw
from articles.publishing.publish import Going
from articles.workflow import drafts
from articles.workflow.refusals import NewerExists, Refused
from tests.workflow.newsroom import MINUTE, Newsroom, fresh, head

TICK = timedelta(microseconds=1)
BODY = "<p>وصلت السفينة إلى المرفأ صباح الثلاثاء.</p><p>وقال مدير المرفأ إن التفريغ يبدأ غدًا.</p>"


def live(article: object, at: object) -> Publication | None:
    return Publication.objects.live(at).filter(article=article).first()


def both_approved(room: Newsroom) -> tuple[object, object]:
    article = room.draft()
    twin = drafts.make_other_edition(article, by=room.translator, clock=room.tick())
    twin = room.change(twin, by=room.translator, headline="Ship in port", body="<p>A ship came in.</p>")
    room.approve(article)
    room.approve(twin)
    return fresh(article), fresh(twin)


def test_both_editions_flip_at_one_instant(room: Newsroom) -> None:
    article, twin = both_approved(room)
    at = room.now + timedelta(hours=4)

    publish.publish(head(article), head(twin), by=room.editor, clock=room.tick(), going=Going(live_from=at))

    for edition in (article, twin):
        assert live(edition, at - TICK) is None
        assert live(edition, at) is not None


def test_both_editions_as_one_act_are_all_or_nothing(room: Newsroom) -> None:
    article, twin = both_approved(room)
    room.change(twin, by=room.translator, headline="Ship in the port")

    with pytest.raises(Refused):
        publish.publish(head(article), head(twin), by=room.editor, clock=room.tick())

    assert not Publication.objects.exists()
    assert fresh(article).stage == Stage.APPROVED


def test_a_later_act_states_the_whole_future_anew(room: Newsroom) -> None:
    article = room.live()
    first = room.now + timedelta(hours=1)
    room.publish(room.change(article), live_from=first)
    second = room.now + timedelta(hours=2)

    publish.reschedule(article, by=room.editor, clock=room.tick(), live_from=second)

    assert live(article, first).headline == "سفينة تصل إلى المرفأ"
    assert live(article, first).deck == ""
    assert live(article, second).deck
    assert Publication.objects.filter(article=article).count() == 3
    assert sum(row.is_void for row in Publication.objects.filter(article=article)) == 1


def test_unscheduling_reopens_what_is_live_and_gives_the_text_back_as_approved(room: Newsroom) -> None:
    article = room.live()
    at = room.now + timedelta(hours=1)
    article = room.publish(room.change(article), live_from=at)

    article = fresh(publish.unschedule(article, by=room.editor, clock=room.tick())[0])

    assert live(article, at + timedelta(days=30)).deck == ""
    assert (article.stage, article.approved_id) == (Stage.APPROVED, article.head_id)


def test_an_expiry_takes_the_article_away_by_itself_with_its_reason(room: Newsroom) -> None:
    until = room.now + timedelta(hours=3)

    article = room.publish(room.draft(), live_until=until, gone_reason="انتهى العرض.")

    assert live(article, until - TICK).kind == Kind.PAGE
    assert (live(article, until).kind, live(article, until).public_reason) == (Kind.GONE, "انتهى العرض.")
    assert live(article, until).headline == ""


def test_ending_before_it_begins_is_refused(room: Newsroom) -> None:
    article = room.draft()

    with pytest.raises(Refused, match="end before it begins"):
        room.publish(article, live_until=room.now - MINUTE)

    assert fresh(article).stage == Stage.DRAFT


def test_an_embargo_and_a_hold_stop_publication(room: Newsroom) -> None:
    article = room.draft()
    room.approve(article)
    article.story.embargo_until = room.now + timedelta(hours=5)
    article.story.save()

    with pytest.raises(Refused, match="embargo"):
        publish.publish(head(article), by=room.editor, clock=room.tick())

    end = article.story.embargo_until
    publish.publish(head(article), by=room.editor, clock=room.tick(), going=Going(live_from=end))
    embargo.hold(article.story, is_held=True, by=room.editor, clock=room.tick())

    assert live(article, end) is None
    assert fresh(article).stage == Stage.APPROVED
    with pytest.raises(Refused, match="held"):
        publish.publish(head(article), by=room.editor, clock=room.tick(), going=Going(live_from=end))


def test_raising_an_embargo_voids_what_would_go_out_before_it_ends(room: Newsroom) -> None:
    at = room.now + timedelta(hours=2)
    article = room.publish(room.draft(), live_from=at)

    embargo.set_embargo(article.story, until=at, by=room.editor, clock=room.tick())
    assert live(article, at) is not None

    embargo.set_embargo(article.story, until=at + MINUTE, by=room.editor, clock=room.tick())
    assert live(article, at + timedelta(days=1)) is None
    assert [event.verb for event in article.events.order_by("-pk")[:1]] == ["unschedule"]


def test_a_text_is_never_given_a_time_after_its_own_end(room: Newsroom) -> None:
    begin, end = room.now + timedelta(hours=1), room.now + timedelta(hours=2)
    article = room.publish(room.draft(), live_from=begin, live_until=end)

    with pytest.raises(Refused, match="end before it begins"):
        publish.reschedule(article, by=room.editor, clock=room.tick(), live_from=end + MINUTE)

    publish.reschedule(article, by=room.editor, clock=room.tick(), live_from=end - MINUTE)
    assert live(article, end - MINUTE).kind == Kind.PAGE
    assert live(article, end).kind == Kind.GONE


def test_a_small_fix_is_live_at_once_and_readers_time_stands_still(room: Newsroom) -> None:
    article = room.live(body=BODY)
    row = live(article, room.now)
    content = row.revision.content().with_(body=BODY.replace("الثلاثاء.", "الثلاثاء،"))

    (fixed,) = live_changes.fix(article, content, live_pk=row.revision_id, by=room.editor, clock=room.tick())

    assert "الثلاثاء،" in fixed.body
    assert (fixed.changed_at, fixed.first_published_at) == (row.changed_at, row.first_published_at)
    assert head(article) == fixed.revision
    assert fresh(article).stage == Stage.PUBLISHED


def test_a_changed_number_is_no_small_fix_and_the_text_is_kept(room: Newsroom) -> None:
    article = room.live(body="<p>قتل 10 أشخاص في الحادث الذي وقع مساء الأحد.</p>")
    row = live(article, room.now)
    content = row.revision.content().with_(body=row.body.replace("10", "12"))

    with pytest.raises(Refused):
        live_changes.fix(article, content, live_pk=row.revision_id, by=room.editor, clock=room.tick())

    assert live(article, room.now).pk == row.pk
    assert "12" in article.revisions.latest("number").body


def test_a_fix_keeps_the_expiry_and_reaches_what_is_scheduled(room: Newsroom) -> None:
    article = room.live(body=BODY)
    later, end = room.now + timedelta(hours=2), room.now + timedelta(hours=8)
    changed = room.change(article, body=BODY + "<p>وانتهى التفريغ.</p>")
    room.publish(changed, live_from=later, live_until=end)
    row = live(article, room.now)
    content = row.revision.content().with_(body=BODY.replace("الثلاثاء.", "الثلاثاء،"))

    live_changes.fix(article, content, live_pk=row.revision_id, by=room.editor, clock=room.tick())

    assert "الثلاثاء،" in live(article, room.now).body
    assert "الثلاثاء،" in live(article, later).body
    assert "وانتهى التفريغ" in live(article, later).body
    assert live(article, end).kind == Kind.GONE


def test_six_updates_while_the_reporter_types(room: Newsroom) -> None:
    article = room.live(developing=True, body=BODY)
    for number in range(6):
        article = room.change(article, body=head(article).body + f"<p>سطر من المراسل رقم {number}.</p>")
        row = live(article, room.now)
        content = row.revision.content().with_(body=f"<p>تحديث رقم {number} من الديسك.</p>" + row.revision.body)

        live_changes.update(article, content, live_pk=row.revision_id, by=room.editor, clock=room.tick())

    assert Publication.objects.filter(article=article, basis="developing").count() == 6
    assert all(f"تحديث رقم {n} من الديسك" in live(article, room.now).body for n in range(6))
    assert all(f"سطر من المراسل رقم {n}" in head(article).body for n in range(6))
    assert all(f"تحديث رقم {n} من الديسك" in head(article).body for n in range(6))
    assert fresh(article).stage == Stage.DRAFT


def test_an_update_needs_the_mark_of_a_developing_story(room: Newsroom) -> None:
    article = room.live()
    row = live(article, room.now)

    with pytest.raises(Refused, match="developing"):
        live_changes.update(
            article,
            row.revision.content().with_(deck="جديد"),
            live_pk=row.revision_id,
            by=room.editor,
            clock=room.tick(),
        )


def test_an_update_of_a_text_that_readers_no_longer_have_is_refused_and_kept(room: Newsroom) -> None:
    article = room.live(developing=True)
    old = live(article, room.now)
    content = old.revision.content()
    live_changes.update(
        article, content.with_(deck="الأول"), live_pk=old.revision_id, by=room.editor, clock=room.tick()
    )

    with pytest.raises(NewerExists):
        live_changes.update(
            article, content.with_(deck="الثاني"), live_pk=old.revision_id, by=room.chief_editor, clock=room.tick()
        )

    assert article.revisions.latest("number").deck == "الثاني"


def test_an_amendment_changes_both_live_editions_at_one_instant(room: Newsroom) -> None:
    article, twin = both_approved(room)
    publish.publish(head(article), head(twin), by=room.editor, clock=room.tick())
    other = type(room.section).objects.create(slug="economy", name_ar="الاقتصاد", name_en="Economy")
    row = live(article, room.now)

    live_changes.amend(
        article,
        row.revision.content().with_(section_id=other.pk),
        live_pk=row.revision_id,
        by=room.editor,
        clock=room.tick(),
    )

    rows = [live(edition, room.now) for edition in (article, twin)]
    assert {r.section_id for r in rows} == {other.pk}
    assert rows[0].live_from == rows[1].live_from
    assert {fresh(e).stage for e in (article, twin)} == {Stage.PUBLISHED}
    assert fresh(article).story.section_id == other.pk


def test_a_correction_owes_readers_a_note_and_is_logged_for_them(room: Newsroom) -> None:
    article = room.change(room.live())

    with pytest.raises(Refused, match="what was wrong"):
        room.publish(article, change=Change.CORRECTION)

    room.publish(article, change=Change.CORRECTION, notes={"ar": "ورد اسم المرفأ خطأً."})

    correction = article.corrections.get()
    assert (correction.text, correction.publication.change) == ("ورد اسم المرفأ خطأً.", Change.CORRECTION)


def test_off_the_air_shows_the_house_wording_and_comes_back_as_it_was(room: Newsroom) -> None:
    article = room.live()
    row = live(article, room.now)

    withdraw.take_off_air(article, by=room.editor, clock=room.tick())
    off = live(article, room.now)
    withdraw.put_back(article, by=room.chief_editor, clock=room.tick())
    back = live(article, room.now)

    assert (off.kind, off.headline, off.body) == (Kind.OFF_AIR, "", "")
    assert off.public_reason
    assert (back.revision, back.first_published_at, back.changed_at) == (
        row.revision,
        row.first_published_at,
        row.changed_at,
    )


def test_withdrawing_voids_what_is_scheduled_and_says_so(room: Newsroom) -> None:
    article = room.live()
    room.publish(room.change(article), live_from=room.now + timedelta(days=1))

    withdraw.retract(article, by=room.chief_editor, clock=room.tick(), public_reason="لم يصحّ.")

    assert live(article, room.now + timedelta(days=2)).kind == Kind.RETRACTED
    assert article.events.latest("pk").details["voided"]
    assert fresh(article).stage == Stage.APPROVED


def test_only_the_chief_publishes_again_over_a_retraction(room: Newsroom) -> None:
    article = room.live()
    withdraw.retract(article, by=room.chief_editor, clock=room.tick(), public_reason="لم يصحّ.")
    article = room.change(article)
    room.approve(article)

    with pytest.raises(Refused, match="chief"):
        publish.publish(head(article), by=room.editor, clock=room.tick())

    publish.publish(head(article), by=room.chief_editor, clock=room.tick())
    assert live(article, room.now).kind == Kind.PAGE


def test_every_publication_asks_the_caches_to_forget_twice(room: Newsroom) -> None:
    article = room.live()

    tasks = Outbox.objects.filter(publication__article=article)

    assert [task.task for task in tasks] == ["purge", "purge", "render"]
    assert tasks[1].due_at - tasks[0].due_at == timedelta(seconds=91)
