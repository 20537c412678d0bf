"""The door of search: the same words, however spelled, on both engines, for readers and for the desk (I6)."""

from datetime import timedelta

import pytest

from articles import checks
from articles.language.index_words import pairs_of
from articles.language.queries import read
from articles.models import Publication, SearchEntry, SpellingGroup
from articles.publishing import outbox, reindexing, search
from articles.workflow import search_entries
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

    assert search.desk_find("سريه", user=room.reporter, at=room.now).get() == article

    article.story.is_restricted = True
    article.story.save()

    assert not search.desk_find("سريه", user=room.reporter, at=room.now).exists()


def test_the_desk_finds_the_newest_text_only(room: Newsroom) -> None:
    article = room.change(room.draft(body="<p>رقم قديم.</p>"), body="<p>رقم محدّث.</p>")

    assert search.desk_find("محدث", user=room.editor, at=room.now).get() == article
    assert not search.desk_find("قديم", user=room.editor, at=room.now).exists()


@pytest.mark.parametrize(
    "query",
    ["", "   ", "'\"", "* OR *", "a\x00b", "\ud800", "NEAR(", ")(", "x" * 5000, "-", "؟؟", "َُّْ", "َّ ـ ً", "-َ", "ـــ"],
)
def test_no_query_breaks_the_search(room: Newsroom, query: str) -> None:
    room.live()

    assert search.find(query, language="ar", at=room.now).pks == ()


@pytest.mark.parametrize("query", ["ب", "7", "٧", "x", "و", "بَ"])
def test_one_letter_is_a_word_and_the_beginning_of_none(room: Newsroom, query: str) -> None:
    room.live(headline="الملحق ب في القاعة 7 و x", body="<p>خبر.</p>")
    room.live(headline="بيروت 77 xx ورد")

    assert found(query, room) == ["الملحق ب في القاعة 7 و x"]
    assert search.begun(query, language="ar", at=room.now) == []


def test_as_typed_in_a_headline_comes_first_then_its_forms_there_then_the_rest(room: Newsroom) -> None:
    room.live(headline="عُمان تفتح المرفأ")
    room.live(headline="وزير عماني يصل")
    room.live(headline="سفينة", body="<p>وصلت إلى عُمان أمس.</p>")

    assert found("عمان", room)[0] == "عُمان تفتح المرفأ"
    assert found("عمان", room)[-1] == "سفينة"


def test_a_phrase_stands_together_and_a_minus_excludes(room: Newsroom) -> None:
    room.live(headline="الأول", body="<p>قرر البنك المركزي رفع الفائدة.</p>")
    room.live(headline="الثاني", body="<p>البنك في الحي المركزي أغلق.</p>")

    assert set(found("البنك المركزي", room)) == {"الأول", "الثاني"}
    assert found('"البنك المركزي"', room) == ["الأول"]
    assert found("البنك -الفائدة", room) == ["الثاني"]
    assert found('البنك -"البنك المركزي"', room) == ["الثاني"]


def test_court_never_finds_government(room: Newsroom) -> None:
    room.live(headline="الحكومة تجتمع", body="<p>قالت الحكومة إن الحكم قريب.</p>")

    assert found("محكمة", room) == []


def test_a_changed_spelling_makes_anew_what_holds_it_and_nothing_else(room: Newsroom) -> None:
    one, other = room.live(headline="ريفلكشن تعلن"), room.live(headline="سفينة تصل")
    before = dict(SearchEntry.objects.values_list("article_id", "head"))
    SpellingGroup.objects.create(spellings="انعكاس\nريفلكشن")
    search_entries.forget()

    reindexing.queue(["انعكاس", "ريفلكشن"], room.now)
    outbox.deliver(room.now + reindexing.LATER)

    after = dict(SearchEntry.objects.values_list("article_id", "head"))
    assert found("انعكاس", room) == ["ريفلكشن تعلن"]
    assert before[other.pk] == after[other.pk]
    assert before[one.pk] != after[one.pk]


def test_an_older_index_is_noticed_and_brought_up_to_date_from_where_it_was_left(room: Newsroom) -> None:
    for number in range(3):
        room.live(headline=f"خبر المرفأ رقم {number}")
    SearchEntry.objects.filter(publication=None).first().delete()
    assert not reindexing.is_up_to_date(room.now)
    SearchEntry.objects.update(analyser="0-old", head="", words="")
    assert [warning.id for warning in checks.search_index_is_up_to_date(databases=["default"])] == ["articles.W002"]

    next(iter(reindexing.bring_up_to_date(room.now)))
    list(reindexing.bring_up_to_date(room.now))

    assert checks.search_index_is_up_to_date(databases=["default"]) == []
    assert len(found("المرفأ", room)) == 3
    assert search.desk_find("المرفأ", user=room.editor, at=room.now).count() == 3


def test_a_text_that_has_the_signs_of_a_phrase_only_is_not_shown(room: Newsroom) -> None:
    run = read('"سفينة القمح"').phrases[0]
    room.live(headline="سفينة القمح تصل")
    other = room.live(headline="القمح ثم سفينة")
    for entry in SearchEntry.objects.filter(article=other):
        entry.words += f" {pairs_of(run)[0]}"
        entry.save()

    assert found('"سفينة القمح"', room) == ["سفينة القمح تصل"]
    assert search.desk_find('"سفينة القمح"', user=room.editor, at=room.now).count() == 1
