"""Two people save one text: nothing either typed is lost, and only the same paragraph asks."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.language.blocks import Block, assemble, plain_text, split
from articles.language.joining import Conflict, join_bodies, join_text
from tests.language.bodies import bodies

A = "<p>أعلنت الحكومة اليوم خطة لإصلاح الكهرباء في أربع مدن كبرى.</p>"
B = "<p>وقال الوزير إن العمل يبدأ في آذار ويستمر ثلاث سنوات كاملة.</p>"
C = "<p>The opposition called the plan a promise without a budget behind it.</p>"
D = "<p>Work on the northern line had stopped twice since the storm of last winter.</p>"
BASE = A + B + C + D
B2 = "<p>وقال الوزير إن العمل يبدأ في نيسان ويستمر ثلاث سنوات كاملة.</p>"
B3 = "<p>وقال الوزير إن العمل يبدأ في أيار ويستمر أربع سنوات كاملة.</p>"
NEW = "<p>ولم يصدر تعليق عن الشركة المشغلة حتى مساء أمس.</p>"
OTHER = "<p>The ministry has published no timetable for the remaining towns.</p>"


def _items(*texts: str, tag: str = "ul") -> str:
    return f"<{tag}>{''.join(f'<li><p>{text}</p></li>' for text in texts)}</{tag}>"


def _table(cell: str) -> str:
    return f"<table><tbody><tr><td>first year of work</td><td>{cell}</td></tr></tbody></table>"


@pytest.mark.parametrize(
    ("mine", "theirs", "joined"),
    [
        pytest.param(A + B2 + C + D, A + B + C + OTHER, A + B2 + C + OTHER, id="two paragraphs"),
        pytest.param(B + C + D + A, A + B2 + C + D, B2 + C + D + A, id="one changed, mine moved another"),
        pytest.param(A + C + D + B, A + B2 + C + D, A + C + D + B2, id="mine moved what theirs changed"),
        pytest.param(A + B2 + C + D, B + A + C + D, B2 + A + C + D, id="theirs moved what mine changed"),
        pytest.param(D + A + B2 + C, A + B + NEW + C + D, D + A + B2 + NEW + C, id="moved, changed, put in"),
        pytest.param(
            A + NEW + B + C + D, A + OTHER + B + C + D, A + OTHER + NEW + B + C + D, id="two put in at one place"
        ),
        pytest.param(
            A + NEW + B + C + D, A + NEW + B + C + D + OTHER, A + NEW + B + C + D + OTHER, id="both put in the same"
        ),
        pytest.param(A + C + D, A + B + C + OTHER + D, A + C + OTHER + D, id="one out, one in"),
        pytest.param(A + C + D, A + C + D + NEW, A + C + D + NEW, id="both took out the same"),
        pytest.param(A + C + D, B + A + C + D, A + C + D, id="mine took out what theirs only moved"),
        pytest.param(A + B2 + C + D, A + B2 + C + D + NEW, A + B2 + C + D + NEW, id="both changed the same way"),
        pytest.param(NEW + BASE, BASE + OTHER, NEW + BASE + OTHER, id="both ends"),
        pytest.param("<h2>عنوان</h2>" + BASE, A + B2 + C + D, "<h2>عنوان</h2>" + A + B2 + C + D, id="a subhead put in"),
    ],
)
def test_changes_of_both_survive(mine, theirs, joined):
    result = join_bodies(BASE, mine, theirs)

    assert result.text == joined
    assert result.conflicts == ()


def test_a_paragraph_that_one_moved_and_the_other_changed_is_moved_and_changed():
    mine, theirs = B + C + D + A, A.replace("أربع", "خمس") + B + C + D

    joined = join_bodies(BASE, mine, theirs)

    assert joined.text == B + C + D + A.replace("أربع", "خمس")
    assert joined.conflicts == ()


def test_the_same_paragraph_changed_by_both_asks_and_the_rest_is_joined():
    joined = join_bodies(BASE, A + B2 + C + D + NEW, OTHER + A + B3 + C + D)

    assert joined.text == OTHER + A + B3 + C + D + NEW
    assert joined.conflicts == (Conflict(B, B2, B3, index=2),)


def test_what_one_changed_and_the_other_took_out_asks():
    assert join_bodies(BASE, A + B2 + C + D, A + C + D).conflicts == (Conflict(B, B2, "", index=1),)
    assert join_bodies(BASE, A + C + D, A + B2 + C + D).conflicts == (Conflict(B, "", B2, index=1),)
    assert join_bodies(BASE, A + C + D, A + B2 + C + D).text == A + B2 + C + D


def test_list_items_are_joined_one_by_one_and_stay_in_their_list():
    base = A + _items("الأولى في بيروت", "الثانية في صيدا", "الثالثة في صور") + D
    mine = A + _items("الأولى في بيروت", "الثالثة في صور", "الثانية في صيدا") + D
    theirs = A + _items("الأولى في بيروت", "الثانية في صيدا القديمة", "الثالثة في صور", "الرابعة في طرابلس") + D

    joined = join_bodies(base, mine, theirs)

    first, second, third, fourth = "الأولى في بيروت", "الثانية في صيدا القديمة", "الثالثة في صور", "الرابعة في طرابلس"
    assert plain_text(joined.text).split("\n\n")[1:-1] in (
        [first, third, second, fourth],
        [first, third, fourth, second],
    )
    assert joined.text.count("<ul>") == joined.text.count("</ul>") == 1
    assert joined.conflicts == ()


def test_a_list_that_one_numbers_while_the_other_changes_an_item_is_numbered_and_changed():
    joined = join_bodies(
        _items("one thing", "two things"), _items("one thing", "two things", tag="ol"), _items("one thing", "two more")
    )

    assert joined.text == _items("one thing", "two more", tag="ol")
    assert joined.conflicts == ()


def test_two_lists_that_touch_stay_two_when_they_are_joined():
    base = _items("one thing") + _items("two things") + A

    joined = join_bodies(base, base + NEW, base.replace("two", "three"))

    assert joined.text == base.replace("two", "three") + NEW


def test_a_table_and_a_figure_are_blocks():
    base = A + _table("12 towns") + '<figure data-photo="1"></figure>' + B
    mine = A + _table("14 towns") + '<figure data-photo="1"></figure>' + B
    theirs = A + _table("12 towns") + '<figure data-photo="2"></figure>' + B2

    joined = join_bodies(base, mine, theirs)

    assert joined.text == A + _table("14 towns") + '<figure data-photo="2"></figure>' + B2
    assert joined.conflicts == ()
    assert len(join_bodies(base, mine, mine.replace("14", "16")).conflicts) == 1


def test_an_editor_that_only_writes_its_own_markup_has_changed_nothing():
    opened = BASE.replace("<p>", '<p dir="auto">')

    joined = join_bodies(BASE, opened, A + B2 + C + D)

    assert joined.text == (A + B2 + C + D).replace("<p>", '<p dir="auto">').replace(
        B2.replace("<p>", '<p dir="auto">'), B2
    )
    assert joined.conflicts == ()


def test_a_one_line_text_asks_only_when_both_changed_it_differently():
    assert join_text("a", "a", "b").text == "b"
    assert join_text("a", "b", "a").text == "b"
    assert join_text("a", "b", "b") == join_text("b", "b", "b")
    assert join_text("a", "b", "c").conflicts == (Conflict("a", "b", "c"),)
    assert join_text("a", "b", "c").text == "c"


@given(bodies(), bodies())
def test_one_person_s_text_alone_is_the_joined_text(base, other):
    assert join_bodies(base, base, other).text == other
    assert join_bodies(base, other, base).text == other
    assert join_bodies(base, other, other).text == other
    assert not join_bodies(base, other, other).conflicts


def _words(html: str) -> set[str]:
    return set(re.findall(r"\w+", plain_text(html)))


@st.composite
def edits(draw, base: list[Block]) -> list[Block]:
    """Change, move, take out and put in blocks as a writer would, with words of their own."""
    blocks = list(base)
    for n in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, max(0, len(blocks) - 1)))
        match draw(st.sampled_from(["change", "move", "take out", "put in"])) if blocks else "put in":
            case "change" if blocks[at].text:
                word = f"كلمة{draw(st.integers(0, 10**6))}"
                html = (
                    blocks[at].html.replace(">", f">{word} ", 1) if blocks[at].kind == "paragraph" else blocks[at].html
                )
                blocks[at] = Block(blocks[at].kind, blocks[at].wrapper, html, f"{word} {blocks[at].text}")
            case "move":
                blocks.insert(draw(st.integers(0, len(blocks) - 1)), blocks.pop(at))
            case "take out":
                del blocks[at]
            case "put in":
                text = f"new{n} " + " ".join(f"w{draw(st.integers(0, 10**6))}" for _ in range(4))
                blocks.insert(at, Block("paragraph", "", f"<p>{text}</p>", text))
    return blocks


@st.composite
def three_texts(draw) -> tuple[str, str, str]:
    base = split(draw(bodies()))
    return assemble(base), assemble(draw(edits(base))), assemble(draw(edits(base)))


@given(three_texts())
def test_no_word_that_either_typed_is_lost(texts):
    base, mine, theirs = texts

    joined = join_bodies(base, mine, theirs)

    kept = _words(joined.text).union(*(_words(c.mine) | _words(c.theirs) for c in joined.conflicts))
    assert (_words(mine) - _words(base)) | (_words(theirs) - _words(base)) <= kept


@given(three_texts())
def test_nothing_stands_twice(texts):
    base, mine, theirs = texts

    joined = split(join_bodies(base, mine, theirs).text)

    for block in joined:
        there = [text for text in (base, mine, theirs) if block.html in text]
        most = max(sum(other.html == block.html for other in split(text)) for text in there) if there else 0
        both = sum(other.html == block.html for text in (mine, theirs) for other in split(text))
        assert sum(other.html == block.html for other in joined) <= max(most, both)


@given(three_texts())
def test_who_saved_first_decides_nothing_but_order_and_whose_words_stand_in_a_conflict(texts):
    base, mine, theirs = texts

    one, other = join_bodies(base, mine, theirs), join_bodies(base, theirs, mine)

    assert len(one.conflicts) == len(other.conflicts)
    if not one.conflicts:
        assert sorted(b.html for b in split(one.text)) == sorted(b.html for b in split(other.text))


@given(st.integers(4, 14), st.randoms(use_true_random=False))
def test_edits_of_different_blocks_never_ask(count, chance):
    base = [f"<p>{' '.join(f'w{n}x{k}' for k in range(9))}</p>" for n in range(count)]
    whose = [chance.choice("mt-") for _ in base]
    mine, theirs = _one_side(base, whose, "m", chance), _one_side(base, whose, "t", chance)

    joined = join_bodies("".join(base), "".join(mine), "".join(theirs))

    assert joined.conflicts == ()
    changed = {p for p in mine + theirs if p not in base}
    gone = {
        p for n, p in enumerate(base) if p not in (mine if whose[n] == "m" else theirs if whose[n] == "t" else base)
    }
    assert {block.html for block in split(joined.text)} == (set(base) - gone) | changed


def _one_side(base: list[str], whose: list[str], who: str, chance: random.Random) -> list[str]:
    edited: list[str] = []
    for n, paragraph in enumerate(base):
        act = chance.choice(["change", "out", "move", "in"]) if whose[n] == who else "keep"
        if act == "move":
            edited.insert(chance.randint(0, len(edited)), paragraph)
        elif act == "change":
            edited.append(paragraph.replace("x3", f"{who}3"))
        elif act != "out":
            edited.append(paragraph)
        if act == "in":
            edited.append(f"<p>{' '.join(f'{who}{n}y{k}' for k in range(6))}</p>")
    return edited


@pytest.mark.parametrize("shape", ["few changes", "all changed", "all alike", "shuffled"])
def test_three_hundred_blocks_are_joined_however_they_changed(shape):
    chance = random.Random(7)  # noqa: S311 – a repeatable text, not a secret
    words = [f"كلمة{n}" for n in range(900)]
    base = [f"<p>{' '.join(chance.choices(words, k=45))}</p>" for _ in range(300)]
    if shape == "all alike":
        base = ["<p>same words again and again</p>"] * 300
    mine, theirs = list(base), list(base)
    for n in range(0, 300, 1 if shape == "all changed" else 20):
        mine[n] = mine[n].replace("<p>", "<p>mine ")
        theirs[n - 7] = theirs[n - 7].replace("</p>", " theirs</p>")
    if shape == "shuffled":
        chance.shuffle(mine)

    joined = join_bodies("".join(base), "".join(mine), "".join(theirs))

    assert joined.text
