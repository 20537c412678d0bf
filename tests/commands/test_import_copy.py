"""`manage.py import_copy`: what it prints, how it ends, and that a refused file leaves nothing."""

import io
import re

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, Stage
from tests.importing.texts import DATA, with_the_same_faults
from tests.workflow.newsroom import Newsroom, make_newsroom


@pytest.fixture
def room(db: None) -> Newsroom:
    """A staffed newsroom with nothing in it."""
    return make_newsroom()


def run(*files: object, language: str = "ar", **options: object) -> str:
    """Import files as the reporter, and return what was printed."""
    out = io.StringIO()
    call_command(
        "import_copy",
        *map(str, files),
        **({"language": language, "section": "region", "username": "writer", "stdout": out} | options),
    )
    return out.getvalue()


def test_a_file_becomes_a_draft_whose_number_and_findings_are_printed(room):
    said = run(DATA / "ferry_ar.txt")

    article = Article.objects.get()
    first, *findings = said.splitlines()
    assert re.match(r"\d+", first)[0] == str(article.pk)
    assert [line for line in findings if "error" in line] == [line for line in findings if "{title}" in line]
    assert "body:0-7" in findings[0]
    assert article.stage == Stage.DRAFT


@pytest.mark.parametrize("data", with_the_same_faults())
def test_real_copy_has_one_error(room, tmp_path, data):
    (tmp_path / "copy.txt").write_bytes(data)

    said = run(tmp_path / "copy.txt")

    assert len(re.findall(r"\berror\b", said)) == 1


def test_submitted_files_wait_for_the_desk(room):
    run(DATA / "ferry_ar.txt", DATA / "message_ar.txt", submit=True)

    assert list(Article.objects.values_list("stage", flat=True)) == [Stage.IN_REVIEW] * 2


@pytest.mark.parametrize(
    "data",
    [b"", b"\n\n", b"a" * 20_000_000, b"\x89PNG\r\n\x1a\n", b"a\x00b", b"\xed\xa0\x80", b"{title}\n", b"a" * 200_000],
    ids=["empty", "blank", "20 MB", "binary", "NUL", "surrogate", "placeholders", "one line"],
)
def test_a_bad_file_is_refused_in_one_line_and_leaves_nothing(room, tmp_path, data):
    (tmp_path / "bad.txt").write_bytes(data)

    with pytest.raises(CommandError) as refusal:
        run(tmp_path / "bad.txt")

    assert str(refusal.value).startswith("bad.txt: ")
    assert len(str(refusal.value).splitlines()) == 1
    assert refusal.value.returncode == 1
    assert not Article.objects.exists()


def test_each_file_stands_alone(room, tmp_path):
    (tmp_path / "bad.txt").write_bytes(b"")

    with pytest.raises(CommandError, match=r"\Abad\.txt: .+\nmissing\.txt: .+\Z"):
        run(DATA / "ferry_ar.txt", tmp_path / "bad.txt", tmp_path / "missing.txt", DATA / "message_ar.txt")

    assert Article.objects.count() == 2


@pytest.mark.parametrize("wrong", [{"section": "nowhere"}, {"username": "nobody"}])
def test_a_wrong_option_imports_nothing(room, wrong):
    with pytest.raises(CommandError, match="no"):
        run(DATA / "ferry_ar.txt", **wrong)

    assert not Article.objects.exists()


def test_who_may_not_import_is_told_so(room):
    with pytest.raises(CommandError, match=r"ferry_ar\.txt: "):
        run(DATA / "ferry_ar.txt", username="photo")
