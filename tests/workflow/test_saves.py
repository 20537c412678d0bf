"""Saving: stale texts are joined or refused, and nothing typed is ever lost (I3)."""

from datetime import timedelta

import pytest

from articles.models import Agency, BylineLine, Content, Photo, PhotoLine, RevisionKind, Stage, Story
from articles.publishing import publish
from articles.workflow import drafts
from articles.workflow.refusals import NewerExists, NotAllowed, Refused, SaveConflict
from tests.workflow.newsroom import NOON, Newsroom, fresh, head

FIRST = "<p>وصلت السفينة إلى المرفأ صباح الثلاثاء.</p>"
SECOND = "<p>وقال مدير المرفأ إن التفريغ يبدأ بعد الظهر.</p>"
THIRD = "<p>وتحمل السفينة أربعين ألف طن من القمح.</p>"
BODY = FIRST + SECOND + THIRD


def test_two_people_in_different_paragraphs_both_survive(room: Newsroom) -> None:
    article = room.draft(body=BODY)
    base = head(article)
    theirs = base.content().with_(body=BODY.replace("صباح الثلاثاء", "فجر الثلاثاء"))
    mine = base.content().with_(body=BODY.replace("أربعين ألف طن", "أربعين ألف طنّ"))

    drafts.save(article.pk, theirs, base_pk=base.pk, by=room.editor, clock=room.tick())
    saved = drafts.save(article.pk, mine, base_pk=base.pk, by=room.writer, clock=room.tick())

    assert "فجر الثلاثاء" in saved.revision.body
    assert "أربعين ألف طنّ" in saved.revision.body
    assert saved.joined_with == room.editor
    assert saved.revision.kind == RevisionKind.JOINED
    assert set(saved.revision.writers) == {room.writer.pk, room.editor.pk}


def test_a_paragraph_that_one_moved_and_the_other_changed_is_moved_and_changed(room: Newsroom) -> None:
    article = room.draft(body=BODY)
    base = head(article)
    moved = base.content().with_(body=THIRD + FIRST + SECOND)
    changed = base.content().with_(body=BODY.replace("من القمح", "من القمح الأوكراني"))

    drafts.save(article.pk, moved, base_pk=base.pk, by=room.editor, clock=room.tick())
    saved = drafts.save(article.pk, changed, base_pk=base.pk, by=room.writer, clock=room.tick())

    assert saved.revision.body == THIRD.replace("من القمح", "من القمح الأوكراني") + FIRST + SECOND


def test_only_the_same_paragraph_asks_and_the_refused_text_is_kept(room: Newsroom) -> None:
    article = room.draft(body=BODY)
    base = head(article)
    theirs = base.content().with_(body=BODY.replace("صباح", "فجر"))
    mine = base.content().with_(body=BODY.replace("صباح", "مساء").replace("القمح", "الذرة"))
    drafts.save(article.pk, theirs, base_pk=base.pk, by=room.editor, clock=room.tick())

    with pytest.raises(SaveConflict) as conflict:
        drafts.save(article.pk, mine, base_pk=base.pk, by=room.writer, clock=room.tick())

    (field,) = conflict.value.fields
    assert field.field == "body"
    assert len(field.conflicts) == 1
    assert "فجر" in field.conflicts[0].theirs
    assert "مساء" in field.conflicts[0].mine
    assert conflict.value.kept is not None
    assert conflict.value.kept.body == mine.body
    assert fresh(article).head == conflict.value.newest


def test_two_people_in_different_fields_both_survive(room: Newsroom) -> None:
    article = room.draft()
    base = head(article)
    drafts.save(article.pk, base.content().with_(deck="سطر ثانٍ"), base_pk=base.pk, by=room.editor, clock=room.tick())

    mine = base.content().with_(headline="السفينة في المرفأ")
    saved = drafts.save(article.pk, mine, base_pk=base.pk, by=room.writer, clock=room.tick())

    assert (saved.revision.headline, saved.revision.deck) == ("السفينة في المرفأ", "سطر ثانٍ")


def test_a_text_saved_after_the_article_was_spiked_is_kept(room: Newsroom) -> None:
    article = room.bring_to(room.draft(), Stage.SPIKED)
    base = head(article)

    with pytest.raises(Refused):
        drafts.save(article.pk, room.content("<p>سطر أخير.</p>"), base_pk=base.pk, by=room.writer, clock=room.tick())

    kept = article.revisions.latest("number")
    assert (kept.kind, kept.body) == (RevisionKind.KEPT, "<p>سطر أخير.</p>")
    assert fresh(article).head == base


def test_a_save_that_changes_nothing_makes_no_revision(room: Newsroom) -> None:
    article = room.draft()
    base = head(article)

    saved = drafts.save(article.pk, base.content(), base_pk=base.pk, by=room.writer, clock=room.tick())

    assert saved.is_unchanged
    assert article.revisions.count() == 1


def test_a_change_voids_the_approval(room: Newsroom) -> None:
    article = room.draft()
    room.approve(article)

    article = room.change(article)

    assert article.stage == Stage.DRAFT
    assert article.approved is None
    with pytest.raises(Refused):
        publish.publish(head(article), by=room.editor, clock=room.tick())


def test_the_same_form_posted_twice_makes_one_article(room: Newsroom) -> None:
    how = {"language": "ar", "by": room.writer, "form_token": "a" * 32}

    first = drafts.create(room.content(), clock=room.tick(), **how)
    second = drafts.create(room.content(), clock=room.tick(), **how)

    assert first == second


def test_the_only_writer_of_a_text_cannot_approve_it(room: Newsroom) -> None:
    article = room.draft(by=room.editor)

    with pytest.raises(Refused, match="only writer") as refused:
        drafts.approve(head(article), by=room.editor, clock=room.tick())

    assert refused.value.code == "not_only_writer"
    assert not article.events.filter(verb="approve").exists()


def test_an_editor_who_changed_a_reporters_text_can_approve_it(room: Newsroom) -> None:
    article = room.change(room.draft(), by=room.editor)

    drafts.approve(head(article), by=room.editor, clock=room.tick())

    assert fresh(article).stage == Stage.APPROVED


def test_after_a_publication_the_writers_are_counted_anew(room: Newsroom) -> None:
    article = room.change(room.live(), by=room.editor)

    with pytest.raises(Refused, match="only writer"):
        drafts.approve(head(article), by=room.editor, clock=room.tick())


def test_plain_agency_copy_can_be_approved_by_the_editor_who_brought_it_in(room: Newsroom) -> None:
    agency = Agency.objects.create(slug="shura", name_ar="وكالة الشورى", name_en="Shura News")
    content = room.content(bylines=(BylineLine(agency_id=agency.pk),))
    article = drafts.create(
        content, language="ar", by=room.editor, clock=room.tick(), agency_id=agency.pk, is_import=True
    )

    drafts.approve(head(article), by=room.editor, clock=room.tick())

    assert publish.publish(head(article), by=room.editor, clock=room.tick())[0].basis == "agency"


def test_agency_copy_rewritten_by_one_editor_needs_another(room: Newsroom) -> None:
    agency = Agency.objects.create(slug="shura", name_ar="وكالة الشورى", name_en="Shura News")
    article = drafts.create(
        room.content(), language="ar", by=room.editor, clock=room.tick(), agency_id=agency.pk, is_import=True
    )
    article = room.change(article, by=room.editor, body="<p>نصّ مختلف تمامًا كتبه المحرر بنفسه عن سفينة أخرى.</p>")

    with pytest.raises(Refused, match="only writer"):
        drafts.approve(head(article), by=room.editor, clock=room.tick())


def test_approving_names_the_text_that_was_read(room: Newsroom) -> None:
    article = room.draft()
    read = head(article)
    room.change(article)

    with pytest.raises(NewerExists) as newer:
        drafts.approve(read, by=room.editor, clock=room.tick())

    assert (newer.value.read, newer.value.newest) == (read, head(article))


def test_publish_what_i_read_leaves_the_newer_text_a_draft(room: Newsroom) -> None:
    article = room.draft()
    read = head(article)
    article = room.change(article, body="<p>نصّ أحدث لم يقرأه أحد.</p>")

    (row,) = publish.approve_and_publish(read, by=room.editor, clock=room.tick(), even_if_newer=True)

    assert row.revision == read
    assert fresh(article).stage == Stage.DRAFT
    assert head(article).body == "<p>نصّ أحدث لم يقرأه أحد.</p>"


def test_who_wrote_the_rest_alone_cannot_approve_it_after_the_first_part_went_out(room: Newsroom) -> None:
    article = room.draft()
    read = head(article)
    article = room.change(article, by=room.chief_editor, body="<p>سطر كتبه محرر واحد بعد أن قُرئ الأول.</p>")
    publish.approve_and_publish(read, by=room.editor, clock=room.tick(), even_if_newer=True)

    with pytest.raises(Refused, match="only writer"):
        drafts.approve(head(article), by=room.chief_editor, clock=room.tick())

    drafts.approve(head(article), by=room.editor, clock=room.tick())


def test_a_changed_section_makes_a_new_revision_of_each_edition(room: Newsroom) -> None:
    article = room.draft()
    twin = drafts.make_other_edition(article, by=room.translator, clock=room.tick())
    before = head(twin)

    room.change(article, section_id=None)

    assert head(twin) != before
    assert head(twin).section_id is None
    assert fresh(article).story.section_id is None


def photo_of(room: Newsroom) -> Photo:
    return Photo.objects.create(
        title="مرفأ",
        width=800,
        height=450,
        credit_ar="راصد",
        credit_en="Rased",
        uploaded_by=room.writer,
        uploaded_at=NOON,
    )


def test_a_photo_taken_out_of_one_edition_stays_in_the_other(room: Newsroom) -> None:
    article = room.draft(photos=(PhotoLine(photo_id=photo_of(room).pk, alt="سفينة"),))
    twin = drafts.make_other_edition(article, by=room.translator, clock=room.tick())
    before = head(article)

    room.change(twin, by=room.translator, photos=())

    assert head(article) == before
    assert head(twin).photo_uses.count() == 0


@pytest.mark.parametrize("had", [True, False], ids=["instead of the shared one", "where there was none"])
def test_another_photo_in_one_edition_leaves_the_other_approved_and_tells_it(room: Newsroom, *, had: bool) -> None:
    first, second = photo_of(room), photo_of(room)
    shown = (PhotoLine(photo_id=first.pk, is_decorative=True),) if had else ()
    article = room.draft(photos=shown)
    twin = drafts.make_other_edition(article, by=room.translator, clock=room.tick())
    room.change(twin, by=room.translator, headline="A ship", body="<p>A ship came in.</p>")
    read = room.approve(twin)

    room.change(article, photos=(PhotoLine(photo_id=second.pk, alt="سفينة"),))

    assert (head(twin), fresh(twin).stage, fresh(twin).approved) == (read, Stage.APPROVED, read)
    assert [note.is_blocking for note in twin.notes.all()] == [False]
    assert not article.notes.exists()
    assert fresh(article).story.lead_photo == second


def test_an_edition_made_later_begins_with_the_storys_photo_unless_it_was_taken_out(room: Newsroom) -> None:
    photo = photo_of(room)
    article = room.draft(photos=(PhotoLine(photo_id=photo.pk, alt="سفينة"),))
    without = room.draft()
    Story.objects.filter(pk=without.story_id).update(lead_photo=photo)

    twins = [drafts.make_other_edition(a, by=room.translator, clock=room.tick()) for a in (article, without)]

    assert [use.photo for twin in twins for use in head(twin).photo_uses.all()] == [photo, photo]

    taken_out = room.change(room.draft(photos=(PhotoLine(photo_id=photo.pk, alt="سفينة"),)), photos=())
    last = drafts.make_other_edition(taken_out, by=room.translator, clock=room.tick())
    assert not head(last).photo_uses.exists()


def test_making_the_other_edition_twice_makes_one(room: Newsroom) -> None:
    article = room.draft()

    twins = [drafts.make_other_edition(article, by=room.translator, clock=room.tick()) for _ in range(2)]

    assert twins[0] == twins[1]
    assert (twins[0].language, twins[0].stage) == ("en", Stage.DRAFT)


def test_a_restricted_story_exists_for_nobody_else(room: Newsroom) -> None:
    article = room.draft()
    article.story.is_restricted = True
    article.story.save()

    with pytest.raises(NotAllowed):
        drafts.approve(head(article), by=room.editor, clock=room.tick())
    assert not type(article).objects.seen_by(room.editor).exists()
    assert type(article).objects.seen_by(room.writer).exists()

    article.story.readers.add(room.editor)

    assert type(article).objects.seen_by(room.editor).get() == article
    drafts.approve(head(article), by=room.editor, clock=room.tick())


def test_a_clock_that_steps_back_moves_the_act_to_just_after_the_last_one(room: Newsroom) -> None:
    article = room.draft()
    acted_at = fresh(article).acted_at

    drafts.submit(head(article), by=room.writer, clock=acted_at - timedelta(hours=3))

    assert fresh(article).acted_at == acted_at + timedelta(microseconds=1)


def test_nobody_publishes_an_article_with_an_error_in_it(room: Newsroom) -> None:
    article = room.draft(body="<p>{title}</p>" + BODY)

    with pytest.raises(Refused) as refused:
        drafts.approve(head(article), by=room.editor, clock=room.tick())

    assert refused.value.code == "no_error_finding"
    assert isinstance(head(article).content(), Content)
