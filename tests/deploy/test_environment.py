"""Text of environment variables, turned into values."""

import stat

import pytest

from newsroom import environment


@pytest.mark.parametrize(
    ("text", "is_on"), [("1", True), ("true", True), ("Yes", True), ("", False), ("0", False), ("no", False)]
)
def test_a_switch_is_on_only_when_it_says_so(text, is_on):
    assert environment.is_on(text) is is_on


def test_hosts_may_be_set_apart_by_commas_or_blanks():
    assert environment.words("a.example, b.example c.example") == ["a.example", "b.example", "c.example"]


def test_a_development_secret_is_made_once_and_is_the_owners(tmp_path):
    path = tmp_path / "var" / "secret"

    first = environment.kept_secret(path)

    assert len(first) >= 50
    assert environment.kept_secret(path) == first
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_mail_address_becomes_djangos_settings():
    found = environment.mail("smtp+tls://desk%40news.example:s%2Fcret@mail.example/?from=desk@news.example")

    assert (found["EMAIL_HOST"], found["EMAIL_PORT"]) == ("mail.example", 587)
    assert (found["EMAIL_HOST_USER"], found["EMAIL_HOST_PASSWORD"]) == ("desk@news.example", "s/cret")
    assert (found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"]) == (True, False)
    assert found["DEFAULT_FROM_EMAIL"] == "desk@news.example"


def test_without_a_mail_address_mail_is_printed():
    assert environment.mail("")["EMAIL_BACKEND"].endswith("console.EmailBackend")


def test_pictures_may_live_in_another_folder(tmp_path):
    assert environment.media_root("file:///srv/media", tmp_path).as_posix() == "/srv/media"
    assert environment.media_root("", tmp_path) == tmp_path


def test_an_origin_loses_its_closing_slash():
    assert environment.origin("https://news.example:8443/") == "https://news.example:8443"
