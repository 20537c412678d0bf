"""Sessions that end, by real HTTP: with time, account, role or password; and nothing typed is lost."""

import io
import re
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from PIL import Image

from articles.models import Article, House, Role, Stage, User
from tests.admin.desk import SECRET, Desk, Page, at_desk, person, signed_in
from tests.workflow.newsroom import Newsroom, fresh, head

NEW = "ساعة المدينة القديمة"
TEXT = "<p>وصلت السفينة إلى المرفأ.</p>"


@pytest.fixture
def reporter(db: None) -> User:
    """A reporter whose house speaks English first."""
    House.objects.update(first_language="en")
    return person("reporter", Role.REPORTER, email="reporter@news.example")


def is_in(client: Client) -> bool:
    """Say whether the desk still knows who it is."""
    return client.get("/admin/").status_code == 200


def test_a_session_ends_after_eight_hours(reporter):
    client = signed_in(reporter)
    session = Session.objects.get()
    assert timedelta(hours=7, minutes=59) < session.expire_date - timezone.now() <= timedelta(hours=8)

    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))

    assert client.get("/admin/")["Location"] == "/admin/login/?next=/admin/"


def test_a_deactivated_person_is_out_at_once(reporter):
    client = signed_in(reporter)
    admin = signed_in(person("admin", Role.ADMINISTRATOR))
    account = {"username": "reporter", "display_name": "R", "email": "", "interface_language": "en"}

    assert admin.post(f"/admin/articles/user/{reporter.pk}/change/", account).status_code == 302

    assert not is_in(client)
    assert client.post("/admin/flash/", {"headline": "خبر"}).status_code == 401


def test_changing_the_password_ends_every_other_session(reporter):
    here, elsewhere = signed_in(reporter), signed_in(reporter)

    here.post("/admin/password_change/", {"old_password": SECRET, "new_password1": NEW, "new_password2": NEW})

    assert is_in(here)
    assert not is_in(elsewhere)


def test_whose_last_role_is_taken_away_is_out_and_what_they_sent_is_carried(reporter):
    desk = at_desk(reporter, "/admin/articles/article/add/?language=ar")
    reporter.groups.clear()

    page = desk.press("Save", {"headline": "عنوان كُتب قبل قليل"})

    assert page.status == 401
    assert page.forms["login-form"].fields["carried-headline"] == "عنوان كُتب قبل قليل"
    assert not Article.objects.exists()


@pytest.mark.parametrize(("language", "subject"), [("ar", "كلمة"), ("en", "A new password for the desk")])
def test_a_forgotten_password_is_chosen_anew_and_ends_the_old_sessions(reporter, settings, language, subject):
    settings.SITE_ORIGIN = "https://news.example"
    User.objects.update(interface_language=language)
    old, client = signed_in(reporter), Client()

    client.post("/admin/password_reset/", {"email": "reporter@news.example"})
    letter = mail.outbox[0]
    page = client.get(re.search(r"https://news.example(\S+)", letter.body)[1], follow=True)
    client.post(page.redirect_chain[-1][0], {"new_password1": NEW, "new_password2": NEW})

    assert subject in letter.subject
    assert f'<html lang="{language}"' in page.content.decode()
    assert not is_in(old)
    assert client.post("/admin/login/", {"username": "reporter", "password": NEW}).status_code == 302
    assert client.get(re.search(r"https://news.example(\S+)", letter.body)[1]).status_code == 200


# --- What was sent too late goes on its way ----------------------------------------------------


def sign_in_again(desk: Desk, username: str) -> Page:
    """Sign in on the page that carries a form, and send it on."""
    desk.press("Sign in", {"username": username, "password": SECRET}, form="login-form")
    return desk.press("Send it again", form="carry-on")


def late(room: Newsroom, who: str, address: str) -> Desk:
    """Open a page of the desk as somebody whose sign-in then ends."""
    House.objects.update(first_language="en")
    user = User.objects.get(username=who)
    user.set_password(SECRET)
    user.save()
    desk = at_desk(user, address)
    for form in desk.page.forms.values():
        form.action = form.action or address
    Session.objects.all().delete()
    return desk


@pytest.mark.parametrize(
    ("who", "stage", "button", "to"),
    [
        ("writer", Stage.DRAFT, "Save", Stage.DRAFT),
        ("writer", Stage.DRAFT, "Submit", Stage.IN_REVIEW),
        ("editor", Stage.IN_REVIEW, "Approve and publish", Stage.PUBLISHED),
        ("editor", Stage.IN_REVIEW, "Return", Stage.RETURNED),
        ("writer", Stage.DRAFT, "Add the note", Stage.DRAFT),
    ],
)
def test_every_button_of_the_article_form_is_carried_over_the_sign_in(room, who, stage, button, to):
    """I3: the session ends in the middle of a sentence; the text and the act go on after the next sign-in."""
    article = room.bring_to(room.draft(body=TEXT), stage)
    desk = late(room, who, f"/admin/articles/article/{article.pk}/change/")
    typed = {"deck": "سطر <b>بعلامات</b> & «اقتباس»", "return-why": "أين المصدر؟", "note-text": "سطر\nوسطر"}

    assert desk.press(button, typed).status == 401
    assert fresh(article).stage == stage
    sign_in_again(desk, who)

    assert fresh(article).stage == to
    assert head(article).deck == "سطر <b>بعلامات</b> & «اقتباس»"
    if button == "Add the note":
        assert article.notes.get().text.split() == ["سطر", "وسطر"]


def test_a_flash_is_carried_and_its_lost_picture_is_named(room):
    desk = late(room, "writer", "/admin/flash/")
    picture = io.BytesIO()
    Image.new("RGB", (800, 600), "teal").save(picture, "JPEG")
    form = next(key for key, form in desk.page.forms.items() if "Submit" in form.buttons)
    typed = {"language": "ar", "headline": "حريق في المرفأ", "section": str(room.section.pk), "alt": "دخان"}

    files = {"file": SimpleUploadedFile("harbour.jpg", picture.getvalue(), "image/jpeg")}
    page = desk.press("Submit", typed, form=form, files=files)
    assert "This file cannot be kept; choose it again when the form is back: harbour.jpg" in page.text
    desk.press("Sign in", {"username": "writer", "password": "wrong"}, form="login-form")
    assert "harbour.jpg" in desk.page.text
    desk.press("Sign in", {"username": "writer", "password": SECRET}, form="login-form")
    assert "harbour.jpg" in desk.page.text
    desk.press("Send it again", form="carry-on")

    assert Article.objects.get().headline == "حريق في المرفأ"


def test_imported_copy_is_carried(room):
    desk = late(room, "writer", "/admin/import/")
    form = next(key for key, form in desk.page.forms.items() if "Show what is understood" in form.buttons)
    copy = "سفينة تصل إلى المرفأ\n\nوصلت السفينة صباح الثلاثاء، وعلى متنها قمح.\n"

    desk.press("Show what is understood", {"language": "ar", "section": str(room.section.pk), "text": copy}, form=form)
    page = sign_in_again(desk, "writer")

    assert "This is how the copy was understood" in page.text
    assert "وعلى متنها قمح" in page.text


# --- Two tabs ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headers", "is_offered"),
    [
        ({"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "navigate"}, True),
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}, False),
        ({"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors"}, False),
        ({}, False),
    ],
)
def test_a_tab_from_before_the_last_sign_in_sends_its_text_again(room, headers, is_offered):
    """I3: whoever signed in again in another tab loses nothing of this one; a stranger's form gets no such offer."""
    article = room.draft(body=TEXT)
    client = Client(enforce_csrf_checks=True)
    client.force_login(room.writer, backend="articles.admin.signing_in.PeopleBackend")
    sent = {"base": article.head_id, "headline": "عنوان من اللسان القديم", "csrfmiddlewaretoken": "x" * 64}

    page = Page(client.post(f"/admin/articles/article/{article.pk}/save/", sent, headers=headers))

    assert page.status == 403
    assert ("carry-on" in page.forms) == is_offered
    if is_offered:
        assert page.forms["carry-on"].fields["headline"] == "عنوان من اللسان القديم"
    assert head(article).headline != "عنوان من اللسان القديم"
