"""A difference is true: its pieces make both texts again; and small: an equal word is never shown as changed."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.language.blocks import split
from articles.language.difference import block_difference, word_difference
from articles.language.joining import join_bodies
from tests.language.bodies import WORDS, bodies

TEXTS = st.lists(WORDS | st.sampled_from([" ", "  ", "\n", "،", ".", "كَتَبَ", "don't"]), max_size=30).map(" ".join)


def _side(pieces, *ops):
    return "".join(text for op, text in pieces if op in ops)


@given(TEXTS | st.text(), TEXTS | st.text())
def test_the_pieces_make_both_texts_again(old, new):
    pieces = word_difference(old, new)

    assert _side(pieces, "same", "gone") == old
    assert _side(pieces, "same", "new") == new


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("", "", []),
        ("قال الوزير", "قال الوزير", [("same", "قال الوزير")]),
        (
            "قال الوزير، أمس، إن الخطة جاهزة.",
            "قال الوزير، اليوم، إن الخطة جاهزة.",
            [("same", "قال الوزير، "), ("gone", "أمس"), ("new", "اليوم"), ("same", "، إن الخطة جاهزة.")],
        ),
        ("the plan", "the big plan", [("same", "the "), ("new", "big "), ("same", "plan")]),
        ("كتب الخبر", "كَتب الخبر", [("gone", "كتب"), ("new", "كَتب"), ("same", " الخبر")]),
        ("قال ، ثم", "قال، ثم", [("same", "قال"), ("gone", " "), ("same", "، ثم")]),
        ("a b.", "a b!", [("same", "a b"), ("gone", "."), ("new", "!")]),
    ],
)
def test_only_what_changed_is_shown_as_changed(old, new, pieces):
    assert word_difference(old, new) == pieces


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a " * 100_000, "b " * 100_000),
        ("a b " * 50_000, "b a c " * 40_000),
        (" ".join(f"w{n}" for n in range(50_000)), " ".join(f"w{n + n % 7 // 6}" for n in range(50_000))),
        ("سطر واحد هنا\n" * 20_000, "سطر آخر هنا\n" * 20_000),
        ("x" * 200_000, "y" * 200_000),
        (" " * 200_000, "\n" * 200_000),
    ],
    ids=["nothing in common", "two words", "many words", "lines", "one word", "blanks"],
)
def test_no_pair_of_texts_takes_long(old, new):

    pieces = word_difference(old, new)

    assert _side(pieces, "same", "gone") == old


def test_blocks_are_compared_as_blocks_and_words_inside_them():
    old = "<p>one two three four</p><p>five six seven</p><h2>head</h2><p>eight nine ten</p>"
    new = "<h2>head</h2><p>one two 3 four</p><p>quite something else</p><p><em>eight</em> nine ten</p>"

    changes = block_difference(old, new)

    assert [(change.op, change.is_moved) for change in changes] == [
        ("gone", False),
        ("same", False),
        ("changed", True),
        ("new", False),
        ("changed", False),
    ]
    assert changes[2].pieces == (("same", "one two "), ("gone", "three"), ("new", "3"), ("same", " four"))
    assert {op for op, _ in changes[4].pieces} == {"same"}


@given(bodies(), bodies())
def test_every_block_of_both_bodies_is_shown_once(old, new):
    changes = block_difference(old, new)

    assert [change.new for change in changes if change.new] == split(new)
    assert Counter(change.old for change in changes if change.old) == Counter(split(old))


@given(bodies())
def test_a_body_does_not_differ_from_itself(html):
    assert {change.op for change in block_difference(html, html)} <= {"same"}


def test_what_was_joined_can_be_compared():
    base = "<p>one two three</p><p>four five six</p>"
    joined = join_bodies(base, base.replace("two", "2"), base.replace("five", "5")).text

    assert [change.op for change in block_difference(base, joined)] == ["changed", "changed"]
