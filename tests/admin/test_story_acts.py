"""What an editor sets on a story from the article's form, and the chief on a person: each by a real post, on record."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from articles.models import Role, Series, Stage, User, WorkflowEvent
from articles.publishing import publish
from articles.workflow import stories
from articles.workflow.case import Readers, standing
from tests.admin.desk import at_desk, form_of, signed_in
from tests.workflow.newsroom import fresh, head

TEXT = "<p>وصلت السفينة إلى المرفأ.</p>"


def last() -> WorkflowEvent:
    """The newest line of the log."""
    return WorkflowEvent.objects.latest("pk")


def test_an_embargo_voids_what_would_go_out_earlier_says_so_and_is_lifted(room):
    article = room.draft(body=TEXT)
    text = room.approve(article)
    going = publish.Going(live_from=timezone.now() + timedelta(hours=1))
    publish.publish(text, by=room.editor, clock=room.tick(), going=going)
    desk = form_of(article, room.editor)

    page = desk.press("Set the embargo", {"embargo-until": "2099-01-01T18:00", "embargo-why": "اتفاق مع الوزارة"})

    assert "The story is under embargo. What was scheduled is voided." in page.text
    assert "Embargo until 1 January 2099, 18:00 Beirut time" in page.text
    assert "Beirut time" in page.text
    assert not article.publications.not_void().exists()
    event = WorkflowEvent.objects.get(verb="set_embargo")
    assert (event.actor, event.why, event.story) == (room.editor, "اتفاق مع الوزارة", article.story)

    desk.press("Lift the embargo")
    assert fresh(article).story.embargo_until is None
    assert last().verb == "lift_embargo"


@pytest.mark.parametrize("button", ["Set the embargo", "Mark as developing"])
@pytest.mark.parametrize(("until", "said"), [("", "Say when."), ("2001-01-01T10:00", "That time is already over.")])
def test_a_time_that_is_missing_or_over_is_asked_again(room, button, until, said):
    article = room.draft(body=TEXT)
    prefix = "embargo" if "embargo" in button else "mark_developing"

    page = form_of(article, room.editor).press(button, {f"{prefix}-until": until})

    assert page.status == 409
    assert said in page.text
    assert fresh(article).story.embargo_until is None


@pytest.mark.parametrize(
    ("button", "answers"),
    [
        ("Set the embargo", {"embargo-until": "2099-01-01T18:00"}),
        ("Mark as developing", {"mark_developing-until": "2099-01-01T18:00"}),
        ("Restrict", {}),
        ("Set series and urgency", {"place_story-urgency": "routine"}),
    ],
)
def test_no_old_form_undoes_what_a_colleague_has_just_set(room, button, answers):
    """I3: the form says what it showed; a story that was set otherwise meanwhile is left as it is."""
    article = room.draft(body=TEXT)
    desk = form_of(article, room.editor)
    soon = timezone.now() + timedelta(hours=3)
    how = {"by": room.chief_editor, "clock": timezone.now()}
    stories.set_embargo(article.story, until=soon, **how)
    stories.mark_developing(article.story, until=soon, **how)
    stories.restrict(article.story, people=[room.editor, room.writer], **how)
    stories.place(article.story, series=None, urgency="urgent", **how)
    events = WorkflowEvent.objects.count()

    page = desk.press(button, answers)

    assert page.status == 409
    assert "A colleague has just set this otherwise." in page.text
    story = fresh(article).story
    assert (story.embargo_until, story.developing_until, story.urgency) == (soon, soon, "urgent")
    assert WorkflowEvent.objects.count() == events


def test_a_hold_sent_twice_is_one_line_of_the_log(room):
    article = room.bring_to(room.draft(body=TEXT), Stage.APPROVED)
    desk = form_of(article, room.editor)
    fields = desk.page.article.fields

    for _ in range(2):
        desk.client.post(f"/admin/articles/article/{article.pk}/hold/", fields | {"hold-why": "ننتظر المحامي"})

    assert list(WorkflowEvent.objects.filter(verb="hold").values_list("why", flat=True)) == ["ننتظر المحامي"]
    assert "ننتظر المحامي" in form_of(article, room.writer).page.text


def test_a_series_and_an_urgency_make_no_new_text(room):
    series = Series.objects.create(slug="harbour", name_ar="المرفأ", name_en="Harbour")
    article = room.draft(body=TEXT)
    before = head(article)

    answers = {"place_story-series": str(series.pk), "place_story-urgency": "urgent"}
    form_of(article, room.editor).press("Set series and urgency", answers)

    assert (fresh(article).story.series, fresh(article).story.urgency) == (series, "urgent")
    assert head(article) == before


def test_a_slugline_changed_meanwhile_is_not_undone_by_an_old_form(room):
    article = room.draft(body=TEXT)
    desk = form_of(article, room.writer)
    form_of(article, room.editor).press("Save", {"slugline": "مرفأ-قمح"})

    desk.press("Save", {"deck": "سطر"})

    assert fresh(article).story.slugline == "مرفأ-قمح"


def test_a_story_restricted_by_the_form_is_there_for_the_named_and_its_maker_only(room):
    article = room.draft(body=TEXT)
    desk = form_of(article, room.editor)
    fields = desk.page.article.fields | {
        "restrict-people": [room.editor.pk, room.translator.pk],
        "restrict-why": "تسريب",
    }

    desk.client.post(f"/admin/articles/article/{article.pk}/restrict/", fields)

    page = form_of(article, room.editor).page
    assert "Restricted to: " in page.text
    assert "تسريب" in page.text
    seen = {
        u.username
        for u in User.objects.all()
        if signed_in(u).get(f"/admin/articles/article/{article.pk}/change/").status_code == 200
    }
    assert seen == {"editor", "translator", "writer"}
    form_of(article, room.editor).press("Open to the whole desk")
    assert form_of(article, room.reporter).page.status == 200


@pytest.mark.parametrize("who", ["writer", "translator", "photo_editor", "administrator"])
def test_what_is_set_on_a_story_is_an_editors(room, who):
    article = room.draft(body=TEXT)
    client = signed_in(getattr(room, who))

    for act in ("hold", "embargo", "lift_embargo", "mark_developing", "restrict", "open_to_all", "place_story"):
        answers = {"base": article.head_id, "hold-is_held": "1", "embargo-until": "2099-01-01T18:00"}
        assert client.post(f"/admin/articles/article/{article.pk}/{act}/", answers).status_code == 403, act
    assert not WorkflowEvent.objects.filter(article=None).exists()


# --- The duty editor ---------------------------------------------------------------------------


def test_the_chief_names_a_duty_editor_whose_right_ends_by_itself(room):
    text = head(room.draft(by=room.editor, body=TEXT))
    client = signed_in(room.chief_editor)
    until = timezone.now() + timedelta(hours=2)

    client.post("/admin/duty/", {"person": room.editor.pk, "live_from": "", "until": "2001-01-01T00:00"})
    assert not User.objects.get(pk=room.editor.pk).is_on_duty(timezone.now())
    with timezone.override("Asia/Beirut"):
        typed = f"{timezone.localtime(until):%Y-%m-%dT%H:%M}"
    assert client.post("/admin/duty/", {"person": room.editor.pk, "live_from": "", "until": typed}).status_code == 302

    editor = User.objects.get(pk=room.editor.pk)
    assert editor.is_on_duty(timezone.now())
    assert not editor.is_on_duty(until)
    assert "Named the duty editor Editor" in at_desk(room.chief_editor, "/admin/duty/").page.text
    form_of(text.article, editor).press("Publish unreviewed", {"publish-why": "الليل"})
    assert standing(fresh(text.article), timezone.now()).now is Readers.LIVE


def test_a_turn_of_duty_is_ended_before_its_time_and_only_by_the_chief(room):
    for who in ("editor", "duty_editor", "administrator", "writer"):
        client = signed_in(getattr(room, who))
        assert client.get("/admin/duty/").status_code == 403
        assert client.post("/admin/duty/end/", {"person": room.duty_editor.pk}).status_code == 403
    desk = at_desk(room.chief_editor, "/admin/duty/")
    assert "Night" in desk.page.text

    signed_in(room.chief_editor).post("/admin/duty/end/", {"person": room.duty_editor.pk})

    assert not User.objects.get(pk=room.duty_editor.pk).is_on_duty(timezone.now())
    assert last().verb == "end_duty"


@pytest.mark.parametrize("who", ["writer", "administrator", "chief_editor"])
def test_only_an_editor_is_on_duty_and_at_most_a_month(room, who):
    client = signed_in(room.chief_editor)

    for person, days in ((getattr(room, who), 1), (room.editor, 32)):
        response = client.post(
            "/admin/duty/", {"person": person.pk, "until": f"{timezone.now() + timedelta(days=days):%Y-%m-%dT%H:%M}"}
        )
        assert response.status_code == 422
    assert not WorkflowEvent.objects.filter(verb="name_duty_editor").exists()


def test_whoever_is_an_editor_no_more_is_on_duty_no_more(room):
    article = room.draft(by=room.duty_editor, body=TEXT)
    desk = form_of(article, room.duty_editor)
    room.duty_editor.groups.set(Group.objects.filter(name=Role.REPORTER))

    page = desk.press("Publish unreviewed", {"publish-why": "الليل"})

    assert page.status == 409
    assert standing(fresh(article), timezone.now()).now is Readers.NOTHING
