"""Behind proxies of our own a request is who and what they say; from anybody else the same words count for nothing."""

import subprocess
import sys

import pytest

from tests.architecture.files import BASE_DIR
from tests.deploy.test_settings import PRODUCTION, clean_environment

ASK = """
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponse
from django.test import RequestFactory
from newsroom.wsgi import application

def note(self, request):
    print(request.META["REMOTE_ADDR"], request.is_secure())
    return HttpResponse()

WSGIHandler.get_response = note
application(RequestFactory().get(
    "/ar/", REMOTE_ADDR="10.0.0.5", HTTP_X_FORWARDED_FOR="203.0.113.9, 10.0.0.7", HTTP_X_FORWARDED_PROTO="https",
).environ, lambda *_: None)
"""


@pytest.mark.parametrize(
    ("proxies", "seen"), [("", "10.0.0.5 False"), ("10.0.0.0/24", "203.0.113.9 True"), ("192.0.2.1", "10.0.0.5 False")]
)
def test_only_a_trusted_proxy_says_who_the_reader_is(proxies, seen):
    environment = clean_environment() | PRODUCTION | {"TRUSTED_PROXIES": proxies}

    answer = subprocess.run(
        [sys.executable, "-c", ASK], cwd=BASE_DIR, env=environment, capture_output=True, text=True, check=True
    )

    assert answer.stdout.strip() == seen
