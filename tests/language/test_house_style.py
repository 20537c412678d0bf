"""The house's own style: the hamza by a vote, figures, the glossary, terms; and what two editions owe each other."""

from pathlib import Path

import pytest
from hypothesis import given

from articles.language import hamza
from articles.language.across import COMPARISONS, missing_in
from articles.language.blocks import paragraphs_to_html
from articles.language.findings import CHECKS, Finding, findings_of
from articles.language.house_style import HouseStyle, Name, Term, read_glossary
from articles.language.mending import edits
from tests.language.texts import TEXT, quick

PAIRS = Path("bench/language/hamza_pairs_dev.tsv")
FULL = HouseStyle(hamza="full")


def found(text: str, style: HouseStyle, language: str = "ar") -> list[tuple[str, str | None]]:
    """What the checks find in a body and would put there, as pairs."""
    html = paragraphs_to_html(text.split("\n"))
    return [(each.text, each.replacement) for each in findings_of({"body": html}, language, style)]


def test_the_vote_restores_a_hamza_only_where_it_is_right():
    rows = [line.split("\t") for line in PAIRS.read_text(encoding="utf-8").splitlines()[1:]]

    changed = [(typed, expected, kind) for typed, expected, kind in rows if hamza.restored(typed) != typed]

    assert [row for row in changed if row[2] != "pos" or hamza.restored(row[0]) != row[1]] == []
    assert len(changed) / sum(row[2] == "pos" for row in rows) >= 0.90


@pytest.mark.parametrize(
    ("setting", "text", "mended"),
    [
        ("off", "اعلنت الوزارة امس", []),
        ("full", "واعلنت الوزاره الى", [("واعلنت", "وأعلنت"), ("الى", "إلى")]),
        ("full", "ايه اي انه كان الم", []),
        ("full", "اعلَنت الاسرة", [("اعلَنت", "أعلَنت"), ("الاسرة", "الأسرة")]),
        ("plain", "أعلنت الإدارة كأس آسيا ورأي", [("أعلنت", "اعلنت"), ("الإدارة", "الادارة"), ("آسيا", "اسيا")]),
    ],
)
def test_hamzas_are_written_as_the_house_sets_it(setting, text, mended):
    style = HouseStyle(hamza=setting)

    assert [pair for pair in found(text, style) if pair[0] != "الوزاره"] == mended


def test_a_word_of_the_houses_own_list_is_left_alone():
    assert found("اعلنت", HouseStyle(hamza="full", ambiguous=frozenset({"اعلنت"}))) == []


@pytest.mark.parametrize(
    ("style", "text", "mended"),
    [
        (HouseStyle(digits="arab"), "في 15 يوما", [("15", "١٥")]),
        (HouseStyle(digits="latn"), "في ٣ أيام من 5", [("٣", "3")]),
        (HouseStyle(percent="٪"), "بلغ 3% اليوم", [("%", "٪")]),
        (HouseStyle(months="levantine"), "في 7 نوفمبر مارس رياضته", [("نوفمبر", "تشرين الثاني")]),
        (HouseStyle(months="dual"), "مطلع أيلول ومنتصف أيلول/سبتمبر", [("أيلول", "أيلول/سبتمبر")]),
        (HouseStyle(glossary=read_glossary("أميركا = أمريكا، امريكا")), "إلى أمريكا وبأمريكا «أمريكا»",
         [("أمريكا", "أميركا"), ("أمريكا", "أميركا")]),
        (HouseStyle(terms=(Term("زعم", "قال", "رأي"),)), "زعم الوزير «زعم»", [("زعم", "قال")]),
        (HouseStyle(terms=(Term("إرهابي", "", "يُنسب"),)), "قال إن الإرهابي فر", [("إرهابي", None)]),
    ],
)  # fmt: skip
def test_the_houses_settings_are_suggested(style, text, mended):
    assert found(text, style) == mended


@pytest.mark.parametrize(
    ("quotes", "text", "mended"),
    [
        ("straight", "It’s “so”", 'It\'s "so"'),
        ("curly", 'It\'s "so"', "It’s “so”"),
        ("off", "It's “so”", "It's “so”"),
    ],
)
def test_english_quotes_follow_the_setting(quotes, text, mended):
    findings = findings_of({"deck": text}, "en", HouseStyle(quotes=quotes))

    assert mend(text, findings) == mended


def mend(text: str, findings: list[Finding]) -> str:
    """Make every mending of a text, from its end to its beginning."""
    for each in sorted(findings, key=lambda finding: -finding.start):
        text = text[: each.start] + (each.replacement or "") + text[each.end :]
    return text


@pytest.mark.parametrize("check", [each for each in CHECKS.values() if each.example], ids=lambda check: check.id)
def test_the_example_of_a_check_shows_it(check):
    field = "deck" if check.id == "wrong-script" else "body"
    language = "ar" if "ar" in check.languages else "en"
    style = HouseStyle(hamza="off" if check.id == "hamza-mix" else "full", digits="latn", months="levantine")
    text = check.example if field == "deck" else paragraphs_to_html(check.example.split("\n"))

    assert check.id in {each.check for each in findings_of({field: text}, language, style)}


def test_every_check_documents_itself_in_both_languages():
    assert [each.id for each in (*CHECKS.values(), *COMPARISONS) if not (each.description and each.arabic)] == []


@quick
@given(TEXT, TEXT)
def test_edits_from_the_last_to_the_first_make_the_new_text(old, new):
    text = old
    for start, end, put in edits(old, new):
        text = text[:start] + put + text[end:]

    assert text == new


ARABIC = "أعلن سامر نعمة في 24 تشرين الثاني 2026 أن الكلفة بلغت 1.2 مليون دولار، منها 310 آلاف و85% لثلاث سفن."


def test_what_one_edition_says_and_the_other_does_not_is_asked():
    names = (Name("سامر نعمة", "Samer Nehme"), Name("خور السدر", "Khor al-Sidr"))
    english = (
        "The cost is 1,200,000 dollars. It was said on November 24, 2026; three ships, 310,000 and 85%. Samer Nehme."
    )

    whole = missing_in(english, ARABIC, "en", names)
    short = missing_in("It was said on November 23.", ARABIC, "en", names)

    assert whole == []
    assert [(each.check, each.parameters["found"], each.parameters["insert"]) for each in short] == [
        ("number-missing", "2026", ""),
        ("number-missing", "1.2 مليون", ""),
        ("number-missing", "310 آلاف", ""),
        ("number-missing", "85", ""),
        ("date-missing", "24 تشرين الثاني", ""),
        ("name-missing", "سامر نعمة", "Samer Nehme"),
    ]
