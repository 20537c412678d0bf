"""The desk's own site: who gets in, what each address asks, the languages, the refusals."""

from collections.abc import Iterator

import pytest
from django.contrib import admin
from django.core import mail
from django.test import Client
from django.urls import URLPattern, URLResolver

from articles.admin.declared import Open, declared_by
from articles.models import House, Language, Role, User
from articles.workflow.table import Duty, Verb
from tests.admin.desk import SECRET, person, signed_in

OPEN_TO_ALL = {
    "login",
    "logout",
    "password_reset",
    "password_reset_done",
    "password_reset_confirm",
    "password_reset_complete",
    None,
}


def addresses(patterns: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    """Every address of the desk, those of included lists too."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns)
        else:
            yield pattern


def test_every_address_of_the_desk_declares_a_duty_or_an_act():
    silent = [
        str(pattern.pattern)
        for pattern in addresses(admin.site.get_urls())
        if not isinstance(declared_by(pattern.callback), Duty | Verb | Open)
    ]

    assert silent == []


def test_only_signing_in_and_out_and_the_forgotten_password_ask_for_nothing():
    is_open = {p.name for p in addresses(admin.site.get_urls()) if declared_by(p.callback) is Open.TO_ALL}

    assert is_open == OPEN_TO_ALL


def test_a_stranger_is_led_to_the_sign_in_page_and_back(client, db):
    response = client.get("/admin/")

    assert response.status_code == 302
    assert response["Location"] == "/admin/login/?next=/admin/"


def test_a_person_without_a_role_is_told_so(client, db):
    person("nobody")

    response = client.post("/admin/login/?language=en", {"username": "nobody", "password": SECRET})

    assert response.status_code == 200
    assert "Your account has no role in the house yet." in response.content.decode()


def test_a_person_with_a_role_signs_in_and_out(client, db):
    person("reporter", Role.REPORTER)

    response = client.post("/admin/login/", {"username": "reporter", "password": SECRET})
    assert response["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200

    response = client.post("/admin/logout/")
    assert response["Location"] == "/admin/login/?language=en"
    assert client.get("/admin/").status_code == 302


def test_after_five_wrong_passwords_even_the_right_one_waits(client, db):
    person("reporter", Role.REPORTER)

    for secret in ["wrong"] * 5 + [SECRET]:
        response = client.post("/admin/login/?language=en", {"username": "reporter", "password": secret})

    assert response.status_code == 429
    assert "Try again in 15 minutes." in response.content.decode()


@pytest.mark.parametrize(
    ("query", "accept", "language", "direction"),
    [
        ("", "", "ar", "rtl"),
        ("", "fr,en;q=0.8", "en", "ltr"),
        ("", "ar-LB", "ar", "rtl"),
        ("?language=en", "ar", "en", "ltr"),
        ("?language=xx", "ar", "ar", "rtl"),
    ],
)
def test_before_signing_in_the_page_speaks_the_language_asked_for(client, db, query, accept, language, direction):
    response = client.get(f"/admin/login/{query}", headers={"Accept-Language": accept})

    assert f'<html lang="{language}" dir="{direction}">' in response.content.decode()
    assert "language" not in response.cookies
    assert response["Cache-Control"] == "no-store"


def test_the_houses_first_language_is_spoken_when_nothing_is_asked(client, db):
    House.objects.update(first_language=Language.EN)

    assert '<html lang="en"' in client.get("/admin/login/").content.decode()


def test_each_persons_desk_speaks_their_language_and_bears_the_houses_name(db):
    House.objects.update(name_ar="النهار الجديد", name_en="New Day")
    arabic = signed_in(person("one", Role.REPORTER, interface_language="ar")).get("/admin/").content.decode()
    english = signed_in(person("two", Role.REPORTER, interface_language="en")).get("/admin/").content.decode()

    assert '<html lang="ar" dir="rtl">' in arabic
    assert ">النهار الجديد</a>" in arabic
    assert '<html lang="en" dir="ltr">' in english
    assert ">New Day</a>" in english


def test_a_person_switches_the_language_of_their_desk_and_stays_on_the_page(db):
    reporter = person("reporter", Role.REPORTER, interface_language="ar")

    response = signed_in(reporter).post("/admin/language/", {"language": "en", "next": "/admin/?mine=1"})

    assert response["Location"] == "/admin/?mine=1"
    assert User.objects.get().interface_language == "en"


def test_the_language_switch_leads_nowhere_else(db):
    client = signed_in(person("reporter", Role.REPORTER))

    response = client.post("/admin/language/", {"language": "en", "next": "https://elsewhere.example/"})

    assert response["Location"] == "/admin/"


def test_an_unknown_address_of_the_desk_is_a_page_in_the_persons_language(db):
    response = signed_in(person("reporter", Role.REPORTER)).get("/admin/nothing/here/")

    assert response.status_code == 404
    assert "There is nothing at this address of the desk." in response.content.decode()


def test_a_form_too_large_to_read_is_answered_by_a_page(db):
    client = signed_in(person("reporter", Role.REPORTER))

    response = client.post("/admin/language/", {"language": "en", "next": "x" * 20_000_000})

    assert response.status_code == 413
    assert "what you typed is still in the form" in response.content.decode()


def test_a_form_from_before_the_last_sign_in_is_answered_by_a_page(db):
    client = Client(enforce_csrf_checks=True)
    client.force_login(person("reporter", Role.REPORTER, interface_language="en"))

    response = client.post("/admin/language/", {"language": "ar"})

    assert response.status_code == 403
    assert "You have signed in again since it was opened." in response.content.decode()


def test_a_forgotten_password_is_reset_by_a_mail_in_the_persons_language(client, db, settings):
    settings.SITE_ORIGIN = "https://news.example"
    person("reporter", Role.REPORTER, email="reporter@news.example", interface_language="en")

    client.post("/admin/password_reset/", {"email": "reporter@news.example"}, headers={"Host": "localhost"})
    letter = mail.outbox[0].body
    address = letter.split("https://news.example")[1].split()[0]
    response = client.get(address, follow=True)
    form = response.redirect_chain[-1][0]
    client.post(form, {"new_password1": "ساعة المدينة القديمة", "new_password2": "ساعة المدينة القديمة"})

    assert mail.outbox[0].subject == "A new password for the desk"
    assert User.objects.get().check_password("ساعة المدينة القديمة")


def test_a_password_is_changed_on_the_desk(db):
    client = signed_in(person("reporter", Role.REPORTER))
    new = "ساعة المدينة القديمة"

    response = client.post(
        "/admin/password_change/", {"old_password": SECRET, "new_password1": new, "new_password2": new}
    )

    assert response["Location"] == "/admin/password_change/done/"
    assert client.get("/admin/password_change/done/").status_code == 200
    assert User.objects.get().check_password(new)
