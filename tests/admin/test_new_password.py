"""The link for a new password: who gets it, and in which language it opens."""

import pytest
from django.core import mail
from django.test import Client

from articles.models import Role, User
from tests.admin.desk import person


def mailed_link(client: Client, email: str) -> str:
    client.post("/admin/password_reset/", {"email": email})
    return "/admin/" + mail.outbox[-1].body.split("/admin/")[1].split()[0]


@pytest.mark.parametrize(("language", "other"), [("ar", "en"), ("en", "ar")])
def test_a_new_person_gets_the_link_and_it_opens_in_their_language(
    client: Client, db: None, language: str, other: str
) -> None:
    new = person("new", Role.REPORTER, email="new@news.example", interface_language=language)
    new.set_unusable_password()
    new.save()
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = other

    form = client.get(mailed_link(client, "New@news.example"), follow=True)
    secret = "ساعة المدينة القديمة"
    done = client.post(form.redirect_chain[-1][0], {"new_password1": secret, "new_password2": secret}, follow=True)

    for page in (form, done):
        assert f'<html lang="{language}"' in page.content.decode()
    assert User.objects.get().check_password(secret)


def test_nobody_without_a_role_and_nobody_who_left_gets_a_link(client: Client, db: None) -> None:
    person("guest", email="guest@news.example")
    person("left", Role.EDITOR, email="left@news.example", is_active=False)

    for email in ("guest@news.example", "left@news.example", "nobody@news.example"):
        client.post("/admin/password_reset/", {"email": email})

    assert mail.outbox == []


@pytest.mark.parametrize("uid", ["MQ", "x", "é", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5", "w7k"])
def test_a_broken_link_is_still_a_page(client: Client, db: None, uid: str) -> None:
    assert client.get(f"/admin/reset/{uid}/set-password/").status_code == 200
