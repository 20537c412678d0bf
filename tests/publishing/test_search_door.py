"""The door of search: the same words, however spelled, on both engines, for readers and for the desk (I6)."""

from datetime import timedelta

import pytest

from articles.models import Publication
from articles.publishing import search
from tests.workflow.newsroom import Newsroom


def found(query: str, room: Newsroom, language: str = "ar") -> list[str]:
    hits = search.find(query, language=language, at=room.now).pks
    from_hits = {row.pk: row.headline for row in head_rows(hits)}
    return [from_hits[pk] for pk in hits]


def head_rows(pks: tuple[int, ...]) -> object:
    return Publication.objects.filter(pk__in=pks)


@pytest.mark.parametrize(
    "query", ["اعلنت", "أعلنت", "أَعلَنَت", "إعلنت", "القاهره", "القاهرة", "٢٠٢٦", "2026", "الـقاهرة"]
)
def test_every_spelling_finds_the_other(room: Newsroom, query: str) -> None:
    room.live(headline="الوزارة", body="<p>أعلنت القاهرة خطتها لعام ٢٠٢٦ أمس.</p>")

    assert found(query, room) == ["الوزارة"]


def test_all_words_first_then_honestly_any_of_them(room: Newsroom) -> None:
    room.live(headline="القمح", body="<p>سفينة قمح في المرفأ.</p>")
    room.live(headline="الذرة", body="<p>قطار ذرة في المحطة.</p>")

    every = search.find("سفينة المرفأ", language="ar", at=room.now)
    some = search.find("سفينة المحطة", language="ar", at=room.now)

    assert (len(every.pks), every.has_all_words) == (1, True)
    assert (len(some.pks), some.has_all_words) == (2, False)


def test_search_shows_nothing_before_its_time(room: Newsroom) -> None:
    at = room.now + timedelta(hours=5)
    room.publish(room.draft(headline="سرّ المرفأ"), live_from=at)

    assert not search.find("سر", language="ar", at=at - timedelta(microseconds=1)).pks
    assert search.find("سر", language="ar", at=at).pks


def test_newest_first_and_older_ones_by_the_key(room: Newsroom) -> None:
    for number in range(5):
        room.live(headline=f"خبر المرفأ رقم {number}")

    first = search.find("المرفأ", language="ar", at=room.now, size=3)
    second = search.find("المرفأ", language="ar", at=room.now, size=3, before=first.older)

    assert len(first.pks) == 3
    assert len(second.pks) == 2
    assert second.older is None
    assert list(first.pks) + list(second.pks) == sorted(first.pks + second.pks, reverse=True)


def test_the_desk_finds_drafts_and_nothing_restricted(room: Newsroom) -> None:
    article = room.draft(headline="خطة سرية للمرفأ")

    assert search.desk_find("سريه", user=room.reporter).get() == article

    article.story.is_restricted = True
    article.story.save()

    assert not search.desk_find("سريه", user=room.reporter).exists()


def test_the_desk_finds_the_newest_text_only(room: Newsroom) -> None:
    article = room.change(room.draft(body="<p>رقم قديم.</p>"), body="<p>رقم محدّث.</p>")

    assert search.desk_find("محدث", user=room.editor).get() == article
    assert not search.desk_find("قديم", user=room.editor).exists()


@pytest.mark.parametrize(
    "query", ["", "   ", "'\"", "* OR *", "a\x00b", "\ud800", "NEAR(", ")(", "x" * 5000, "-", "؟؟"]
)
def test_no_query_breaks_the_search(room: Newsroom, query: str) -> None:
    room.live()

    assert search.find(query, language="ar", at=room.now).pks == ()
