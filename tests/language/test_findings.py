"""What the checks find, and above all what they leave alone."""

import subprocess
import sys
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.language.blocks import paragraphs_to_html, plain_text
from articles.language.checks import MASK, check
from articles.language.findings import CHECKS, MOST_FINDINGS, Finding, Severity, documented, findings_of
from articles.language.house_style import HouseStyle
from articles.language.passages import masked_text
from tests.language.bodies import bodies
from tests.language.texts import DATA, TEXT, quick, rows

VERSE = '<span class="quran">﴿وَقُل  رَّبِّ {title} زِدْنِي عِلْمًا﴾ &amp; ﻣ</span>'


def found(language: str, field: str, text: str) -> list[Finding]:
    """The findings of one field, plain text given."""
    return findings_of({field: paragraphs_to_html(text.split("¶")) if field == "body" else text}, language)


@pytest.mark.parametrize(("language", "field", "text", "checks"), rows("findings.tsv"))
def test_a_check_speaks_where_it_should_and_nowhere_else(language, field, text, checks):
    spoken = [finding.check for finding in found(language, field, text)]

    assert spoken == ([] if checks == "-" else checks.split())


@pytest.mark.parametrize("language", ["ar", "en"])
def test_everyday_copy_gives_no_finding_at_all(language):
    paragraphs = (DATA / f"everyday_{language}.txt").read_text(encoding="utf-8").split("\n")

    assert found(language, "body", "¶".join(paragraphs)) == []


def test_a_finding_names_its_place_and_its_mending():
    (finding,) = found("ar", "body", "أول.¶ثان صحيح? نعم")

    assert (finding.field, finding.start, finding.end, finding.replacement) == ("body", 14, 15, "؟")
    assert finding.severity is Severity.WARNING
    assert finding.message % finding.parameters == "A Latin sign stands in Arabic text: ?"


def test_the_same_control_blocks_a_headline_and_is_asked_about_in_a_body():
    (headline,) = found("ar", "headline", "خبر\u202e مقلوب")
    (body,) = found("ar", "body", "خبر\u202e مقلوب")

    assert (headline.severity, body.severity) == (Severity.ERROR, Severity.WARNING)


@pytest.mark.parametrize(("letters", "severities"), [(75, []), (76, ["hint"]), (111, ["warning"])])
def test_a_headline_is_measured_without_its_marks(letters, severities):
    headline = "بَ" * letters

    assert [finding.severity for finding in found("ar", "headline", headline)] == severities


def test_nothing_inside_a_verse_or_a_verbatim_passage_is_looked_at():
    verbatim = '<span class="verbatim">شو  بدكن {x} <strong>الريـــاض ?</strong> &nbsp; ,</span>'

    findings = findings_of({"body": f"<p>قال {verbatim} ثم {VERSE}، و{{y}}</p>"}, "ar")

    assert [finding.parameters["found"] for finding in findings] == ["{y}"]


def test_a_masked_body_has_the_places_of_the_plain_one():
    html = f"<p>قال\n {VERSE} نعم</p><ul><li><p>{VERSE}</p></li></ul>"

    masked, plain = masked_text(html), plain_text(html)

    assert len(masked) == len(plain)
    assert all(m in (p, MASK) for m, p in zip(masked, plain, strict=True))


@quick
@given(bodies(4), st.sampled_from(["verbatim", "quran"]))
def test_masking_never_moves_a_place(html, passage):
    marked = html.replace("<strong>", f'<span class="{passage}"><strong>').replace("</strong>", "</strong></span>")

    assert len(masked_text(marked)) == len(plain_text(marked))


@quick
@given(TEXT, st.sampled_from(["ar", "en"]), st.sampled_from(["headline", "deck", "body", "photo.1.alt"]))
def test_every_place_lies_inside_its_field(text, language, field):
    visible = plain_text(text) if field == "body" else text

    for finding in findings_of({field: text}, language):
        assert 0 <= finding.start <= finding.end <= len(visible)
        assert finding.message % finding.parameters


WORDS = st.lists(
    st.sampled_from(
        ["أعلنت", "اعلنت", "الادارة", "آسيا", "المينــاء", "و", "قال ،", "نعم ?", "3٪", "٣%", '"لا"', "  ", "جدااا"]
    )
    | TEXT,
    max_size=8,
).map(" ".join)
STYLES = [HouseStyle(), HouseStyle(hamza="full", digits="latn"), HouseStyle(hamza="plain", quotes="curly")]


@quick
@given(WORDS, st.sampled_from(["ar", "en"]), st.sampled_from(STYLES))
def test_what_a_mending_replaced_is_not_found_there_again(text, language, style):
    for finding in findings_of({"deck": text}, language, style):
        if finding.replacement is None:
            continue
        end = finding.start + len(finding.replacement)
        mended = text[: finding.start] + finding.replacement + text[finding.end :]
        again = [f for f in findings_of({"deck": mended}, language, style) if f.check == finding.check]
        assert (finding.start, end, finding.replacement) not in [(f.start, f.end, f.text) for f in again if f.text]


@quick
@given(WORDS)
def test_making_a_text_plain_twice_changes_nothing_more(text):
    plain = HouseStyle(hamza="plain")
    hamzas = [f for f in findings_of({"deck": text}, "ar", plain) if f.check == "hamza"]
    for finding in reversed(hamzas):
        text = text[: finding.start] + finding.replacement + text[finding.end :]

    assert [f for f in findings_of({"deck": text}, "ar", plain) if f.check == "hamza"] == []


def test_the_errors_are_these_and_no_others():
    errors = {each.id for each in documented() if each.severity is Severity.ERROR}

    assert errors == {
        *("headline-missing", "alt-missing", "sponsor-missing", "placeholder", "dateline-empty"),
        *("mojibake", "presentation-form", "control-character"),
    }


def test_every_check_documents_itself():
    assert [each.id for each in documented()] == sorted(
        CHECKS, key=lambda id: list(Severity).index(CHECKS[id].severity)
    )
    assert all(each.description.endswith(".") and each.message for each in documented())


def test_two_checks_cannot_share_an_id():
    with pytest.raises(ValueError, match="placeholder"):
        check("placeholder", Severity.HINT, "")(lambda passage: [])


@pytest.mark.parametrize("piece", ["{{", "«", "{a ", "Ø§", "[TK", "ا" * 50, '"(', "<% ", "?? ", "a - ", "\u202e"])
def test_a_hostile_text_of_300000_characters_is_checked_in_one_pass(piece):
    text = piece * (300_000 // len(piece))

    found = findings_of({"body": f"<p>{text}</p>", "headline": text[:300]}, "ar")

    assert all(0 <= finding.start <= finding.end for finding in found)


@pytest.mark.parametrize("piece", ["اعلن ", "ا" * 50, "و اكد ,", "شركه المصرى ٣ من 5 "])
def test_a_line_of_200000_letters_and_ten_thousand_findings_stay_bounded_where_the_house_writes_hamzas(piece):
    line = piece * (200_000 // len(piece))

    found = findings_of({"body": f"<p>{line}</p>"}, "ar", HouseStyle(hamza="full", digits="latn"))

    assert max(Counter(finding.check for finding in found).values(), default=0) <= MOST_FINDINGS


def test_a_dateline_that_stands_alone_is_joined_with_what_it_opens():
    text = "راصد الإخباري -\n\nأعلنت الشركة خطة."
    (finding,) = findings_of({"body": paragraphs_to_html(text.split("\n"))}, "ar")

    joined = text[: finding.start] + str(finding.replacement) + text[finding.end :]
    assert (joined, finding.parameters["found"]) == ("راصد الإخباري - أعلنت الشركة خطة.", "راصد الإخباري -")


def test_a_byline_and_a_dateline_are_asked_for_where_the_house_asks():
    asking = HouseStyle(asks_byline=True, asks_dateline=True)

    assert [each.check for each in findings_of({"byline": "", "dateline": " "}, "ar", asking)] == [
        "byline-missing",
        "dateline-missing",
    ]
    assert findings_of({"dateline": "بيروت"}, "ar", asking) == []


HOSTILE = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
from articles.language.findings import passage_findings
from articles.language.house_style import HouseStyle
texts = [" " * 200_000 + "\\nx", " " * 200_000 + "x", "كلمة  " * 10_000, "ا" * 200_000]
texts += [part * 20_000 for part in ("ً", "«", "{", "﴿", "Ø§", "\\u202e", "[TK ", "www.", "3٪ ", "-", "\\ud800")]
for text in texts:
    for field in ("body", "headline"):
        passage_findings(field, text, "ar", HouseStyle(hamza="full"))
"""


def test_no_text_costs_the_checks_more_than_seconds_of_a_processor():
    ended = subprocess.run([sys.executable, "-c", HOSTILE], check=False, capture_output=True)

    assert (ended.returncode, ended.stderr) == (0, b"")
