"""Word files become drafts: what is text stays text, what is for editors becomes notes, and bombs a sentence."""

import io
import zipfile

import pytest
from django.core.files.storage import default_storage

from articles.importing import word
from articles.importing.decode import Unreadable
from articles.importing.files import read_file
from articles.importing.service import import_text
from articles.models import Article, Author, Language, Note, Photo
from articles.workflow.refusals import Refused
from tests.importing.texts import DATA
from tests.importing.word_files import BODY, NUMBERING, PHONE, png, word_file
from tests.workflow.newsroom import Newsroom, fresh, make_newsroom


@pytest.fixture
def room(db: None) -> Newsroom:
    """A staffed newsroom with an author."""
    Author.objects.create(name_ar="ليلى حداد", name_en="Layla Haddad", slug="layla-haddad")
    return make_newsroom()


def imported(room: Newsroom, data: bytes, **how: object) -> Article:
    """Import a Word file as the reporter."""
    made = import_text(
        read_file(data), language=Language.AR, section=room.section, by=room.writer, clock=room.tick(), **how
    )
    return fresh(made.article)


def test_a_file_of_word_becomes_the_expected_draft(room):
    article = imported(room, word_file())

    head, photo = article.head, Photo.objects.get()
    assert (head.headline, head.deck, head.dateline) == (
        "جسر جديد فوق النهر بعد عامين من العمل",
        "الكلفة أقل من المقدر",
        "طرابلس",
    )
    assert [line.author.slug for line in head.bylines.all()] == ["layla-haddad"]
    assert head.body == (
        "<p>افتُتح الجسر أمس رسميا بكلفة مليوني دولار،"
        ' بحسب <a href="https://example.org/report">تقرير الوزارة</a>.</p>'
        f'<h2>ما الذي بقي</h2><figure data-photo="{photo.pk}"></figure>'
        "<blockquote><p>«الطريق أقصر الآن»، قال سائق.</p></blockquote><p>وتبقى الإنارة إلى الربيع.</p>"
    )
    (use,) = head.photo_uses.all()
    assert (use.alt, use.caption) == ("جسر فوق النهر", "الجسر كما بدا صباح أمس.")


def test_what_its_margin_says_becomes_notes_at_their_passages(room):
    article = imported(room, word_file())

    notes = {note.passage: note.text for note in Note.objects.filter(article=article)}
    assert "رئيسة القسم" in notes["بكلفة مليوني دولار"]
    assert "مصدرا ثانيا" in notes["بكلفة مليوني دولار"]
    (footnote,) = [text for passage, text in notes.items() if passage.endswith("مليوني دولار") and "ص 12" in text]
    assert "تقرير الوزارة" in footnote
    assert "رسميا" in notes[""]
    assert "تقريبا" in notes[""]
    assert "م.ع/س.ك" in notes[""]


def test_a_file_of_libreoffice_becomes_the_expected_draft(room):
    article = imported(room, (DATA / "harbour_libreoffice.docx").read_bytes())

    head = article.head
    assert (head.headline, head.dateline) == ("قوارب الصيد تعود إلى المرفأ القديم", "صيدا")
    assert head.body == (
        "<p>عاد <strong>أربعون قاربا</strong> إلى المرفأ القديم صباح الثلاثاء بعد شهرين من الإصلاحات،"
        ' بحسب <a href="https://example.org/port">إدارة المرفأ</a>.</p><h2>ما الذي تغير</h2>'
        "<p>قال رئيس النقابة إن الرصيف الجديد أوسع وأكثر أمانا:</p>"
        "<ul><li><p>إنارة ليلية</p></li><li><p>مخزن للثلج</p></li></ul>"
        f'<figure data-photo="{Photo.objects.get().pk}"></figure>'
        "<blockquote><p>«انتظرنا هذا اليوم طويلا، والبحر لا ينتظر أحدا»، قال صياد.</p></blockquote>"
        "<table><tbody><tr><td><p>الشهر</p></td><td><p>القوارب</p></td></tr>"
        "<tr><td><p>أيلول</p></td><td><p>12</p></td></tr></tbody></table>"
    )
    assert head.photo_uses.get().alt == "قارب صيد عند الرصيف"
    assert Note.objects.filter(article=article, passage="الرصيف الجديد", text__contains="من هو؟").exists()


def test_a_file_of_a_phone_becomes_the_expected_draft(room):
    head = imported(room, word_file(PHONE, **{"numbering.xml": NUMBERING.encode()})).head

    assert (head.headline, head.dateline) == ("المخابز تعود إلى العمل", "صيدا")
    assert head.body == (
        "<p>عادت سبعة مخابز إلى العمل صباح <strong>الثلاثاء</strong>، وقال أصحابها إن الطحين يكفي أسبوعين.</p>"
        "<h2>أين تُباع</h2><ul><li><p>سوق النجارين</p></li><li><p>ساحة النجمة</p></li></ul>"
        "<table><tbody><tr><td><p>المخبز</p></td><td><p>السعر</p></td></tr>"
        "<tr><td><p>الأمل</p></td><td><p>1.5</p></td></tr></tbody></table>"
        "<p>وتنتظر مخابز أخرى دورها حتى نهاية الأسبوع المقبل.</p>"
    )


@pytest.mark.parametrize(
    "picture", [png(12_500, 330), png(100, 100), b"\x89PNG broken"], ids=["huge", "tiny", "broken"]
)
def test_a_picture_that_cannot_be_taken_is_left_out_with_a_sentence(room, picture):
    article = imported(room, word_file(picture=picture))

    assert not Photo.objects.exists()
    assert "figure" not in article.head.body
    assert Note.objects.get(article=article, passage="", text__contains="1").text


def test_a_draft_that_is_refused_leaves_no_photo_and_no_file(room):
    before = set(_files())

    with pytest.raises(Refused):
        imported(room, word_file(f"<w:p><w:r><w:t>{'كلمة ' * 80}</w:t></w:r></w:p>{_picture()}"), submit=True)

    assert not Photo.objects.exists()
    assert set(_files()) == before


def _picture() -> str:
    return BODY[BODY.index("<w:p><w:r><w:drawing>") : BODY.index('<w:p><w:pPr><w:pStyle w:val="af2"/>')]


def _files() -> list[str]:
    found: list[str] = []
    for folder in default_storage.listdir("photos")[0] if default_storage.exists("photos") else []:
        found += default_storage.listdir(f"photos/{folder}")[1]
    return found


def _zip(**parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return made.getvalue()


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("bomb", word_file(**{"media/image2.png": b"\x00" * 90_000_000})),
        ("bomb", word_file(**{"more.xml": b"<a>" + b" " * 9_000_000 + b"</a>"})),
        ("bomb", word_file(declares=ENTITIES)),
        ("bomb", word_file(**{"more.xml": "<!DOCTYPE x><x/>".encode("utf-16")})),
        ("bomb", word_file("<w:tbl><w:tr><w:tc>" * 3_000)),
        ("bomb", _zip(**{"word/document.xml": b"<a/>"} | {f"word/{n}": b"" for n in range(3_500)})),
        ("too_big", b"PK\x03\x04" + b"\x00" * 50_000_000),
        ("not_word", _zip(**{"xl/workbook.xml": b"<a/>"})),
        ("broken_word", word_file()[:-200]),
        ("broken_word", word_file("<w:p>")),
        ("broken_word", _zip(**{"word/document.xml": b"<a/>"})),
        ("old_word", b"\xd0\xcf\x11\xe0" + b"\x00" * 600),
        ("empty", word_file("<w:p/>")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_bomb_or_a_broken_file_is_refused_by_its_name(code, data):
    with pytest.raises(Unreadable) as refusal:
        read_file(data)

    assert refusal.value.code == code


def test_every_truncation_of_a_word_file_is_refused_or_read():
    data = word_file()
    for end in range(4, len(data), 97):
        with pytest.raises(Unreadable):
            word.read_word(data[:end])
