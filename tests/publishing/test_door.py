"""The readers' door as of any moment: what was, what is and what will be, to the microsecond (DESIGN §1)."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.db.models import Model, QuerySet
from django.utils import translation
from pytest_django import Settings

from articles.models import Author, BylineLine, Change, FrontSlot, Topic
from articles.publishing import (
    door,
    errata,
    feeds,
    fronts,
    lists,
    live_changes,
    publish,
    searching,
    sitemaps,
    withdraw,
)
from articles.publishing.pages import Absence, Answer, Page
from tests.public.site import both_live, make_photo, path_of, shown_as, text_of
from tests.workflow.newsroom import Newsroom, fresh, head

INSTANT = timedelta(microseconds=1)
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _in_english(settings: Settings, tmp_path: Path) -> Iterator[None]:
    settings.MEDIA_ROOT = str(tmp_path)
    with translation.override("en"):
        yield


def headline(article: object, at: datetime) -> str:
    """What an article's address says at a moment: a headline, or the status of its absence."""
    answer = door.article("ar", article.pk, path="", at=at)
    if answer.redirect:
        answer = door.article("ar", article.pk, path=answer.redirect, at=at)
    return answer.page.headline if isinstance(answer.page, Page) else str(answer.status)


def test_every_moment_of_an_article_has_its_answer(room: Newsroom) -> None:
    article = room.publish(room.draft(headline="أول"), live_from=room.now + 2 * HOUR)
    first = article.publications.get().live_from
    room.now = first + HOUR
    room.publish(room.change(article, headline="ثان"), live_from=first + 4 * HOUR, live_until=first + 8 * HOUR)

    assert headline(article, first - INSTANT) == "404"
    assert headline(article, first) == "أول"
    assert headline(article, first + 4 * HOUR - INSTANT) == "أول"
    assert headline(article, first + 4 * HOUR) == "ثان"
    assert headline(article, first + 8 * HOUR - INSTANT) == "ثان"
    assert headline(article, first + 8 * HOUR) == "410"


def test_the_past_stays_after_a_withdrawal(room: Newsroom) -> None:
    article = room.live()
    before = room.now
    withdraw.remove(article, by=room.chief_editor, clock=room.tick(), public_reason="خطأ")

    assert headline(article, before) == article.headline
    assert headline(article, room.now) == "410"


def test_lists_search_feeds_and_maps_flip_with_the_page(room: Newsroom) -> None:
    salma = Author.objects.create(slug="salma", name_ar="سلمى", name_en="Salma")
    topic = Topic.objects.create(slug="ports", name_ar="الموانئ", name_en="Ports")
    room.live(headline="قبلها", topic_ids=(topic.pk,), bylines=(BylineLine(author_id=salma.pk),))
    begin = room.now + HOUR
    article = room.publish(
        room.draft(headline="الجديدة", topic_ids=(topic.pk,), bylines=(BylineLine(author_id=salma.pk),)),
        live_from=begin,
        live_until=begin + HOUR,
    )

    def is_shown(at: datetime) -> set[bool]:
        pages = [
            fronts.front("ar", at=at).page.latest,
            lists.section("ar", "region", at=at).page.cards,
            lists.latest("ar", at=at).page.cards,
            lists.topic("ar", "ports", at=at).page.cards,
            lists.author("ar", "salma", at=at).page.cards,
            tuple(hit.card for hit in searching.results("ar", "الجديدة", at=at).page.hits),
        ]
        shown = {article.pk in {card.article_id for card in cards} for cards in pages}
        shown.add(article.headline in {e.headline for e in feeds.feed("ar", "rss", at=at).entries})
        shown.add(article.headline in {e.headline for e in sitemaps.news("ar", at=at).entries})
        month = sitemaps.month("ar", begin.year, begin.month, at=at)
        shown.add(article.headline in {e.headline for e in month.entries} if month else False)
        return shown

    assert is_shown(begin - INSTANT) == {False}
    assert is_shown(begin) == {True}
    assert is_shown(begin + HOUR - INSTANT) == {True}
    assert is_shown(begin + HOUR) == {False}


@pytest.mark.parametrize("place", ["page", "front", "section", "latest", "topic", "author", "search", "feed"])
def test_every_page_knows_when_it_changes_next(room: Newsroom, place: str) -> None:
    salma = Author.objects.create(slug="salma", name_ar="سلمى", name_en="Salma")
    topic = Topic.objects.create(slug="ports", name_ar="الموانئ", name_en="Ports")
    both = {"topic_ids": (topic.pk,), "bylines": (BylineLine(author_id=salma.pk),)}
    article = room.live(**both)
    at = room.now
    begin = at + timedelta(minutes=4)
    room.publish(room.draft(headline="سفينة لاحقة", **both), live_from=begin)

    span = {
        "page": lambda: door.article("ar", article.pk, path=path_of(article, at), at=at).span,
        "front": lambda: fronts.front("ar", at=at).span,
        "section": lambda: lists.section("ar", "region", at=at).span,
        "latest": lambda: lists.latest("ar", at=at).span,
        "topic": lambda: lists.topic("ar", "ports", at=at).span,
        "author": lambda: lists.author("ar", "salma", at=at).span,
        "search": lambda: searching.results("ar", "سفينة", at=at).span,
        "feed": lambda: feeds.feed("ar", "rss", at=at).span,
    }[place]()

    assert span.until == begin
    assert span.since is not None
    assert span.since <= at


def test_the_twins_moment_is_a_boundary_of_the_page(room: Newsroom) -> None:
    article, twin = both_live(room)
    at = room.now
    end = at + timedelta(minutes=20)
    room.publish(room.change(twin, by=room.translator, deck="Again"), live_until=end)

    assert door.article("ar", article.pk, path=path_of(article, at), at=room.now).span.until == end


def test_a_slot_and_the_end_of_the_houses_day_are_boundaries(room: Newsroom) -> None:
    article = room.live()
    at = room.now
    FrontSlot.objects.create(
        language="ar", position=1, article=article, live_from=at + timedelta(seconds=9), created_by=room.editor
    )
    assert fronts.front("ar", at=at).span.until == at + timedelta(seconds=9)

    midnight = fronts.front("en", at=at).span.until
    assert (midnight.astimezone().minute, midnight > at, midnight - at <= 24 * HOUR) == (0, True, True)


def test_what_was_scheduled_and_taken_back_is_no_boundary_and_no_page(room: Newsroom) -> None:
    article = room.publish(room.draft(), live_from=room.now + HOUR)
    planned = article.publications.get().live_from
    publish.unschedule(article, by=room.editor, clock=room.tick())

    assert headline(article, planned) == "404"
    assert door.article("ar", article.pk, path="", at=room.now).span.until is None


def test_a_correction_that_was_taken_back_was_never_said(room: Newsroom) -> None:
    article = room.live()
    going = {"change": Change.CORRECTION, "notes": {"ar": "كان الرقم خطأً."}, "live_from": room.now + HOUR}
    room.publish(room.change(article), **going)
    publish.unschedule(fresh(article), by=room.editor, clock=room.tick())

    later = room.now + 3 * HOUR
    assert errata.corrections("ar", at=later).page.notes == ()
    answer = door.article("ar", article.pk, path=path_of(article, later), at=later)
    assert answer.page.corrections == ()


def corrected(room: Newsroom, **going: object) -> object:
    """An article with a correction that readers are told of."""
    notes = {"change": Change.CORRECTION, "notes": {"ar": "كان الرقم خطأً."}}
    return room.publish(room.change(room.live()), **notes, **going)


def test_a_correction_is_said_once_whatever_is_fixed_or_put_back_after_it(room: Newsroom) -> None:
    article = corrected(room)
    said_at = errata.corrections("ar", at=room.now).page.notes[0].time
    text = text_of(article)
    fixed = text.with_(body=text.body.replace("المرفأ ", "المرفأ، "))
    live_changes.fix(article, fixed, live_pk=head(article).pk, by=room.editor, clock=room.tick())
    withdraw.take_off_air(article, by=room.editor, clock=room.tick())
    withdraw.put_back(article, by=room.chief_editor, clock=room.tick())

    (note,) = errata.corrections("ar", at=room.tick()).page.notes

    assert note.time == said_at


def test_a_correction_that_gets_another_time_is_said_at_that_time(room: Newsroom) -> None:
    begin = room.now + 5 * HOUR
    article = corrected(room, live_from=begin)
    publish.reschedule(article, by=room.editor, clock=room.tick(), live_from=begin + HOUR)

    assert errata.corrections("ar", at=begin).page.notes == ()
    (note,) = errata.corrections("ar", at=begin + HOUR).page.notes
    assert note.time.at == begin + HOUR


def values(thing: object) -> list[object]:
    """Everything in a value, however deep."""
    if is_dataclass(thing):
        return [thing, *(inner for f in fields(thing) for inner in values(getattr(thing, f.name)))]
    if isinstance(thing, (tuple, list)):
        return [inner for item in thing for inner in values(item)]
    return [thing]


def test_the_door_gives_values_and_never_a_row(room: Newsroom) -> None:
    article, _twin = both_live(room, photos=(shown_as(make_photo(room)),))
    at = room.now

    answers: list[object] = [
        door.article("ar", article.pk, path=path_of(article, at), at=at),
        fronts.front("ar", at=at),
        lists.latest("ar", at=at),
        searching.results("ar", "سفينة", at=at),
        errata.corrections("ar", at=at),
        feeds.feed("ar", "atom", at=at),
        sitemaps.news("ar", at=at),
        door.article("ar", 99999, path="/ar/99999/", at=at),
    ]

    for answer in answers:
        assert not [value for value in values(answer) if isinstance(value, (Model, QuerySet))]
    assert isinstance(answers[-1], Answer)
    assert isinstance(answers[-1].page, Absence)
