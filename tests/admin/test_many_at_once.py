"""The list of articles as a tool: filters kept under a name, one act on many, the whole of each list of the desk."""

from datetime import timedelta

from django.utils import timezone

from articles.models import Assignment, SavedFilter, Section, Stage, Topic
from articles.workflow import drafts, planning, stories
from tests.admin.desk import at_desk, signed_in
from tests.workflow.newsroom import Newsroom, fresh, head

LIST = "/admin/articles/article/"


def chosen(*articles: object) -> dict[str, object]:
    """What a list sends of the rows that were chosen."""
    return {"chosen": [article.pk for article in articles], "back": "stage=draft"}


def test_a_filter_is_kept_under_a_name_for_its_person_alone_and_let_go(room: Newsroom) -> None:
    desk = at_desk(room.editor, f"{LIST}?stage=in_review&language=ar")
    desk.page = desk.open(f"{LIST}?stage=in_review&language=ar").page

    answer = desk.client.post(f"{LIST}filters/", {"name": "صباحًا", "query": "stage=in_review&language=ar&before=1-2"})

    assert answer["Location"] == f"{LIST}?stage=in_review&language=ar"
    assert '<a href="?stage=in_review&amp;language=ar"><bdi>صباحًا</bdi></a>' in desk.open(LIST).page.html
    assert "صباحًا" not in at_desk(room.reporter, LIST).page.html
    signed_in(room.reporter).post(f"{LIST}filters/", {"drop": SavedFilter.objects.get().pk})
    assert SavedFilter.objects.exists()
    desk.client.post(f"{LIST}filters/", {"drop": SavedFilter.objects.get().pk, "query": ""})
    assert not SavedFilter.objects.exists()


def test_one_act_on_many_is_done_where_it_may_be_and_says_of_the_rest_why_not(room: Newsroom) -> None:
    draft, live = room.draft(), room.live()
    sports = Section.objects.create(slug="sport", name_ar="الرياضة", name_en="Sport")
    desk = at_desk(room.editor, LIST)

    moved = desk.client.post(f"{LIST}bulk/section/", chosen(draft, live) | {"section": sports.pk}, follow=True)
    desk.client.post(f"{LIST}bulk/topics/", chosen(draft, live) | {"topics": "المياه، السدود"})
    desk.client.post(f"{LIST}bulk/assign/", chosen(draft, live) | {"person": room.reporter.pk})
    spiked = desk.client.post(f"{LIST}bulk/spike/", chosen(draft, live) | {"why": "فات وقتها"}, follow=True)

    assert "Done with 2 articles." in moved.content.decode()
    assert moved.redirect_chain[-1][0] == f"{LIST}?stage=draft"
    assert live.publications.get(live_until=None).section == sports
    assert head(draft).section == fresh(draft).story.section == sports
    assert set(head(draft).topic_ids) == set(Topic.objects.values_list("pk", flat=True)) == set(head(live).topic_ids)
    assert Assignment.objects.filter(ended_at=None, person=room.reporter).count() == 2
    assert "Done with 1 article." in spiked.content.decode()
    assert fresh(draft).stage == Stage.SPIKED
    assert fresh(live).stage == Stage.PUBLISHED
    assert spiked.content.decode().count("messagelist") == 1
    assert 'class="error"' in spiked.content.decode()


def test_one_act_on_many_touches_no_story_that_the_person_may_not_see_and_is_no_reporters(room: Newsroom) -> None:
    secret = room.draft()
    stories.restrict(secret.story, people=[], by=room.chief_editor, clock=room.tick())

    answer = signed_in(room.editor).post(f"{LIST}bulk/spike/", chosen(secret) | {"why": "سبب"}, follow=True)
    refused = signed_in(room.reporter).post(f"{LIST}bulk/assign/", chosen(secret) | {"person": room.reporter.pk})

    assert "Choose some articles first." in answer.content.decode()
    assert refused.status_code == 403
    assert fresh(secret).stage == Stage.DRAFT


def test_each_list_of_the_desk_page_leads_to_all_of_it(room: Newsroom) -> None:
    article, other = room.draft(), room.draft()
    drafts.submit(head(article), by=room.writer, clock=room.tick())
    planning.assign(other, to=room.reporter, by=room.editor, clock=room.tick())
    type(room.reporter).objects.filter(pk=room.reporter.pk).update(away_until=timezone.now() + timedelta(days=3))
    stories.hold(other.story, is_held=True, by=room.editor, clock=room.tick())
    room.publish(room.draft(), live_from=timezone.now() + timedelta(hours=5))
    client = signed_in(room.chief_editor)
    trays = client.get("/admin/").context["trays"]

    found = {}
    for tray in trays:
        answer = client.get(tray.more)
        assert answer.status_code == 200
        if "rows" in answer.context:
            found[str(tray.title)] = {row.article.pk for row in answer.context["rows"]}

    shown = {str(t.title): {entry.article.pk for entry in t.entries if entry.article} for t in trays}
    assert all(shown[title] <= pks for title, pks in found.items())
    assert found["Waiting for me"] == {article.pk}
    assert found["Prepared"] == found["Waiting for nobody"] == {other.pk}
    assert len(found["Going out"]) == 1
    assert found["Published unreviewed"] == set()


def test_a_text_is_printed_with_numbered_paragraphs_and_the_open_notes_on_them(room: Newsroom) -> None:
    article = room.draft(body="<p>الفقرة الأولى.</p><p>الفقرة الثانية.</p>")
    desk = at_desk(room.editor, f"{LIST}{article.pk}/change/")
    desk.press("Add the note", {"note-text": "هل نستطيع إثبات هذا؟", "note-place": "1"})

    page = desk.open(f"{LIST}{article.pk}/print/").page

    assert page.html.index("الفقرة الثانية.") < page.html.index("هل نستطيع إثبات هذا؟")
    assert '<span class="desk-print-number">2</span>' in page.html
