"""One slip away: what a word may be meant as that nothing was found of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.language.folding import fold
from articles.language.near import nearest

SLIPS = {
    # Three consonants: a letter doubled, left out, changed for one of its sound, its shape or the next key.
    "قطرر": "قطر",
    "بيررت": "بيروت",
    "تونص": "تونس",
    "دمشك": "دمشق",
    "دمشف": "دمشق",
    "غزهه": "غزة",
    "وزيير": "وزير",
    "طهرن": "طهران",
    "ارهب": "إرهاب",
    # What is written onto the beginning stays.
    "والحكوومة": "والحكومة",
    "بالحكوومة": "بالحكومة",
    # English.
    "goverment": "government",
    "recieve": "receive",
    "isreal": "israel",
    "egpyt": "egypt",
    "gazza": "gaza",
    "climte": "climate",
}


@pytest.mark.parametrize(("typed", "meant"), SLIPS.items())
def test_a_slip_of_hand_or_ear_is_known(typed: str, meant: str) -> None:
    assert nearest(fold(typed))[0] == meant


@pytest.mark.parametrize(
    "word", ["كتب", "شمس", "الحكومة", "government", "gaza", "2026", "في", "ab", "漢字漢字", "x" * 200]
)
def test_a_word_that_people_write_is_left_alone(word: str) -> None:
    assert nearest(fold(word)) == []


@given(st.text(max_size=40))
def test_whatever_is_asked_gets_few_answers_none_of_them_itself(text: str) -> None:
    found = nearest(fold(text))

    assert len(found) <= 3
    assert fold(text) not in map(fold, found)
