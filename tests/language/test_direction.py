"""Direction, and what must not turn it."""

import pytest
from hypothesis import given

from articles.language.direction import direction_controls, direction_of, isolate, refused_controls
from articles.language.tables import DIRECTION_CONTROLS
from tests.language.texts import TEXT, quick


@pytest.mark.parametrize(
    ("language", "direction"),
    [("ar", "rtl"), ("ar-LB", "rtl"), ("AR", "rtl"), ("fa", "rtl"), ("en", "ltr"), ("", "ltr")],
)
def test_a_language_has_its_direction(language, direction):
    assert direction_of(language) == direction


def test_a_foreign_run_is_wrapped_by_its_direction():
    assert isolate("+961 1 234567", "ltr") == "\u2066+961 1 234567\u2069"
    assert isolate("راصد", "rtl") == "\u2067راصد\u2069"
    assert isolate("OpenAI") == "\u2068OpenAI\u2069"
    assert isolate("") == ""


@quick
@given(TEXT)
def test_nothing_inside_breaks_out_of_its_isolate(text):
    assert not set(isolate(text)[1:-1]) & set(DIRECTION_CONTROLS)


@pytest.mark.parametrize(
    "control", [*DIRECTION_CONTROLS, "\x00", "\x07", "\n", "\ufeff", "\ufff9", "\U000e0041", "\ud800"]
)
def test_a_headline_refuses_a_hidden_control(control):
    assert refused_controls(f"خبر{control} آخر") == [3]


@pytest.mark.parametrize(
    "text",
    [
        "می‌خواهم",
        "👨‍👩‍👧 عائلة",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f تفوز",
        "النص\u200f (Latin)",
        "هـَذَا",
    ],
)
def test_spelling_and_emoji_are_left_alone(text):
    assert refused_controls(text) == []


def test_only_what_turns_direction_counts_in_a_body():
    assert direction_controls("أ\u202eب\n\u2069") == [1, 4]
