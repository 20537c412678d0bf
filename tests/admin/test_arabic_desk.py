"""An Arabic person's desk speaks Arabic, on the pages that Django draws too."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from articles.models import Bulletin, LegacyAddress, Role, User
from tests.admin.desk import Page, person, signed_in
from tests.workflow.newsroom import make_newsroom

LATIN = re.compile(r"[A-Za-z]{2,}")
CODE = re.compile(r"<(script|style|kbd)\b.*?</\1>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
# Names of things, which are the same in every language.
NAMES = {"Rased", "English", "docx", "NUL", "JPEG", "PNG", "RSS"}
KEPT = ("photo", "topic", "series", "author", "desk", "agency", "section", "legacyaddress")
PAGES = (
    *(f"/admin/articles/{name}/" for name in KEPT),
    *(f"/admin/articles/{name}/add/" for name in KEPT),
    *("/admin/", "/admin/articles/article/", "/admin/flash/", "/admin/import/", "/admin/password_change/"),
    *("/admin/front/ar/", "/admin/front/ar/?at=2026-11-20T05:50", "/admin/strip/"),
    *("/admin/articles/article/add/?language=ar", "/admin/nothing/"),
    *("/admin/articles/user/", "/admin/articles/user/add/"),
)


@pytest.fixture
def arab(db: None) -> User:
    """Somebody with every role, to whom the desk speaks Arabic."""
    return person("نادية", *Role, display_name="نادية", interface_language="ar")


@pytest.mark.parametrize("path", PAGES)
def test_no_english_is_left_on_an_arabic_desk(arab: User, path: str) -> None:
    html = signed_in(arab).get(path, follow=True).content.decode()

    said = TAG.sub(" ", CODE.sub("", html))
    assert "نادية" in said
    assert set(LATIN.findall(said)) - NAMES == set()


def test_people_are_found_by_the_name_of_their_role(arab: User) -> None:
    User.objects.create_user(username="r2", display_name="رنا").groups.add(Group.objects.get(name=Role.REPORTER))
    User.objects.create_user(username="t2", display_name="دانا").groups.add(Group.objects.get(name=Role.TRANSLATOR))

    page = Page(signed_in(arab).get("/admin/articles/user/?role=reporter"))

    assert "صحفي" in page.text
    assert "رنا" in page.text
    assert "دانا" not in page.text


def test_the_strip_names_who_wrote_a_line(arab: User) -> None:
    now = timezone.now()
    line = {"language": "ar", "text": "انقطاع الكهرباء", "live_from": now, "live_until": now + timedelta(hours=2)}
    Bulletin.objects.create(created_by=arab, **line)

    page = Page(signed_in(arab).get("/admin/strip/"))

    assert "انقطاع الكهرباء" in page.text
    assert "· نادية" in page.text


def test_an_old_address_says_what_it_leads_to(arab: User) -> None:
    LegacyAddress.objects.create(path="/old/7.html", section=make_newsroom().section)

    page = Page(signed_in(arab).get("/admin/articles/legacyaddress/"))

    assert "يؤدي إلى" in page.text
