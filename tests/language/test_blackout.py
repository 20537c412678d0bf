"""A passage blacked out of a text: nothing of it is left however it was written, and everything else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.language.blackout import BLACK, black_out, has
from articles.language.blocks import split
from articles.language.folding import fold


@pytest.mark.parametrize(
    ("text", "passage", "left"),
    [
        ("<p>قال <strong>مُحَم</strong>ّد بن عليّ ثم</p>", "محمد بن علي", f"<p>قال <strong>{BLACK}</strong> ثم</p>"),
        ("<p>Mr  Secret&nbsp;Name went</p>", "secret name", f"<p>Mr  {BLACK} went</p>"),
        ("<p>secret</p><p>name</p>", "Secret Name", f"<p>{BLACK}</p><p></p>"),
        ('<a href="https://x.y/%D9%85%D8%AD%D9%85%D8%AF-%D8%A8%D9%86">هنا</a>', "محمد بن", '<a href="">هنا</a>'),
        ("وبأحمد وأحمد", "احمد", f"وب{BLACK} و{BLACK}"),
        ("a < b &amp; c", "x", "a < b &amp; c"),
        ("<p>A</p>", "  ", "<p>A</p>"),
    ],
)
def test_a_passage_is_blacked_out_and_its_markup_stays(text: str, passage: str, left: str) -> None:
    assert black_out(text, passage) == left


@given(st.text("اأبcD <>/p=\"'&;ًـ\u2067\xa0", max_size=60), st.text("اأبcD ًـ", min_size=1, max_size=4))
def test_nothing_of_a_passage_is_left_and_blocks_stand(text: str, passage: str) -> None:
    left = black_out(text, passage)

    assert black_out(left, passage) == left
    assert not has(left, passage)
    html = f"<p>{fold(text).replace('<', '')}</p><p>ب</p>"
    assert len(split(black_out(html, passage))) <= len(split(html))
