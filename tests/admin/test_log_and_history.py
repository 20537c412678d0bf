"""What happened, to an article and in the house: compared, restored, seen again, and given to a spreadsheet."""

from datetime import timedelta
from html import unescape
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from articles.admin.log import harmless
from articles.models import Revision, WorkflowEvent
from articles.publishing import live_changes
from articles.workflow import drafts
from tests.admin.desk import form_of, signed_in
from tests.workflow.newsroom import Newsroom, head


def test_any_two_revisions_are_compared(room: Newsroom) -> None:
    article = room.draft(headline="أول")
    room.change(article, headline="ثانٍ")
    room.change(article, headline="ثالث")

    page = signed_in(room.editor).get(reverse("admin:articles_article_revision", args=[article.pk, 3]) + "?since=1")

    assert [line.pieces for line in page.context["difference"].lines] == [[("gone", "أول"), ("new", "ثالث")]]


def test_a_changed_gallery_is_seen_in_the_comparison_by_what_it_is(room: Newsroom) -> None:
    words = "<p>قبل</p>{}<p>بعد</p>"
    article = room.draft(body=words.format('<figure data-gallery="3 7"></figure><figure data-photo="9"></figure>'))
    room.change(article, body=words.format('<figure data-gallery="7 3"></figure>'))

    page = form_of(article, room.editor, "revisions/2").page

    assert "[Gallery: 3 7]" in page.text
    assert "[Gallery: 7 3]" in page.text
    assert "[Photo in the text: 9]" in page.text


def test_a_save_may_say_what_has_changed_and_the_history_says_it_again(room: Newsroom) -> None:
    article = room.draft()
    desk = form_of(article, room.writer)

    page = desk.press("Save", {"deck": "سطر آخر", "summary": "أضيف رقم الميناء"})

    assert "Saved." in page.text
    assert page.article.fields["summary"] == ""
    assert head(article).summary == "أضيف رقم الميناء"
    assert "أضيف رقم الميناء" in form_of(article, room.editor, "history").page.text
    page = desk.press("Save", {"summary": "كلام بلا تغيير"})
    assert "Nothing has changed." in page.text
    assert head(article).summary == "أضيف رقم الميناء"


def test_a_restored_text_is_a_new_revision_and_nothing_is_taken_back(room: Newsroom) -> None:
    article = room.draft(headline="أول")
    room.change(article, headline="ثانٍ")

    signed_in(room.editor).post(reverse("admin:articles_article_restore", args=[article.pk, 1]))

    article.refresh_from_db()
    newest = head(article)
    assert (newest.number, newest.headline, newest.summary) == (3, "أول", "Revision 1 restored")
    assert Revision.objects.filter(article=article).count() == 3
    assert article.events.latest("pk").verb == "save"


def test_what_readers_saw_is_shown_as_of_any_moment(room: Newsroom) -> None:
    article = room.live(developing=True, headline="قبل التحديث")
    before = room.now
    room.now += timedelta(hours=3)
    live = article.publications.get(live_until=None).revision
    live_changes.update(
        article, live.content().with_(headline="بعد التحديث"), live_pk=live.pk, by=room.editor, clock=room.tick()
    )
    address = reverse("admin:articles_article_seen", args=[article.pk])
    browser = signed_in(room.editor)

    an_hour_later = (before + timedelta(hours=1)).astimezone(ZoneInfo("Asia/Beirut"))
    then = browser.get(address, {"at": f"{an_hour_later:%Y-%m-%dT%H:%M}"})
    now = browser.get(address)

    assert "بعد التحديث" in _framed(now.content.decode())
    assert "قبل التحديث" in _framed(then.content.decode())


def _framed(html: str) -> str:
    """Return the page that a browser shows in the frame of another."""
    return unescape(html.split('srcdoc="')[1].split('"')[0])


def test_the_log_is_filtered_and_shows_no_restricted_story_to_others(room: Newsroom) -> None:
    shown, hidden = room.draft(headline="ظاهرة"), room.draft(headline="سرّية")
    hidden.story.is_restricted = True
    hidden.story.save()
    for article in (shown, hidden):
        drafts.submit(head(article), by=room.writer, clock=room.tick())

    page = signed_in(room.editor).get(reverse("admin:log"), {"verb": "submit"}).content.decode()
    sheet = b"".join(signed_in(room.editor).get(reverse("admin:log"), {"csv": "1"}).streaming_content).decode()

    assert "ظاهرة" in page
    assert "ظاهرة" in sheet
    assert "سرّية" not in page + sheet
    assert signed_in(room.reporter).get(reverse("admin:log")).status_code == 403


@pytest.mark.parametrize("cell", ["=1+1", "+966", "-2", "@sum", "\t=1", "\r=1"])
def test_no_cell_of_the_log_attacks_a_spreadsheet(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


def test_nothing_in_the_admin_changes_the_log(room: Newsroom) -> None:
    room.draft()
    browser = signed_in(room.chief_editor)

    assert browser.get("/admin/articles/workflowevent/").status_code == 404
    assert browser.post(reverse("admin:log"), {"verb": "create"}).status_code in {200, 405}
    assert WorkflowEvent.objects.count() == 1
