"""Redacting at the desk: the chief asks, an administrator confirms, each with their own button (scripts off)."""

import re

from django.test import Client

from articles.models import Article
from tests.admin.desk import signed_in
from tests.workflow.newsroom import Newsroom, head


def page_of(browser: Client, article: Article) -> str:
    return browser.get(f"/admin/articles/article/{article.pk}/redact/").content.decode()


def test_the_chief_asks_and_an_administrator_confirms(room: Newsroom) -> None:
    article = room.live(deck="قالت قنطورة الهادي ذلك")
    chief, admin = signed_in(room.chief_editor), signed_in(room.administrator)
    address = f"/admin/articles/article/{article.pk}/redact/"
    assert signed_in(room.editor).get(address).status_code == 403
    assert f'href="{address}"' in chief.get(f"/admin/articles/article/{article.pk}/change/").content.decode()

    chief.post(address, {"passage": "قنطورة الهادي", "why": "حكم محكمة"})

    assert 'name="confirm"' not in page_of(chief, article)
    asked = re.search(r'name="confirm" value="(\d+)"', page_of(admin, article))
    assert asked
    answer = chief.post(f"{address}decide/", {"confirm": asked[1]}, follow=True).content.decode()
    assert "the other confirms" in answer
    assert head(article).deck == "قالت قنطورة الهادي ذلك"

    answer = admin.post(f"{address}decide/", {"confirm": asked[1]}, follow=True).content.decode()

    assert "blacked out in every text" in answer
    assert head(article).deck == "قالت ■■■ ذلك"
    assert "قنطورة" not in page_of(chief, article)
    assert "حكم محكمة" in chief.get(f"/admin/articles/article/{article.pk}/history/").content.decode()


def test_what_changed_since_the_approval_and_the_publication_is_one_click_away(room: Newsroom) -> None:
    article = room.change(room.live(), headline="سفينة أخرى")
    page = signed_in(room.editor).get(f"/admin/articles/article/{article.pk}/change/").content.decode()

    assert page.count(f"/admin/articles/article/{article.pk}/revisions/2/?since=1") == 2
