"""The committed font files: what they can write, how heavy they are, and whose they are."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

FOLDER = Path(__file__).resolve().parents[2] / "static" / "fonts"
NASKH = FOLDER / "rased-naskh.woff2"
SERIF = FOLDER / "rased-serif.woff2"
BUDGETS = {NASKH: 32 * 1024, SERIF: 24 * 1024}
ARABIC_PAGE = (
    "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي",  # letters
    "ًٌٍَُِّْٰ",  # marks
    "پچڤژکگی",  # names from neighbouring languages
    "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹",
    "،؛؟.,:!?«»‹›“”–—…()[]%٪-/+=@ـ \u00a0",
)
ENGLISH_PAGE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;!?()[]-–—…‘’“”\"'&%$£€é"


@pytest.mark.parametrize(("path", "budget"), BUDGETS.items(), ids=lambda value: getattr(value, "name", ""))
def test_a_font_file_stays_within_its_budget(path, budget):
    assert path.stat().st_size <= budget


def test_an_arabic_page_needs_no_other_font_for_its_own_signs():
    known = set(map(chr, TTFont(NASKH).getBestCmap()))

    assert not set("".join(ARABIC_PAGE)) - known


def test_an_english_page_needs_no_other_font_for_its_own_signs():
    known = set(map(chr, TTFont(SERIF).getBestCmap()))

    assert not set(ENGLISH_PAGE) - known


def test_arabic_letters_keep_their_joins_and_their_marks():
    font = TTFont(NASKH)

    substitutions = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
    positions = {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord}

    assert {"ccmp", "init", "medi", "fina", "rlig", "liga"} <= substitutions
    assert {"mark", "mkmk"} <= positions


@pytest.mark.parametrize("path", [NASKH, SERIF], ids=lambda path: path.name)
def test_one_file_holds_regular_and_bold(path):
    weight = TTFont(path)["fvar"].axes[0]

    assert (weight.axisTag, weight.minValue, weight.maxValue) == ("wght", 400, 700)


def test_digits_taken_from_the_latin_part_grow_bold_with_the_letters():
    font = TTFont(NASKH)

    assert all(font["gvar"].variations[font.getBestCmap()[ord(digit)]] for digit in "0123456789")


def test_every_changed_font_carries_our_name_and_lies_beside_its_licence():
    licences = [path.read_text(encoding="utf-8") for path in FOLDER.glob("OFL-*.txt")]

    for path in FOLDER.glob("*.woff2"):
        font = TTFont(path)
        assert font["name"].getDebugName(1).startswith("Rased ")
        notice = font["name"].getDebugName(0)
        assert any(
            text.startswith(notice) and path.name in text and "SIL OPEN FONT LICENSE" in text for text in licences
        )
