"""She leaves on Sunday: one page hands everything over, nothing typed is lost, and what readers have stays."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import Assignment, Author, PlannedSlot, PreviewLink, RevisionKind, User, WorkflowEvent
from articles.publishing import previews, publish
from articles.workflow import leaving, planning
from articles.workflow.refusals import NotAllowed
from tests.admin.desk import Page, signed_in
from tests.workflow.newsroom import Newsroom, head


def test_everything_that_was_with_her_is_handed_over_at_once(room: Newsroom) -> None:
    drafts = [room.draft() for _ in range(4)]
    assigned = room.draft(by=room.reporter)
    planning.assign(assigned, to=room.writer, by=room.editor, clock=room.tick())
    PlannedSlot.objects.create(
        planned_at=timezone.now(),
        title="موعد",
        language="ar",
        section=room.section,
        person=room.writer,
        made_by=room.editor,
    )
    previews.make_link(head(drafts[0]), by=room.writer, clock=timezone.now())
    going = publish.Going(live_from=timezone.now() + timedelta(hours=2))
    publish.publish(room.approve(drafts[3]), by=room.editor, clock=room.tick(), going=going)
    admin = signed_in(room.administrator)
    address = reverse("admin:leaving", args=[room.writer.pk])
    assert len(admin.get(address).context["with_them"].scheduled) == 1

    answer = admin.post(address, {"to-person": room.reporter.pk})

    assert answer.status_code == 302
    given = set(Assignment.objects.filter(ended_at=None, person=room.reporter).values_list("article", flat=True))
    assert given == {drafts[0].pk, drafts[1].pk, drafts[2].pk, assigned.pk}
    assert PlannedSlot.objects.get().person == room.reporter
    assert PreviewLink.objects.get().revoked_at is not None
    assert drafts[3].publications.get().live_until is None
    assert not User.objects.get(pk=room.writer.pk).is_active
    assert WorkflowEvent.objects.filter(verb="leave").count() == 1


def test_her_open_tab_keeps_its_text_and_her_page_stands(room: Newsroom) -> None:
    article = room.draft()
    author = Author.objects.create(name_ar="كاتبة", name_en="Writer", slug="writer", user=room.writer)
    hers = signed_in(room.writer)
    form = Page(hers.get(reverse("admin:articles_article_change", args=[article.pk]))).article
    typed = form.fields | {"copy": "a" * 32, "deck": "كُتب ولم يُحفظ"}
    hers.post(reverse("admin:articles_article_buffer", args=[article.pk]), typed)

    signed_in(room.administrator).post(reverse("admin:leaving", args=[room.writer.pk]), {"to-person": room.reporter.pk})

    kept = article.revisions.get(kind=RevisionKind.KEPT)
    assert (kept.deck, kept.written_by) == ("كُتب ولم يُحفظ", room.writer)
    assert hers.post(form.action, typed).status_code == 401
    assert Author.objects.filter(pk=author.pk).exists()


def test_only_who_keeps_people_hands_over_and_nobody_their_own(room: Newsroom) -> None:
    address = reverse("admin:leaving", args=[room.writer.pk])

    assert signed_in(room.chief_editor).post(address, {"to-person": room.reporter.pk}).status_code == 403
    with pytest.raises(NotAllowed):
        leaving.hand_over(room.administrator, to=room.reporter, by=room.administrator, clock=room.tick())
