"""Excerpts: whole sentences or words, never half a quotation; times ago in all six forms."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given

from articles.language.dates import format_ago
from articles.language.excerpts import excerpt, shortened
from tests.language.texts import TEXT, quick


def test_an_excerpt_ends_with_a_sentence_where_one_fills_half_of_the_room():
    assert shortened("وصلت السفينة أمس. وقال الوزير إن العمل يبدأ غدا صباحا.", 30) == "وصلت السفينة أمس."


def test_an_excerpt_is_never_cut_inside_a_quotation_nor_after_a_lone_waw():
    text = "قال الوزير أمس في بيان إن «العمل في المشروع يبدأ غدا صباحا من دون تأخير» وأضاف"

    assert shortened(text, 50) == "قال الوزير أمس في بيان إن…"
    assert shortened("جاء أحمد ومحمود و سامر وآخرون كثيرون", 19) == "جاء أحمد ومحمود…"


def test_subheads_tables_and_captions_are_no_part_of_it():
    table = "<table><tbody><tr><td><p>خانة</p></td></tr></tbody></table>"
    html = f"<h2>عنوان</h2><p>أولى.</p>{table}<ul><li><p>بند</p></li></ul>"

    assert excerpt(html, 100) == "أولى. بند"


@quick
@given(TEXT)
def test_an_excerpt_is_never_longer_than_asked(text):
    assert len(shortened(text, 40)) <= 40


@pytest.mark.parametrize(
    ("ago", "arabic", "english"),
    [
        (timedelta(seconds=-5), "الآن", "now"),
        (timedelta(seconds=59), "الآن", "now"),
        (timedelta(minutes=1), "منذ دقيقة", "1 minute ago"),
        (timedelta(minutes=2), "منذ دقيقتين", "2 minutes ago"),
        (timedelta(minutes=3), "منذ 3 دقائق", "3 minutes ago"),
        (timedelta(minutes=11), "منذ 11 دقيقة", "11 minutes ago"),
        (timedelta(hours=10), "منذ 10 ساعات", "10 hours ago"),
        (timedelta(days=2), "منذ يومين", "2 days ago"),
        (timedelta(days=11), "منذ 11 يومًا", "11 days ago"),
        (timedelta(days=100), "منذ 100 يوم", "100 days ago"),
        (timedelta(days=103), "منذ 103 أيام", "103 days ago"),
    ],
)
def test_times_ago_have_all_six_forms(ago, arabic, english):
    now = datetime(2026, 11, 24, 12, tzinfo=UTC)

    assert format_ago(now - ago, now, "ar", digits="latn") == arabic
    assert format_ago(now - ago, now, "en", digits="latn") == english
    assert format_ago(now - timedelta(minutes=5), now, "ar", digits="arab") == "منذ ٥ دقائق"
