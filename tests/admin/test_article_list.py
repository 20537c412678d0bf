"""The list of articles and the desk page: what is there, in its own language, found, filtered, walked to the end."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import Article, Format, Role, Section, Stage, Story, User
from articles.publishing import search, withdraw
from tests.admin.desk import Page, at_desk, person, signed_in
from tests.workflow.newsroom import fresh, head

LIST = "/admin/articles/article/"


def headlines(client: Client, query: str = "") -> list[str]:
    """The headlines of a list, from the top."""
    page = client.get(f"{LIST}{query}").content.decode()
    links = (cell.split("<a ")[1] for cell in page.split('desk-cell-headline">')[1:])
    return [link.split(">")[1].split("<")[0] for link in links]


def test_a_row_says_stage_readers_language_section_and_the_last_act(room):
    article = room.live(headline="سفينة تصل")
    room.change(article, by=room.editor)

    page = Page(at_desk(room.editor).client.get(LIST))

    assert 'lang="ar" dir="rtl">سفينة تصل</a>' in page.html
    for words in ("Draft", "Live", "Arabic", "Region", "Save · Editor", "Beirut time"):
        assert words in page.text, words


def test_what_is_scheduled_and_what_is_off_the_air_is_said(room):
    off_air = room.live(headline="مخفية")
    withdraw.take_off_air(off_air, by=room.editor, clock=room.tick())
    scheduled = room.publish(room.draft(headline="غدًا"), live_from=timezone.now() + timedelta(days=1))
    withdraw.move(room.live(), off_air, by=room.chief_editor, clock=room.tick())

    text = Page(at_desk(room.editor).client.get(LIST)).text

    assert "Moved" in text
    assert fresh(scheduled).stage == Stage.PUBLISHED
    assert "Scheduled" in text
    assert "goes out" in text
    assert "Off the air" in text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?stage=in_review", ["قيد المراجعة"]),
        ("?language=en", ["In English"]),
        ("?format=opinion", ["رأي"]),
        ("?section={other}", ["في قسم آخر"]),
        ("?mine=1", ["للمراسل"]),
        ("?stage=nonsense", ["للمراسل", "في قسم آخر", "رأي", "In English", "قيد المراجعة"]),
        ("?from=2000-01-01&until=2099-01-01&format=opinion", ["رأي"]),
        ("?until=2000-01-01", []),
        ("?from=2099-01-01", []),
        ("?section=٣&from=x&until=٣", ["للمراسل", "في قسم آخر", "رأي", "In English", "قيد المراجعة"]),
    ],
)
def test_the_list_is_filtered(room, query, found):
    other = Section.objects.create(slug="world", name_ar="العالم", name_en="World")
    room.bring_to(room.draft(headline="قيد المراجعة"), Stage.IN_REVIEW)
    room.draft(headline="In English", language="en")
    room.draft(headline="رأي", format=Format.OPINION)
    room.draft(headline="في قسم آخر", section_id=other.pk)
    room.draft(headline="للمراسل", by=room.reporter)

    assert headlines(signed_in(room.reporter), query.format(other=other.pk)) == found


def test_search_finds_the_spelling_without_hamza_and_not_what_is_not_there(room):
    room.draft(headline="أسعار القمح ترتفع")
    room.draft(headline="سفينة تصل")
    client = signed_in(room.reporter)

    assert headlines(client, "?q=اسعار") == ["أسعار القمح ترتفع"]
    assert headlines(client, "?q=زيتون") == []
    assert "No article fits." in Page(at_desk(room.reporter).client.get(f"{LIST}?q=زيتون")).text


def test_the_index_is_told_the_section_the_language_and_the_last_day_of_a_search_too(room):
    """What they leave over may be older than the newest thousand hits of a common word."""
    other = Section.objects.create(slug="world", name_ar="العالم", name_en="World")
    there, here = room.draft(headline="سفينة", section_id=other.pk), room.draft(headline="سفينة")

    def found(within: search.Within, language: str = "") -> set[Article]:
        return set(search.desk_find("سفينة", user=room.editor, at=room.now, language=language, within=within))

    assert found(search.ANYWHERE) == found(search.ANYWHERE, "ar") == {there, here}
    assert found(search.Within(other.pk)) == {there}
    assert found(search.ANYWHERE, "en") == found(search.Within(before=room.now - timedelta(days=99))) == set()
    assert found(search.Within(since=room.now + timedelta(days=99))) == {there, here}
    assert headlines(signed_in(room.editor), f"?q=سفن&section={other.pk}&language=ar") == ["سفينة"]


def test_a_restricted_story_is_in_no_list_no_search_and_no_tray(room):
    article = room.bring_to(room.draft(headline="سرّ المخزن"), Stage.IN_REVIEW)
    Story.objects.filter(pk=article.story_id).update(is_restricted=True)
    client = signed_in(room.editor)

    for address in (LIST, f"{LIST}?q=المخزن", "/admin/", f"{LIST}?stage=in_review"):
        assert "سرّ المخزن" not in client.get(address).content.decode()
    assert headlines(signed_in(room.writer)) == ["سرّ المخزن"]


def test_the_list_is_walked_to_its_end_without_a_gap_or_a_double(room):
    template = head(room.draft())
    at = room.now
    # Many acts at one moment, as an import makes them.
    for number in range(120):
        article = Article.objects.create(
            story=Story.objects.create(slugline=f"قصة {number}", created_by=room.writer, created_at=at),
            language="ar",
            headline=f"مادة {number}",
            acted_at=at + timedelta(minutes=number // 40),
            created_by=room.writer,
            created_at=at,
            form_token=f"{number:032x}",
        )
        Article.objects.filter(pk=article.pk).update(head=template)
    client, walked, query = signed_in(room.editor), [], ""
    for _ in range(4):
        response = client.get(f"{LIST}{query}")
        walked += headlines(client, query)
        older = response.context["older"]
        if not older:
            break
        query = f"?{older}"

    assert len(walked) == len(set(walked)) == 121


@pytest.mark.parametrize("key", ["x", "1-", "-1", "9" * 30 + "-1", "٣-٤", "1-99999999999999999999"])
def test_a_broken_place_in_the_list_is_no_error(room, key):
    room.draft()

    assert signed_in(room.editor).get(f"{LIST}?before={key}").status_code == 200


# --- The desk page --------------------------------------------------------------------


def test_what_was_returned_waits_for_its_writer_and_what_is_submitted_for_an_editor(room):
    room.bring_to(room.draft(headline="معادة"), Stage.RETURNED)
    room.bring_to(room.draft(headline="مرسلة"), Stage.IN_REVIEW)

    of_writer = trays_of(room.writer)
    of_editor = trays_of(room.editor)

    assert of_writer["Waiting for me"] == ["معادة"]
    assert of_writer["Mine"] == ["مرسلة"]
    assert of_editor["Waiting for me"] == ["مرسلة"]


def trays_of(user):
    """The headlines in each list of a person's desk page."""
    trays = at_desk(user).client.get("/admin/").context["trays"]
    return {str(tray.title): [str(entry.article) for entry in tray.entries] for tray in trays}


def test_an_editor_who_reads_no_arabic_is_asked_to_review_none(room):
    room.bring_to(room.draft(headline="مرسلة"), Stage.IN_REVIEW)
    User.objects.filter(pk=room.editor.pk).update(reads_arabic=False)

    assert "Nothing waits for you." in Page(at_desk(room.editor).client.get("/admin/")).text


def test_what_goes_out_is_there_with_its_time_in_the_houses_zone(room):
    room.publish(room.draft(headline="غدًا"), live_from=timezone.now() + timedelta(days=1))

    text = Page(at_desk(room.editor).client.get("/admin/")).text

    assert "Going out 1 غدًا" in text
    assert "Beirut time" in text


def test_an_empty_desk_says_so_and_offers_what_may_be_begun(db):
    desk = at_desk(person("reporter", Role.REPORTER))

    for words in (
        "Nothing waits for you.",
        "You have no drafts.",
        "Nothing is scheduled.",
        "Flash",
        "Import copy",
    ):
        assert words in desk.page.text, words
    for address in ("/admin/articles/article/add/?language=en", "/admin/flash/"):
        assert f'href="{address}"' in desk.page.html


def test_who_writes_nothing_is_offered_nothing_to_write(db):
    assert "New article" not in at_desk(person("admin", Role.ADMINISTRATOR)).page.text
