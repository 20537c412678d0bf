"""Cutting a body into blocks loses nothing and never fails."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.language.blocks import Block, assemble, paragraphs_to_html, plain_text, split, text_of
from tests.language.bodies import bodies

WHOLE = (
    '<p dir="auto">قال <strong>الوزير</strong>: «نعم».</p><h2>ما الذي تغيّر</h2><ul><li><p>بند</p></li>'
    "<li><p>آخر</p><ol><li><p>في العمق</p></li></ol></li></ul><ol><li><p>one</p></li></ol>"
    '<blockquote><p>a</p><p>b</p></blockquote><aside class="pullquote"><p>c</p></aside>'
    '<figure data-photo="12"></figure><table><tbody><tr><th>السنة</th><td>2024</td></tr><tr><td>x</td><td>y</td></tr>'
    '</tbody></table><div class="embed" data-embed="youtube:abcdefghijk"></div><hr><h3>end</h3>'
)


def test_every_kind_of_block_is_cut_out_whole():
    blocks = split(WHOLE)

    assert [block.kind for block in blocks] == [
        *("paragraph", "subhead", "item", "item", "item", "quote", "pullquote"),
        *("figure", "table", "embed", "rule", "lower_subhead"),
    ]
    assert [block.wrapper for block in blocks if block.kind == "item"] == ["ul", "ul", "ol"]
    assert assemble(blocks) == WHOLE


@given(bodies())
def test_assembling_the_blocks_of_a_clean_body_gives_the_body(html):
    assert assemble(split(html)) == html


@given(st.text() | st.text(alphabet="<>/aplihdbuo \n&;\"'!-=x1"))
def test_no_string_makes_the_cutting_fail_and_a_second_cut_changes_nothing(html):
    once = assemble(split(html))

    assert assemble(split(once)) == once


TAGS = ["<p>", "</p>", "<ul>", "</ul>", "<li>", "</li>", "<div>", "<table>", "<hr>", "<b>", "</b>", "<br>", "<h2>"]


@given(st.lists(st.sampled_from([*TAGS, "x", "&amp;"])))
def test_no_order_of_tags_loses_a_word(parts):
    assert plain_text("".join(parts)).count("x") == parts.count("x")


def test_two_lists_that_touch_stay_two():
    html = "<ul><li><p>a</p></li></ul><ul><li><p>b</p></li></ul>"

    assert [block.apart for block in split(html)] == [False, True]
    assert assemble(split(html)) == html


def test_text_outside_every_block_becomes_a_paragraph():
    assert assemble(split("قال <em>هو</em>\n<p>ب</p> ذيل")) == "<p>قال <em>هو</em></p><p>ب</p><p>ذيل</p>"


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("<p>a<p>b", "<p>a</p><p>b</p>"),
        ("<ul><li>a<li>b</ul><p>c", "<ul><li>a</li><li>b</li></ul><p>c</p>"),
        ("<li>a</li>", "<ul><li>a</li></ul>"),
        ("<blockquote><p>a</p>", "<blockquote><p>a</p></blockquote>"),
        ("</p></ul>\n<hr>", "<hr>"),
        ("<ul>stray<li>a</li></ul>", "<ul><li>stray</li><li>a</li></ul>"),
    ],
)
def test_broken_markup_is_closed_where_it_must_end(broken, mended):
    assert assemble(split(broken)) == mended


def test_the_text_of_a_block_has_lines_and_cells_but_no_markup():
    table = "<table><tbody><tr><th>السنة</th><td>2024</td></tr><tr><td>x</td><td>y</td></tr></tbody></table>"

    assert text_of("<p>a &amp; b<br>c&nbsp;<em>d</em></p>") == "a & b\nc\N{NO-BREAK SPACE}d"
    assert text_of(table) == "السنة\t2024\nx\ty"
    assert text_of("<p>\n one\n two </p>") == "one two"


def test_plain_text_parts_blocks_by_an_empty_line_and_skips_pictures():
    assert plain_text('<p>a</p><figure data-photo="1"></figure><hr><ul><li><p>b</p></li></ul>') == "a\n\nb"


def test_plain_paragraphs_become_a_body_and_come_back():
    html = paragraphs_to_html(["  1 < 2 & 3", "", "سطر\nثان"])

    assert html == "<p>1 &lt; 2 &amp; 3</p><p>سطر<br>ثان</p>"
    assert plain_text(html) == "1 < 2 & 3\n\nسطر\nثان"


def test_a_block_is_a_value():
    assert split("<p>a</p>") == [Block("paragraph", "", "<p>a</p>", "a")]


@pytest.mark.parametrize("hostile", ["<", "<p", "<!--", "<ul><li>", "</p>", "<a b='", "<p>x", "&", "\n", " "])
def test_the_longest_hostile_text_is_split_without_loss(hostile):
    text = hostile * (300_000 // len(hostile))
    assert isinstance(split(text), list)
