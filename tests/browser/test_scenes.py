"""Scenes of a newsroom's day, each person at a browser of their own (the other scenes: ninety seconds, two people)."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from articles.language.blocks import plain_text
from articles.models import Article, House, Publication, RevisionKind, User
from articles.workflow import stories
from tests.browser import desk
from tests.browser.complaints import Complaints
from tests.browser.conftest import SitDown
from tests.public.site import both_live
from tests.workflow.newsroom import Newsroom, head

pytestmark = pytest.mark.browser

BEIRUT = ZoneInfo("Asia/Beirut")
FIRST, SECOND = "وصلت السفينة إلى المرفأ.", "تحمل السفينة قمحًا."
BODY = f"<p>{FIRST}</p><p>{SECOND}</p>"


def tomorrow() -> datetime:
    """Return this time tomorrow."""
    return timezone.now() + timedelta(days=1)


def change_of(article: Article, part: str = "change") -> str:
    """Return the address of a form of an article."""
    return f"/admin/articles/article/{article.pk}/{part}/"


def typed(moment: datetime) -> str:
    """Return a moment as a person types it: in the house's time."""
    return f"{moment.astimezone(BEIRUT):%Y-%m-%dT%H:%M}"


def test_six_updates_while_the_reporter_types(room: Newsroom, sit_down: SitDown) -> None:
    article, twin = both_live(room, body=BODY)
    stories.mark_developing(article.story, until=tomorrow(), by=room.editor, clock=timezone.now())
    reporter, editor = sit_down(room.writer), sit_down(room.editor)
    text = desk.open_article(reporter, article)

    for number in range(1, 7):
        desk.add_to(reporter, text.locator("p").last, f" كلمة{number}")
        desk.press(reporter, "Save")
        desk.says(reporter, "Saved")
        text = desk.editor(reporter)
        editor.goto(change_of(article, "update"))
        desk.add_to(editor, desk.editor(editor).get_by_text(FIRST), f" تحديث{number}")
        desk.press(editor, "Update")
        desk.says(editor, "Published.")

    rows = Publication.objects.filter(article=article, basis="developing")
    assert rows.count() == 6
    live, draft = article.publications.get(live_until=None), head(article)
    assert all(f"تحديث{number}" in live.body and f"كلمة{number}" in draft.body for number in range(1, 7))
    assert all(f"تحديث{number}" in draft.body for number in range(1, 7))
    assert "كلمة" not in live.body
    assert not article.revisions.filter(kind=RevisionKind.KEPT).exists()
    translator = sit_down(room.translator)
    translator.goto("/admin/")
    behind = desk.tray(translator, "The other language is behind")
    expect(behind.get_by_role("link", name=twin.headline)).to_have_count(1)


def test_a_comma_at_night(room: Newsroom, sit_down: SitDown, read: SitDown, complaints: Complaints) -> None:
    article = room.live(body="<p>وصلت 10 سفن إلى المرفأ مساء</p>")
    (other, its_twin), own = both_live(room, headline="خبر آخر"), room.draft(by=room.editor, headline="زلزال في الليل")
    before = article.publications.get()
    night, morning = sit_down(room.editor), sit_down(room.chief_editor)

    fixes_a_comma_and_not_a_number(night, article)
    takes_off_the_air(night, other)
    reads_the_houses_wording(read(), other, its_twin)
    complaints.all = [each for each in complaints.all if not each.startswith("410")]
    publishes_alone_only_on_duty(night, own, room)

    fixed = article.publications.get(live_until=None)
    assert (fixed.body, fixed.changed_at) == ("<p>وصلت 10 سفن إلى المرفأ مساء.</p>", before.changed_at)
    assert own.publications.get().basis == "unreviewed"
    is_refused_when_the_turn_is_over(night, room)
    morning.goto("/admin/")
    expect(desk.tray(morning, "Changed alone").get_by_role("link", name=article.headline)).to_be_visible()
    expect(desk.tray(morning, "Published unreviewed").get_by_role("link", name=own.headline)).to_be_visible()
    morning.goto(change_of(other))
    group = desk.ask(morning, "Put back")
    group.get_by_label("both editions").check()
    group.get_by_role("button", name="Put back").click()
    desk.says(morning, "Readers have it again.")
    assert {edition.publications.get(live_until=None).kind for edition in (other, its_twin)} == {"page"}


def fixes_a_comma_and_not_a_number(night: Page, article: Article) -> None:
    """A full stop is a small fix; a number is none, and the refusal says what it is instead."""
    night.goto(change_of(article, "fix"))
    desk.add_to(night, desk.editor(night).locator("p"), ".")
    desk.press(night, "Small fix")
    desk.says(night, "Published.")
    night.goto(change_of(article, "fix"))
    desk.replace(night, desk.editor(night).locator("p"), "وصلت 12 سفينة إلى المرفأ مساء.")
    desk.press(night, "Small fix")
    expect(night.get_by_role("alert").first).to_contain_text("correction")


def takes_off_the_air(night: Page, other: Article) -> None:
    """Any editor may, at once."""
    night.goto(change_of(other))
    group = desk.ask(night, "Take off the air")
    group.get_by_label("both editions").check()
    group.get_by_role("button", name="Take off the air").click()
    desk.says(night, "Readers see the house's wording in its place.")


def reads_the_houses_wording(reader: Page, *editions: Article) -> None:
    """Decent words where each edition stood, in its language."""
    house = House.objects.get()
    for edition in editions:
        assert reader.request.get(f"/{edition.language}/{edition.pk}/").status == 410
        reader.goto(f"/{edition.language}/{edition.pk}/")
        expect(reader.get_by_text(house.wording("off_air", edition.language))).to_be_visible()


def is_refused_when_the_turn_is_over(night: Page, room: Newsroom) -> None:
    """A minute after her turn her own text waits for somebody again."""
    User.objects.filter(pk=room.editor.pk).update(on_duty_until=timezone.now() - timedelta(minutes=1))
    night.goto(change_of(room.draft(by=room.editor, headline="عند الصباح")))
    expect(night.get_by_role("button", name="Publish unreviewed")).to_have_count(0)
    expect(night.get_by_role("button", name="Approve", exact=True).first).to_be_disabled()
    expect(night.get_by_text("only writer").first).to_be_visible()


def publishes_alone_only_on_duty(night: Page, own: Article, room: Newsroom) -> None:
    """Her own text goes out without a second reader only while she is on duty, with a reason."""
    night.goto(change_of(own))
    expect(night.get_by_role("button", name="Publish unreviewed")).to_have_count(0)
    User.objects.filter(pk=room.editor.pk).update(
        on_duty_from=timezone.now() - timedelta(hours=1), on_duty_until=timezone.now() + timedelta(hours=5)
    )
    night.reload()
    group = desk.ask(night, "When, and what readers are told")
    group.get_by_label("why unreviewed").fill("زلزال، ولا أحد غيري")
    group.get_by_role("button", name="Publish unreviewed").click()
    desk.says(night, "Published.")


def test_thursday_at_eight_in_the_evening(room: Newsroom, sit_down: SitDown) -> None:
    rare = "زبرجد"
    article = room.draft(headline=f"تحقيق {rare}", body="<p>وثائق تكشف ما جرى</p>")
    stories.restrict(article.story, people=[room.writer], by=room.editor, clock=room.tick())
    stories.require_sign_offs(article.story, kinds=["legal"], by=room.editor, clock=room.tick())
    at = timezone.now().replace(second=0, microsecond=0) + timedelta(minutes=50)
    editor, writer, outside = (sit_down(user) for user in (room.editor, room.writer, room.translator))

    desk.open_article(editor, article)
    desk.ask(editor, "Sign off").get_by_role("button", name="Sign this text off").click()
    desk.says(editor, "Signed off")
    sees_nothing(outside, rare)
    desk.press(editor, "Approve")
    desk.says(editor, "Approved.")
    group = desk.ask(editor, "When, and what readers are told")
    group.get_by_label("At a time").check()
    group.get_by_label("goes out at").fill(typed(at))
    group.get_by_role("button", name="Publish", exact=True).click()
    desk.says(editor, "Scheduled.")
    desk.open_article(writer, article)
    desk.add_to(writer, desk.editor(writer).locator("p"), "،")
    desk.press(writer, "Save")
    desk.says(writer, "Saved.")

    says_aloud_what_goes_out(editor)
    editor.goto(change_of(article))
    expect(editor.get_by_role("list", name="Sign-offs")).to_contain_text("void since a change")
    editor.get_by_role("list", name="Sign-offs").get_by_role("link", name="What changed").click()
    expect(editor.get_by_role("insertion").first).to_contain_text("،")
    waiting = article.publications.get()
    assert (plain_text(waiting.body), waiting.live_from) == ("وثائق تكشف ما جرى", at)


def says_aloud_what_goes_out(editor: Page) -> None:
    """The desk page says what stays behind; sent along it would go out unsigned, so it is left."""
    editor.goto("/admin/")
    going_out = desk.tray(editor, "Going out")
    expect(going_out).to_contain_text("without the change of")
    going_out.get_by_role("button", name="Send it along").click()
    expect(editor.get_by_text("Still without a sign-off").first).to_be_visible()
    going_out.get_by_role("button", name="Leave it").click()
    desk.says(editor, "It goes out as it was scheduled")
    expect(going_out).to_contain_text("stays behind")


def sees_nothing(outside: Page, rare: str) -> None:
    """Somebody who is not let in searches for the rarest word, and looks at the plan."""
    outside.goto(f"/admin/articles/article/?q={rare}")
    expect(outside.get_by_text("No article fits.")).to_be_visible()
    outside.goto("/admin/planning/")
    expect(outside.get_by_text(rare)).to_have_count(0)


def finds_it_in_the_history(colleague: Page, article: Article, number: int) -> None:
    """Who took over is told by the bell, and reads there what she had typed last."""
    colleague.goto("/admin/notifications/")
    expect(colleague.get_by_text("Unsaved text of somebody").first).to_be_visible()
    colleague.goto(change_of(article, "history"))
    colleague.get_by_role("link", name=f"Revision {number}", exact=True).first.click()
    expect(colleague.get_by_text("وأخرى بعدها").first).to_be_visible()


def test_she_leaves_on_sunday(room: Newsroom, sit_down: SitDown, complaints: Complaints) -> None:
    drafts = [room.draft(headline=f"مسودة {n}") for n in range(4)]
    waits = room.publish(room.draft(headline="تخرج غدًا"), live_from=timezone.now() + timedelta(days=1))
    hers, administrator = sit_down(room.writer), sit_down(room.administrator)
    text = desk.open_article(hers, drafts[0])
    desk.add_to(hers, text.locator("p"), " كلمتها الأخيرة")
    expect(hers.get_by_text("Autosaved")).to_be_visible()

    administrator.goto(f"/admin/people/{room.writer.pk}/leaving/")
    expect(administrator.locator("section").first.get_by_role("listitem")).to_have_count(4)
    administrator.get_by_label("Assigned to").select_option(str(room.reporter.pk))
    desk.press(administrator, "Hand over all, and shut the account")
    desk.says(administrator, "the account is shut")
    desk.add_to(hers, text.locator("p"), " وأخرى بعدها")
    expect(hers.get_by_text("Save hands it to the editors")).to_be_visible()
    desk.press(hers, "Save")

    desk.says(hers, "What you typed has been handed to the newsroom")
    expect(hers.get_by_label("What you typed, to copy")).to_have_value(re.compile("كلمتها الأخيرة وأخرى بعدها"))
    hers.goto("/admin/")
    expect(hers.get_by_label("Password")).to_be_visible()
    complaints.all = [each for each in complaints.all if not each.startswith(("401", "403"))]
    autosaved, late = drafts[0].revisions.filter(kind=RevisionKind.KEPT).order_by("number")
    assert "كلمتها الأخيرة" in autosaved.body
    assert "كلمتها الأخيرة وأخرى بعدها" in late.body
    assert autosaved.written_by == late.written_by == room.writer
    finds_it_in_the_history(sit_down(room.reporter), drafts[0], late.number)
    assert Article.objects.filter(assignments__person=room.reporter, assignments__ended_at=None).count() >= 4
    assert waits.publications.filter(live_from__gt=timezone.now(), live_until=None).exists()
