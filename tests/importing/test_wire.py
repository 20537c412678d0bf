"""Copy as it arrives: what is its headline, its source, its dateline, its subheads; and that no letter is lost."""

import re
import textwrap
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing.decode import decode
from articles.importing.wire import WireCopy, read_copy
from articles.language.blocks import split
from articles.language.findings import Severity, findings_of
from articles.publishing.sanitise import clean_body
from tests.importing.texts import AGENCIES, HOUSE, own, with_the_same_faults
from tests.language.texts import TEXT, quick

TEXT_AR = "أعلنت وزارة الطاقة اليوم خطة لبناء محطة جديدة في الشمال، وقال الوزير إن العمل يبدأ قريبا."
TEXT_EN = "The minister said on Tuesday that work on the new plant in the north would begin before the end of the year."


def read(text: str) -> WireCopy:
    """What is understood of a copy in a house that knows five names of agencies."""
    return read_copy(text, house_names=HOUSE, agency_names=AGENCIES)


def kinds(copy: WireCopy, kind: str) -> list[str]:
    """The texts of one kind of block, in order."""
    return [block.text for block in copy.blocks if block.kind == kind]


@pytest.mark.parametrize("data", with_the_same_faults())
def test_copy_gives_its_headline_its_source_three_subheads_and_every_paragraph(data):
    text = decode(data)
    pieces = [piece.strip() for piece in re.split(r"(?:\r?\n)+", text) if piece.strip()]

    copy = read(text)

    assert copy.headline == pieces[0]
    assert (copy.source, copy.agency, copy.dateline) == ("راصد الإخباري", None, "")
    assert len(kinds(copy, "subhead")) == 3
    assert [block.text for block in copy.blocks] == [piece for piece in pieces[1:] if not piece.endswith("-")]
    assert all(text.endswith(".") for text in kinds(copy, "paragraph")[1:])
    assert copy.leftovers == ("{title}",)


@pytest.mark.parametrize("data", with_the_same_faults())
def test_imported_copy_has_exactly_one_error_and_it_names_its_place(data):
    copy = read(decode(data))

    found = findings_of({"headline": copy.headline, "dateline": copy.dateline, "body": copy.body}, "ar")
    (error,) = [finding for finding in found if finding.severity is Severity.ERROR]

    assert (error.check, error.field, error.start, error.end) == ("placeholder", "body", 0, 7)


def test_wrapped_english_copy_is_joined_and_keeps_its_placeholder():
    for text in (own("library_en.txt"), own("library_en.txt").replace("\n", "\r\n")):
        copy = read(text)

        assert copy.headline == "Town library to stay open all night before the exams"
        assert (copy.source, copy.agency, copy.dateline) == ("Reuters", "Reuters", "BEIRUT")
        assert kinds(copy, "subhead") == ["A lamp for each desk", "What comes after June"]
        assert [len(text.split()) for text in kinds(copy, "paragraph")] == [29, 22, 32, 2, 22, 9]
        assert kinds(copy, "paragraph")[0].startswith("The municipal library will keep its reading room open until")
        assert copy.leftovers == ("{photo caption}",)
        assert copy.removed == ("Nov 24",)


def test_messages_lose_their_prefixes_and_become_paragraphs():
    copy = read(own("message_ar.txt"))

    assert copy.headline == "انهيار جدار في مدرسة ولا إصابات"
    assert copy.dateline == "طرابلس"
    assert len(kinds(copy, "paragraph")) == len(copy.blocks) == 3
    assert copy.blocks[0].text.startswith("انهار جدار")
    assert len(copy.removed) == 5


@pytest.mark.parametrize(
    ("line", "source", "agency", "dateline"),
    [
        ("راصد الإخباري -", "راصد الإخباري", None, ""),
        ("راصد", "راصد", None, ""),
        ("راصد + وكالات", "راصد + وكالات", None, ""),
        ("رويترز", "رويترز", "رويترز", ""),
        ("«رويترز»", "رويترز", "رويترز", ""),
        ("(رويترز)", "رويترز", "رويترز", ""),
        ("Reuters -", "Reuters", "Reuters", ""),
        ("أ.ف.ب –", "أ.ف.ب", "أ ف ب", ""),
        ("ا ف ب", "ا ف ب", "أ ف ب", ""),
        ("وكالة رويترز", "وكالة رويترز", "رويترز", ""),
        ("وكالة الانباء الاردنية -", "وكالة الانباء الاردنية", "وكالة الأنباء الأردنية", ""),
        ("راصد + رويترز", "راصد + رويترز", "رويترز", ""),
        ("المصدر: رويترز", "رويترز", "رويترز", ""),
        ("بيروت - رويترز -", "رويترز", "رويترز", "بيروت"),
        ("القاهرة (رويترز)", "رويترز", "رويترز", "القاهرة"),
        ("بيروت -", "", None, "بيروت"),
        ("صحيفة الميناء -", "صحيفة الميناء", None, ""),
    ],
)
def test_a_line_that_is_only_a_source_is_no_text(line, source, agency, dateline):
    copy = read(f"عنوان الخبر اليوم\n\n{line}\n\n{TEXT_AR}\n\n{TEXT_AR}")

    assert (copy.source, copy.agency, copy.dateline) == (source, agency, dateline)
    assert [block.text for block in copy.blocks] == [TEXT_AR, TEXT_AR]


@pytest.mark.parametrize("line", ["بقلم سامر العلي", "قال الوزير:", "صحيفة الميناء", "من أنت؟ -", "Reuters Institute"])
def test_a_line_that_is_no_source_stays_text(line):
    copy = read(f"عنوان الخبر اليوم\n\n{line}\n{TEXT_AR}\n\n{TEXT_AR}")

    assert copy.source == ""
    assert copy.blocks[0].text == line


def test_an_agency_that_signs_at_the_end_is_the_source():
    copy = read(f"عنوان الخبر اليوم\n\n{TEXT_AR}\n\n{TEXT_AR}\n\n(رويترز)")

    assert (copy.agency, len(copy.blocks)) == ("رويترز", 2)


@pytest.mark.parametrize(
    ("lead", "source", "dateline", "removed"),
    [
        ("بيروت - ", "", "بيروت", ()),
        ("نابلس– ", "", "نابلس", ()),
        ("القدس المحتلة - ", "", "القدس المحتلة", ()),
        ("بيروت – راصد – ", "راصد", "بيروت", ()),
        ("دبي / رويترز - ", "رويترز", "دبي", ()),
        ("القاهرة (رويترز) - ", "رويترز", "القاهرة", ()),
        ("واشنطن، 24 تشرين الثاني (أ.ف.ب) — ", "أ.ف.ب", "واشنطن", ("24 تشرين الثاني",)),
        ("9 يونيو (رويترز) - ", "رويترز", "", ("9 يونيو",)),
        ("رويترز - ", "رويترز", "", ()),
        ("BEIRUT - ", "", "BEIRUT", ()),
        ("Beirut - ", "", "Beirut", ()),
        ("TEL AVIV (AFP) — ", "AFP", "TEL AVIV", ()),
        ("AMMAN, Nov 24 (Some Agency) - ", "Some Agency", "AMMAN", ("Nov 24",)),
        ("SEATTLE/WASHINGTON, Sept. 3 (Reuters) - ", "Reuters", "SEATTLE/WASHINGTON", ("Sept. 3",)),
    ],
)
def test_a_dateline_leaves_the_paragraph(lead, source, dateline, removed):
    copy = read(f"عنوان الخبر اليوم\n\n{lead}{TEXT_EN}\n\n{TEXT_EN}")

    assert (copy.source, copy.dateline, copy.removed) == (source, dateline, removed)
    assert [block.text for block in copy.blocks] == [TEXT_EN, TEXT_EN]


@pytest.mark.parametrize(
    "lead",
    [
        "النائب أحمد العلي - وهو عضو في اللجنة - ",
        "سامر العلي - ",
        "الخلاصة - ",
        "عاجل - ",
        "بيروت - وهي عاصمة البلاد - ",
        "BREAKING - ",
        "UPDATE 1-",
        "John Smith - ",
        "The plan (a new one) - ",
    ],
)
def test_a_dash_makes_no_dateline(lead):
    copy = read(f"عنوان الخبر اليوم\n\n{lead}{TEXT_EN}\n\n{TEXT_EN}")

    assert copy.dateline == ""
    assert copy.blocks[0].text == lead + TEXT_EN


@pytest.mark.parametrize(
    "line",
    [
        "وقال الوزير:",
        "ماذا بعد؟",
        "{subhead}",
        "هذا سطر قصير ينتهي بنقطة.",
        "هذا سطر أطول من أن يكون عنوانا داخليا وإن خلا من كل علامة",
        "واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة",
        "2026",
    ],
)
def test_a_line_that_is_no_subhead_stays_a_paragraph(line):
    copy = read(f"عنوان الخبر\n\n{TEXT_AR}\n\n{line}\n\n{TEXT_AR}")

    assert kinds(copy, "subhead") == []
    assert line in kinds(copy, "paragraph")


def test_the_last_line_and_verses_in_a_row_are_no_subheads():
    copy = read(f"عنوان الخبر\n\n{TEXT_AR}\n\nشطر أول من القصيدة\n\nشطر ثان منها\n\n{TEXT_AR}\n\nسامر العلي")

    assert kinds(copy, "subhead") == []
    assert len(copy.blocks) == 5


def test_a_copy_without_empty_lines_has_its_paragraphs_and_subheads():
    copy = read(f"عنوان الخبر\n{TEXT_AR}\nعنوان داخلي\n{TEXT_AR}\n{TEXT_AR}")

    assert kinds(copy, "subhead") == ["عنوان داخلي"]
    assert kinds(copy, "paragraph") == [TEXT_AR] * 3


def test_bullets_become_a_list_and_a_dialogue_does_not():
    copy = read(f"عنوان الخبر\n\n{TEXT_AR}\n\n• واحد\n• اثنان\n\n- كيف ذلك؟\n- هكذا.\n\n***\n\n{TEXT_AR}")

    assert kinds(copy, "item") == ["واحد", "اثنان"]
    assert "<ul><li><p>واحد</p></li><li><p>اثنان</p></li></ul><p>- كيف ذلك؟</p>" in copy.body
    assert copy.body.count("<hr>") == 1


def test_a_headline_wrapped_for_width_is_one_headline():
    headline = "Ministry to build a plant in the north, and the neighbours have been told nothing"
    wrapped = "\n\n".join(textwrap.fill(each, 66) for each in (headline, f"{TEXT_EN} {TEXT_EN}", TEXT_EN))

    copy = read(wrapped)

    assert copy.headline == headline
    assert kinds(copy, "paragraph") == [f"{TEXT_EN} {TEXT_EN}", TEXT_EN]


def test_a_copy_wrapped_by_hand_is_joined_too():
    copy = read(
        "Power is back in the north\n\n"
        "The operator said on Tuesday that crews had reached all villages but two of\n"
        "the upper valley, where snow had closed the road, and that the\n"
        "hospital had run on generators for two days without any shortage of\n"
        "fuel. Nobody was hurt.\n\n"
        "Schools stay shut until the mains are back, officials in the district said in\n"
        "a statement."
    )

    assert [len(text.split()) for text in kinds(copy, "paragraph")] == [42, 16]


def test_short_paragraphs_on_lines_of_their_own_are_not_joined():
    lines = [f"وقال الشاهد رقم {n} إنه رأى السفينة تقترب من الرصيف ببطء شديد." for n in range(1, 7)]

    assert kinds(read("\n".join(["عنوان الخبر", *lines])), "paragraph") == lines


def test_a_placeholder_above_the_headline_is_not_the_headline():
    copy = read(f"{{title}}\nعنوان الخبر\n\n{TEXT_AR}")

    assert copy.headline == "عنوان الخبر"
    assert copy.blocks[0].text == "{title}"


def test_a_paragraph_is_no_headline():
    copy = read(f"{TEXT_AR} {TEXT_AR} {TEXT_AR}")

    assert copy.headline == ""
    assert len(copy.blocks) == 1


def test_markup_arrives_as_text():
    copy = read(f"عنوان <b>الخبر</b>\n\n<script>alert(1)</script>\n\n{TEXT_AR} & <p>")

    assert copy.headline == "عنوان <b>الخبر</b>"
    assert "<script>" not in copy.body
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in copy.body


@pytest.mark.parametrize("name", ["ferry_ar.txt", "library_en.txt", "message_ar.txt"])
def test_a_body_is_already_what_the_sanitiser_would_make_of_it(name):
    copy = read(own(name))

    assert clean_body(copy.body) == copy.body


def letters(*texts: str) -> Counter[str]:
    """How often each letter stands in some texts."""
    return Counter(letter for text in texts for letter in text if letter.isalpha())


PIECES = st.lists(
    TEXT
    | st.sampled_from(["", "", "بيروت - ", "راصد -", "{title}", "• بند", "[24/11, 09:12] فلان: نعم", TEXT_AR, TEXT_EN]),
    max_size=9,
).map("\n".join)


@quick
@given(PIECES)
def test_no_letter_of_a_copy_is_lost(text):
    copy = read(text)

    lines = (copy.kicker, copy.headline, copy.deck, copy.source, copy.dateline)
    kept = letters(*lines, *copy.removed, *(block.text for block in copy.blocks))

    assert kept == letters(text)
    assert [block.text for block in split(copy.body) if block.text] == [
        block.text for block in copy.blocks if block.kind != "rule"
    ]


@pytest.mark.parametrize(
    "prefix",
    [
        "[24/11/2026, 9:12:33\N{NARROW NO-BREAK SPACE}AM] ~ مراسل الشمال: ",
        "\N{LEFT-TO-RIGHT MARK}[24/11, 09:12] مراسل الشمال: ",
        "[٢٤\N{RIGHT-TO-LEFT MARK}/١١\N{RIGHT-TO-LEFT MARK}/٢٠٢٦، ٩:١٢:٣٣ ص] مراسل الشمال: ",
        "24/11/2026, 9:12 ص - مراسل الشمال: ",
        "٢٤/١١/٢٠٢٦، ٩:١٢ م - مراسل الشمال: ",
        "11/24/26, 21:12 - مراسل الشمال: ",
    ],
)
def test_a_message_of_every_phone_loses_its_prefix_and_tells_its_sender(prefix):
    lines = ["عنوان الخبر", "*معاد توجيهها*", TEXT_AR, "\N{LEFT-TO-RIGHT MARK}<attached: 0001-PHOTO.jpg>", TEXT_AR]

    copy = read("\n".join(prefix + line for line in lines))

    assert copy.headline == "عنوان الخبر"
    assert [block.text for block in copy.blocks] == [TEXT_AR, TEXT_AR]
    assert copy.senders == ("مراسل الشمال",)


@pytest.mark.parametrize(
    "signature", ["انتهى", "(انتهى)", "لج/ص ك/ب ق", "(أ ف ب)", "م.ع", "-30-", "ab/cd", "انتهى/ح.ز"]
)
def test_a_signature_at_the_end_is_no_text(signature):
    copy = read(f"عنوان الخبر اليوم\n\n{TEXT_AR}\n\n{TEXT_AR}\n\n{signature}")

    assert [block.text for block in copy.blocks] == [TEXT_AR, TEXT_AR]


@pytest.mark.parametrize("last", ["من هو؟", "ان لم", "والعودة قريبة", "قال إن العمل انتهى"])
def test_a_short_last_line_that_may_be_text_stays(last):
    assert read(f"عنوان الخبر اليوم\n\n{TEXT_AR}\n\n{last}").blocks[-1].text == last


def test_what_stands_before_the_headline_is_its_kicker_and_labels_are_no_text():
    text = f"تحليل:\nعنوان تمهيدي آخر في الخبر\n\nالعنوان الفرعي: سطر تحت العنوان\n\n{TEXT_AR}"

    copy = read(text)

    assert (copy.kicker, copy.headline, copy.deck) == ("تحليل", "عنوان تمهيدي آخر في الخبر", "سطر تحت العنوان")
    assert [block.text for block in copy.blocks] == [TEXT_AR]


def test_a_paragraph_that_is_one_quotation_is_a_quotation():
    said = "«لن نغلق المرفأ ما دام فيه صياد واحد يعمل في الليل»"

    assert kinds(read(f"عنوان الخبر\n\n{TEXT_AR}\n\n{said}\n\n{TEXT_AR}"), "quote") == [said]
