"""The acts on the desk: exactly those open to a person are there, each by one real post, refusals with nothing lost."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from articles.models import Article, Change, Language, Publication, Stage
from articles.workflow import drafts
from articles.workflow.case import Readers, standing
from tests.admin.desk import Page, form_of, signed_in
from tests.workflow.newsroom import Newsroom, fresh, head

OF_STORY = {"Mark as developing", "Set the embargo", "Hold", "Restrict", "Set series and urgency"}
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


# --- Which buttons are there --------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "stage", "buttons"),
    [
        ("writer", Stage.DRAFT, {"Save", "Submit", "Discard"}),
        ("writer", Stage.IN_REVIEW, {"Save", "Recall"}),
        ("writer", Stage.SPIKED, set()),
        ("editor", Stage.IN_REVIEW, {"Save", "Approve", "Approve and publish", "Return", "Spike"} | OF_STORY),
        ("editor", Stage.APPROVED, {"Save", "Publish", "Return", "Spike"} | OF_STORY),
        ("editor", Stage.SPIKED, {"Reopen"}),
        ("photo_editor", Stage.IN_REVIEW, set()),
        ("administrator", Stage.IN_REVIEW, set()),
    ],
)
def test_exactly_the_acts_open_to_a_person_are_buttons(room, who, stage, buttons):
    article = room.bring_to(room.draft(body=TEXT), stage)

    shown = form_of(article, getattr(room, who)).page.buttons

    beside = {
        "Preview",
        "Set what is asked for",
        "Take it",
        "Hand over",
        "Add the note",
        "Make the other edition",
        "Add a byline",
        "Add a photo",
        "?",
    }
    assert shown - beside == buttons


def test_an_act_that_something_refuses_is_disabled_and_says_why(room):
    article = in_review(room, body="<p>قال {name} ذلك.</p>")

    page = form_of(article, room.editor).page

    assert "Approve and publish" not in page.buttons
    assert "An error stands in the way" in page.text


def test_the_only_writer_reads_why_the_text_cannot_be_approved_by_them(room):
    article = room.bring_to(room.draft(by=room.editor, body=TEXT), Stage.DRAFT)

    page = form_of(article, room.editor).page

    assert "Approve" not in page.buttons
    assert "You are the only writer of this text" in page.text


# --- The way of a text ------------------------------------------------------------------


def test_submit_saves_what_was_typed_first(room):
    article = room.draft(body=TEXT)

    form_of(article, room.writer).press("Submit", {"deck": "سطر جديد"})

    assert fresh(article).stage == Stage.IN_REVIEW
    assert head(article).deck == "سطر جديد"


def test_recall_brings_the_text_back(room):
    article = in_review(room)

    form_of(article, room.writer).press("Recall")

    assert fresh(article).stage == Stage.DRAFT


def test_return_asks_why_and_tells_the_writer(room):
    article = in_review(room)
    desk = form_of(article, room.editor)

    page = desk.press("Return", {"deck": "لا يضيع"})
    assert "Say why." in page.text
    assert fresh(article).stage == Stage.IN_REVIEW
    assert page.article.fields["deck"] == "لا يضيع"

    desk.press("Return", {"return-why": "أين المصدر؟"})
    assert fresh(article).stage == Stage.RETURNED
    assert "أين المصدر؟" in form_of(article, room.writer).page.text


def test_approve_and_publish_is_one_button(room):
    article = in_review(room)

    page = form_of(article, room.editor).press("Approve and publish")

    assert "Published." in page.text
    assert readers_have(article) is Readers.LIVE
    assert list(article.events.order_by("pk").values_list("verb", flat=True))[-2:] == ["approve", "publish"]


def test_an_approved_text_is_published_at_a_time_in_the_houses_zone(room):
    article = room.bring_to(room.draft(body=TEXT), Stage.APPROVED)
    desk = form_of(article, room.editor)
    evening = (timezone.now().astimezone(ZoneInfo("Asia/Beirut")) + timedelta(days=1)).replace(
        hour=18, minute=0, second=0, microsecond=0
    )

    page = desk.press("Publish", {"publish-when": "at", "publish-live_from": f"{evening:%Y-%m-%dT%H:%M}"})

    assert "Scheduled." in page.text
    assert [row.live_from for row in article.publications.all()] == [evening]
    assert "18:00 Beirut time" in page.text


def test_a_time_that_was_chosen_and_not_given_is_asked_for(room):
    article = room.bring_to(room.draft(body=TEXT), Stage.APPROVED)

    page = form_of(article, room.editor).press("Publish", {"publish-when": "at"})

    assert page.status == 422
    assert "Say when." in page.text
    assert not article.publications.exists()


def test_what_is_scheduled_is_rescheduled_and_taken_back(room):
    article = room.bring_to(room.draft(body=TEXT), Stage.APPROVED)
    desk = form_of(article, room.editor)
    desk.press("Publish", {"publish-when": "at", "publish-live_from": "2099-01-01T18:00"})

    desk.press("Reschedule", {"reschedule-live_from": "2099-02-02T09:00"})
    assert article.publications.not_void().get().live_from.astimezone(ZoneInfo("Asia/Beirut")).month == 2

    desk.press("Unschedule")
    assert not article.publications.not_void().exists()
    assert fresh(article).stage == Stage.APPROVED


def test_the_form_names_what_publishing_would_void(room):
    article = room.bring_to(room.draft(body=TEXT), Stage.APPROVED)
    desk = form_of(article, room.editor)
    desk.press("Publish", {"publish-when": "at", "publish-live_from": "2099-01-01T18:00"})
    room.now = timezone.now()
    room.approve(room.change(article))

    page = form_of(article, room.editor).page

    assert "What is scheduled will be voided:" in page.text
    assert "1 January 2099, 18:00 Beirut time" in page.text


def test_a_correction_of_a_live_article_owes_readers_a_note(room):
    article = room.change(room.live(body=TEXT))
    article = room.bring_to(article, Stage.IN_REVIEW)
    desk = form_of(article, room.editor)

    page = desk.press("Approve and publish", {"publish-change": Change.CORRECTION})
    assert "Tell readers what was wrong and what is right." in page.text

    desk.press("Approve and publish", {"publish-change": Change.CORRECTION, "publish-note": "كان الرقم 10 لا 12."})
    assert live_page(article).public_note == "كان الرقم 10 لا 12."


def test_both_editions_go_out_at_one_instant(room):
    article = in_review(room)
    twin = drafts.make_other_edition(article, by=room.translator, clock=room.tick())
    text = head(twin).content().with_(headline="A ship arrives", body="<p>It arrived.</p>")
    drafts.save(twin.pk, text, base_pk=twin.head_id, by=room.translator, clock=room.tick())
    room.approve(twin)

    form_of(article, room.editor).press("Approve and publish", {"publish-both": "on"})

    assert len(set(Publication.objects.values_list("live_from", flat=True))) == 1
    assert set(Publication.objects.values_list("language", flat=True)) == {Language.AR, Language.EN}


def test_the_duty_editor_publishes_unreviewed_with_a_reason(room):
    article = room.draft(by=room.duty_editor, body=TEXT)
    desk = form_of(article, room.duty_editor)

    page = desk.press("Publish unreviewed")
    assert "Say why." in page.text

    desk.press("Publish unreviewed", {"publish-why": "لا أحد غيري الليلة"})
    assert readers_have(article) is Readers.LIVE
    assert "Publish unreviewed" not in form_of(article, room.editor).page.buttons


def test_spike_discard_and_reopen(room):
    spiked, discarded = in_review(room), room.draft(body=TEXT)

    form_of(spiked, room.editor).press("Spike", {"spike-why": "فات وقتها"})
    form_of(discarded, room.writer).press("Discard", {"discard-why": "مكررة"})
    form_of(discarded, room.editor).press("Reopen", {"reopen-why": "عاد الخبر"})

    assert (fresh(spiked).stage, fresh(discarded).stage) == (Stage.SPIKED, Stage.DRAFT)


# --- A newer text than the one that was read -------------------------------------------------


def test_publishing_stops_once_when_a_newer_text_exists_and_shows_it(room):
    article = in_review(room)
    desk = form_of(article, room.editor)
    read = head(article)
    room.change(article, body=TEXT.replace("قمحًا", "قمحًا وأرزًا"))

    page = desk.press("Approve and publish")

    assert page.status == 409
    assert "<ins>وأرزًا</ins>" in page.html.replace(" <ins>", "<ins>").replace("<ins> ", "<ins>")
    assert readers_have(article) is Readers.NOTHING

    form = next(key for key, form in page.forms.items() if "Publish what I read" in form.buttons)
    desk.press("Publish what I read", form=form)
    assert live_page(article).revision == read
    assert fresh(article).stage == Stage.IN_REVIEW


def test_a_submit_of_an_old_reading_is_stopped_too(room):
    article = room.draft(body=TEXT)
    desk = form_of(article, room.writer)
    room.change(article, by=room.editor)

    page = desk.press("Submit")

    assert page.status == 409
    assert "Publish what I read" not in page.text
    assert fresh(article).stage == Stage.DRAFT


def test_an_act_on_a_text_that_was_joined_on_the_way_waits_until_it_is_read(room):
    article = in_review(room)
    desk = form_of(article, room.editor)
    room.change(article, body=TEXT.replace("قمحًا", "أرزًا"))

    page = desk.press("Approve and publish", {"headline": "سفينة تصل ليلًا"})

    assert "Read the joined text first, then go on." in page.text
    assert readers_have(article) is Readers.NOTHING
    assert head(article).headline == "سفينة تصل ليلًا"


def test_an_act_whose_time_is_over_is_refused_at_the_form(room):
    article = in_review(room)
    desk = form_of(article, room.editor)
    drafts.recall(article, by=room.writer, clock=room.tick())

    response = desk.client.post(
        f"/admin/articles/article/{article.pk}/return/", {"base": article.head_id, "return-why": "لماذا؟"}
    )

    assert response.status_code == 409
    assert "The article has moved on" in Page(response).text


# --- The story and the notes ----------------------------------------------------------------------


def test_a_held_story_is_not_published_until_it_is_let_go(room):
    article = room.bring_to(room.draft(body=TEXT), Stage.APPROVED)
    desk = form_of(article, room.editor)

    page = desk.press("Hold")
    assert "Publish" not in page.buttons
    desk.press("Let it go")
    desk.press("Publish")

    assert readers_have(article) is Readers.LIVE


def test_a_story_is_marked_as_developing_until_a_time(room):
    article = room.live(body=TEXT)

    form_of(article, room.editor).press("Mark as developing", {"mark_developing-until": "2099-01-01T18:00"})

    assert fresh(article).story.is_developing(timezone.now())


def test_a_blocking_note_stops_approval_until_it_is_resolved(room):
    article = in_review(room)
    desk = form_of(article, room.chief_editor)

    page = desk.press("Add the note", {"note-text": "راجعوا الرقم", "note-is_blocking": "on"})
    assert "راجعوا الرقم" in page.text
    assert "Approve" not in page.buttons

    page = desk.press("Resolve")
    assert "Approve" in page.buttons


def test_an_empty_note_is_asked_again(room):
    page = form_of(in_review(room), room.editor).press("Add the note")

    assert page.status == 422


def test_a_stranger_to_an_article_is_refused_at_every_act(room):
    article = in_review(room)
    client = signed_in(room.administrator)

    for act in ("save", "approve", "approve_and_publish", "return", "spike", "hold", "make_other_edition", "note"):
        client.post(
            f"/admin/articles/article/{article.pk}/{act}/",
            {"base": article.head_id, "return-why": "x", "spike-why": "x", "note-text": "x"},
        )

    assert fresh(article).stage == Stage.IN_REVIEW
    assert not article.notes.exists()
    assert not Publication.objects.exists()


def test_an_act_by_get_leads_to_the_form(room):
    article = in_review(room)

    response = signed_in(room.editor).get(f"/admin/articles/article/{article.pk}/approve/")

    assert response["Location"] == f"/admin/articles/article/{article.pk}/change/"
    assert fresh(article).stage == Stage.IN_REVIEW
