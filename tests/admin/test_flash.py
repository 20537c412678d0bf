"""The flash: headline, line, section; a picture can wait; posted twice it is one article."""

import io
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from pytest_django import Settings

from articles.models import Article, Format, Role, Section, Stage
from tests.admin.desk import person, signed_in


@pytest.fixture
def section(db: None) -> Section:
    """A place on the site."""
    return Section.objects.create(slug="region", name_ar="المنطقة", name_en="Region")


@pytest.fixture
def reporter(section: Section) -> Client:
    """A reporter's browser."""
    return signed_in(person("reporter", Role.REPORTER))


def flash(section: Section, **fields: object) -> dict[str, object]:
    return {
        "form_token": "f" * 32,
        "language": "ar",
        "headline": "زلزال خفيف يشعر به سكان الساحل",
        "line": "لا أنباء عن أضرار حتى الآن.",
        "section": section.pk,
    } | fields


def picture() -> SimpleUploadedFile:
    file = io.BytesIO()
    Image.new("RGB", (800, 450), "navy").save(file, "JPEG")
    return SimpleUploadedFile("phone.jpg", file.getvalue(), "image/jpeg")


def test_a_flash_is_with_the_editors_after_one_form(reporter: Client, section: Section) -> None:
    response = reporter.post("/admin/flash/", flash(section))

    article = Article.objects.get()
    assert response.status_code == 302
    assert (article.stage, article.format) == (Stage.IN_REVIEW, Format.FLASH)
    assert (article.head.headline, article.head.body) == ("زلزال خفيف يشعر به سكان الساحل", "")


def test_the_same_form_posted_twice_makes_one_article(reporter: Client, section: Section) -> None:
    for _ in range(2):
        reporter.post("/admin/flash/", flash(section))

    assert Article.objects.count() == 1


def test_an_empty_form_says_what_is_missing_and_keeps_what_was_typed(reporter: Client, section: Section) -> None:
    response = reporter.post("/admin/flash/", flash(section, headline=""))

    assert response.status_code == 400
    assert "This field is required." in response.text
    assert "لا أنباء عن أضرار حتى الآن." in response.text
    assert not Article.objects.exists()


def test_a_picture_needs_its_words(reporter: Client, section: Section, settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = str(tmp_path)

    refused = reporter.post("/admin/flash/", flash(section, file=picture()))
    taken = reporter.post("/admin/flash/", flash(section, file=picture(), alt="بيوت على الساحل", credit="راصد"))

    assert refused.status_code == 400
    assert taken.status_code == 302
    assert Article.objects.get().head.photo_uses.get().alt == "بيوت على الساحل"


def test_a_file_that_is_no_picture_is_refused_at_the_form(reporter: Client, section: Section) -> None:
    response = reporter.post("/admin/flash/", flash(section, file=SimpleUploadedFile("x.jpg", b"GIF 89")))

    assert response.status_code == 400
    assert "This is not a JPEG, PNG, WebP or AVIF picture" in response.text


@pytest.mark.parametrize("role", [Role.PHOTO_EDITOR, Role.ADMINISTRATOR])
def test_who_does_not_write_makes_no_flash(section: Section, role: Role) -> None:
    assert signed_in(person("somebody", role)).get("/admin/flash/").status_code == 403
