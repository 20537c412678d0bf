"""A front as an edited product: arranged by one post, shown at any minute, undone, and never overwritten unseen."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import FrontChange, FrontSlot, Outbox, Role, User, WorkflowEvent
from articles.publishing import fronts, withdraw
from tests.admin.desk import Desk, at_desk, counted, person, signed_in
from tests.public.site import make_photo
from tests.workflow.newsroom import Newsroom

AR = "/admin/front/ar/"
SEND = "Put it on the front"
OLD, NEW, THIRD = "سفينة قديمة", "سفينة جديدة", "سفينة ثالثة"


@pytest.fixture
def stories(room: Newsroom) -> list[int]:
    """Three articles that readers have, the oldest first."""
    room.now = timezone.now() - timedelta(hours=2)
    return [room.live(headline=headline).pk for headline in (OLD, NEW, THIRD)]


def front_of(room: Newsroom) -> Desk:
    """Open the Arabic front as an editor."""
    return at_desk(room.editor, AR)


def do(desk: Desk, what: str, **changes: str) -> Desk:
    """Send the front's form by one of its buttons, as a browser without scripts does."""
    sent = desk.page.forms["front"]
    # A field that is there for each slot is sent once for each.
    fields = sent.fields | {"row": rows_of(desk), "do": what} | changes
    response = desk.client.post(AR, fields, follow=True)
    desk.page = type(desk.page)(response)
    return desk


def rows_of(desk: Desk) -> list[str]:
    """Return the slots of the form, in order."""
    return [part.split('"')[0] for part in desk.page.html.split('name="row" value="')[1:]]


def top(at: datetime | None = None) -> list[int]:
    """Return what readers find on top of the front at a moment."""
    page = fronts.front("ar", at=at or timezone.now()).page
    return [card.article_id for card in (page.lead, *page.seconds)]


def typed(moment: datetime) -> str:
    """Return a moment as it is typed in the house's zone."""
    return f"{moment.astimezone(ZoneInfo('Asia/Beirut')):%Y-%m-%dT%H:%M}"


def test_a_front_is_arranged_without_scripts_and_nothing_that_was_shown_is_rewritten(room, stories):
    old, new, third = stories
    desk = front_of(room)

    for what in (f"add:{new}", f"add:{old}", f"down:{old}"):
        do(desk, what)
    assert FrontSlot.objects.count() == 0
    do(desk, "save", **{f"{new}-headline": "كلمات للرئيسية"})
    assert top() == [new, old, third]
    first = list(FrontSlot.objects.order_by("pk").values())
    do(desk, f"up:{old}")
    do(desk, "save")

    assert top() == [old, new, third]
    assert fronts.front("ar", at=timezone.now()).page.seconds[0].headline == "كلمات للرئيسية"
    ended = FrontSlot.objects.exclude(live_until=None)
    begun = FrontSlot.objects.filter(live_until=None)
    assert {slot.live_until for slot in ended} == {slot.live_from for slot in begun}
    for row in first:
        assert FrontSlot.objects.filter(**{name: row[name] for name in row if name != "live_until"}).exists()
    assert Outbox.objects.filter(task=Outbox.Task.PURGE, payload__keys=["lists-ar"]).count() == 4


def test_a_front_at_an_earlier_minute_is_shown_and_one_click_brings_it_back(room, stories):
    old, new, third = stories
    desk = front_of(room)
    do(desk, f"add:{old}")
    do(desk, "save")
    between = timezone.now()
    do(desk, f"out:{old}")
    do(desk, f"add:{new}")
    do(desk, "save")

    assert top(between)[0] == old
    assert top()[0] == new
    FrontSlot.objects.filter(article=old).update(live_from=between - timedelta(minutes=5))
    earlier = desk.client.get(AR, {"at": typed(between)}).content.decode()
    assert OLD in earlier.split("<iframe")[0]
    do(desk, "undo")

    assert top()[0] == old
    assert "Undone" in desk.page.text
    event = WorkflowEvent.objects.order_by("-pk")[0]
    assert (event.verb, event.actor, event.story) == ("undo_front", room.editor, None)
    do(desk, "undo")
    assert top()[0] == new


def test_an_arrangement_from_an_older_front_is_refused_with_what_changed_and_loses_nothing(room, stories):
    old, new, third = stories
    mine, theirs = front_of(room), at_desk(room.chief_editor, AR)
    do(theirs, f"add:{third}")
    do(theirs, "save")

    do(mine, f"add:{new}")
    do(mine, "save", **{f"{new}-headline": "عنواني"})

    assert mine.page.status == 409
    assert "Chief" in mine.page.text
    assert f"put in: {THIRD}" in mine.page.text
    assert top()[0] == third
    assert mine.page.forms["front"].fields[f"{new}-headline"] == "عنواني"
    do(mine, "save")
    assert top()[0] == new
    assert FrontChange.objects.count() == 2


def test_a_slot_begins_later_ends_by_itself_and_gives_way_when_its_story_leaves_the_air(room, stories):
    old, new, third = stories
    now = timezone.now()
    desk = front_of(room)
    do(desk, f"add:{old}")
    do(desk, f"add:{new}")
    begins, until = now + timedelta(hours=1), now + timedelta(hours=3)
    do(desk, "save", **{f"{new}-begins": typed(begins), f"{old}-until": typed(until)})

    assert [top(now + timedelta(minutes=minutes))[0] for minutes in (30, 120, 240)] == [old, new, new]
    assert top(now + timedelta(hours=2))[:2] == [new, old]
    withdraw.take_off_air(FrontSlot.objects.get(article=new).article, by=room.editor, clock=now)
    assert top(now + timedelta(hours=2))[0] == old
    before = FrontSlot.objects.count()
    do(front_of(room), "save")
    assert FrontSlot.objects.count() == before

    do(desk, "save", **{f"{old}-until": typed(now - timedelta(hours=1))})
    assert "It would end before it begins." in desk.page.text


def test_a_slot_shows_its_own_picture_with_its_own_words_and_only_with_words(room, stories):
    old, photo = stories[0], make_photo(room)
    desk = front_of(room)
    do(desk, f"add:{old}")
    do(desk, f"photos:{old}")
    do(desk, f"photo:{old}:{photo.pk}")

    do(desk, "save")
    assert desk.page.status == 422
    do(desk, "save", **{f"{old}-alt": "رصيف في الليل"})

    assert fronts.front("ar", at=timezone.now()).page.lead.picture.alt == "رصيف في الليل"


def test_a_sections_front_has_slots_of_its_own(room, stories, client):
    old, new, third = stories
    desk = at_desk(room.editor, f"{AR}region/")

    desk.client.post(f"{AR}region/", {"row": [old], f"{old}-headline": "للقسم وحده", "version": "0", "do": "save"})

    with CaptureQueriesContext(
        connection,
    ) as asked:
        page = client.get("/ar/region/").content.decode()
    assert page.find("للقسم وحده") < page.find(THIRD)
    assert page.count("للقسم وحده") == 1
    assert "للقسم وحده" not in client.get("/ar/").content.decode()
    assert len(counted(asked)) <= 6


@pytest.mark.parametrize("role", Role)
def test_fronts_and_strip_open_to_editors_only_and_refuse_every_bad_post(db: None, role: Role) -> None:
    client = signed_in(person(f"a-{role}", role))
    right = 200 if role in {Role.EDITOR, Role.CHIEF_EDITOR} else 403

    for path in (AR, "/admin/front/en/", "/admin/strip/"):
        assert client.get(path).status_code == right, path
        assert client.post(path, {"do": "up:x", "row": ["x", "9" * 30]}).status_code in {
            right,
            422 if right == 200 else 403,
        }
    assert client.post(AR, {"do": "save", "row": ["999"]}).status_code == (422 if right == 200 else 403)
    assert client.get("/admin/front/fr/").status_code == (404 if right == 200 else 403)
    assert not FrontSlot.objects.exists()


def test_a_front_costs_the_same_with_many_slots(room: Newsroom, stories: list[int]) -> None:
    client = signed_in(room.editor)
    client.get(AR)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(AR)
        return len(counted(queries))

    few = asked()
    more = [room.live(headline=f"خبر {number}").pk for number in range(6)]
    client.post(AR, {"row": [*stories, *more], "version": "0", "do": "save"})
    assert FrontSlot.objects.count() == 9

    # With slots there are articles to name, and changes to tell of: one query each.
    assert asked() <= few + 2 <= 15


def line(user: User, **fields: str) -> Desk:
    desk = at_desk(user, "/admin/strip/")
    desk.press("Put up", fields, form="strip")
    return desk


def test_a_line_goes_up_in_both_languages_always_ends_and_comes_down_at_once(room, stories, client):
    desk = line(room.editor, text_ar="انقطاع الكهرباء", text_en="Power cut", until="")
    assert "Say when." in desk.page.text
    until = typed(timezone.now() + timedelta(hours=1))
    line(room.editor, text_ar="انقطاع الكهرباء", text_en="Power cut", until=until, article=str(stories[0]))

    assert "انقطاع الكهرباء" in client.get("/ar/").content.decode()
    assert "Power cut" in client.get("/en/").content.decode()
    assert "strip-en" in client.get("/en/")["xkey"].split()
    desk = at_desk(room.editor, "/admin/strip/")
    number = desk.page.html.split('value="down:')[2].split('"')[0]
    desk.client.post("/admin/strip/", {"do": f"down:{number}"})

    shown = [path for path, word in (("/ar/", "انقطاع"), ("/en/", "Power")) if word in client.get(path).text]
    assert len(shown) == 1
    assert Outbox.objects.filter(payload__keys__0__startswith="strip-").exists()
    assert set(WorkflowEvent.objects.order_by("-pk").values_list("verb", flat=True)[:2]) == {
        "take_down_line",
        "put_up_line",
    }
