"""One key for all the ways of writing a word."""

import unicodedata

import pytest
from hypothesis import given

from articles.language.folding import fold, fold_name, sort_key
from articles.language.tables import DIACRITICS, INVISIBLE, TATWEEL
from tests.language.texts import TEXT, quick, rows


@pytest.mark.parametrize(("typed", "key"), rows("folding.tsv"))
def test_a_word_folds_to_its_key(typed, key):
    assert fold(typed) == key


@quick
@given(TEXT)
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)
    assert fold_name(fold_name(text)) == fold_name(text)


@quick
@given(TEXT)
def test_marks_and_composition_never_matter(text):
    marked = "".join(letter + "\N{ARABIC FATHA}" if letter.isalpha() else letter for letter in text)

    assert fold(unicodedata.normalize("NFD", text)) == fold(text)
    assert not set(fold(marked)) & set(DIACRITICS + INVISIBLE + TATWEEL)


def test_a_hamza_that_stands_alone_keeps_two_words_apart():
    assert fold("ولاء") != fold("ولا")


@pytest.mark.parametrize(
    ("one", "other"),
    [("اميركا", "أميركا"), ("  أخبار ", "اخبار"), ("«راصد»", "راصد"), ("#وسم", "وسم"), ("Beirut.", "BEIRUT")],
)
def test_two_spellings_of_a_name_have_one_key(one, other):
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(("one", "other"), [("C#", "C"), ("C++", "C"), ("50%", "50"), ("علم", "عالم")])
def test_two_names_keep_two_keys(one, other):
    assert fold_name(one) != fold_name(other)


def test_names_sort_without_their_article_in_the_order_of_the_alphabet():
    names = ["يافا", "الهلال", "القاهرة", "أربيل", "البصرة", "ألمانيا", "بيروت", "إلهام", "الله"]

    assert sorted(names, key=sort_key) == [
        *("أربيل", "الله", "ألمانيا", "إلهام"),
        *("البصرة", "بيروت", "القاهرة", "الهلال", "يافا"),
    ]
