"""Words and their places in the text as it was typed."""

import pytest
from hypothesis import given

from articles.language.folding import fold
from articles.language.words import (
    MOST_TERMS,
    count_words,
    highlight,
    index_line,
    reading_minutes,
    search_terms,
    words,
)
from tests.language.texts import TEXT, quick


def test_a_word_keeps_its_place_through_tatweel_and_vowels():
    text = "زار عُـمَـانَ، ثم #مراكز_البيانات"

    assert [(text[w.start : w.end], w.folded) for w in words(text)] == [
        ("زار", "زار"),
        ("عُـمَـانَ", "عمان"),
        ("ثم", "ثم"),
        ("مراكز", "مراكز"),
        ("البيانات", "البيانات"),
    ]


def test_controls_stay_outside_the_ends_of_a_word():
    text = "\u2067كلمة\u2069 \u200fأخرى\u200f"

    assert [text[w.start : w.end] for w in words(text)] == ["كلمة", "أخرى"]


@quick
@given(TEXT)
def test_every_word_folds_to_its_part_of_the_original(text):
    found = list(words(text))

    assert all(word.folded in fold(text[word.start : word.end]) for word in found)
    assert [w.start for w in found] == sorted(w.start for w in found)


@quick
@given(TEXT, TEXT)
def test_highlighted_runs_join_to_the_very_text(text, query):
    runs = highlight(text, query + " " + text[:9])

    assert "".join(run for run, _ in runs) == text
    assert all(run for run, _ in runs)


@quick
@given(TEXT)
def test_terms_of_a_query_are_keys_that_no_engine_misreads(text):
    terms = search_terms(text)

    assert len(terms) == len(set(terms)) <= MOST_TERMS
    assert all(term.isalnum() for key in terms for term in key if term.isascii())
    assert index_line(text).count("'") == 2 * len({word.folded for word in words(text)})


def test_a_hit_shows_the_spelling_of_the_text():
    assert highlight("في عُـمَـان وأعلنت", "اعلنت عمان وأعلنت") == [
        ("في ", False),
        ("عُـمَـان", True),
        (" ", False),
        ("وأعلنت", True),
    ]


def test_the_long_query_is_cut_to_its_first_words():
    assert search_terms(" ".join(f"كلمة{n}" for n in range(40))) == [f"كلمه{n}" for n in range(MOST_TERMS)]


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("واحد، اثنان - ثلاثة!", 3), ("عُـمَـانُ", 1), ("،؛ - «»", 0), ("one two 3", 3)]
)
def test_signs_are_no_words(text, count):
    assert count_words(text) == count


@pytest.mark.parametrize(
    ("count", "language", "minutes"), [(0, "ar", 1), (160, "ar", 1), (161, "ar", 2), (230, "en", 1), (500, "en", 3)]
)
def test_reading_time_is_rounded_up_and_never_nothing(count, language, minutes):
    assert reading_minutes(count, language) == minutes


def test_a_word_of_200000_letters_or_marks_costs_one_pass():

    assert count_words("ل" * 200_000) == 1
    assert count_words("\N{ARABIC FATHA}" * 200_000) == 0
    assert count_words("ل" + "\N{ARABIC FATHA}" * 200_000 + "!") == 1
