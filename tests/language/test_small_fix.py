"""The small fix is held by a table of pairs as newsrooms see them; half must be refused, each for the right reason."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.language import small_fix
from articles.language.small_fix import MOST_PLACES, judge, judge_bodies
from tests.language.bodies import bodies

_TABLE = (Path(__file__).parent / "data" / "small_fix.tsv").read_text("utf-8").splitlines()
PAIRS = [line.split("\t") for line in _TABLE if not line.startswith("#")]


def _judged(kind, glossary, before, after):
    judgement = judge_bodies if kind == "body" else judge
    return judgement(before, after, names=frozenset(glossary.split("|")) if glossary else frozenset())


def test_the_table_is_large_bilingual_and_half_of_it_is_refused():
    refused = [pair for pair in PAIRS if pair[2] == "refused"]

    assert len(PAIRS) >= 70
    assert len(refused) * 2 >= len(PAIRS)
    assert all(sum(pair[1] == language for pair in PAIRS) >= 30 for language in ("ar", "en"))


@pytest.mark.parametrize(
    ("kind", "_language", "verdict", "reason", "glossary", "before", "after"),
    PAIRS,
    ids=[f"{pair[2]}: {pair[5][:30]}" for pair in PAIRS],
)
def test_a_pair_of_the_table_is_judged_as_it_says(kind, _language, verdict, reason, glossary, before, after):
    judged = _judged(kind, glossary, before, after)

    assert judged.is_small == (verdict == "small"), judged
    assert judged.reason == (getattr(small_fix, reason) if reason else "")
    assert judged.places >= 1


@pytest.mark.parametrize(
    ("kind", "glossary", "before", "after"),
    [(pair[0], pair[4], pair[5], pair[6]) for pair in PAIRS if pair[2] == "refused"],
)
def test_what_may_not_be_changed_may_not_be_changed_back(kind, glossary, before, after):
    assert not _judged(kind, glossary, after, before).is_small


def test_every_reason_offers_the_correction():
    reasons = [value for name, value in vars(small_fix).items() if name.isupper() and isinstance(value, str)]

    assert len(reasons) == 9
    assert all(reason.endswith("; publish it as a correction.") for reason in reasons)


def test_ten_places_are_small_and_eleven_are_not():
    words = [f"كلمة ، {n}" for n in range(MOST_PLACES + 1)]
    ten, eleven = " ".join(words[:-1]), " ".join(words)

    assert judge(ten, ten.replace(" ،", "،")) == small_fix.Verdict(is_small=True, places=10, reason="")
    assert judge(eleven, eleven.replace(" ،", "،")).reason == small_fix.PLACES


def test_places_are_counted_over_all_paragraphs_of_a_body():
    body = "<p>في المدينه ، أمس</p>" * 6

    judged = judge_bodies(body, body.replace("ه ،", "ة،"))

    assert (judged.is_small, judged.places, judged.reason) == (False, 12, small_fix.PLACES)


@given(st.text() | bodies())
def test_nothing_changed_is_no_place(text):
    assert judge(text, text) == judge_bodies(text, text) == small_fix.Verdict(is_small=True, places=0, reason="")


@given(st.text(), st.text())
def test_any_two_texts_can_be_judged(old, new):
    assert judge(old, new).is_small == (not judge(old, new).reason)
    assert judge_bodies(old, new).is_small == (not judge_bodies(old, new).reason)


@given(st.lists(st.sampled_from("قال لا 5 ٣ ثلاثة «نعم» not five the نص،".split()), min_size=1, max_size=12), st.data())
def test_a_changed_number_or_negation_is_never_small(words, data):
    held = [n for n, word in enumerate(words) if word in {"لا", "5", "٣", "ثلاثة", "not", "five"}]
    if not held:
        return
    at = data.draw(st.sampled_from(held))
    instead = data.draw(st.sampled_from(["", "6", "لم", "كان", "now", "four", words[at] + words[at]]))

    assert not judge(" ".join(words), " ".join([*words[:at], instead, *words[at + 1 :]])).is_small


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("كلمة " * 40_000, "كلمه " * 40_000),
        ("a b " * 40_000, "b a " * 40_000),
        ("«" * 100_000, "»" * 100_000),
        ("'" * 100_000, "’" * 100_000),
        ("x" * 200_000, "y" * 200_000),
        ("1,2" * 60_000, "1.2" * 60_000),
        ("a'b " * 40_000, "a’b " * 40_000),
        ("'a " * 60_000, "'b " * 60_000),
    ],
    ids=lambda text: text[:4],
)
def test_no_pair_of_texts_takes_long(old, new):

    assert not judge(old, new).is_small
    assert not judge_bodies(f"<p>{old}</p>", f"<p>{new}</p>").is_small
