"""The readable end of an address."""

import re

import pytest
from hypothesis import given

from articles.language.slugs import LONGEST, slug_of
from tests.language.texts import TEXT, quick, rows


@pytest.mark.parametrize(("headline", "slug"), rows("slugs.tsv"))
def test_a_headline_becomes_its_slug(headline, slug):
    assert slug_of(headline) == slug


@quick
@given(TEXT.map(lambda text: text * 3))
def test_a_slug_is_short_stable_and_one_piece_of_a_path(text):
    slug = slug_of(text)

    assert re.fullmatch(r"(?:[^\W_]+(?:-[^\W_]+)*)?", slug)
    assert len(slug) <= LONGEST
    assert slug_of(slug) == slug


def test_a_long_slug_ends_at_a_word():
    slug = slug_of("اميركا وكوريا الجنوبية تبحثان انشاء مركز بيانات كبير في العاصمة سيول خلال العام المقبل")

    assert slug == "اميركا-وكوريا-الجنوبية-تبحثان-انشاء-مركز-بيانات-كبير-في"
    assert len(slug_of("كلمة" * 40)) == LONGEST
