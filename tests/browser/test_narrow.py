"""The narrowest phone: what no desk expects to be typed overflows nothing at 320 px, and nothing moves meanwhile."""

from typing import Any

import pytest

from articles.models import Format, Topic
from tests.browser.conftest import SitDown
from tests.public.site import path_of
from tests.workflow.newsroom import Newsroom

pytestmark = pytest.mark.browser

COLUMNS = "".join(f"<th><p>عمود طويل {number}</p></th>" for number in range(12))
TWELVE = f"<table><tbody><tr>{COLUMNS}</tr></tbody></table>"
SHIFT = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const e of list.getEntries()) sum += e.value; })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 400);
})"""


def unexpected(room: Newsroom) -> list[Any]:
    """Texts that a desk did not foresee, all live."""
    topics = [Topic.objects.create(slug=f"t-{n}", name_ar=f"موضوع {n}", name_en=f"Topic {n}") for n in range(40)]
    return [
        room.live(headline="كلمة طويلة " * 17, body=TWELVE + "<p>نص.</p>", topic_ids=tuple(t.pk for t in topics)),
        room.live(headline="Only English words, even here!", body="<p>WhatsApp, Telegram and X.</p>", deck=""),
        room.live(headline="مقابلة", format=Format.EXPLAINER, body="<h2>سؤال</h2><p>جواب.</p>" * 12),
    ]


def test_nothing_unexpected_overflows_the_narrowest_phone_or_moves(room: Newsroom, read: SitDown) -> None:
    paths = ["/ar/", "/en/", *(path_of(article) for article in unexpected(room)), "/ar/archive/2026/01/01/"]
    page = read(viewport={"width": 320, "height": 640}, java_script_enabled=True)

    seen = {}
    for path in paths:
        page.goto(path)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        seen[path] = (wide, page.evaluate(SHIFT))

    assert {path: found for path, found in seen.items() if found[0] > 0 or found[1] > 0} == {}
