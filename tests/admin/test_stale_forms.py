"""Forms that come late, twice or without saying what was read, at every door of an article (I3)."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from articles.models import Article, Publication, Role, Stage
from articles.publishing import publish
from articles.workflow import drafts
from tests.admin.desk import Page, form_of, signed_in
from tests.workflow.newsroom import Newsroom, fresh, head

TEXT = "<p>وصلت السفينة إلى المرفأ.</p><p>تحمل قمحًا.</p>"
TOMORROW = timedelta(days=1)


def with_twin(room: Newsroom, article: Article) -> Article:
    """Make an English edition with a text."""
    twin = drafts.make_other_edition(article, by=room.translator, clock=room.tick())
    text = head(twin).content().with_(headline="A ship arrives", body="<p>It arrived.</p>")
    drafts.save(twin.pk, text, base_pk=twin.head_id, by=room.translator, clock=room.tick())
    return fresh(twin)


def both_scheduled(room: Newsroom) -> tuple[Article, Article]:
    """Schedule both editions of a story for tomorrow."""
    article = room.draft(body=TEXT)
    twin = with_twin(room, article)
    texts = [room.approve(article), room.approve(twin)]
    going = publish.Going(live_from=timezone.now() + TOMORROW)
    publish.publish(*texts, by=room.editor, clock=room.tick(), going=going)
    return fresh(article), fresh(twin)


def begins(article: Article) -> list[str]:
    """When an article goes out, in the house's time."""
    rows = article.publications.not_void().values_list("live_from", flat=True)
    return [f"{row.astimezone(ZoneInfo('Asia/Beirut')):%Y-%m-%dT%H:%M}" for row in rows]


# --- A change of what is live ------------------------------------------------------------


@pytest.mark.parametrize("base", ["", "999999", "١"])
@pytest.mark.parametrize("verb", ["fix", "update", "amend"])
def test_a_change_of_the_live_text_that_names_no_text_is_refused_with_all_that_was_typed(room, verb, base):
    """I3: the first text of an article is live, and a form that says nothing must not pass for one that read it."""
    article = room.live(body=TEXT, developing=True)
    fields = form_of(article, room.editor, verb).page.article.fields
    typed = {"body": TEXT.replace("قمحًا.", "قمحًا،"), "topics": "مرافئ", "base": base}

    page = Page(signed_in(room.editor).post(f"/admin/articles/article/{article.pk}/{verb}/", fields | typed))

    assert page.status == 400
    assert "This form does not say which text you read." in page.text
    name, word = ("topics", "مرافئ") if verb == "amend" else ("body", "قمحًا،")
    assert word in page.article.fields[name]
    assert Publication.objects.count() == 1


def test_a_change_of_the_live_text_by_a_stranger_makes_nothing_of_it(room):
    article = room.live(body=TEXT)
    fields = form_of(article, room.editor, "amend").page.article.fields | {"topics": "موضوع لم يكن"}

    page = Page(signed_in(room.writer).post(f"/admin/articles/article/{article.pk}/amend/", fields))

    assert page.status == 409
    assert not article.story.topics.through.tag_model().objects.exists()


# --- Both editions ---------------------------------------------------------------------------


def test_both_editions_are_rescheduled_and_unscheduled_as_one_act(room):
    article, twin = both_scheduled(room)
    desk = form_of(article, room.editor)

    desk.press("Reschedule", {"reschedule-live_from": "2099-02-02T09:00", "reschedule-both": "on"})
    assert begins(article) == begins(twin) == ["2099-02-02T09:00"]

    desk.press("Unschedule", {"reschedule-both": "on"})
    assert begins(article) == begins(twin) == []
    assert {fresh(article).stage, fresh(twin).stage} == {Stage.APPROVED}


def test_one_edition_alone_is_rescheduled_when_nothing_else_is_asked(room):
    article, twin = both_scheduled(room)
    before = begins(twin)

    form_of(article, room.editor).press("Reschedule", {"reschedule-live_from": "2099-02-02T09:00"})

    assert (begins(article), begins(twin)) == (["2099-02-02T09:00"], before)


@pytest.mark.parametrize("button", ["Reschedule", "Unschedule"])
@pytest.mark.parametrize("of_twin", [False, True])
def test_what_is_scheduled_by_now_is_not_what_the_form_shows(room, button, of_twin):
    """I3: somebody scheduled another text meanwhile; the old form moves neither edition."""
    article, twin = both_scheduled(room)
    desk = form_of(article, room.editor)
    changed = twin if of_twin else article
    at = timezone.now() + 2 * TOMORROW
    publish.reschedule(changed, by=room.chief_editor, clock=timezone.now(), live_from=at)
    before = begins(article), begins(twin)

    page = desk.press(button, {"reschedule-live_from": "2099-02-02T09:00", "reschedule-both": "on"})

    assert page.status == 409
    assert "Something else is scheduled by now than what you saw." in page.text
    assert (begins(article), begins(twin)) == before


def test_both_editions_or_none_when_one_of_them_has_moved_on(room):
    article, twin = both_scheduled(room)
    desk = form_of(article, room.editor)
    room.now = timezone.now()
    room.change(twin, by=room.translator)
    before = begins(article)

    page = desk.press("Reschedule", {"reschedule-live_from": "2099-02-02T09:00", "reschedule-both": "on"})

    assert page.status == 409
    assert begins(article) == before


# --- Reasons ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "stage", "button", "field"),
    [
        ("writer", Stage.DRAFT, "Discard", "discard-why"),
        ("editor", Stage.SPIKED, "Reopen", "reopen-why"),
        ("editor", Stage.DRAFT, "Spike", "spike-why"),
    ],
)
def test_putting_aside_and_bringing_back_owe_a_reason(room, who, stage, button, field):
    article = room.bring_to(room.draft(body=TEXT), stage)
    desk = form_of(article, getattr(room, who))

    page = desk.press(button, {field: "  "})
    assert "Say why." in page.text
    assert fresh(article).stage == stage

    desk.press(button, {field: "خبر مكرر"})
    assert fresh(article).stage != stage
    assert article.events.latest("pk").why == "خبر مكرر"


# --- A role taken away --------------------------------------------------------------------------


@pytest.mark.parametrize("button", ["Save", "Approve and publish"])
def test_a_text_sent_after_the_role_was_taken_away_comes_back_whole(room, button):
    """I3: an editor becomes a photo editor with a form open; what was typed is shown, not saved and not lost."""
    article = room.bring_to(room.draft(body=TEXT), Stage.IN_REVIEW)
    desk = form_of(article, room.editor)
    room.editor.groups.set(Group.objects.filter(name=Role.PHOTO_EDITOR))

    page = desk.press(button, {"deck": "سطر كُتب قبل قليل"})

    assert page.status == 409
    assert "You may not write here any more." in page.text
    assert page.article.fields["deck"] == "سطر كُتب قبل قليل"
    assert head(article).deck == ""
    assert fresh(article).stage == Stage.IN_REVIEW
