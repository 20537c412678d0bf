"""Runs that an Arabic line would turn round are set apart; nothing of the text changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.language.blocks import plain_text
from articles.language.direction import begins, set_off
from articles.language.isolating import isolate_in_html, isolate_in_text
from articles.language.tables import DIRECTION_CONTROLS
from tests.language.texts import TEXT, quick


@pytest.mark.parametrize(
    "run",
    [
        "+962 6 555 1234", "06-555-1234", "+96265551234", "2026-02-01", "@rased_news", "-5", "−5%", "+3.5", "$85.5",
        "85$", "C++", "C#", "https://example.org/خبر?id=5", "desk@example.org", "+962&nbsp;6&nbsp;555&nbsp;1234",
        "+961 1 234567",
    ],
)  # fmt: skip
def test_what_runs_from_left_to_right_is_set_apart(run):
    html = f"<p>قال في {run} إن</p>"

    assert isolate_in_html(html) == f'<p>قال في <bdi dir="ltr">{run}</bdi> إن</p>'


def test_a_foreign_quotation_keeps_its_marks_on_its_own_sides():
    assert isolate_in_html("<p>كأس «World Cup» 2026</p>") == '<p>كأس «<bdi dir="ltr">World Cup</bdi>» 2026</p>'
    both = isolate_in_html("<p>قال «John Smith» (CEO of Acme Inc.) إنه</p>")
    assert both == '<p>قال «<bdi dir="ltr">John Smith</bdi>» (<bdi dir="ltr">CEO of Acme Inc.</bdi>) إنه</p>'
    assert isolate_in_html("<p>قال «John Smith مدير» إن</p>") == "<p>قال «John Smith مدير» إن</p>"


def test_a_company_keeps_its_last_sign_and_a_sentence_its_full_stop():
    assert '<bdi dir="ltr">Microsoft Inc.</bdi> إن' in isolate_in_html("<p>قالت Microsoft Inc. إن العمل</p>")
    assert isolate_in_html("<p>قالت شركة OpenAI.</p>") == "<p>قالت شركة OpenAI.</p>"


@pytest.mark.parametrize(
    ("run", "one", "other"), [("3-1", "3", "1"), ("2020–2024", "2020", "2024"), ("10-20%", "10", "20%")]
)
def test_a_score_and_a_span_keep_their_order_wherever_they_stand(run, one, other):
    dash = "–" if "–" in run else "-"

    assert isolate_in_html(f"<p>فاز {run} أمس</p>") == f"<p>فاز <bdi>{one}</bdi>{dash}<bdi>{other}</bdi> أمس</p>"


@pytest.mark.parametrize(
    "text", ["45%", "24 نوفمبر 2026", "عام 1948", "1,200.5 طن", "الساعة 3:05", "م. ت. ف.", "كوفيد-19"]
)
def test_plain_numbers_and_words_are_left_alone(text):
    assert isolate_in_html(f"<p>{text}</p>") == f"<p>{text}</p>"


def test_tags_and_their_attributes_stay_as_they_are():
    html = '<p><a href="https://example.org/-5?a=1&amp;b=+962 6 555 1234">هنا</a></p><figure data-photo="12"></figure>'

    assert isolate_in_html(html) == html


def test_a_verse_and_its_signs_keep_every_byte():
    verse = '<p><span class="quran">﴿وَقُل رَّبِّ زِدْنِي عِلْمًا﴾</span> ﷺ «الحكومة [...] لن»</p>'

    assert isolate_in_html(verse) == verse


@quick
@given(
    st.lists(TEXT | st.sampled_from(["+962 6 555 1234", "3-1", "@x1", "-5 ", "<b>", "&amp;", "C++", "\n"])).map("".join)
)
def test_no_letter_changes_and_twice_is_once_in_plain_text(text):
    text = text.replace("<b>", "")
    for control in DIRECTION_CONTROLS:
        text = text.replace(control, "")

    isolated = isolate_in_text(text)

    assert "".join(letter for letter in isolated if letter not in DIRECTION_CONTROLS) == text
    assert plain_text(isolate_in_html(f"<p>{'ا' + text.replace('<', '').replace('&', '')}</p>")) == plain_text(
        f"<p>{'ا' + text.replace('<', '').replace('&', '')}</p>"
    )


def test_a_title_runs_as_its_language_does_whatever_its_first_word_is():
    assert set_off("نموذج جديد من OpenAI", "ar") == "نموذج جديد من OpenAI"
    assert (
        set_off("OpenAI: نموذج جديد", "ar") == "\N{RIGHT-TO-LEFT ISOLATE}OpenAI: نموذج جديد\N{POP DIRECTIONAL ISOLATE}"
    )
    assert set_off("«راصد» reports", "en").startswith("\N{LEFT-TO-RIGHT ISOLATE}")
    assert set_off("2026", "ar") == "2026"
    assert begins("123 !") is None
