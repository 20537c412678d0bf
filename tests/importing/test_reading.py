"""Copy as clipboards and wrong encodings give it: restored, cleaned, and nothing of it lost."""

import pytest

from articles.importing.decode import Unreadable
from articles.importing.files import read_file, read_paste
from articles.importing.reading import of_text, restored
from articles.importing.wire import read_copy
from tests.importing.texts import BESIDE_THE_CLONE, own

ARABIC = own("ferry_ar.txt")
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p {mso-style-name: x}</style></head>
<body lang=AR-SA><!--StartFragment--><p class=MsoNormal dir=RTL><b><span lang=AR-SA>عنوان الخبر</span></b></p>
<p class=MsoListParagraphCxSpFirst dir=RTL style='mso-list:l0 level1 lfo1'><o:p></o:p><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>بند أول</p><p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span
style='mso-list:Ignore'>·<span>&nbsp; </span></span>بند ثان<a style='mso-footnote-id:ftn1' href="#_ftn1">[1]</a></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>نص <del>محذوف</del><ins>مضاف</ins></p>
<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a
style='mso-footnote-id:ftn1'>[1]</a> حاشية أولى</p></div></div><!--EndFragment--></body></html>"""
PAGE = """<!doctype html><html><body><nav><a href="/">الرئيسية</a></nav><article><h1>عنوان الصفحة</h1>
<p>فقرة <em>أولى</em>.</p><script>alert(1)</script><form><button>اشترك</button></form></article>
<footer>حقوق</footer></body></html>"""


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("utf-8", "latin-1"),
        ("utf-8", "sloppy-windows-1252"),
        ("utf-8", "cp1256"),
        ("cp1256", "cp1252"),
        ("cp1256", "latin-1"),
    ],
)
def test_letters_that_a_wrong_encoding_broke_are_restored_and_it_is_said(written, read):
    text = ARABIC.replace("\N{ZERO WIDTH NON-JOINER}", "")

    reading = of_text(text.encode(written).decode(read))

    assert reading.text == text
    assert len(reading.remarks) == 1


@pytest.mark.parametrize(
    "text",
    [
        ARABIC,
        "Les élèves ont été récompensés, à côté du théâtre",
        "Ça va",
        "صلاح ØÙ رمز",
        "نص &nbsp; فيه كيان",
        "Ångström",
    ],
)
def test_what_is_not_surely_broken_stays_as_it_came(text):
    assert restored(text) == text


def test_a_copy_in_windows_1256_reads_as_its_twin_in_utf_8():
    twins = [(ARABIC.encode(), ARABIC.encode("cp1256"))]
    for old in BESIDE_THE_CLONE.glob("*.cp1256.txt"):
        twins.append((old.with_name(old.name.replace(".cp1256", "")).read_bytes(), old.read_bytes()))

    for one, other in twins:
        assert read_file(one).text.splitlines() == read_file(other).text.splitlines()


def test_what_word_puts_on_the_clipboard_keeps_its_lists_and_loses_its_notes():
    reading = read_paste("unused", WORD)

    assert reading.html == (
        '<p dir="rtl"><strong>عنوان الخبر</strong></p><ul><li><p>بند أول</p></li><li><p>بند ثان</p></li></ul>'
        "<p>نص مضاف</p>"
    )
    assert [remark.parameters for remark in reading.remarks] == [{"text": "حاشية أولى"}]


def test_a_web_page_gives_its_article_and_nothing_round_it():
    for reading in (read_paste("", PAGE), read_file(PAGE.encode())):
        assert reading.html == "<h2>عنوان الصفحة</h2><p>فقرة <em>أولى</em>.</p>"


@pytest.mark.parametrize(
    "html",
    [
        "<style " * 100_000,
        "<!--" * 100_000,
        "<p style='mso-list:l0 level1'>" * 20_000,
        "<article>" * 50_000,
        "x" * 2_100_000,
        "<p>\ud800</p>" + "<div>" * 40_000,
        "<script>alert(1)</script>",
    ],
)
def test_hostile_html_is_a_sentence(html):
    with pytest.raises(Unreadable):
        read_paste("", html)


@pytest.mark.parametrize(
    "name",
    [
        "می\N{ZERO WIDTH NON-JOINER}خواهم",
        "علی\N{ZERO WIDTH NON-JOINER}پور",
        "יוסי כהן",
        "王小明",
        "👨\N{ZERO WIDTH JOINER}👩\N{ZERO WIDTH JOINER}👧",
        "﴿وَقُل رَّبِّ زِدْنِي عِلْمًا﴾ ﷺ",
        "«الحكومة [...] لن تتراجع»",
    ],
)
def test_names_and_signs_of_every_script_arrive_as_they_were_typed(name):
    text = f"عنوان الخبر\n\nقال {name} أمس إن العمل يبدأ قريبا.\n\nوقال {name} أيضا إن العمل طويل."

    copy = read_copy(of_text(text).text, house_names=["راصد"], agency_names=[])
    pasted = read_paste("", f"<p>قال {name} أمس</p>")

    assert copy.body.count(name) == 2
    assert pasted.html == f"<p>قال {name} أمس</p>"
