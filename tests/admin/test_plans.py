"""No page and no act of the desk reads a table whole: the plans of all they ask, with twenty thousand of everything."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from articles.models import Article, Photo, PlannedSlot, Section, Stage, Topic, User
from articles.publishing import navigation
from articles.workflow import search_entries
from tests.admin.desk import form_of, signed_in
from tests.admin.volume import Plans, fill
from tests.workflow.newsroom import Newsroom

PAGES = {
    "desk page": "",
    "list": "articles/article/",
    "older": "articles/article/?before=1700000000000000-5",
    "stage": "articles/article/?stage=in_review",
    "language": "articles/article/?language=en",
    "section": "articles/article/?section={section}",
    "empty section": "articles/article/?section={empty}",
    "format": "articles/article/?format=cartoon",
    "mine": "articles/article/?mine=1",
    "ending rights": "articles/article/?tray=rights",
    "search": "articles/article/?q=سفينة",
    "search and filter": "articles/article/?q=مادة&stage=published&language=ar",
    "photos": "articles/photo/",
    "found photos": "articles/photo/?q=سفينة",
    "log": "log/",
    "log of a person": "log/?person={editor}",
    "log of an act": "log/?verb=submit",
    "log of an article": "log/?article={article}",
    "log of a day": "log/?since={day}T00:00&until={day}T23:00",
    "week": "planning/?from={day}",
    "month": "planning/?span=month",
    "stories picked": "pick/stories/?q=مادة",
    "photos picked": "pick/photos/?q=مادة",
    "picked topics": "pick/topics/?q=ماء",
    "suggestions": "suggest/?q=مادة",
    "bell": "notifications/",
    "bell's news": "notifications/news/",
    "form": "articles/article/{article}/change/",
    "history": "articles/article/{article}/history/",
    "preview": "articles/article/{article}/preview/",
    "seen": "articles/article/{article}/history/page/?at={day}T00:00",
    "photo": "articles/photo/{photo}/change/",
    "pull": "photos/{photo}/pull/",
    "front": "front/ar/",
    "strip": "strip/",
    "topics": "articles/topic/",
    "duty": "duty/",
}
CLOSED = {
    "editor": {"duty"},
    "reporter": {name for name in PAGES if name.startswith(("log", "topics", "front", "strip", "duty", "pull"))},
}
ACTS = {
    "Save": ("writer", Stage.DRAFT, {"deck": "سطر"}),
    "Submit": ("writer", Stage.DRAFT, {}),
    "Approve": ("editor", Stage.IN_REVIEW, {}),
    "Publish": ("editor", Stage.APPROVED, {}),
    "Approve and publish": ("editor", Stage.IN_REVIEW, {}),
}


@pytest.fixture
def big_room(room: Newsroom, settings, tmp_path) -> Newsroom:
    settings.MEDIA_ROOT = str(tmp_path)
    topic = Topic.objects.create(slug="water", name_ar="المياه", name_en="Water")
    fill(room, topic.pk)
    navigation.forget()
    search_entries.forget()
    return room


def read_plans(room: Newsroom, plans: Plans) -> None:
    """Open every page as an editor, the chief and a reporter without a text; then carry out the acts."""
    article = room.live()
    empty = Section.objects.create(slug="empty", name_ar="فارغ", name_en="Empty")
    PlannedSlot.objects.create(
        planned_at=timezone.now() - timedelta(days=1), title="ماء", language="ar", section=empty, made_by=room.editor
    )
    known = {"section": room.section.pk, "empty": empty.pk, "editor": room.editor.pk, "article": article.pk}
    known |= {"day": f"{room.now - timedelta(days=31):%Y-%m-%d}", "photo": 1_000_007}
    for user in (room.editor, room.reporter, room.chief_editor):
        client = signed_in(user)
        for name, address in PAGES.items():
            plans.page = f"{name} · {user.username}"
            if name.startswith(("desk page", "duty")) or user is not room.chief_editor:
                status = client.get(f"/admin/{address.format(**known)}").status_code
                is_open = name not in CLOSED.get(user.username, ())
                assert status == (200 if is_open else 403), plans.page
    for button, (who, stage, answers) in ACTS.items():
        text = room.bring_to(room.draft(), stage)
        plans.page = f"open for {button}"
        desk = form_of(text, User.objects.get(pk=getattr(room, who).pk))
        form = desk.page.article
        plans.page = button
        address = form.buttons[button].get("formaction") or form.action
        assert desk.client.post(address, form.fields | answers).status_code == 302


@pytest.mark.parametrize("has_statistics", [False, pytest.param(True, marks=pytest.mark.one_engine)])
def test_no_page_and_no_act_of_the_desk_reads_a_big_table_whole_or_counts_it(
    big_room: Newsroom, *, has_statistics: bool
) -> None:
    # A SQLite house has none until its archive is imported, and then its plans are others.
    if has_statistics:
        connection.cursor().execute("ANALYZE")
    with Plans().read() as plans:
        read_plans(big_room, plans)

    assert plans.wrong == [], "\n".join(f"{page}: {fault}\n   {sql[:900]}" for page, fault, sql in plans.wrong)
    with plans.read():
        assert not Article.objects.filter(headline="ما ليس هناك").exists()
        assert Photo.objects.count() > 1
    assert len(plans.wrong) >= 2
