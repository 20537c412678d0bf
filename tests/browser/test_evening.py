"""Two scenes that reach beyond the desk: a photo is pulled out of everything, and at 20:00 both languages flip."""

import time
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django import Settings

from articles.models import Article, FrontSlot, Photo, WorkflowEvent
from articles.publishing import addresses, cards, outbox, publish, renditions
from articles.workflow import drafts, social
from tests.browser import desk
from tests.browser.complaints import Complaints
from tests.browser.conftest import SitDown
from tests.browser.test_scenes import change_of, tomorrow, typed
from tests.public.site import make_photo, shown_as
from tests.workflow.newsroom import Newsroom, head

pytestmark = pytest.mark.browser

SHAPES = 3
"""16:9, which links show, 1:1 and 9:16."""


@pytest.fixture
def forgotten(settings: Settings) -> Iterator[list[str]]:
    """What a real cache on this machine was told to forget, hard."""
    told: list[str] = []

    class Door(BaseHTTPRequestHandler):
        def do_PURGE(self) -> None:
            told.extend(str(self.headers.get("xkey-purge", "")).split())
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_args: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Door)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    settings.CACHE_PURGE_URLS = [f"http://127.0.0.1:{server.server_port}/"]
    yield told
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_photo_is_pulled(
    room: Newsroom, sit_down: SitDown, read: SitDown, complaints: Complaints, forgotten: list[str]
) -> None:
    photo, shown = in_three_stories_a_slot_and_two_cards(room)
    reader, editor = read(java_script_enabled=True), sit_down(room.photo_editor)
    pictures, drawn = every_picture(photo), every_card(shown)
    assert len(drawn) == SHAPES * len(shown)
    assert {reader.request.get(way).status for way in [*pictures, *drawn]} == {200}
    reader.goto("/ar/")
    assert photo.token in reader.content()
    del forgotten[:]

    editor.goto(f"/admin/photos/{photo.pk}/pull/")
    expect(editor.locator(".desk-uses > li")).to_have_count(6)
    editor.get_by_label("why").fill("الحقوق ليست لنا")
    desk.press(editor, "Pull this photo")
    desk.says(editor, "The photo has left every page")
    outbox.deliver(timezone.now())

    assert {reader.request.get(way).status for way in [*pictures, *drawn]} == {410}
    without = every_card(shown)
    assert {reader.request.get(way).status for way in without} == {200}
    assert not set(without) & set(drawn)
    wanted = {f"photo-{photo.pk}", "lists-ar", *(f"article-{article.pk}" for article in shown)}
    assert wanted <= set(forgotten)
    assert WorkflowEvent.objects.filter(verb="pull_photo", why="الحقوق ليست لنا").count() == 1 + len(shown)
    complaints.all = []
    the_pages_are_whole(reader, shown, photo)
    assert complaints.all == []


def in_three_stories_a_slot_and_two_cards(room: Newsroom) -> tuple[Photo, list[Article]]:
    """A photo wherever one can be: three live stories, a slot of the front with its own picture, two sent cards."""
    photo = make_photo(room)
    shown = [room.live(headline=f"خبر بصورة {n}", photos=(shown_as(photo),)) for n in range(3)]
    other = room.live(headline="خبر بلا صورة")
    where = {"language": "ar", "position": 1, "article": other, "headline": "خانة بصورتها"}
    FrontSlot.objects.create(**where, photo=photo, live_from=room.now, created_by=room.editor)
    for article in shown[:2]:
        social.record(article, ["X", "واتساب"], by=room.editor, clock=room.tick())
    outbox.deliver(timezone.now())
    photo.refresh_from_db()
    return photo, shown


def every_picture(photo: Photo) -> list[str]:
    every = renditions.every(photo.renditions)
    return [addresses.picture(photo.token, each.width, each.extension, each.cut) for each in every]


def every_card(shown: list[Article]) -> list[str]:
    return [cut.url for article in shown for cut in cards.shapes(article.pk, at=timezone.now()).values()]


def the_pages_are_whole(reader: Page, shown: list[Article], photo: Photo) -> None:
    """Each article, the front with its slot, and the feed stand without the picture."""
    for article in shown:
        reader.goto(f"/ar/{article.pk}/")
        expect(reader.get_by_role("heading", level=1)).to_have_text(article.headline)
        expect(reader.locator(".body")).to_contain_text("المرفأ")
        expect(reader.locator("figure img")).to_have_count(0)
    reader.goto("/ar/")
    expect(reader.get_by_role("link", name="خانة بصورتها").first).to_be_visible()
    assert photo.token not in reader.content()
    assert photo.token not in reader.request.get("/ar/feed/rss/").text()


def test_both_languages_flip_at_eight_in_one_act_with_nothing_running(
    room: Newsroom, sit_down: SitDown, read: SitDown, complaints: Complaints
) -> None:
    article = room.draft(headline="تحقيق الخميس", body="<p>وثائق تكشف ما جرى</p>")
    twin = drafts.make_other_edition(article, by=room.translator, clock=room.tick())
    twin = room.change(twin, by=room.translator, headline="Thursday's papers", body="<p>What they show.</p>")
    for edition in (article, twin):
        room.approve(edition)
    FrontSlot.objects.create(
        language="ar", position=1, article=article, headline="في الخانة", live_from=room.now, created_by=room.editor
    )
    schedules_both(sit_down(room.editor), article)
    rows = [edition.publications.get() for edition in (article, twin)]
    assert rows[0].live_from == rows[1].live_from
    assert article.events.filter(verb="publish").get().at == twin.events.filter(verb="publish").get().at

    # The evening comes: the same hour, four seconds from now, for both as one act.
    eight = timezone.now() + timedelta(seconds=4)
    publish.reschedule(article, twin, by=room.editor, clock=timezone.now(), live_from=eight)
    arab, english = read(), read()
    before = [seen(arab, f"/ar/{article.pk}/"), seen(english, f"/en/{twin.pk}/")]
    front = arab.request.get("/ar/")
    assert before == [404, 404]
    assert "في الخانة" not in front.text()
    assert "s-maxage=60" not in front.headers["cache-control"]
    time.sleep(max(0.0, (eight - timezone.now()).total_seconds()) + 0.05)

    assert [seen(arab, f"/ar/{article.pk}/"), seen(english, f"/en/{twin.pk}/")] == [200, 200]
    assert "في الخانة" in arab.request.get("/ar/").text()
    arab.goto(f"/ar/{article.pk}/")
    expect(arab.get_by_role("heading", level=1)).to_have_text("تحقيق الخميس")
    arab.get_by_role("link", name="English").first.click()
    expect(arab.get_by_role("heading", level=1)).to_have_text("Thursday's papers")
    complaints.all = [each for each in complaints.all if not each.startswith("404")]
    assert head(article).pk == article.publications.get(live_until=None).revision_id


def schedules_both(editor: Page, article: Article) -> None:
    """One button for both editions."""
    editor.goto(change_of(article))
    group = desk.ask(editor, "When, and what readers are told")
    group.get_by_label("At a time").check()
    group.get_by_label("goes out at").fill(typed(tomorrow()))
    group.get_by_label("both editions").check()
    group.get_by_role("button", name="Publish", exact=True).click()
    desk.says(editor, "Scheduled.")


def seen(reader: Page, address: str) -> int:
    """What a reader's browser is answered."""
    return reader.request.get(address).status
