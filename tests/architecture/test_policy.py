"""The two policies of newsroom/policy.py, as a browser gets them."""

import base64
import hashlib
import re
from pathlib import Path

import django_prose_editor
import pytest
from csp.constants import NONCE, NONE
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import path

from articles.publishing import embeds
from newsroom import policy

HEADER = "Content-Security-Policy"


def header_for(address: str, *, uses_nonce: bool = False) -> str:
    """The policy that a response at this address gets."""

    def view(request):
        return HttpResponse(str(request.csp_nonce) if uses_nonce else "")

    return policy.PolicyByAddress(view)(RequestFactory().get(address))[HEADER]


@pytest.mark.parametrize("address", ["/ar/", "/en/search/", "/administration/", "/preview/x/"])
def test_a_readers_page_allows_only_itself_and_carries_no_nonce(address):
    header = header_for(address, uses_nonce=True)

    # django-csp writes the parts in another order in every process.
    assert {"default-src 'none'", "script-src 'self'"} <= set(header.split("; "))
    assert "nonce-" not in header


def test_a_desk_page_that_uses_a_nonce_names_it():
    assert re.search(
        r"script-src 'self' 'nonce-[^']+'", header_for("/admin/articles/article/1/change/", uses_nonce=True)
    )


@pytest.mark.parametrize("rules", [policy.READERS, policy.DESK], ids=["readers", "desk"])
def test_neither_policy_allows_inline_code_or_strangers(rules):
    own = {name: allowed for name, allowed in rules.items() if name != "frame-src"}
    sources = {str(source) for allowed in own.values() for source in allowed if source is not NONCE}

    assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "https:", "http:"} & sources
    assert not {source for source in sources if "//" in source}


def test_frames_come_only_from_where_an_embed_may_and_the_desk_has_none():
    players = {"https://" + place.player.split("/")[2] for place in embeds.PLACES.values()}

    assert set(policy.READERS["frame-src"]) == players
    assert policy.DESK["frame-src"] == [NONE]


def test_the_editors_one_style_sheet_has_the_hash_that_the_policy_names():
    script = Path(django_prose_editor.__file__).parent / "static" / "django_prose_editor" / "editor.js"

    sheets = re.findall(r"`(\.ProseMirror \{[^`]*)`", script.read_text())
    digests = [base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode() for sheet in sheets]

    assert [f"'sha256-{digest}'" for digest in digests] == [policy.PROSE_EDITOR_STYLE]


def plain(request):
    """A page as the site's: it asks for nobody's session."""
    return HttpResponse("<p>خبر</p>")


urlpatterns = [path("ar/", plain)]


def test_a_page_that_asks_for_nobody_gets_no_cookie_and_no_vary(client, settings):
    settings.ROOT_URLCONF = __name__
    client.cookies["session"] = "somebody-who-works-here"

    answer = client.get("/ar/", headers={"accept-language": "en"})

    assert answer.status_code == 200
    assert not answer.cookies
    assert not answer.has_header("Vary")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "strict-origin-when-cross-origin"
