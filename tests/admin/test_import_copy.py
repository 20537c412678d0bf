"""Import copy on the desk: shown before anything is saved; bad input is a sentence at the form."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from articles.models import Article, Role, Section
from tests.admin.desk import person, signed_in

COPY = """مجلس البلدية يقر خطة لاعادة تشغيل القطار

{title}
راصد -

اقر مجلس البلدية مساء امس خطة لاعادة تشغيل قطار الساحل بعد توقف دام عشر سنوات.

محطات جديدة

وقالت مهندسة المشروع ان الخطة تشمل ست محطات بين المرفأ والجامعة.

وسيبدأ العمل في الربيع المقبل اذا توافر التمويل.
"""


@pytest.fixture
def section(db: None) -> Section:
    """A place on the site."""
    return Section.objects.create(slug="region", name_ar="المنطقة", name_en="Region")


@pytest.fixture
def reporter(section: Section) -> Client:
    """A reporter's browser."""
    return signed_in(person("reporter", Role.REPORTER))


def form(section: Section, **fields: object) -> dict[str, object]:
    return {"form_token": "a" * 32, "language": "ar", "section": section.pk, "text": COPY} | fields


def test_what_was_understood_is_shown_before_anything_is_saved(reporter: Client, section: Section) -> None:
    response = reporter.post("/admin/import/", form(section, show="1"))

    assert response.status_code == 200
    assert "<h3>محطات جديدة</h3>" in response.text
    assert "is-error" in response.text
    assert not Article.objects.exists()


def test_what_was_shown_is_what_is_saved(reporter: Client, section: Section) -> None:
    response = reporter.post("/admin/import/", form(section, save="1"))

    head = Article.objects.get().head
    assert response.status_code == 302
    assert head.headline == "مجلس البلدية يقر خطة لاعادة تشغيل القطار"
    assert "<h2>محطات جديدة</h2>" in head.body
    assert "{title}" in head.body
    assert "راصد -" not in head.body


def test_a_file_is_read_like_a_paste(reporter: Client, section: Section) -> None:
    file = SimpleUploadedFile("copy.txt", COPY.encode("utf-8-sig"))

    response = reporter.post("/admin/import/", form(section, text="", file=file, show="1"))

    assert "<h3>محطات جديدة</h3>" in response.text


@pytest.mark.parametrize(
    "given",
    [
        b"",
        b"   \n\n ",
        b"\x00\x01\x02binary",
        b"{title}\n\n[...]\n",
        "س".encode() * 200_000,
        b"\xff\xfe\x00\xd8",
        b"\x89PNG\r\n\x1a\n" + b"x" * 500,
        b"a" * 1_200_000,
    ],
    ids=["empty", "blank", "nul", "placeholders", "one line", "surrogate", "picture", "too large"],
)
def test_bad_copy_is_a_sentence_at_the_form_and_no_draft(reporter: Client, section: Section, given: bytes) -> None:
    response = reporter.post(
        "/admin/import/", form(section, text="", file=SimpleUploadedFile("copy.txt", given), save="1")
    )

    assert response.status_code == 400
    assert 'class="errornote"' in response.text or "errorlist" in response.text
    assert not Article.objects.exists()


def test_the_same_form_posted_twice_makes_one_article(reporter: Client, section: Section) -> None:
    for _ in range(2):
        reporter.post("/admin/import/", form(section, save="1"))

    assert Article.objects.count() == 1
